"""What stands in the SQLite file, read beside the service, and everything that may not be so."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from bench.instalacion import ZONA, wire_day

ATOM_SECONDS = 300
Atom = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """A cita, hold or bloqueo as it is stored; the file packs a claim as lines of "fecha first count recurso"."""

    id: str
    estado: str
    recurso_id: str
    start: int
    end: int
    claim: str
    telefono: str | None = None
    version: int = 1
    mueve: str | None = None

    def said_atoms(self) -> Iterator[Atom]:
        """Yield the atoms that the document says it claims."""
        for line in self.claim.splitlines():
            fecha, first, count, recurso_id = line.split(" ", 3)
            for slot in range(int(first), int(first) + int(count)):
                yield recurso_id, fecha, slot

    def due_atoms(self) -> Iterator[Atom]:
        """Yield the atoms that its hours ask for, where days have 24 hours and there is no buffer."""
        for instant in range(self.start, self.end, ATOM_SECONDS):
            moment = datetime.fromtimestamp(instant, ZONA)
            yield self.recurso_id, wire_day(moment), (moment.hour * 60 + moment.minute) // 5


@dataclass(frozen=True, slots=True)
class Stored:
    """The agenda of a file at one moment."""

    standing: tuple[Standing, ...]
    claims: dict[Atom, str]

    def of(self, estado: str) -> tuple[Standing, ...]:
        """Return what is `confirmada`, `bloqueada`, `cancelada` or a `bloqueo`."""
        return tuple(one for one in self.standing if one.estado == estado)


def opened(path: Path) -> sqlite3.Connection:
    """Open the file to read it, as any other process could."""
    return sqlite3.connect(path.as_uri() + "?mode=ro", uri=True, timeout=10, isolation_level=None)


def stored_in(path: Path) -> Stored:
    """Read the agenda, all at one moment."""
    with closing(opened(path)) as base:
        base.execute("BEGIN")
        citas = base.execute(
            'SELECT id, estado, recurso_id, start, "end", slots, telefono, version, mueve FROM cita'
        )
        bloqueos = base.execute("SELECT id, 'bloqueo', recurso_id, start, \"end\", slots FROM bloqueo")
        standing = tuple(Standing(*row) for row in (*citas, *bloqueos))
        claims = base.execute("SELECT recurso_id, fecha, slot, owner_id FROM claims")
        return Stored(standing, {(recurso, fecha, slot): owner for recurso, fecha, slot, owner in claims})


def is_sound(path: Path) -> bool:
    """Ask SQLite whether the file is whole."""
    with closing(opened(path)) as base:
        return bool(base.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def faults_in(stored: Stored) -> list[str]:
    """Return every overlap, and every atom that is claimed by nobody, wrongly, or not at all."""
    return [*_overlaps(stored), *_claim_faults(stored), *_document_faults(stored)]


def _overlaps(stored: Stored) -> Iterator[str]:
    firm = [one for one in stored.standing if one.estado in ("confirmada", "bloqueo")]
    for one, other in pairwise(sorted(firm, key=lambda each: (each.recurso_id, each.start))):
        if one.recurso_id == other.recurso_id and other.start < one.end:
            yield f"se traslapan {one.estado} {one.id} y {other.estado} {other.id}"


def _claim_faults(stored: Stored) -> Iterator[str]:
    said = {atom: one.id for one in stored.standing for atom in one.said_atoms()}
    for atom in said.keys() - stored.claims.keys():
        yield f"{said[atom]} no tiene su átomo {atom}"
    for atom, owner in stored.claims.items():
        if said.get(atom) != owner:
            yield f"el átomo {atom} es de {owner}, que no lo pide"


def _document_faults(stored: Stored) -> Iterator[str]:
    for one in stored.standing:
        if one.estado == "cancelada" and one.claim:
            yield f"la cita cancelada {one.id} conserva sus átomos"
        # What a hold for a move claims is the target less what the cita has already.
        if (
            one.estado != "cancelada"
            and one.mueve is None
            and list(one.said_atoms()) != list(one.due_atoms())
        ):
            yield f"{one.id} no pide los átomos de sus horas"
