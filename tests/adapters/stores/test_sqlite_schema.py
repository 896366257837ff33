"""A file of an earlier schema opens with all that was in it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from builders import a_cita, a_tenant
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Configured, Insert, Replace
from citas.domain.errors import SlotTakenError
from citas.domain.mensajes import Gasto, Trabajo
from store_scenes import (
    NOW,
    ONE_OF_EACH,
    a_clave,
    a_consentimiento,
    a_conversacion,
    a_mensaje,
    a_pausa,
    a_trabajo,
    newer,
)

Opener = Callable[[], Awaitable[SqliteStores]]

FIRST_SCHEMA = Path(__file__).with_name("esquema_1.sql")
TENANT = a_tenant()
# What the first schema had no table for.
SINCE = (Trabajo, Gasto)
IN_IT = {document for document in ONE_OF_EACH if not isinstance(document, SINCE)}


@pytest.fixture
def old(path: Path) -> Path:
    """A file that the first release left behind."""
    connection = sqlite3.connect(path)
    connection.executescript(FIRST_SCHEMA.read_text())
    connection.close()
    return path


def columns(path: Path, table: str) -> set[str]:
    connection = sqlite3.connect(path)
    try:
        return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    finally:
        connection.close()


async def test_nothing_of_the_first_schema_is_lost(old: Path, opened: Opener) -> None:
    assert "lease" in columns(old, "mensajes")

    stores = await opened()

    door = stores.of(TENANT.id)
    assert {document for _, document in await door.export()} == IN_IT
    assert await door.configured() == Configured(TENANT, a_consentimiento(), a_pausa())
    assert await stores.operator.claves(TENANT.id) == (a_clave(),)
    assert "lease" not in columns(old, "mensajes")


@pytest.mark.usefixtures("old")
async def test_a_file_of_the_first_schema_keeps_what_is_new(opened: Opener) -> None:
    stores = await opened()
    door = stores.of(TENANT.id)
    waiting = newer(a_conversacion(), en_trabajo=(a_trabajo().id,))

    await door.commit([Insert(a_trabajo()), Replace(waiting), Insert(a_mensaje(id="b" * 64))], NOW)

    assert await door.conversacion(waiting.id) == waiting
    assert await door.unfinished(NOW + 15) == (a_trabajo(),)
    assert await stores.operator.lease("barrido", "uno", NOW + 30, NOW)
    with pytest.raises(SlotTakenError):
        await door.commit([Insert(a_cita(id="f" * 24))], NOW)


async def test_a_file_is_brought_up_once_and_opens_as_often_as_one_likes(old: Path, opened: Opener) -> None:
    first = await opened()
    second = await opened()
    await first.close()
    third = await opened()

    for stores in (second, third):
        assert {document for _, document in await stores.of(TENANT.id).export()} == IN_IT
    assert columns(old, "leases") == {"tarea", "holder", "until"}


async def test_many_bring_up_an_old_file_at_once(old: Path) -> None:
    crowd = [SqliteStores(old) for _ in range(4)]

    await asyncio.gather(*(stores.start() for stores in crowd))

    assert {document for _, document in await crowd[-1].of(TENANT.id).export()} == IN_IT
    await asyncio.gather(*(stores.close() for stores in crowd))
