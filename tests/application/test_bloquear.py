from dataclasses import replace

import pytest

from builders import ANDRES, CAMILO, CORTE, a_cita, a_tenant, at, dia, hex_id, minutos
from citas.application.bloquear import NewBloqueo, add_bloqueo, list_bloqueos, remove_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.ports import Insert
from citas.application.wire import bloqueo_wire
from citas.domain.citas import Bloqueo
from citas.domain.errors import AgendaRuleError, InputError, NotFoundError, SlotTakenError
from citas.domain.politicas import Politicas
from fakes import Fakes, TurnStores, a_caller, a_world, at_once

TENANT = a_tenant(Politicas(buffer_minutos=10))
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 08:00")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


def request(desde: str, hasta: str, fecha: str = "2025/08/29", recurso_id: str = ANDRES) -> NewBloqueo:
    return NewBloqueo(recurso_id, dia(fecha), minutos(desde), minutos(hasta), "mandado")


async def blocked(fakes: Fakes, desde: str, hasta: str, fecha: str = "2025/08/29") -> Bloqueo:
    return await add_bloqueo(fakes.world, CALLER, request(desde, hasta, fecha))


async def booked(fakes: Fakes, hora: str) -> None:
    asked = BookCita("Juan", None, None, (CORTE,), dia("2025/08/29"), minutos(hora), ANDRES)
    await book_cita(fakes.world, CALLER, asked)


async def test_a_bloqueo_needs_no_pause_and_a_cita_before_it_does(fakes: Fakes) -> None:
    await booked(fakes, "10:00")

    with pytest.raises(SlotTakenError):
        await blocked(fakes, "10:50", "11:00")
    bloqueo = await blocked(fakes, "10:55", "11:00")
    assert bloqueo_wire(bloqueo, TENANT)["hora_inicio"] == "10:55"
    await blocked(fakes, "09:30", "10:00")
    await booked(fakes, "11:00")


async def test_the_buffer_of_a_cita_does_not_run_under_a_bloqueo(fakes: Fakes) -> None:
    await blocked(fakes, "10:50", "11:00")

    with pytest.raises(SlotTakenError):
        await booked(fakes, "10:00")
    await booked(fakes, "09:45")


async def test_bloqueos_do_not_lie_on_top_of_each_other(fakes: Fakes) -> None:
    await blocked(fakes, "10:00", "11:00")

    with pytest.raises(SlotTakenError):
        await blocked(fakes, "10:55", "11:05")
    await blocked(fakes, "11:00", "11:05")
    await add_bloqueo(fakes.world, CALLER, request("10:00", "11:00", recurso_id=CAMILO))


async def test_the_past_and_closed_hours_may_be_blocked_until_midnight(fakes: Fakes) -> None:
    await blocked(fakes, "03:00", "04:00", "2025/08/01")
    night = await blocked(fakes, "22:00", "24:00")

    assert night.end == at("2025/08/30 00:00")
    assert bloqueo_wire(night, TENANT)["hora_fin"] == "24:00"


async def test_a_live_hold_stands_in_the_way_and_a_dead_one_does_not(fakes: Fakes) -> None:
    hold = replace(a_cita("2025/08/29 10:00", tenant=TENANT), estado="bloqueada", expira=NOW + 60)
    await fakes.stores.of(TENANT.id).commit((Insert(hold),), NOW)

    with pytest.raises(SlotTakenError):
        await blocked(fakes, "10:00", "11:00")
    fakes.clock.advance(60)
    await blocked(fakes, "10:00", "11:00")


@pytest.mark.parametrize(
    ("desde", "hasta", "campo"),
    [
        ("10:03", "11:00", "hora_inicio"),
        ("10:00", "11:01", "hora_fin"),
        ("10:00", "10:00", "hora_fin"),
        ("11:00", "10:00", "hora_fin"),
        ("24:00", "24:00", "hora_inicio"),
    ],
)
async def test_a_form_that_cannot_be_names_its_field(
    fakes: Fakes, desde: str, hasta: str, campo: str
) -> None:
    with pytest.raises(InputError) as error:
        await blocked(fakes, desde, hasta)
    assert error.value.campo == campo


async def test_an_unknown_recurso_is_named(fakes: Fakes) -> None:
    with pytest.raises(AgendaRuleError) as error:
        await add_bloqueo(fakes.world, CALLER, request("10:00", "11:00", recurso_id=hex_id(77)))
    assert error.value.codigo == "recurso_desconocido"


async def test_bloqueos_are_listed_by_day_and_can_be_removed_once(fakes: Fakes) -> None:
    second, first = await blocked(fakes, "15:00", "16:00"), await blocked(fakes, "10:00", "11:00")
    await blocked(fakes, "10:00", "11:00", "2025/08/30")

    assert await list_bloqueos(fakes.world, CALLER, dia("2025/08/29")) == (first, second)
    assert len(await list_bloqueos(fakes.world, CALLER, dia("2025/08/29"), dia("2025/08/30"))) == 3
    await remove_bloqueo(fakes.world, CALLER, first.id)
    with pytest.raises(NotFoundError):
        await remove_bloqueo(fakes.world, CALLER, first.id)
    await booked(fakes, "10:00")


async def test_days_reversed_are_refused(fakes: Fakes) -> None:
    with pytest.raises(InputError):
        await list_bloqueos(fakes.world, CALLER, dia("2025/08/29"), dia("2025/08/28"))


async def test_of_a_bloqueo_and_a_booking_of_one_place_one_wins() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())

    results = await at_once(blocked(fakes, "10:20", "11:00"), booked(fakes, "10:00"))

    assert sum(isinstance(result, SlotTakenError) for result in results) == 1


async def test_hours_that_a_clock_change_skips_cannot_be_blocked_alone() -> None:
    santiago = a_tenant(zona_horaria="America/Santiago", pais="CL")
    fakes = await a_world(santiago, now=NOW)

    with pytest.raises(InputError):
        await blocked(fakes, "00:10", "00:50", "2025/09/07")
    bloqueo = await blocked(fakes, "00:10", "01:30", "2025/09/07")
    assert bloqueo.end - bloqueo.start == 30 * 60
