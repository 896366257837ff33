"""The commands, as they are typed and as they answer."""

import asyncio
import errno
import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TypeVar

import pytest
import yaml
from typer.testing import CliRunner

from builders import at
from citas.adapters.cli.app import build_app
from citas.adapters.cli.demo.command import START_MS
from citas.adapters.cli.wiring import Wiring
from citas.adapters.system import parse_instant_ms
from citas.application.claves import hash_key
from citas.application.ports import Insert, World
from citas.domain.clientes import Cliente
from citas.domain.errors import UnavailableError
from terminal import BARBERIA, Terminal

T = TypeVar("T")


def in_world(terminal: Terminal, look: Callable[[World], Coroutine[None, None, T]]) -> T:
    async def inside() -> T:
        async with terminal.wiring.open_world() as world:
            return await look(world)

    return asyncio.run(inside())


def test_crear_prints_id_and_key_once(terminal: Terminal) -> None:
    result = terminal.type("tenant", "crear", BARBERIA)

    assert result.exit_code == 0
    assert "Negocio creado: Barbería Los Brothers" in result.stdout
    assert result.stdout.count("citas_") == 1
    assert "citas_" not in terminal.type("tenant", "listar").stdout


def test_crear_json_is_the_object_of_the_contract(terminal: Terminal) -> None:
    answer = terminal.ask("tenant", "crear", BARBERIA)

    assert list(answer) == ["tenant_id", "api_key", "servicios", "recursos", "cambios"]
    assert len(str(answer["tenant_id"])) == 24
    assert answer["cambios"] == []
    assert [s["NombreServicio"] for s in answer["servicios"]] == ["corte cabello", "barba"]
    assert [r["nombre"] for r in answer["recursos"]] == ["Andrés", "Camilo"]


def test_the_key_that_is_shown_opens_the_tenant(terminal: Terminal) -> None:
    answer = terminal.ask("tenant", "crear", BARBERIA)

    clave = in_world(
        terminal, lambda world: world.stores.operator.clave_by_hash(hash_key(str(answer["api_key"])))
    )

    assert getattr(clave, "tenant_id", None) == answer["tenant_id"]


def test_the_same_business_twice_is_refused_with_the_command_that_updates_it(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()

    result = terminal.type("tenant", "crear", BARBERIA, "--json")

    assert result.exit_code == 1
    assert f"citas tenant actualizar {tenant_id}" in result.stderr
    assert result.stdout == ""


def test_a_wrong_file_lists_its_problems_and_changes_nothing(terminal: Terminal, tmp_path: Path) -> None:
    wrong = tmp_path / "mal.yaml"
    wrong.write_text(
        BARBERIA.read_text("utf-8").replace("18:00", "25:00").replace("pais: CO", "pais: XX"), "utf-8"
    )

    result = terminal.type("tenant", "crear", wrong)

    assert result.exit_code == 1
    assert "El archivo tiene 2 problemas; no se guardó nada" in result.stderr
    assert "la hora 25:00 no existe" in result.stderr
    assert terminal.ask("tenant", "listar") == {"tenants": []}


def test_a_file_that_is_not_there_is_said_so(terminal: Terminal, tmp_path: Path) -> None:
    result = terminal.type("tenant", "crear", tmp_path / "nada.yaml")

    assert result.exit_code == 1
    assert "No se puede leer" in result.stderr


def test_ver_prints_the_file_that_actualizar_takes(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()
    shown = terminal.type("tenant", "ver", tenant_id).stdout

    result = terminal.type("tenant", "actualizar", tenant_id, "-", "--json", entrada=shown.encode())

    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["cambios"] == []
    assert terminal.type("tenant", "ver", tenant_id).stdout == shown


def test_ver_as_json_is_a_tenant_file_too(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()
    shown = terminal.type("tenant", "ver", tenant_id, "--json").stdout

    result = terminal.type("tenant", "actualizar", tenant_id, "-", entrada=shown.encode())

    assert "nada cambió" in result.stdout


def test_actualizar_says_what_changed(terminal: Terminal, tmp_path: Path) -> None:
    tenant_id = terminal.barberia()
    changed = tmp_path / "nuevo.yaml"
    changed.write_text(BARBERIA.read_text("utf-8").replace('"20.000"', '"25.000"'), "utf-8")

    answer = terminal.ask("tenant", "actualizar", tenant_id, changed)

    assert answer["api_key"] is None
    assert answer["tenant_id"] == tenant_id
    assert answer["cambios"]


def test_a_rename_keeps_the_id(terminal: Terminal, tmp_path: Path) -> None:
    before = terminal.ask("tenant", "crear", BARBERIA)
    content = yaml.safe_load(BARBERIA.read_text("utf-8"))
    content["servicios"][1] |= {"NombreServicio": "barba completa", "antes": "barba"}
    content["recursos"][0]["servicios"] = ["corte cabello", "barba completa"]
    renamed = tmp_path / "nuevo.yaml"
    renamed.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")

    after = terminal.ask("tenant", "actualizar", str(before["tenant_id"]), renamed)

    assert after["servicios"][1] == {"id": before["servicios"][1]["id"], "NombreServicio": "barba completa"}


@pytest.mark.parametrize(
    "words",
    [
        ("tenant", "actualizar", "f" * 24, str(BARBERIA)),
        ("tenant", "ver", "f" * 24),
        ("tenant", "exportar", "nada"),
        ("clave", "nueva", "f" * 24),
        ("clave", "listar", "f" * 24),
        ("clave", "rotar", "f" * 24),
        ("clave", "revocar", "f" * 24),
        ("olvidar", "f" * 24, "+573109876543"),
    ],
)
def test_what_is_not_there_ends_with_one_and_a_remedy(terminal: Terminal, words: tuple[str, ...]) -> None:
    result = terminal.type(*words)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "no" in result.stderr.lower()


def test_a_device_key_names_its_device(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()

    answer = terminal.ask("clave", "nueva", tenant_id, "--dispositivo", "Caja")

    assert set(answer) == {"clave_id", "api_key", "tenant_id", "dispositivo"}
    assert (answer["tenant_id"], answer["dispositivo"]) == (tenant_id, "Caja")


def test_a_rotated_key_is_another_one_under_the_same_id(terminal: Terminal) -> None:
    first = terminal.ask("clave", "nueva", terminal.barberia())

    second = terminal.ask("clave", "rotar", str(first["clave_id"]))

    assert second["clave_id"] == first["clave_id"]
    assert second["api_key"] != first["api_key"]


def test_a_revoked_key_stays_in_the_list_and_cannot_be_rotated(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()
    clave_id = str(terminal.ask("clave", "nueva", tenant_id)["clave_id"])

    assert terminal.type("clave", "revocar", clave_id).exit_code == 0

    assert "revocada 2026/08/24" in terminal.type("clave", "listar", tenant_id).stdout
    assert terminal.type("clave", "rotar", clave_id).exit_code == 1


def test_no_list_and_no_export_shows_a_key_or_its_hash(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()
    key = str(terminal.ask("clave", "nueva", tenant_id)["api_key"])

    shown = terminal.type("clave", "listar", tenant_id, "--json").stdout
    exported = terminal.type("tenant", "exportar", tenant_id).stdout

    for text in (shown, exported):
        assert key not in text
        assert hash_key(key) not in text


def test_exportar_prints_a_json_object_a_line_with_its_collection(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()

    lines = [json.loads(line) for line in terminal.type("tenant", "exportar", tenant_id).stdout.splitlines()]

    assert lines[0]["coleccion"] == "tenant"
    assert lines[0]["excepciones"][0]["desde"] == "2026/12/24"
    assert {"api_keys", "tenant"} <= {line["coleccion"] for line in lines}


def test_olvidar_finds_a_phone_in_any_spelling(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()

    async def meet(world: World) -> None:
        cliente = Cliente("c" * 24, 1, "Juan", "+573109876543")
        await world.stores.of(tenant_id).commit((Insert(cliente),), at("2026/08/24 10:00"))

    in_world(terminal, meet)

    assert terminal.ask("olvidar", tenant_id, "310 987 6543") == {"olvidado": True, "citas_futuras": 0}
    assert terminal.type("olvidar", tenant_id, "310 987 6543").exit_code == 1


def test_serve_prints_where_it_listens_once_the_address_is_taken(terminal: Terminal) -> None:
    asked: list[tuple[str, int, int]] = []

    def serve(host: str, port: int, workers: int, started: Callable[[int], None]) -> None:
        asked.append((host, port, workers))
        started(4321)

    result = terminal.with_service(serve, lambda: None).type("serve", "--port", "0", "--workers", "2")

    assert asked == [("127.0.0.1", 0, 2)]
    assert "http://127.0.0.1:4321" in result.stdout


def test_serve_says_when_the_address_is_taken_by_another(terminal: Terminal) -> None:
    def serve(*_: object) -> None:
        raise OSError(errno.EADDRINUSE, "Address already in use")

    result = terminal.with_service(serve, lambda: None).type("serve")

    assert result.exit_code == 1
    assert "No se puede escuchar en 127.0.0.1:8000: otro programa ya está en ese puerto" in result.stderr


def test_a_store_that_is_away_ends_with_three(terminal: Terminal) -> None:
    def work() -> None:
        raise UnavailableError("La carpeta x no existe: créela.")

    result = terminal.with_service(lambda *_: None, work).type("worker")

    assert result.exit_code == 3
    assert "La carpeta x no existe" in result.stderr


@pytest.mark.parametrize(
    "words", [(), ("tenant",), ("clave",), ("serve",), ("demo",), ("olvidar",), ("worker",)]
)
def test_every_help_teaches_in_spanish(words: tuple[str, ...], terminal: Terminal) -> None:
    result = terminal.type(*words, "--help")

    assert result.exit_code == 0
    assert any(letter in result.stdout for letter in "áéíóúñ")


def test_help_needs_no_environment() -> None:
    def broken(*_: object) -> None:
        raise AssertionError("nothing is opened for a help text")

    wiring = Wiring(broken, broken, broken, broken, broken)  # type: ignore[arg-type] # none of them may be called

    assert CliRunner().invoke(build_app(wiring), ["--help"]).exit_code == 0


def test_the_instant_of_the_demo_is_a_monday_morning_in_cali() -> None:
    assert parse_instant_ms("2026-08-24T10:00:00-05:00") == START_MS
