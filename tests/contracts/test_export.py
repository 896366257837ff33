"""All that a tenant has, in pages; and put back as it was, whole or not at all."""

import pytest

from builders import a_cita, a_tenant, hex_id
from citas.application.ports import Document, Door, Insert, Page, Replace, Stores
from citas.domain.errors import ConflictError, SlotTakenError
from store_scenes import (
    CHAT,
    NOW,
    ONE_OF_EACH,
    a_cliente,
    a_consentimiento,
    a_conversacion,
    a_hold,
    a_mensaje,
    a_salida,
    newer,
)

TENANT = a_tenant()
ALL: tuple[Document, ...] = (
    *ONE_OF_EACH,
    a_cita("2025/08/30 10:00", estado="cancelada"),
    a_cliente(id=hex_id(9), telefono=None),
    a_conversacion(id="chat-en-trabajo", en_trabajo=("7" * 64,)),
    a_mensaje(id="b" * 64),
)


async def pages(door: Door, limit: int) -> list[Page]:
    found: list[Page] = []
    after = None
    while page := await door.export(after=after, limit=limit):
        found.append(page)
        after = page[-1][0], page[-1][1].id
    return found


async def exported(door: Door) -> list[Document]:
    return [document for _, document in await door.export()]


@pytest.mark.parametrize("limit", [1, 2, 3, len(ALL) - 1, len(ALL), 1000])
async def test_pages_hold_everything_once_by_collection_and_id(door: Door, other: Door, limit: int) -> None:
    await door.commit([Insert(document) for document in ALL], NOW)
    await other.commit([Insert(document) for document in ALL], NOW)

    found = await pages(door, limit)

    assert [len(page) for page in found[:-1]] == [limit] * (len(found) - 1)
    lines = [line for page in found for line in page]
    assert lines == sorted(lines, key=lambda line: (line[0], line[1].id))
    assert len(lines) == len(ALL)
    assert {document for _, document in lines} == set(ALL)


async def test_a_page_goes_on_after_a_place_where_nothing_stands_any_more(door: Door) -> None:
    await door.commit([Insert(a_cliente()), Insert(a_mensaje()), Insert(a_salida())], NOW)

    assert [name for name, _ in await door.export(after=("cliente", "f" * 24))] == ["mensajes", "salida"]
    assert [name for name, _ in await door.export(after=("lo que sea", "x"))] == ["mensajes", "salida"]
    assert await door.export(after=("trabajos", "x")) == ()


async def test_what_was_exported_is_restored_as_it_was(stores: Stores, door: Door, other: Door) -> None:
    await stores.operator.save_tenant(TENANT, None, ())
    await door.commit([Insert(document) for document in ALL], NOW)
    moved = newer(a_cita(), slots=a_cita("2025/09/01 10:00").slots)
    await door.commit([Replace(moved), Replace(newer(a_cliente(), nombre="Juana"))], NOW)

    restored = [await other.restore([document for _, document in page]) for page in await pages(door, 4)]

    assert sum(restored) == len(ALL)
    assert await other.export() == await door.export()
    assert await other.ocupaciones(0, 2**40) == await door.ocupaciones(0, 2**40)
    await other.commit([Replace(newer(moved))], NOW)


async def test_what_is_restored_claims_its_time(door: Door) -> None:
    await door.restore([a_cita()])

    with pytest.raises(SlotTakenError):
        await door.commit([Insert(a_hold())], NOW)


async def test_restoring_twice_is_harmless(door: Door) -> None:
    await door.restore(ALL)
    before = await door.export()

    assert await door.restore(ALL) == 0
    assert await door.export() == before


async def test_one_document_twice_in_a_page_is_restored_once(door: Door) -> None:
    assert await door.restore([a_cita(), a_cita()]) == 1
    assert await exported(door) == [a_cita()]


async def test_what_stands_is_left_alone_whatever_its_version(door: Door) -> None:
    standing = a_cliente(nombre="Juana")
    await door.commit([Insert(standing)], NOW)

    assert await door.restore([newer(a_cliente()), a_mensaje()]) == 1
    assert await exported(door) == [standing, a_mensaje()]


async def test_an_atom_that_another_holds_refuses_the_whole_page(door: Door) -> None:
    standing = a_cita(id=hex_id(1))
    await door.commit([Insert(standing)], NOW)

    with pytest.raises(SlotTakenError):
        await door.restore([a_cliente(), a_mensaje(), a_cita()])

    assert await exported(door) == [standing]


async def test_not_even_an_expired_hold_makes_way_for_what_is_restored(door: Door) -> None:
    await door.commit([Insert(a_hold(expira=0))], NOW)

    with pytest.raises(SlotTakenError):
        await door.restore([a_cita()])

    assert await exported(door) == [a_hold(expira=0)]


async def test_two_that_clash_within_a_page_are_both_refused(door: Door) -> None:
    with pytest.raises(SlotTakenError):
        await door.restore([a_cita(), a_cita(id=hex_id(1))])

    assert await exported(door) == []


async def test_a_telefono_that_another_has_refuses_the_whole_page(door: Door) -> None:
    standing = a_cliente(id=hex_id(1))
    await door.commit([Insert(standing)], NOW)

    with pytest.raises(ConflictError):
        await door.restore([a_mensaje(), a_cliente(), a_cita()])

    assert await exported(door) == [standing]
    await door.commit([Insert(a_cita())], NOW)


async def test_a_claim_that_is_a_bug_is_not_restored(door: Door) -> None:
    with pytest.raises(ValueError, match="claims nothing"):
        await door.restore([a_mensaje(), a_cita(slots=())])

    assert await exported(door) == []


async def test_a_restored_consent_is_told_to_every_process(stores: Stores, rivals: Stores) -> None:
    await stores.operator.save_tenant(TENANT, None, ())
    assert (await rivals.of(TENANT.id).configured()).consentimiento is None

    await stores.of(TENANT.id).restore([a_consentimiento(version=4)])

    assert (await rivals.of(TENANT.id).configured()).consentimiento == a_consentimiento(version=4)


async def test_the_order_of_arrival_outlives_a_restore(door: Door, other: Door) -> None:
    chain = [
        a_mensaje(id=letter * 64, cadena="c" * 64, instante=f"{CHAT}\n1\nx", recibido=NOW + second)
        for second, letter in enumerate("feb")
    ]
    for mensaje in chain:
        await door.commit([Insert(mensaje)], NOW)

    await other.restore(await exported(door))

    assert await other.cadena("c" * 64) == await door.cadena("c" * 64) == tuple(chain)
    assert await other.mensaje_at(f"{CHAT}\n1\nx") == chain[0]
