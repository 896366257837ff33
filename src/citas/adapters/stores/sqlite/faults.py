"""SQLite's errors in the words of the house: the store is away, or this is a bug."""

import sqlite3

from citas.domain.errors import UnavailableError

_AWAY = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)
_TAKEN = frozenset(
    {
        sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
        sqlite3.SQLITE_CONSTRAINT_ROWID,
    }
)


def code_of(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code; -1 for an error that is Python's own."""
    code: int = getattr(error, "sqlite_errorcode", -1)
    return code & 0xFF if code >= 0 else code


def is_busy(error: sqlite3.Error) -> bool:
    """Tell whether somebody else has the lock just now."""
    return code_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_taken(error: sqlite3.IntegrityError) -> bool:
    """Tell whether a unique key is there already; any other constraint is a bug."""
    return error.sqlite_errorcode in _TAKEN


def translated(error: sqlite3.Error) -> Exception:
    """Return what to raise for an error of SQLite: UnavailableError, or itself where it is a bug."""
    if code_of(error) in _AWAY or "closed database" in str(error):
        return UnavailableError(f"El almacén no responde: {error}.")
    return error
