from dataclasses import replace

import pytest

from builders import ANDRES, BARBA, CAMILO, CORTE, a_cita, a_recurso, a_tenant, at, dia, hex_id, minutos
from citas.application.book_cita import BookCita, book_cita
from citas.application.cancel_cita import cancel_cita
from citas.application.move_cita import MoveCita, move_cita
from citas.application.ports import Insert, Replace
from citas.domain.citas import Cita
from citas.domain.conversacion import Conversacion, Oferta
from citas.domain.deseos import Deseo, Intencion
from citas.domain.errors import (
    AgendaRuleError,
    CitaStateError,
    NotFoundError,
    PreconditionError,
    SlotTakenError,
)
from citas.domain.politicas import Politicas
from fakes import Fakes, TurnStores, a_caller, a_world, at_once

TENANT = a_tenant(recursos=(a_recurso(), a_recurso("Camilo", servicios_id=(CORTE,))))
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 08:00")
FRIDAY = dia("2025/08/29")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


async def booked(fakes: Fakes, hora: str = "10:00", recurso_id: str = ANDRES) -> Cita:
    asked = BookCita("Juan", "+573109876543", None, (CORTE,), FRIDAY, minutos(hora), recurso_id)
    return await book_cita(fakes.world, CALLER, asked)


async def moved(fakes: Fakes, cita: Cita, hora: str | None = None, **changes: object) -> Cita:
    asked = MoveCita(cita.id, cita.version, minutos=minutos(hora) if hora else None)
    return await move_cita(fakes.world, CALLER, replace(asked, **changes))  # type: ignore[arg-type] # named fields


async def test_a_moved_cita_keeps_its_id_and_its_recurso_and_frees_where_it_stood(fakes: Fakes) -> None:
    cita = await booked(fakes)

    now = await moved(fakes, cita, "14:00")

    assert (now.id, now.version, now.recurso_id) == (cita.id, 2, ANDRES)
    assert now.start == at("2025/08/29 14:00")
    assert (await booked(fakes, "10:00")).start == cita.start


async def test_its_own_slots_are_never_taken_to_itself(fakes: Fakes) -> None:
    cita = await booked(fakes)

    assert (await moved(fakes, cita, "10:15")).start == at("2025/08/29 10:15")


async def test_the_version_is_checked_before_all_else(fakes: Fakes) -> None:
    cita = await booked(fakes)

    with pytest.raises(NotFoundError):
        await moved(fakes, cita, "11:00", cita_id=hex_id(99))
    with pytest.raises(PreconditionError) as missing:
        await moved(fakes, cita, "11:00", version=None)
    with pytest.raises(PreconditionError) as stale:
        await moved(fakes, cita, "11:00", version=7)
    assert missing.value.cita is None
    assert stale.value.cita == cita


async def test_a_cancelled_cita_does_not_move(fakes: Fakes) -> None:
    cita = await booked(fakes)
    gone = await cancel_cita(fakes.world, CALLER, cita.id, 1, None)

    with pytest.raises(CitaStateError):
        await moved(fakes, gone, "11:00")


async def test_a_cita_that_has_ended_does_not_move_and_one_in_course_does(fakes: Fakes) -> None:
    cita = await booked(fakes)

    fakes.clock.set(at("2025/08/29 10:44"))
    cita = await moved(fakes, cita, "11:00")
    fakes.clock.set(at("2025/08/29 11:45"))
    with pytest.raises(AgendaRuleError) as error:
        await moved(fakes, cita, "14:00")
    assert error.value.codigo == "en_el_pasado"


@pytest.mark.parametrize(
    ("changes", "codigo"),
    [
        ({"fecha": dia("2025/08/28")}, "en_el_pasado"),
        ({"fecha": dia("2025/09/29")}, "fuera_de_plazo"),
        ({"fecha": dia("2025/08/31")}, "cerrado"),
        ({"minutos": minutos("12:30")}, "fuera_de_horario"),
        ({"minutos": minutos("10:05")}, "hora_no_alineada"),
        ({"servicios_id": (hex_id(77),)}, "servicio_desconocido"),
        ({"recurso_id": hex_id(77)}, "recurso_desconocido"),
        ({"recurso_id": CAMILO, "servicios_id": (BARBA,)}, "recurso_no_disponible"),
    ],
)
async def test_a_move_obeys_every_rule(fakes: Fakes, changes: dict[str, object], codigo: str) -> None:
    cita = await booked(fakes)

    with pytest.raises(AgendaRuleError) as error:
        await moved(fakes, cita, **changes)  # type: ignore[arg-type] # named fields
    assert error.value.codigo == codigo
    assert await fakes.stores.of(TENANT.id).cita(cita.id) == cita


async def test_a_move_keeps_its_recurso_though_another_is_free(fakes: Fakes) -> None:
    cita = await booked(fakes, "10:00", CAMILO)
    await booked(fakes, "11:00", CAMILO)

    with pytest.raises(SlotTakenError) as error:
        await moved(fakes, cita, "11:00")
    assert error.value.alternativas
    assert (await moved(fakes, cita, "11:00", recurso_id=ANDRES)).recurso_id == ANDRES


async def test_other_servicios_change_the_end_and_may_find_it_taken(fakes: Fakes) -> None:
    cita = await booked(fakes)

    longer = await moved(fakes, cita, servicios_id=(CORTE, BARBA))
    assert longer.end == at("2025/08/29 11:15")
    await booked(fakes, "11:15")
    with pytest.raises(SlotTakenError):
        await moved(fakes, longer, servicios_id=(CORTE, CORTE))


async def test_a_patch_that_changes_nothing_keeps_the_version(fakes: Fakes) -> None:
    cita = await booked(fakes)

    assert await moved(fakes, cita) == cita
    assert await moved(fakes, cita, "10:00", servicios_id=(CORTE,), recurso_id=ANDRES) == cita


async def test_a_changed_buffer_holds_for_what_is_moved_afterwards(fakes: Fakes) -> None:
    cita = await booked(fakes)
    await fakes.stores.operator.save_tenant(replace(TENANT, politicas=Politicas(buffer_minutos=15)), None, ())

    now = await moved(fakes, cita, "10:15")

    assert (len(cita.slots), len(now.slots)) == (9, 12)


async def test_the_time_that_was_offered_to_its_own_chat_is_free_to_it(fakes: Fakes) -> None:
    cita = await booked(fakes)
    target = await moved(fakes, cita, "14:00")
    back = await moved(fakes, target, "10:00")
    hold = replace(
        target,
        id=hex_id(9),
        version=1,
        estado="bloqueada",
        expira=NOW + 60,
        mueve=cita.id,
        conversacion="t:+573109876543",
    )
    await fakes.stores.of(TENANT.id).commit((Insert(hold),), NOW)

    now = await moved(fakes, back, "14:00")

    assert now.start == target.start
    assert await fakes.stores.of(TENANT.id).cita(hold.id) is None


async def test_a_move_drops_the_hold_that_its_chat_was_offered_elsewhere(fakes: Fakes) -> None:
    door = fakes.stores.of(TENANT.id)
    cita = await booked(fakes)
    chat = "t:+573109876543"
    cita = replace(cita, version=2, conversacion=chat)
    hold = replace(
        a_cita("2025/08/29 16:00"), estado="bloqueada", expira=NOW + 60, mueve=cita.id, conversacion=chat
    )
    oferta = Oferta(
        Intencion.CAMBIAR,
        "m",
        NOW * 1000,
        NOW,
        hex_id(1),
        chat,
        Deseo(Intencion.CAMBIAR),
        None,
        hold.id,
        (cita.id,),
    )
    talk = Conversacion(chat, 1, oferta=oferta)
    await door.commit((Replace(cita), Insert(hold), Insert(talk)), NOW)

    await moved(fakes, cita, "14:00")

    assert await door.cita(hold.id) is None
    assert (await booked(fakes, "16:00")).start == hold.start


async def test_of_two_that_move_one_cita_one_sees_that_it_changed() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())
    cita = await booked(fakes)

    results = await at_once(moved(fakes, cita, "11:00"), moved(fakes, cita, "14:00"))

    kinds = sorted(type(result).__name__ for result in results)
    assert kinds == ["Cita", "PreconditionError"]


async def test_of_a_move_and_a_booking_of_one_place_one_wins() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())
    cita = await booked(fakes)
    asked = BookCita("Ana", None, None, (CORTE,), FRIDAY, minutos("14:30"), ANDRES)

    results = await at_once(book_cita(fakes.world, CALLER, asked), moved(fakes, cita, "14:15"))

    assert sorted(type(result).__name__ for result in results) == ["Cita", "SlotTakenError"]


async def test_a_cita_whose_cliente_was_forgotten_still_moves(fakes: Fakes) -> None:
    cita = await booked(fakes)
    await fakes.stores.of(TENANT.id).forget(cita.cliente_id, NOW)
    stored = await fakes.stores.of(TENANT.id).cita(cita.id)
    assert stored is not None

    assert (await moved(fakes, stored, "14:00")).nombre is None


async def test_a_servicio_that_is_gone_is_unknown_to_a_move(fakes: Fakes) -> None:
    cita = await booked(fakes)
    door = fakes.stores.of(TENANT.id)
    await door.commit((Replace(replace(cita, version=2, servicios_id=(hex_id(77),))),), NOW)

    with pytest.raises(AgendaRuleError) as error:
        await moved(fakes, replace(cita, version=2), "14:00")
    assert error.value.codigo == "servicio_desconocido"
