"""The free starts of a day: the slot grid, less what is closed, what is busy and what is too soon."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from citas.domain.apertura import Span, recurso_spans, spans, tenant_tramos
from citas.domain.catalogo import Recurso, Tenant
from citas.domain.citas import Instant, Ocupacion
from citas.domain.intervals import DAY_MINUTES, DAY_SECONDS, claimed_end, day_bounds, local_start


@dataclass(frozen=True, slots=True)
class Libres:
    """Looks for starts from `earliest` on, for `length` seconds, with any of `recursos`.

    `busy` holds for each of them what it cannot be claimed for, by start and without overlaps.
    """

    tenant: Tenant
    recursos: tuple[Recurso, ...]
    length: int
    earliest: Instant
    busy: tuple[tuple[Span, ...], ...]

    def on(self, fecha: date) -> list[list[Instant]]:
        """Return the free starts of the day, a list for each recurso."""
        hours = tenant_tramos(self.tenant, fecha)
        if not hours:
            return [[] for _ in self.recursos]
        grid = _grid(self.tenant, fecha)
        ranges = spans(self.tenant, fecha, hours)
        return [
            self._starts(grid, recurso_spans(self.tenant, recurso, fecha, hours, ranges), busy)
            for recurso, busy in zip(self.recursos, self.busy, strict=True)
        ]

    def _starts(
        self, grid: Sequence[Instant], ranges: Sequence[Span], busy: tuple[Span, ...]
    ) -> list[Instant]:
        starts: list[Instant] = []
        # The pause claims beyond the end, but need not fit before closing.
        claimed = claimed_end(self.length, self.tenant.politicas.buffer_minutos)
        for opens, closes in ranges:
            last, lower = closes - self.length, max(opens, self.earliest)
            for begins, ends in busy[_first_behind(busy, lower) :]:
                if begins >= last + claimed:
                    break
                starts += _between(grid, lower, min(last, begins - claimed))
                lower = max(lower, ends)
            starts += _between(grid, lower, last)
        return starts


def busy_of(recursos: Iterable[Recurso], ocupaciones: Iterable[Ocupacion]) -> tuple[tuple[Span, ...], ...]:
    """Return for each recurso what the ocupaciones claim of it, by start, with overlaps made one."""
    claims: dict[str, list[Span]] = {}
    for ocupacion in ocupaciones:
        claims.setdefault(ocupacion.recurso_id, []).append((ocupacion.start, ocupacion.claimed_end))
    return tuple(_disjoint(claims.get(recurso.id, [])) for recurso in recursos)


def booked_minutes(ocupaciones: Iterable[Ocupacion], day: Span) -> dict[str, int]:
    """Return the minutes of citas and holds that start in the day, by recurso: no buffers, no bloqueos."""
    first, after = day
    seconds: dict[str, int] = defaultdict(int)
    for ocupacion in ocupaciones:
        if first <= ocupacion.start < after and ocupacion.tipo != "bloqueo":
            seconds[ocupacion.recurso_id] += ocupacion.end - ocupacion.start
    return {recurso_id: total // 60 for recurso_id, total in seconds.items()}


def _disjoint(claims: list[Span]) -> tuple[Span, ...]:
    # A cita and the hold that would move it by half its length do overlap.
    whole: list[Span] = []
    for begins, ends in sorted(claims):
        if whole and begins <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], ends))
        else:
            whole.append((begins, ends))
    return tuple(whole)


def _grid(tenant: Tenant, fecha: date) -> Sequence[Instant]:
    """Return every instant of the day at which a cita may start, open or not."""
    first, after = day_bounds(tenant.zona, fecha)
    step = tenant.politicas.slot_minutos
    if after - first == DAY_SECONDS:
        return range(first, after, 60 * step)
    starts = (local_start(tenant.zona, fecha, minutos) for minutos in range(0, DAY_MINUTES, step))
    return tuple(start for start in starts if start is not None)


def _between(grid: Sequence[Instant], lowest: Instant, highest: Instant) -> Sequence[Instant]:
    if lowest > highest:
        return ()
    return grid[bisect_left(grid, lowest) : bisect_right(grid, highest)]


def _first_behind(busy: tuple[Span, ...], instant: Instant) -> int:
    """Return the index of the first span that may end after the instant."""
    return max(0, bisect_left(busy, (instant, instant)) - 1)
