"""A text read to the end: its nodes, what is done in it, and small questions about places in it."""

from dataclasses import dataclass, field

from citas.language.actos import Actos, find_acts
from citas.language.lexico import ALFABETO
from citas.language.nodos import Ancla, Nodo, simbolos

_BORDERS = frozenset(ALFABETO.charset(","))


@dataclass(frozen=True, slots=True)
class Lectura:
    """The nodes with their symbols as a text, and the acts found in it."""

    nodos: list[Nodo]
    ancla: Ancla
    simbolos: str = field(init=False)
    actos: Actos = field(init=False)

    def __post_init__(self) -> None:
        """Find the acts."""
        text = simbolos(self.nodos)
        object.__setattr__(self, "simbolos", text)
        object.__setattr__(self, "actos", find_acts(text))

    def has(self, *names: str) -> bool:
        """Tell whether one of these acts stands in the text."""
        return not self.actos.keys().isdisjoint(names)

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Return where an act stands."""
        return self.actos.get(name, [])

    def has_any(self, concepts: str) -> bool:
        """Tell whether one of `a/b` stands in the text."""
        return not ALFABETO.symbols(concepts).isdisjoint(self.simbolos)

    def is_at(self, at: int, concepts: str) -> bool:
        """Tell whether the node at `at` is one of `a/b`."""
        return 0 <= at < len(self.simbolos) and self.simbolos[at] in ALFABETO.symbols(concepts)

    def clause_start(self, at: int) -> int:
        """Return where the clause of `at` begins."""
        while at > 0 and self.simbolos[at - 1] not in _BORDERS:
            at -= 1
        return at

    def clause_end(self, at: int) -> int:
        """Return where the clause of `at` ends."""
        while at < len(self.simbolos) and self.simbolos[at] not in _BORDERS:
            at += 1
        return at
