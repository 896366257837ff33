"""Businesses as they are configured: read again only when the generation says that something changed."""

from zoneinfo import ZoneInfo

from citas.adapters.stores.mongo.database import Database
from citas.adapters.stores.mongo.documents import CODECS, Codec, D
from citas.adapters.stores.mongo.schema import GENERACION
from citas.adapters.stores.mongo.tenants import tenant_of
from citas.adapters.stores.mongo.values import Raw, oid
from citas.application.ports import Configured
from citas.domain.catalogo import Tenant
from citas.domain.errors import NotFoundError
from citas.domain.mensajes import Consentimiento, Pausa

BY_ORDEN = [("orden", 1)]


class Catalogue:
    """Remembers each business, and the generation before which it was read."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, tuple[int, Configured]] = {}

    async def generation(self) -> int:
        """Return the number that grows with every change of configuration, keys or consent."""
        raw = await self._database.ask(self._database[GENERACION].find_one({"_id": GENERACION}))
        return int(raw["numero"]) if raw else 0

    async def configured(self, tenant_id: str) -> Configured:
        """Return a business as it is now: one small read where nothing changed. Raises NotFoundError."""
        generation = await self.generation()
        known = self._known.get(tenant_id)
        if known and known[0] == generation:
            return known[1]
        # Read after the generation: what changes meanwhile makes the next reader look again.
        tenant = await self._tenant(tenant_id)
        if tenant is None:
            self._known.pop(tenant_id, None)
            raise NotFoundError
        found = Configured(
            tenant,
            await self._one(Consentimiento, tenant_id, "consentimiento"),
            await self._one(Pausa, tenant_id, "pausa"),
        )
        self._known[tenant_id] = generation, found
        return found

    async def zona(self, tenant_id: str) -> ZoneInfo | None:
        """Return a tenant's time zone, as it was last read: it does not change while anything of it stands."""
        known = self._known.get(tenant_id)
        if known:
            return known[1].tenant.zona
        try:
            return (await self.configured(tenant_id)).tenant.zona
        except NotFoundError:
            return None

    async def tenants(self) -> tuple[Tenant, ...]:
        """Return all businesses by name."""
        found = await self._database.find("tenant", {}, [("nombre", 1), ("_id", 1)])
        tenants = [await self._with_catalogue(raw) for raw in found]
        return tuple(tenants)

    async def _tenant(self, tenant_id: str) -> Tenant | None:
        where = {"_id": oid(tenant_id), "tenant_id": oid(tenant_id)}
        raw = await self._database.ask(self._database["tenant"].find_one(where))
        return await self._with_catalogue(raw) if raw else None

    async def _with_catalogue(self, raw: Raw) -> Tenant:
        where = {"tenant_id": raw["_id"]}
        servicios = await self._database.find("servicio", where, BY_ORDEN)
        return tenant_of(raw, servicios, await self._database.find("recurso", where, BY_ORDEN))

    async def _one(self, kind: type[D], tenant_id: str, some_id: str) -> D | None:
        codec: Codec[D] = CODECS[kind]
        raw = await self._database.ask(
            self._database[codec.collection].find_one(codec.where(tenant_id, some_id))
        )
        return codec.decode(raw) if raw else None
