from dataclasses import replace
from itertools import pairwise

import pytest

from builders import ANDRES, BARBA, CAMILO, CORTE, a_recurso, a_tenant, at, dia, excepcion, hex_id, minutos
from citas.application.bloquear import NewBloqueo, add_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.ports import Insert, Write
from citas.domain.citas import Cita
from citas.domain.errors import AgendaRuleError, InputError, SlotTakenError, UnavailableError
from citas.domain.mensajes import Idempotencia
from citas.domain.politicas import Politicas
from fakes import Fakes, TurnStores, a_caller, a_world, at_once

TENANT = a_tenant()
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 08:00")


def request(hora: str = "10:00", fecha: str = "2025/08/29", **changes: object) -> BookCita:
    plain = BookCita("Juan Pérez", "310 987 6543", None, (CORTE,), dia(fecha), minutos(hora), ANDRES)
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


def a_record(record_id: str) -> Idempotencia:
    return Idempotencia(record_id, 1, "hash", NOW + 30, NOW + 86_400, 201)


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


async def refused(fakes: Fakes, asked: BookCita) -> str:
    with pytest.raises(AgendaRuleError) as error:
        await book_cita(fakes.world, CALLER, asked)
    return str(error.value.codigo)


async def test_a_booked_cita_stands_where_it_was_asked_and_is_stored(fakes: Fakes) -> None:
    cita = await book_cita(fakes.world, CALLER, request())

    assert (cita.start, cita.end) == (at("2025/08/29 10:00"), at("2025/08/29 10:45"))
    assert (cita.estado, cita.version, cita.nombre, cita.telefono) == (
        "confirmada",
        1,
        "Juan Pérez",
        "+573109876543",
    )
    assert await fakes.stores.of(TENANT.id).cita(cita.id) == cita
    assert fakes.telemetry.counted("citas_reservas_intentos_total") == 1


async def test_back_to_back_citas_do_not_overlap(fakes: Fakes) -> None:
    await book_cita(fakes.world, CALLER, request("10:00"))

    assert (await book_cita(fakes.world, CALLER, request("10:45"))).start == at("2025/08/29 10:45")


@pytest.mark.parametrize("hora", ["09:30", "10:00", "10:30"])
async def test_a_taken_time_is_refused_with_the_five_nearest(fakes: Fakes, hora: str) -> None:
    await book_cita(fakes.world, CALLER, request("10:00"))

    with pytest.raises(SlotTakenError) as error:
        await book_cita(fakes.world, CALLER, request(hora))
    starts = [hueco.start for hueco in error.value.alternativas]
    assert len(starts) == 5
    assert starts == sorted(starts)


async def test_the_buffer_keeps_its_distance_on_both_sides() -> None:
    tenant = a_tenant(Politicas(buffer_minutos=15))
    fakes = await a_world(tenant, now=NOW)
    await book_cita(fakes.world, CALLER, request("10:00"))

    for hora in ("09:15", "10:45"):
        with pytest.raises(SlotTakenError):
            await book_cita(fakes.world, CALLER, request(hora))
    await book_cita(fakes.world, CALLER, request("09:00"))
    await book_cita(fakes.world, CALLER, request("11:00"))


async def test_without_a_recurso_whoever_has_least_to_do_gets_it(fakes: Fakes) -> None:
    first = await book_cita(fakes.world, CALLER, request("10:00", recurso_id=None))
    second = await book_cita(fakes.world, CALLER, request("14:00", recurso_id=None))

    assert (first.recurso_id, second.recurso_id) == (ANDRES, CAMILO)


async def test_a_live_hold_is_busy_for_the_owner_and_a_dead_one_is_not(fakes: Fakes) -> None:
    start = at("2025/08/29 10:00")
    booked = await book_cita(fakes.world, CALLER, request("10:00"))
    door = fakes.stores.of(TENANT.id)
    hold = replace(
        booked,
        id=hex_id(9),
        estado="bloqueada",
        expira=NOW + 60,
        recurso_id=CAMILO,
        slots=tuple(slot._replace(recurso_id=CAMILO) for slot in booked.slots),
    )
    await door.commit((Insert(hold),), NOW)

    with pytest.raises(SlotTakenError):
        await book_cita(fakes.world, CALLER, request("10:00", recurso_id=CAMILO))
    fakes.clock.advance(59)
    with pytest.raises(SlotTakenError):
        await book_cita(fakes.world, CALLER, request("10:00", recurso_id=CAMILO))
    fakes.clock.advance(1)
    assert (await book_cita(fakes.world, CALLER, request("10:00", recurso_id=CAMILO))).start == start


@pytest.mark.parametrize(
    ("asked", "codigo"),
    [
        (request("07:45"), "en_el_pasado"),
        (request(fecha="2025/08/28"), "en_el_pasado"),
        (request(fecha="0001/01/01"), "en_el_pasado"),
        (request(fecha="2025/09/29"), "fuera_de_plazo"),
        (request(fecha="9999/12/31"), "fuera_de_plazo"),
        (request(fecha="2025/08/31"), "cerrado"),
        (request("12:00"), "fuera_de_horario"),
        (request("11:30"), "fuera_de_horario"),
        (request("10:05"), "hora_no_alineada"),
        (request(servicios_id=(CORTE, hex_id(77))), "servicio_desconocido"),
        (request(recurso_id=hex_id(77)), "recurso_desconocido"),
    ],
)
async def test_a_rule_of_the_agenda_is_named(fakes: Fakes, asked: BookCita, codigo: str) -> None:
    assert await refused(fakes, asked) == codigo
    assert await fakes.stores.of(TENANT.id).cliente_by_telefono("+573109876543") is None


async def test_this_very_instant_and_the_furthest_day_can_be_booked(fakes: Fakes) -> None:
    await book_cita(fakes.world, CALLER, request("08:00"))
    await book_cita(fakes.world, CALLER, request("09:00", "2025/09/27"))


async def test_the_least_notice_is_exact_to_the_minute() -> None:
    tenant = a_tenant(Politicas(anticipacion_min_minutos=60))
    fakes = await a_world(tenant, now=NOW)

    await book_cita(fakes.world, CALLER, request("09:00"))
    fakes.clock.advance(minutes=1)
    assert await refused(fakes, request("09:00", recurso_id=CAMILO)) == "anticipacion"


async def test_a_recurso_that_does_not_do_it_is_not_available() -> None:
    tenant = a_tenant(recursos=(a_recurso(servicios_id=(BARBA,)), a_recurso("Camilo")))
    fakes = await a_world(tenant, now=NOW)

    assert await refused(fakes, request("10:00")) == "recurso_no_disponible"


async def test_several_servicios_follow_each_other_and_a_repeated_one_counts_twice(fakes: Fakes) -> None:
    cita = await book_cita(fakes.world, CALLER, request("08:00", servicios_id=(CORTE, BARBA, BARBA)))

    assert cita.end == at("2025/08/29 09:45")


async def test_the_same_phone_in_another_spelling_is_the_same_cliente(fakes: Fakes) -> None:
    first = await book_cita(fakes.world, CALLER, request("10:00"))
    second = await book_cita(
        fakes.world, CALLER, request("14:00", nombre=None, telefono="+57 (310) 987-6543")
    )

    assert second.cliente_id == first.cliente_id
    assert second.nombre == "Juan Pérez"


async def test_a_name_alone_is_a_new_cliente_each_time(fakes: Fakes) -> None:
    first = await book_cita(fakes.world, CALLER, request("10:00", telefono=None))
    second = await book_cita(fakes.world, CALLER, request("14:00", telefono=None))

    assert first.cliente_id != second.cliente_id


@pytest.mark.parametrize(
    ("asked", "campo"),
    [
        (request(telefono="123"), "cliente.telefono"),
        (request(telefono="112233@lid"), "cliente.telefono"),
        (request(nombre="  ", telefono=None), "cliente"),
        (request(servicios_id=()), "servicios_id"),
    ],
)
async def test_a_form_that_cannot_be_names_its_field(fakes: Fakes, asked: BookCita, campo: str) -> None:
    with pytest.raises(InputError) as error:
        await book_cita(fakes.world, CALLER, asked)
    assert error.value.campo == campo


async def test_twenty_rivals_for_one_chair_have_one_winner_and_alert_the_index() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())
    rivals = [request(telefono=f"+57310987{number}") for number in range(6500, 6520)]

    results = await at_once(*(book_cita(fakes.world, CALLER, rival) for rival in rivals))

    winners = [result for result in results if isinstance(result, Cita)]
    assert len(winners) == 1
    assert all(isinstance(result, Cita | SlotTakenError) for result in results)
    assert fakes.telemetry.counted("citas_conflictos_total", origen="reservar") == 19
    assert {(alerta, tenant_id) for alerta, tenant_id, _ in fakes.telemetry.alerts} == {
        ("indice_unico", TENANT.id)
    }


async def test_rivals_without_a_recurso_take_every_chair_before_anyone_is_refused() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())
    rivals = [request(telefono=f"+57310987{number}", recurso_id=None) for number in range(6500, 6505)]

    results = await at_once(*(book_cita(fakes.world, CALLER, rival) for rival in rivals))

    assert sorted(result.recurso_id for result in results if isinstance(result, Cita)) == sorted(
        (ANDRES, CAMILO)
    )


async def test_bookings_that_overlap_at_different_starts_have_one_winner() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())
    rivals = [request(hora, telefono=None) for hora in ("09:30", "09:45", "10:00", "10:15")]

    results = await at_once(*(book_cita(fakes.world, CALLER, rival) for rival in rivals))

    winners = sorted((cita.start, cita.end) for cita in results if isinstance(cita, Cita))
    assert all(one[1] <= other[0] for one, other in pairwise(winners))
    assert winners


async def test_two_bookings_of_one_phone_both_stand_with_one_cliente() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())

    results = await at_once(
        book_cita(fakes.world, CALLER, request("10:00")), book_cita(fakes.world, CALLER, request("14:00"))
    )

    citas = [result for result in results if isinstance(result, Cita)]
    assert len(citas) == 2
    assert len({cita.cliente_id for cita in citas}) == 1


async def test_what_seals_the_request_is_stored_with_the_cita_or_not_at_all(fakes: Fakes) -> None:
    door = fakes.stores.of(TENANT.id)

    def seal(cita: Cita) -> tuple[Write, ...]:
        return (Insert(a_record(cita.id)),)

    cita = await book_cita(fakes.world, CALLER, request("10:00"), seal)
    assert await door.idempotencia(cita.id) == a_record(cita.id)

    def torn(_cita: Cita) -> tuple[Write, ...]:
        return (Insert(a_record(cita.id)),)

    with pytest.raises(UnavailableError):
        await book_cita(fakes.world, CALLER, request("14:00"), torn)
    assert len(await door.ocupaciones(NOW, NOW + 86_400)) == 1


async def test_nothing_is_booked_over_a_bloqueo(fakes: Fakes) -> None:
    await add_bloqueo(
        fakes.world, CALLER, NewBloqueo(ANDRES, dia("2025/08/29"), minutos("10:20"), minutos("10:25"))
    )

    with pytest.raises(SlotTakenError):
        await book_cita(fakes.world, CALLER, request("10:00"))


async def test_the_hours_when_utc_is_already_tomorrow_belong_to_today() -> None:
    tenant = a_tenant(excepciones=(excepcion("2025/08/29", "18:00-24:00"),))
    fakes = await a_world(tenant, now=NOW)

    cita = await book_cita(fakes.world, CALLER, request("23:15"))

    assert cita.end == at("2025/08/30 00:00")
    assert {slot.fecha for slot in cita.slots} == {dia("2025/08/29")}
