"""Two stores side by side: what each holds of a tenant, and where they differ."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from citas.application.canonical import Fingerprint
from citas.application.ports import Document, Door, Page, Stores
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.errors import NotFoundError

PAGE = 500

KEYS = "api_keys"
Line = tuple[str, object]
Place = tuple[str, str]
Inventory = dict[str, Fingerprint]


@dataclass(frozen=True, slots=True)
class Compared:
    """A tenant as it is stored on both sides, each by the names of its collections."""

    tenant: Tenant
    source: Inventory
    target: Inventory

    @property
    def differing(self) -> tuple[str, ...]:
        """The collections that are not the same on both sides, without regard to the keys."""
        names = sorted(self.source.keys() | self.target.keys())
        return tuple(
            name for name in names if name != KEYS and self.source.get(name) != self.target.get(name)
        )

    @property
    def same(self) -> bool:
        """Whether both sides are the same, keys and all."""
        return self.source == self.target


def place_of(page: Page) -> Place:
    """Return the place after which the next page begins."""
    collection, document = page[-1]
    return collection, document.id


def lives(document: Document, until: Instant) -> bool:
    """Tell whether a document still has its time at that instant: what has not, must not be kept."""
    borrar_en: Instant | None = getattr(document, "borrar_en", None)
    return borrar_en is None or borrar_en > until


async def pages_of(door: Door) -> AsyncIterator[Page]:
    """Yield all documents of a tenant, a page at a time."""
    page = await door.export(limit=PAGE)
    while page:
        yield page
        page = await door.export(after=place_of(page), limit=PAGE)


async def strangers(source: Door, target: Door) -> AsyncIterator[Document]:
    """Yield what stands in the target and does not stand in the source exactly so."""
    theirs = _lines_of(source)
    known = await anext(theirs, None)
    async for line in _lines_of(target):
        while known is not None and _place(known) < _place(line):
            known = await anext(theirs, None)
        if known != line:
            yield line[1]


async def _lines_of(door: Door) -> AsyncIterator[tuple[str, Document]]:
    async for page in pages_of(door):
        for line in page:
            yield line


def _place(line: tuple[str, Document]) -> Place:
    collection, document = line
    return collection, document.id


async def inventory(stores: Stores, tenant_id: str, until: Instant) -> Inventory:
    """Count and hash what a store holds of a tenant, but for what has no time left at `until`."""
    found: Inventory = {}
    async for name, document in _all_of(stores, tenant_id, until):
        found[name] = found.get(name, Fingerprint()).plus(document)
    return found


async def _all_of(stores: Stores, tenant_id: str, until: Instant) -> AsyncIterator[Line]:
    tenant = await tenant_in(stores, tenant_id)
    for line in _catalogue(tenant) if tenant else ():
        yield line
    for clave in await stores.operator.claves(tenant_id):
        yield KEYS, clave
    async for page in pages_of(stores.of(tenant_id)):
        for name, document in page:
            if lives(document, until):
                yield name, document


def _catalogue(tenant: Tenant) -> Iterator[Line]:
    yield "tenant", tenant
    yield from (("servicio", servicio) for servicio in tenant.servicios)
    yield from (("recurso", recurso) for recurso in tenant.recursos)


async def tenant_in(stores: Stores, tenant_id: str) -> Tenant | None:
    """Return a tenant as a store has it, if it has it."""
    try:
        return (await stores.of(tenant_id).configured()).tenant
    except NotFoundError:
        return None
