from dataclasses import replace

import pytest

from builders import a_recurso, a_tenant, at, dia, excepcion, horarios, tramos
from citas.domain.apertura import closed_why, days_span, open_at, recurso_tramos, tenant_tramos
from citas.domain.desenlaces import Motivo
from citas.domain.horarios import common, merged
from citas.domain.politicas import Politicas

FRIDAY = dia("2025/08/29")
SUNDAY = dia("2025/08/31")
HOLIDAY_MONDAY = dia("2025/08/18")
HOLIDAY_SUNDAY = dia("2025/07/20")
ALL_DAY = horarios("lunes-viernes 08:00-18:00")


def test_ranges_that_touch_or_overlap_are_one() -> None:
    assert merged(tramos("12:00-14:00 08:00-12:00 13:00-15:00 16:00-17:00")) == tramos(
        "08:00-15:00 16:00-17:00"
    )


def test_what_both_allow_is_common() -> None:
    assert common(tramos("08:00-12:00 14:00-18:00"), tramos("10:00-15:00")) == tramos(
        "10:00-12:00 14:00-15:00"
    )
    assert common(tramos("08:00-12:00"), tramos("12:00-13:00")) == ()


def test_monday_is_the_first_day_of_the_week_and_sunday_the_last() -> None:
    tenant = a_tenant(horarios=horarios("lunes 08:00-09:00", "domingo 10:00-11:00"))

    assert tenant_tramos(tenant, dia("2025/08/25")) == tramos("08:00-09:00")
    assert tenant_tramos(tenant, SUNDAY) == tramos("10:00-11:00")
    assert tenant_tramos(tenant, dia("2025/08/26")) == ()


def test_a_holiday_closes_a_day_that_is_open_otherwise() -> None:
    assert tenant_tramos(a_tenant(), HOLIDAY_MONDAY) == ()
    assert closed_why(a_tenant(), HOLIDAY_MONDAY) is Motivo.FERIADO


def test_a_holiday_on_a_closed_weekday_is_just_a_closed_day() -> None:
    assert closed_why(a_tenant(), HOLIDAY_SUNDAY) is Motivo.CERRADO


def test_who_opens_on_holidays_is_open() -> None:
    tenant = a_tenant(Politicas(abre_feriados=True))

    assert tenant_tramos(tenant, HOLIDAY_MONDAY) == tramos("08:00-12:00 14:00-18:00")
    assert closed_why(tenant, HOLIDAY_MONDAY) is None


def test_an_excepcion_beats_the_week_and_the_holiday() -> None:
    tenant = a_tenant(
        excepciones=(excepcion("2025/08/18", "09:00-10:00"), excepcion("2025/08/31", "11:00-12:00"))
    )

    assert tenant_tramos(tenant, HOLIDAY_MONDAY) == tramos("09:00-10:00")
    assert tenant_tramos(tenant, SUNDAY) == tramos("11:00-12:00")


def test_a_closed_excepcion_is_cerrado_even_on_a_holiday() -> None:
    tenant = a_tenant(excepciones=(excepcion("2025/08/18"), excepcion("2025/08/29")))

    assert closed_why(tenant, HOLIDAY_MONDAY) is Motivo.CERRADO
    assert closed_why(tenant, FRIDAY) is Motivo.CERRADO


def test_an_excepcion_of_several_days_holds_on_the_first_and_the_last() -> None:
    tenant = a_tenant(horarios=ALL_DAY, excepciones=(excepcion("2025/08/27-2025/08/29"),))

    closed = [tenant_tramos(tenant, dia(f"2025/08/{day}")) == () for day in (26, 27, 28, 29)]

    assert closed == [False, True, True, True]


def test_of_two_excepciones_of_a_day_the_last_one_holds() -> None:
    tenant = a_tenant(
        excepciones=(excepcion("2025/08/25-2025/08/30"), excepcion("2025/08/29", "08:00-09:00"))
    )

    assert tenant_tramos(tenant, FRIDAY) == tramos("08:00-09:00")


@pytest.mark.parametrize(
    ("changes", "hours"),
    [
        ({}, "08:00-18:00"),
        ({"horarios": horarios("viernes 06:00-16:00")}, "08:00-16:00"),
        ({"horarios": horarios("lunes 06:00-16:00")}, ""),
        ({"excepciones": (excepcion("2025/08/29", "10:00-20:00"),)}, "10:00-18:00"),
        ({"excepciones": (excepcion("2025/08/29"),)}, ""),
        (
            {
                "horarios": horarios("viernes 06:00-09:00"),
                "excepciones": (excepcion("2025/08/29", "10:00-11:00"),),
            },
            "10:00-11:00",
        ),
    ],
)
def test_a_recurso_works_its_own_hours_within_the_business(changes: dict[str, object], hours: str) -> None:
    recurso = replace(a_recurso(), **changes)  # type: ignore[arg-type] # the table names fields
    of_tenant = tenant_tramos(a_tenant(horarios=ALL_DAY), FRIDAY)

    assert recurso_tramos(recurso, of_tenant, FRIDAY) == tramos(hours)


def test_a_recurso_does_not_open_what_the_business_closes() -> None:
    recurso = a_recurso(excepciones=(excepcion("2025/08/18", "08:00-12:00"),))

    assert recurso_tramos(recurso, tenant_tramos(a_tenant(), HOLIDAY_MONDAY), HOLIDAY_MONDAY) == ()


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        ("2025/08/29 07:59", False),
        ("2025/08/29 08:00", True),
        ("2025/08/29 11:59", True),
        ("2025/08/29 12:00", False),
        ("2025/08/18 10:00", False),
        ("2025/08/31 10:00", False),
    ],
)
def test_the_business_is_open_from_its_opening_until_its_closing(when: str, is_open: bool) -> None:  # noqa: FBT001 - a table
    assert open_at(a_tenant(), at(when)) is is_open


def test_the_ocupaciones_of_a_day_reach_into_the_next_as_far_as_a_pause_does() -> None:
    desde, hasta = days_span(a_tenant(Politicas(buffer_minutos=30)), FRIDAY, FRIDAY)

    assert desde == at("2025/08/29 00:00")
    assert at("2025/08/30 00:30") <= hasta <= at("2025/08/30 01:00")
