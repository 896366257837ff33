"""What a mensaje came to: the answer of the contract, as data, and the facts that its words tell."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from citas.domain.citas import Cita, Hueco
from citas.domain.deseos import Consulta, Deseo, Intencion


class Estado(StrEnum):
    """`estado` of an answer."""

    CONFIRMADA = "confirmada"
    REPROGRAMADA = "reprogramada"
    CANCELADA = "cancelada"
    PROPUESTA = "propuesta"
    ACLARACION = "aclaracion"
    ALTERNATIVAS = "alternativas"
    RECHAZADA = "rechazada"
    EN_ESPERA = "en_espera"
    INFORMADA = "informada"
    ECO = "eco"
    IGNORADA = "ignorada"


class Motivo(StrEnum):
    """`motivo` of an answer, and `codigo` of the agenda's refusals over HTTP."""

    OCUPADO = "ocupado"
    FUERA_DE_HORARIO = "fuera_de_horario"
    CERRADO = "cerrado"
    FERIADO = "feriado"
    ANTICIPACION = "anticipacion"
    EN_EL_PASADO = "en_el_pasado"
    RECURSO_NO_DISPONIBLE = "recurso_no_disponible"
    HORA_NO_ALINEADA = "hora_no_alineada"
    CANCELACION_TARDIA = "cancelacion_tardia"
    FUERA_DE_PLAZO = "fuera_de_plazo"
    SERVICIO_DESCONOCIDO = "servicio_desconocido"
    DEMASIADAS_CITAS = "demasiadas_citas"
    SIN_CITAS = "sin_citas"
    HUMANO = "humano"
    AJENO = "ajeno"
    GRUPO = "grupo"
    PROPIO = "propio"
    SISTEMA = "sistema"
    CORTESIA = "cortesia"
    REZAGADO = "rezagado"
    ELIMINADO = "eliminado"
    PAUSA_HUMANA = "pausa_humana"
    LIMITE = "limite"
    EXCLUIDO = "excluido"
    SIN_RESPUESTA = "sin_respuesta"


class Falta(StrEnum):
    """What an aclaracion asks for."""

    SERVICIO = "servicio"
    FECHA = "fecha"
    HORA = "hora"
    CITA = "cita"
    INTENCION = "intencion"


class Matiz(StrEnum):
    """Which of several wordings of one estado and motivo is meant."""

    NINGUNO = "ninguno"
    # aclaracion
    SALUDO = "saludo"
    MEDIO = "medio"  # a photo or voice note: only text is read
    NO_ENTENDIDO = "no_entendido"
    FECHA_IMPOSIBLE = "fecha_imposible"
    FECHA_INCOHERENTE = "fecha_incoherente"
    FECHA_PASADA = "fecha_pasada"
    FECHA_DUDOSA = "fecha_dudosa"
    ELIGE = "elige"  # a bare yes to several alternatives
    CUAL_CITA = "cual_cita"  # which of the listed citas
    CITA_NO_ENCONTRADA = "cita_no_encontrada"  # what was said fits none of theirs (they are listed)
    IDENTIFICA = "identifica"  # only a name is known: say the cita's day or hour
    OFERTA_CADUCADA = "oferta_caducada"
    OFERTA_CAMBIADA = "oferta_cambiada"  # the cita changed after the offer
    OFERTA_EN_PIE = "oferta_en_pie"  # older than the offer that waits: neither takes nor replaces it
    UNA_A_LA_VEZ = "una_a_la_vez"  # the whole agenda, or too many at once
    # informada
    OLVIDADO = "olvidado"  # an offer or a half wish was let go; nothing was booked
    SE_QUEDA = "se_queda"  # the cita stays as it is
    GRACIAS = "gracias"
    POSPUESTA = "pospuesta"  # "déjame ver y te aviso": the offer stands
    INSISTE = "insiste"  # a yes where nothing waits, but a cita stands
    ROBOT = "robot"
    DATOS = "datos"  # a request about personal data was passed on
    SIN_RESPUESTA_EN_CATALOGO = "sin_respuesta_en_catalogo"
    HUECOS = "huecos"
    SIN_HUECOS = "sin_huecos"
    CITAS = "citas"
    # confirmada
    YA_VINO = "ya_vino"  # somebody with another cita of here: where it is was told before
    # propuesta
    OTRO_RECURSO = "otro_recurso"  # the recurso asked for, or the cita's own, is busy then
    CONVENCION = "convencion"  # the half of the day was chosen by the convention
    DE_NUEVO = "de_nuevo"  # an old offer made anew


@dataclass(frozen=True, slots=True)
class Pedido:
    """What the cliente asked for, as far as it was understood: to echo it in the words."""

    dia: date | None = None
    hasta: date | None = None  # the last day of a range
    minutos: int | None = None  # clock time, minutes since midnight
    parte: str | None = None
    recurso_id: str | None = None
    recurso_desconocido: str | None = None
    servicio_desconocido: str | None = None


@dataclass(frozen=True, slots=True)
class Desenlace:
    """One answer as data: nothing in it is words, and its words may tell nothing else.

    `antes`: for a move, the cita as it stood. `consultas`: questions beside a wish, answered in the
    same reply. `otro_deseo`: a second wish, to be named and asked for. `deseo`: the wish in course.
    """

    intencion: Intencion
    estado: Estado
    motivo: Motivo | None = None
    matiz: Matiz = Matiz.NINGUNO
    faltan: tuple[Falta, ...] = ()
    cita: Cita | None = None
    citas: tuple[Cita, ...] = ()
    antes: Cita | None = None
    alternativas: tuple[Hueco, ...] = ()
    pedido: Pedido = Pedido()
    deseo: Deseo | None = None
    consultas: tuple[Consulta, ...] = ()
    servicios_consultados: tuple[str, ...] = ()
    dias_consultados: tuple[date, ...] = ()
    otro_deseo: Deseo | None = None
