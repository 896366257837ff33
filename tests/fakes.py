"""The world that use cases are given in tests: a clock that tests move, ids in order, no outside."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Generator
from dataclasses import dataclass, field
from typing import TypeVar

from typing_extensions import override

from citas.adapters.stores.memory.door import MemoryDoor
from citas.adapters.stores.memory.stores import MemoryStores
from citas.application.ports import Caller, Stores, Unit, World
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.mensajes import Consentimiento

T = TypeVar("T")


class _Turn:
    """Let the other tasks have a turn."""

    def __await__(self) -> Generator[None, None, None]:
        yield


class FakeClock:
    """A clock that moves only when a test moves it, or when somebody waits."""

    def __init__(self, now: Instant, ms: int = 0) -> None:
        self._ms = now * 1000 + ms
        self._real = 0.0
        self._began = now

    def now(self) -> Instant:
        return self._ms // 1000

    def now_ms(self) -> int:
        return self._ms

    def real(self) -> Instant:
        return self._began + int(self._real)

    def monotonic(self) -> float:
        return self._real

    async def sleep(self, seconds: float) -> None:
        self.advance(seconds=seconds)
        await _Turn()

    def advance(self, seconds: float = 0, *, minutes: float = 0, hours: float = 0, days: float = 0) -> None:
        passed = seconds + 60 * minutes + 3600 * hours + 86_400 * days
        self._ms += round(passed * 1000)
        self._real += passed

    def set(self, now: Instant) -> None:
        """Put the service's clock at an instant; no real time passes."""
        self._ms = now * 1000


class SequentialIds:
    """Ids and keys in order: the same in every run."""

    def __init__(self, first: int = 1) -> None:
        self._next = first

    def new_id(self) -> str:
        self._next += 1
        return f"{self._next - 1:024x}"

    def new_key(self) -> str:
        return f"citas_{self.new_id():0>43}"


class RecordingTelemetry:
    """Remembers what was counted, measured and alerted."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()
        self.observed: list[tuple[str, float]] = []
        self.gauges: dict[str, float] = {}
        self.alerts: list[tuple[str, str, dict[str, str | int]]] = []
        self.notes: list[tuple[str, str, dict[str, str | int]]] = []

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        self.counts[name, tuple(sorted(labels.items()))] += int(amount)

    def observe(self, name: str, value: float) -> None:
        self.observed.append((name, value))

    def gauge(self, name: str, value: float) -> None:
        self.gauges[name] = value

    def alert(self, alerta: str, tenant_id: str, **facts: str | int) -> None:
        self.alerts.append((alerta, tenant_id, facts))

    def note(self, suceso: str, tenant_id: str, **facts: str | int) -> None:
        self.notes.append((suceso, tenant_id, facts))

    def counted(self, name: str, **labels: str) -> int:
        return self.counts[name, tuple(sorted(labels.items()))]


class FakeBell:
    """Waiting moves the fake clock, so that a long poll ends without time passing."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.rung: list[str] = []

    def ring(self, some_id: str) -> None:
        self.rung.append(some_id)

    async def wait(self, some_id: str, seconds: float) -> None:
        del some_id
        await self._clock.sleep(seconds)


class _TurnDoor(MemoryDoor):
    @override
    async def commit(self, unit: Unit, now: Instant) -> None:
        await _Turn()
        await super().commit(unit, now)


class TurnStores(MemoryStores):
    """Memory in which every commit lets the others have a turn: rivals all decide before the first one writes."""

    @override
    def of(self, tenant_id: str) -> MemoryDoor:
        return _TurnDoor(self._shelves[tenant_id], self._changed)


@dataclass
class Fakes:
    """A world, and the fakes in it under their own types."""

    clock: FakeClock
    stores: Stores = field(default_factory=MemoryStores)
    ids: SequentialIds = field(default_factory=SequentialIds)
    telemetry: RecordingTelemetry = field(default_factory=RecordingTelemetry)
    url_publica: str | None = None

    def __post_init__(self) -> None:
        self.bell = FakeBell(self.clock)
        self.world = World(
            self.stores, self.clock, self.ids, self.telemetry, self.bell, url_publica=self.url_publica
        )


async def a_world(
    *tenants: Tenant,
    now: Instant,
    stores: Stores | None = None,
    consent: bool = True,
    url_publica: str | None = None,
) -> Fakes:
    """Make a world in which these tenants are stored, with their opt-in; over the memory store, if none is given."""
    fakes = Fakes(FakeClock(now), stores or MemoryStores(), url_publica=url_publica)
    await fakes.stores.start()
    for tenant in tenants:
        record = Consentimiento(
            version=1,
            acepta=True,
            texto_version="1",
            nombre="Ana",
            cuando=now,
            dispositivo=None,
            origen="archivo",
        )
        await fakes.stores.operator.save_tenant(tenant, record if consent else None, ())
    return fakes


def a_caller(tenant: Tenant, dispositivo: str | None = None, clave_id: str = "f" * 24) -> Caller:
    """Call with the tenant's key, or with that of a device by this name."""
    return Caller(tenant.id, clave_id, dispositivo)


async def at_once(*rivals: Awaitable[T]) -> list[T | BaseException]:
    """Run them together and return each one's result or error, in order."""
    return await asyncio.gather(*rivals, return_exceptions=True)
