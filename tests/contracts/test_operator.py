"""The operator's door: tenants, keys, and who has something due."""

from dataclasses import replace
from datetime import date

import pytest

from builders import a_cita, a_recurso, a_servicio, a_tenant, excepcion, hex_id, horarios
from citas.application.ports import Document, Door, Insert, Replace, Stores
from citas.domain.catalogo import Cloud, Contacto, Responsable
from citas.domain.errors import ConflictError, NotFoundError
from citas.domain.politicas import Politicas
from store_scenes import (
    NOW,
    a_clave,
    a_cliente,
    a_consentimiento,
    a_conversacion,
    a_gasto,
    a_hold,
    a_mensaje,
    a_salida,
    a_trabajo,
    an_aviso,
    an_espera,
    an_idempotencia,
    newer,
)

TENANT = a_tenant()


async def test_a_tenant_that_nobody_created_is_not_found(door: Door) -> None:
    with pytest.raises(NotFoundError):
        await door.configured()


async def test_a_tenant_comes_back_whole(stores: Stores) -> None:
    full = a_tenant(
        politicas=Politicas(buffer_minutos=5, presupuesto_ia_mensual_usd="2.50"),
        contacto=Contacto("+573001234567", "a@b.co", "wa.me/1", ("x", "y")),
        responsable=Responsable("Los Brothers", "Cali", "d@b.co"),
        excepciones=(excepcion("2025/12/24", "08:00-12:00"), excepcion("2025/12/31")),
        excluidos=("Mamá",),
        ia="reglas",
        cloud=Cloud("1055", "TOKEN"),
        recursos=(
            a_recurso(horarios=horarios("lunes 08:00-12:00"), servicios_id=(hex_id(0xC0),)),
            a_recurso("Cabina", tipo="espacio", excepciones=(excepcion("2025/09/05"),)),
        ),
    )
    await stores.operator.save_tenant(full, None, ())

    assert (await stores.of(full.id).configured()).tenant == full
    assert full.excepciones[0].desde == date(2025, 12, 24)


async def test_an_update_holds_at_once_in_every_process(stores: Stores, rivals: Stores) -> None:
    await stores.operator.save_tenant(TENANT, None, ())
    assert (await rivals.of(TENANT.id).configured()).tenant == TENANT

    renamed = replace(
        TENANT, nombre="Otra", servicios=(a_servicio("tinte", 90),), recursos=TENANT.recursos[::-1]
    )
    await stores.operator.save_tenant(renamed, None, ())

    assert (await rivals.of(TENANT.id).configured()).tenant == renamed


async def test_tenants_are_listed_by_name(stores: Stores) -> None:
    later = replace(TENANT, id=hex_id(1), nombre="Zeta")
    await stores.operator.save_tenant(later, None, ())
    await stores.operator.save_tenant(TENANT, None, ())

    assert await stores.operator.tenants() == (TENANT, later)


async def test_one_business_is_not_created_twice(stores: Stores) -> None:
    await stores.operator.save_tenant(TENANT, None, ())
    twin = replace(TENANT, id=hex_id(1))

    with pytest.raises(ConflictError):
        await stores.operator.save_tenant(twin, a_consentimiento(), [a_clave(tenant_id=twin.id)])

    assert await stores.operator.tenants() == (TENANT,)
    assert await stores.operator.claves(twin.id) == ()
    with pytest.raises(NotFoundError):
        await stores.of(twin.id).configured()


async def test_the_same_name_with_another_telefono_is_another_business(stores: Stores) -> None:
    other = replace(TENANT, id=hex_id(1), contacto=Contacto(telefono="+573000000000"))
    await stores.operator.save_tenant(TENANT, None, ())
    await stores.operator.save_tenant(other, None, ())

    assert len(await stores.operator.tenants()) == 2


async def test_a_tenant_comes_with_its_consent_and_keys(stores: Stores) -> None:
    clave = a_clave()
    await stores.operator.save_tenant(TENANT, a_consentimiento(), [clave])

    assert (await stores.of(TENANT.id).configured()).consentimiento == a_consentimiento()
    assert await stores.operator.clave_by_hash(clave.hash) == clave
    assert await stores.operator.clave(clave.id) == clave


async def test_a_consent_that_somebody_else_changed_undoes_the_update(stores: Stores) -> None:
    await stores.operator.save_tenant(TENANT, a_consentimiento(), ())
    door = stores.of(TENANT.id)
    await door.commit([Replace(newer(a_consentimiento(), acepta=False))], NOW)

    with pytest.raises(ConflictError):
        await stores.operator.save_tenant(
            replace(TENANT, nombre="Otra"), newer(a_consentimiento()), [a_clave()]
        )

    assert (await door.configured()).tenant == TENANT
    assert (await door.configured()).consentimiento == a_consentimiento(version=2, acepta=False)
    assert await stores.operator.claves(TENANT.id) == ()


async def test_keys_are_listed_of_one_tenant_oldest_first(stores: Stores) -> None:
    first, second = a_clave(creada=NOW + 9), a_clave(id=hex_id(2), hash="2" * 64, dispositivo="mostrador")
    alien = a_clave(id=hex_id(3), hash="3" * 64, tenant_id=hex_id(1))
    await stores.operator.save_claves([first, second, alien])

    assert await stores.operator.claves(TENANT.id) == (second, first)


async def test_keys_are_rotated_all_or_none(stores: Stores) -> None:
    clave = a_clave()
    await stores.operator.save_claves([clave])
    revoked, fresh = newer(clave, revocada=NOW), a_clave(id=hex_id(2), hash="2" * 64)

    with pytest.raises(ConflictError):
        await stores.operator.save_claves([fresh, newer(revoked)])
    assert await stores.operator.claves(TENANT.id) == (clave,)

    await stores.operator.save_claves([revoked, fresh])
    assert await stores.operator.clave_by_hash(clave.hash) == revoked
    assert await stores.operator.clave_by_hash(fresh.hash) == fresh


async def test_neither_an_id_nor_a_hash_of_a_key_is_there_twice(stores: Stores) -> None:
    await stores.operator.save_claves([a_clave()])

    for twin in (a_clave(hash="2" * 64), a_clave(id=hex_id(2))):
        with pytest.raises(ConflictError):
            await stores.operator.save_claves([twin])


async def test_an_unknown_key_is_none(stores: Stores) -> None:
    assert await stores.operator.clave("x") is None
    assert await stores.operator.clave_by_hash("x") is None


async def test_the_generation_grows_with_configuration_keys_and_consent(
    stores: Stores, rivals: Stores, door: Door
) -> None:
    seen = [await rivals.operator.generation()]

    await stores.operator.save_tenant(TENANT, None, ())
    seen.append(await rivals.operator.generation())
    await stores.operator.save_claves([a_clave()])
    seen.append(await rivals.operator.generation())
    await door.commit([Insert(a_consentimiento())], NOW)
    seen.append(await rivals.operator.generation())

    assert seen == sorted(set(seen))


async def test_what_does_not_concern_configuration_leaves_the_generation(stores: Stores, door: Door) -> None:
    before = await stores.operator.generation()

    await door.commit([Insert(a_cita()), Insert(a_cliente())], NOW)

    assert await stores.operator.generation() == before


DUE: list[Document] = [
    a_hold(expira=NOW),
    a_hold(expira=NOW + 9, borrar_en=NOW),
    a_salida(caduca=NOW),
    a_trabajo(lease=NOW),
    a_trabajo(lease=NOW + 10**9, borrar_en=NOW),
    a_mensaje(borrar_en=NOW),
    a_salida(borrar_en=NOW),
    an_aviso(borrar_en=NOW),
    an_espera(borrar_en=NOW),
    a_conversacion(borrar_en=NOW),
    an_idempotencia(borrar_en=NOW),
]


@pytest.mark.parametrize("document", DUE, ids=[f"{type(d).__name__}-{at}" for at, d in enumerate(DUE)])
async def test_a_tenant_is_due_as_soon_as_something_of_it_is(
    stores: Stores, door: Door, other: Door, document: Document
) -> None:
    await door.commit([Insert(document)], NOW)
    await other.commit([Insert(a_cita()), Insert(a_cliente()), Insert(a_hold("2025/08/29 15:00"))], NOW)

    assert await stores.operator.due(NOW - 1) == ()
    assert await stores.operator.due(NOW) == (TENANT.id,)


async def test_what_is_done_is_not_due(stores: Stores, door: Door) -> None:
    await door.commit(
        [
            Insert(a_cita(expira=NOW, borrar_en=NOW)),
            Insert(a_salida(estado="caducada")),
            Insert(a_mensaje()),
            Insert(a_gasto()),
        ],
        NOW,
    )

    assert await stores.operator.due(NOW + 10**8) == ()


async def test_the_store_answers_when_it_is_asked(stores: Stores) -> None:
    await stores.ping()
