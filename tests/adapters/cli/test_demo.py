"""The demo: a whole conversation, with and without a keyboard, on screens of every size."""

import asyncio
import re
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from citas.adapters.cli.demo.command import START_MS
from citas.adapters.cli.demo.pantalla import Pantalla
from citas.adapters.cli.demo.sesion import Sesion, open_sesion
from citas.adapters.cli.demo.tablero import read_dia, table
from citas.bootstrap import demo_world
from citas.language.wording.palabras import dia as in_words
from terminal import Terminal


async def a_sesion() -> Sesion:
    return await open_sesion(*demo_world(START_MS))


def drawn(what: object, width: int = 100) -> str:
    console = Console(width=width, highlight=False)
    with console.capture() as capture:
        console.print(what)
    return capture.get()


def test_the_script_books_moves_and_cancels_without_a_keyboard(terminal: Terminal) -> None:
    result = terminal.type("demo", "--guion")

    assert result.exit_code == 0
    for estado in (
        "[propuesta]",
        "[confirmada]",
        "[reprogramada]",
        "[cancelada]",
        "[alternativas · ocupado]",
    ):
        assert estado in result.stdout
    assert "Agenda · martes 25 de agosto" in result.stdout
    shown = re.findall(r"Agenda · (\w+ \d+)|(17:00.17:45 Juan Pérez · corte)", result.stdout)
    assert [one or other for one, other in shown if one == "viernes 28" or other][-2:] == [
        "viernes 28",
        "17:00–17:45 Juan Pérez · corte",
    ]


def test_the_script_is_the_same_every_time(terminal: Terminal) -> None:
    assert terminal.type("demo", "--guion").stdout == terminal.type("demo", "--guion").stdout


def test_what_is_typed_is_answered_and_salir_ends_it(terminal: Terminal) -> None:
    result = terminal.type("demo", entrada="corte el jueves a las 3 de la tarde\nsí\n/salir\nhola\n")

    assert result.exit_code == 0
    assert "[propuesta]" in result.stdout
    assert "hola" not in result.stdout
    assert "Nada de esto quedó guardado" in result.stdout


def test_the_end_of_the_input_ends_it(terminal: Terminal) -> None:
    assert terminal.type("demo", entrada="").exit_code == 0


def test_somebody_else_writes_and_time_passes(terminal: Terminal) -> None:
    result = terminal.type("demo", entrada="/otro Ana\nhola\n/pasa 90\n\n/loquesea\n")

    assert "Ana · " in result.stdout
    assert "pasaron 90 minutos" in result.stdout


async def test_the_agenda_counts_down_what_is_held() -> None:
    sesion = await a_sesion()
    await sesion.write("corte mañana a las 3 pm con Camilo")
    before = drawn(table(await read_dia(sesion.world, sesion.tenant, sesion.dia)))

    sesion.advance(15)
    after = drawn(table(await read_dia(sesion.world, sesion.tenant, sesion.dia)))
    await sesion.let_pass(5)
    later = drawn(table(await read_dia(sesion.world, sesion.tenant, sesion.dia)))

    assert "(apartada 60 s)" in re.sub(r"\s+", " ", before.replace("│", ""))
    assert "(apartada 45 s)" in re.sub(r"\s+", " ", after.replace("│", ""))
    assert "apartada" not in later


async def test_the_agenda_begins_with_the_first_day_that_is_open() -> None:
    sesion = await a_sesion()

    assert sesion.dia == date(2026, 8, 24)
    assert in_words(sesion.dia) == "lunes 24 de agosto"


async def test_a_closed_day_says_so() -> None:
    sesion = await a_sesion()

    assert "cerrado" in drawn(table(await read_dia(sesion.world, sesion.tenant, date(2026, 8, 30))))


def a_screen(width: int, height: int) -> tuple[Pantalla, StringIO]:
    shown = StringIO()
    return Pantalla(Console(file=shown, width=width, height=height, force_terminal=True)), shown


@pytest.mark.parametrize("size", [(140, 40), (100, 24), (60, 30), (20, 16)])
async def test_the_screen_fits_whatever_its_size(size: tuple[int, int]) -> None:
    sesion = await a_sesion()
    pantalla, shown = a_screen(*size)
    for texto in ("hola", "corte mañana a las 3 pm", "sí", "y el viernes barba a las 10 am", "sí"):
        await sesion.write(texto)

    await pantalla.draw(sesion, "una nota", afresh=True)

    assert pantalla.live
    assert shown.getvalue().count("\r\n") == size[1] - 1
    assert shown.getvalue().endswith("Juan Pérez > ")


async def test_a_screen_is_drawn_again_only_when_something_changed() -> None:
    sesion = await a_sesion()
    pantalla, shown = a_screen(100, 30)
    await pantalla.draw(sesion, "nota", afresh=True)
    first = shown.getvalue()

    await pantalla.draw(sesion, "nota")
    same = shown.getvalue()
    await sesion.write("hola")
    await pantalla.draw(sesion, "nota")

    assert same == first
    assert "hola" in shown.getvalue()


def test_the_demo_needs_no_network_and_no_file(terminal: Terminal) -> None:
    async def chat() -> str | None:
        return (await (await a_sesion()).write("¿cuánto vale el corte?")).texto

    assert "20.000" in (asyncio.run(chat()) or "")
    assert terminal.clock.now() > 0
