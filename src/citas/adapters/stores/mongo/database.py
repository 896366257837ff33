"""The connection: its limits, its promises of what is written and read, and transactions that try again."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

import pymongo
from bson.codec_options import CodecOptions, DatetimeConversion
from pymongo import AsyncMongoClient
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import ConfigurationError, PyMongoError
from pymongo.read_concern import ReadConcern
from pymongo.read_preferences import ReadPreference
from pymongo.uri_parser import parse_uri
from pymongo.write_concern import WriteConcern

from citas.adapters.stores.mongo.faults import translated
from citas.adapters.stores.mongo.values import Raw
from citas.domain.errors import UnavailableError

T = TypeVar("T")
Session = AsyncClientSession

# Real seconds for one question or one unit, all its tries together: two of them are still less than the 15 s
# within which a caller must hear that the store is away.
PATIENCE = 7.0

_DURABLE = WriteConcern("majority", j=True)
_COMMITTED = ReadConcern("majority")
# A node that stops without a word is missed after connect + heartbeat, and its connections are dropped.
_OPTIONS: dict[str, Any] = {
    "appname": "citas",
    "connectTimeoutMS": 2000,
    "heartbeatFrequencyMS": 2000,
    "retryWrites": True,
    "retryReads": True,
}
CODEC: CodecOptions[Raw] = CodecOptions(datetime_conversion=DatetimeConversion.DATETIME_MS)


class Database:
    """One database of a replica set. Every question has its limit; what is acknowledged, a majority has on disk."""

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        self._address = address
        self._patience = patience
        self._client: AsyncMongoClient[Raw] | None = None
        self._database: AsyncDatabase[Raw] | None = None
        self._collections: dict[str, AsyncCollection[Raw]] = {}
        self._lasting: set[asyncio.Task[Any]] = set()

    @property
    def patience(self) -> float:
        """Real seconds before the store counts as away."""
        return self._patience

    def open(self) -> None:
        """Make the client, in the loop that will use it. Raises ValueError for an address that cannot be."""
        try:
            name = (
                parse_uri(self._address, validate=True)["database"] if "+srv" not in self._address else None
            )
            options = {k: v for k, v in _OPTIONS.items() if k.lower() not in self._address.lower()}
            client: AsyncMongoClient[Raw] = AsyncMongoClient(
                self._address, **options, timeoutMS=round(1000 * self._patience)
            )
            self._client = client
            self._database = client.get_database(
                name,
                codec_options=CODEC,
                # A secondary may be behind: nothing is ever read from one.
                read_preference=ReadPreference.PRIMARY,
                read_concern=_COMMITTED,
                write_concern=_DURABLE,
            )
        except (PyMongoError, ConfigurationError, ValueError) as error:
            raise ValueError(f"la dirección de MongoDB no sirve ({type(error).__name__}).") from error

    @property
    def client(self) -> AsyncMongoClient[Raw]:
        """The client; raises UnavailableError when it is closed."""
        if self._client is None:
            raise UnavailableError("El almacén está cerrado.")
        return self._client

    @property
    def raw(self) -> AsyncDatabase[Raw]:
        """The database itself, for its schema."""
        if self._database is None:
            raise UnavailableError("El almacén está cerrado.")
        return self._database

    def __getitem__(self, name: str) -> AsyncCollection[Raw]:
        found = self._collections.get(name)
        if found is None:
            found = self._collections[name] = self.raw[name]  # to make one costs a third of a question
        return found

    async def ask(self, question: Awaitable[T]) -> T:
        """Wait for one answer. Raises UnavailableError."""
        with translated():
            return await question

    async def find(
        self,
        collection: str,
        where: Raw,
        sort: list[tuple[str, int]],
        limit: int = 0,
        hint: str | None = None,
    ) -> list[Raw]:
        """Return the documents that match, by the index that is named. Raises UnavailableError."""
        cursor = self[collection].find(where, sort=sort or None, limit=limit, hint=hint)
        return await self.ask(cursor.to_list())

    async def transact(self, work: Callable[[Session], Awaitable[T]]) -> T:
        """Do `work` in a transaction, again where another one was in the way, all within the patience.

        Raises what `work` raises, with nothing written, and UnavailableError.
        """

        async def attempt() -> T:
            with pymongo.timeout(self._patience):
                async with self.client.start_session() as session:
                    return await session.with_transaction(
                        work, ReadConcern("snapshot"), _DURABLE, ReadPreference.PRIMARY
                    )

        return await self.ask(attempt())

    async def lasting(self, work: Coroutine[Any, Any, T]) -> T:
        """Finish `work` even if whoever waits for it is cancelled."""
        task = asyncio.create_task(work)
        self._lasting.add(task)
        task.add_done_callback(self._let_go)
        return await asyncio.shield(task)

    def _let_go(self, task: "asyncio.Task[Any]") -> None:
        self._lasting.discard(task)
        if not task.cancelled():
            task.exception()  # whoever waited has it; nobody else is to be warned of it

    async def close(self) -> None:
        """Finish what was begun and let go of the connections."""
        await asyncio.gather(*self._lasting, return_exceptions=True)
        client, self._client, self._database = self._client, None, None
        self._collections.clear()
        if client is not None:
            await client.close()
