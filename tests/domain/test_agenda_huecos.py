from datetime import UTC, datetime
from itertools import islice

from builders import (
    ANDRES,
    CAMILO,
    CORTE,
    a_recurso,
    a_tenant,
    an_ocupacion,
    at,
    dia,
    excepcion,
    hex_id,
    horarios,
)
from citas.domain.agenda import Agenda, Solicitud
from citas.domain.catalogo import Tenant
from citas.domain.citas import Ocupacion
from citas.domain.politicas import Politicas

NOW = at("2025/08/28 09:00")


def hours(
    desde: str,
    *ocupaciones: Ocupacion,
    hasta: str | None = None,
    tenant: Tenant | None = None,
    recurso_id: str | None = ANDRES,
    now: int = NOW,
) -> list[str]:
    tenant = tenant or a_tenant()
    agenda = Agenda(tenant, now, ocupaciones)
    huecos = agenda.huecos(Solicitud((CORTE,), recurso_id), dia(desde), dia(hasta or desde))
    return [datetime.fromtimestamp(h.start, UTC).astimezone(tenant.zona).strftime("%H:%M") for h in huecos]


def test_the_free_starts_of_a_morning_end_where_the_servicio_still_fits() -> None:
    tenant = a_tenant(horarios=horarios("viernes 08:00-10:00"))

    assert hours("2025/08/29", tenant=tenant) == ["08:00", "08:15", "08:30", "08:45", "09:00", "09:15"]


def test_what_is_taken_leaves_the_starts_around_it() -> None:
    tenant = a_tenant(horarios=horarios("viernes 08:00-11:00"))

    assert hours("2025/08/29", an_ocupacion("2025/08/29 09:00"), tenant=tenant) == [
        "08:00",
        "08:15",
        "09:45",
        "10:00",
        "10:15",
    ]


def test_overlapping_claims_count_once() -> None:
    tenant = a_tenant(horarios=horarios("viernes 08:00-11:00"))
    long = an_ocupacion("2025/08/29 08:00", 135)
    short = an_ocupacion("2025/08/29 08:30", 15)

    assert hours("2025/08/29", long, short, tenant=tenant) == ["10:15"]


def test_equal_starts_go_by_the_files_order() -> None:
    agenda = Agenda(a_tenant(), NOW, (an_ocupacion("2025/08/29 16:00", recurso_id=ANDRES),))

    first = list(islice(agenda.huecos(Solicitud((CORTE,)), dia("2025/08/29"), dia("2025/08/29")), 4))

    assert [h.recurso_id for h in first] == [ANDRES, CAMILO, ANDRES, CAMILO]
    assert [h.start for h in first] == sorted(h.start for h in first)


def test_days_that_are_past_or_beyond_the_furthest_have_none() -> None:
    tenant = a_tenant(Politicas(max_adelanto_dias=1), horarios=horarios("lunes-domingo 09:00-09:45"))

    assert hours("2025/08/20", hasta="2025/08/27", tenant=tenant) == []
    assert hours("2025/08/20", hasta="2025/09/20", tenant=tenant) == ["09:00", "09:00"]
    assert hours("2025/08/30", hasta="2025/09/20", tenant=tenant) == []


def test_what_is_past_or_too_soon_today_is_left_out() -> None:
    tenant = a_tenant(Politicas(anticipacion_min_minutos=30), horarios=horarios("jueves 09:00-10:30"))

    assert hours("2025/08/28", tenant=tenant) == ["09:30", "09:45"]
    assert hours("2025/08/28", tenant=tenant, now=NOW + 1) == ["09:45"]


def test_a_recurso_that_does_not_do_it_or_does_not_exist_has_none() -> None:
    tenant = a_tenant(recursos=(a_recurso(servicios_id=(hex_id(1),)), a_recurso("Camilo")))

    assert hours("2025/08/29", tenant=tenant) == []
    assert hours("2025/08/29", tenant=tenant, recurso_id=hex_id(999)) == []
    assert hours("2025/08/29", tenant=tenant, recurso_id=None) != []


def test_closed_days_and_holidays_have_none() -> None:
    tenant = a_tenant(excepciones=(excepcion("2025/08/29"),))

    assert hours("2025/08/29", tenant=tenant) == []
    assert hours("2025/08/31") == []
    assert hours("2025/08/18", now=at("2025/08/14 09:00")) == []


def test_a_skipped_hour_is_not_offered_and_a_repeated_one_once() -> None:
    night = a_tenant(zona_horaria="Europe/Madrid", pais="XX", horarios=horarios("domingo 01:00-04:00"))
    spring, autumn = at("2025/03/29 09:00", night.zona), at("2025/10/25 09:00", night.zona)

    assert hours("2025/03/30", tenant=night, now=spring) == [
        "01:00",
        "01:15",
        "01:30",
        "01:45",
        "03:00",
        "03:15",
    ]
    assert (
        hours("2025/10/26", tenant=night, now=autumn)
        == [f"{hour:02d}:{minute:02d}" for hour in (1, 2, 3) for minute in (0, 15, 30, 45)][:-2]
    )


def test_a_day_whose_midnight_is_skipped_begins_at_the_change() -> None:
    tenant = a_tenant(zona_horaria="America/Santiago", pais="XX", horarios=horarios("domingo 00:00-02:00"))

    assert hours("2025/09/07", tenant=tenant, now=at("2025/09/06 09:00", tenant.zona)) == ["01:00", "01:15"]
