"""What a process does besides answering: each task by one of all, whatever goes wrong, and its share of the queue."""

from collections import Counter
from collections.abc import MutableMapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest
from structlog.testing import capture_logs
from typing_extensions import override

from builders import a_cita, a_tenant, at
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.memory.door import MemoryDoor
from citas.adapters.worker import at_work
from citas.application.entrante import Entrante, Linea
from citas.application.leases import AGAIN
from citas.application.ports import Insert
from citas.application.sweep import deferred_tasks
from citas.application.trabajos import store_first
from citas.domain.citas import Instant
from citas.domain.errors import UnavailableError
from citas.domain.mensajes import Mensaje, Trabajo
from fake_queue import FakeQueue
from fakes import FakeClock, Fakes, a_caller, a_world

NOW = at("2025/08/29 08:00")
SHOP = a_tenant()
HOLD = replace(a_cita("2025/08/29 10:00"), estado="bloqueada", expira=NOW)
TASKS = {task.tarea for task in deferred_tasks()}
TURNS = 30

Logs = Sequence[MutableMapping[str, Any]]


class SteadyClock(FakeClock):
    """Moves only when the test moves it: who sleeps waits for that."""

    @override
    async def sleep(self, seconds: float) -> None:
        until = self.monotonic() + seconds
        await super().sleep(0)
        while self.monotonic() < until:
            await super().sleep(0)


class MoodyStores(MemoryStores):
    """A store that fails as often as it is told to."""

    faults: tuple[Exception, ...] = ()

    @override
    async def due(self, now: Instant) -> tuple[str, ...]:
        if self.faults:
            fault, *rest = self.faults
            self.faults = tuple(rest)
            raise fault
        return await super().due(now)


@pytest.fixture
async def stores() -> MoodyStores:
    return MoodyStores()


@pytest.fixture
async def fakes(stores: MoodyStores) -> Fakes:
    made = await a_world(SHOP, now=NOW, stores=stores)
    made.clock = SteadyClock(NOW)
    made.world = replace(made.world, clock=made.clock)
    return made


async def passes(fakes: Fakes, seconds: int) -> None:
    """Let time pass, and everybody have turns in every second of it."""
    for _ in range(seconds):
        fakes.clock.advance(1)
        for _ in range(TURNS):
            await fakes.clock.sleep(0)


def taken(logs: Logs) -> Counter[str]:
    return Counter(str(line["tarea"]) for line in logs if line["event"] == "tarea_tomada")


@pytest.mark.parametrize(
    ("fault", "logged"), [(UnavailableError(), "tarea_aplazada"), (RuntimeError("x"), "tarea_fallida")]
)
async def test_a_task_is_done_again_whatever_went_wrong(
    fakes: Fakes, stores: MoodyStores, fault: Exception, logged: str
) -> None:
    await stores.of(SHOP.id).commit((Insert(HOLD),), NOW)
    stores.faults = (fault,) * 8

    with capture_logs() as logs:
        async with at_work(fakes.world, 1):
            await passes(fakes, 5)

    assert logged in {line["event"] for line in logs}
    assert await stores.of(SHOP.id).expired_holds(NOW) == ()


async def test_of_two_processes_one_does_each_task_for_as_long_as_it_lives(fakes: Fakes) -> None:
    with capture_logs() as logs:
        async with at_work(fakes.world, 1), at_work(fakes.world, 1):
            await passes(fakes, 60)

    assert taken(logs) == dict.fromkeys(TASKS, 1)


async def test_when_a_process_ends_in_order_another_one_goes_on_within_seconds(fakes: Fakes) -> None:
    async with AsyncExitStack() as first:
        await first.enter_async_context(at_work(fakes.world, 1))
        await passes(fakes, 1)
        async with at_work(fakes.world, 1):
            await passes(fakes, 10)
            with capture_logs() as logs:
                await first.aclose()
                await passes(fakes, AGAIN + 1)

    # One that pauses for longer between its passes is taken after its pause.
    assert set(taken(logs)) >= {task.tarea for task in deferred_tasks() if task.pause <= AGAIN}


async def posts(fakes: Fakes, queue: FakeQueue, number: int) -> None:
    for chat in range(number):
        entrante = Entrante("Laura", (Linea(f"hola {chat}", NOW * 1000),), conversation_id=f"chat-{chat}")
        trabajo, _ = await store_first(fakes.world, a_caller(SHOP), entrante, fakes.clock.monotonic())
        await queue.push(SHOP.id, trabajo.id)


async def answered(fakes: Fakes) -> int:
    return sum(isinstance(one, Mensaje) for _, one in await fakes.stores.of(SHOP.id).export())


async def test_what_waits_in_the_queue_is_answered_by_several_at_once(fakes: Fakes) -> None:
    queue = FakeQueue(fakes.clock)
    world = replace(fakes.world, queue=queue)
    await posts(fakes, queue, 12)

    async with at_work(world, 2), at_work(world, 2):
        await passes(fakes, 3)

    assert await answered(fakes) == 12
    assert await fakes.stores.of(SHOP.id).unfinished(fakes.clock.real() + 60) == ()


async def test_what_cannot_be_answered_now_does_not_stop_the_rest(fakes: Fakes, stores: MoodyStores) -> None:
    queue = FakeQueue(fakes.clock)
    await posts(fakes, queue, 2)
    broken, real_of = iter((True,)), stores.of

    def of(tenant_id: str) -> Any:
        if next(broken, False):
            raise RuntimeError("x")
        return real_of(tenant_id)

    stores.of = of  # type: ignore[method-assign] # fails once, whatever it is asked first
    with capture_logs() as logs:
        async with at_work(replace(fakes.world, queue=queue), 1):
            await passes(fakes, 2)

    assert "mensaje_fallido" in {line["event"] for line in logs}
    assert await answered(fakes) == 1


async def test_no_more_is_in_work_at_once_than_there_are_hands(fakes: Fakes) -> None:
    queue, at_once, most = FakeQueue(fakes.clock), 0, 0

    class SlowDoor(MemoryDoor):
        @override
        async def trabajo(self, trabajo_id: str) -> Trabajo | None:
            nonlocal at_once, most
            at_once += 1
            most = max(most, at_once)
            await fakes.clock.sleep(1)
            at_once -= 1
            return None

    class SlowStores(MemoryStores):
        @override
        def of(self, tenant_id: str) -> MemoryDoor:
            return SlowDoor(self._shelves[tenant_id], self._changed)

    for number in range(9):
        await queue.push(SHOP.id, f"m{number}")
    async with at_work(replace(fakes.world, stores=SlowStores(), queue=queue), 3):
        await passes(fakes, 5)

    assert most == 3
    assert await queue.pop(0) is None
