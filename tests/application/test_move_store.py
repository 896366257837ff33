"""One store into another: all of it, from where it was cut off, and never over what somebody uses."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import a_cita, a_tenant, hex_id
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.mongo import MongoStores
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.move_store import EmptySourceError, OtherTenantsError
from citas.application.move_walk import strangers
from citas.application.ports import Insert, Replace, Stores
from citas.domain.catalogo import Tenant
from citas.domain.errors import SlotTakenError
from move_scenes import KEY, ONE, TWO, Followed, contents, filled, moved
from muestreo import examples
from servidores import WITH_SERVER
from store_scenes import (
    NOW,
    a_clave,
    a_cliente,
    a_conversacion,
    a_mensaje,
    newer,
)

KINDS = ["memory", "sqlite", pytest.param("mongodb", marks=WITH_SERVER)]


def opened(request: pytest.FixtureRequest, path: Path) -> Stores:
    """Return an empty store of the kind that the test is asked for."""
    if request.param == "mongodb":
        return MongoStores(request.getfixturevalue("empty_mongodb"))
    return MemoryStores() if request.param == "memory" else SqliteStores(path)


@pytest.fixture(params=["memory", "sqlite"])
async def source(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stores]:
    """Where it comes from."""
    stores = await filled(opened(request, tmp_path / "source.db"))
    yield stores
    await stores.close()


@pytest.fixture(params=KINDS)
async def target(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stores]:
    """Where it goes."""
    stores = opened(request, tmp_path / "target.db")
    await stores.start()
    yield stores
    await stores.close()


async def test_everything_arrives_as_it_was_and_the_source_stays(source: Stores, target: Stores) -> None:
    before, follow = await contents(source), Followed()

    result = await moved(source, target, follow)

    assert result.same
    assert await contents(target) == before
    assert await contents(source) == before
    assert result.documents == follow.count == 33
    assert result.claves == 3
    assert follow.phases == [("copy", 2), ("compare", 2), ("keys", 2)]


@pytest.mark.servidor
@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
async def test_it_goes_back_from_mongodb_into_a_file(empty_mongodb: str, tmp_path: Path) -> None:
    source, target = await filled(MongoStores(empty_mongodb)), SqliteStores(tmp_path / "target.db")
    await target.start()

    assert (await moved(source, target)).same
    assert await contents(target) == await contents(source)

    for stores in (source, target):
        await stores.close()


async def test_what_arrived_claims_its_time_and_goes_on_from_its_version(
    source: Stores, target: Stores
) -> None:
    await moved(source, target)

    with pytest.raises(SlotTakenError):
        await target.of(TWO.id).commit([Insert(a_cita(id=hex_id(99)))], NOW)
    await target.of(ONE.id).commit([Replace(newer(a_cliente(), version=3))], NOW)


async def test_the_comparison_counts_and_hashes_each_collection_of_each_tenant(
    source: Stores, target: Stores
) -> None:
    result = await moved(source, target)

    assert [one.tenant.nombre for one in result.tenants] == [ONE.nombre, TWO.nombre]
    first, second = result.tenants
    assert {name: print_.count for name, print_ in first.source.items() if name != "mensajes"} == {
        "api_keys": 2, "aviso": 1, "bloqueo": 1, "cita": 3, "cliente": 2, "consentimiento": 1, "conversacion": 1,
        "espera": 1, "gasto": 1, "idempotencia": 1, "latido": 1, "pausa": 1, "recurso": 2, "salida": 1,
        "servicio": 2, "tenant": 1, "trabajos": 1,
    }  # fmt: skip  # packed, to be read at a glance
    assert first.source["cliente"].hex != second.source["cliente"].hex
    assert first.source["aviso"].hex == second.source["aviso"].hex


async def test_moving_twice_writes_nothing_the_second_time(source: Stores, target: Stores) -> None:
    await moved(source, target)

    again = await moved(source, target)

    assert again.same
    assert (again.documents, again.claves) == (0, 0)


async def test_a_target_with_another_business_is_refused_untouched(source: Stores, target: Stores) -> None:
    stranger = replace(ONE, id=hex_id(0x99), nombre="Otro")
    await target.operator.save_tenant(stranger, None, ())

    with pytest.raises(OtherTenantsError) as refused:
        await moved(source, target)

    assert refused.value.tenants == (stranger,)
    assert await target.operator.tenants() == (stranger,)


async def test_a_source_without_a_business_is_no_source(target: Stores) -> None:
    with pytest.raises(EmptySourceError):
        await moved(MemoryStores(), target)


async def test_a_target_in_use_loses_nothing_when_the_move_is_run_again(
    source: Stores, target: Stores
) -> None:
    await moved(source, target)
    booked = a_cita("2025/09/02 10:00", id=hex_id(0xEE))
    await target.of(ONE.id).commit([Insert(booked)], NOW)
    await target.of(ONE.id).commit([Replace(newer(a_cliente(), version=3, nombre="Ana"))], NOW)
    await target.operator.save_claves((newer(KEY, version=4, hash="m" * 64),))
    before = await contents(target)

    result = await moved(source, target)

    assert [one.tenant.id for one in result.used] == [ONE.id]
    assert result.changed == ()
    assert not result.same
    assert await contents(target) == before


async def test_keys_that_were_cut_off_are_finished(source: Stores, target: Stores) -> None:
    await moved(source, target)
    await source.operator.save_claves((a_clave(id=hex_id(55), hash="n" * 64, tenant_id=TWO.id),))

    result = await moved(source, target)

    assert result.same
    assert result.claves == 1
    assert await contents(target) == await contents(source)


async def test_what_must_not_be_kept_any_more_is_left_behind(source: Stores, target: Stores) -> None:
    gone, going = (
        a_mensaje(id=letter * 64, message_id=letter * 64, borrar_en=NOW + seconds)
        for letter, seconds in (("e", 0), ("f", 60))
    )
    await source.of(TWO.id).commit([Insert(gone), Insert(going)], NOW)

    result = await moved(source, target)

    assert result.same
    assert await target.of(TWO.id).mensaje(gone.id) is None
    assert await target.of(TWO.id).mensaje(going.id) == going


async def test_ids_that_another_store_sorts_otherwise_are_found_where_they_are(
    source: Stores, target: Stores
) -> None:
    chats = [a_conversacion(id=chat) for chat in ("zz", "a" * 24, "Ñ", "0", "f" * 24, "b" * 23, "\U0001f600")]
    await source.of(TWO.id).restore(chats)
    await target.operator.save_tenant(TWO, None, ())
    await target.of(TWO.id).restore([*chats[2:], a_conversacion(id="c" * 24)])

    assert (await moved(source, target)).same
    assert {one async for one in strangers(source.of(TWO.id), target.of(TWO.id))} <= set(chats)


tenants = st.builds(
    lambda number, nombre: replace(a_tenant(), id=hex_id(number), nombre=nombre),
    st.integers(1, 2**40),
    st.text(min_size=1, max_size=8),
)
phones = st.integers(0, 9_999_999).map(lambda n: f"+57310{n:07d}")


@given(
    st.lists(tenants, min_size=1, max_size=3, unique_by=(lambda t: t.id, lambda t: t.nombre)),
    st.sets(phones, max_size=5),
    st.sets(st.text(min_size=1, max_size=5), max_size=5),
    st.integers(1, 30),
)
@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.too_slow])
async def test_any_store_arrives_whatever_its_ids_versions_and_letters(
    businesses: list[Tenant], telefonos: set[str], chats: set[str], version: int
) -> None:
    source, target = MemoryStores(), MemoryStores()
    for tenant in businesses:
        await source.operator.save_tenant(tenant, None, ())
        await source.of(tenant.id).restore(
            [
                *(
                    a_cliente(id=hex_id(n), telefono=telefono, version=version)
                    for n, telefono in enumerate(telefonos)
                ),
                *(a_conversacion(id=chat, version=version) for chat in chats),
            ]
        )

    assert (await moved(source, target)).same
    assert await contents(target) == await contents(source)
