"""Rules over symbols: a small notation that compiles to a regular expression, one character for a token.

    "a las/la <hora> .. para DIA"

`a/b` any of these words; `<clase>` any word of a class; `x?` optional; `x*` up to three; `..` up to four
tokens of the same clause; `...` up to fourteen; `( a | b )` groups, `)?` and `)*` too; `n=x` names a
token; `<-x` after x; `->x` before x; `!-x` not after x; `-!x` not before x. `,` is the end or the start
of a clause.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_FIRST_SYMBOL = 0xE000
_GROUPS = {"(": "(?:", ")": ")", ")?": ")?", ")*": "){0,3}", "|": "|"}
_TIMES = {"?": "?", "*": "{0,3}"}
_LOOKS = {"<-": "(?<={})", "->": "(?={})", "!-": "(?<!{})", "-!": "(?!{})"}


class Alfabeto:
    """One character for each concept; classes name sets of them."""

    def __init__(self, limites: Iterable[str]) -> None:
        """`limites` are the concepts that end a clause; `forms` may name a concept by a word of it."""
        self.forms: Mapping[str, str] = {}
        self._symbols: dict[str, str] = {}
        self._classes: dict[str, str] = {}
        self._sets: dict[str, str] = {}
        self._frozen: dict[str, frozenset[str]] = {}
        borders = "".join(self.add(concept) for concept in limites)
        self._classes[","] = borders
        self.gap = f"[^{borders}]"

    def add(self, concept: str) -> str:
        """Return the symbol of a concept, made at the first asking."""
        return self._symbols.setdefault(concept, chr(_FIRST_SYMBOL + len(self._symbols)))

    def add_class(self, name: str, concepts: Iterable[str]) -> None:
        """Name a set of concepts."""
        self._classes[f"<{name}>"] = "".join(self.chars(concept) for concept in concepts)

    def chars(self, name: str) -> str:
        """Return the symbol of a concept, or of the concept of a word; KeyError for an unknown one."""
        found = self._symbols.get(name)
        return found if found is not None else self._symbols[self.forms[name]]

    def charset(self, alternatives: str) -> str:
        """Return all the symbols of `a/<b>/c`."""
        known = self._sets.get(alternatives)
        if known is None:
            known = "".join([self._classes.get(one) or self.chars(one) for one in alternatives.split("/")])
            self._sets[alternatives] = known
        return known

    def symbols(self, alternatives: str) -> frozenset[str]:
        """Return `charset` as a set."""
        known = self._frozen.get(alternatives)
        if known is None:
            known = self._frozen[alternatives] = frozenset(self.charset(alternatives))
        return known


@dataclass(frozen=True, slots=True)
class Patron:
    """A compiled pattern; it cannot match where none of `needs` stands (None: try it anyway).

    `groups`: the numbers of the groups of each name; a name may stand in several branches.
    """

    regex: re.Pattern[str]
    needs: frozenset[str] | None
    groups: Mapping[str, tuple[int, ...]]


def compile_pattern(pattern: str, alfabeto: Alfabeto) -> Patron:
    """Compile the notation of this module; KeyError names a word that is no concept."""
    parts: list[str] = []
    needs: frozenset[str] | None = None
    branches = False
    groups: dict[str, tuple[int, ...]] = {}
    depth = count = 0
    for item in pattern.split():
        group = _GROUPS.get(item)
        depth += (item == "(") - item.startswith(")")
        if group is not None:
            branches = branches or (item == "|" and depth == 0)
            parts.append(group)
            continue
        regex, required, name = _item(item, alfabeto)
        parts.append(regex)
        if name:
            count += 1
            groups[name] = (*groups.get(name, ()), count)
        if depth == 0 and required and (needs is None or len(required) < len(needs)):
            needs = frozenset(required)
    return Patron(re.compile("".join(parts)), None if branches else needs, groups)


def _item(item: str, alfabeto: Alfabeto) -> tuple[str, str, str]:
    """Compile one item: its regex, the symbols one of which it requires, and its name."""
    if item in {"..", "..."}:
        return f"{alfabeto.gap}{{0,{4 if item == '..' else 14}}}?", "", ""
    look = _LOOKS.get(item[:2])
    if look is not None:
        return look.format(f"[{alfabeto.charset(item[2:])}]"), "", ""
    name, _, body = item.rpartition("=")
    if "/" in name:
        raise ValueError(item)
    times = _TIMES.get(body[-1], "")
    chars = alfabeto.charset(body.rstrip("?*"))
    regex = f"[{chars}]{times}"
    return f"({regex})" if name else regex, "" if times else chars, name


class Indice:
    """Which of many patterns can match a text at all, by the symbols that stand in it."""

    __slots__ = ("_always", "_by_symbol")

    def __init__(self, patrones: Sequence[Patron]) -> None:
        """Index patterns by each of the symbols one of which they need."""
        self._always = [index for index, patron in enumerate(patrones) if patron.needs is None]
        self._by_symbol: dict[str, list[int]] = {}
        for index, patron in enumerate(patrones):
            for symbol in patron.needs or ():
                self._by_symbol.setdefault(symbol, []).append(index)

    def candidates(self, text: str) -> list[int]:
        """Return the positions of the patterns worth trying, in order."""
        found = set(self._always)
        by_symbol = self._by_symbol
        for symbol in set(text):
            if symbol in by_symbol:
                found.update(by_symbol[symbol])
        return sorted(found)
