"""A unit commits whole or not at all, and only over what its writer saw."""

import pytest

from builders import a_bloqueo, a_cita, a_tenant, hex_id
from citas.application.ports import Configured, Document, Door, Insert, Remove, Replace, Stores
from citas.domain.citas import Cita
from citas.domain.errors import ConflictError, SlotTakenError
from store_scenes import (
    ANA,
    CHAT,
    NOW,
    ONE_OF_EACH,
    a_cliente,
    a_consentimiento,
    a_conversacion,
    a_hold,
    a_mensaje,
    a_pausa,
    newer,
)

each_kind = pytest.mark.parametrize(
    "document", ONE_OF_EACH, ids=[f"{type(document).__name__}-{document.id[:24]}" for document in ONE_OF_EACH]
)


async def stored(door: Door) -> set[tuple[str, Document]]:
    return set(await door.export())


async def test_every_kind_of_document_comes_back_as_it_was_written(door: Door) -> None:
    await door.commit([Insert(document) for document in ONE_OF_EACH], NOW)

    assert {document for _, document in await stored(door)} == set(ONE_OF_EACH)


async def test_documents_are_exported_with_the_customers_names_of_their_collections(door: Door) -> None:
    await door.commit([Insert(document) for document in ONE_OF_EACH], NOW)

    assert {name for name, _ in await stored(door)} == {
        "cita", "bloqueo", "cliente", "conversacion", "mensajes", "salida", "aviso", "espera",
        "consentimiento", "pausa", "latido", "idempotencia", "trabajos", "gasto",
    }  # fmt: skip  # packed, to be read at a glance


async def test_each_is_found_by_its_id(stores: Stores, door: Door) -> None:
    await stores.operator.save_tenant(a_tenant(), None, ())
    await door.commit([Insert(document) for document in ONE_OF_EACH], NOW)

    cita, hold, bloqueo, cliente, chat, mensaje, salida, aviso = ONE_OF_EACH[:8]
    latido, record, trabajo, gasto = ONE_OF_EACH[11:]
    assert await door.cita(cita.id) == cita
    assert await door.cita(hold.id) == hold
    assert await door.bloqueo(bloqueo.id) == bloqueo
    assert await door.cliente(cliente.id) == cliente
    assert await door.conversacion(chat.id) == chat
    assert await door.mensaje(mensaje.id) == mensaje
    assert await door.salida(salida.id) == salida
    assert await door.aviso(aviso.id) == aviso
    assert await door.configured() == Configured(a_tenant(), a_consentimiento(), a_pausa())
    assert await door.trabajo(trabajo.id) == trabajo
    assert await door.gasto(gasto.id) == gasto
    assert await door.latido(latido.id) == latido
    assert await door.idempotencia(record.id) == record


async def test_what_is_not_there_is_none(door: Door) -> None:
    assert await door.cita("x") is None
    assert await door.bloqueo("x") is None
    assert await door.cliente("x") is None
    assert await door.cliente_by_telefono("x") is None
    assert await door.conversacion("x") is None
    assert await door.mensaje("x") is None
    assert await door.mensaje_at("x") is None
    assert await door.salida("x") is None
    assert await door.aviso("x") is None
    assert await door.latido("x") is None
    assert await door.idempotencia("x") is None
    assert await door.trabajo("x") is None
    assert await door.gasto("x") is None
    assert await door.ultima_cita_of("x", NOW) is None
    assert await door.export() == ()


async def test_every_text_comes_back_as_it_was(door: Door) -> None:
    odd = "emoji 💈, zero\u200bwidth, NUL \x00, comillas ' \" y \\, salto\n\r\t, ﷽, ünïcödé"
    mensaje = a_mensaje(texto=odd, entidades=(odd, odd), contexto_previo=("",))

    await door.commit([Insert(mensaje), Insert(a_conversacion(id=odd, faltan=(odd,)))], NOW)

    assert await door.mensaje(mensaje.id) == mensaje
    assert await door.conversacion(odd) == a_conversacion(id=odd, faltan=(odd,))


async def test_one_tenant_does_not_exist_for_another(door: Door, other: Door) -> None:
    await door.commit([Insert(document) for document in ONE_OF_EACH], NOW)

    assert await other.export() == ()
    assert await other.cita(a_cita().id) is None
    assert await other.cliente_by_telefono("+573109876543") is None
    assert await other.ocupaciones(0, 2**40) == ()
    with pytest.raises(ConflictError):
        await other.commit([Replace(newer(a_cliente()))], NOW)
    with pytest.raises(ConflictError):
        await other.commit([Remove(a_cita())], NOW)


async def test_two_tenants_keep_the_same_ids_and_atoms_apart(door: Door, other: Door) -> None:
    await door.commit([Insert(document) for document in ONE_OF_EACH], NOW)
    await other.commit([Insert(document) for document in ONE_OF_EACH], NOW)

    await other.commit([Remove(a_cita()), Remove(a_cliente())], NOW)

    assert await stored(door) >= {("cita", a_cita()), ("cliente", a_cliente())}


async def test_a_document_is_written_over_by_whoever_saw_it_last(door: Door) -> None:
    await door.commit([Insert(a_conversacion())], NOW)
    await door.commit([Replace(newer(a_conversacion(), turno=1))], NOW)

    assert await door.conversacion(CHAT) == a_conversacion(version=2, turno=1)


@each_kind
async def test_every_kind_can_be_replaced_and_removed(door: Door, document: Document) -> None:
    await door.commit([Insert(document)], NOW)
    await door.commit([Replace(newer(document))], NOW)
    assert [d.version for _, d in await door.export()] == [2]

    await door.commit([Remove(newer(document))], NOW)
    assert await door.export() == ()


@each_kind
async def test_a_version_that_is_not_the_stored_one_is_a_conflict(door: Door, document: Document) -> None:
    await door.commit([Insert(document)], NOW)
    await door.commit([Replace(newer(document))], NOW)
    before = await stored(door)

    for late in (Insert(document), Replace(newer(document)), Remove(document)):
        with pytest.raises(ConflictError):
            await door.commit([late], NOW)

    assert await stored(door) == before


@each_kind
async def test_what_is_not_there_cannot_be_replaced_or_removed(door: Door, document: Document) -> None:
    for lost in (Replace(newer(document)), Remove(document)):
        with pytest.raises(ConflictError):
            await door.commit([lost], NOW)

    assert await door.export() == ()


async def test_two_clientes_of_one_telefono_are_a_conflict(door: Door) -> None:
    await door.commit([Insert(a_cliente())], NOW)

    with pytest.raises(ConflictError):
        await door.commit([Insert(a_cliente(id=ANA))], NOW)
    await door.commit([Insert(a_cliente(id=ANA, telefono=None))], NOW)
    with pytest.raises(ConflictError):
        await door.commit([Replace(newer(a_cliente(id=ANA)))], NOW)

    assert await door.cliente(ANA) == a_cliente(id=ANA, telefono=None)


async def test_clientes_without_telefono_do_not_collide(door: Door) -> None:
    await door.commit([Insert(a_cliente(telefono=None)), Insert(a_cliente(id=ANA, telefono=None))], NOW)

    assert len(await door.export()) == 2


async def test_a_telefono_is_found_where_it_was_moved_to(door: Door) -> None:
    await door.commit([Insert(a_cliente())], NOW)
    await door.commit([Replace(newer(a_cliente(), telefono="+573000000000"))], NOW)

    assert await door.cliente_by_telefono("+573109876543") is None
    assert await door.cliente_by_telefono("+573000000000") == a_cliente(version=2, telefono="+573000000000")


@pytest.mark.parametrize("at", range(4))
async def test_a_conflict_anywhere_in_a_unit_undoes_it_all(door: Door, at: int) -> None:
    await door.commit([Insert(a_cliente())], NOW)
    before = await stored(door)
    unit: list[Insert | Replace | Remove] = [Insert(a_cita()), Insert(a_conversacion()), Insert(a_mensaje())]
    unit.insert(at, Replace(newer(a_cliente(version=7))))

    with pytest.raises(ConflictError):
        await door.commit(unit, NOW)

    assert await stored(door) == before
    await door.commit([Insert(a_cita(id=hex_id(9)))], NOW)


async def test_a_refused_claim_undoes_the_whole_unit(door: Door) -> None:
    await door.commit([Insert(a_cita()), Insert(a_cliente())], NOW)
    before = await stored(door)

    with pytest.raises(SlotTakenError):
        await door.commit(
            [
                Replace(newer(a_cliente())),
                Insert(a_mensaje()),
                Insert(a_cita("2025/08/29 08:00", id=hex_id(8))),
                Insert(a_cita("2025/08/29 10:30", id=hex_id(9))),
            ],
            NOW,
        )

    assert await stored(door) == before
    await door.commit([Insert(a_cita("2025/08/29 08:00", id=hex_id(8)))], NOW)


async def test_what_is_inserted_can_be_replaced_in_the_same_unit(door: Door) -> None:
    cita = a_cita()
    moved = newer(cita, slots=a_cita("2025/08/29 11:00").slots)

    await door.commit([Insert(cita), Replace(moved)], NOW)

    assert await door.cita(cita.id) == moved
    await door.commit([Insert(a_cita(id=hex_id(9)))], NOW)


async def test_an_empty_unit_changes_nothing(door: Door) -> None:
    await door.commit([], NOW)

    assert await door.export() == ()


@pytest.mark.parametrize(
    "wrong",
    [
        a_cita(slots=()),
        a_hold(slots=()),
        a_bloqueo(slots=()),
        a_cita(estado="cancelada", slots=a_cita().slots),
        a_cliente(version=0),
        a_cliente(version=2),
    ],
)
async def test_a_unit_that_can_only_be_a_bug_is_a_value_error(door: Door, wrong: Document) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        await door.commit([Insert(a_mensaje()), Insert(wrong)], NOW)

    assert await door.export() == ()


async def test_the_slots_of_a_stored_cita_are_the_very_atoms_it_was_written_with(door: Door) -> None:
    cita: Cita = a_cita("2025/08/29 23:00", 180, recurso_id=hex_id(5))
    two = a_cita("2025/08/29 09:00", id=hex_id(2))
    two = a_cita(
        "2025/08/29 09:00", id=hex_id(2), slots=(*reversed(two.slots), *a_cita(recurso_id="x").slots[::2])
    )

    await door.commit([Insert(cita), Insert(two)], NOW)

    assert (await door.cita(cita.id), await door.cita(two.id)) == (cita, two)
