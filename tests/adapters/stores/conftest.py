"""SQLite stores on one file, closed when the test ends."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from citas.adapters.stores.sqlite import SqliteStores

Opener = Callable[[], Awaitable[SqliteStores]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file stands."""
    return tmp_path / "citas.db"


@pytest.fixture
async def opened(path: Path) -> AsyncIterator[Opener]:
    """Open the file once more, as another process would."""
    everyone: list[SqliteStores] = []

    async def another(patience: float = 10.0) -> SqliteStores:
        stores = SqliteStores(path, patience=patience)
        everyone.append(stores)
        await stores.start()
        return stores

    yield another
    for stores in everyone:
        await stores.close()
