from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from builders import ANDRES
from citas.domain.intervals import ATOM_SECONDS, claim, claimed_end, day_bounds, local_edge, local_start

ZONES = [
    ZoneInfo(name)
    for name in (
        "America/Bogota",
        "America/Santiago",
        "America/Havana",
        "America/Asuncion",
        "America/St_Johns",
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Europe/Madrid",
        "Pacific/Apia",
        "Pacific/Chatham",
    )
]
zones = st.sampled_from(ZONES)
days = st.dates(date(2005, 1, 1), date(2035, 12, 31))
starts = st.datetimes(datetime(2005, 1, 1), datetime(2035, 12, 31)).map(
    lambda moment: int((moment - datetime(1970, 1, 1)).total_seconds()) // ATOM_SECONDS * ATOM_SECONDS
)
lengths = st.integers(1, 36 * 60).map(lambda minutes: 60 * minutes)


@given(zones, starts, lengths, st.integers(0, 90))
def test_a_claim_has_an_atom_for_every_five_minutes_that_pass(
    zona: ZoneInfo, start: int, length: int, buffer: int
) -> None:
    end = claimed_end(start + length, buffer)

    slots = claim(zona, (ANDRES,), start, end)

    assert len(slots) == len(set(slots)) == (end - start) // ATOM_SECONDS
    assert 0 <= end - (start + length + 60 * buffer) < ATOM_SECONDS


@given(zones, starts, lengths, st.integers(-400, 400), lengths)
def test_two_claims_share_an_atom_exactly_when_they_overlap(
    zona: ZoneInfo, start: int, length: int, shift: int, other_length: int
) -> None:
    end = claimed_end(start + length, 0)
    other = start + ATOM_SECONDS * shift
    other_end = claimed_end(other + other_length, 0)

    shared = {*claim(zona, (ANDRES,), start, end)} & {*claim(zona, (ANDRES,), other, other_end)}

    assert bool(shared) == (start < other_end and other < end)


@given(zones, days, st.integers(0, 1439))
def test_a_start_shows_on_the_wall_what_was_asked(zona: ZoneInfo, fecha: date, minutos: int) -> None:
    start = local_start(zona, fecha, minutos)
    wall = datetime.combine(fecha, datetime.min.time()) + timedelta(minutes=minutos)

    if start is not None:
        shown = datetime.fromtimestamp(start, zona)
        assert shown.replace(tzinfo=None, fold=0) == wall
        assert shown.fold == 0
        assert local_edge(zona, fecha, minutos) == start
    else:
        edge = local_edge(zona, fecha, minutos)
        assert datetime.fromtimestamp(edge, zona).replace(tzinfo=None) > wall
        assert datetime.fromtimestamp(edge - 1, zona).replace(tzinfo=None) < wall


@given(zones, days, st.integers(0, 1440), st.integers(0, 1440))
def test_what_opens_earlier_on_the_clock_never_opens_later(
    zona: ZoneInfo, fecha: date, one: int, other: int
) -> None:
    first, after = day_bounds(zona, fecha)
    early, late = sorted((one, other))

    assert first <= local_edge(zona, fecha, early) <= local_edge(zona, fecha, late) <= after
