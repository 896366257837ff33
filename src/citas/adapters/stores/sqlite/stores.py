"""The installation's SQLite file behind its two kinds of door."""

import sqlite3
from pathlib import Path

from citas.adapters.stores.sqlite.catalogue import Catalogue
from citas.adapters.stores.sqlite.door import SqliteDoor
from citas.adapters.stores.sqlite.operator import SqliteOperator
from citas.adapters.stores.sqlite.reader import Reader
from citas.adapters.stores.sqlite.writer import Writer


def _look(connection: sqlite3.Connection) -> None:
    connection.execute("SELECT numero FROM generacion").fetchone()


class SqliteStores:
    """See `Stores`. `patience`: real seconds that a write waits for the lock before the store is away."""

    def __init__(self, path: Path, *, patience: float = 10.0) -> None:
        path = path.absolute()
        self._writer = Writer(path, patience)
        self._reader = Reader(path)
        self._catalogue = Catalogue(self._reader)
        self._operator = SqliteOperator(self._reader, self._writer, self._catalogue)

    def of(self, tenant_id: str) -> SqliteDoor:
        return SqliteDoor(tenant_id, self._reader, self._writer, self._catalogue)

    @property
    def operator(self) -> SqliteOperator:
        return self._operator

    async def start(self) -> None:
        """See `Stores.start`. Raises UnavailableError or ValueError, in Spanish, with the remedy."""
        await self._writer.start()
        self._reader.start()

    async def ping(self) -> None:
        await self._writer.run(_look)

    async def close(self) -> None:
        # The last connection to close folds the log into the file, so it must be one that may write.
        self._reader.close()
        await self._writer.close()
