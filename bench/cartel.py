"""Who meets whom, where and at what starts: the rounds of a run, drawn by lot."""

import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, combinations_with_replacement, count, cycle, islice

from bench.instalacion import tenant
from bench.rivales import MINUTOS, Place, Writer
from bench.rondas import CHAIRS, Round

PARKING = ("Quique", "Rosa")
DESK = "Sara"
DESCRIBED = tenant(
    [
        *(dict[str, object](nombre=name) for name in CHAIRS),
        *(dict[str, object](nombre=name, servicios=["barba"]) for name in (*PARKING, DESK)),
    ],
    MINUTOS,
    slot_minutos=5,
)
OPEN, CLOSE = 8 * 60, 20 * 60
FIRST_DAY = date(2026, 11, 10)
PARKING_DAY = date(2026, 12, 20)
DUEL_SPAN, CHAIN_SPAN = 90, 240
DUELLISTS, CHAINED, CROWD = 10, 20, 16
NAMING = (Writer.POST, Writer.MENSAJE)  # those that need not name a chair
DUEL_SHARE, CHAIN_SHARE = 0.8, 0.1


def duels(lots: random.Random, first: date) -> Iterator[Round]:
    """Yield rounds in which every two starts overlap, for each pair of writers in turn."""
    pairs = cycle(combinations_with_replacement(Writer, 2))
    for place in places(first, DUEL_SPAN):
        writers = list(islice(cycle(next(pairs)), DUELLISTS))
        starts = [place.anchor + 5 * (n % 9) for n in range(DUELLISTS)]
        lots.shuffle(starts)
        entries = sorted(zip(writers, starts, strict=True), key=lambda entry: entry[0] is Writer.SI)
        live = Writer.SI in writers and lots.random() < 0.3
        yield Round(place, tuple(entries), live=live)


def chains(lots: random.Random, first: date) -> Iterator[Round]:
    """Yield rounds in which some fit beside each other and some do not."""
    writers = cycle(Writer)
    for place in places(first, CHAIN_SPAN):
        starts = [place.anchor + 5 * lots.randrange((CHAIN_SPAN - MINUTOS) // 5 + 1) for _ in range(CHAINED)]
        yield Round(place, tuple((next(writers), start) for start in starts), winners=None)


def crowds(lots: random.Random, first: date) -> Iterator[Round]:
    """Yield rounds for any chair: as many win as there are chairs."""
    writers = cycle(NAMING)
    for day in days(first):
        for anchor in range(OPEN, CLOSE, DUEL_SPAN):
            starts = [anchor + 5 * lots.randrange(9) for _ in range(CROWD)]
            entries = tuple((next(writers), start) for start in starts)
            yield Round(Place(None, day, anchor, DUEL_SPAN), entries, winners=len(CHAIRS))


def days(first: date) -> Iterator[date]:
    """Yield days on and on."""
    return (first + timedelta(days=n) for n in count())


def places(first: date, span: int) -> Iterator[Place]:
    """Yield the stretches of every chair, day after day."""
    for day in days(first):
        for anchor in range(OPEN, CLOSE, span):
            for recurso in CHAIRS:
                yield Place(recurso, day, anchor, span)


def parking(names: tuple[str, ...], first: date) -> deque[Place]:
    """Return places away from the fight."""
    return deque(
        Place(name, day, anchor, MINUTOS)
        for day in islice(days(first), 60)
        for name in names
        for anchor in range(OPEN, CLOSE, MINUTOS)
    )


def program_of(attempts: int, lots: random.Random) -> list[Round]:
    """Return the rounds of a run: duels, chains and crowds, on days of their own, mixed."""
    wanted = [
        (duels(lots, FIRST_DAY), DUEL_SHARE, DUELLISTS),
        (chains(lots, FIRST_DAY + timedelta(days=40)), CHAIN_SHARE, CHAINED),
        (crowds(lots, FIRST_DAY + timedelta(days=60)), 1 - DUEL_SHARE - CHAIN_SHARE, CROWD),
    ]
    rounds = list(
        chain.from_iterable(islice(some, round(attempts * share / of) + 1) for some, share, of in wanted)
    )
    lots.shuffle(rounds)
    return rounds
