"""`citas ia`: the model is tried with something invented, and its account can be read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from citas.application.ports import World
from citas.domain.deseos import Intencion
from citas.domain.errors import InterpreterError
from citas.language.candado.contratos import Citado, Extraccion, Intento
from modelos import Modelo
from terminal import BARBERIA, Terminal

RIGHT = Modelo(
    Intento(Intencion.AGENDAR, "un turno"),
    Extraccion(servicio=Citado("s1", "corte cabello"), hora=Citado("10:00", "a las 10 de la mañana")),
    redaccion="¡Claro! {{servicio}} {{fecha}} a {{hora}}, ¿te sirve?",
)


def with_model(terminal: Terminal, modelo: Modelo) -> Terminal:
    @asynccontextmanager
    async def open_world() -> AsyncIterator[World]:
        async with terminal.wiring.open_world() as world:
            yield replace(world, interpreter=modelo, ia="hibrido")

    return replace(terminal, wiring=replace(terminal.wiring, open_world=open_world))


def test_without_a_model_it_says_which_variables_make_one(terminal: Terminal) -> None:
    result = terminal.type("ia", "probar")

    assert result.exit_code == 1
    assert "CITAS_LLM_BASE_URL" in result.stderr


def test_the_three_steps_are_shown_with_what_was_believed_and_what_it_cost(terminal: Terminal) -> None:
    answer = with_model(terminal, RIGHT).ask("ia", "probar")

    assert (answer["modelo"], answer["proveedor"]) == ("chico", "La Nube")
    assert [step["paso"] for step in answer["pasos"]] == ["intencion", "extraccion", "respuesta"]
    assert [step["creido"] for step in answer["pasos"]] == [True, True, True]
    assert [step["usd"] for step in answer["pasos"]] == [0.015, 0.015, 0.015]
    assert "[NOMBRE]" in answer["pasos"][0]["enviado"]
    assert "Carolina" not in str(answer)
    assert "300 123" not in str(answer)


def test_a_table_for_people_says_the_same(terminal: Terminal) -> None:
    result = with_model(terminal, RIGHT).type("ia", "probar")

    assert result.exit_code == 0
    assert "chico, de La Nube" in result.stdout
    assert "En total 0.045000 USD." in result.stdout


def test_a_model_that_fails_shows_how_and_ends_with_one(terminal: Terminal) -> None:
    broken = Modelo(fault=InterpreterError("http_401", "configuracion"))

    result = with_model(terminal, broken).type("ia", "probar")

    assert result.exit_code == 1
    assert "http_401" in result.stdout


def test_what_is_tried_without_a_business_is_on_nobodys_account(terminal: Terminal) -> None:
    tenant_id = terminal.barberia()
    tried = with_model(terminal, RIGHT)

    tried.ask("ia", "probar")
    assert [row["gastado_usd"] for row in _gasto(tried)] == [0]

    tried.ask("ia", "probar", "--tenant", tenant_id)
    (row,) = _gasto(tried, tenant_id)
    assert (row["gastado_usd"], row["limite_usd"], row["ia"]) == (0.045, None, "hibrido")


def test_the_account_of_a_business_that_is_not_there_is_refused(terminal: Terminal) -> None:
    result = terminal.type("ia", "gasto", "b" * 24)

    assert result.exit_code == 1
    assert "citas tenant listar" in result.stderr


def test_the_account_is_a_table_for_people(terminal: Terminal) -> None:
    assert "Todavía no hay ningún negocio." in terminal.type("ia", "gasto").stdout

    terminal.barberia()
    shown = terminal.type("ia", "gasto").stdout
    assert "sin límite" in shown
    assert "0.000000" in shown


def _gasto(terminal: Terminal, *words: str) -> list[dict[str, object]]:
    answer: object = terminal.ask("ia", "gasto", *words)
    assert isinstance(answer, list)
    return answer


def test_a_file_that_asks_for_a_model_is_warned_only_where_there_is_none(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "negocio.yaml"
    file.write_text(BARBERIA.read_text(encoding="utf-8") + "\nia: llm\n", encoding="utf-8")

    tenant_id = terminal.barberia()
    without = terminal.type("tenant", "actualizar", tenant_id, file)
    beside = with_model(terminal, RIGHT).type("tenant", "actualizar", tenant_id, file)

    assert "aquí no hay modelo" in without.stderr
    assert "modelo" not in beside.stderr
