"""The contract names every word that an answer, a metric, an alert or a command can show."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
import typer

from citas.adapters.cli.app import build_app
from citas.bootstrap import wiring
from citas.domain.desenlaces import Estado, Falta, Motivo
from citas.domain.deseos import Intencion
from citas.domain.politicas import Politicas

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "citas"
CONTRACT = (ROOT / "docs" / "contrato.md").read_text(encoding="utf-8")
COMMANDS = CONTRACT.split("\n## 10. ", 1)[1].split("\n## 11. ", 1)[0]

METRIC = re.compile(r"\"(citas_[a-z_]+_(?:total|segundos|disponible|pendientes))\"")
ALERT = re.compile(r"\.alert\(\s*\"([a-z_]+)\"")


def found(pattern: re.Pattern[str], folder: Path) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    return {name for text in texts for name in pattern.findall(text)}


@pytest.mark.parametrize("words", [Estado, Motivo, Falta, Intencion])
def test_every_word_of_an_answer_is_in_the_contract(words: type[StrEnum]) -> None:
    assert {word for word in words if f"`{word}`" not in CONTRACT} == set()


def test_every_policy_stands_with_its_default_in_the_contract() -> None:
    defaults = Politicas()
    shown = {
        name: {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
        for name in Politicas.__slots__
        for value in [getattr(defaults, name)]
    }

    assert {name: value for name, value in shown.items() if f"{name}: {value}" not in CONTRACT} == {}


def commands(app: typer.Typer) -> set[str]:
    """Return the names of an app's commands and of those of its groups."""
    own = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    inner = [commands(group.typer_instance) for group in app.registered_groups if group.typer_instance]
    return own.union(*inner)


def test_every_metric_is_in_the_contract() -> None:
    metrics = found(METRIC, SOURCE)

    assert metrics
    assert {name for name in metrics if f"`{name}" not in CONTRACT} == set()


def test_every_alert_is_in_the_contract() -> None:
    alerts = found(ALERT, SOURCE)

    assert alerts
    assert {name for name in alerts if f"`{name}`" not in CONTRACT} == set()


def test_every_command_is_in_the_contract() -> None:
    named = commands(build_app(wiring))

    assert {"serve", "crear", "rotar"} <= named
    assert {name for name in named if not re.search(rf"\b{name}\b", COMMANDS)} == set()
