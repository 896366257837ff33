"""Reads on a connection of their own: a reader in WAL waits for nobody, so it may run on the event loop."""

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from citas.adapters.stores.sqlite.columns import Value
from citas.adapters.stores.sqlite.faults import translated
from citas.adapters.stores.sqlite.files import open_reader
from citas.adapters.stores.sqlite.tables import TABLES, Table
from citas.application.ports import Document
from citas.domain.errors import UnavailableError

D = TypeVar("D", bound=Document)
Row = tuple[Any, ...]


class Reader:
    """Reads that follow each other without a wait in between see one snapshot, taken when the first begins.

    So they see all that was committed before them, and the file is locked and let go of once for all of them.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._cursor: sqlite3.Cursor | None = None  # one for all: each read is fetched whole
        self._open = False
        self._generation: int | None = None

    def start(self) -> None:
        """Open the file, which must be there with its schema."""
        self._connection = open_reader(self._path)
        self._cursor = self._connection.cursor()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = self._cursor = None

    def rows(self, sql: str, params: Sequence[Value] = ()) -> list[Row]:
        """Return all rows. Raises UnavailableError."""
        if self._cursor is None:
            raise UnavailableError("El almacén está cerrado.")
        try:
            if not self._open:
                self._begin(self._cursor)
            return self._cursor.execute(sql, params).fetchall()
        except sqlite3.Error as error:
            raise translated(error) from error

    def generation(self) -> int:
        """Return the number that grows with every change of configuration, keys or consent."""
        if self._generation is None:
            row = self.row("SELECT numero FROM generacion")
            self._generation = int(row[0]) if row else 0
        return self._generation

    def _begin(self, cursor: sqlite3.Cursor) -> None:
        cursor.execute("BEGIN")
        self._open = True
        asyncio.get_running_loop().call_soon(self._end)

    def _end(self) -> None:
        self._open, self._generation = False, None
        # SQLite ends it by itself where reading fails badly.
        if self._connection is not None and self._connection.in_transaction:
            self._connection.execute("COMMIT")

    def row(self, sql: str, params: Sequence[Value] = ()) -> Row | None:
        """Return the first row. Raises UnavailableError."""
        rows = self.rows(sql, params)
        return rows[0] if rows else None

    def find(self, kind: type[D], tenant_id: str, some_id: str) -> D | None:
        """Find a document by id."""
        table: Table[D] = TABLES[kind]
        row = self.row(table.by_id, (tenant_id, some_id))
        return table.codec.decode(row) if row else None

    def all(self, kind: type[D], tenant_id: str, where: str = "", *params: Value) -> tuple[D, ...]:
        """Return the documents of a tenant that fulfil `where` (an AND and what follows)."""
        table: Table[D] = TABLES[kind]
        return tuple(map(table.codec.decode, self.rows(table.select + where, (tenant_id, *params))))
