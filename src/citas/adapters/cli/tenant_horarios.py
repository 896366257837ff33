"""Hours in a tenant file: weekdays and their ranges, and the days that differ."""

import re
from datetime import date
from itertools import pairwise

from citas.adapters.cli.tenant_fields import Campo, Ficha, boolean, fold, items, nearest, scalar
from citas.domain.horarios import Excepcion, Horarios, Tramo, merged

DIAS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
MIDNIGHT = 24 * 60

_DAYS = re.compile(r"(\S+?)(?:\s*[-–—]\s*|\s+a\s+)(\S+)")
_RANGE = re.compile(r"(\S+?)\s*[-–—]\s*(\S+)")
_HOUR = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_DATE = re.compile(r"(2[0-9]{3})[/-]([0-9]{1,2})[/-]([0-9]{1,2})")
_HOUR_REMEDY = "escriba entre 00:00 y 24:00, como 08:00-12:00"


def horarios(campo: Campo) -> Horarios | None:
    """Read the week: `{lunes-viernes: ["08:00-12:00", …], sabado: […]}`; a day not named is closed."""
    ficha = Ficha(campo)
    week: dict[int, tuple[Tramo, ...]] = {}
    owner: dict[int, str] = {}
    for key, place in ficha.rest():
        ranges = tramos(place)
        for day in _days(key, place):
            if day in week:
                place.reject(f"el {DIAS[day]} ya está en «{owner[day]}»", "deje cada día en una sola clave")
            week[day], owner[day] = ranges, key
    lunes, martes, miercoles, jueves, viernes, sabado, domingo = (week.get(day, ()) for day in range(7))
    return (lunes, martes, miercoles, jueves, viernes, sabado, domingo)


def _days(key: str, place: Campo) -> list[int]:
    """Tell the weekdays of `lunes`, or of `lunes-viernes`; a range may pass the Sunday."""
    match = _DAYS.fullmatch(key.strip())
    ends = [_day(name, place) for name in (match.groups() if match else (key, key))]
    first, last = ends
    if first is None or last is None:
        return []
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _day(name: str, place: Campo) -> int | None:
    if fold(name) in DIAS:
        return DIAS.index(fold(name))
    close = nearest(name, DIAS)
    remedio = f"¿quiso decir «{close}»?" if close else f"escriba {', '.join(DIAS)} o un rango: lunes-viernes"
    place.reject(f"«{name}» no es un día de la semana", remedio)
    return None


def tramos(campo: Campo) -> tuple[Tramo, ...]:
    """Read the ranges of a day, by start; those that touch become one. `cerrado` and `[]` are none."""
    places = items(campo)
    if len(places) == 1 and fold(scalar(places[0]) or "") == "cerrado":
        return ()
    found = [(tramo, place) for place in places if (tramo := _tramo(place))]
    by_start = sorted(found, key=lambda pair: pair[0].desde)
    for (before, _), (tramo, place) in pairwise(by_start):
        if tramo.desde < before.hasta:
            place.reject(f"se cruza con {_spell(before)}", "una los dos en un solo rango")
    return merged(tuple(tramo for tramo, _ in by_start))


def _tramo(campo: Campo) -> Tramo | None:
    value = scalar(campo)
    if value is None:
        return None
    match = _RANGE.fullmatch(value)
    if not match:
        campo.reject(f"«{value}» no es un rango de horas", "escríbalo como 08:00-12:00, entre comillas")
        return None
    desde, hasta = (_minutos(part, campo) for part in match.groups())
    if desde is None or hasta is None:
        return None
    if desde >= hasta:
        campo.reject(
            f"el rango {value} termina antes de empezar",
            "ponga primero la apertura; lo que pasa de medianoche va en dos días (20:00-24:00 y 00:00-02:00)",
        )
        return None
    return Tramo(desde, hasta)


def _minutos(part: str, campo: Campo) -> int | None:
    match = _HOUR.fullmatch(part)
    if not match:
        campo.reject(f"«{part}» no es una hora", _HOUR_REMEDY)
        return None
    hour, minute = map(int, match.groups())
    if minute > 59 or hour * 60 + minute > MIDNIGHT:  # noqa: PLR2004 — a clock's own numbers
        campo.reject(f"la hora {part} no existe", _HOUR_REMEDY)
        return None
    return hour * 60 + minute


def _spell(tramo: Tramo) -> str:
    return "-".join(f"{minutos // 60:02d}:{minutos % 60:02d}" for minutos in (tramo.desde, tramo.hasta))


def fecha(campo: Campo) -> date | None:
    """Read `yyyy/mm/dd`."""
    value = scalar(campo)
    if value is None:
        return None
    match = _DATE.fullmatch(value)
    if not match:
        campo.reject(f"«{value}» no es una fecha", "escríbala como 2026/12/24: año, mes y día")
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        campo.reject(f"la fecha {value} no existe", "revise el día y el mes: año/mes/día")
        return None


def excepciones(campo: Campo) -> tuple[Excepcion, ...]:
    """Read the days that differ; of two that overlap the last one counts, so the same days twice are a slip."""
    found: list[Excepcion] = []
    for place in items(campo):
        excepcion = _excepcion(place)
        if excepcion is None:
            continue
        if any((excepcion.desde, excepcion.hasta) == (other.desde, other.hasta) for other in found):
            place.reject("esos días ya están en otra excepción", "deje una sola de las dos")
        found.append(excepcion)
    return tuple(found)


def _excepcion(campo: Campo) -> Excepcion | None:
    ficha = Ficha(campo)
    if campo.nulo:
        campo.reject("está vacía", "escriba {fecha: 2026/12/24, cerrado: true}, o quítela")
    days = _span(ficha)
    hours = ficha.get("horarios", tramos)
    cerrado = ficha.get("cerrado", boolean)
    ficha.close()
    if hours and cerrado:
        campo.reject("dice a la vez «horarios» y «cerrado: true»", "deje uno de los dos")
    if hours is None and cerrado is not True:
        campo.reject("no dice qué pasa ese día", 'agregue cerrado: true, u horarios: ["08:00-12:00"]')
    return Excepcion(*days, tramos=hours or ()) if days else None


def _span(ficha: Ficha) -> tuple[date, date] | None:
    one, first, last = (ficha.take(name) for name in ("fecha", "desde", "hasta"))
    if one and not first and not last:
        day = fecha(one)
        return (day, day) if day else None
    if one or not first or not last:
        ficha.campo.reject(
            "no se sabe de qué días habla", "escriba «fecha», o «desde» y «hasta», pero no las tres"
        )
        return None
    desde, hasta = fecha(first), fecha(last)
    if desde and hasta and hasta < desde:
        last.reject("«hasta» es anterior a «desde»", "cámbielas de lugar")
    return (desde, hasta) if desde and hasta and desde <= hasta else None
