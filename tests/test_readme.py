"""The README works: what it links is there, and what it tells to type exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.en.md"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

IN_CODE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def commands(name: str) -> list[str]:
    """Return what stands behind a prompt."""
    blocks = IN_CODE.findall((ROOT / name).read_text(encoding="utf-8"))
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.mark.parametrize("name", READMES)
def test_the_first_two_commands_are_the_demo_and_the_tests(name: str) -> None:
    assert commands(name)[:2] == ["make demo", "make test"]


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_that_is_told_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    missing = [target for target in re.findall(r"\bmake ([a-z]+)\b", text) if f"\n{target}:" not in MAKEFILE]

    assert missing == []


def test_both_languages_tell_the_same_commands() -> None:
    assert commands("README.md") == commands("README.en.md")


@pytest.mark.parametrize("name", READMES)
def test_a_picture_of_a_conversation_stands_before_the_first_command(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    picture = re.search(r'<img src="([^"]+)" alt="([^"]{40,})"', text)

    assert picture is not None
    assert picture.start() < text.index("```console")
    assert (ROOT / picture.group(1)).exists()


@pytest.mark.parametrize("name", READMES)
def test_it_is_short_before_the_picture(name: str) -> None:
    head = (ROOT / name).read_text(encoding="utf-8").split("<img", 1)[0]

    assert len([line for line in head.splitlines() if line and not line.startswith("#")]) <= 3
