"""MongoDB that stops, comes back, or has somebody else in the way: what is said, and how soon."""

import asyncio
import gc
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from pymongo import AsyncMongoClient

from builders import a_cita, a_tenant, hex_id
from citas.adapters.stores.mongo import MongoStores
from citas.adapters.stores.mongo.values import Raw
from citas.application.ports import Door, Insert, Replace, Write
from citas.domain.errors import ConflictError, SlotTakenError, UnavailableError
from servidores import (
    MONGOD,
    WITH_SERVER,
    Running,
    accepts,
    initiate,
    is_primary,
    launch,
    mongod_command,
    wait_until,
)
from store_scenes import NOW, a_cliente, a_conversacion, a_mensaje, newer

# A connection that the driver gives up in the middle of being made is closed only by the collector.
pytestmark = [*WITH_SERVER, pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")]

TENANT = hex_id(0x7E)
PATIENCE = 1.0
SOON = 5.0  # far more than the patience: for a machine that is busy with something else


@pytest.fixture
async def stores(empty_mongodb: str) -> AsyncIterator[MongoStores]:
    stores = MongoStores(empty_mongodb)
    await stores.start()
    yield stores
    await stores.close()


@pytest.fixture
def door(stores: MongoStores) -> Door:
    return stores.of(TENANT)


@pytest.fixture
async def shell(empty_mongodb: str) -> AsyncIterator[AsyncMongoClient[Raw]]:
    """Somebody else on the same database."""
    client: AsyncMongoClient[Raw] = AsyncMongoClient(empty_mongodb)
    yield client
    await client.close()


@pytest.fixture
def frail(tmp_path: Path) -> Iterator[Running]:
    """A replica set of one that the test may kill."""
    folder = tmp_path / "frail"
    program = MONGOD.find(folder)
    running = launch(mongod_command(program, folder / "datos"), folder, accepts)
    initiate([running.port])
    yield running
    running.process.send_signal(signal.SIGCONT)
    running.end()
    gc.collect()


async def opened(running: Running) -> MongoStores:
    stores = MongoStores(f"mongodb://127.0.0.1:{running.port}/citas?replicaSet=rs0", patience=PATIENCE)
    await stores.start()
    return stores


async def seconds_until_away(ask: Callable[[], Awaitable[object]]) -> float:
    began = time.monotonic()
    with pytest.raises(UnavailableError):
        await ask()
    return time.monotonic() - began


async def test_a_server_that_dies_is_told_in_time_and_found_again_when_it_comes_back(frail: Running) -> None:
    stores = await opened(frail)
    door = stores.of(TENANT)
    await stores.operator.save_tenant(a_tenant(), None, ())
    await door.commit([Insert(a_cita()), Insert(a_cliente())], NOW)

    frail.process.kill()
    frail.process.wait()
    asks: list[Callable[[], Awaitable[object]]] = [
        lambda: door.cita(a_cita().id),
        door.configured,
        lambda: door.commit([Insert(a_mensaje())], NOW),
        lambda: door.commit([Insert(a_mensaje()), Replace(newer(a_cliente()))], NOW),
        stores.ping,
        lambda: stores.operator.due(NOW),
        lambda: stores.operator.lease("x", "yo", NOW, NOW),
        lambda: door.forget(a_cliente().id, NOW),
    ]
    waited = await asyncio.gather(*map(seconds_until_away, asks))

    assert max(waited) < SOON
    frail.again()
    assert wait_until(lambda: is_primary(frail.port))
    assert await door.cita(a_cita().id) == a_cita()
    await door.commit([Insert(a_mensaje())], NOW)
    await stores.close()


async def test_a_server_that_stands_still_is_told_in_time_and_goes_on(frail: Running) -> None:
    stores = await opened(frail)
    door = stores.of(TENANT)
    await door.commit([Insert(a_cita())], NOW)

    frail.process.send_signal(signal.SIGSTOP)
    waited = await asyncio.gather(
        *(seconds_until_away(lambda: door.cita(a_cita().id)) for _ in range(5)),
        seconds_until_away(lambda: door.commit([Insert(a_mensaje()), Insert(a_cliente())], NOW)),
    )
    frail.process.send_signal(signal.SIGCONT)

    assert max(waited) < SOON
    assert wait_until(lambda: is_primary(frail.port))
    assert await door.cita(a_cita().id) == a_cita()
    await stores.close()


async def test_a_store_that_nobody_serves_says_so_at_the_start() -> None:
    with pytest.raises(UnavailableError):
        await MongoStores("mongodb://127.0.0.1:9/citas", patience=0.5).start()


async def test_a_closed_store_is_away(empty_mongodb: str) -> None:
    stores = MongoStores(empty_mongodb)
    await stores.start()
    await stores.close()

    with pytest.raises(UnavailableError):
        await stores.of(TENANT).cita("x")


async def test_a_cancelled_await_leaves_a_whole_commit(empty_mongodb: str, door: Door) -> None:
    other = MongoStores(empty_mongodb)
    await other.start()
    for number in range(20):
        unit: list[Write] = [
            Insert(a_cliente(id=hex_id(number), telefono=None)),
            Insert(a_conversacion(id=f"{number}")),
        ]
        task = asyncio.create_task(other.of(TENANT).commit(unit, NOW))
        await asyncio.wait({task}, timeout=0.0005 * number)
        task.cancel()
    await other.close()

    found = [document for _, document in await door.export()]

    chats = {int(document.id, 16) for document in found if len(document.id) == 24}
    clientes = {int(document.id) for document in found if len(document.id) < 24}
    assert chats == clientes
    assert len(chats) >= 15


async def test_whoever_meets_an_open_transaction_waits_for_its_end(
    door: Door, shell: AsyncMongoClient[Raw]
) -> None:
    async def held(*, commits: bool, wanted: str) -> object:
        standing = a_cita(id=hex_id(8))
        await door.commit([Insert(standing)], NOW)
        async with shell.start_session() as session:
            await session.start_transaction()
            cita = shell.get_default_database()["cita"]
            stored = await cita.find_one({"_id.id": {"$exists": True}}, session=session)
            assert stored is not None
            taken = [{**slot, "fecha": "2025/09/01"} for slot in stored["slots"]]
            await cita.update_one({"_id": stored["_id"]}, {"$set": {"slots": taken}}, session=session)
            task = asyncio.create_task(door.commit([Insert(a_cita(wanted, id=hex_id(9)))], NOW))
            await asyncio.wait({task}, timeout=0.2)
            assert not task.done()
            await (session.commit_transaction() if commits else session.abort_transaction())
        return (await asyncio.gather(task, return_exceptions=True))[0]

    assert isinstance(await held(commits=True, wanted="2025/09/01 10:15"), SlotTakenError)
    assert await door.cita(hex_id(9)) is None


async def test_a_document_that_somebody_is_writing_is_tried_again_until_it_is_known(
    door: Door, shell: AsyncMongoClient[Raw]
) -> None:
    await door.commit([Insert(a_cliente())], NOW)
    unit: list[Write] = [Replace(newer(a_cliente(), nombre="Juana")), Insert(a_mensaje())]
    cliente = shell.get_default_database()["cliente"]

    for commits in (False, True):
        async with shell.start_session() as session:
            await session.start_transaction()
            await cliente.update_one({}, {"$inc": {"version": 1}}, session=session)
            task = asyncio.create_task(door.commit(unit, NOW))
            await asyncio.wait({task}, timeout=0.2)
            assert not task.done()
            await (session.commit_transaction() if commits else session.abort_transaction())
        if commits:
            with pytest.raises(ConflictError):
                await task
        else:
            await task
            assert await door.cliente(a_cliente().id) == newer(a_cliente(), nombre="Juana")
            unit = [Replace(newer(newer(a_cliente()))), Insert(a_mensaje(id="b" * 64))]

    assert await door.mensaje("b" * 64) is None


async def test_many_businesses_may_change_their_configuration_at_once(stores: MongoStores) -> None:
    tenants = [a_tenant(id=hex_id(number), nombre=f"Negocio {number}") for number in range(1, 13)]
    before = await stores.operator.generation()

    await asyncio.gather(*(stores.operator.save_tenant(tenant, None, ()) for tenant in tenants))

    assert await stores.operator.generation() == before + 12
    assert len(await stores.operator.tenants()) == 12
