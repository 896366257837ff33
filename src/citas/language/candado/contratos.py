"""What a model may be asked, and the only answers that it may give: intencion.1, extraccion.1, respuesta.1."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from citas.domain.deseos import Intencion


class CodigoDuda(StrEnum):
    """Why a field cannot be read in one way only; such a code empties the field."""

    VARIAS_FECHAS = "varias_fechas"
    FECHA_VAGA = "fecha_vaga"
    FECHA_RELATIVA = "fecha_relativa"
    FECHA_INCOHERENTE = "fecha_incoherente"
    VARIAS_HORAS = "varias_horas"
    HORA_VAGA = "hora_vaga"
    HORA_SIN_MITAD = "hora_sin_mitad"
    MANANA_O_MANANA = "manana_o_manana"
    VARIOS_SERVICIOS = "varios_servicios"
    SERVICIO_DESCONOCIDO = "servicio_desconocido"
    SERVICIO_GENERICO = "servicio_generico"
    VARIAS_CITAS = "varias_citas"
    VARIAS_INTENCIONES = "varias_intenciones"
    NEGADO_O_CORREGIDO = "negado_o_corregido"
    OTRA_PERSONA = "otra_persona"


class Campo(StrEnum):
    """The fields of a reading."""

    INTENCION = "intencion"
    SERVICIO = "servicio"
    FECHA = "fecha"
    HORA = "hora"
    CITA = "cita"


class Situacion(StrEnum):
    """What a reply is about, as a model is told."""

    PEDIR_SERVICIO = "pedir_servicio"
    PEDIR_FECHA = "pedir_fecha"
    PEDIR_HORA = "pedir_hora"
    CONFIRMAR_PROPUESTA = "confirmar_propuesta"
    ACLARAR = "aclarar"
    CITA_CREADA = "cita_creada"
    CITA_CAMBIADA = "cita_cambiada"
    CITA_CANCELADA = "cita_cancelada"


@dataclass(frozen=True, slots=True)
class Clasificar:
    """Asks what a text wants. `texto` is redacted."""

    texto: str
    paso: str = "intencion"


@dataclass(frozen=True, slots=True)
class Extraer:
    """Asks for the pieces of a wish.

    `servicios` and `citas` are the closed lists: what s1…sN and c1…cN are called.
    """

    texto: str
    hoy: date
    servicios: Mapping[str, str]
    citas: Mapping[str, str]
    paso: str = "extraccion"


@dataclass(frozen=True, slots=True)
class Redactar:
    """Asks for the words of a reply. `base` says it already, with its `marcas` for the facts."""

    situacion: Situacion
    base: str
    marcas: tuple[str, ...]
    paso: str = "respuesta"


Encargo = Clasificar | Extraer | Redactar


@dataclass(frozen=True, slots=True)
class Intento:
    """`intencion.1`: what the text wants, by which words, and what else it could want."""

    intencion: Intencion
    evidencia: str | None = None
    otra_lectura: Intencion | None = None


@dataclass(frozen=True, slots=True)
class Citado:
    """A value (an id, a date, an hour) and the words that say it."""

    valor: str | None = None
    evidencia: str | None = None


@dataclass(frozen=True, slots=True)
class Ambiguedad:
    """A field that can be read in more than one way, and where."""

    codigo: CodigoDuda
    campo: Campo
    evidencia: str | None = None


@dataclass(frozen=True, slots=True)
class Extraccion:
    """`extraccion.1`: the pieces of a wish."""

    servicio: Citado = Citado()
    fecha: Citado = Citado()
    hora: Citado = Citado()
    cita: Citado = Citado()
    ambiguedades: tuple[Ambiguedad, ...] = ()


@dataclass(frozen=True, slots=True)
class Redaccion:
    """`respuesta.1`: the words of a reply, its facts still marks."""

    situacion: Situacion
    texto: str
