"""`citas mover`, as it is typed and as it answers."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from builders import a_cita
from citas.adapters.cli.wiring import Route
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Insert
from citas.domain.errors import UnavailableError
from citas.settings import SettingsError
from terminal import Terminal, a_terminal


@pytest.fixture
def source(terminal: Terminal, tmp_path: Path) -> str:
    """A store with one business and a device's key."""
    tenant_id = terminal.barberia()
    terminal.ask("clave", "nueva", tenant_id, "--dispositivo", "Caja")
    return f"sqlite:///{tmp_path}/citas.db"


@pytest.fixture
def target(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/otro.db"


def test_everything_is_copied_and_said_to_be_the_same(terminal: Terminal, source: str, target: str) -> None:
    result = terminal.type("mover", "--de", source, "--a", target)

    assert result.exit_code == 0, result.output
    assert "parados" in result.stderr
    assert "Todo es igual en los dos, en un negocio" in result.stdout
    assert "no vuelva a usar el origen" in result.stdout


def test_json_counts_and_hashes_both_sides(terminal: Terminal, source: str, target: str) -> None:
    answer = terminal.ask("mover", "--de", source, "--a", target)

    assert answer["igual"] is True
    assert (answer["documentos_copiados"], answer["claves_copiadas"]) == (1, 2)
    (negocio,) = answer["negocios"]
    assert negocio["origen"] == negocio["destino"]
    assert {name: one["documentos"] for name, one in negocio["origen"].items()} == {
        "api_keys": 2, "consentimiento": 1, "recurso": 2, "servicio": 2, "tenant": 1,
    }  # fmt: skip  # packed, to be read at a glance
    assert all(len(one["huella"]) == 64 for one in negocio["origen"].values())


def test_not_a_byte_of_the_source_changes(
    terminal: Terminal, source: str, target: str, tmp_path: Path
) -> None:
    before = sha256((tmp_path / "citas.db").read_bytes()).digest()

    terminal.ask("mover", "--de", source, "--a", target)

    assert sha256((tmp_path / "citas.db").read_bytes()).digest() == before


def test_the_same_order_again_finds_everything_there(terminal: Terminal, source: str, target: str) -> None:
    terminal.ask("mover", "--de", source, "--a", target)

    again = terminal.ask("mover", "--de", source, "--a", target)

    assert again["igual"] is True
    assert (again["documentos_copiados"], again["claves_copiadas"]) == (0, 0)


def test_a_target_that_was_used_since_is_left_alone_and_named(
    terminal: Terminal, source: str, target: str, tmp_path: Path
) -> None:
    tenant_id = terminal.ask("mover", "--de", source, "--a", target)["negocios"][0]["tenant_id"]
    booked = a_cita()

    async def book() -> None:
        stores = SqliteStores(tmp_path / "otro.db")
        await stores.start()
        await stores.of(tenant_id).commit([Insert(booked)], 0)
        await stores.close()

    asyncio.run(book())
    result = terminal.type("mover", "--de", source, "--a", target)

    assert result.exit_code == 1
    assert "ya habían pasado enteros" in result.stderr
    assert f"{tenant_id}  Barbería Los Brothers: cita" in result.stderr
    with sqlite3.connect(tmp_path / "otro.db") as base:
        assert base.execute("SELECT id FROM cita").fetchall() == [(booked.id,)]
    base.close()


def test_a_target_with_another_business_is_refused(terminal: Terminal, source: str, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    a_terminal(tmp_path / "b").barberia()

    result = terminal.type("mover", "--de", source, "--a", f"sqlite:///{tmp_path}/b/citas.db")

    assert result.exit_code == 1
    assert "negocios que no están en el origen (Barbería Los Brothers)" in result.stderr
    assert "almacén vacío" in result.stderr


def test_an_empty_source_is_said_to_be_so(terminal: Terminal, target: str, tmp_path: Path) -> None:
    terminal.type("tenant", "listar")

    result = terminal.type("mover", "--de", f"sqlite:///{tmp_path}/citas.db", "--a", target)

    assert result.exit_code == 1
    assert "no tiene ningún negocio" in result.stderr


def complaint(terminal: Terminal, *words: str) -> str:
    result = terminal.type("mover", *words)
    assert isinstance(result.exception, SettingsError), result.output
    return "\n".join(result.exception.problemas)


def test_a_source_that_is_not_there_is_not_made(terminal: Terminal, target: str, tmp_path: Path) -> None:
    missing = f"sqlite:///{tmp_path}/nada.db"

    assert "--de" in complaint(terminal, "--de", missing, "--a", target)
    assert not (tmp_path / "nada.db").exists()


@pytest.mark.parametrize("other", ["citas.db", "./citas.db", "enlace.db"])
def test_the_same_store_twice_is_refused(terminal: Terminal, source: str, tmp_path: Path, other: str) -> None:
    (tmp_path / "enlace.db").symlink_to(tmp_path / "citas.db")

    assert "el mismo almacén" in complaint(terminal, "--de", source, "--a", f"sqlite:///{tmp_path}/{other}")


@pytest.mark.parametrize("address", ["citas.db", "sqlite://citas.db", "postgres://x/y", "", "  "])
def test_what_is_no_store_is_said_by_the_name_of_its_option(
    terminal: Terminal, source: str, address: str
) -> None:
    assert complaint(terminal, "--de", source, "--a", address).startswith("--a: ")


def test_a_store_that_falls_silent_ends_with_three_and_how_to_go_on(
    terminal: Terminal, source: str, target: str
) -> None:
    wiring = terminal.wiring

    @asynccontextmanager
    async def silent(de: str, a: str) -> AsyncIterator[Route]:
        async with wiring.open_route(de, a) as route:
            yield route
            raise UnavailableError("MongoDB no responde.")

    result = replace(terminal, wiring=replace(wiring, open_route=silent)).type(
        "mover", "--de", source, "--a", target
    )

    assert result.exit_code == 3
    assert "sigue donde iba" in result.stderr
    assert "MongoDB no responde." in result.stderr


def test_help_teaches_what_to_stop_and_what_happens_to_the_keys(terminal: Terminal) -> None:
    shown = terminal.type("mover", "--help").stdout

    assert "CITAS_STORE" in shown
    assert "serve" in shown
    assert "claves" in shown
    assert "Ejemplo:" in shown
