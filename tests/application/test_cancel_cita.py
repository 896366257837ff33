import pytest

from builders import ANDRES, CORTE, a_tenant, at, dia, hex_id, minutos
from citas.application.book_cita import BookCita, book_cita
from citas.application.cancel_cita import cancel_cita
from citas.domain.citas import Cita
from citas.domain.errors import AgendaRuleError, CitaStateError, NotFoundError, PreconditionError
from fakes import Fakes, TurnStores, a_caller, a_world, at_once

TENANT = a_tenant()
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 08:00")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


async def booked(fakes: Fakes) -> Cita:
    asked = BookCita("Juan", "+573109876543", None, (CORTE,), dia("2025/08/29"), minutos("10:00"), ANDRES)
    return await book_cita(fakes.world, CALLER, asked)


async def test_cancelling_undoes_booking(fakes: Fakes) -> None:
    cita = await booked(fakes)

    gone = await cancel_cita(fakes.world, CALLER, cita.id, 1, "enfermo")

    assert (gone.estado, gone.motivo, gone.version, gone.slots) == ("cancelada", "enfermo", 2, ())
    assert (await booked(fakes)).start == cita.start


async def test_no_plazo_binds_the_owner_until_it_has_ended(fakes: Fakes) -> None:
    cita = await booked(fakes)

    fakes.clock.set(at("2025/08/29 10:44"))
    assert (await cancel_cita(fakes.world, CALLER, cita.id, 1, None)).estado == "cancelada"


async def test_a_past_cita_is_not_cancelled(fakes: Fakes) -> None:
    cita = await booked(fakes)

    fakes.clock.set(at("2025/08/29 10:45"))
    with pytest.raises(AgendaRuleError) as error:
        await cancel_cita(fakes.world, CALLER, cita.id, 1, None)
    assert error.value.codigo == "en_el_pasado"


async def test_the_errors_come_in_their_order(fakes: Fakes) -> None:
    cita = await booked(fakes)
    with pytest.raises(NotFoundError):
        await cancel_cita(fakes.world, CALLER, hex_id(99), None, None)
    with pytest.raises(PreconditionError):
        await cancel_cita(fakes.world, CALLER, cita.id, None, None)
    await cancel_cita(fakes.world, CALLER, cita.id, 1, None)

    with pytest.raises(PreconditionError):
        await cancel_cita(fakes.world, CALLER, cita.id, 1, None)
    with pytest.raises(CitaStateError):
        await cancel_cita(fakes.world, CALLER, cita.id, 2, None)


async def test_of_two_that_cancel_one_sees_that_it_changed() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())
    cita = await booked(fakes)

    results = await at_once(
        cancel_cita(fakes.world, CALLER, cita.id, 1, None), cancel_cita(fakes.world, CALLER, cita.id, 1, None)
    )

    assert sorted(type(result).__name__ for result in results) == ["Cita", "PreconditionError"]


async def test_another_tenant_sees_no_such_cita() -> None:
    other = a_tenant(id=hex_id(0x7F), nombre="Otra")
    fakes = await a_world(TENANT, other, now=NOW)
    cita = await booked(fakes)

    with pytest.raises(NotFoundError):
        await cancel_cita(fakes.world, a_caller(other), cita.id, 1, None)
