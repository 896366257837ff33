"""What every test may ask for: real servers, one of each kind for the whole run of a process."""

import itertools
import os
from collections.abc import Iterator, Sequence

import pytest
import redis
from hypothesis import settings

from muestreo import QUICK
from servidores import MONGOD, VALKEY, a_client, require, serving_mongod, serving_valkey

settings.register_profile(QUICK, settings())

_numbers = itertools.count(1)

# Modules that start other processes, by what they import.
_PROCESS_MODULES = ("subprocess", "multiprocessing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts other processes, so that the quick run leaves it out."""
    for item in items:
        module = getattr(item, "module", None)
        if any(hasattr(module, name) for name in _PROCESS_MODULES):
            item.add_marker(pytest.mark.proceso)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a server that cannot be had here."""
    if item.get_closest_marker("servidor"):
        fixtures: Sequence[str] = getattr(item, "fixturenames", ())
        require(VALKEY if "valkey" in fixtures else MONGOD)


@pytest.fixture(scope="session")
def mongod(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real MongoDB; its address, without a database."""
    with serving_mongod(tmp_path_factory.mktemp("mongod")) as address:
        yield address


@pytest.fixture
def mongodb(mongod: str) -> Iterator[str]:
    """The address of a database of this test's own, as CITAS_STORE takes it: it does not exist yet."""
    address = _named(mongod, f"citas_prueba_{os.getpid()}_{next(_numbers)}")
    yield address
    with a_client(address) as client:
        client.drop_database(client.get_default_database())


@pytest.fixture
def empty_mongodb(mongod: str) -> Iterator[str]:
    """The address of a database whose collections and indexes stand from test to test, without a document.

    Making them takes a second and more; whoever starts a store on it finds them made.
    """
    address = _named(mongod, f"citas_prueba_{os.getpid()}")
    yield address
    with a_client(address) as client:
        database = client.get_default_database()
        for name in database.list_collection_names():
            database[name].delete_many({})


def _named(server: str, name: str) -> str:
    base, _, options = server.partition("/?")
    return f"{base.rstrip('/')}/{name}" + (f"?{options}" if options else "")


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Redis or Valkey; its address, without a database."""
    with serving_valkey(tmp_path_factory.mktemp("valkey")) as address:
        yield address


@pytest.fixture
def redis_url(valkey: str) -> Iterator[str]:
    """The address of an empty database, as CITAS_REDIS takes it."""
    address = f"{valkey}/15"
    with redis.Redis.from_url(address) as client:
        client.flushdb()
        yield address
        client.flushdb()
