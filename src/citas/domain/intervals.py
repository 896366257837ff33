"""Local days and hours as half-open spans of instants, and the 5-minute atoms that a claim is made of."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import repeat
from zoneinfo import ZoneInfo

from citas.domain.citas import Instant, Slot

ATOM_SECONDS = 300
DAY_SECONDS = 86_400
DAY_MINUTES = 1_440

_DAY = timedelta(days=1)
_MIDNIGHT = time()


@lru_cache(maxsize=8192)
def day_bounds(zona: ZoneInfo, fecha: date) -> tuple[Instant, Instant]:
    """Return the first instant of the local day and that of the next one."""
    first = _edge(zona, datetime.combine(fecha, _MIDNIGHT))
    if fecha == date.max:
        return first, first + DAY_SECONDS
    return first, _edge(zona, datetime.combine(fecha + _DAY, _MIDNIGHT))


def local_date(zona: ZoneInfo, instant: Instant) -> date:
    """Return the local day in which the instant lies."""
    return datetime.fromtimestamp(instant, zona).date()


def local_start(zona: ZoneInfo, fecha: date, minutos: int) -> Instant | None:
    """Return when the local day's clock shows `minutos` since midnight.

    None for a time that a clock change skips; the first of a time that it repeats.
    """
    first, after = day_bounds(zona, fecha)
    if after - first == DAY_SECONDS:
        return first + 60 * minutos
    early, late = _readings(zona, datetime.combine(fecha, _MIDNIGHT) + timedelta(minutes=minutos))
    return early if early <= late else None


def local_edge(zona: ZoneInfo, fecha: date, minutos: int) -> Instant:
    """Return when something opens or closes at `minutos` (0–1440) of the local day.

    The first of a time that a clock change repeats; the instant of the change for one that it skips.
    """
    first, after = day_bounds(zona, fecha)
    if after - first == DAY_SECONDS:
        return first + 60 * minutos
    if minutos >= DAY_MINUTES:
        return after
    return _edge(zona, datetime.combine(fecha, _MIDNIGHT) + timedelta(minutes=minutos))


def claimed_end(end: Instant, buffer_minutos: int) -> Instant:
    """Return where a claim ends: `end` and its buffer, rounded up once to a whole atom.

    Local days begin on a whole atom of UTC in every zone in use, so no zone is needed.
    """
    return -(-(end + 60 * buffer_minutos) // ATOM_SECONDS) * ATOM_SECONDS


def claim(zona: ZoneInfo, recursos_id: tuple[str, ...], start: Instant, end: Instant) -> tuple[Slot, ...]:
    """Return the atoms of [start, end) for each recurso; past midnight they are the next day's first."""
    slots: list[Slot] = []
    fecha = local_date(zona, start)
    while start < end:
        first, after = day_bounds(zona, fecha)
        stop = min(end, after)
        steps = range((start - first) // ATOM_SECONDS, -(-(stop - first) // ATOM_SECONDS))
        for recurso_id in recursos_id:
            slots += map(Slot, repeat(recurso_id), repeat(fecha), steps)
        start = max(start, after)
        fecha += _DAY
    return tuple(slots)


def _readings(zona: ZoneInfo, naive: datetime) -> tuple[Instant, Instant]:
    """Read a wall clock by the offset before a change and by the one after: equal on plain days."""
    early = naive.replace(tzinfo=zona)
    return int(early.timestamp()), int(early.replace(fold=1).timestamp())


def _edge(zona: ZoneInfo, naive: datetime) -> Instant:
    early, late = _readings(zona, naive)
    if early <= late:
        return early
    # Skipped: by the old offset it lies behind the change, by the new one before it.
    return _change(zona, late, early)


def _change(zona: ZoneInfo, before: Instant, after: Instant) -> Instant:
    """Return the instant of the one clock change in (before, after]."""
    offset = _offset(zona, after)
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(zona, middle) == offset:
            after = middle
        else:
            before = middle
    return after


def _offset(zona: ZoneInfo, instant: Instant) -> timedelta | None:
    return datetime.fromtimestamp(instant, UTC).astimezone(zona).utcoffset()
