"""What is not documented does not merge: links, decisions, routes and variables."""

import re
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ADRS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
CONTRACT = (ROOT / "docs" / "contrato.md").read_text(encoding="utf-8")

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*src=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
SECTIONS = ["Contexto", "Decisión", "Consecuencias", "Qué lo hace cumplir"]
ONE_PAGE = 60


def links(text: str) -> list[str]:
    targets = [one or other for one, other in LINK.findall(text)]
    return [target for target in targets if "://" not in target and not target.startswith("mailto:")]


def anchor(heading: str) -> str:
    """Return a heading's anchor, as the usual renderers make it."""
    bare = unicodedata.normalize("NFC", heading).replace("`", "").strip().lower()
    return re.sub(r"[^\w\- ]", "", bare).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    return {anchor(heading) for heading in HEADING.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_repository_leads_somewhere(path: Path) -> None:
    broken = []
    for link in links(path.read_text(encoding="utf-8")):
        target, _, fragment = link.partition("#")
        file = (path.parent / target).resolve() if target else path
        if not file.is_relative_to(ROOT) or not file.exists() or (fragment and fragment not in anchors(file)):
            broken.append(link)

    assert broken == []


@pytest.mark.parametrize("path", ADRS, ids=lambda path: path.stem)
def test_every_decision_fills_one_page_and_names_what_enforces_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    enforced = text.split("## Qué lo hace cumplir", 1)[-1]
    named = re.findall(r"`((?:src|tests|tools|docs)/[\w./*-]+|pyproject\.toml|requirements\.lock)`", enforced)

    assert HEADING.findall(text)[1:] == SECTIONS
    assert len(text.splitlines()) <= ONE_PAGE
    assert named, "no enforcement by name"
    assert [file for file in named if not (ROOT / file).exists()] == []


def test_the_list_of_decisions_is_whole() -> None:
    listed = links((ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8"))

    assert listed == [path.name for path in ADRS]


def test_the_contract_points_nowhere_outside_the_clone() -> None:
    assert [link for link in links(CONTRACT) if link.startswith(("/", ".."))] == []
    assert "shared/" not in CONTRACT


def test_every_variable_that_is_read_stands_in_the_contract() -> None:
    settings = (ROOT / "src" / "citas" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r"\"(CITAS_[A-Z_]+[A-Z])\"", settings)) - {"CITAS_CLOUD_TOKEN"}

    assert {name for name in read if name not in CONTRACT} == set()


def test_every_codigo_that_the_contract_names_is_explained() -> None:
    explained = (ROOT / "docs" / "errores.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:401|403|409|412|422|428|429|503)\s+`([a-z_]+)`", CONTRACT))

    assert named
    assert {codigo for codigo in named if f"`{codigo}`" not in explained} == set()


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_readme_says_that_it_is_not_whatsapp(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "gestión de notificaciones para agenda" in text
    assert "WhatsApp" in text
    assert "Meta" in text
    assert "make demo" in text
    assert "make test" in text
