"""A unit inside a transaction: versions are checked by the statements that write, claims come last."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from citas.adapters.stores.sqlite.columns import Value
from citas.adapters.stores.sqlite.faults import is_taken
from citas.adapters.stores.sqlite.runs import Run, runs_in
from citas.adapters.stores.sqlite.tables import TABLES, Table
from citas.adapters.stores.units import Claimant, check_claim, in_order
from citas.application.ports import Document, Insert, Remove, Replace, Unit, Write
from citas.domain.citas import Cita, Instant
from citas.domain.errors import ConflictError, SlotTakenError
from citas.domain.mensajes import Consentimiento, Pausa

# No hold has expired then: what is restored takes nobody's place.
_BEFORE_ALL_TIME = -1

# What every process remembers until the generation grows.
REMEMBERED = (Consentimiento, Pausa)


@dataclass(slots=True)
class Step:
    """A write, ready for its statement: encoded before the lock is taken."""

    table: Table[Any]
    how: type[Write]
    sql: str
    params: list[Value]
    owner: str = ""  # the id of what claims time, and its packed claim
    claim: str = ""


def restored(tenant_id: str, documents: Sequence[Document], zona: ZoneInfo | None) -> list[Step]:
    """Encode documents that are stored as they are; raises ValueError for a bug."""
    for document in documents:
        if isinstance(document, Claimant):
            check_claim(document)
    return [_step(tenant_id, document, Insert, zona) for document in documents]


def steps_of(tenant_id: str, unit: Unit, zona: ZoneInfo | None) -> list[Step]:
    """Encode a unit in the order in which it is applied; raises ValueError for a bug."""
    return [_step(tenant_id, write.document, type(write), zona) for write in in_order(unit)]


def needs_zona(documents: Iterable[Document]) -> bool:
    """Tell whether some hold is for a move, so that only the local day tells where its claim ends."""
    return any(isinstance(document, Cita) and document.mueve for document in documents)


def _step(tenant_id: str, document: Any, how: type[Write], zona: ZoneInfo | None) -> Step:
    table = TABLES[type(document)]
    if how is Remove:
        return Step(table, how, table.delete, [tenant_id, document.id, document.version], document.id)
    row = [tenant_id, *table.row(document, zona)]
    sql, params = table.insert(row) if how is Insert else (table.update_rest, row)
    if table.slots_at is None:
        return Step(table, how, sql, params)
    return Step(table, how, sql, params, document.id, str(row[table.slots_at + 1]))


def apply(connection: sqlite3.Connection, steps: list[Step], now: Instant) -> None:
    """Apply one unit; where it raises what `Door.commit` promises, it is half done and must be undone."""
    wanted: dict[str, Step] = {}
    for step in steps:
        if step.table.slots_at is None or step.how is Insert:
            _write(connection, step)
            changed = step.table.slots_at is not None
        else:
            changed = _write_over_claim(connection, step)
        if changed:
            wanted[step.owner] = step
    for step in wanted.values():
        _claim(connection, step, now)
    if any(step.table.kind in REMEMBERED for step in steps):
        bump(connection)


def restore(connection: sqlite3.Connection, steps: list[Step]) -> int:
    """Insert what is not there yet and return how many that was; raises what `Door.restore` promises."""
    missing = [step for step in steps if _inserted(connection, step)]
    for step in missing:
        _claim(connection, step, _BEFORE_ALL_TIME)
    if any(step.table.kind in REMEMBERED for step in missing):
        bump(connection)
    return len(missing)


def _inserted(connection: sqlite3.Connection, step: Step) -> bool:
    try:
        sql = f"{step.sql} ON CONFLICT (tenant_id, id) DO NOTHING"
        return connection.execute(sql, step.params).rowcount == 1
    except sqlite3.IntegrityError as error:
        if is_taken(error):
            raise ConflictError from error
        raise


def bump(connection: sqlite3.Connection) -> None:
    """Tell every process that configuration, keys or consent changed."""
    connection.execute("UPDATE generacion SET numero = numero + 1")


def _write(connection: sqlite3.Connection, step: Step) -> None:
    table = step.table
    try:
        written = connection.execute(step.sql, step.params).rowcount
        if not written and step.how is Replace and table.update_rest is not table.update:
            written = connection.execute(table.update, step.params).rowcount
    except sqlite3.IntegrityError as error:
        if is_taken(error):
            raise ConflictError from error
        raise
    if not written:
        raise ConflictError


def _write_over_claim(connection: sqlite3.Connection, step: Step) -> bool:
    """Write over what claims time; tell whether it is to claim anew."""
    tenant_id = str(step.params[0])
    stored = connection.execute(step.table.claim_by_id, (tenant_id, step.owner)).fetchone()
    _write(connection, step)
    if stored is None or (stored[0] == step.claim and step.how is not Remove):
        return False
    release(connection, tenant_id, step.owner, stored[0])
    return step.how is not Remove


def release(connection: sqlite3.Connection, tenant_id: str, owner: str, claim: str) -> None:
    """Take the atoms of a packed claim away from their owner."""
    for run in runs_in(claim):
        connection.execute(
            "DELETE FROM claims WHERE tenant_id = ? AND recurso_id = ? AND fecha = ? "
            "AND slot BETWEEN ? AND ? AND owner_id = ?",
            (tenant_id, run.recurso_id, run.fecha, run.first, run.last, owner),
        )


def _claim(connection: sqlite3.Connection, step: Step, now: Instant) -> None:
    tenant_id = str(step.params[0])
    for run in runs_in(step.claim):
        if not _claimed(connection, tenant_id, step.owner, run):
            _evict(connection, tenant_id, run, now)
            if not _claimed(connection, tenant_id, step.owner, run):
                raise SlotTakenError


def _claimed(connection: sqlite3.Connection, tenant_id: str, owner: str, run: Run) -> bool:
    try:
        connection.execute(_claim_sql(run.atoms), (tenant_id, run.recurso_id, run.fecha, owner, run.first))
    except sqlite3.IntegrityError as error:
        if is_taken(error):
            return False
        raise
    return True


@cache
def _claim_sql(count: int) -> str:
    atoms = ", ".join(f"(?1, ?2, ?3, ?5 + {step}, ?4)" for step in range(count))
    return f"INSERT INTO claims (tenant_id, recurso_id, fecha, slot, owner_id) VALUES {atoms}"


def _evict(connection: sqlite3.Connection, tenant_id: str, run: Run, now: Instant) -> None:
    """Remove the holds in the way of `run` whose time is over: an index knows no time."""
    holds = connection.execute(
        "SELECT id, slots FROM cita WHERE tenant_id = ?1 AND estado = 'bloqueada' AND expira <= ?6 AND id IN ("
        "SELECT owner_id FROM claims WHERE tenant_id = ?1 AND recurso_id = ?2 AND fecha = ?3 "
        "AND slot BETWEEN ?4 AND ?5)",
        (tenant_id, run.recurso_id, run.fecha, run.first, run.last, now),
    ).fetchall()
    for hold_id, claim in holds:
        connection.execute("DELETE FROM cita WHERE tenant_id = ? AND id = ?", (tenant_id, hold_id))
        release(connection, tenant_id, hold_id, claim)
