"""What is remembered of one chat between two mensajes."""

from dataclasses import dataclass

from citas.domain.citas import Hueco, Instant
from citas.domain.deseos import Consulta, Deseo, Intencion


@dataclass(frozen=True, slots=True)
class Oferta:
    """A concrete offer that waits for a yes or a no.

    To book or move it is `hueco`; to move or cancel it names the citas and the versions they had.
    `timestamp` (ms) is that of the mensaje that caused it, `hecha` the service's clock.
    """

    intencion: Intencion
    mensaje_id: str
    timestamp: int
    hecha: Instant
    salida_id: str
    de: str
    deseo: Deseo
    hueco: Hueco | None = None
    hold_id: str | None = None
    citas_id: tuple[str, ...] = ()
    versiones: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Replica:
    """A reply that was given: when (ms, by the mensaje's timestamp) and the hash of its text."""

    timestamp: int
    huella: str


@dataclass(frozen=True, slots=True)
class Conversacion:
    """One chat. `id` is its key: the `conversation_id`, else the `from`, normalised.

    `deseo` and `faltan`: the wish in course and what is missing of it. `alternativas`: what was last
    offered to choose from. `desde` (ms): timestamp of the mensaje that caused the question or offer.
    `ultima_cita_id`: the cita that this chat made, moved or cancelled last; `ultima_por`: the message_id whose
    offer it was. `pausa_hasta` (ms): silent until then. `sin_entender`: misunderstandings in a row.
    """

    id: str
    version: int = 0
    turno: int = 0
    cliente_id: str | None = None
    de: str = ""
    conversation_id: str | None = None
    notification_key: str | None = None
    deseo: Deseo | None = None
    faltan: tuple[str, ...] = ()
    alternativas: tuple[Hueco, ...] = ()
    oferta: Oferta | None = None
    desde: int = 0
    pausa_hasta: int | None = None
    replicas: tuple[Replica, ...] = ()
    sin_entender: int = 0
    ultimo_medio: int | None = None
    ultima_cita_id: str | None = None
    ultima_por: str | None = None
    salidas_id: tuple[str, ...] = ()  # replies that a newer one takes the place of, if they were not sent
    consultas: tuple[Consulta, ...] = ()  # what its last mensaje asked, which "¿y la barba?" asks on
    pendiente: Deseo | None = None  # the second wish of a mensaje, named in the reply and asked for
    en_trabajo: tuple[str, ...] = ()  # ids of the posts that wait for their answer, in order of arrival
    borrar_en: Instant | None = None
