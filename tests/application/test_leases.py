"""A deferred task has one holder, and another one when that one dies."""

from typing_extensions import override

from builders import a_tenant, at
from citas.application.leases import AGAIN, TERM, Lease
from citas.application.ports import World
from fakes import Fakes, a_world

NOW = at("2025/08/29 08:00")


async def a_fake_world() -> Fakes:
    return await a_world(a_tenant(), now=NOW)


def leases(world: World) -> tuple[Lease, Lease]:
    return Lease(world, "salidas", "uno"), Lease(world, "salidas", "otro")


async def test_of_two_processes_one_has_the_task_for_as_long_as_it_uses_it() -> None:
    fakes = await a_fake_world()
    one, other = leases(fakes.world)

    for _ in range(120):
        assert (await one.held(), await other.held()) == (True, False)
        fakes.clock.advance(1)


async def test_the_task_of_a_dead_process_is_anothers_some_seconds_later() -> None:
    fakes = await a_fake_world()
    dead, other = leases(fakes.world)
    assert await dead.held()
    assert not await other.held()

    waited = 0
    while not await other.held():
        fakes.clock.advance(1)
        waited += 1

    assert TERM <= waited <= TERM + AGAIN
    assert not await dead.held()


async def test_what_is_given_back_is_anothers_at_once() -> None:
    fakes = await a_fake_world()
    one, other = leases(fakes.world)
    assert await one.held()

    await one.give_back()

    assert await other.held()


async def test_what_another_has_is_not_given_back() -> None:
    fakes = await a_fake_world()
    one, other = leases(fakes.world)
    await one.held()
    await other.held()

    await other.give_back()

    assert await one.held()
    assert not await Lease(fakes.world, "salidas", "tercero").held()


async def test_holding_a_task_for_a_minute_takes_few_writes() -> None:
    fakes = await a_fake_world()
    asked: list[int] = []

    class Counted(Lease):
        @override
        async def _ask(self, until: int, real: int) -> bool:
            asked.append(real)
            return await super()._ask(until, real)

    lease = Counted(fakes.world, "salidas", "uno")
    for _ in range(60):
        assert await lease.held()
        fakes.clock.advance(1)

    assert len(asked) <= 7
