"""The pieces of a wish by kind, with where each stands."""

from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter

from citas.domain.deseos import Dias, Horas
from citas.domain.dialogo.pairs import owners
from citas.language.lectura.nodos import Desplazo, Mencion, Nodo
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.tiempo.piezas import complete_days, complete_hours

_RECU = ALFABETO.chars("RECU")


@dataclass(slots=True)
class Papeles:
    """The nodes of one role, by kind, with where they stand."""

    dias: list[tuple[int, Dias]] = field(default_factory=list)
    horas: list[tuple[int, Horas]] = field(default_factory=list)
    servicios: list[tuple[int, Mencion]] = field(default_factory=list)
    recursos: list[tuple[int, Mencion]] = field(default_factory=list)
    desplazo: Desplazo | None = None

    def add(self, at: int, nodo: Nodo) -> None:
        """Take a node in."""
        pieza = nodo.pieza
        if isinstance(pieza, Dias):
            self.dias.append((at, pieza))
        elif isinstance(pieza, Horas):
            self.horas.append((at, pieza))
        elif isinstance(pieza, Desplazo):
            self.desplazo = pieza
        elif isinstance(pieza, Mencion):
            (self.recursos if nodo.simbolo == _RECU else self.servicios).append((at, pieza))

    @property
    def empty(self) -> bool:
        """Tell whether no day, hour, servicio or recurso is here."""
        return not (self.dias or self.horas or self.servicios or self.recursos)

    def parted(self, at: int) -> "tuple[Papeles, Papeles]":
        """Return the pieces before a node and those from it on."""
        before, after = Papeles(desplazo=self.desplazo), Papeles()
        for half, keeps in ((before, at.__gt__), (after, at.__le__)):
            half.dias = [one for one in self.dias if keeps(one[0])]
            half.horas = [one for one in self.horas if keeps(one[0])]
            half.servicios = [one for one in self.servicios if keeps(one[0])]
            half.recursos = [one for one in self.recursos if keeps(one[0])]
        return before, after

    def days(self) -> tuple[Dias, ...]:
        """Return the days, those said twice once."""
        if not self.dias:
            return ()
        near = [two[0] - one[0] == 1 for one, two in pairwise(self.dias)]
        return complete_days([dia for _, dia in self.dias], touching=near)

    def hours(self) -> tuple[Horas, ...]:
        """Return the hours, completed by the part of the day."""
        if not self.horas:
            return ()
        if len(self.horas) == 1 and not self.horas[0][1].dudosa:
            return (self.horas[0][1],)
        found = owners([at for at, _ in self.dias], [at for at, _ in self.horas])
        if found is None:
            return complete_hours([hora for _, hora in self.horas])
        said = zip(found, self.horas, strict=True)
        own = [[hora for _, (_, hora) in group] for _, group in groupby(said, key=itemgetter(0))]
        return tuple(dict.fromkeys(hora for horas in own for hora in complete_hours(horas)))
