"""The operator's door to the MongoDB store: what belongs to no tenant, and who has something due."""

from collections.abc import Sequence

from pymongo.errors import DuplicateKeyError

from citas.adapters.stores.mongo.apply import apply, bump, refusing, steps_of
from citas.adapters.stores.mongo.catalogue import Catalogue
from citas.adapters.stores.mongo.database import Database, Session
from citas.adapters.stores.mongo.documents import EXPIRING
from citas.adapters.stores.mongo.schema import TAREAS
from citas.adapters.stores.mongo.tenants import clave_of, clave_raw, recursos_raw, servicios_raw, tenant_raw
from citas.adapters.stores.mongo.values import SECONDS, Raw, oid
from citas.application.ports import Insert, Replace
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.claves import Clave
from citas.domain.errors import ConflictError
from citas.domain.mensajes import Consentimiento


class MongoOperator:
    """See `Operator`."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        self._database = database
        self._catalogue = catalogue

    async def save_tenant(
        self, tenant: Tenant, consentimiento: Consentimiento | None, claves: Sequence[Clave]
    ) -> None:
        async def work(session: Session) -> None:
            await self._save_business(tenant, session)
            if consentimiento is not None:
                write = Insert(consentimiento) if consentimiento.version == 1 else Replace(consentimiento)
                await apply(self._database, steps_of(tenant.id, [write], None), session)
            await self._save_claves(claves, session)

        await self._database.lasting(self._database.transact(work))

    async def _save_business(self, tenant: Tenant, session: Session) -> None:
        raw = tenant_raw(tenant)
        place = {"_id": raw["_id"], "tenant_id": raw["tenant_id"]}
        await refusing(self._database["tenant"].replace_one(place, raw, upsert=True, session=session))
        for name, raws in (("servicio", servicios_raw(tenant)), ("recurso", recursos_raw(tenant))):
            await self._database[name].delete_many({"tenant_id": raw["tenant_id"]}, session=session)
            if raws:
                await self._database[name].insert_many(raws, session=session)

    async def tenants(self) -> tuple[Tenant, ...]:
        return await self._catalogue.tenants()

    async def clave_by_hash(self, key_hash: str) -> Clave | None:
        return await self._clave({"key": key_hash})

    async def clave(self, clave_id: str) -> Clave | None:
        return await self._clave({"_id": oid(clave_id)})

    async def _clave(self, where: Raw) -> Clave | None:
        raw = await self._database.ask(self._database["api_keys"].find_one(where))
        return clave_of(raw) if raw else None

    async def claves(self, tenant_id: str) -> tuple[Clave, ...]:
        by_age = [("creada", 1), ("_id", 1)]
        rows = await self._database.find("api_keys", {"tenant_id": oid(tenant_id)}, by_age)
        return tuple(map(clave_of, rows))

    async def save_claves(self, claves: Sequence[Clave]) -> None:
        await self._database.lasting(
            self._database.transact(lambda session: self._save_claves(claves, session))
        )

    async def _save_claves(self, claves: Sequence[Clave], session: Session) -> None:
        for clave in claves:
            raw = clave_raw(clave)
            if clave.version == 1:
                await refusing(self._database["api_keys"].insert_one(raw, session=session))
                continue
            seen = {"_id": raw["_id"], "version": clave.version - 1}
            found = await refusing(self._database["api_keys"].replace_one(seen, raw, session=session))
            if not found.matched_count:
                raise ConflictError
        await bump(self._database, session)

    async def due(self, now: Instant) -> tuple[str, ...]:
        cursor = await self._database.ask(self._database["cita"].aggregate(due_pipeline(now)))
        return tuple(str(row["_id"]) for row in await self._database.ask(cursor.to_list()))

    async def lease(self, tarea: str, holder: str, until: Instant, real: Instant) -> bool:
        mine_or_over = [{"titular": holder}, {"hasta": {"$lte": SECONDS.into(real)}}]
        try:
            await self._database.ask(
                self._database[TAREAS].update_one(
                    {"_id": tarea, "$or": mine_or_over},
                    {"$set": {"titular": holder, "hasta": SECONDS.into(until)}},
                    upsert=True,
                )
            )
        except DuplicateKeyError:
            return False  # somebody else's still holds: the filter did not find it, and its place is taken
        return True

    async def generation(self) -> int:
        return await self._catalogue.generation()


def due_pipeline(now: Instant) -> list[Raw]:
    """Return the one question of the sweep, over all tenants: whose, and nothing else, of what is due."""
    come = {"$lte": SECONDS.into(now)}
    others: list[tuple[str, Raw]] = [
        ("cita", {"estado": "bloqueada", "borrar_en": come}),
        ("salida", {"estado": "pendiente", "caduca": come}),
        ("trabajos", {"lease": come}),
        *((name, {"borrar_en": come}) for name in EXPIRING),
    ]
    whose: Raw = {"$project": {"_id": 0, "tenant_id": 1}}
    return [
        {"$match": {"estado": "bloqueada", "expira": come}},
        whose,
        *({"$unionWith": {"coll": name, "pipeline": [{"$match": m}, whose]}} for name, m in others),
        {"$group": {"_id": "$tenant_id"}},
    ]
