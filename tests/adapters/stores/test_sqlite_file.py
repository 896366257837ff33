"""The file: what is opened, what is refused and with which words, and what happens when it goes away."""

import asyncio
import sqlite3
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from builders import a_cita, hex_id
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Door, Insert
from citas.domain.errors import UnavailableError
from store_scenes import NOW, a_cliente

Opener = Callable[[], Awaitable[SqliteStores]]
Impatient = Callable[[float], Awaitable[SqliteStores]]

TENANT = hex_id(0x7E)


NOTES = "nombre: Barbería\n" * 100


def write_notes(path: Path) -> None:
    path.write_text(NOTES)


def notes(path: Path) -> str:
    return path.read_text()


def away(path: Path) -> None:
    path.rename(path.with_suffix(".away"))


def back(path: Path) -> None:
    path.with_suffix(".away").rename(path)


def replaced(path: Path) -> None:
    away(path)
    path.touch()


def leads_nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "nada" / "citas.db")


def unlimited(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA max_page_count = 1073741823")


def nearly_full(connection: sqlite3.Connection) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")


async def book_a_day(door: Door) -> None:
    for hour in range(8, 18):
        await door.commit([Insert(a_cita(f"2025/08/29 {hour:02d}:00", motivo="x" * 9000))], NOW)


async def refusal(path: Path) -> str:
    with pytest.raises((UnavailableError, ValueError)) as caught:
        await SqliteStores(path).start()
    return str(caught.value)


async def test_a_missing_folder_is_named_with_the_remedy(tmp_path: Path) -> None:
    assert str(tmp_path / "nada") in await refusal(tmp_path / "nada" / "citas.db")


async def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "es una carpeta" in await refusal(tmp_path)


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path) -> None:
    write_notes(path)

    assert "no es una base de datos" in await refusal(path)
    assert notes(path) == NOTES


async def test_another_programs_database_is_refused_and_left_as_it_is(path: Path) -> None:
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE facturas (id)")
    foreign.close()

    assert "otro programa" in await refusal(path)
    with sqlite3.connect(path) as foreign:
        assert foreign.execute("SELECT name FROM sqlite_schema").fetchall() == [("facturas",)]
    foreign.close()


async def test_a_newer_schema_is_refused(path: Path, opened: Opener) -> None:
    await (await opened()).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()

    assert "más nueva" in await refusal(path)


async def test_a_file_that_cannot_be_opened_says_so(path: Path) -> None:
    leads_nowhere(path)

    assert "permisos" in await refusal(path)


async def test_the_file_is_for_its_owner_alone(path: Path, opened: Opener) -> None:
    await (await opened()).of(TENANT).commit([Insert(a_cliente())], NOW)

    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


async def test_what_was_committed_is_there_after_it_is_opened_again(opened: Opener) -> None:
    first = await opened()
    await first.of(TENANT).commit([Insert(a_cita()), Insert(a_cliente())], NOW)
    await first.close()

    again = (await opened()).of(TENANT)

    assert await again.cita(a_cita().id) == a_cita()
    assert await again.cliente(a_cliente().id) == a_cliente()


async def test_many_open_a_new_file_at_once(path: Path) -> None:
    crowd = [SqliteStores(path) for _ in range(8)]

    await asyncio.gather(*(stores.start() for stores in crowd))

    await crowd[0].of(TENANT).commit([Insert(a_cita())], NOW)
    assert await crowd[-1].of(TENANT).cita(a_cita().id) == a_cita()
    await asyncio.gather(*(stores.close() for stores in crowd))


async def test_the_settings_that_the_promises_need_hold(opened: Opener) -> None:
    writer = (await opened())._writer

    def settings(connection: sqlite3.Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
        return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert await writer.run(settings) == ["wal", 2, 1, 0]


async def test_an_older_file_gains_the_columns_that_documents_gained(path: Path, opened: Opener) -> None:
    stores = await opened()
    await stores.of(TENANT).commit([Insert(a_cliente()), Insert(a_cita())], NOW)
    await stores.close()
    with sqlite3.connect(path) as old:
        old.execute("ALTER TABLE cliente DROP COLUMN aviso_version")
        old.execute("ALTER TABLE cita DROP COLUMN para_otro")
        old.execute("DROP INDEX cita_cruza")
    old.close()

    door = (await opened()).of(TENANT)

    assert await door.cliente(a_cliente().id) == a_cliente()
    assert await door.cita(a_cita().id) == a_cita()


async def test_a_file_that_was_taken_away_is_unavailable_until_it_is_back(path: Path, opened: Opener) -> None:
    stores = await opened()
    away(path)

    for refused in (stores.ping(), stores.of(TENANT).commit([Insert(a_cita())], NOW)):
        with pytest.raises(UnavailableError):
            await refused

    back(path)
    await stores.ping()
    await stores.of(TENANT).commit([Insert(a_cita())], NOW)


async def test_a_file_that_was_replaced_is_unavailable(path: Path, opened: Opener) -> None:
    stores = await opened()
    replaced(path)

    with pytest.raises(UnavailableError, match="reinicie"):
        await stores.of(TENANT).commit([Insert(a_cita())], NOW)


async def test_a_full_disk_is_unavailable_and_nothing_is_half_done(opened: Opener) -> None:
    stores = await opened()
    door = stores.of(TENANT)

    await stores._writer.run(nearly_full)
    with pytest.raises(UnavailableError):
        await book_a_day(door)

    await stores._writer.run(unlimited)
    stored = {cita.id for _, cita in await door.export()}
    assert {o.owner_id for o in await door.ocupaciones(0, 2**40)} == stored
    await door.commit([Insert(a_cita("2025/08/30 10:00"))], NOW)


async def test_a_lock_that_nobody_lets_go_of_is_unavailable_in_the_end(path: Path, opened: Impatient) -> None:
    stores = await opened(0.05)
    stranger = sqlite3.connect(path, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")

    with pytest.raises(UnavailableError):
        await stores.of(TENANT).commit([Insert(a_cita())], NOW)
    assert await stores.of(TENANT).cita(a_cita().id) is None

    stranger.execute("ROLLBACK")
    stranger.close()
    await stores.of(TENANT).commit([Insert(a_cita())], NOW)


async def test_a_store_that_could_not_be_opened_is_unavailable(path: Path) -> None:
    leads_nowhere(path)
    stores = SqliteStores(path)
    with pytest.raises(UnavailableError):
        await stores.start()

    with pytest.raises(UnavailableError):
        await stores.of(TENANT).commit([Insert(a_cita())], NOW)
    await stores.close()


async def test_a_store_that_is_closed_is_unavailable(opened: Opener) -> None:
    stores = await opened()
    await stores.close()

    for refused in (
        stores.ping(),
        stores.of(TENANT).cita("x"),
        stores.of(TENANT).commit([Insert(a_cita())], NOW),
    ):
        with pytest.raises(UnavailableError):
            await refused


async def test_a_closed_store_leaves_one_file_behind(path: Path, opened: Opener) -> None:
    stores = await opened()
    await stores.of(TENANT).commit([Insert(a_cita())], NOW)
    await stores.of(TENANT).cita("x")
    await stores.close()

    assert [file.name for file in path.parent.iterdir()] == [path.name]
