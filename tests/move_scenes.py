"""Two businesses to be moved from one store to another, and stores that die or change in the middle."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from builders import a_cita, a_tenant, hex_id
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.memory.door import MemoryDoor
from citas.application.move_store import Moved, Phase, move_store
from citas.application.ports import Document, Insert, Remove, Replace, Stores
from fakes import FakeClock
from store_scenes import (
    NOW,
    ONE_OF_EACH,
    a_clave,
    a_cliente,
    a_consentimiento,
    a_conversacion,
    a_hold,
    a_mensaje,
    newer,
)

ONE, TWO = a_tenant(), replace(a_tenant(), id=hex_id(0x7F), nombre="Spa Nonoa")
KEY = a_clave(tenant_id=ONE.id)
DAY = 86_400


class Followed:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.phases: list[tuple[Phase, int]] = []
        self.tenants: list[str] = []
        self.count = 0

    def phase(self, phase: Phase, tenants: int) -> None:
        self.phases.append((phase, tenants))

    def tenant(self, nombre: str) -> None:
        self.tenants.append(nombre)

    def documents(self, count: int) -> None:
        self.count += count


class CutOffError(Exception):
    """The process was killed."""


class Killed(MemoryStores):
    """A memory store whose process dies when it restores for the nth time."""

    def __init__(self, lives: int) -> None:
        super().__init__()
        self.lives = lives

    @override
    def of(self, tenant_id: str) -> MemoryDoor:
        return KilledDoor(self, super().of(tenant_id))


class KilledDoor(MemoryDoor):
    """A door of such a store."""

    def __init__(self, stores: Killed, door: MemoryDoor) -> None:
        super().__init__(door._shelf, door._changed)
        self._stores = stores

    @override
    async def restore(self, documents: Sequence[Document]) -> int:
        self._stores.lives -= 1
        if self._stores.lives < 0:
            raise CutOffError
        return await super().restore(documents)


class Busy(MemoryStores):
    """A source in use: somebody writes after its first page was read."""

    def __init__(self) -> None:
        super().__init__()
        self.writes: list[list[Insert | Replace | Remove]] = []

    @override
    def of(self, tenant_id: str) -> MemoryDoor:
        return BusyDoor(self, super().of(tenant_id))


class BusyDoor(MemoryDoor):
    """A door of such a source."""

    def __init__(self, stores: Busy, door: MemoryDoor) -> None:
        super().__init__(door._shelf, door._changed)
        self._stores = stores

    @override
    async def export(
        self, after: tuple[str, str] | None = None, limit: int = 1000
    ) -> tuple[tuple[str, Document], ...]:
        if after is not None and self._stores.writes:
            await self.commit(self._stores.writes.pop(0), NOW)
        return await super().export(after, limit)


def many(count: int) -> list[Document]:
    """More than a page of them."""
    return [a_mensaje(id=f"{n:064x}", message_id=f"{n:064x}", timestamp=NOW * 1000 + n) for n in range(count)]


def everything() -> list[Document]:
    """One of each and some more, nothing of it past its time; whoever moves gives the consent himself."""
    kept: list[Document] = [
        a_hold("2025/08/29 17:00", expira=NOW + DAY),
        a_conversacion(borrar_en=NOW + 30 * DAY),
        a_mensaje(borrar_en=NOW + 30 * DAY),
    ]
    others = {document.id: document for document in kept}
    return [
        *(others.get(document.id, document) for document in ONE_OF_EACH if document != a_consentimiento()),
        a_cita("2025/08/30 10:00", estado="cancelada"),
        a_cliente(id=hex_id(9), telefono=None),
    ]


async def filled(stores: Stores, documents: Sequence[Document] = ()) -> Stores:
    """Two businesses with all kinds of documents, some of them changed since."""
    await stores.start()
    await stores.operator.save_tenant(ONE, a_consentimiento(), (KEY, a_clave(id=hex_id(5), hash="i" * 64)))
    await stores.operator.save_claves((newer(KEY, hash="j" * 64),))
    await stores.operator.save_claves((newer(KEY, version=3, hash="k" * 64, revocada=NOW),))
    await stores.operator.save_tenant(TWO, None, (a_clave(id=hex_id(6), hash="l" * 64, tenant_id=TWO.id),))
    for tenant in (ONE, TWO):
        await stores.of(tenant.id).commit([Insert(one) for one in (*everything(), *documents)], NOW)
    moved = newer(a_cita(), slots=a_cita("2025/09/01 10:00").slots)
    await stores.of(ONE.id).commit([Replace(moved), Replace(newer(a_cliente(), nombre="Juana"))], NOW)
    return stores


async def contents(stores: Stores) -> list[object]:
    """Return all that a store holds."""
    tenants = await stores.operator.tenants()
    return [
        tenants,
        [set(await stores.operator.claves(tenant.id)) for tenant in tenants],
        [await stores.of(tenant.id).export(limit=10_000) for tenant in tenants],
        [await stores.of(tenant.id).ocupaciones(0, 2**40) for tenant in tenants],
    ]


async def moved(source: Stores, target: Stores, follow: Followed | None = None) -> Moved:
    return await move_store(source, target, FakeClock(NOW), follow or Followed())
