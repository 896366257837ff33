"""Questions of one tenant: each says the tenant, and is answered by an index that begins with it."""

from typing import TypeVar

from bson import MaxKey, MinKey

from citas.adapters.stores.mongo.database import Database
from citas.adapters.stores.mongo.documents import CODECS
from citas.adapters.stores.mongo.values import Raw, oid
from citas.application.ports import Document

D = TypeVar("D", bound=Document)
Sort = list[tuple[str, int]]


class Reader:
    """Reads of one tenant's documents."""

    def __init__(self, database: Database, tenant_id: str) -> None:
        self._database = database
        self._tenant_id = tenant_id
        self._tenant = oid(tenant_id)

    async def find(self, kind: type[D], some_id: str) -> D | None:
        """Find a document by kind and id."""
        codec = CODECS[kind]
        collection = self._database[codec.collection]
        raw = await self._database.ask(collection.find_one(codec.where(self._tenant_id, some_id)))
        return codec.decode(raw) if raw else None

    async def all(
        self, kind: type[D], where: Raw, sort: Sort, limit: int = 0, hint: str | None = None
    ) -> tuple[D, ...]:
        """Return the documents of one kind that match, in order; 0 is no limit.

        `hint`: the index, where the planner might take one that belongs to the operator's questions.
        """
        codec = CODECS[kind]
        mine = {"tenant_id": self._tenant, **where}
        rows = await self._database.find(codec.collection, mine, sort, limit, hint)
        return tuple(map(codec.decode, rows))

    async def first(self, kind: type[D], where: Raw, sort: Sort) -> D | None:
        """Return the first that matches."""
        found = await self.all(kind, where, sort, 1)
        return found[0] if found else None

    async def rows(self, collection: str, where: Raw, fields: tuple[str, ...]) -> list[Raw]:
        """Return only some fields of what matches."""
        cursor = self._database[collection].find({"tenant_id": self._tenant, **where}, fields)
        return await self._database.ask(cursor.to_list())

    def ids_after(self, kind: type[Document], last_id: str | None = None) -> Raw:
        """Return the filter for this tenant's `_id`s after one of them, in the order of the index."""
        codec = CODECS[kind]
        after = MinKey() if last_id is None else codec.place(last_id)
        return {
            "_id": {
                "$gt": {"tenant_id": self._tenant, codec.key: after},
                "$lt": {"tenant_id": self._tenant, codec.key: MaxKey()},
            }
        }
