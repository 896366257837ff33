"""All of one store into another: in pages, again from where it was cut off, compared at the end.

The keys go last, and only once everything else is the same on both sides: until then nobody can use the
target, so that whatever differs there is left from an older try and may be mended.
"""

from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from citas.application.move_walk import (
    KEYS,
    PAGE,
    Compared,
    Place,
    inventory,
    lives,
    pages_of,
    place_of,
    strangers,
    tenant_in,
)
from citas.application.ports import Clock, Document, Door, Page, Remove, Stores
from citas.domain.catalogo import Tenant
from citas.domain.claves import Clave
from citas.domain.errors import ConflictError, SlotTakenError

Phase = Literal["copy", "compare", "keys"]

# What goes within this time may be gone on one side when the other is read.
_COMPARING_SECONDS = 900


class MoveError(Exception):
    """The copy cannot begin; nothing was written."""


class EmptySourceError(MoveError):
    """There is no tenant in the source."""


@dataclass(eq=False)
class OtherTenantsError(MoveError):
    """The target holds tenants that are not of the source."""

    tenants: tuple[Tenant, ...]


class Progress(Protocol):
    """Whoever is told how far it has come."""

    def phase(self, phase: Phase, tenants: int) -> None:
        """Something begins that so many tenants go through."""

    def tenant(self, nombre: str) -> None:
        """One of them is done."""

    def documents(self, count: int) -> None:
        """So many documents more were copied, or found to be there."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What both sides hold now, and how many documents and keys were written for it."""

    tenants: tuple[Compared, ...]
    documents: int
    claves: int

    @property
    def changed(self) -> tuple[Compared, ...]:
        """The tenants of which the source changed meanwhile: another run mends them."""
        return tuple(one for one in self._differing if not one.target.get(KEYS))

    @property
    def used(self) -> tuple[Compared, ...]:
        """The tenants that were moved before and differ since then: nothing of them was touched."""
        return tuple(one for one in self._differing if one.target.get(KEYS))

    @property
    def _differing(self) -> list[Compared]:
        # The keys count only where they were copied, which is where all the rest is the same.
        return [one for one in self.tenants if one.differing] or [one for one in self.tenants if not one.same]

    @property
    def same(self) -> bool:
        """Whether both sides are the same, keys and all."""
        return all(one.same for one in self.tenants)


async def move_store(source: Stores, target: Stores, clock: Clock, progress: Progress) -> Moved:
    """Make the target hold what the source holds, and compare; the source is only read.

    What has no time left (`borrar_en`) is left behind. Where it was cut off before, it goes on.
    Raises EmptySourceError, OtherTenantsError.
    """
    tenants = await source.operator.tenants()
    await _require_room(tenants, target)
    return await _Move(source, target, clock, progress).run(tenants)


async def _require_room(tenants: tuple[Tenant, ...], target: Stores) -> None:
    if not tenants:
        raise EmptySourceError
    ours = {tenant.id for tenant in tenants}
    others = tuple(tenant for tenant in await target.operator.tenants() if tenant.id not in ours)
    if others:
        raise OtherTenantsError(others)


@dataclass
class _Move:
    source: Stores
    target: Stores
    clock: Clock
    progress: Progress
    written: int = 0

    async def run(self, tenants: tuple[Tenant, ...]) -> Moved:
        self.progress.phase("copy", len(tenants))
        for tenant in tenants:
            # What clashes has changed in the source while it was copied: the comparison shows it.
            with suppress(SlotTakenError, ConflictError):
                await self._copy(tenant)
            self.progress.tenant(tenant.nombre)
        compared = await self._compared()
        if any(one.differing for one in compared):
            return Moved(compared, self.written, 0)
        return await self._sealed(compared)

    async def _copy(self, tenant: Tenant) -> None:
        if await self.target.operator.claves(tenant.id):
            return
        if await tenant_in(self.target, tenant.id) != tenant:
            await self.target.operator.save_tenant(tenant, None, ())
        source, target = self.source.of(tenant.id), self.target.of(tenant.id)
        begun = bool(await target.export(limit=1))
        if begun:
            await target.purge(self.clock.real())
            await self._weed(source, target)
        after: Place | None = None
        async for page in pages_of(source):
            if not begun or await target.export(after, PAGE) != page:
                await self._restore(target, page)
            after = place_of(page)
            self.progress.documents(len(page))

    async def _weed(self, source: Door, target: Door) -> None:
        """Take out of the target what an older try left there and the source has changed since."""
        async for documents in _batches(strangers(source, target)):
            await target.commit([Remove(document) for document in documents], self.clock.now())

    async def _restore(self, target: Door, page: Page) -> None:
        real = self.clock.real()
        self.written += await target.restore([document for _, document in page if lives(document, real)])

    async def _compared(self) -> tuple[Compared, ...]:
        tenants = await self.source.operator.tenants()
        self.progress.phase("compare", len(tenants))
        return tuple([await self._compare(tenant) for tenant in tenants])

    async def _compare(self, tenant: Tenant) -> Compared:
        until = self.clock.real() + _COMPARING_SECONDS
        source, target = [await inventory(stores, tenant.id, until) for stores in (self.source, self.target)]
        self.progress.tenant(tenant.nombre)
        return Compared(tenant, source, target)

    async def _sealed(self, compared: tuple[Compared, ...]) -> Moved:
        """Copy the keys of tenants that are the same."""
        self.progress.phase("keys", len(compared))
        claves, sealed = 0, list[Compared]()
        for one in compared:
            if not one.same:
                claves += await self._copy_claves(one.tenant.id)
            sealed.append(one if one.same else await self._compare(one.tenant))
        return Moved(tuple(sealed), self.written, claves)

    async def _copy_claves(self, tenant_id: str) -> int:
        there = {clave.id: clave for clave in await self.target.operator.claves(tenant_id)}
        missing = [
            clave for clave in await self.source.operator.claves(tenant_id) if there.get(clave.id) != clave
        ]
        for clave in missing:
            with suppress(ConflictError):
                await self._copy_clave(clave, there.get(clave.id))
        return len(missing)

    async def _copy_clave(self, clave: Clave, there: Clave | None) -> None:
        """Write a key as often as it was written, each time as it is now, so that its version is the same."""
        written = there.version if there else 0
        for version in range(written + 1, clave.version + 1):
            await self.target.operator.save_claves((replace(clave, version=version),))


async def _batches(documents: AsyncIterator[Document]) -> AsyncIterator[list[Document]]:
    batch: list[Document] = []
    async for document in documents:
        batch.append(document)
        if len(batch) == PAGE:
            yield batch
            batch = []
    if batch:
        yield batch
