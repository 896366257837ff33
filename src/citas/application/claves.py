"""API keys: made, rotated, revoked. The key in clear is returned once and never stored."""

from dataclasses import replace
from hashlib import sha256

from citas.application.persist import decide
from citas.application.ports import World
from citas.domain.citas import Instant
from citas.domain.claves import Clave
from citas.domain.errors import NotFoundError


def hash_key(key: str) -> str:
    """Return what is stored of a key. It has 256 bits of chance, so no salt and no slow hash is needed."""
    return sha256(key.encode()).hexdigest()


def make_clave(world: World, tenant_id: str, dispositivo: str | None, now: Instant) -> tuple[Clave, str]:
    """Make a key, not stored yet, and return it in clear beside."""
    key = world.ids.new_key()
    clave = Clave(
        id=world.ids.new_id(),
        version=1,
        tenant_id=tenant_id,
        hash=hash_key(key),
        creada=now,
        dispositivo=dispositivo,
    )
    return clave, key


async def new_clave(world: World, tenant_id: str, dispositivo: str | None) -> tuple[Clave, str]:
    """Give a tenant, or a device of it by this name, a key. Raises NotFoundError: no such tenant."""
    await world.stores.of(tenant_id).configured()
    clave, key = make_clave(world, tenant_id, dispositivo, world.clock.now())
    await world.stores.operator.save_claves((clave,))
    return clave, key


async def rotate_clave(world: World, clave_id: str) -> tuple[Clave, str]:
    """Put a new key in the place of one: its id, and what waits for that device, stay.

    Raises NotFoundError: there is none, or it is revoked.
    """
    return await decide(lambda: _rotate(world, clave_id))


async def _rotate(world: World, clave_id: str) -> tuple[Clave, str]:
    stored = await _live(world, clave_id)
    key = world.ids.new_key()
    rotated = replace(stored, version=stored.version + 1, hash=hash_key(key), creada=world.clock.now())
    await world.stores.operator.save_claves((rotated,))
    return rotated, key


async def revoke_clave(world: World, clave_id: str) -> Clave:
    """End a key for good. Raises NotFoundError: there is none, or it is revoked already."""
    return await decide(lambda: _revoke(world, clave_id))


async def _revoke(world: World, clave_id: str) -> Clave:
    stored = await _live(world, clave_id)
    revoked = replace(stored, version=stored.version + 1, revocada=world.clock.now())
    await world.stores.operator.save_claves((revoked,))
    return revoked


async def _live(world: World, clave_id: str) -> Clave:
    clave = await world.stores.operator.clave(clave_id)
    if clave is None or clave.revocada is not None:
        raise NotFoundError
    return clave


async def list_claves(world: World, tenant_id: str) -> tuple[Clave, ...]:
    """Return a tenant's keys, revoked ones too, oldest first. Raises NotFoundError: no such tenant."""
    await world.stores.of(tenant_id).configured()
    return await world.stores.operator.claves(tenant_id)
