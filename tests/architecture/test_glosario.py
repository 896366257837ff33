"""The words of the house: the glossary is alive, whole and kept."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "citas"
# The handlers are called as the routes of the contract are.
WIRE = SRC / "adapters" / "http" / "routes"
ROW = re.compile(r"^\| (?P<words>`[^|]*`) \|[^|]*\|(?P<forbidden>[^|]*)\|$", re.MULTILINE)
QUOTED = re.compile(r"`(\w+)`")
PLUMBING = {
    # how the conversation is driven: what it does, sees and asks
    *["Asker", "Book", "Cancel", "Chosen", "Move", "Offer", "Situation", "Step", "Tell", "Wait", "Window"],
}


@cache
def rows() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the rows of the glossary: the words, and what must not stand for them."""
    text = (ROOT / "docs" / "glosario.md").read_text(encoding="utf-8")
    return tuple(
        (tuple(QUOTED.findall(row["words"])), tuple(QUOTED.findall(row["forbidden"])))
        for row in ROW.finditer(text)
    )


def words_of(identifier: str) -> list[str]:
    """`SlotTakenError` and `slot_taken` are words joined."""
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", identifier)]


def identifiers(path: Path) -> Iterator[tuple[str, int]]:
    source = io.StringIO(path.read_text(encoding="utf-8"))
    for token in tokenize.generate_tokens(source.readline):
        if token.type == tokenize.NAME:
            yield token.string, token.start[0]


def modules() -> list[Path]:
    return [path for path in sorted(SRC.rglob("*.py")) if WIRE not in path.parents]


@cache
def used() -> dict[str, str]:
    """Return every word of every identifier, and the first place where it stands."""
    return {
        f"_{'_'.join(words_of(identifier))}_": f"{path.relative_to(ROOT)}:{line} {identifier}"
        for path in modules()
        for identifier, line in identifiers(path)
    }


def places_of(word: str) -> list[str]:
    return [place for words, place in used().items() if f"_{word}_" in words]


def domain_classes() -> Iterator[str]:
    for path in sorted((SRC / "domain").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.endswith("Error"):
                yield node.name


@pytest.mark.parametrize("word", [word for words, _ in rows() for word in words])
def test_a_word_of_the_glossary_lives_in_the_code(word: str) -> None:
    assert places_of(word) or places_of(f"{word}s") or places_of(f"{word}es")


@pytest.mark.parametrize("word", sorted({word for _, forbidden in rows() for word in forbidden}))
def test_no_identifier_uses_a_forbidden_synonym(word: str) -> None:
    assert places_of(word) == []


def test_a_word_is_either_of_the_house_or_forbidden() -> None:
    ours = {word for words, _ in rows() for word in words}

    assert ours.isdisjoint(word for _, forbidden in rows() for word in forbidden)


def test_every_noun_of_the_domain_is_in_the_glossary() -> None:
    ours = {word for words, _ in rows() for word in words}

    unknown = {name for name in domain_classes() if words_of(name)[0] not in ours}

    assert unknown - PLUMBING == set()
