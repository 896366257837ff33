"""What every queue promises: the fake of the other tests, and the one in Redis."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from citas.adapters.queue.line import RedisQueue
from citas.adapters.queue.link import Link
from citas.adapters.system import ServiceClock
from citas.application.ports import Queue
from fake_queue import FakeQueue
from fakes import FakeClock, RecordingTelemetry
from servidores import WITH_SERVER

SOON = 0.05
MOST = 5


@pytest.fixture(params=["fake", pytest.param("redis", marks=WITH_SERVER)])
async def queue(request: pytest.FixtureRequest) -> AsyncIterator[Queue]:
    if request.param == "fake":
        yield FakeQueue(FakeClock(0), MOST)
        return
    link = Link(request.getfixturevalue("redis_url"), ServiceClock())
    yield RedisQueue(link, ServiceClock(), RecordingTelemetry(), MOST)
    await link.close()


async def popped(queue: Queue) -> list[tuple[str, str]]:
    found = []
    while (one := await queue.pop(SOON)) is not None:
        found.append(one)
    return found


async def test_ids_of_one_tenant_come_in_the_order_in_which_they_were_put(queue: Queue) -> None:
    for number in range(3):
        assert await queue.push("sol", f"m{number}") == "queued"

    assert await popped(queue) == [("sol", "m0"), ("sol", "m1"), ("sol", "m2")]


async def test_a_tenants_flood_does_not_delay_another_ones_barber(queue: Queue) -> None:
    for number in range(MOST):
        await queue.push("flood", f"f{number}")
    await queue.push("barber", "b0")
    await queue.push("barber", "b1")

    first = [await queue.pop(SOON) for _ in range(4)]
    assert ("barber", "b0") in first[:2]
    assert ("barber", "b1") in first


async def test_who_comes_late_in_a_long_flood_is_served_next(queue: Queue) -> None:
    for number in range(MOST):
        await queue.push("flood", f"f{number}")
    for _ in range(3):
        await queue.pop(SOON)
    await queue.push("barber", "b0")

    assert ("barber", "b0") in [await queue.pop(SOON) for _ in range(2)]


async def test_a_full_line_takes_no_more_of_that_tenant_and_all_of_another(queue: Queue) -> None:
    put = [await queue.push("flood", f"f{number}") for number in range(MOST + 1)]

    assert put == ["queued"] * MOST + ["full"]
    assert await queue.push("barber", "b0") == "queued"
    assert ("flood", f"f{MOST}") not in await popped(queue)


async def test_there_is_room_again_for_each_that_was_taken(queue: Queue) -> None:
    for number in range(MOST):
        await queue.push("flood", f"f{number}")
    await queue.pop(SOON)

    assert await queue.push("flood", "new") == "queued"
    assert await queue.push("flood", "newer") == "full"


async def test_an_id_stands_in_line_once_however_often_it_is_put(queue: Queue) -> None:
    assert [await queue.push("sol", "m") for _ in range(MOST + 3)] == ["queued"] * (MOST + 3)

    assert await popped(queue) == [("sol", "m")]
    assert await queue.push("sol", "m") == "queued"


async def test_no_two_are_given_the_same_id(queue: Queue) -> None:
    for number in range(MOST):
        await queue.push("sol", f"m{number}")

    given = await asyncio.gather(*(queue.pop(SOON) for _ in range(3 * MOST)))

    assert sorted(one for one in given if one) == [("sol", f"m{number}") for number in range(MOST)]
