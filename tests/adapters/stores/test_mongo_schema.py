"""What MongoDB itself refuses, whoever writes; and how the schema is made on a database that others use."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from bson import ObjectId
from pymongo.database import Database
from pymongo.errors import DuplicateKeyError, WriteError

from builders import a_cita, a_tenant, hex_id
from citas.adapters.stores.mongo import MongoStores
from citas.adapters.stores.mongo.topology import NOT_INITIATED, STANDALONE
from citas.application.ports import Document, Insert
from servidores import MONGOD, WITH_SERVER, a_client, accepts, launch, mongod_command, wait_until
from store_scenes import (
    NOW,
    ONE_OF_EACH,
    a_hold,
    a_mensaje,
)

pytestmark = WITH_SERVER

TENANT = hex_id(0x7E)

Raw = dict[str, Any]


@pytest.fixture
async def stores(empty_mongodb: str) -> AsyncIterator[MongoStores]:
    """A store with one document of every kind."""
    stores = MongoStores(empty_mongodb)
    await stores.start()
    await stores.operator.save_tenant(a_tenant(), None, ())
    await stores.of(TENANT).commit([Insert(document) for document in ONE_OF_EACH], NOW)
    yield stores
    await stores.close()


@pytest.fixture
def db(stores: MongoStores, empty_mongodb: str) -> Iterator[Database[Raw]]:
    """The same database as the operator's shell sees it."""
    del stores
    with a_client(empty_mongodb) as client:
        yield client.get_default_database()


def copy_of(db: Database[Raw], collection: str, **changes: object) -> Raw:
    """Return a stored document under an id of its own."""
    found = db[collection].find_one({"estado": "confirmada"} if collection == "cita" else {})
    assert found is not None
    return {**found, "_id": ObjectId(), **changes}


COLLECTIONS = [
    "tenant", "servicio", "recurso", "cita", "cliente", "mensajes", "conversacion", "salida", "aviso", "espera",
    "consentimiento", "pausa", "latido", "idempotencia", "trabajos", "gasto",
]  # fmt: skip  # packed, to be read at a glance


@pytest.mark.parametrize("collection", COLLECTIONS)
async def test_no_document_is_stored_without_its_tenant(db: Database[Raw], collection: str) -> None:
    lost = copy_of(db, collection, telefono="+571", nombre="x")
    del lost["tenant_id"]
    odd = {**copy_of(db, collection, telefono="+572", nombre="x"), "tenant_id": "x"}

    for wrong in (lost, odd):
        with pytest.raises(WriteError, match="failed validation"):
            db[collection].insert_one(wrong)


@pytest.mark.parametrize(
    "changes",
    [
        {"slots": []},
        {"slots": [{"recurso_id": ObjectId("0" * 24), "fecha": "2025-08-30", "slot": 1}]},
        {"slots": [{"recurso_id": ObjectId("0" * 24), "fecha": "2025/08/30"}]},
        {"slots": [{"recurso_id": ObjectId("0" * 24), "fecha": "2025/08/30", "slot": -1}]},
        {"estado": "cancelada"},
        {"estado": "otra"},
        {"start": "2025-08-29T10:00:00-05:00"},
        {"version": "1"},
        {"fecha": "2025-08-29"},
        {"hora_inicio": "3 pm"},
        {"cliente_id": None},
    ],
    ids=str,
)
async def test_a_cita_that_cannot_be_is_not_stored(db: Database[Raw], changes: Raw) -> None:
    free = {"slots": [{"recurso_id": ObjectId(), "fecha": "2025/08/30", "slot": 1}]}

    with pytest.raises(WriteError, match="failed validation"):
        db["cita"].insert_one(copy_of(db, "cita", **(free | changes)))
    db["cita"].insert_one(copy_of(db, "cita", **free))


async def test_an_atom_has_one_holder_whoever_writes(db: Database[Raw]) -> None:
    taken = copy_of(db, "cita")
    one_atom = {**copy_of(db, "cita"), "slots": taken["slots"][-1:]}

    for late in (taken, one_atom):
        with pytest.raises(DuplicateKeyError):
            db["cita"].insert_one(late)


async def test_a_cita_stands_in_the_customers_words(db: Database[Raw]) -> None:
    cita = db["cita"].find_one({"estado": "confirmada"})
    servicio = db["servicio"].find_one({"orden": 0})
    mensaje = db["mensajes"].find_one()

    assert cita is not None
    assert servicio is not None
    assert mensaje is not None
    assert cita["_id"] == {"tenant_id": ObjectId(TENANT), "id": ObjectId(a_cita().id)}
    assert (cita["fecha"], cita["hora_inicio"], cita["hora_fin"]) == ("2025/08/29", "10:00", "10:45")
    assert cita["slots"][0] == {
        "recurso_id": ObjectId(a_cita().recurso_id),
        "fecha": "2025/08/29",
        "slot": 120,
    }
    assert cita["start"].isoformat() == "2025-08-29T15:00:00"
    assert {"NombreServicio", "Duración", "Precio"} <= set(servicio)
    assert set(mensaje["contenido"]) == {"texto", "intencion", "entidades", "contexto_previo"}
    assert (mensaje["tipo"], mensaje["tenant_id"]) == ("entrante", ObjectId(TENANT))


async def test_what_has_had_its_time_goes_by_itself_and_of_citas_only_holds(
    db: Database[Raw], stores: MongoStores
) -> None:
    old = a_hold("2025/08/29 17:00", id=hex_id(7), borrar_en=NOW)
    gone: list[Document] = [a_mensaje(id="b" * 64, borrar_en=NOW), old]
    kept: list[Document] = [
        a_mensaje(id="c" * 64, borrar_en=2**33),
        a_cita("2025/08/29 08:00", borrar_en=NOW),
    ]
    await stores.of(TENANT).commit([Insert(document) for document in (*gone, *kept)], NOW)
    its_id = {"_id.id": ObjectId(old.id)}
    assert db["cita"].count_documents(its_id) == 1

    with sweeping(db):
        assert wait_until(lambda: db["mensajes"].count_documents({}) == 2)
        assert wait_until(lambda: db["cita"].count_documents(its_id) == 0)

    assert db["cita"].count_documents({"estado": "confirmada"}) == 2


class sweeping:  # noqa: N801 - read as a word of the test's sentence
    """The server's own sweep, while the block lasts."""

    def __init__(self, db: Database[Raw]) -> None:
        self._admin = db.client.admin

    def __enter__(self) -> None:
        self._admin.command("setParameter", 1, ttlMonitorEnabled=True)

    def __exit__(self, *_raised: object) -> None:
        self._admin.command("setParameter", 1, ttlMonitorEnabled=False)


async def test_many_processes_may_make_the_schema_at_once(mongodb: str) -> None:
    everyone = [MongoStores(mongodb, patience=60) for _ in range(8)]

    await asyncio.gather(*(stores.start() for stores in everyone))

    await everyone[0].of(TENANT).commit([Insert(a_cita())], NOW)
    assert await everyone[7].of(TENANT).cita(a_cita().id) == a_cita()
    for stores in everyone:
        await stores.close()


async def test_an_index_and_a_rule_that_are_missing_are_made_on_live_data(
    db: Database[Raw], empty_mongodb: str
) -> None:
    db["cita"].drop_index("slots_unico")
    db.command("collMod", "cita", validator={})

    again = MongoStores(empty_mongodb)
    await again.start()
    await again.close()

    with pytest.raises(DuplicateKeyError):
        db["cita"].insert_one(copy_of(db, "cita"))
    with pytest.raises(WriteError, match="failed validation"):
        db["cita"].insert_one(copy_of(db, "cita", slots=[]))


async def test_data_that_breaks_the_promise_is_told_and_not_served(
    db: Database[Raw], empty_mongodb: str
) -> None:
    db["cita"].drop_index("slots_unico")
    db["cita"].insert_one(copy_of(db, "cita"))

    with pytest.raises(ValueError, match="chocan con un índice único"):
        await MongoStores(empty_mongodb).start()

    db["cita"].delete_many({})
    again = MongoStores(empty_mongodb)
    await again.start()
    await again.close()


@pytest.fixture(scope="module")
def lonely(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, int]]:
    """A server that is in no replica set, and one whose set nobody initiated."""
    folder = tmp_path_factory.mktemp("lonely")
    program = MONGOD.find(folder)
    unborn = mongod_command(program, folder / "unborn")
    alone = [launch(_without_set(program, folder), folder / "alone", accepts)]
    alone.append(launch(unborn, folder / "unborn", accepts))
    yield {"standalone": alone[0].port, "unborn": alone[1].port}
    for running in alone:
        running.end()


def _without_set(program: Path, folder: Path) -> Any:
    command = mongod_command(program, folder / "alone")
    return lambda port: [word for word in command(port) if word not in ("--replSet", "rs0")]


@pytest.mark.parametrize("options", ["", "?replicaSet=rs0"])
@pytest.mark.parametrize(("which", "sentence"), [("standalone", STANDALONE), ("unborn", NOT_INITIATED)])
async def test_what_has_no_transactions_is_refused_with_the_command_that_mends_it(
    lonely: dict[str, int], which: str, sentence: str, options: str
) -> None:
    stores = MongoStores(f"mongodb://127.0.0.1:{lonely[which]}/citas{options}", patience=1.5)

    with pytest.raises(ValueError, match=r"rs\.initiate") as caught:
        await stores.start()
    assert str(caught.value) == sentence


async def test_an_address_that_cannot_be_is_a_sentence_without_the_password() -> None:
    with pytest.raises(ValueError, match="dirección de MongoDB") as caught:
        await MongoStores("mongodb://u:secreto@h:99999/citas").start()
    assert "secreto" not in str(caught.value)
