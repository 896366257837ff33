"""What goes for good: what has had its time, and a cliente who wants to be forgotten."""

from citas.adapters.stores.mongo.database import Database, Session
from citas.adapters.stores.mongo.documents import EXPIRING
from citas.adapters.stores.mongo.indexes import DATED, HOLDS
from citas.adapters.stores.mongo.values import SECONDS, Raw, oid
from citas.domain.citas import Instant

_OF_CHAT = ("mensajes", "salida", "espera")
_NAMELESS = dict.fromkeys(("nombre", "telefono", "email", "conversacion", "motivo"), "")


async def purge(database: Database, tenant_id: str, now: Instant) -> int:
    """Delete what is due and return how many documents that was; of citas, only holds ever go."""
    due: Raw = {"tenant_id": oid(tenant_id), "borrar_en": {"$lte": SECONDS.into(now)}}
    gone = await database.ask(database["cita"].delete_many({**due, "estado": "bloqueada"}, hint=HOLDS))
    count = gone.deleted_count
    for name in EXPIRING:
        gone = await database.ask(database[name].delete_many(due, hint=DATED))
        count += gone.deleted_count
    return count


async def forget(database: Database, tenant_id: str, cliente_id: str) -> None:
    """Erase a cliente in one transaction; see `Door.forget`."""

    async def work(session: Session) -> None:
        mine: Raw = {"tenant_id": oid(tenant_id), "cliente_id": oid(cliente_id)}
        for collection, where in await _about(database, mine, session):
            await database[collection].delete_many({"tenant_id": mine["tenant_id"], **where}, session=session)
        await database["cita"].update_many(
            mine, {"$inc": {"version": 1}, "$unset": _NAMELESS}, session=session
        )

    await database.transact(work)


async def _about(database: Database, mine: Raw, session: Session) -> list[tuple[str, Raw]]:
    """Return what of him is to be deleted, found by his id, his chats and his citas."""
    chats = await _ids(database, "conversacion", mine, session)
    citas = await _ids(database, "cita", mine, session)
    his: Raw = {"cliente_id": mine["cliente_id"]}
    in_chat: Raw = {"conversacion": {"$in": chats}}
    return [
        *((name, {"$or": [his, in_chat]}) for name in _OF_CHAT),
        ("trabajos", in_chat),
        ("aviso", {"$or": [his, {"cita_id": {"$in": citas}}]}),
        ("idempotencia", his),
        ("conversacion", his),
        ("cita", {**his, "estado": "bloqueada"}),
        ("cliente", {"_id": {"tenant_id": mine["tenant_id"], "id": mine["cliente_id"]}}),
    ]


async def _ids(database: Database, collection: str, where: Raw, session: Session) -> list[object]:
    rows = await database[collection].find(where, ("_id",), session=session).to_list()
    return [row["_id"]["id"] for row in rows if "id" in row["_id"]]
