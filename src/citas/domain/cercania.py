"""How near a free start is to a wish: its part of the day, then its day, then the time in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from citas.domain.citas import Instant
from citas.domain.intervals import DAY_MINUTES, DAY_SECONDS, local_edge

# Smaller is nearer: which tier, days away, out of the part of the day, seconds away.
Cercania = tuple[int, int, bool, int]

_IN_PART, _SAME_DAY, _OTHER_DAY = range(3)
# What a clock change can add to or take from the time between two days.
_CHANGE_SECONDS = 7_200


@dataclass(frozen=True, slots=True)
class Cerca:
    """A wish: a day, and perhaps a clock time or a part of it, in minutes (both ends included)."""

    zona: ZoneInfo
    fecha: date
    minutos: int | None
    ventana: tuple[int, int] | None

    def wished(self) -> tuple[Instant, Instant]:
        """Return the span that is wished for: a point where a clock time was asked."""
        if self.minutos is not None:
            point = local_edge(self.zona, self.fecha, self.minutos)
            return point, point
        return self.part_of(self.fecha)

    def part_of(self, fecha: date) -> tuple[Instant, Instant]:
        """Return the wished part of a day; the whole day where none was asked."""
        desde, hasta = self.ventana or (0, DAY_MINUTES)
        return local_edge(self.zona, fecha, desde), local_edge(self.zona, fecha, hasta)

    def measure(self, fecha: date, starts: list[Instant]) -> list[Cercania]:
        """Return how near each start of the day is."""
        earliest, latest = self.wished()
        opens, closes = self.part_of(fecha)
        away = abs((fecha - self.fecha).days)
        if away == 0:
            tiers = (_SAME_DAY, _IN_PART) if self.ventana else (_SAME_DAY, _SAME_DAY)
            return [(tiers[opens <= s <= closes], 0, False, _gap(s, earliest, latest)) for s in starts]
        days = away if self.ventana else 0
        return [(_OTHER_DAY, days, not opens <= s <= closes, _gap(s, earliest, latest)) for s in starts]

    def best_of(self, away: int) -> Cercania:
        """Return what no start `away` or more days off can be nearer than."""
        if self.ventana or not away:
            return (_OTHER_DAY if away else _IN_PART, away, False, 0)
        return (_OTHER_DAY, 0, False, (away - 1) * DAY_SECONDS - _CHANGE_SECONDS)


def outwards(fecha: date, desde: date, hasta: date) -> Iterator[tuple[int, list[date]]]:
    """Yield the days of [desde, hasta] by their distance from `fecha`, with that distance."""
    centre, first, last = fecha.toordinal(), desde.toordinal(), hasta.toordinal()
    for away in range(max(centre - first, last - centre) + 1):
        days = {centre - away, centre + away}
        yield away, [date.fromordinal(day) for day in sorted(days) if first <= day <= last]


def _gap(start: Instant, earliest: Instant, latest: Instant) -> int:
    return max(earliest - start, start - latest, 0)
