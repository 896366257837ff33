"""Rules over symbols: a small notation that compiles to a regular expression, one character for a token.

    "a las/la <hora> .. para DIA"

`a/b` any of these words; `<clase>` any word of a class; `x?` optional; `x*` up to three; `..` up to four
tokens of the same clause; `...` up to fourteen; `( a | b )` groups, `)?` and `)*` too; `n=x` names a
token; `<-x` after x; `->x` before x; `!-x` not after x; `-!x` not before x. `,` is the end or the start
of a clause.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

_FIRST_SYMBOL = 0xE000
_GROUPS = {"(": "(?:", ")": ")", ")?": ")?", ")*": "){0,3}", "|": "|"}
_TIMES = {"?": "?", "*": "{0,3}"}
_SEEN = ("<-", "->")
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
        self.borde = borders[0]  # stands in every text
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

    def mask(self, text: str) -> int:
        """Return the symbols of a text as bits."""
        found = 0
        for symbol in set(text):
            found |= 1 << (ord(symbol) - _FIRST_SYMBOL)
        return found

    def symbols(self, alternatives: str) -> frozenset[str]:
        """Return `charset` as a set."""
        known = self._frozen.get(alternatives)
        if known is None:
            known = self._frozen[alternatives] = frozenset(self.charset(alternatives))
        return known


@dataclass(frozen=True, slots=True)
class Patron:
    """A compiled pattern; it can match only a text that has a symbol of each mask of `needs`.

    `groups`: the numbers of the groups of each name; a name may stand in several branches.
    """

    regex: re.Pattern[str]
    needs: tuple[int, ...]
    groups: Mapping[str, tuple[int, ...]]

    def may_match(self, mask: int) -> bool:
        """Tell whether a text with these symbols can match at all; quick, and sure only when False."""
        return all(mask & need for need in self.needs)


def compile_pattern(pattern: str, alfabeto: Alfabeto) -> Patron:
    """Compile the notation of this module; KeyError names a word that is no concept."""
    parts: list[str] = []
    groups: dict[str, tuple[int, ...]] = {}
    count = 0
    needs = _Needs()
    for item in pattern.split():
        group = _GROUPS.get(item)
        if group is not None:
            parts.append(group)
            needs.bracket(item)
            continue
        regex, required, name = _item(item, alfabeto)
        parts.append(regex)
        needs.require(0 if alfabeto.borde in required else alfabeto.mask(required))
        if name:
            count += 1
            groups[name] = (*groups.get(name, ()), count)
    return Patron(re.compile("".join(parts)), needs.found(), groups)


class _Needs:
    """What a pattern cannot do without, gathered through its brackets and branches."""

    __slots__ = ("_levels",)

    def __init__(self) -> None:
        """Begin outside of all brackets; each level is its branches, each branch its masks."""
        self._levels: list[list[list[int]]] = [[[]]]

    def require(self, mask: int) -> None:
        """Add that one of these symbols must stand in the text; 0 asks nothing."""
        if mask:
            self._levels[-1][-1].append(mask)

    def bracket(self, item: str) -> None:
        """Open or close a bracket, or begin another branch."""
        if item == "(":
            self._levels.append([[]])
        elif item == "|":
            self._levels[-1].append([])
        else:
            inside = _of_branches(self._levels.pop())
            if item == ")":
                self._levels[-1][-1].extend(inside)

    def found(self) -> tuple[int, ...]:
        """Return the masks, the rarest first."""
        return tuple(sorted(set(_of_branches(self._levels[0])), key=int.bit_count))


def _of_branches(branches: list[list[int]]) -> list[int]:
    """Return what every branch needs: of several, one of the rarest symbols of each."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    return [reduce(or_, (min(branch, key=int.bit_count) for branch in branches))]


def _item(item: str, alfabeto: Alfabeto) -> tuple[str, str, str]:
    """Compile one item: its regex, the symbols one of which it requires, and its name."""
    if item in {"..", "..."}:
        return f"{alfabeto.gap}{{0,{4 if item == '..' else 14}}}?", "", ""
    look = _LOOKS.get(item[:2])
    if look is not None:
        chars = alfabeto.charset(item[2:])
        return look.format(f"[{chars}]"), chars if item[:2] in _SEEN else "", ""
    name, _, body = item.rpartition("=")
    if "/" in name:
        raise ValueError(item)
    times = _TIMES.get(body[-1], "")
    chars = alfabeto.charset(body.rstrip("?*"))
    regex = f"[{chars}]{times}"
    return f"({regex})" if name else regex, "" if times else chars, name


class Indice:
    """Which of many patterns can match a text at all, by the symbols that stand in it."""

    __slots__ = ("_always", "_by_symbol", "_needs")

    def __init__(self, patrones: Sequence[Patron]) -> None:
        """Index each pattern by what it needs and fewest others do."""
        self._needs = [patron.needs for patron in patrones]
        wanted = Counter(bit for needs in self._needs for need in needs for bit in _bits(need))
        self._always = [index for index, needs in enumerate(self._needs) if not needs]
        by_symbol: dict[str, set[int]] = {}
        for index, needs in enumerate(self._needs):
            rarest = min(needs, key=lambda need: sum(wanted[bit] for bit in _bits(need)), default=0)
            for bit in _bits(rarest):
                by_symbol.setdefault(chr(_FIRST_SYMBOL + bit.bit_length() - 1), set()).add(index)
        self._by_symbol = by_symbol

    def candidates(self, text: str, mask: int) -> list[int]:
        """Return the positions of the patterns worth trying on a text (`mask`: its symbols), in order."""
        found = set(self._always)
        by_symbol, needed = self._by_symbol, self._needs
        for symbol in set(text):
            if symbol in by_symbol:
                found |= by_symbol[symbol]
        kept = []
        for index in found:
            for need in needed[index]:
                if not mask & need:
                    break
            else:
                kept.append(index)
        kept.sort()
        return kept


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low
        mask ^= low
