"""What is shared over Redis, and what is left when it hangs, dies and comes back."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, suppress

import pytest
from typing_extensions import override

from citas.adapters.queue.bell import RedisBell
from citas.adapters.queue.limit import RedisLimit
from citas.adapters.queue.line import RedisQueue
from citas.adapters.queue.link import Link
from citas.adapters.system import ProcessBell, ServiceClock
from fakes import RecordingTelemetry
from servidores import WITH_SERVER, Running

pytestmark = WITH_SERVER

CLOCK = ServiceClock()


@pytest.fixture
async def linked(redis_url: str) -> AsyncIterator[Callable[[], Link]]:
    """Links of as many processes as a test asks for."""
    async with AsyncExitStack() as stack:

        def link() -> Link:
            made = Link(redis_url, CLOCK)
            stack.push_async_callback(made.close)
            return made

        yield link


@pytest.fixture
async def link(mortal: Running) -> AsyncIterator[Link]:
    made = Link(f"redis://127.0.0.1:{mortal.port}/0", CLOCK)
    yield made
    await made.close()


def queue_of(link: Link, telemetry: RecordingTelemetry | None = None) -> RedisQueue:
    return RedisQueue(link, CLOCK, telemetry or RecordingTelemetry())


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not holds():
            await CLOCK.sleep(0.02)


async def test_who_waits_for_work_is_given_what_another_process_puts(linked: Callable[[], Link]) -> None:
    waiting = asyncio.create_task(queue_of(linked()).pop(10))

    await queue_of(linked()).push("sol", "m")

    async with asyncio.timeout(5):
        assert await waiting == ("sol", "m")


async def test_two_processes_share_the_limit_of_a_key(linked: Callable[[], Link]) -> None:
    limits = [RedisLimit(linked()), RedisLimit(linked())]

    waits = [await limits[number % 2].wait("clave", 5) for number in range(7)]

    assert waits[:5] == [0] * 5
    assert all(wait is not None and 55 <= wait <= 60 for wait in waits[5:])
    assert await limits[0].wait("otra", 5) == 0


async def test_a_bell_is_heard_in_another_process(linked: Callable[[], Link]) -> None:
    heard: list[str] = []

    class Ear(ProcessBell):
        @override
        def ring(self, some_id: str) -> None:
            heard.append(some_id)

    here, there = RedisBell(linked(), ProcessBell(), CLOCK), RedisBell(linked(), Ear(), CLOCK)
    tasks = [asyncio.create_task(work) for work in (here.tell(), there.listen())]
    async with asyncio.timeout(10):
        while "sol" not in heard:
            here.ring("sol")
            await CLOCK.sleep(0.02)
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    assert set(heard) == {"sol"}


async def test_a_bell_wakes_who_waits_in_its_own_process_though_redis_is_away(
    mortal: Running, link: Link
) -> None:
    mortal.end()
    bell = RedisBell(link, ProcessBell(), CLOCK)
    waiting = asyncio.create_task(bell.wait("sol", 10))
    await CLOCK.sleep(0)

    bell.ring("sol")

    async with asyncio.timeout(0.5):
        await waiting


async def test_a_redis_that_hangs_costs_one_question_some_tenths_and_the_next_ones_nothing(
    mortal: Running, link: Link
) -> None:
    queue, limit = queue_of(link), RedisLimit(link)
    assert await queue.ping()
    os.kill(mortal.pid, signal.SIGSTOP)
    try:
        async with asyncio.timeout(0.6):
            assert await queue.push("sol", "m") == "away"
        async with asyncio.timeout(0.05):
            assert await queue.push("sol", "m") == "away"
            assert await limit.wait("clave", 5) is None
    finally:
        os.kill(mortal.pid, signal.SIGCONT)

    assert await queue.ping()
    assert await queue.push("sol", "m") == "queued"


async def test_a_killed_redis_is_missed_and_found_again_by_itself(mortal: Running, link: Link) -> None:
    telemetry = RecordingTelemetry()
    queue = queue_of(link, telemetry)
    watching = asyncio.create_task(queue.watch())
    await queue.push("sol", "m")
    await until(lambda: telemetry.gauges.get("citas_cola_pendientes") == 1)

    mortal.process.kill()
    mortal.process.wait()
    assert await queue.push("sol", "n") == "away"
    await until(lambda: telemetry.gauges["citas_cola_disponible"] == 0)
    assert not queue.answering

    mortal.again()
    await until(lambda: queue.answering)
    assert await queue.push("sol", "n") == "queued"
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


async def test_a_worker_that_waits_when_redis_dies_waits_on(mortal: Running, link: Link) -> None:
    queue = queue_of(link)
    waiting = asyncio.create_task(queue.pop(0.2))
    await CLOCK.sleep(0.05)
    mortal.process.kill()
    mortal.process.wait()

    assert await waiting is None


async def test_a_redis_that_refuses_is_away(mortal: Running) -> None:
    del mortal
    wrong = Link("redis://127.0.0.1:1/0", CLOCK)

    assert await queue_of(wrong).push("sol", "m") == "away"
    assert not await queue_of(wrong).ping()
    await wrong.close()


async def test_a_process_that_has_too_much_to_do_does_not_take_redis_for_lost(
    linked: Callable[[], Link],
) -> None:
    link = linked()
    queue = queue_of(link)
    assert await queue.ping()
    slow = True

    async def hog() -> None:
        while slow:
            began = CLOCK.monotonic()
            while CLOCK.monotonic() - began < 0.35:
                pass
            await CLOCK.sleep(0)

    hogging = asyncio.create_task(hog())
    put = await queue.push("sol", "m")
    slow = False
    await hogging

    assert put == "queued"
    assert link.answering
