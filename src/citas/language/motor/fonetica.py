"""How a word sounds in Spanish, its stem, and words that are one slip apart."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_SOUNDS = (
    (re.compile(r"ch"), "C"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"h"), ""),
    (re.compile(r"v"), "b"),
    (re.compile(r"ll"), "y"),
    (re.compile(r"(?:z|c(?=[eiy])|sc(?=[ei])|xc(?=[ei]))"), "s"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"qu?|c"), "k"),
    (re.compile(r"y$|y(?=[^aeiou])"), "i"),
    (re.compile(r"ñ"), "n"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_STEM = re.compile(
    r"(?:e?(?:ar|er|ir|ando|iendo)(?:me|te|le|se|nos|les|lo|la|los|las|melo|mela|melos|melas|telo|selo|sela)?"
    r"|(?:e|a|en|an)(?:me|nos)(?:lo|la|los|las)?"
    r"|e?amientos?|imientos?|asiones|asion|siones|sion|e?adas|e?ada|ados|ado|esa|esas"
    r"|esitos|esitas|esito|esita|sitos|sitas|sito|sita|itos|itas|ito|ita|itika|itiko|ikas|ikos|ika|iko|aso"
    r"|amos|emos|aron|es|as|os|is|en|an|s|e|a|o|i)$"
)
_SHORTEST_STEM = 3


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Write a folded word as it sounds: `juebes` and `jueves` are the same."""
    for pattern, replacement in _SOUNDS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Cut number, gender, diminutives and verb endings off a folded word, as it sounds."""
    heard = sound(word)
    match = _STEM.search(heard, _SHORTEST_STEM)
    return heard[: match.start()] if match else heard


def slips(word: str) -> Iterator[str]:
    """Yield the word and every word with one letter less: two words one slip apart share one of them."""
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def slip_table(words: Iterable[str]) -> dict[str, str]:
    """Index words by their `slips`; the first word wins."""
    table: dict[str, str] = {}
    for word in words:
        for slip in slips(word):
            table.setdefault(slip, word)
    return table


def nearest(word: str, table: dict[str, str]) -> str | None:
    """Find the word of `table` that is one slip away (a letter more, less, other, or two swapped)."""
    for slip in slips(word):
        found = table.get(slip)
        if found is not None and abs(len(found) - len(word)) <= 1 and found[0] == word[0]:
            return found
    return None
