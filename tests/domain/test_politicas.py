import pytest

from builders import a_cita, at, dia
from citas.domain.politicas import (
    Politicas,
    earliest_start,
    furthest_day,
    has_room_for,
    is_aligned,
    may_change_by_message,
    within_cancel_notice,
)

NOW = at("2025/08/29 10:00")


def test_the_furthest_day_counts_local_days() -> None:
    assert furthest_day(Politicas(max_adelanto_dias=30), dia("2025/08/29")) == dia("2025/09/28")
    assert furthest_day(Politicas(max_adelanto_dias=0), dia("2025/08/29")) == dia("2025/08/29")


def test_a_furthest_day_beyond_the_calendar_is_its_last() -> None:
    assert furthest_day(Politicas(max_adelanto_dias=10**9), dia("2025/08/29")) == dia("9999/12/31")


def test_least_notice_counts_minutes() -> None:
    assert earliest_start(Politicas(anticipacion_min_minutos=90), NOW) == NOW + 5400


@pytest.mark.parametrize(
    ("slot", "minutos", "aligned"), [(15, 615, True), (15, 620, False), (10, 620, True), (5, 625, True)]
)
def test_the_grid_counts_from_midnight(slot: int, minutos: int, aligned: bool) -> None:  # noqa: FBT001 - a table
    assert is_aligned(Politicas(slot_minutos=slot), minutos) is aligned


def test_exactly_the_hours_of_notice_are_enough() -> None:
    politicas = Politicas(cancelacion_min_horas=24)

    assert within_cancel_notice(politicas, NOW + 24 * 3600, NOW)
    assert not within_cancel_notice(politicas, NOW + 24 * 3600 - 1, NOW)


def test_who_has_just_booked_may_change_it_however_near_it_is() -> None:
    cita = a_cita("2025/08/29 11:00", conversacion="chat", creada=NOW - 600)

    assert may_change_by_message(Politicas(), cita, "chat", NOW)
    assert not may_change_by_message(Politicas(), cita, "chat", NOW + 1)
    assert not may_change_by_message(Politicas(), cita, "otro chat", NOW)


def test_a_far_cita_may_be_changed_from_any_chat() -> None:
    cita = a_cita("2025/08/30 10:00", conversacion="chat", creada=NOW - 86_400)

    assert may_change_by_message(Politicas(), cita, "otro chat", NOW)


def test_the_limit_of_future_citas_is_how_many_one_may_have() -> None:
    assert has_room_for(Politicas(max_citas_por_cliente=5), 4)
    assert not has_room_for(Politicas(max_citas_por_cliente=5), 5)
