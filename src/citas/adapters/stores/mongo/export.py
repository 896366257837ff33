"""All that a tenant has, a page at a time by `_id`, and what comes back from such pages."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from bson import Timestamp

from citas.adapters.stores.mongo.apply import bump, refusing
from citas.adapters.stores.mongo.database import Database, Session
from citas.adapters.stores.mongo.documents import BLOQUEO, BY_NAME, CODECS, REMEMBERED, Codec
from citas.adapters.stores.mongo.reader import Reader
from citas.adapters.stores.mongo.values import Raw
from citas.adapters.stores.units import check_claim
from citas.application.ports import Document, Page
from citas.domain.citas import Bloqueo, Cita
from citas.domain.mensajes import Mensaje

_BY_ID = [("_id", 1)]


async def export_page(reader: Reader, after: tuple[str, str] | None, limit: int) -> Page:
    """See `Door.export`."""
    collection, last_id = after or ("", "")
    page: list[tuple[str, Document]] = []
    for codec in BY_NAME:
        if codec.name >= collection and len(page) < limit:
            beyond = last_id if codec.name == collection else None
            where = {**reader.ids_after(codec.kind, beyond), **_of_kind(codec)}
            found = await reader.all(codec.kind, where, _BY_ID, limit - len(page))
            page += [(codec.name, document) for document in found]
    return tuple(page)


def _of_kind(codec: Codec[Any]) -> Raw:
    """Return what tells the kinds of one collection apart."""
    if not codec.claims:
        return {}
    return {"estado": BLOQUEO} if codec.kind is Bloqueo else {"estado": {"$ne": BLOQUEO}}


async def restore(
    database: Database, tenant_id: str, zona: ZoneInfo | None, documents: Sequence[Document]
) -> int:
    """See `Door.restore`."""
    for document in documents:
        if isinstance(document, Cita | Bloqueo):
            check_claim(document)
    raws = sorted(_raws(tenant_id, zona, documents), key=_collection)

    async def work(session: Session) -> int:
        count = 0
        for collection, group in groupby(raws, key=_collection):
            count += await _insert_missing(database, collection, _once(raw for _, raw in group), session)
        if any(isinstance(document, REMEMBERED) for document in documents):
            await bump(database, session)
        return count

    return await database.transact(work)


def _collection(named: tuple[str, Raw]) -> str:
    return named[0]


def _once(raws: Iterable[Raw]) -> list[Raw]:
    """Leave out what stands twice in a page."""
    first: dict[str, Raw] = {}
    for raw in raws:
        first.setdefault(str(raw["_id"]), raw)
    return list(first.values())


def _raws(tenant_id: str, zona: ZoneInfo | None, documents: Sequence[Document]) -> list[tuple[str, Raw]]:
    found: list[tuple[str, Raw]] = []
    for at, document in enumerate(documents, start=1):
        codec = CODECS[type(document)]
        body, _ = codec.body(document, zona)
        if isinstance(document, Mensaje):
            # It arrived then, and not now that it is brought here.
            body["llegada"] = Timestamp(document.recibido, at)
        found.append((codec.collection, {**codec.where(tenant_id, document.id), **body}))
    return found


async def _insert_missing(database: Database, collection: str, raws: list[Raw], session: Session) -> int:
    where = {"_id": {"$in": [raw["_id"] for raw in raws]}, "tenant_id": raws[0]["tenant_id"]}
    there = await database[collection].find(where, ("_id",), session=session).to_list()
    known = [row["_id"] for row in there]
    missing = [raw for raw in raws if raw["_id"] not in known]
    if missing:
        await refusing(database[collection].insert_many(missing, session=session))
    return len(missing)
