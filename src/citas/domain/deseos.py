"""What a mensaje says: the wish, its pieces, and what stands beside it.

`language` fills these from the text alone (and the catalogue's names); hours without a half
of the day stay double here, because only the opening hours and the agenda can choose.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Intencion(StrEnum):
    """The four wishes of the contract."""

    AGENDAR = "agendar"
    CAMBIAR = "cambiar"
    CANCELAR = "cancelar"
    OTRO = "otro"


class Consulta(StrEnum):
    """What a question is about; `OTRA` is one that the catalogue cannot answer."""

    CITAS = "citas"
    HUECOS = "huecos"
    PRECIO = "precio"
    DURACION = "duracion"
    HORARIO = "horario"
    DIRECCION = "direccion"
    SERVICIOS = "servicios"
    RECURSOS = "recursos"
    CONTACTO = "contacto"
    IDENTIDAD = "identidad"  # "¿es un robot?", "¿son de WhatsApp oficial?"
    OTRA = "otra"


class ProblemaDia(StrEnum):
    """Why a day that was named is none that can be taken."""

    IMPOSIBLE = "imposible"  # 30 de febrero
    INCOHERENTE = "incoherente"  # "martes 26" where the 26th is no Tuesday
    PASADA = "pasada"  # a day and month that passed less than 60 days ago
    DUDOSA = "dudosa"  # 7/13: month first only because day first is impossible


@dataclass(frozen=True, slots=True)
class Dias:
    """One expression of days, as dates from `desde` to `hasta` (both included).

    `hasta` None: open ("a partir del lunes"). `texto`: the words. `problema` set: no value to use
    (`desde` is then the day that was meant, where there is one).
    `hoy_si_hora`: "el martes" said on a Tuesday; `desde` is a week ahead, but today counts when a
    clock time, or a window of them, still ahead is said with it. `desde_minuto` and `hasta_minuto`: a range that begins or ends at
    a clock time of its first or last day ("desde el viernes a las 5 hasta el domingo a las 10").
    """

    desde: date | None
    hasta: date | None
    texto: str
    span: tuple[int, int] = (0, 0)
    problema: ProblemaDia | None = None
    hoy_si_hora: bool = False
    desde_minuto: int | None = None
    hasta_minuto: int | None = None


@dataclass(frozen=True, slots=True)
class Horas:
    """One expression of clock time, in minutes since local midnight.

    More than 1440 is past the next midnight ("12:15 de la noche", "de 10 p. m. a 2 a. m.").
    A point has `desde == hasta`; a window is [desde, hasta] ("después de las 5": hasta None;
    "antes de las 10": desde None). `dudosa`: no half of the day was said, so `desde` (1–12 h) may also
    be twelve hours later. `parte`: the part of the day ("mañana", "mediodia", "tarde", "noche"),
    alone (then desde and hasta None) or beside a point, which it has already made certain.
    `aproximada`: "tipo 6", "a eso de las once". `extremo`: "primera" or "ultima" hora (first or last
    free start of the day).
    """

    desde: int | None
    hasta: int | None
    texto: str
    span: tuple[int, int] = (0, 0)
    dudosa: bool = False
    parte: str | None = None
    aproximada: bool = False
    extremo: str | None = None

    @property
    def es_punto(self) -> bool:
        """One clock time, rather than a window, a part of the day or an extreme."""
        return self.desde is not None and self.desde == self.hasta


@dataclass(frozen=True, slots=True)
class Referencia:
    """Which cita of their own the cliente means ("la del jueves a las 10", "la de la barba")."""

    dias: tuple[Dias, ...] = ()
    horas: tuple[Horas, ...] = ()
    servicios_id: tuple[str, ...] = ()
    recursos_id: tuple[str, ...] = ()
    todas: bool = False  # "los dos turnos", "todas mis citas"
    ultima: bool = False  # "la que acabo de pedir"
    salvo_dias: tuple[Dias, ...] = ()  # "todas menos la del viernes"
    salvo_servicios_id: tuple[str, ...] = ()  # "todas menos la de la barba"

    @property
    def vacia(self) -> bool:
        """Nothing was said of which one."""
        return self == Referencia()


@dataclass(frozen=True, slots=True)
class Deseo:
    """One wish and its pieces; an empty piece was not said.

    `dias` and `horas` are the target ("martes o jueves": two Dias), in order of preference. For
    cambiar and cancelar, `referencia` names the cita.
    `servicios_id`: in the order said, repeats kept. `servicios_dudosos`: candidates of a word that
    fits several ("las uñas"). `servicio_desconocido`: words that ask for something it does not do.
    """

    intencion: Intencion
    dias: tuple[Dias, ...] = ()
    horas: tuple[Horas, ...] = ()
    servicios_id: tuple[str, ...] = ()
    servicios_dudosos: tuple[str, ...] = ()
    servicio_desconocido: str | None = None
    recursos_id: tuple[str, ...] = ()
    recurso_cualquiera: bool = False
    recurso_desconocido: str | None = None
    recurso_otro: bool = False  # "con otro", "con otra persona": not the one that was proposed
    referencia: Referencia = Referencia()
    desplaza_minutos: int | None = None  # "una hora más tarde": +60
    desplaza_dias: int | None = None  # "un día después": +1
    misma_hora: bool = False
    mismo_dia: bool = False
    agrega: bool = False  # "también la barba": adds servicios to what was said
    quita: bool = False  # "sin la barba": these servicios_id are taken away
    pregunta: bool = False  # asks whether it is free, rather than for it
    para_otro: bool = False  # "para mi hijo"
    personas: int | None = None  # "para dos personas", "somos 3": more than one
    otra: bool = False  # "otra cita", "además de la que tengo"
    lo_mismo: bool = False  # "lo mismo de la otra vez"
    nombre: str | None = None  # "a nombre de Ana"
    dichos: tuple[tuple[str, str], ...] = ()  # servicio_id and the alias by which it was named
    supuesto: bool = False  # told, hung on something or half understood: offered, never done at once
    de_modelo: bool = False  # a model took part in its reading: it is offered, never done at once

    @property
    def tiene_cuando(self) -> bool:
        """Some day or hour was said."""
        return bool(self.dias or self.horas or self.desplaza_minutos or self.desplaza_dias)


@dataclass(frozen=True, slots=True)
class Entendido:
    """All that one mensaje (or burst of lines) was understood to say.

    `deseos`: complete or not, in the order said; at most the first is acted on. A mensaje that gives
    only pieces ("el jueves", "pa la barba", "a las 5 mejor") has `intencion` OTRO, no deseos, and
    `piezas` that hold them; with an explicit wish, `piezas` is that wish.
    `servicios_consultados`: those whose price or length is asked beside a wish for others.
    `eleccion`: ordinal of an alternative (1-based, -1 the last). `desplaza`: "tarde" or "temprano"
    ("más tarde", "más temprano", "otra hora" is "otra", "otro día" is "otro_dia").
    `ajeno`: recognisably not for a business that gives citas, or not this one's affair.
    `de_agenda`: some word of an agenda, a day, an hour or a servicio stands in the text.
    `nombre`: "soy Juan".
    `datos`: a request about personal data, "consulta" ("¿qué datos tienen de mí?") or "reclamo" ("borren
    mis datos"). `urgente`: it cannot wait ("me duele mucho, ¿hoy mismo?"). `charla`: days or hours stand
    among words that are none of an agenda's, so that with nothing in course `piezas` make no wish.
    """

    intencion: Intencion = Intencion.OTRO
    deseos: tuple[Deseo, ...] = ()
    piezas: Deseo | None = None
    consultas: tuple[Consulta, ...] = ()
    servicios_consultados: tuple[str, ...] = ()
    si: bool = False
    no: bool = False  # a refusal of what was offered or asked
    eleccion: int | None = None
    desplaza: str | None = None
    saludo: bool = False
    gracias: bool = False
    humano: bool = False  # asks for a person
    avisame: bool = False  # "avísame si se desocupa", "lista de espera"
    dejar: bool = False  # "déjela como está", "olvídalo", "ya no"
    aplaza: bool = False  # "espere un momento", "ya te confirmo"
    ajeno: bool = False
    pregunta: bool = False  # a question put to the business
    de_agenda: bool = False
    nombre: str | None = None
    datos: str | None = None
    urgente: bool = False
    charla: bool = False
    duda: bool = False  # two readings that do not agree: ask what is wanted
    entidades: tuple[str, ...] = ()  # evidence for `citas entender` and the record: codes, no text
