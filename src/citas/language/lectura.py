"""A text read to the end: its nodes, what is done in it, and small questions about places in it."""

import re
from dataclasses import dataclass, field

from citas.language.actos import Actos, find_acts
from citas.language.lexico import ALFABETO
from citas.language.nodos import Ancla, Nodo, simbolos

_BORDER = re.compile(f"[{ALFABETO.charset(',')}]")


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
        mask = ALFABETO.mask(text)
        object.__setattr__(self, "mask", mask)
        object.__setattr__(self, "actos", find_acts(text, mask))

    def has(self, *names: str) -> bool:
        """Tell whether one of these acts stands in the text."""
        actos = self.actos
        for name in names:
            if name in actos:
                return True
        return False

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Return where an act stands."""
        return self.actos.get(name, [])

    def has_any(self, concepts: str) -> bool:
        """Tell whether one of `a/b` stands in the text."""
        return not ALFABETO.symbols(concepts).isdisjoint(self.simbolos)

    def is_at(self, at: int, concepts: str) -> bool:
        """Tell whether the node at `at` is one of `a/b`."""
        return 0 <= at < len(self.simbolos) and self.simbolos[at] in ALFABETO.symbols(concepts)

    def clause_end(self, at: int) -> int:
        """Return where the clause of `at` ends."""
        border = _BORDER.search(self.simbolos, at)
        return border.start() if border else len(self.simbolos)
