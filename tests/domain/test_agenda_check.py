import pytest

from builders import (
    ANDRES,
    BARBA,
    CAMILO,
    CORTE,
    SEMANA,
    a_recurso,
    a_tenant,
    an_ocupacion,
    at,
    dia,
    excepcion,
    hex_id,
    horarios,
    minutos,
)
from citas.domain.agenda import Agenda, Solicitud
from citas.domain.catalogo import Tenant
from citas.domain.citas import Hueco, Ocupacion
from citas.domain.desenlaces import Motivo
from citas.domain.politicas import Politicas

NOW = at("2025/08/28 09:00")
CORTE_ANY = Solicitud((CORTE,))
CORTE_ANDRES = Solicitud((CORTE,), ANDRES)
TODOS = horarios("lunes-domingo 00:00-24:00")


def check(
    when: str,
    solicitud: Solicitud = CORTE_ANDRES,
    *ocupaciones: Ocupacion,
    tenant: Tenant | None = None,
    now: int = NOW,
    ignora: frozenset[str] = frozenset(),
) -> Hueco | Motivo:
    fecha, hora = when.split()
    return Agenda(tenant or a_tenant(), now, ocupaciones, ignora).check(solicitud, dia(fecha), minutos(hora))


def is_free(answer: Hueco | Motivo) -> bool:
    return isinstance(answer, Hueco)


def test_a_free_start_ends_after_the_length_of_the_servicio() -> None:
    hueco = check("2025/08/29 10:00")

    assert hueco == Hueco(at("2025/08/29 10:00"), at("2025/08/29 10:45"), ANDRES, (CORTE,))


def test_several_servicios_follow_each_other_and_the_same_twice_counts_twice() -> None:
    hueco = check("2025/08/29 08:00", Solicitud((CORTE, BARBA, BARBA), ANDRES))

    assert isinstance(hueco, Hueco)
    assert hueco.end == at("2025/08/29 09:45")


@pytest.mark.parametrize(
    ("when", "motivo"),
    [
        ("2025/08/27 10:00", Motivo.EN_EL_PASADO),
        ("2025/08/28 08:45", Motivo.EN_EL_PASADO),
        ("2025/08/24 10:00", Motivo.EN_EL_PASADO),
        ("2025/09/28 10:00", Motivo.FUERA_DE_PLAZO),
        ("2025/08/31 10:00", Motivo.CERRADO),
        ("2025/08/29 07:45", Motivo.FUERA_DE_HORARIO),
        ("2025/08/29 13:00", Motivo.FUERA_DE_HORARIO),
        ("2025/08/29 11:30", Motivo.FUERA_DE_HORARIO),
        ("2025/08/29 17:30", Motivo.FUERA_DE_HORARIO),
        ("2025/08/29 23:00", Motivo.FUERA_DE_HORARIO),
        ("2025/08/29 10:10", Motivo.HORA_NO_ALINEADA),
        ("2025/08/29 17:20", Motivo.FUERA_DE_HORARIO),
    ],
)
def test_every_refusal_has_its_motivo(when: str, motivo: Motivo) -> None:
    assert check(when) is motivo


def test_today_plus_the_furthest_days_can_still_be_booked() -> None:
    tenant = a_tenant(horarios=TODOS)

    assert is_free(check("2025/09/27 10:00", tenant=tenant))
    assert check("2025/09/28 00:00", tenant=tenant) is Motivo.FUERA_DE_PLAZO


def test_a_past_day_is_past_before_it_is_closed() -> None:
    assert check("2025/08/24 10:00") is Motivo.EN_EL_PASADO


def test_this_instant_is_not_past_but_the_second_before_it_is() -> None:
    assert is_free(check("2025/08/29 10:00", now=at("2025/08/29 10:00")))
    assert check("2025/08/29 10:00", now=at("2025/08/29 10:00") + 1) is Motivo.EN_EL_PASADO


def test_exactly_the_least_notice_is_enough() -> None:
    tenant = a_tenant(Politicas(anticipacion_min_minutos=60))

    assert is_free(check("2025/08/29 10:00", tenant=tenant, now=at("2025/08/29 09:00")))
    assert check("2025/08/29 10:00", tenant=tenant, now=at("2025/08/29 09:00") + 1) is Motivo.ANTICIPACION


def test_too_soon_is_said_before_closed() -> None:
    tenant = a_tenant(Politicas(anticipacion_min_minutos=60 * 24 * 7))

    assert check("2025/08/31 10:00", tenant=tenant) is Motivo.ANTICIPACION


def test_a_holiday_is_feriado_only_on_an_open_weekday() -> None:
    now = at("2025/08/14 09:00")

    assert check("2025/08/18 10:00", now=now) is Motivo.FERIADO
    assert check("2025/07/20 10:00", now=at("2025/07/18 09:00")) is Motivo.CERRADO


def test_late_in_the_evening_at_utc_minus_five_it_is_still_today() -> None:
    tenant = a_tenant(horarios=horarios("viernes 08:00-24:00"))
    now = at("2025/08/29 21:30")

    assert is_free(check("2025/08/29 22:00", tenant=tenant, now=now))
    assert check("2025/08/30 10:00", tenant=tenant, now=now) is Motivo.CERRADO
    assert check("2025/09/28 10:00", tenant=a_tenant(horarios=TODOS), now=now) != Motivo.FUERA_DE_PLAZO
    assert check("2025/09/29 10:00", tenant=a_tenant(horarios=TODOS), now=now) is Motivo.FUERA_DE_PLAZO


def test_the_true_end_may_reach_closing_but_not_pass_it() -> None:
    assert is_free(check("2025/08/29 17:15"))
    assert check("2025/08/29 17:15", Solicitud((CORTE, BARBA), ANDRES)) is Motivo.FUERA_DE_HORARIO


def test_closing_at_midnight_lets_a_cita_end_on_the_next_day() -> None:
    hueco = check("2025/08/29 23:15", tenant=a_tenant(horarios=horarios("viernes 20:00-24:00")))

    assert isinstance(hueco, Hueco)
    assert hueco.end == at("2025/08/30 00:00")


def test_no_cita_runs_past_midnight_though_both_days_are_open() -> None:
    assert check("2025/08/29 23:30", tenant=a_tenant(horarios=TODOS)) is Motivo.FUERA_DE_HORARIO


def test_ranges_that_touch_hold_one_cita_and_a_pause_between_them_none() -> None:
    touching = a_tenant(horarios=horarios("viernes 08:00-12:00 12:00-18:00"))

    assert is_free(check("2025/08/29 11:30", tenant=touching))
    assert check("2025/08/29 11:30") is Motivo.FUERA_DE_HORARIO


def test_back_to_back_citas_do_not_overlap() -> None:
    taken = an_ocupacion("2025/08/29 10:00", 45)

    assert is_free(check("2025/08/29 10:45", CORTE_ANDRES, taken))
    assert is_free(check("2025/08/29 09:15", CORTE_ANDRES, taken))
    assert check("2025/08/29 09:30", CORTE_ANDRES, taken) is Motivo.OCUPADO
    assert check("2025/08/29 10:30", CORTE_ANDRES, taken) is Motivo.OCUPADO


def test_a_long_servicio_does_not_run_over_a_later_cita() -> None:
    taken = an_ocupacion("2025/08/29 11:00", 15)

    assert check("2025/08/29 10:00", Solicitud((CORTE, BARBA), ANDRES), taken) is Motivo.OCUPADO


def test_the_pause_holds_before_and_after_whichever_was_booked_first() -> None:
    tenant = a_tenant(Politicas(buffer_minutos=15))
    taken = an_ocupacion("2025/08/29 10:00", 45, buffer=15)

    assert is_free(check("2025/08/29 11:00", CORTE_ANDRES, taken, tenant=tenant))
    assert check("2025/08/29 10:45", CORTE_ANDRES, taken, tenant=tenant) is Motivo.OCUPADO
    assert is_free(check("2025/08/29 09:00", CORTE_ANDRES, taken, tenant=tenant))
    assert check("2025/08/29 09:15", CORTE_ANDRES, taken, tenant=tenant) is Motivo.OCUPADO


def test_the_pause_need_not_fit_before_closing() -> None:
    assert is_free(check("2025/08/29 17:15", tenant=a_tenant(Politicas(buffer_minutos=60))))


def test_the_pause_may_not_run_under_a_bloqueo_but_a_bloqueo_needs_none() -> None:
    tenant = a_tenant(Politicas(buffer_minutos=15))
    bloqueo = an_ocupacion("2025/08/29 10:00", 60, tipo="bloqueo")

    assert check("2025/08/29 09:15", CORTE_ANDRES, bloqueo, tenant=tenant) is Motivo.OCUPADO
    assert is_free(check("2025/08/29 09:00", CORTE_ANDRES, bloqueo, tenant=tenant))
    assert is_free(check("2025/08/29 11:00", CORTE_ANDRES, bloqueo, tenant=tenant))


def test_a_pause_past_midnight_meets_what_stands_there() -> None:
    tenant = a_tenant(Politicas(buffer_minutos=30), horarios=TODOS)
    early = an_ocupacion("2025/08/30 00:15", 30, buffer=30)

    assert check("2025/08/29 23:15", CORTE_ANDRES, early, tenant=tenant) is Motivo.OCUPADO
    assert is_free(check("2025/08/29 23:00", CORTE_ANDRES, early, tenant=tenant))


def test_a_dead_hold_and_what_is_ones_own_do_not_occupy() -> None:
    hold = an_ocupacion("2025/08/29 10:00", tipo="hold", expira=NOW + 1)
    of_a_move = hold._replace(mueve=hex_id(7))

    assert check("2025/08/29 10:00", CORTE_ANDRES, hold) is Motivo.OCUPADO
    assert is_free(check("2025/08/29 10:00", CORTE_ANDRES, hold, now=NOW + 1))
    assert is_free(check("2025/08/29 10:00", CORTE_ANDRES, hold, ignora=frozenset({hold.owner_id})))
    assert is_free(check("2025/08/29 10:00", CORTE_ANDRES, of_a_move, ignora=frozenset({hex_id(7)})))


@pytest.mark.parametrize(
    ("recurso_id", "servicios_id", "when"),
    [
        (ANDRES, (BARBA,), "2025/08/29 10:00"),
        (ANDRES, (CORTE,), "2025/08/29 17:00"),
        (CAMILO, (CORTE,), "2025/08/29 10:00"),
        (hex_id(999), (CORTE,), "2025/08/29 10:00"),
        (None, (BARBA,), "2025/08/29 10:00"),
        (None, (CORTE,), "2025/08/29 17:00"),
    ],
)
def test_who_does_not_do_it_or_does_not_work_then_is_not_available(
    recurso_id: str | None, servicios_id: tuple[str, ...], when: str
) -> None:
    tenant = a_tenant(
        recursos=(
            a_recurso(servicios_id=(CORTE,), horarios=horarios("lunes-viernes 08:00-16:00")),
            a_recurso("Camilo", excepciones=(excepcion("2025/08/29"),)),
        )
    )

    assert check(when, Solicitud(servicios_id, recurso_id), tenant=tenant) is Motivo.RECURSO_NO_DISPONIBLE


def test_a_time_off_the_grid_is_said_before_the_recurso_and_after_the_hours() -> None:
    unknown = Solicitud((CORTE,), hex_id(999))

    assert check("2025/08/29 10:10", unknown) is Motivo.HORA_NO_ALINEADA
    assert check("2025/08/29 13:10", unknown) is Motivo.FUERA_DE_HORARIO


def test_of_several_free_recursos_the_least_booked_one_that_day_serves() -> None:
    busy = an_ocupacion("2025/08/29 08:00", 30, recurso_id=ANDRES)

    assert check("2025/08/29 10:00", CORTE_ANY) == check("2025/08/29 10:00", CORTE_ANDRES)
    answer = check("2025/08/29 10:00", CORTE_ANY, busy)
    assert isinstance(answer, Hueco)
    assert answer.recurso_id == CAMILO


def test_bloqueos_pauses_and_other_days_do_not_count_as_booked() -> None:
    answer = check(
        "2025/08/29 10:00",
        CORTE_ANY,
        an_ocupacion("2025/08/28 15:00", 90, recurso_id=ANDRES),
        an_ocupacion("2025/08/29 08:00", 60, recurso_id=ANDRES, tipo="bloqueo"),
        an_ocupacion("2025/08/29 15:00", 30, recurso_id=ANDRES, buffer=60),
        an_ocupacion("2025/08/29 14:00", 35, recurso_id=CAMILO),
    )

    assert isinstance(answer, Hueco)
    assert answer.recurso_id == ANDRES


def test_live_holds_count_as_booked_and_dead_ones_do_not() -> None:
    hold = an_ocupacion("2025/08/29 08:00", 30, recurso_id=ANDRES, tipo="hold", expira=NOW + 60)

    alive, dead = (check("2025/08/29 10:00", CORTE_ANY, hold, now=now) for now in (NOW, NOW + 60))

    assert isinstance(alive, Hueco)
    assert isinstance(dead, Hueco)
    assert (alive.recurso_id, dead.recurso_id) == (CAMILO, ANDRES)


def test_where_one_works_but_is_taken_it_is_ocupado_though_others_do_not_work() -> None:
    tenant = a_tenant(recursos=(a_recurso(), a_recurso("Camilo", horarios=horarios("lunes 08:00-12:00"))))

    assert (
        check("2025/08/29 10:00", CORTE_ANY, an_ocupacion("2025/08/29 10:00"), tenant=tenant)
        is Motivo.OCUPADO
    )


def test_a_skipped_hour_is_outside_the_hours_and_an_open_day_around_it_goes_on() -> None:
    tenant = a_tenant(zona_horaria="Europe/Madrid", pais="XX", horarios=TODOS)
    now = at("2025/03/29 09:00", tenant.zona)

    assert check("2025/03/30 02:30", tenant=tenant, now=now) is Motivo.FUERA_DE_HORARIO
    hueco = check("2025/03/30 01:45", tenant=tenant, now=now)
    assert isinstance(hueco, Hueco)
    assert hueco.end == at("2025/03/30 03:30", tenant.zona)


def test_the_repeated_hour_can_be_booked_once_and_lasts() -> None:
    tenant = a_tenant(zona_horaria="Europe/Madrid", pais="XX", horarios=TODOS)
    now = at("2025/10/25 09:00", tenant.zona)
    taken = an_ocupacion("2025/10/26 01:45", 75, zona=tenant.zona)

    assert check("2025/10/26 02:45", CORTE_ANDRES, taken, tenant=tenant, now=now) is Motivo.OCUPADO
    assert is_free(check("2025/10/26 03:00", CORTE_ANDRES, taken, tenant=tenant, now=now))


@pytest.mark.parametrize("fecha", ["0001/01/01", "9999/12/31"])
def test_the_ends_of_the_calendar_have_an_answer(fecha: str) -> None:
    expected = Motivo.EN_EL_PASADO if fecha < "2025" else Motivo.FUERA_DE_PLAZO

    assert check(f"{fecha} 10:00") is expected


def test_the_week_of_the_sample_is_the_contracts() -> None:
    assert [bool(day) for day in SEMANA] == [True] * 6 + [False]
