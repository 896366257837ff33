"""Orders that are badly written."""

import pytest

from citas.adapters.cli.app import build_app
from citas.adapters.cli.usage import WRONG, run_command
from citas.bootstrap import wiring


@pytest.mark.parametrize(
    ("words", "says", "asks"),
    [
        ("reservar", "No existe esa orden: citas reservar", "citas --help"),
        ("tenant borrar 1", "No existe esa orden: citas tenant borrar 1", "citas tenant --help"),
        ("tenant crear", "Falta 'ARCHIVO'.", "citas tenant crear --help"),
        ("serve --port ocho", "El valor de '--port' no sirve.", "citas serve --help"),
        ("serve --por 1", "¿Quiso decir --port?", "citas serve --help"),
        ("serve --port", "A la opción --port le falta o le sobra un valor.", "citas --help"),
    ],
)
def test_an_order_that_is_badly_written_is_explained_in_spanish(
    words: str, says: str, asks: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(build_app(wiring), words.split()) == WRONG
    told = capsys.readouterr().err

    assert says in told
    assert told.endswith(f"{asks}\n")


def test_a_group_of_orders_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(build_app(wiring), ["tenant"]) == WRONG
    said = capsys.readouterr()

    assert "actualizar" in said.out
    assert said.err == ""


def test_help_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(build_app(wiring), ["serve", "--help"]) == 0
    assert "Atiende por HTTP" in capsys.readouterr().out
