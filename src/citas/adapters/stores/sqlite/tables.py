"""The tables that documents stand in, by the names of their collections, and the SQL for each."""

from itertools import compress, repeat
from operator import attrgetter, is_not
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from citas.adapters.stores.sqlite.columns import Codec, Value
from citas.adapters.stores.units import COLLECTIONS, claimed_end, recursos_of
from citas.application.ports import Document
from citas.domain.citas import Bloqueo, Cita
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.intervals import local_date
from citas.domain.mensajes import Consentimiento, Gasto, Idempotencia, Latido, Mensaje, Pausa, Salida

D = TypeVar("D", bound=Document)

_DAY = attrgetter("fecha")

# Small rows live in the primary key itself: one page less to write. The others have a rowid, which is their
# order of arrival.
CLUSTERED = frozenset({Cita, Bloqueo, Cliente, Salida, Consentimiento, Pausa, Latido, Gasto})

# Besides its fields, a row of what claims time says until when it claims, and which other recursos.
CLAIM_COLUMNS = ["claimed_end", "otros", "cruza"]

# Indexed columns that seldom change: an UPDATE that leaves them out leaves their indexes alone.
_STEADY: dict[type[object], tuple[str, ...]] = {
    Cliente: ("telefono",),
    Conversacion: ("borrar_en",),
    Mensaje: ("cliente_id", "timestamp", "instante", "cadena", "borrar_en"),
    Salida: ("borrar_en",),
    Idempotencia: ("borrar_en",),
}


class Table(Generic[D]):
    """One collection. The SQL takes the tenant first wherever it takes one."""

    def __init__(self, kind: type[D], name: str) -> None:
        self.kind = kind
        self.name = name
        self.codec = Codec(kind)
        self.slots_at = self.codec.names.index("slots") if kind in (Cita, Bloqueo) else None
        self.columns = self.codec.names + ([] if self.slots_at is None else CLAIM_COLUMNS)
        self.clustered = kind in CLUSTERED
        self.select = f"SELECT {_quoted(self.codec.names)} FROM {self.name} WHERE tenant_id = ? "
        self.by_id = self.select + "AND id = ?"
        self._inserts: dict[tuple[bool, ...], str] = {}
        self.page = self.select + "AND id > ? ORDER BY id LIMIT ?"
        self.update = _update(self.name, self.columns)
        self.update_rest = self.update
        if kind in _STEADY:
            self.update_rest = _update(self.name, self.columns, _STEADY[kind])
        self.claim_by_id = f"SELECT slots FROM {self.name} WHERE tenant_id = ? AND id = ?"
        self.delete = f"DELETE FROM {self.name} WHERE tenant_id = ?1 AND id = ?2 AND version = ?3"

    def insert(self, row: list[Value]) -> tuple[str, list[Value]]:
        """Return the INSERT of a row, its tenant first, and the parameters.

        What is NULL is written so: binding a None takes the driver longer than all other values together.
        """
        given = tuple(map(is_not, row, repeat(None)))
        sql = self._inserts.get(given)
        if sql is None:
            sql = self._inserts[given] = _insert(self.name, self.columns, given)
        return sql, list(compress(row, given))

    def row(self, document: Any, zona: Any) -> list[Value]:
        """Return the values of `columns`."""
        values = self.codec.encode(document)
        if self.slots_at is not None:
            values += _claim_values(document, zona)
        return values


def _claim_values(document: Any, zona: ZoneInfo | None) -> tuple[Value, Value, Value]:
    others = [r for r in recursos_of(document.slots) if r != document.recurso_id]
    crosses = 1 if _crosses(document, zona) else None
    return claimed_end(document, zona), "\n".join(others) or None, crosses


def _crosses(document: Any, zona: ZoneInfo | None) -> bool:
    """Tell whether a claim reaches another local day than that of its start.

    The hold of a move claims only what its cita does not have already: its atoms may all lie on the next day.
    """
    days = set(map(_DAY, document.slots))
    if zona is not None:
        days.add(local_date(zona, document.start))
    return len(days) > 1


def _quoted(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _insert(name: str, columns: list[str], given: tuple[bool, ...]) -> str:
    places = ", ".join("?" if value else "NULL" for value in given)
    return f"INSERT INTO {name} (tenant_id, {_quoted(columns)}) VALUES ({places})"


def _update(name: str, columns: list[str], unchanged: tuple[str, ...] = ()) -> str:
    """Write over the row of an id whose version is the one before; parameters as for the INSERT."""
    places = {column: f"?{at}" for at, column in enumerate(columns, start=2)}
    changed = [column for column in columns if column not in ("id", *unchanged)]
    sets = ", ".join(f'"{column}" = {places[column]}' for column in changed)
    guard = "".join(f' AND "{column}" IS {places[column]}' for column in unchanged)
    return (
        f"UPDATE {name} SET {sets} WHERE tenant_id = ?1 AND id = {places['id']} "
        f"AND version = {places['version']} - 1{guard}"
    )


TABLES: dict[type[object], Table[Any]] = {kind: Table(kind, name) for kind, name in COLLECTIONS.items()}
