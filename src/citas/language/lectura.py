"""A text read to the end: its nodes, what is done in it, and small questions about places in it."""

import re
from dataclasses import dataclass, field

from citas.language.actos import Actos, find_acts
from citas.language.lexico import ALFABETO
from citas.language.nodos import Ancla, Nodo, simbolos

BORDER = re.compile(f"[{ALFABETO.charset(',')}]")


@dataclass(frozen=True, slots=True)
class Lectura:
    """The nodes with their symbols as a text, and the acts found in it."""

    nodos: list[Nodo]
    ancla: Ancla
    simbolos: str = field(init=False)
    mask: int = field(init=False)
    actos: Actos = field(init=False)

    def __post_init__(self) -> None:
        """Find the acts."""
        text = simbolos(self.nodos)
        object.__setattr__(self, "simbolos", text)
        object.__setattr__(self, "mask", ALFABETO.mask(text))
        object.__setattr__(self, "actos", find_acts(text))

    def part(self, start: int, end: int) -> "Lectura":
        """Read the nodes from `start` to `end` as a text of their own."""
        first, last = self.nodos[0], self.nodos[-1]
        return Lectura([first, *self.nodos[max(start, 1) : min(end, len(self.nodos) - 1)], last], self.ancla)

    def has(self, *names: str) -> bool:
        """Tell whether one of these acts stands in the text."""
        return not self.actos.keys().isdisjoint(names)

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Return where an act stands."""
        return self.actos.get(name, [])

    def clear(self, name: str, *against: str) -> list[tuple[int, int]]:
        """Return where an act stands, but for what one of the others touches."""
        spans = self.actos.get(name, [])
        if not spans:
            return spans
        barred = [span for other in against for span in self.actos.get(other, [])]
        return [one for one in spans if not any(one[0] < end and start < one[1] for start, end in barred)]

    def has_any(self, concepts: str) -> bool:
        """Tell whether one of `a/b` stands in the text."""
        return bool(self.mask & ALFABETO.mask_of(concepts))

    def is_at(self, at: int, concepts: str) -> bool:
        """Tell whether the node at `at` is one of `a/b`."""
        return 0 <= at < len(self.simbolos) and self.simbolos[at] in ALFABETO.symbols(concepts)

    def clause_end(self, at: int) -> int:
        """Return where the clause of `at` ends."""
        border = BORDER.search(self.simbolos, at)
        return border.start() if border else len(self.simbolos)
