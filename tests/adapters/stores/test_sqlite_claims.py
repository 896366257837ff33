"""The database itself refuses a double booking, past every line of this program."""

import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from builders import a_cita, hex_id
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Insert, Replace
from store_scenes import NOW, newer

Opener = Callable[[], Awaitable[SqliteStores]]

TENANT = hex_id(0x7E)


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


async def test_a_second_holder_of_an_atom_is_refused_by_sqlite(path: Path, opened: Opener) -> None:
    await (await opened()).of(TENANT).commit([Insert(a_cita())], NOW)
    connection = sqlite3.connect(path)

    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE constraint failed"):
        connection.execute(
            "INSERT INTO claims SELECT tenant_id, recurso_id, fecha, slot, 'intruso' FROM claims LIMIT 1"
        )

    connection.close()


async def test_the_claims_are_exactly_the_atoms_of_what_stands(path: Path, opened: Opener) -> None:
    door = (await opened()).of(TENANT)
    cita, gone = a_cita(), a_cita("2025/08/29 15:00")
    moved = newer(cita, slots=a_cita("2025/08/30 11:00").slots)
    await door.commit([Insert(cita), Insert(gone)], NOW)
    await door.commit([Replace(moved), Replace(newer(gone, estado="cancelada", slots=()))], NOW)

    claimed = rows(path, "SELECT tenant_id, recurso_id, fecha, slot, owner_id FROM claims ORDER BY slot")

    assert claimed == [
        (TENANT, atom.recurso_id, f"{atom.fecha:%Y/%m/%d}", atom.slot, cita.id) for atom in moved.slots
    ]


async def test_every_index_begins_with_the_tenant_but_those_of_the_operator(
    path: Path, opened: Opener
) -> None:
    await opened()
    of_the_operator = {"api_keys", "tenant"}

    indexes = rows(path, "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'")
    first = {name: rows(path, f"PRAGMA index_info({name})")[0][2] for name, _ in indexes}

    wrong = {
        name: first[name]
        for name, table in indexes
        if first[name] not in ("tenant_id", "borrar_en", "expira", "lease") and table not in of_the_operator
    }
    assert wrong == {}


async def test_the_collections_carry_the_customers_names(path: Path, opened: Opener) -> None:
    await opened()

    tables = {name for (name,) in rows(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")}

    assert tables >= {
        "tenant",
        "cliente",
        "cita",
        "servicio",
        "recurso",
        "mensajes",
        "api_keys",
        "conversacion",
    }
