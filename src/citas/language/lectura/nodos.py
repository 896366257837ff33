"""The reading of a text as a row of nodes, and the passes that fold several into one."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from heapq import heapify, heappop, heapreplace
from operator import itemgetter
from typing import NamedTuple

from citas.domain.deseos import Dias, Horas
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.motor.indice import Indice
from citas.language.motor.patrones import Patron, compile_pattern


@dataclass(frozen=True, slots=True)
class Mencion:
    """Servicios or recursos that were named; several with `dudosa` are candidates of one word.

    `alias`: by which of its other names; empty where that was its own.
    """

    ids: tuple[str, ...]
    dudosa: bool = False
    alias: str = ""


@dataclass(frozen=True, slots=True)
class Desplazo:
    """Minutes or days ("una hora más tarde") from what stands."""

    minutos: int | None = None
    dias: int | None = None


@dataclass(frozen=True, slots=True)
class Duracion:
    """A while ("3 horas", "media hora"), which is no clock time."""

    minutos: int


Pieza = Dias | Horas | Mencion | Desplazo | Duracion


class Nodo(NamedTuple):
    """A token or what a rule made of several; [inicio, fin) in the NFC text, `numero` -1 where it is none."""

    simbolo: str
    forma: str
    inicio: int
    fin: int
    numero: int = -1
    pieza: Pieza | None = None


# One is made for each word: past the constructor of a NamedTuple, which costs as much again.
new_nodo: Callable[[tuple[str, str, int, int, int, Pieza | None]], Nodo] = partial(tuple.__new__, Nodo)


class Ancla(NamedTuple):
    """What the words count from: the local day and minute of the mensaje, and its NFC text."""

    hoy: date
    minuto: int
    texto: str


class Vista:
    """The nodes that a rule matched, by the names of its pattern; `span` is [inicio, fin) of it in the text."""

    __slots__ = ("_groups", "_match", "ancla", "nodos", "span")

    def __init__(self, nodos: Sequence[Nodo], match: re.Match[str], patron: Patron, ancla: Ancla) -> None:
        """Look at the nodes through a match over their symbols."""
        self.nodos = nodos
        self._match = match
        self._groups = patron.groups
        self.ancla = ancla
        start, end = match.span()
        self.span = nodos[start].inicio, nodos[end - 1].fin

    def _at(self, name: str) -> int:
        match = self._match
        for group in self._groups.get(name, ()):
            if match[group]:
                return match.start(group)
        return -1

    def has(self, name: str) -> bool:
        """Tell whether the named item matched (an empty optional one did not)."""
        return name in self._groups and self._at(name) >= 0

    def node(self, name: str) -> Nodo:
        """Return the node of a named item that matched."""
        return self.nodos[self._at(name)]

    def number(self, name: str, default: int = -1) -> int:
        """Return the number of a named item, 1 for `una`."""
        at = self._at(name)
        if at < 0:
            return default
        numero = self.nodos[at].numero
        return numero if numero >= 0 else 1

    def form(self, name: str) -> str:
        """Return the folded text of a named item, empty if it did not match."""
        at = self._at(name)
        return self.nodos[at].forma if at >= 0 else ""

    def is_(self, name: str, concepts: str) -> bool:
        """Tell whether the named item is one of `a/b`."""
        at = self._at(name)
        return at >= 0 and self.nodos[at].simbolo in ALFABETO.charset(concepts)

    @property
    def texto(self) -> str:
        """Return the words as they were written."""
        inicio, fin = self.span
        return self.ancla.texto[inicio:fin]

    def follows(self, *alternatives: str) -> bool:
        """Tell whether these concepts stand right after the match."""
        return self._stand_at(self._match.end(), alternatives)

    def after(self, *alternatives: str) -> bool:
        """Tell whether these concepts stand right before the match."""
        at = self._match.start() - len(alternatives)
        return at >= 0 and self._stand_at(at, alternatives)

    def _stand_at(self, at: int, alternatives: tuple[str, ...]) -> bool:
        if at + len(alternatives) > len(self.nodos):
            return False
        for concepts in alternatives:
            if self.nodos[at].simbolo not in ALFABETO.charset(concepts):
                return False
            at += 1
        return True

    def preceded(self, alternatives: str) -> bool:
        """Tell whether one of `a/b` stands right before the match."""
        at = self._match.start()
        return at > 0 and self.nodos[at - 1].simbolo in ALFABETO.charset(alternatives)


Constructor = Callable[[Vista], "Pieza | tuple[Pieza, ...] | None"]
_SIMBOLO_DE: dict[type, str] = {
    Dias: ALFABETO.chars("DIA"),
    Horas: ALFABETO.chars("HORA"),
    Desplazo: ALFABETO.chars("DESPL"),
    Duracion: ALFABETO.chars("DURA"),
}


@dataclass(frozen=True, slots=True)
class Regla:
    """A named pattern and what its words mean; None from `build` lets another rule try."""

    nombre: str
    patron: Patron
    build: Constructor


class Reglas:
    """Rules of one pass, with an index of which can match."""

    __slots__ = ("indice", "reglas")

    def __init__(self, reglas: Sequence[Regla]) -> None:
        """Index the rules."""
        self.reglas = tuple(reglas)
        self.indice = Indice([regla.patron for regla in reglas])


def rule(nombre: str, pattern: str, build: Constructor) -> Regla:
    """Compile a rule over the common alphabet."""
    return Regla(nombre, compile_pattern(pattern, ALFABETO), build)


_SYMBOL = itemgetter(0)
FORMA: Callable[[Nodo], str] = itemgetter(1)  # of many nodes in a row, quicker than by its name


def simbolos(nodos: Iterable[Nodo]) -> str:
    """Write nodes as the text that patterns read."""
    return "".join(map(_SYMBOL, nodos))


def fold_nodes(nodos: list[Nodo], tabla: Reglas, ancla: Ancla) -> list[Nodo]:
    """Replace what the rules match, leftmost first, then longest, then in the order of the table.

    The same list comes back where nothing was replaced.
    """
    text = simbolos(nodos)
    reglas = tabla.reglas
    # Of each rule its next match: no two have the same order, so that matches themselves are never compared.
    ahead = [
        (match.start(), -match.end(), order, match)
        for order in tabla.indice.candidates(text)
        if (match := reglas[order].patron.regex.search(text))
    ]
    if not ahead:
        return nodos
    heapify(ahead)
    folded: list[Nodo] = []
    at = 0
    while ahead:
        start, _, order, match = ahead[0]
        regla = reglas[order]
        if at <= start < match.end():
            vista = Vista(nodos, match, regla.patron, ancla)
            made = regla.build(vista)
            if made is not None:
                folded += nodos[at:start]
                folded += _folded(vista.span, made)
                at = match.end()
        # What was taken or declined may hide another that begins inside it.
        match = regla.patron.regex.search(text, max(start + 1, at))
        if match:
            heapreplace(ahead, (match.start(), -match.end(), order, match))
        else:
            heappop(ahead)
    return folded + nodos[at:] if folded else nodos


def _folded(span: tuple[int, int], made: Pieza | tuple[Pieza, ...]) -> list[Nodo]:
    inicio, fin = span
    pieces = made if isinstance(made, tuple) else (made,)
    return [new_nodo((_SIMBOLO_DE[type(pieza)], "", inicio, fin, -1, pieza)) for pieza in pieces]
