"""What the use cases need of the world, as promises."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar

from citas.application.peaks import Peaks
from citas.domain.catalogo import ModoIA, Tenant
from citas.domain.citas import Bloqueo, Cita, EstadoCita, Instant, Ocupacion
from citas.domain.claves import Clave
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.mensajes import (
    Aviso,
    Consentimiento,
    Espera,
    Gasto,
    Idempotencia,
    Latido,
    Mensaje,
    Pausa,
    Salida,
    Trabajo,
)
from citas.language.candado.contratos import Clasificar, Extraccion, Extraer, Intento, Redaccion, Redactar

Document = (
    Cita
    | Bloqueo
    | Cliente
    | Conversacion
    | Mensaje
    | Salida
    | Aviso
    | Espera
    | Consentimiento
    | Pausa
    | Latido
    | Idempotencia
    | Trabajo
    | Gasto
)


@dataclass(frozen=True, slots=True)
class Insert:
    """Store a document that is not there yet; it must be written with version 1."""

    document: Document


@dataclass(frozen=True, slots=True)
class Replace:
    """Store `document` over the one of the same kind and id whose version is `document.version - 1`."""

    document: Document


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away the document of that kind and id whose version is the given document's."""

    document: Document


Write = Insert | Replace | Remove
Unit = Sequence[Write]
Page = tuple[tuple[str, Document], ...]


@dataclass(frozen=True, slots=True)
class CitaFilter:
    """Which citas to list, by start: [desde, hasta) instants; `after` is the cursor (start, id)."""

    desde: Instant
    hasta: Instant | None = None
    telefono: str | None = None
    estado: EstadoCita = "confirmada"
    recurso_id: str | None = None
    limit: int = 50
    after: tuple[Instant, str] | None = None


@dataclass(frozen=True, slots=True)
class Configured:
    """What every mensaje needs to know of its business.

    `consentimiento`: the current record of the opt-in, accepted or withdrawn. `pausa`: the silence for
    everybody, ended or not.
    """

    tenant: Tenant
    consentimiento: Consentimiento | None
    pausa: Pausa | None

    @property
    def opted_in(self) -> bool:
        """Whether the business lets its mensajes be read."""
        return self.consentimiento is not None and self.consentimiento.acepta


class Door(Protocol):
    """All that belongs to one tenant. There is no way to another tenant's data from here.

    Reads see only what was committed, and everything that this process committed before.
    Raises UnavailableError from any method when the store does not answer in time.
    """

    async def commit(self, unit: Unit, now: Instant) -> None:
        """Apply every write of `unit`, or none: one durable transaction.

        The slots of citas, holds and bloqueos are claimed in the unique index over
        (recurso_id, fecha, slot): two documents never hold the same atom, for every process that
        shares the store. Replacing a document moves its claim to its new slots, and a document's own
        atoms never refuse it. Where the index refuses, holds that stand in the way and whose
        `expira` ≤ `now` are removed and the claim is tried once more. Removes are applied before
        inserts and replaces, so that a hold's atoms can pass to the cita in the same unit.
        A cancelled await does not undo or tear a commit.

        Raises:
            SlotTakenError: an atom is held by another document; nothing was written.
            ConflictError: an Insert's id is there already (or its unique key: a cliente's
                `telefono`), or a Replace's or Remove's version is not the stored one; nothing was written.
            ValueError: a `confirmada`, `bloqueada` or bloqueo with an empty claim, a `cancelada` that
                still claims, or an Insert whose version is not 1 (a bug); nothing was written.
        """

    async def configured(self) -> Configured:
        """Return the tenant as it is configured now, in one read. Raises NotFoundError."""

    async def conversacion(self, conversacion_id: str) -> Conversacion | None:
        """Find a chat by its key."""

    async def cliente(self, cliente_id: str) -> Cliente | None:
        """Find a cliente by id."""

    async def cliente_by_telefono(self, telefono: str) -> Cliente | None:
        """Find the cliente of an E.164 phone."""

    async def mensaje(self, mensaje_id: str) -> Mensaje | None:
        """Find a mensaje by its document id."""

    async def mensaje_at(self, instante: str) -> Mensaje | None:
        """Find the mensaje with this `instante`; of several, the one that arrived first."""

    async def cadena(self, message_id: str) -> tuple[Mensaje, ...]:
        """Return the mensajes whose `cadena` is `message_id`, in order of arrival."""

    async def cita(self, cita_id: str) -> Cita | None:
        """Find a cita (or hold) by id, whatever its estado."""

    async def citas(self, which: CitaFilter) -> tuple[Cita, ...]:
        """List citas by (start, id), at most `which.limit`."""

    async def citas_of(self, cliente_id: str, desde: Instant) -> tuple[Cita, ...]:
        """Return the confirmed citas of a cliente that end after `desde`, by start."""

    async def ultima_cita_of(self, cliente_id: str, before: Instant) -> Cita | None:
        """Return the confirmed cita of a cliente with the latest start before `before`."""

    async def ocupaciones(self, desde: Instant, hasta: Instant) -> tuple[Ocupacion, ...]:
        """Return all that claims time overlapping [desde, hasta), by start, one for each recurso claimed.

        Expired holds may still be among them; their `expira` tells. The hold of a move claims only what
        its cita has not: its `claimed_end` is the end of its last atom.
        """

    async def bloqueos(self, desde: Instant, hasta: Instant) -> tuple[Bloqueo, ...]:
        """Return the bloqueos that overlap [desde, hasta), by start."""

    async def bloqueo(self, bloqueo_id: str) -> Bloqueo | None:
        """Find a bloqueo by id."""

    async def salida(self, salida_id: str) -> Salida | None:
        """Find a salida by id."""

    async def salidas_of(self, conversacion_id: str) -> tuple[Salida, ...]:
        """Return the `pendiente` salidas of a chat, oldest first."""

    async def salidas_due(self, now: Instant) -> tuple[Salida, ...]:
        """Return the `pendiente` salidas with `libre_en` ≤ now < `caduca`, oldest first."""

    async def avisos(self) -> tuple[Aviso, ...]:
        """Return the avisos that nobody acknowledged, oldest first."""

    async def aviso(self, aviso_id: str) -> Aviso | None:
        """Find an aviso by id."""

    async def esperas(self, now: Instant) -> tuple[Espera, ...]:
        """Return the wishes on the waiting list with `hasta` > now that were not told yet, oldest first."""

    async def latidos(self) -> tuple[Latido, ...]:
        """Return the last heartbeat of every device."""

    async def latido(self, dispositivo_id: str) -> Latido | None:
        """Find a device's last heartbeat."""

    async def idempotencia(self, record_id: str) -> Idempotencia | None:
        """Find the record of a request under an Idempotency-Key."""

    async def expired_holds(self, now: Instant) -> tuple[Cita, ...]:
        """Return the holds with `expira` ≤ now."""

    async def trabajo(self, trabajo_id: str) -> Trabajo | None:
        """Find a post that waits for its answer."""

    async def unfinished(self, now: Instant) -> tuple[Trabajo, ...]:
        """Return the trabajos with `lease` ≤ now, oldest first."""

    async def gasto(self, mes: str) -> Gasto | None:
        """Find what a model cost in a month, "2026-11"."""

    async def expired_salidas(self, now: Instant) -> tuple[Salida, ...]:
        """Return the `pendiente` salidas with `caduca` ≤ now."""

    async def purge(self, now: Instant) -> int:
        """Delete what carries `borrar_en` ≤ now, of citas only holds; return how many documents went."""

    async def forget(self, cliente_id: str, now: Instant) -> None:
        """Erase a cliente everywhere, for good.

        His document, mensajes, chats and their trabajos, salidas, esperas, holds, and kept idempotent answers go; avisos that
        name him, or one of his citas, too. His citas lose name, phone, email, chat and motivo (version + 1),
        and future ones keep their slots. Nothing of it can be read from the files afterwards. Doing it
        again is harmless, and due where it raised UnavailableError.
        """

    async def export(self, after: tuple[str, str] | None = None, limit: int = 1000) -> Page:
        """Return stored documents with the name of their collection, by (collection, id).

        The page begins after that place and holds at most `limit`; an empty one is the end.
        """

    async def restore(self, documents: Sequence[Document]) -> int:
        """Store documents as they are, version and all, in one unit; return how many were not there yet.

        Those whose id is there already are left alone. Raises SlotTakenError or ConflictError where another
        document holds an atom or a unique key; nothing of the page was written then.
        """


class Operator(Protocol):
    """What belongs to no tenant: keys by hash, tenants by name, and who has something due."""

    async def save_tenant(
        self, tenant: Tenant, consentimiento: Consentimiento | None, claves: Sequence[Clave]
    ) -> None:
        """Create or replace a tenant with its catalogue, consent (None: leave it) and new keys, whole.

        Its catalogue's servicios and recursos that are no longer named go away.
        Raises ConflictError: another tenant has this `nombre` and `contacto.telefono`, or the consent's
        version is not the next one; nothing was written.
        """

    async def tenants(self) -> tuple[Tenant, ...]:
        """Return all tenants by name."""

    async def clave_by_hash(self, key_hash: str) -> Clave | None:
        """Find a key, revoked or not."""

    async def clave(self, clave_id: str) -> Clave | None:
        """Find a key by id."""

    async def claves(self, tenant_id: str) -> tuple[Clave, ...]:
        """Return a tenant's keys, oldest first."""

    async def save_claves(self, claves: Sequence[Clave]) -> None:
        """Insert (version 1) or replace (version - 1 stored) keys, all or none. Raises ConflictError."""

    async def due(self, now: Instant) -> tuple[str, ...]:
        """Return the ids of the tenants that have something due.

        Due are an expired hold, an expired salida, an unfinished trabajo whose lease ended, and what
        carries a `borrar_en` that has come.
        """

    async def lease(self, tarea: str, holder: str, until: Instant, real: Instant) -> bool:
        """Take a task for oneself until an instant of real time, or prolong what one has.

        False: another holder has it, and its lease has not ended at `real`. `until` ≤ `real` gives it back.
        """

    async def generation(self) -> int:
        """Return a number that grows whenever configuration or keys change; cheap enough for every call."""


class Stores(Protocol):
    """The installation's store: one door per tenant, and the operator's."""

    def of(self, tenant_id: str) -> Door:
        """Open a tenant's door; whether the tenant exists shows when it is used."""

    @property
    def operator(self) -> Operator:
        """The operator's door."""

    async def start(self) -> None:
        """Make the schema and the indexes where they are missing; safe with many processes at once."""

    async def ping(self) -> None:
        """Raise UnavailableError unless the store answers."""

    async def close(self) -> None:
        """Finish what was begun and let go of the files."""


class Clock(Protocol):
    """The service's clock, and real time for waits."""

    def now(self) -> Instant:
        """Return the service's instant."""

    def now_ms(self) -> int:
        """Return the service's instant in milliseconds."""

    def real(self) -> Instant:
        """Return the real instant: for leases and `borrar_en`, which end though the service's clock stands."""

    def monotonic(self) -> float:
        """Return real seconds from some start: for waits, limits and measures."""

    async def sleep(self, seconds: float) -> None:
        """Wait in real time."""


class Ids(Protocol):
    """New ids and secrets."""

    def new_id(self) -> str:
        """Return 24 hexadecimal digits, never the same twice."""

    def new_key(self) -> str:
        """Return an API key: at least 256 bits of chance."""


class Telemetry(Protocol):
    """Counters, measures and alerts; nothing personal goes in."""

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Add to a counter of the contract."""

    def observe(self, name: str, value: float) -> None:
        """Add an observation to a histogram of the contract."""

    def gauge(self, name: str, value: float) -> None:
        """Say what something of the contract is now."""

    def alert(self, alerta: str, tenant_id: str, **facts: str | int) -> None:
        """Raise an alert: a log line at level error, the counter, and the webhook."""

    def note(self, suceso: str, tenant_id: str, **facts: str | int) -> None:
        """Write one line to the log: codes, counts and hashes."""


class Bell(Protocol):
    """Wakes whoever waits for something new of a tenant, or for the answer to a post, by its id."""

    def ring(self, some_id: str) -> None:
        """Wake the waiters."""

    async def wait(self, some_id: str, seconds: float) -> None:
        """Wait until it rings, or that long. May wake without cause."""


Pushed = Literal["queued", "full", "away"]


class Queue(Protocol):
    """Ids of trabajos that wait for whoever has a hand free, over all processes: never the truth.

    What an id names is in the store before it is pushed. An id that is lost is found there, and one that is
    given twice is answered once, by the fence of its unit. Nothing here raises, and only `pop` waits.
    """

    @property
    def answering(self) -> bool:
        """Whether it answered when it was last asked anything."""

    async def push(self, tenant_id: str, trabajo_id: str) -> Pushed:
        """Put an id in line; one that stands there already is not put twice.

        "full": as many of this tenant wait as may; "away": nobody answers, known within some tenths of a
        second. It stands in no line then.
        """

    async def pop(self, seconds: float) -> tuple[str, str] | None:
        """Take the next (tenant_id, trabajo_id); no two callers are given the same one.

        The tenants that have something in line take turns; of one tenant, the one that was put first.
        Waits up to `seconds` for one. None: there was none, or nobody answers (it waits then, too).
        """

    async def ping(self) -> bool:
        """Ask it, and tell whether it answers."""


@dataclass(frozen=True, slots=True)
class Consumo:
    """Tokens that one request took, or may take: what was sent, and what came back."""

    entrada: int = 0
    salida: int = 0


class Permit(Protocol):
    """What the house answers for each request that a model's adapter puts on the wire."""

    @property
    def tenant_id(self) -> str:
        """The business on whose behalf it is asked: what is remembered or cut off is so for it alone."""

    @property
    def dia(self) -> str:
        """The business's local day; nothing remembered outlives it."""

    async def before(self, paso: str, estimado: Consumo) -> float:
        """Ask leave for one request; return the seconds that it may take.

        It is counted and its price is set aside. Raises InterpreterError: no request left for this
        mensaje, no time, or no budget; nothing may be sent then.
        """

    async def after(self, paso: str, gastado: Consumo, resultado: str) -> None:
        """Tell what became of the request that leave was given for: what it took, and "ok" or the fault."""


class Interpreter(Protocol):
    """A language model behind the contracts. It is asked, and nothing that it says is believed here.

    Each method asks `permit` before every request that it puts on the wire, and once more at most; it
    returns an answer of the contract, or raises InterpreterError: never anything else, and never later
    than the permit's seconds. The same question of the same day may be answered from memory, without leave.
    """

    @property
    def modelo(self) -> str:
        """What the model is called."""

    @property
    def proveedor(self) -> str:
        """Who runs it."""

    @property
    def segundos(self) -> float:
        """All the time that the calls of one mensaje may take together."""

    @property
    def con_precios(self) -> bool:
        """Whether it is known what it costs."""

    def nanos(self, consumo: Consumo) -> int:
        """Return what that costs, in billionths of a USD; 0 where prices are not known."""

    async def classify(self, encargo: Clasificar, permit: Permit) -> Intento:
        """Ask what a text wants: `intencion.1`. Raises InterpreterError."""

    async def extract(self, encargo: Extraer, permit: Permit) -> Extraccion:
        """Ask for the pieces of a wish: `extraccion.1`. Raises InterpreterError."""

    async def reword(self, encargo: Redactar, permit: Permit) -> Redaccion:
        """Ask for the words of a reply: `respuesta.1`. Raises InterpreterError."""

    async def close(self) -> None:
        """Let go of the connections."""


T = TypeVar("T")

# Given the result of a use case, the writes that complete the record of an Idempotency-Key: the use
# case puts them into the very unit that makes the result true. Without a key there are none.
Seal = Callable[[T], tuple[Write, ...]]


def unsealed(_result: object) -> tuple[Write, ...]:
    """Seal nothing: no Idempotency-Key was sent."""
    return ()


@dataclass(frozen=True, slots=True)
class World:
    """All that the use cases are given.

    `url_publica`: where the privacy notice is reached. `interpreter`: the model, if there is one; `ia`: how
    mensajes are read where the business does not say it itself. `queue`: None where every process answers
    all that it is asked. `peaks`: what this process has in work.
    """

    stores: Stores
    clock: Clock
    ids: Ids
    telemetry: Telemetry
    bell: Bell
    url_publica: str | None = None
    interpreter: Interpreter | None = None
    ia: ModoIA = "reglas"
    queue: Queue | None = None
    peaks: Peaks = field(default_factory=Peaks)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: a tenant's key, or one of its devices'."""

    tenant_id: str
    clave_id: str
    dispositivo: str | None = None

    @property
    def dispositivo_id(self) -> str | None:
        """The device's id, where a device calls."""
        return self.clave_id if self.dispositivo is not None else None
