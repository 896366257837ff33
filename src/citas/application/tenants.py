"""Tenants, from their files: made, changed, taken out."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from citas.application.claves import make_clave
from citas.application.persist import decide
from citas.application.ports import Document, World
from citas.application.tenant_draft import ConsentimientoDraft, TenantDraft
from citas.application.tenant_merge import merged_tenant
from citas.application.tenant_needs import require_unneeded
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.claves import Clave
from citas.domain.errors import ConflictError, InputError
from citas.domain.mensajes import Consentimiento
from citas.language.escritos.cambios import cambios_of, ya_existe


@dataclass(frozen=True, slots=True)
class Created:
    """A new tenant, and its key in clear, this once."""

    tenant: Tenant
    clave: Clave
    api_key: str


@dataclass(frozen=True, slots=True)
class Updated:
    """A tenant as it is now, and what changed, in short Spanish sentences."""

    tenant: Tenant
    cambios: tuple[str, ...]


async def create_tenant(world: World, draft: TenantDraft) -> Created:
    """Store a new tenant with its catalogue, opt-in and key, whole.

    Raises InputError: one with this name and phone exists (the error names the command that updates it).
    """
    await _require_new(world, draft)
    now = world.clock.now()
    tenant = merged_tenant(world.ids, draft, None)
    clave, key = make_clave(world, tenant.id, None, now)
    consent = _consent(draft.consentimiento, None, now) if draft.consentimiento else None
    try:
        await world.stores.operator.save_tenant(tenant, consent, (clave,))
    except ConflictError:
        await _require_new(world, draft)
        raise
    return Created(tenant, clave, key)


async def _require_new(world: World, draft: TenantDraft) -> None:
    twin = await _twin(world, draft, None)
    if twin is not None:
        raise InputError("nombre", ya_existe(draft.nombre, twin.id))


async def _twin(world: World, draft: TenantDraft, own_id: str | None) -> Tenant | None:
    mine = draft.nombre, draft.contacto.telefono
    return next(
        (
            other
            for other in await world.stores.operator.tenants()
            if other.id != own_id and (other.nombre, other.contacto.telefono) == mine
        ),
        None,
    )


async def update_tenant(world: World, tenant_id: str, draft: TenantDraft) -> Updated:
    """Make the tenant what the draft says, whole; citas stay.

    Raises:
        NotFoundError: no such tenant.
        InputError: live future citas need what would go, an `antes` names nothing, or another tenant
            has this name and phone.
    """
    return await decide(lambda: _update(world, tenant_id, draft))


async def _update(world: World, tenant_id: str, draft: TenantDraft) -> Updated:
    door, now = world.stores.of(tenant_id), world.clock.now()
    known = await door.configured()
    before = known.tenant
    after = merged_tenant(world.ids, draft, before)
    twin = await _twin(world, draft, tenant_id)
    if twin is not None:
        raise InputError("nombre", ya_existe(draft.nombre, twin.id))
    await require_unneeded(door, before, after, now)
    consent = _newer_consent(draft.consentimiento, known.consentimiento, now)
    await world.stores.operator.save_tenant(after, consent, ())
    return Updated(after, cambios_of(before, after, consent))


def _newer_consent(
    draft: ConsentimientoDraft | None, stored: Consentimiento | None, now: Instant
) -> Consentimiento | None:
    """Take the file's opt-in only by a higher number, so that an old file never undoes a withdrawal."""
    if draft is None:
        return None
    if stored is not None and not _is_higher(draft.version, stored.texto_version):
        return None
    return _consent(draft, stored, now)


def _is_higher(new: str | None, old: str | None) -> bool:
    try:
        return new is not None and (old is None or Decimal(new) > Decimal(old))
    except InvalidOperation:
        return False


def _consent(draft: ConsentimientoDraft, stored: Consentimiento | None, now: Instant) -> Consentimiento:
    return Consentimiento(
        version=stored.version + 1 if stored else 1,
        acepta=draft.acepta,
        texto_version=draft.version,
        nombre=draft.nombre,
        cuando=now,
        dispositivo=None,
        origen="archivo",
    )


async def export_tenant(world: World, tenant_id: str) -> AsyncIterator[tuple[str, Document | Tenant | Clave]]:
    """Yield all that is stored of a tenant with the name of its collection; no key in clear exists.

    Raises NotFoundError: no such tenant.
    """
    door = world.stores.of(tenant_id)
    yield "tenant", (await door.configured()).tenant
    for clave in await world.stores.operator.claves(tenant_id):
        yield "api_keys", clave
    page = await door.export()
    while page:
        for line in page:
            yield line
        collection, document = page[-1]
        page = await door.export(after=(collection, document.id))
