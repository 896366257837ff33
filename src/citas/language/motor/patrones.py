"""Rules over symbols: a small notation that compiles to a regular expression, one character for a token.

    "a las/la <hora> .. para DIA"

`a/b` any of these words; `<clase>` any word of a class; `x?` optional; `x*` up to three; `..` up to four
tokens of the same clause; `...` up to fourteen; `( a | b )` groups, `)?` and `)*` too; `n=x` names a
token; `<-x` after x; `->x` before x; `!-x` not after x; `-!x` not before x. `,` is the end or the start
of a clause.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

_FIRST_SYMBOL = 0xE000
_GROUPS = {"(": "(?:", ")": ")", ")?": ")?", ")*": "){0,3}", "|": "|"}
_TIMES = {"?": "?", "*": "{0,3}"}
_SEEN = ("<-", "->")
_ANY = "."  # of a gap: whatever symbol
_PLAIN = re.compile(r"\(?\[[^]]+\]\)?")  # an item that is neither optional nor a look
_LOOKS = {"<-": "(?<={})", "->": "(?={})", "!-": "(?<!{})", "-!": "(?!{})"}


class Alfabeto:
    """One character for each concept; classes name sets of them."""

    def __init__(self, limites: Iterable[str]) -> None:
        """`limites` are the concepts that end a clause; `forms` may name a concept by a word of it."""
        self.forms: Mapping[str, str] = {}
        self._symbols: dict[str, str] = {}
        self._bits: dict[str, int] = {}
        self._classes: dict[str, str] = {}
        self._sets: dict[str, str] = {}
        self._frozen: dict[str, frozenset[str]] = {}
        self._masks: dict[str, int] = {}
        borders = "".join(self.add(concept) for concept in limites)
        self.borde = borders[0]  # stands in every text
        self._classes[","] = borders
        self.gap = f"[^{borders}]"

    def add(self, concept: str) -> str:
        """Return the symbol of a concept, made at the first asking."""
        if concept not in self._symbols:
            symbol = self._symbols[concept] = chr(_FIRST_SYMBOL + len(self._symbols))
            self._bits[symbol] = 1 << len(self._bits)
        return self._symbols[concept]

    def add_class(self, name: str, concepts: Iterable[str]) -> None:
        """Name a set of concepts."""
        self._classes[f"<{name}>"] = "".join(self._classes.get(one) or self.chars(one) for one in concepts)

    def widen(self, name: str, concepts: Iterable[str]) -> None:
        """Let patterns that name a concept mean these others too."""
        self._classes[name] = self.chars(name) + "".join(self.chars(concept) for concept in concepts)

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
        found, bits = 0, self._bits
        for symbol in set(text):
            found |= bits[symbol]
        return found

    def mask_of(self, alternatives: str) -> int:
        """Return `charset` as bits."""
        known = self._masks.get(alternatives)
        if known is None:
            known = self._masks[alternatives] = self.mask(self.charset(alternatives))
        return known

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
        for need in self.needs:  # noqa: SIM110 - asked of every pattern: a generator costs more than the answer
            if not mask & need:
                return False
        return True


def compile_pattern(pattern: str, alfabeto: Alfabeto) -> Patron:
    """Compile the notation of this module; KeyError names a word that is no concept."""
    parts: list[str] = []
    groups: dict[str, tuple[int, ...]] = {}
    count = 0
    needs, first = _Needs(), _First()
    for word in pattern.split():
        group = _GROUPS.get(word)
        if group is not None:
            parts.append(group)
            needs.bracket(word)
            first.bracket(word)
            continue
        item = _item(word, alfabeto)
        parts.append(item.regex)
        needs.require(0 if alfabeto.borde in item.required else alfabeto.mask(item.required))
        first.take(item.takes, optional=item.optional)
        if item.name:
            count += 1
            groups[item.name] = (*groups.get(item.name, ()), count)
    # A regex that begins with what is optional tries all of it at every symbol: one look says where not to.
    ahead = "" if _PLAIN.fullmatch(parts[0]) else first.found()
    return Patron(re.compile(f"{ahead}{''.join(parts)}"), needs.found(), groups)


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
    """Return what every branch needs: of several, the rarest symbols of each, then the next of each, and so on."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    ranked = [sorted(branch, key=int.bit_count) for branch in branches]
    ranks = range(max(map(len, ranked)))
    return [reduce(or_, (branch[min(rank, len(branch) - 1)] for branch in ranked)) for rank in ranks]


class _First:
    """The symbols with which a match can begin, gathered through brackets and branches."""

    __slots__ = ("_levels",)

    def __init__(self) -> None:
        """Begin outside of all brackets; of each branch: its symbols so far, and whether it may yet be empty."""
        self._levels: list[list[tuple[str, bool]]] = [[("", True)]]

    def take(self, symbols: str, *, optional: bool) -> None:
        """Add an item or what was in brackets."""
        known, empty = self._levels[-1][-1]
        if empty:
            self._levels[-1][-1] = known + symbols, optional

    def bracket(self, item: str) -> None:
        """Open or close a bracket, or begin another branch."""
        if item == "(":
            self._levels.append([("", True)])
        elif item == "|":
            self._levels[-1].append(("", True))
        else:
            branches = self._levels.pop()
            empty = item != ")" or any(empty for _, empty in branches)
            self.take("".join(symbols for symbols, _ in branches), optional=empty)

    def found(self) -> str:
        """Return a look at the first symbol as a regex, empty where any can be it."""
        branches = self._levels[0]
        symbols = "".join(symbols for symbols, _ in branches)
        return "" if _ANY in symbols or any(empty for _, empty in branches) else f"(?=[{symbols}])"


class _Item(NamedTuple):
    """An item as a regex; `takes`: the symbols that it can be, `required`: one of these must be in the text."""

    regex: str
    takes: str = ""
    required: str = ""
    name: str = ""
    optional: bool = True


def _item(word: str, alfabeto: Alfabeto) -> _Item:
    if word in {"..", "..."}:
        return _Item(f"{alfabeto.gap}{{0,{4 if word == '..' else 14}}}?", _ANY)
    look = _LOOKS.get(word[:2])
    if look is not None:
        chars = alfabeto.charset(word[2:])
        return _Item(look.format(f"[{chars}]"), required=chars if word[:2] in _SEEN else "")
    name, _, body = word.rpartition("=")
    if "/" in name:
        raise ValueError(word)
    times = _TIMES.get(body[-1], "")
    chars = alfabeto.charset(body.rstrip("?*"))
    regex = f"[{chars}]{times}"
    return _Item(f"({regex})" if name else regex, chars, "" if times else chars, name, bool(times))


def symbols_of(mask: int) -> Iterator[str]:
    """Yield the symbols of a mask."""
    while mask:
        low = mask & -mask
        yield chr(_FIRST_SYMBOL + low.bit_length() - 1)
        mask ^= low
