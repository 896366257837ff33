"""What has had its time goes, and a cliente who wants to be forgotten is."""

from dataclasses import replace

from builders import a_cita, hex_id
from citas.application.ports import Document, Door, Insert
from store_scenes import (
    ANA,
    CHAT,
    JUAN,
    NOW,
    a_cliente,
    a_conversacion,
    a_gasto,
    a_hold,
    a_latido,
    a_mensaje,
    a_pausa,
    a_salida,
    a_trabajo,
    an_aviso,
    an_espera,
    an_idempotencia,
)

HIS: list[Document] = [
    a_cliente(),
    a_conversacion(),
    a_mensaje(),
    a_mensaje(id="b" * 64, cliente_id=None),
    a_salida(),
    a_salida(id=hex_id(7), cliente_id=None),
    an_espera(),
    an_aviso(),
    an_aviso(id=hex_id(8), cliente_id=None, cita_id=a_cita().id),
    an_idempotencia(),
    a_trabajo(),
    a_hold("2025/08/29 17:00"),
]
THEIRS: list[Document] = [
    a_cliente(id=ANA, telefono="+573000000000"),
    a_conversacion(id="chat-ana", cliente_id=ANA),
    a_mensaje(id="c" * 64, cliente_id=ANA, conversacion="chat-ana"),
    a_mensaje(id="d" * 64, cliente_id=None, conversacion="familia"),
    a_salida(id=hex_id(1), cliente_id=ANA, conversacion="chat-ana"),
    an_espera(id=hex_id(2), cliente_id=ANA, conversacion="chat-ana"),
    an_aviso(id=hex_id(3), cliente_id=ANA),
    an_aviso(id=hex_id(4), cliente_id=None),
    an_idempotencia(id="3" * 64, cliente_id=ANA),
    an_idempotencia(id="4" * 64, cliente_id=None),
    a_cita("2025/08/30 10:00", cliente_id=ANA),
    a_hold("2025/08/29 15:00", id=hex_id(5), cliente_id=ANA),
    a_pausa(),
    a_latido(),
    a_trabajo(id="8" * 64, conversacion="chat-ana"),
    a_gasto(),
]


async def documents(door: Door) -> set[Document]:
    return {document for _, document in await door.export()}


async def test_a_forgotten_cliente_leaves_nothing_but_nameless_citas(door: Door) -> None:
    coming = a_cita(email="j@x.co", conversacion=CHAT)
    gone = a_cita("2025/08/20 10:00", estado="cancelada", motivo="Juan viaja")
    await door.commit([Insert(document) for document in (coming, gone, *HIS, *THEIRS)], NOW)

    await door.forget(JUAN, NOW)

    nameless = {
        replace(cita, version=2, nombre=None, telefono=None, email=None, conversacion=None, motivo=None)
        for cita in (coming, gone)
    }
    assert await documents(door) == {*THEIRS, *nameless}


async def test_a_forgotten_clientes_future_citas_keep_their_slots_and_his_holds_do_not(door: Door) -> None:
    await door.commit(
        [Insert(document) for document in (a_cita(), a_cliente(), a_hold("2025/08/29 17:00"))], NOW
    )

    await door.forget(JUAN, NOW)

    (left,) = await door.ocupaciones(0, 2**40)
    assert left.owner_id == a_cita().id
    await door.commit([Insert(a_cita("2025/08/29 17:00"))], NOW)


async def test_a_cliente_of_another_tenant_is_not_forgotten(door: Door, other: Door) -> None:
    await door.commit([Insert(document) for document in HIS], NOW)

    await other.forget(JUAN, NOW)

    assert await documents(door) == set(HIS)


async def test_forgetting_whom_nobody_knows_or_twice_changes_nothing(door: Door) -> None:
    await door.commit([Insert(document) for document in (a_cita(), *HIS)], NOW)
    await door.forget(JUAN, NOW)
    before = await documents(door)

    await door.forget(JUAN, NOW)
    await door.forget("x", NOW)

    assert {d.id for d in before} == {d.id for d in await documents(door)}


async def test_what_carries_a_date_goes_when_it_comes(door: Door, other: Door) -> None:
    dated: list[Document] = [
        a_mensaje(borrar_en=NOW),
        a_salida(borrar_en=NOW),
        an_aviso(borrar_en=NOW),
        an_espera(borrar_en=NOW),
        a_conversacion(borrar_en=NOW),
        an_idempotencia(borrar_en=NOW),
        a_hold(borrar_en=NOW),
        a_trabajo(borrar_en=NOW),
    ]
    later: list[Document] = [a_mensaje(id="b" * 64, borrar_en=NOW + 1), a_salida(id=hex_id(1))]
    await door.commit([Insert(document) for document in (*dated, *later)], NOW)
    await other.commit([Insert(document) for document in dated], NOW)

    assert await door.purge(NOW - 1) == 0
    assert await door.purge(NOW) == len(dated)

    assert await documents(door) == set(later)
    assert await documents(other) == set(dated)


async def test_a_purged_hold_frees_its_atoms(door: Door) -> None:
    await door.commit([Insert(a_hold(expira=NOW + 10**6, borrar_en=NOW))], NOW)
    await door.purge(NOW)

    await door.commit([Insert(a_cita())], NOW)


async def test_no_date_ever_takes_a_cita_away(door: Door) -> None:
    await door.commit([Insert(a_cita(borrar_en=NOW))], NOW)

    assert await door.purge(NOW + 10**9) == 0
    assert await door.cita(a_cita().id) is not None
