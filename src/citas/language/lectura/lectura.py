"""A text read to the end: its nodes, what is done in it, and small questions about places in it."""

import re
from collections.abc import Iterable

from citas.language.actos.tabla import find_acts
from citas.language.lectura.nodos import Ancla, Nodo, simbolos
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.motor.patrones import Patron

Span = tuple[int, int]
BORDER = re.compile(f"[{ALFABETO.charset(',')}]")
_BORDERS = ALFABETO.symbols(",")
MOST = 20  # wishes, or citas let stand: a person's text names fewer
_FAR = 24  # nodes: what stands further ahead of a word is of no clause of its own


def nodes_of(spans: Iterable[Span]) -> set[int]:
    """Return the nodes that these spans hold."""
    return {at for start, end in spans for at in range(start, end)}


class Lectura:
    """The nodes with their symbols as a text, and the acts found in it."""

    __slots__ = ("_names", "actos", "ancla", "mask", "nodos", "simbolos")

    def __init__(self, nodos: list[Nodo], ancla: Ancla) -> None:
        """Find the acts."""
        self.nodos = nodos
        self.ancla = ancla
        self.simbolos = simbolos(nodos)
        self.mask = ALFABETO.mask(self.simbolos)
        self.actos = find_acts(self.simbolos)
        self._names = frozenset(self.actos)

    def part(self, start: int, end: int) -> "Lectura":
        """Read the nodes from `start` to `end` as a text of their own."""
        first, last = self.nodos[0], self.nodos[-1]
        return Lectura([first, *self.nodos[max(start, 1) : min(end, len(self.nodos) - 1)], last], self.ancla)

    def has(self, *names: str) -> bool:
        """Tell whether one of these acts stands in the text."""
        return not self._names.isdisjoint(names)

    def spans(self, name: str) -> list[Span]:
        """Return where an act stands."""
        return self.actos.get(name, [])

    def clear(self, name: str, *against: str) -> list[Span]:
        """Return where an act stands, but for what one of the others touches."""
        spans = self.actos.get(name, [])
        if not spans:
            return spans
        barred = nodes_of(span for other in against for span in self.actos.get(other, []))
        return [one for one in spans if barred.isdisjoint(range(*one))]

    def has_any(self, concepts: str) -> bool:
        """Tell whether one of `a/b` stands in the text."""
        return bool(self.mask & ALFABETO.mask_of(concepts))

    def is_at(self, at: int, concepts: str) -> bool:
        """Tell whether the node at `at` is one of `a/b`."""
        return 0 <= at < len(self.simbolos) and self.simbolos[at] in ALFABETO.symbols(concepts)

    def clause_start(self, at: int) -> int:
        """Return where the clause of `at` begins, or the last two dozen nodes of a longer one."""
        nearest = max(0, at - _FAR)
        for before in range(at - 1, nearest - 1, -1):
            if self.simbolos[before] in _BORDERS:
                return before + 1
        return nearest

    def clause_end(self, at: int) -> int:
        """Return where the clause of `at` ends."""
        border = BORDER.search(self.simbolos, at)
        return border.start() if border else len(self.simbolos)


def starts(lectura: Lectura, patrones: tuple[Patron, ...]) -> set[int]:
    """Return where the item named `a` of these patterns stands."""
    found: set[int] = set()
    for patron in patrones:
        if patron.may_match(lectura.mask):
            group = patron.groups["a"][0]
            found.update(match.start(group) for match in patron.regex.finditer(lectura.simbolos))
    return found
