import pytest

from builders import a_tenant, at, hex_id
from citas.application.claves import hash_key, list_claves, new_clave, revoke_clave, rotate_clave
from citas.domain.errors import NotFoundError
from fakes import Fakes, a_world

TENANT = a_tenant()
NOW = at("2025/08/29 08:00")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


async def test_a_new_key_is_found_by_its_hash_and_never_stored_in_clear(fakes: Fakes) -> None:
    clave, key = await new_clave(fakes.world, TENANT.id, "celular")

    assert await fakes.stores.operator.clave_by_hash(hash_key(key)) == clave
    assert key not in repr(await fakes.stores.operator.claves(TENANT.id))
    assert (clave.tenant_id, clave.dispositivo) == (TENANT.id, "celular")


async def test_a_rotated_key_ends_the_old_one_and_stays_the_same_device(fakes: Fakes) -> None:
    clave, old = await new_clave(fakes.world, TENANT.id, "celular")
    before = await fakes.stores.operator.generation()

    rotated, key = await rotate_clave(fakes.world, clave.id)

    assert await fakes.stores.operator.clave_by_hash(hash_key(old)) is None
    assert await fakes.stores.operator.clave_by_hash(hash_key(key)) == rotated
    assert (rotated.id, rotated.dispositivo) == (clave.id, "celular")
    assert await fakes.stores.operator.generation() > before


async def test_a_revoked_key_stays_revoked(fakes: Fakes) -> None:
    clave, key = await new_clave(fakes.world, TENANT.id, None)

    assert (await revoke_clave(fakes.world, clave.id)).revocada == NOW
    found = await fakes.stores.operator.clave_by_hash(hash_key(key))
    assert found is not None
    assert found.revocada == NOW
    with pytest.raises(NotFoundError):
        await rotate_clave(fakes.world, clave.id)
    with pytest.raises(NotFoundError):
        await revoke_clave(fakes.world, clave.id)


async def test_keys_are_listed_by_tenant(fakes: Fakes) -> None:
    first, _ = await new_clave(fakes.world, TENANT.id, None)
    second, _ = await new_clave(fakes.world, TENANT.id, "celular")

    assert await list_claves(fakes.world, TENANT.id) == (first, second)


async def test_an_unknown_tenant_or_key_is_not_found(fakes: Fakes) -> None:
    with pytest.raises(NotFoundError):
        await new_clave(fakes.world, hex_id(99), None)
    with pytest.raises(NotFoundError):
        await list_claves(fakes.world, hex_id(99))
    with pytest.raises(NotFoundError):
        await rotate_clave(fakes.world, hex_id(99))
