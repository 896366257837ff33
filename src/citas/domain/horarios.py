"""When a business or a recurso is open: weekly hours and the days that differ."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tramo:
    """An open range of one local day, in minutes since midnight: [desde, hasta), hasta ≤ 1440."""

    desde: int
    hasta: int


# Index 0 is Monday; an empty tuple is a closed day.
Horarios = tuple[
    tuple[Tramo, ...],
    tuple[Tramo, ...],
    tuple[Tramo, ...],
    tuple[Tramo, ...],
    tuple[Tramo, ...],
    tuple[Tramo, ...],
    tuple[Tramo, ...],
]


@dataclass(frozen=True, slots=True)
class Excepcion:
    """Days (both included) whose hours are these and no others; no tramos: closed."""

    desde: date
    hasta: date
    tramos: tuple[Tramo, ...] = ()


def excepcion_on(excepciones: tuple[Excepcion, ...], fecha: date) -> Excepcion | None:
    """Find the excepción of the day; of several, the one named last."""
    for excepcion in reversed(excepciones):
        if excepcion.desde <= fecha <= excepcion.hasta:
            return excepcion
    return None


def merged(tramos: tuple[Tramo, ...]) -> tuple[Tramo, ...]:
    """Return the same hours by start, with ranges that touch or overlap made one."""
    if len(tramos) < 2:  # noqa: PLR2004 - one range has nothing to touch
        return tramos
    whole: list[Tramo] = []
    for tramo in sorted(tramos, key=lambda t: t.desde):
        if whole and tramo.desde <= whole[-1].hasta:
            whole[-1] = Tramo(whole[-1].desde, max(whole[-1].hasta, tramo.hasta))
        else:
            whole.append(tramo)
    return tuple(whole)


def common(one: tuple[Tramo, ...], other: tuple[Tramo, ...]) -> tuple[Tramo, ...]:
    """Return the hours that both allow; each must be merged."""
    both = [
        Tramo(max(a.desde, b.desde), min(a.hasta, b.hasta))
        for a in one
        for b in other
        if a.desde < b.hasta and b.desde < a.hasta
    ]
    return tuple(both)
