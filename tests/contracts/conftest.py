"""The stores that make the promises: a new one adds a parameter here, never a test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from builders import hex_id
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.mongo import MongoStores
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Door, Stores
from servidores import WITH_SERVER

TENANT, OTHER = hex_id(0x7E), hex_id(0x7F)


@pytest.fixture(params=["memory", "sqlite", pytest.param("mongo", marks=WITH_SERVER)])
async def pair(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[Stores, Stores]]:
    """Two processes' view of one store; memory has but one."""
    both: tuple[Stores, Stores]
    if request.param == "memory":
        memory = MemoryStores()
        both = memory, memory
    elif request.param == "sqlite":
        both = SqliteStores(tmp_path / "citas.db"), SqliteStores(tmp_path / "citas.db")
    else:
        address = request.getfixturevalue("empty_mongodb")
        both = MongoStores(address), MongoStores(address)
    for stores in both:
        await stores.start()
    yield both
    for stores in both:
        await stores.close()


@pytest.fixture
def stores(pair: tuple[Stores, Stores]) -> Stores:
    """The store."""
    return pair[0]


@pytest.fixture
def rivals(pair: tuple[Stores, Stores]) -> Stores:
    """The same store as another process sees it."""
    return pair[1]


@pytest.fixture
def door(stores: Stores) -> Door:
    """A tenant's door."""
    return stores.of(TENANT)


@pytest.fixture
def rival(rivals: Stores) -> Door:
    """The same tenant's door in another process."""
    return rivals.of(TENANT)


@pytest.fixture
def other(stores: Stores) -> Door:
    """Another tenant's door."""
    return stores.of(OTHER)
