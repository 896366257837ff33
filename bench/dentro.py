"""What a store holds, read beside the service as any other program could."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

from bench.revision import Atom, Standing, Stored
from pymongo import MongoClient
from pymongo.read_concern import ReadConcern

Claim = tuple[str, int, str]
Raw = dict[str, Any]


class Inside(Protocol):
    """One tenant's agenda, in a store of one tenant."""

    def stored(self) -> Stored:
        """Read the agenda, all at one moment."""

    def claimed(self, fecha: str, first: int, last: int) -> set[Claim]:
        """Return which atoms of a day are taken: (recurso, slot, by whom), from `first` to before `last`."""

    def is_sound(self) -> bool:
        """Ask the database whether it is whole."""


@contextmanager
def inside_of(store: str) -> Iterator[Inside]:
    """Open a store to read it."""
    if store.startswith("mongodb"):
        client: MongoClient[Raw] = MongoClient(store)
        with closing(client):
            yield MongoInside(client)
    else:
        with closing(_opened(Path(store.removeprefix("sqlite:///")))) as base:
            yield SqliteInside(base)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path.as_uri() + "?mode=ro", uri=True, timeout=10, isolation_level=None)


class SqliteInside:
    """See `Inside`. The file packs a claim as lines of "fecha first count recurso"."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def stored(self) -> Stored:
        self._base.execute("BEGIN")
        citas = self._base.execute(
            'SELECT id, estado, recurso_id, start, "end", slots, telefono, version, mueve FROM cita'
        )
        bloqueos = self._base.execute("SELECT id, 'bloqueo', recurso_id, start, \"end\", slots FROM bloqueo")
        standing = tuple(
            Standing(*row[:5], tuple(_unpacked(row[5])), *row[6:]) for row in (*citas, *bloqueos)
        )
        claims = self._base.execute("SELECT recurso_id, fecha, slot, owner_id FROM claims").fetchall()
        self._base.execute("COMMIT")
        return Stored(
            standing, tuple(((recurso, fecha, slot), owner) for recurso, fecha, slot, owner in claims)
        )

    def claimed(self, fecha: str, first: int, last: int) -> set[Claim]:
        where = "fecha = ? AND slot >= ? AND slot < ?"
        found = self._base.execute(
            f"SELECT recurso_id, slot, owner_id FROM claims WHERE {where}",  # noqa: S608 - no value stands in it
            (fecha, first, last),
        )
        return set(found.fetchall())

    def is_sound(self) -> bool:
        return bool(self._base.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def _unpacked(claim: str) -> Iterator[Atom]:
    for line in claim.splitlines():
        fecha, first, count, recurso_id = line.split(" ", 3)
        for slot in range(int(first), int(first) + int(count)):
            yield recurso_id, fecha, slot


class MongoInside:
    """See `Inside`. There the claim stands in the documents themselves, under the unique index."""

    def __init__(self, client: "MongoClient[Raw]") -> None:
        self._client = client
        self._citas = client.get_default_database()["cita"].with_options(read_concern=ReadConcern("majority"))

    def stored(self) -> Stored:
        with self._client.start_session(snapshot=True) as session:
            citas = self._client.get_default_database()["cita"]
            rows = list(citas.find({}, session=session))
        standing = tuple(map(_standing, rows))
        # Two documents with one atom are two claims here, which is what the unique index forbids.
        return Stored(standing, tuple((atom, one.id) for one in standing for atom in one.atoms))

    def claimed(self, fecha: str, first: int, last: int) -> set[Claim]:
        found = map(_standing, self._citas.find({"slots.fecha": fecha}))
        return {
            (recurso, slot, one.id)
            for one in found
            for recurso, day, slot in one.atoms
            if day == fecha and first <= slot < last
        }

    def is_sound(self) -> bool:
        return bool(self._client.get_default_database().command("validate", "cita")["valid"])


def _standing(row: Raw) -> Standing:
    mueve = row.get("mueve")
    return Standing(
        id=str(row["_id"].get("id") or row["_id"]["bloqueo"]),
        estado=row["estado"],
        recurso_id=str(row["recurso_id"]),
        start=int(row["start"].timestamp()),
        end=int(row["end"].timestamp()),
        atoms=tuple((str(slot["recurso_id"]), slot["fecha"], slot["slot"]) for slot in row.get("slots", ())),
        telefono=row.get("telefono"),
        version=row["version"],
        mueve=str(mueve) if mueve else None,
    )
