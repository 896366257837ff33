"""The days and hours of one wish: which were taken back, how they complete each other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from citas.domain.deseos import Dias, Horas, ProblemaDia
from citas.language.lexico.alfabeto import MES, word_concept
from citas.language.motor.tokens import fold

_NOON, _MIDNIGHT, _HOUR = 720, 1440, 60
_DAWN = 5 * _HOUR
_WEEK = 7
_LONGEST_BETWEEN = len(" por la mañana, o si no ")
_LONGEST_AND = len(", pero ")
_HURRY = ("lo ", "cuanto ")
_LEAST_JOINT, _LONGEST_JOINT = len(" o "), len(", o el ")
# Which clock times are called so.
_SPOKEN = {
    "mañana": (0, _NOON),
    "mediodia": (_NOON - _HOUR, 15 * _HOUR),
    "tarde": (_NOON, 21 * _HOUR),
    "noche": (18 * _HOUR, _MIDNIGHT),
}
_ARTICLES = {"el", "del", "al", "día", "dia"}
_FIGURES = re.compile(r"\d[/.-]\d")
RELATIVE = ("hoy", "mañana", "manana", "pasado mañana", "pasado manana")


def in_part(horas: Horas, parte: str) -> Horas:
    """Settle a doubtful clock time or window by the part of the day said beside it."""
    late = parte in {"tarde", "noche"}

    def shift(minutos: int | None) -> int | None:
        if minutos is None or minutos >= _NOON + _HOUR:
            return minutos
        if minutos >= _NOON:
            return minutos + _NOON if parte == "noche" else minutos
        if parte == "mediodia":
            return minutos + _NOON if minutos < _DAWN else minutos
        return minutos + _NOON if late else minutos

    return replace(horas, desde=shift(horas.desde), hasta=shift(horas.hasta), dudosa=False, parte=parte)


def complete_hours(horas: Sequence[Horas]) -> tuple[Horas, ...]:
    """Let a part of the day settle the doubtful clock times around it, and yield to the certain ones."""
    timed = [one for one in horas if one.desde is not None or one.hasta is not None]
    if not timed:
        return _edges(horas)
    untimed = [one for one in horas if one.desde is None and one.hasta is None]
    others = [one for one in untimed if _is_other(one, timed)]
    parts = [one.parte for one in horas if one.parte and one not in others]
    settled = [in_part(one, parts[-1]) if one.dudosa and parts and parts[-1] else one for one in timed]
    settled = _once(_bounded(settled))
    sure = {one.desde for one in settled if not one.dudosa and one.es_punto}
    kept = [one for one in settled if not (one.dudosa and one.es_punto and _said_again(one, sure))]
    return tuple(dict.fromkeys(sorted([*kept, *others], key=_place) if others else kept))


def _once(horas: list[Horas]) -> list[Horas]:
    """Read "no puedo antes de las 6, ¿algo de 6 en adelante?" as one window, said twice."""
    first = {(one.desde, one.hasta, one.dudosa): one for one in reversed(horas)}
    return [one for one in horas if one.es_punto or one is first[one.desde, one.hasta, one.dudosa]]


def _is_other(horas: Horas, timed: Sequence[Horas]) -> bool:
    """Tell "a las 9 o por la tarde": a part of the day joined to clock times of none of which it is the part."""
    low, high = _SPOKEN[horas.parte or ("noche" if horas.extremo == "ultima" else "mañana")]
    joined = any(_LEAST_JOINT <= _gap(horas, one) <= _LONGEST_JOINT for one in timed)
    return joined and not any(
        (one.desde or 0) + shift < high and (_MIDNIGHT if one.hasta is None else one.hasta) + shift >= low
        for one in timed
        for shift in ((0, _NOON) if one.dudosa else (0,))
    )


def _gap(one: Horas, other: Horas) -> int:
    return max(one.span[0], other.span[0]) - min(one.span[1], other.span[1])


def _place(horas: Horas) -> tuple[int, int]:
    return horas.span


def _bounded(horas: list[Horas]) -> list[Horas]:
    """Join "después de las 5" and "antes de las 7" into one window."""
    after = [one for one in horas if one.hasta is None]
    before = [one for one in horas if one.desde is None]
    if len(horas) != 2 or len(after) != 1 or len(before) != 1:  # noqa: PLR2004 - the two bounds
        return horas
    if _gap(after[0], before[0]) > _LONGEST_AND:
        return horas  # "hoy después de las 6 o mañana antes de las 9"
    desde, hasta = after[0].desde or 0, before[0].hasta or 0
    both = after[0].dudosa and before[0].dudosa
    return [replace(after[0], hasta=hasta, dudosa=both)] if desde < hasta else horas


def _edges(horas: Sequence[Horas]) -> tuple[Horas, ...]:
    """Join "temprano" and "por la tarde": the first free start of that part."""
    edges = [one for one in horas if one.extremo]
    parts = [one for one in horas if not one.extremo]
    if len(edges) == 1 and len(parts) == 1 and _gap(edges[0], parts[0]) < _LEAST_JOINT:
        return (replace(edges[0], parte=parts[0].parte),)
    return tuple(dict.fromkeys(horas))


def _said_again(horas: Horas, sure: set[int | None]) -> bool:
    """Read "a las 11 … a las 11 am": the same clock time, the second time with its half of the day."""
    return horas.desde is not None and (horas.desde in sure or horas.desde + _NOON in sure)


def in_context(dia: Dias, last: Dias) -> Dias:
    """Read a day by the one said before it: of the same week or month where it names none."""
    return _in_month(_same_month(_same_week(dia, last), last), last)


def _in_month(dia: Dias, last: Dias) -> Dias:
    """Read "en abril, después del 15": of that month."""
    whole = last.desde and last.hasta and last.desde.day == 1 and (last.hasta + timedelta(days=1)).day == 1
    words = dia.texto.lower().split()
    if (
        not whole
        or not words
        or not words[-1].isdecimal()
        or "de" in words[-2:]
        or not last.desde
        or not last.hasta
    ):
        return dia
    number = int(words[-1])
    if not dia.desde or number > last.hasta.day or dia.span[0] - last.span[1] > _LONGEST_BETWEEN:
        return dia
    if dia.desde == dia.hasta:
        return replace(dia, desde=last.desde.replace(day=number), hasta=last.desde.replace(day=number))
    if dia.hasta is None and dia.desde.day in {number, number + 1}:
        return replace(dia, desde=last.desde.replace(day=dia.desde.day), hasta=last.hasta)
    return dia


def complete_days(dias: Sequence[Dias], *, touching: Sequence[bool]) -> tuple[Dias, ...]:
    """Merge days said twice; `touching[i]`: days i and i+1 stand side by side, so they must agree."""
    if len(dias) < 2:  # noqa: PLR2004 - nothing to merge
        return tuple(dias)
    kept = [at for at, dia in enumerate(dias) if not _only_hurries(dia)] or [0]
    merged: list[Dias] = [dias[kept[0]]]
    for before, at in pairwise(kept):
        near = before + 1 == at and touching[before]
        last = merged[-1]
        dia = dias[at]
        if _same(last, dia):
            merged[-1] = last if last.problema is None and not last.hoy_si_hora else dia
        elif near and last.texto.lower() in RELATIVE and dia.problema is None:
            merged[-1] = replace(last, problema=ProblemaDia.INCOHERENTE)
        elif _inside(dia, last):
            merged[-1] = dia
        elif not _inside(last, dia):
            merged.append(dia)
    return tuple(merged)


def _only_hurries(dia: Dias) -> bool:
    """Tell "lo antes posible" from the days that are said beside it."""
    return dia.hasta is None and dia.problema is None and dia.texto.lower().startswith(_HURRY)


def _same_month(dia: Dias, last: Dias) -> Dias:
    """Read "el 12 de octubre o el 13": both are of that month."""
    if not dia.desde or not last.desde or last.desde != last.hasta or not _only_number(dia):
        return dia
    near = dia.span[0] - last.span[1] <= _LONGEST_BETWEEN and _names_month(last)
    if not near or dia.desde >= last.desde or dia.desde.day <= last.desde.day:
        return dia
    days = dia.desde.day - last.desde.day
    moved = last.desde + timedelta(days=days)
    return replace(dia, desde=moved, hasta=moved) if moved.month == last.desde.month else dia


def _only_number(dia: Dias) -> bool:
    words = dia.texto.lower().split()
    bare = words[-1:] and words[-1].isdecimal() and set(words[:-1]) <= _ARTICLES
    return dia.desde == dia.hasta and bool(bare)


def _names_month(dia: Dias) -> bool:
    return bool(_FIGURES.search(dia.texto)) or any(
        word_concept(word) in MES for word in fold(dia.texto).split()
    )


def _same_week(dia: Dias, last: Dias) -> Dias:
    """Read "la próxima semana, martes o miércoles": both are of that week."""
    if "semana" not in last.texto.lower() or not dia.desde or not last.desde or not last.hasta:
        return dia
    week = (last.hasta - last.desde).days
    apart = dia.span[0] - last.span[1] > (len(", ") if week else _LONGEST_JOINT)
    if apart or week not in {0, _WEEK - 1} or not _only_weekday(dia):
        return dia
    if dia.texto.lower().startswith("este"):
        return dia
    moved = last.desde + timedelta(days=dia.desde.weekday() - last.desde.weekday())
    return replace(dia, desde=moved, hasta=moved, hoy_si_hora=False) if moved > dia.desde else dia


def _same(one: Dias, other: Dias) -> bool:
    if (one.desde, one.hasta) == (other.desde, other.hasta):
        return True
    if not one.desde or not other.desde:
        return False
    if other.hoy_si_hora and (other.desde - one.desde).days == _WEEK:
        return True  # "hoy lunes": the weekday alone would be a week ahead
    alone = _only_weekday(other) and one.desde == one.hasta
    return alone and one.desde.weekday() == other.desde.weekday() and one.desde > other.desde


def _only_weekday(dia: Dias) -> bool:
    words = dia.texto.split()
    return dia.desde == dia.hasta and len(words) in {1, 2} and words[-1].isalpha()


def _inside(one: Dias, other: Dias) -> bool:
    if not (one.desde and one.hasta and other.desde and other.hasta) or other.desde == other.hasta:
        return False
    return other.desde <= one.desde and one.hasta <= other.hasta
