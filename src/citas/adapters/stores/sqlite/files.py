"""Opening the file: the checks that tell the operator what to do, and the settings that the promises need."""

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from citas.adapters.stores.sqlite.faults import code_of, is_busy, translated
from citas.adapters.stores.sqlite.schema import make_schema
from citas.domain.errors import UnavailableError

T = TypeVar("T")

_PAUSE_SECONDS = 0.0003
_CACHED_STATEMENTS = 512

_nobody = threading.Event()


def pause() -> None:
    """Let the holder of the lock go on: a fraction of a millisecond, never longer and longer."""
    _nobody.wait(_PAUSE_SECONDS)


def insistently(work: Callable[[], T], patience: float) -> T:
    """Do `work` again while somebody else has the lock, for at most `patience` real seconds."""
    until = time.monotonic() + patience
    while True:
        try:
            return work()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() >= until:
                raise
        pause()


def open_writer(path: Path, patience: float) -> sqlite3.Connection:
    """Open the connection that writes, with the schema made.

    Raises UnavailableError or ValueError with a sentence that names the remedy.
    """
    _touch(path)
    try:
        connection = _connect(path)
        insistently(lambda: connection.execute("PRAGMA journal_mode = WAL").fetchone(), patience)
        for setting in ("synchronous = FULL", "secure_delete = ON", "wal_autocheckpoint = 2000"):
            connection.execute(f"PRAGMA {setting}")
        _prepare(connection, patience)
    except sqlite3.Error as error:
        raise _explained(path, error) from error
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """Open a connection that only reads."""
    try:
        connection = _connect(path)
        connection.execute("PRAGMA query_only = ON")
        # A reader waits only while another process recovers the log: rare and short.
        connection.execute("PRAGMA busy_timeout = 5000")
    except sqlite3.Error as error:
        raise _explained(path, error) from error
    return connection


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path.absolute().as_uri() + "?mode=rw",
        uri=True,
        timeout=0,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_CACHED_STATEMENTS,
    )
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _prepare(connection: sqlite3.Connection, patience: float) -> None:
    insistently(lambda: connection.execute("BEGIN IMMEDIATE"), patience)
    try:
        make_schema(connection)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _touch(path: Path) -> None:
    """Make the file, readable by its owner alone: it holds what clientes said."""
    if not path.parent.is_dir():
        raise UnavailableError(f"La carpeta {path.parent} no existe: créela, o corrija CITAS_STORE.")
    if path.is_dir():
        raise UnavailableError(f"{path} es una carpeta: dé a CITAS_STORE el nombre de un archivo.")
    try:
        path.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise UnavailableError(
            f"No se puede escribir en {path} ({error.strerror}): revise sus permisos."
        ) from error


def _explained(path: Path, error: sqlite3.Error) -> Exception:
    if code_of(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return ValueError(f"{path} no es una base de datos de citas: dé a CITAS_STORE otro nombre.")
    if code_of(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return UnavailableError(
            f"No se puede abrir {path} para escribir: revise sus permisos y los de su carpeta."
        )
    return translated(error)
