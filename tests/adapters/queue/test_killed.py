"""Redis dies in the middle of a peak, with ids in line: nothing is lost, nothing is answered twice."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest

from builders import a_tenant, at
from citas.adapters.queue import SharedRedis
from citas.adapters.system import ProcessBell, ServiceClock, SystemIds
from citas.adapters.worker import at_work
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.peaks import Peaks
from citas.application.ports import World
from citas.application.wire import Wire
from citas.domain.mensajes import Mensaje, Salida
from fakes import RecordingTelemetry, TurnStores, a_caller, a_world
from servidores import WITH_SERVER, Running

pytestmark = WITH_SERVER

NOW = at("2025/08/29 08:00")
SHOP = a_tenant()
POSTS = 60
PATIENCE = 8.0


@pytest.fixture
async def processes(mortal: Running) -> AsyncIterator[list[World]]:
    """Two processes that share a store and a Redis; one post at a time is all that they can do."""
    stores = TurnStores()
    await a_world(SHOP, now=NOW, stores=stores)
    clock = ServiceClock(lambda: NOW * 1000)
    async with AsyncExitStack() as stack:
        worlds = []
        for _ in range(2):
            telemetry = RecordingTelemetry()
            shared = SharedRedis(f"redis://127.0.0.1:{mortal.port}/0", ProcessBell(), clock, telemetry)
            world = World(stores, clock, SystemIds(), telemetry, shared.bell, queue=shared.queue)
            world = replace(world, peaks=Peaks(most_of_one=1))
            await stack.enter_async_context(shared.connected())
            await stack.enter_async_context(at_work(world, 1))
            worlds.append(world)
        yield worlds


def post(number: int) -> Entrante:
    return Entrante("Laura", (Linea(f"hola {number}", NOW * 1000),), conversation_id=f"chat-{number}")


async def posted(world: World, number: int) -> Wire:
    return await handle_mensaje(world, a_caller(SHOP), post(number), patience=PATIENCE)


async def test_redis_killed_in_the_middle_of_a_peak_loses_nothing(
    mortal: Running, processes: list[World]
) -> None:
    posting = [asyncio.create_task(posted(processes[n % 2], n)) for n in range(POSTS)]
    done, _ = await asyncio.wait(posting, return_when=asyncio.FIRST_COMPLETED)
    assert len(done) < POSTS
    mortal.process.kill()
    mortal.process.wait()
    late = [asyncio.create_task(posted(processes[n % 2], n)) for n in range(POSTS, 2 * POSTS)]
    await asyncio.wait(late, return_when=asyncio.FIRST_COMPLETED)
    mortal.again()

    answers = await asyncio.gather(*posting, *late)

    assert {answer["estado"] for answer in answers} == {"aclaracion"}
    assert {answer["duplicado"] for answer in answers} == {False}
    documents = [document for _, document in await processes[0].stores.of(SHOP.id).export()]
    mensajes = Counter(one.message_id for one in documents if isinstance(one, Mensaje))
    salidas = Counter(one.mensaje_id for one in documents if isinstance(one, Salida))
    assert len(mensajes) == 2 * POSTS
    assert set(mensajes.values()) == set(salidas.values()) == {1}
    assert await processes[0].stores.of(SHOP.id).unfinished(processes[0].clock.real() + 60) == ()
