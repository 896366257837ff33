"""What the environment can say and what the docs tell of it are the same."""

import re
from pathlib import Path

from citas import settings

DOCS = Path(__file__).parents[2] / "docs" / "configuracion.md"


def rows() -> list[str]:
    cells = [line.split("|")[1] for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| `")]
    return [name for cell in cells for name in re.findall(r"`(CITAS_\w+)`", cell)]


def known() -> set[str]:
    source = Path(settings.__file__).read_text("utf-8")
    return set(re.findall(r'"(CITAS_\w+)"', source)) - {settings.PREFIX, settings.TOKENS}


def test_every_variable_has_exactly_one_row() -> None:
    assert sorted(rows()) == sorted(known())
