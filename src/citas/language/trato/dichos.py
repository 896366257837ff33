"""Set phrases, whose words say other things elsewhere: a small notation for them, and where they stand in a text.

    "no se? diga/hable mas | hecho $"

`|` parts two phrases; `a/b` is either word and `x?` may be left out; `^`: only where the mensaje begins, or after a
comma; `.`: only where it ends, or before a comma, thanks or who is spoken to; `$`: only where it ends. In a phrase
that does not agree a comma may stand anywhere. Of those that begin at a word the longest is said, and no other begins
inside it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from citas.language.motor.tokens import fold
from citas.language.trato.dichos_no import DEJAR, DUDA, NO
from citas.language.trato.dichos_si import CORTESIA, SI

Span = tuple[int, int]
CLASES = {"si": SI, "cortesia": CORTESIA, "no": NO, "dejar": DEJAR, "duda": DUDA}
_OPENS, _CLOSES, _ENDS = "^", ".", "$"
_WORD, _SIGN, _BREAK = re.compile("[a-zñ0-9]+"), re.compile("[^a-zñ0-9 ]"), re.compile("[^a-zñ0-9 ,.]")
# "Dale que va" agrees, "dale, qué va" does not; "paso, gracias" is "paso gracias".
_PARTED_BY = {"si": _SIGN, "cortesia": _SIGN, "no": _BREAK, "dejar": _BREAK, "duda": _BREAK}
# After them a clause has ended, though no comma says so.
_KIND = frozenset(
    ("gracias", "porfa", "porfis", "please", "plis", "señor", "señora", "señorita", "seño", "jefe", "amigo", "amiga", "doctora")
)  # fmt: skip  # packed, to be read at a glance
_ASKED = (("por", "favor"), ("por", "fa"), ("por", "fis"), ("muchas", "gracias"))
_LONGEST = 120  # characters: a longer text is no answer in a phrase, though one can leave it open
_NOTHING: Mapping[str, list[Span]] = {}
folded = lru_cache(maxsize=64)(fold)  # asked for several times of one text


class _Mensaje(NamedTuple):
    """A folded text, its words, and where each is."""

    plain: str
    words: list[str]
    spans: list[Span]

    def is_parted(self, first: int, last: int, by: re.Pattern[str] = _SIGN) -> bool:
        """Tell whether a comma or another sign stands from one word to another."""
        return by.search(self.plain, self.spans[first][0], self.spans[last][1]) is not None

    def is_kind(self, at: int) -> bool:
        """Tell whether it goes on with thanks, with a "por favor" or with who is spoken to."""
        return self.words[at] in _KIND or tuple(self.words[at : at + 2]) in _ASKED


class _Dicho(NamedTuple):
    """What a phrase says, and where alone it says so."""

    clase: str
    opens: bool
    closing: str

    def stands(self, mensaje: _Mensaje, first: int, last: int) -> bool:
        """Tell whether it may stand from one word of a mensaje to another."""
        if self.opens and first and not mensaje.is_parted(first - 1, first):
            return False
        if mensaje.is_parted(first, last, _PARTED_BY[self.clase]):
            return False
        if not self.closing or last + 1 == len(mensaje.words):
            return True
        return self.closing == _CLOSES and (mensaje.is_parted(last, last + 1) or mensaje.is_kind(last + 1))


class _Rama:
    """The words that may come next, and the phrases that are whole here."""

    __slots__ = ("dichos", "ramas")

    def __init__(self) -> None:
        """Begin with none."""
        self.ramas: dict[str, _Rama] = {}
        self.dichos: list[_Dicho] = []

    def add(self, words: tuple[str, ...], dicho: _Dicho) -> None:
        """Let a phrase of these words grow from here."""
        rama = self
        for word in words:
            if word not in rama.ramas:
                rama.ramas[word] = _Rama()
            rama = rama.ramas[word]
        rama.dichos.append(dicho)


def phrases(lines: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the words of each way to say each phrase, with the sign before and the one after, or nothing."""
    for phrase in " | ".join(lines).split(" | "):
        opening = _OPENS if phrase.startswith(_OPENS) else ""
        closing = phrase[-1] if phrase.endswith((_CLOSES, _ENDS)) else ""
        items = phrase.strip(_OPENS + _CLOSES + _ENDS).split()
        ways = product(*(item.replace("?", "/").split("/") for item in items))
        yield from ((tuple(filter(None, way)), opening, closing) for way in ways)


def _grown() -> dict[str, _Rama]:
    root = _Rama()
    for clase, lines in CLASES.items():
        for words, opening, closing in phrases(lines):
            root.add(words, _Dicho(clase, bool(opening), closing))
    return root.ramas


_BY_FIRST = _grown()
_ALONE = frozenset(word for word, rama in _BY_FIRST.items() if rama.dichos)
_PAIRS = frozenset((first, second) for first, rama in _BY_FIRST.items() for second in rama.ramas)


@lru_cache(maxsize=64)
def dichos(texto: str) -> Mapping[str, list[Span]]:
    """Return where a text holds phrases that say "si", "no", "dejar" or "duda", or are only "cortesia"."""
    plain = folded(texto)
    words = _WORD.findall(plain)
    if _ALONE.isdisjoint(words) and _PAIRS.isdisjoint(pairwise(words)):
        return _NOTHING
    found = _found(_Mensaje(plain, words, [match.span() for match in _WORD.finditer(plain)]))
    return found if len(plain) <= _LONGEST else {clase: found[clase] for clase in found if clase == "duda"}


def _found(mensaje: _Mensaje) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    free = 0
    for at, word in enumerate(mensaje.words):
        if at < free or word not in _BY_FIRST:
            continue
        said, last = _longest(mensaje, at)
        for clase in said:
            found.setdefault(clase, []).append((mensaje.spans[at][0], mensaje.spans[last][1]))
            free = last + 1
    return found


def _longest(mensaje: _Mensaje, start: int) -> tuple[list[str], int]:
    """Return what is said by the phrase of most words that begins at this one, and where it ends."""
    ramas, said, last = _BY_FIRST, list[str](), start
    for at in range(start, len(mensaje.words)):
        rama = ramas.get(mensaje.words[at])
        if rama is None:
            break
        whole = [one.clase for one in rama.dichos if one.stands(mensaje, start, at)]
        if whole:
            said, last = whole, at
        ramas = rama.ramas
    return said, last
