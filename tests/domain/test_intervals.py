from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from builders import ANDRES, BOGOTA, CAMILO, at, dia, minutos
from citas.domain.citas import Slot
from citas.domain.intervals import claim, claimed_end, day_bounds, local_date, local_edge, local_start

MADRID = ZoneInfo("Europe/Madrid")
SANTIAGO = ZoneInfo("America/Santiago")
HAVANA = ZoneInfo("America/Havana")
BEIRUT = ZoneInfo("Asia/Beirut")
HOUR = 3600


def hours_of(zona: ZoneInfo, fecha: str) -> float:
    first, after = day_bounds(zona, dia(fecha))
    return (after - first) / HOUR


@pytest.mark.parametrize(
    ("zona", "fecha", "hours"),
    [
        (BOGOTA, "2025/08/29", 24),
        (MADRID, "2025/03/30", 23),
        (MADRID, "2025/10/26", 25),
        (SANTIAGO, "2025/09/06", 24),
        (SANTIAGO, "2025/09/07", 23),
        (SANTIAGO, "2025/04/05", 25),
        (SANTIAGO, "2025/04/06", 24),
        (HAVANA, "2025/11/02", 25),
        (ZoneInfo("Australia/Lord_Howe"), "2025/10/05", 23.5),
        (ZoneInfo("Pacific/Apia"), "2011/12/30", 0),
    ],
)
def test_a_local_day_lasts_as_long_as_its_clock_changes_make_it(
    zona: ZoneInfo, fecha: str, hours: float
) -> None:
    assert hours_of(zona, fecha) == hours


def test_days_follow_each_other_without_gap_or_overlap() -> None:
    days = [day_bounds(BEIRUT, date.fromordinal(dia("2025/01/01").toordinal() + n)) for n in range(365)]

    assert all(one[1] == other[0] for one, other in pairwise(days))


def test_the_last_day_of_all_has_bounds() -> None:
    first, after = day_bounds(BOGOTA, date.max)

    assert after - first == 24 * HOUR


def test_half_past_eight_in_the_evening_at_utc_minus_five_is_still_the_same_day() -> None:
    assert local_date(BOGOTA, at("2025/08/29 20:30")) == dia("2025/08/29")
    assert local_date(BOGOTA, at("2025/08/29 23:59")) == dia("2025/08/29")


def test_a_start_is_read_from_the_wall_clock() -> None:
    assert local_start(BOGOTA, dia("2025/08/29"), minutos("15:30")) == 1_756_499_400


def test_a_skipped_time_is_no_start() -> None:
    assert local_start(MADRID, dia("2025/03/30"), minutos("02:30")) is None
    assert local_start(SANTIAGO, dia("2025/09/07"), minutos("00:00")) is None
    assert local_start(SANTIAGO, dia("2025/09/07"), minutos("00:59")) is None


def test_after_a_skipped_hour_the_wall_clock_goes_on() -> None:
    before, after = (local_start(MADRID, dia("2025/03/30"), minutos(hora)) for hora in ("01:59", "03:00"))

    assert before is not None
    assert after == before + 60


def test_a_repeated_time_is_the_first_of_the_two() -> None:
    start = local_start(MADRID, dia("2025/10/26"), minutos("02:30"))
    later = local_start(MADRID, dia("2025/10/26"), minutos("03:00"))

    assert start is not None
    assert later == start + 90 * 60


def test_what_opens_or_closes_in_a_skipped_hour_does_so_at_the_change() -> None:
    change = local_start(MADRID, dia("2025/03/30"), minutos("03:00"))

    assert local_edge(MADRID, dia("2025/03/30"), minutos("02:00")) == change
    assert local_edge(MADRID, dia("2025/03/30"), minutos("02:45")) == change


def test_midnight_as_a_closing_is_the_next_days_first_instant() -> None:
    assert local_edge(BOGOTA, dia("2025/08/29"), 1440) == at("2025/08/30 00:00")
    assert local_edge(SANTIAGO, dia("2025/09/06"), 1440) == day_bounds(SANTIAGO, dia("2025/09/07"))[0]
    assert local_edge(SANTIAGO, dia("2025/04/05"), 1440) == day_bounds(SANTIAGO, dia("2025/04/06"))[0]


def test_the_end_and_the_pause_are_rounded_up_once() -> None:
    end = at("2025/08/29 10:47")

    assert claimed_end(end, 0) == at("2025/08/29 10:50")
    assert claimed_end(end, 3) == at("2025/08/29 10:50")
    assert claimed_end(end, 4) == at("2025/08/29 10:55")
    assert claimed_end(at("2025/08/29 10:45"), 0) == at("2025/08/29 10:45")


def test_a_claim_counts_its_atoms_from_the_first_instant_of_the_day() -> None:
    slots = claim(BOGOTA, (ANDRES,), at("2025/08/29 10:00"), at("2025/08/29 10:45"))

    assert slots == tuple(Slot(ANDRES, dia("2025/08/29"), step) for step in range(120, 129))


def test_a_claim_that_passes_midnight_takes_the_next_days_first_atoms() -> None:
    slots = claim(BOGOTA, (ANDRES,), at("2025/08/29 23:50"), at("2025/08/30 00:10"))

    assert [(slot.fecha.day, slot.slot) for slot in slots] == [(29, 286), (29, 287), (30, 0), (30, 1)]


def test_a_claim_over_a_repeated_hour_takes_both_hours() -> None:
    start = at("2025/10/26 02:00", MADRID)

    slots = claim(MADRID, (ANDRES,), start, start + 2 * HOUR)

    assert [slot.slot for slot in slots] == list(range(24, 48))


def test_a_claim_over_a_skipped_hour_takes_no_atom_of_it() -> None:
    start = at("2025/03/30 01:30", MADRID)

    slots = claim(MADRID, (ANDRES,), start, start + HOUR)

    assert [slot.slot for slot in slots] == list(range(18, 30))


def test_a_claim_of_several_recursos_takes_the_same_atoms_of_each() -> None:
    slots = claim(BOGOTA, (ANDRES, CAMILO), at("2025/08/29 10:00"), at("2025/08/29 10:10"))

    assert sorted((slot.recurso_id, slot.slot) for slot in slots) == [
        (ANDRES, 120),
        (ANDRES, 121),
        (CAMILO, 120),
        (CAMILO, 121),
    ]


def test_an_empty_span_claims_nothing() -> None:
    assert claim(BOGOTA, (ANDRES,), at("2025/08/29 10:00"), at("2025/08/29 10:00")) == ()


def test_a_day_that_was_never_lived_holds_no_atom() -> None:
    apia = ZoneInfo("Pacific/Apia")
    start = day_bounds(apia, dia("2011/12/29"))[1] - 300

    slots = claim(apia, (ANDRES,), start, start + 600)

    assert [(slot.fecha.day, slot.slot) for slot in slots] == [(29, 287), (31, 0)]
