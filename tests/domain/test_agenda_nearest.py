from datetime import UTC, datetime

from builders import (
    ANDRES,
    CAMILO,
    CORTE,
    a_recurso,
    a_tenant,
    an_ocupacion,
    at,
    dia,
    hex_id,
    horarios,
    minutos,
)
from citas.domain.agenda import Agenda, Solicitud
from citas.domain.catalogo import Tenant
from citas.domain.citas import Hueco, Ocupacion
from citas.domain.politicas import Politicas

NOW = at("2025/08/25 09:00")
SOLO = (a_recurso(),)
TARDE = (minutos("12:00"), minutos("18:00"))


def nearest(
    when: str,
    *ocupaciones: Ocupacion,
    tenant: Tenant | None = None,
    recurso_id: str | None = None,
    ventana: tuple[int, int] | None = None,
    desde: str = "2025/08/25",
    hasta: str = "2025/09/24",
    limit: int = 5,
) -> list[Hueco]:
    fecha, _, hora = when.partition(" ")
    agenda = Agenda(tenant or a_tenant(recursos=SOLO), NOW, ocupaciones)
    found = agenda.nearest(
        Solicitud((CORTE,), recurso_id),
        dia(fecha),
        minutos(hora) if hora else None,
        desde=dia(desde),
        hasta=dia(hasta),
        ventana=ventana,
        limit=limit,
    )
    return list(found)


def said(huecos: list[Hueco], tenant: Tenant | None = None) -> list[str]:
    zona = (tenant or a_tenant()).zona
    return [datetime.fromtimestamp(h.start, UTC).astimezone(zona).strftime("%d %H:%M") for h in huecos]


def test_they_lie_around_the_wish_and_go_by_start() -> None:
    taken = an_ocupacion("2025/08/29 10:00", 45)

    assert said(nearest("2025/08/29 10:00", taken)) == [
        "29 08:45",
        "29 09:00",
        "29 09:15",
        "29 10:45",
        "29 11:00",
    ]


def test_a_tie_in_time_is_broken_by_the_earlier_start() -> None:
    taken = an_ocupacion("2025/08/29 10:00", 30)

    assert said(nearest("2025/08/29 10:00", taken, limit=1)) == ["29 10:30"]
    assert said(nearest("2025/08/29 10:00", an_ocupacion("2025/08/29 10:00", 45), limit=1)) == ["29 09:15"]


def test_the_part_of_the_day_comes_before_what_is_nearer_in_time() -> None:
    busy = an_ocupacion("2025/08/29 12:00", 4 * 60)

    assert said(nearest("2025/08/29 12:00", busy, ventana=TARDE)) == [
        "29 16:00",
        "29 16:15",
        "29 16:30",
        "29 16:45",
        "29 17:00",
    ]


def test_the_same_day_comes_before_other_days_that_are_nearer_in_time() -> None:
    tenant = a_tenant(
        recursos=SOLO, horarios=horarios("jueves 08:00-24:00", "viernes 00:00-00:45 20:00-20:45")
    )

    assert said(nearest("2025/08/29 00:00", tenant=tenant, limit=2)) == ["29 00:00", "29 20:00"]


def test_a_full_day_leads_to_the_days_beside_it_by_the_time_between() -> None:
    full = an_ocupacion("2025/08/29 00:00", 1440)

    assert said(nearest("2025/08/29 15:00", full)) == [
        "30 09:00",
        "30 09:15",
        "30 09:30",
        "30 09:45",
        "30 10:00",
    ]
    assert said(nearest("2025/08/29 09:00", full)) == [
        "28 16:15",
        "28 16:30",
        "28 16:45",
        "28 17:00",
        "28 17:15",
    ]


def test_on_other_days_the_part_of_the_day_is_kept() -> None:
    full = an_ocupacion("2025/08/28 00:00", 1440)

    found = said(nearest("2025/08/28 14:00", full, ventana=TARDE, desde="2025/08/28"))

    assert found == ["29 14:00", "29 14:15", "29 14:30", "29 14:45", "29 15:00"]


def test_without_a_clock_time_the_first_of_the_day_are_given() -> None:
    assert said(nearest("2025/08/29", limit=3)) == ["29 08:00", "29 08:15", "29 08:30"]
    assert said(nearest("2025/08/29", ventana=TARDE, limit=2)) == ["29 14:00", "29 14:15"]


def test_without_a_clock_time_a_full_day_leads_to_the_nearest_end_of_a_day_beside_it() -> None:
    full = an_ocupacion("2025/08/27 00:00", 1440)

    assert said(nearest("2025/08/27", full, limit=2)) == ["26 17:00", "26 17:15"]


def test_each_start_is_offered_once_with_the_recurso_that_was_asked_for_where_it_is_free() -> None:
    taken = an_ocupacion("2025/08/29 10:00", 45, recurso_id=CAMILO)

    found = nearest("2025/08/29 10:00", taken, tenant=a_tenant(), recurso_id=CAMILO)

    assert said(found) == ["29 09:30", "29 09:45", "29 10:00", "29 10:15", "29 10:30"]
    assert {h.recurso_id for h in found} == {ANDRES}
    assert (
        nearest("2025/08/29 10:45", taken, tenant=a_tenant(), recurso_id=CAMILO, limit=1)[0].recurso_id
        == CAMILO
    )


def test_on_a_tie_in_time_the_recurso_that_was_asked_for_wins() -> None:
    taken = (
        an_ocupacion("2025/08/29 09:00", 75, recurso_id=CAMILO),
        an_ocupacion("2025/08/29 10:00", 30, recurso_id=ANDRES),
    )
    tenant = a_tenant(Politicas(slot_minutos=15))

    found = nearest("2025/08/29 09:45", *taken, tenant=tenant, recurso_id=CAMILO, limit=1)

    assert [(h.start, h.recurso_id) for h in found] == [(at("2025/08/29 10:15"), CAMILO)]


def test_without_a_recurso_the_one_with_least_to_do_that_day_is_given() -> None:
    busy = an_ocupacion("2025/08/29 08:00", 45, recurso_id=ANDRES)

    assert nearest("2025/08/29 15:00", busy, tenant=a_tenant(), limit=1)[0].recurso_id == CAMILO
    assert nearest("2025/08/29 15:00", tenant=a_tenant(), limit=1)[0].recurso_id == ANDRES


def test_an_unknown_recurso_leads_to_those_that_do_it() -> None:
    found = nearest("2025/08/29 10:00", tenant=a_tenant(), recurso_id=hex_id(999), limit=1)

    assert [h.recurso_id for h in found] == [ANDRES]


def test_only_the_days_that_were_named_are_looked_at() -> None:
    full = an_ocupacion("2025/08/29 00:00", 1440)

    assert nearest("2025/08/29 10:00", full, desde="2025/08/29", hasta="2025/08/29") == []
    assert nearest("2025/08/29 10:00", desde="2025/08/31", hasta="2025/08/31") == []
    assert nearest("2025/08/29 10:00", desde="2025/10/01", hasta="2025/10/31") == []


def test_a_wish_that_is_past_leads_to_the_first_that_can_be_had() -> None:
    assert said(nearest("2025/08/20 10:00", limit=2)) == ["25 09:00", "25 09:15"]
    assert said(nearest("0001/01/01 10:00", limit=1)) == ["25 09:00"]


def test_a_wish_beyond_the_last_day_leads_to_the_last_that_can_be_had() -> None:
    assert said(nearest("9999/12/31 10:00", limit=2)) == ["24 17:00", "24 17:15"]


def test_a_skipped_hour_leads_to_what_lies_around_the_change() -> None:
    tenant = a_tenant(
        recursos=SOLO,
        zona_horaria="America/Santiago",
        pais="XX",
        horarios=horarios("lunes-domingo 00:00-24:00"),
    )
    agenda = Agenda(tenant, at("2025/09/05 09:00", tenant.zona), ())

    found = agenda.nearest(
        Solicitud((CORTE,)), dia("2025/09/07"), 30, desde=dia("2025/09/06"), hasta=dia("2025/09/08"), limit=3
    )

    assert said(list(found), tenant) == ["07 01:00", "07 01:15", "07 01:30"]


def test_nothing_free_anywhere_is_an_empty_answer() -> None:
    assert nearest("2025/08/29 10:00", tenant=a_tenant(horarios=horarios())) == []
