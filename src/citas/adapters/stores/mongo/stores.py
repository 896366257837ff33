"""The installation's MongoDB behind its two kinds of door."""

from citas.adapters.stores.mongo.catalogue import Catalogue
from citas.adapters.stores.mongo.database import PATIENCE, Database
from citas.adapters.stores.mongo.door import MongoDoor
from citas.adapters.stores.mongo.operator import MongoOperator
from citas.adapters.stores.mongo.schema import make_schema
from citas.adapters.stores.mongo.topology import check_replica_set


class MongoStores:
    """See `Stores`. `patience`: real seconds that one call waits before the store is away."""

    def __init__(self, address: str, *, patience: float = PATIENCE) -> None:
        self._address = address
        self._database = Database(address, patience)
        self._catalogue = Catalogue(self._database)
        self._operator = MongoOperator(self._database, self._catalogue)

    def of(self, tenant_id: str) -> MongoDoor:
        return MongoDoor(tenant_id, self._database, self._catalogue)

    @property
    def operator(self) -> MongoOperator:
        return self._operator

    async def start(self) -> None:
        """See `Stores.start`. Raises UnavailableError or ValueError, in Spanish, with the remedy."""
        self._database.open()
        try:
            await check_replica_set(self._database, self._address)
            await make_schema(self._database)
        except BaseException:
            await self._database.close()
            raise

    async def ping(self) -> None:
        await self._database.ask(self._database.raw.command("ping"))

    async def close(self) -> None:
        await self._database.close()
