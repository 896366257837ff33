"""One SQLite file: one writer at a time, many processes, nothing to install."""

from citas.adapters.stores.sqlite.stores import SqliteStores

__all__ = ["SqliteStores"]
