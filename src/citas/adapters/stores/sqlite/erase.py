"""What goes for good: what has had its time, and a cliente who wants to be forgotten."""

import sqlite3
import time

from citas.adapters.stores.sqlite.apply import release
from citas.adapters.stores.sqlite.faults import is_busy
from citas.adapters.stores.sqlite.files import pause
from citas.adapters.stores.sqlite.schema import EXPIRING
from citas.domain.citas import Instant
from citas.domain.errors import UnavailableError

_CHATS = "(SELECT id FROM conversacion WHERE tenant_id = ?1 AND cliente_id = ?2)"
_CITAS = "(SELECT id FROM cita WHERE tenant_id = ?1 AND cliente_id = ?2)"
_NAMELESS = "nombre = NULL, telefono = NULL, email = NULL, conversacion = NULL, motivo = NULL"

# In this order: what is found by way of a chat or a cita goes before it.
_FORGET = (
    f"DELETE FROM mensajes WHERE tenant_id = ?1 AND (cliente_id = ?2 OR conversacion IN {_CHATS})",
    f"DELETE FROM salida WHERE tenant_id = ?1 AND (cliente_id = ?2 OR conversacion IN {_CHATS})",
    f"DELETE FROM espera WHERE tenant_id = ?1 AND (cliente_id = ?2 OR conversacion IN {_CHATS})",
    f"DELETE FROM trabajos WHERE tenant_id = ?1 AND conversacion IN {_CHATS}",
    "DELETE FROM idempotencia WHERE tenant_id = ?1 AND cliente_id = ?2",
    f"DELETE FROM aviso WHERE tenant_id = ?1 AND (cliente_id = ?2 OR cita_id IN {_CITAS})",
    "DELETE FROM conversacion WHERE tenant_id = ?1 AND cliente_id = ?2",
    "DELETE FROM cliente WHERE tenant_id = ?1 AND id = ?2",
    f"UPDATE cita SET version = version + 1, {_NAMELESS} WHERE tenant_id = ?1 AND cliente_id = ?2",
)


def purge(connection: sqlite3.Connection, tenant_id: str, now: Instant) -> int:
    """Delete what is due and return how many documents that was; of citas, only holds ever go."""
    gone = _drop_holds(connection, tenant_id, "borrar_en <= ?", now)
    for name in EXPIRING:
        gone += connection.execute(
            f"DELETE FROM {name} INDEXED BY {name}_borrar_en WHERE tenant_id = ? AND borrar_en <= ?",
            (tenant_id, now),
        ).rowcount
    return gone


def forget(connection: sqlite3.Connection, tenant_id: str, cliente_id: str) -> None:
    """Erase a cliente; see `Door.forget`. `secure_delete` overwrites what is deleted."""
    for statement in _FORGET:
        connection.execute(statement, (tenant_id, cliente_id))
    _drop_holds(connection, tenant_id, "cliente_id = ?", cliente_id)


def truncate_log(connection: sqlite3.Connection, patience: float) -> None:
    """Empty the write-ahead log, which still holds pages as they were; raises UnavailableError."""
    until = time.monotonic() + patience
    while _truncate_is_busy(connection):
        if time.monotonic() >= until:
            raise UnavailableError("Otro proceso lee todavía el registro: repita la orden.")
        pause()


def _truncate_is_busy(connection: sqlite3.Connection) -> bool:
    try:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as error:
        if is_busy(error):
            return True
        raise
    return bool(busy)


def _drop_holds(connection: sqlite3.Connection, tenant_id: str, where: str, value: str | int) -> int:
    holds = connection.execute(
        f"SELECT id, slots FROM cita WHERE tenant_id = ? AND estado = 'bloqueada' AND {where}",
        (tenant_id, value),
    ).fetchall()
    for hold_id, claim in holds:
        connection.execute("DELETE FROM cita WHERE tenant_id = ? AND id = ?", (tenant_id, hold_id))
        release(connection, tenant_id, hold_id, claim)
    return len(holds)
