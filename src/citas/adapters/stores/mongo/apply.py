"""A unit as operations on documents: versions are in their filters, claims come last."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pymongo.errors import PyMongoError

from citas.adapters.stores.mongo.database import Database, Session
from citas.adapters.stores.mongo.documents import CODECS, Codec, arrival
from citas.adapters.stores.mongo.faults import SLOTS_INDEX, duplicated
from citas.adapters.stores.mongo.indexes import HOLDS
from citas.adapters.stores.mongo.schema import GENERACION
from citas.adapters.stores.mongo.values import SECONDS, SLOTS, Raw, fecha, oid
from citas.adapters.stores.units import in_order
from citas.application.ports import Insert, Remove, Unit, Write
from citas.domain.citas import Bloqueo, Cita, Instant, Slot
from citas.domain.errors import ConflictError, SlotTakenError


@dataclass(frozen=True, slots=True)
class Step:
    """A write, ready for its operation. `claim`: the atoms that it wants; `late`: only once all documents stand."""

    codec: Codec[Any]
    how: type[Write]
    where: Raw
    version: int
    body: Raw
    absent: list[str]
    claim: tuple[Slot, ...] = ()
    late: bool = False


def steps_of(tenant_id: str, unit: Unit, zona: ZoneInfo | None) -> list[Step]:
    """Prepare a unit: removes, then what claims nothing, then what does; raises ValueError for a bug."""
    writes = sorted(in_order(unit), key=_claims_last)
    # Where several claim, atoms may change hands between them: each document is written without its claim first.
    late = sum(map(_puts_claim, writes)) > 1
    return [_step(tenant_id, write, zona, late=late and _puts_claim(write)) for write in writes]


def _puts_claim(write: Write) -> bool:
    return isinstance(write.document, Cita | Bloqueo) and not isinstance(write, Remove)


def _claims_last(write: Write) -> int:
    return 0 if isinstance(write, Remove) else 1 + _puts_claim(write)


def _step(tenant_id: str, write: Write, zona: ZoneInfo | None, *, late: bool) -> Step:
    document = write.document
    codec = CODECS[type(document)]
    where = codec.where(tenant_id, document.id)
    if isinstance(write, Remove):
        return Step(codec, Remove, where, document.version, {}, [])
    body, absent = codec.body(document, zona)
    claim = document.slots if isinstance(document, Cita | Bloqueo) else ()
    if isinstance(write, Insert):
        body |= arrival(document)
    if late and claim:
        del body["slots"]
        absent.append("slots")
    return Step(codec, type(write), where, document.version, body, absent, claim, late)


async def apply(database: Database, steps: list[Step], session: Session | None) -> None:
    """Write one unit. Raises SlotTakenError or ConflictError; the transaction is then to be undone."""
    for step in steps:
        await refusing(_write(database, step, session))
    for where, claim in _late_claims(steps):
        change = {"$set": {"slots": claim}}
        await refusing(database["cita"].update_one(where, change, session=session))


def _late_claims(steps: list[Step]) -> Iterable[tuple[Raw, list[Raw]]]:
    """Return the claim of each document as the last of its writes leaves it."""
    last = {str(step.where): step for step in steps if step.late}
    return [(step.where, SLOTS.into(step.claim)) for step in last.values() if step.claim]


async def refusing(write: Any) -> Any:
    """Wait for a write; raise SlotTakenError or ConflictError where a unique index refused it."""
    try:
        return await write
    except PyMongoError as error:
        index = duplicated(error)
        if index is None:
            raise
        raise (SlotTakenError() if index == SLOTS_INDEX else ConflictError()) from error


async def _write(database: Database, step: Step, session: Session | None) -> None:
    collection = database[step.codec.collection]
    if step.how is Insert:
        await collection.insert_one({**step.where, **step.body}, session=session)
        return
    if step.how is Remove:
        gone = await collection.delete_one({**step.where, "version": step.version}, session=session)
        written = gone.deleted_count
    else:
        change: Raw = {"$set": step.body}
        if step.absent:
            change["$unset"] = dict.fromkeys(step.absent, "")
        guard = {**step.where, "version": step.version - 1}
        written = (await collection.update_one(guard, change, session=session)).matched_count
    if not written:
        raise ConflictError


async def evict(database: Database, tenant_id: str, steps: list[Step], now: Instant, session: Session) -> int:
    """Remove the holds in the way of a unit whose time is over: an index knows no time. Return how many."""
    days: defaultdict[tuple[str, date], list[int]] = defaultdict(list)
    for slot in (slot for step in steps for slot in step.claim):
        days[slot.recurso_id, slot.fecha].append(slot.slot)
    wanted = [
        {"slots": {"$elemMatch": {"recurso_id": oid(recurso), "fecha": fecha(day), "slot": {"$in": atoms}}}}
        for (recurso, day), atoms in days.items()
    ]
    gone = await database["cita"].delete_many(
        {
            "tenant_id": oid(tenant_id),
            "estado": "bloqueada",
            "expira": {"$lte": SECONDS.into(now)},
            # What the unit itself writes over or removes, it does by its version.
            "_id": {"$nin": [step.where["_id"] for step in steps]},
            "$or": wanted,
        },
        hint=HOLDS,
        session=session,
    )
    return gone.deleted_count


async def bump(database: Database, session: Session) -> None:
    """Tell every process that configuration, keys or consent changed."""
    await database[GENERACION].update_one({"_id": GENERACION}, {"$inc": {"numero": 1}}, session=session)
