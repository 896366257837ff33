"""The memory store's two kinds of door."""

from collections import defaultdict
from collections.abc import Sequence

from citas.adapters.stores.memory.door import MemoryDoor
from citas.adapters.stores.memory.shelf import Shelf
from citas.application.ports import Insert, Replace
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.claves import Clave
from citas.domain.errors import ConflictError
from citas.domain.mensajes import Consentimiento


class MemoryStores:
    """See `Stores` and `Operator`; both doors open onto the same data."""

    def __init__(self) -> None:
        self._shelves: defaultdict[str, Shelf] = defaultdict(Shelf)
        self._claves: dict[str, Clave] = {}
        self._leases: dict[str, tuple[str, Instant]] = {}
        self._generation = 1

    def of(self, tenant_id: str) -> MemoryDoor:
        return MemoryDoor(self._shelves[tenant_id], self._changed)

    @property
    def operator(self) -> "MemoryStores":
        return self

    async def start(self) -> None:
        """Nothing to make."""

    async def ping(self) -> None:
        """Memory always answers."""

    async def close(self) -> None:
        """Nothing to let go of."""

    async def save_tenant(
        self, tenant: Tenant, consentimiento: Consentimiento | None, claves: Sequence[Clave]
    ) -> None:
        if any(_same_business(other, tenant) for other in await self.tenants()):
            raise ConflictError
        self._check_claves(claves)
        shelf = self._shelves[tenant.id]
        if consentimiento is not None:
            first = consentimiento.version == 1
            shelf.commit(
                [Insert(consentimiento) if first else Replace(consentimiento)], consentimiento.cuando
            )
        shelf.tenant = tenant
        await self.save_claves(claves)

    async def tenants(self) -> tuple[Tenant, ...]:
        found = (shelf.tenant for shelf in self._shelves.values() if shelf.tenant)
        return tuple(sorted(found, key=lambda tenant: (tenant.nombre, tenant.id)))

    async def clave_by_hash(self, key_hash: str) -> Clave | None:
        return next((clave for clave in self._claves.values() if clave.hash == key_hash), None)

    async def clave(self, clave_id: str) -> Clave | None:
        return self._claves.get(clave_id)

    async def claves(self, tenant_id: str) -> tuple[Clave, ...]:
        found = (clave for clave in self._claves.values() if clave.tenant_id == tenant_id)
        return tuple(sorted(found, key=lambda clave: clave.creada))

    async def save_claves(self, claves: Sequence[Clave]) -> None:
        self._check_claves(claves)
        self._claves |= {clave.id: clave for clave in claves}
        self._changed()

    async def due(self, now: Instant) -> tuple[str, ...]:
        return tuple(tenant_id for tenant_id, shelf in self._shelves.items() if shelf.due(now))

    async def lease(self, tarea: str, holder: str, until: Instant, real: Instant) -> bool:
        who, ends = self._leases.get(tarea, (holder, real))
        if who != holder and ends > real:
            return False
        self._leases[tarea] = holder, until
        return True

    async def generation(self) -> int:
        return self._generation

    def _changed(self) -> None:
        self._generation += 1

    def _check_claves(self, claves: Sequence[Clave]) -> None:
        hashes = {clave.hash: clave.id for clave in self._claves.values()}
        for clave in claves:
            stored = self._claves.get(clave.id)
            if (stored.version if stored else 0) != clave.version - 1:
                raise ConflictError
            if hashes.setdefault(clave.hash, clave.id) != clave.id:
                raise ConflictError


def _same_business(one: Tenant, other: Tenant) -> bool:
    same = one.nombre == other.nombre and one.contacto.telefono == other.contacto.telefono
    return same and one.id != other.id
