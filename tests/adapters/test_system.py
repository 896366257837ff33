"""Clocks, ids and the bell."""

import asyncio
from pathlib import Path

import pytest

from citas.adapters.system import (
    MovableClock,
    ProcessBell,
    ServiceClock,
    SystemIds,
    file_ms,
    parse_instant_ms,
)


@pytest.mark.parametrize(
    "text",
    ["2026-08-24T09:00:00-05:00", "2026-08-24T14:00:00Z", "1787580000000", " 2026-08-24T14:00:00+00:00\n"],
)
def test_an_instant_is_rfc_3339_or_epoch_milliseconds(text: str) -> None:
    assert parse_instant_ms(text) == 1_787_580_000_000


@pytest.mark.parametrize("text", ["2026-08-24T09:00:00", "mañana", "", "-5", "٣"])
def test_what_is_no_instant_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the standard library words it
        parse_instant_ms(text)


def test_a_clock_that_stands_gives_whole_seconds_and_its_milliseconds() -> None:
    clock = ServiceClock(lambda: 1_999)

    assert (clock.now(), clock.now_ms()) == (1, 1_999)


def test_a_clock_in_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    path = tmp_path / "reloj"
    path.write_text("2026-08-24T09:00:00-05:00", "utf-8")
    clock = ServiceClock(file_ms(path))
    before = clock.now()

    path.write_text("2026-08-24T09:00:10-05:00", "utf-8")

    assert clock.now() - before == 10


def test_a_movable_clock_moves_on_by_hand() -> None:
    clock = MovableClock(lambda: 5_000)

    clock.advance(90)

    assert clock.now() == 95


def test_real_time_goes_its_own_way_whatever_the_service_thinks() -> None:
    assert ServiceClock(lambda: 0).real() > 0


def test_ids_are_24_hexadecimal_digits_and_never_the_same() -> None:
    ids = SystemIds()
    made = [ids.new_id() for _ in range(1000)]

    assert len(set(made)) == 1000
    assert all(len(one) == 24 and int(one, 16) >= 0 for one in made)


def test_two_processes_do_not_make_the_same_ids() -> None:
    one, other = SystemIds(), SystemIds()

    assert not {one.new_id() for _ in range(100)} & {other.new_id() for _ in range(100)}


def test_a_key_has_256_bits_of_chance_and_says_whose_it_is() -> None:
    key = SystemIds().new_key()

    assert key.startswith("citas_")
    assert len(key.removeprefix("citas_")) == 43
    assert SystemIds().new_key() != key


async def test_the_bell_wakes_all_who_wait_for_that_tenant() -> None:
    bell = ProcessBell()
    waiting = [asyncio.create_task(bell.wait("a", 30)) for _ in range(2)]
    other = asyncio.create_task(bell.wait("b", 30))
    await asyncio.wait([other], timeout=0)

    bell.ring("a")
    await asyncio.gather(*waiting)

    assert not other.done()
    bell.ring("b")
    await other


async def test_a_wait_that_nobody_rings_ends_by_itself_and_leaves_nothing() -> None:
    bell = ProcessBell()

    await bell.wait("a", 0)
    bell.ring("a")

    assert not bell.waiting


async def test_a_waiter_that_goes_away_is_forgotten() -> None:
    bell = ProcessBell()
    waiter = asyncio.create_task(bell.wait("a", 30))
    await asyncio.wait([waiter], timeout=0)

    waiter.cancel()
    await asyncio.wait([waiter])

    assert not bell.waiting
