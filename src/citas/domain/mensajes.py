"""Mensajes that came in, salidas that go out, avisos to the owner, and other small records."""

from dataclasses import dataclass
from typing import Literal

from citas.domain.citas import Instant
from citas.domain.deseos import Deseo, Intencion

EstadoSalida = Literal["pendiente", "enviado", "confirmado", "fallido", "desconocido", "retirada", "caducada"]


@dataclass(frozen=True, slots=True)
class Mensaje:
    r"""A mensaje that came in, with its answer.

    `id` is the `message_id` of the contract, with `#2`, `#3`… appended where an edit returns to an
    earlier text. `instante` is "conversation_id\\nms\\nsha256(text)" where a conversation_id was sent, so
    that the same line is known whatever `from` says (None otherwise). `cadena`: the message_id of the
    first of its chain of edits. `huella`: the SHA-256 of the text. `texto` is None wherever it must not be kept. `respuesta`: the answer
    as JSON. `cita_id`: the cita that this mensaje booked, for corrections.
    """

    id: str
    version: int
    message_id: str
    conversacion: str
    timestamp: int
    recibido: Instant
    cliente_id: str | None = None
    texto: str | None = None
    intencion: Intencion | None = None
    entidades: tuple[str, ...] = ()
    contexto_previo: tuple[str, ...] = ()
    instante: str | None = None
    huella: str | None = None
    cadena: str | None = None
    edita: str | None = None
    respuesta: str | None = None
    cita_id: str | None = None
    borrar_en: Instant | None = None


@dataclass(frozen=True, slots=True)
class Trabajo:
    """A post that had to be stored before it could be answered; the unit that answers it takes it away.

    `id` is the message_id that it will be answered under. `entrante`: the post as JSON. `clave_id` and
    `dispositivo`: who posted it, and `espera` until when he waits for the answer (real time). `lease`: until
    then (real time) somebody works on it. `intentos`: how often it was begun; after the first the rules
    alone read it.
    """

    id: str
    version: int
    conversacion: str
    entrante: str
    clave_id: str
    dispositivo: str | None
    recibido: Instant
    espera: Instant
    lease: Instant
    intentos: int = 0
    borrar_en: Instant | None = None


@dataclass(frozen=True, slots=True)
class Salida:
    """A reply on its way to the phone.

    `dispositivo_id`: the device that posted the mensaje (None: the tenant key). `libre_en`: not offered
    before then (it is leased). `cambia_agenda`: tells a change of the agenda, so it is never withdrawn.
    `dada`: it was handed out in a 200 at least once.
    """

    id: str
    version: int
    conversacion: str
    para: str
    texto: str
    creada: Instant
    caduca: Instant
    libre_en: Instant
    conversation_id: str | None = None
    notification_key: str | None = None
    dispositivo_id: str | None = None
    mensaje_id: str | None = None
    estado: EstadoSalida = "pendiente"
    intento: int = 0
    cambia_agenda: bool = False
    dada: bool = False
    motivo: str | None = None
    cliente_id: str | None = None
    borrar_en: Instant | None = None


@dataclass(frozen=True, slots=True)
class Aviso:
    """Something that the owner should be told; it goes to every device until one acknowledges it."""

    id: str
    version: int
    tipo: str
    texto: str
    creado: Instant
    cita_id: str | None = None
    cliente_id: str | None = None
    reconocido: bool = False
    borrar_en: Instant | None = None


@dataclass(frozen=True, slots=True)
class Espera:
    """A wish on the waiting list: tell when something frees."""

    id: str
    version: int
    conversacion: str
    cliente_id: str
    deseo: Deseo
    desde: Instant
    hasta: Instant
    recursos_id: tuple[str, ...]
    creada: Instant
    avisada: bool = False
    borrar_en: Instant | None = None


@dataclass(frozen=True, slots=True)
class Consentimiento:
    """The business's explicit opt-in to notification access (`id` is always "consentimiento")."""

    version: int
    acepta: bool
    texto_version: str | None
    nombre: str | None
    cuando: Instant
    dispositivo: str | None
    origen: Literal["http", "archivo"]
    id: str = "consentimiento"


@dataclass(frozen=True, slots=True)
class Pausa:
    """Silence for everybody until `hasta` (`id` is always "pausa")."""

    version: int
    hasta: Instant | None
    id: str = "pausa"


@dataclass(frozen=True, slots=True)
class Latido:
    """The last heartbeat of a device (`id` is the device's)."""

    id: str
    version: int
    nombre: str
    cuando: Instant
    permiso: bool
    escuchando: bool
    bateria_sin_limite: bool
    cola: int
    version_app: str
    alertado: bool = False


@dataclass(frozen=True, slots=True)
class Idempotencia:
    """A request under an Idempotency-Key; `id` = sha256(method, path, key).

    `cuerpo` is the sha256 of the body's bytes. While `status` is None it runs, until `lease`.
    """

    id: str
    version: int
    cuerpo: str
    lease: Instant
    borrar_en: Instant
    status: int | None = None
    cabeceras: tuple[tuple[str, str], ...] = ()
    contenido: str | None = None
    cliente_id: str | None = None


@dataclass(frozen=True, slots=True)
class Gasto:
    """What a model cost a tenant in one month; `id` is the month, "2026-11", in the tenant's zone.

    `nanos`: billionths of a USD, what is in flight included. `alertado`: that it is spent was told.
    """

    id: str
    version: int
    nanos: int
    alertado: bool = False
