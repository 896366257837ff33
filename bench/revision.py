"""What stands in a store, as it was read beside the service, and everything that may not be so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bench.instalacion import ZONA, wire_day

ATOM_SECONDS = 300
Atom = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A cita, hold or bloqueo as it is stored, with the atoms that it says it claims."""

    id: str
    estado: str
    recurso_id: str
    start: int
    end: int
    atoms: tuple[Atom, ...]
    telefono: str | None = None
    version: int = 1
    mueve: str | None = None

    def due_atoms(self) -> Iterator[Atom]:
        """Yield the atoms that its hours ask for, where days have 24 hours and there is no buffer."""
        for instant in range(self.start, self.end, ATOM_SECONDS):
            moment = datetime.fromtimestamp(instant, ZONA)
            yield self.recurso_id, wire_day(moment), (moment.hour * 60 + moment.minute) // 5


@dataclass(frozen=True, slots=True)
class Stored:
    """The agenda of a store at one moment; `claims`: each atom that the database holds taken, and for whom."""

    standing: tuple[Standing, ...]
    claims: tuple[tuple[Atom, str], ...]

    def of(self, estado: str) -> tuple[Standing, ...]:
        """Return what is `confirmada`, `bloqueada`, `cancelada` or a `bloqueo`."""
        return tuple(one for one in self.standing if one.estado == estado)


def faults_in(stored: Stored) -> list[str]:
    """Return every overlap, and every atom that is claimed by nobody, wrongly, or not at all."""
    return [*_overlaps(stored), *_claim_faults(stored), *_document_faults(stored)]


def _overlaps(stored: Stored) -> Iterator[str]:
    firm = [one for one in stored.standing if one.estado in ("confirmada", "bloqueo")]
    for one, other in pairwise(sorted(firm, key=lambda each: (each.recurso_id, each.start))):
        if one.recurso_id == other.recurso_id and other.start < one.end:
            yield f"se traslapan {one.estado} {one.id} y {other.estado} {other.id}"


def _claim_faults(stored: Stored) -> Iterator[str]:
    said = {atom: one.id for one in stored.standing for atom in one.atoms}
    claims = dict(stored.claims)
    if len(claims) != len(stored.claims):
        yield "un átomo está reclamado dos veces"
    for atom in said.keys() - claims.keys():
        yield f"{said[atom]} no tiene su átomo {atom}"
    for atom, owner in stored.claims:
        if said.get(atom) != owner:
            yield f"el átomo {atom} es de {owner}, que no lo pide"


def _document_faults(stored: Stored) -> Iterator[str]:
    for one in stored.standing:
        if one.estado == "cancelada" and one.atoms:
            yield f"la cita cancelada {one.id} conserva sus átomos"
        # What a hold for a move claims is the target less what the cita has already.
        if one.estado != "cancelada" and one.mueve is None and one.atoms != tuple(one.due_atoms()):
            yield f"{one.id} no pide los átomos de sus horas"
