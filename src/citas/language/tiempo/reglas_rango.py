"""The rules of ranges and shifts, over what the rules of single days and hours made."""

from dataclasses import replace
from datetime import date, timedelta

from citas.domain.deseos import Dias, Horas, ProblemaDia
from citas.language.lectura.nodos import Pieza, Vista, rule
from citas.language.lexico.alfabeto import SEMANA, word_concept
from citas.language.motor.tokens import fold
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_horario import HORARIOS, at_noon, horas_of
from citas.language.tiempo.reglas_junto import JUNTOS, bare_weekday, dias_of, last_weekday, usable
from citas.language.tiempo.reglas_mes import days_between
from citas.language.tiempo.reglas_tras import TRAS, is_followed
from citas.language.tiempo.reloj import glued
from citas.language.tiempo.ventanas import window

_WEEK = 7
_NOON = 720
_SEVEN = 7 * 60


def _week_with(v: Vista) -> Dias | None:
    dias = dias_of(v, "a")
    if not usable(dias, asked=True) or dias.desde is None:
        return None
    if dias.hasta != dias.desde:
        return replace(dias, texto=v.texto, span=v.span)  # la semana del 14 al 18
    monday = dias.desde - timedelta(days=dias.desde.weekday())
    week = days_between(v, monday, monday + timedelta(days=_WEEK - 1))
    return replace(week, problema=dias.problema if dias.problema is ProblemaDia.DUDOSA else None)


def _while_from_day(v: Vista) -> Dias | None:
    dia = dias_of(v, "a")
    if not usable(dia) or dia.desde is None or dia.desde != dia.hasta:
        return None
    days = v.number("n") * (_WEEK if v.is_("u", "semana/semanas") else 1)
    made = fechas.plus(dia.desde, days)
    return days_between(v, made, made) if made else None


def _end_of_day(v: Vista) -> tuple[Pieza, ...] | None:
    dia = dias_of(v, "a")
    single = dia.desde is not None and dia.desde == dia.hasta
    return (dia, Horas(None, None, v.texto, v.span, extremo="ultima")) if single else None


def _weekday_of_week_with(v: Vista) -> Dias | None:
    """Read "el viernes de la semana del 7"."""
    week, weekday = _week_with(v), bare_weekday(dias_of(v, "b"))
    if week is None or week.desde is None or weekday is None:
        return None
    made = fechas.weekday_of_week(week.desde, weekday, 0)
    return days_between(v, made, made)


def _in_year_of(first: Dias, last: Dias, desde: date, hasta: date) -> date:
    """Read "del 10 de septiembre al 12 de octubre de 2027": the year is said once for both."""
    said = str(hasta.year) in last.texto or "dos mil" in last.texto.lower()
    if not said or str(desde.year) in first.texto or "dos mil" in first.texto.lower():
        return desde
    moved = fechas.make(hasta.year, desde.month, desde.day)
    return moved if moved and moved <= hasta else desde


def _between(v: Vista) -> Dias | None:
    first, last = dias_of(v, "a"), dias_of(v, "b")
    if is_followed(first) and last_weekday(last) is None:
        return None  # "el lunes siguiente al 22"
    if first.desde is None or last.hasta is None or not usable(first, last, apart=True):
        return None
    desde, hasta = (
        v.ancla.hoy if first.hoy_si_hora else _in_year_of(first, last, first.desde, last.hasta),
        last.hasta,
    )
    if hasta < desde:
        hasta += timedelta(days=_WEEK)
    weeks = (hasta - desde).days // _WEEK
    if weeks and word_concept(fold(first.texto.split()[-1])) in SEMANA:
        # "del martes al jueves de la otra semana": both are of that week.
        desde += timedelta(days=_WEEK * weeks)
    problema = first.problema or last.problema
    if problema is ProblemaDia.PASADA and hasta >= v.ancla.hoy:
        problema = None  # it has begun, and runs
    return replace(days_between(v, desde, hasta), problema=problema) if hasta >= desde else None


def _moments_between(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "desde el 22 a las 5 hasta el 22 a las 6" as a window of one day; over several, as days with bounds."""
    dias = _between(v)
    if dias is None:
        return None
    first, last = at_noon(horas_of(v, "h")), at_noon(horas_of(v, "k"))
    if not (first.es_punto and last.es_punto):
        return (dias,)
    window_of_day = window(v, first, last)
    if window_of_day and dias.desde == dias.hasta:
        return (dias, window_of_day)
    return (replace(dias, desde_minuto=_likely(first), hasta_minuto=_likely(last)),)


def _likely(horas: Horas) -> int:
    """Return the minute that a bound most likely means: of two halves, 1–6 is p. m."""
    minute = horas.desde or 0
    return minute + _NOON if horas.dudosa and minute < _SEVEN else minute


def _until_moment(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "hasta mañana a las 6": of that day, until then."""
    until = at_noon(horas_of(v, "h"))
    return (dias_of(v, "a"), replace(until, desde=None)) if until.es_punto else None


def _from_day(v: Vista) -> Dias | None:
    dias = dias_of(v, "a")
    return replace(dias, hasta=None, texto=v.texto, span=v.span) if usable(dias) else None


def _after_day(v: Vista) -> Dias | None:
    dias = dias_of(v, "a")
    if not usable(dias) or dias.hasta is None:
        return None
    return days_between(v, fechas.plus(dias.hasta, 1), None)


def _until_day_said(v: Vista) -> Dias | None:
    """Read "entre ahora y el 21": today and that day are in it."""
    last = dias_of(v, "b")
    if not usable(last) or last.hasta is None or last.hasta < v.ancla.hoy:
        return None
    return days_between(v, v.ancla.hoy, last.hasta)


def _until_with_its_a(v: Vista) -> Dias | None:
    """Read "de aquí a fin de mes", where the day has taken the "a" in."""
    return _until_day_said(v) if dias_of(v, "b").texto.lower().startswith("a ") else None


def _until_day(v: Vista) -> Dias | None:
    dias = dias_of(v, "a")
    if not usable(dias) or dias.desde is None:
        return None
    last = dias.hasta if v.has("incluido") else fechas.plus(dias.desde, -1)
    return days_between(v, v.ancla.hoy, last) if last and last >= v.ancla.hoy else None


def _hours_of_day(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "desde mañana a las 4 hasta las 6": a window of one day."""
    first, last = at_noon(horas_of(v, "h")), at_noon(horas_of(v, "k"))
    made = window(v, first, last) if first.es_punto and last.es_punto else None
    return (dias_of(v, "a"), made) if made else None


_FROM = "( a partir de/del | desde | no/ni/nunca ( sea | <puedo> ( x/ir/llegar )? )? antes de/del )"

RANGOS = (
    rule("hora_militar", "<-DIA ( pausa | las | a las )? h=nreloj", glued),  # corte mañana 1530
    rule(
        "plazo_desde_dia",
        "( a/en )? n=<n> u=dia/dias/semana/semanas ( desde | a partir de/del ) a=DIA",
        _while_from_day,
    ),  # una semana desde el lunes
    rule("al_final_de_dia", "al? fin/finales de/del a=DIA", _end_of_day),  # al final del domingo
    rule("w_de_semana_del", "b=DIA de/en la? semana ( del/de )? a=DIA", _weekday_of_week_with),
    rule("semana_del", "la? semana ( que x/va )? ( del/de )? a=DIA", _week_with),  # la semana del 18
    rule(
        "de_dia_a_dia", "( de/del/desde )? a=DIA HORA? ,? y? a/hasta/al/guion ( mi pausa )? b=DIA", _between
    ),  # de lunes a viernes
    rule(
        "de_momento_a_momento",
        "( de/del/desde )? a=DIA h=HORA a/hasta/al/guion b=DIA k=HORA",
        _moments_between,
    ),
    rule(
        "de_hora_y_dia",
        "( ( de/del/desde )? h=HORA de/del? a=DIA a/hasta/al/guion | de/del/desde h=HORA de/del? a=DIA ) k=HORA de/del? b=DIA",
        _moments_between,
    ),
    rule("entre_momentos", "entre a=DIA h=HORA y b=DIA k=HORA", _moments_between),
    rule("hasta_momento", "( antes de/del | hasta ) a=DIA h=HORA", _until_moment),  # hasta mañana a las 6
    rule(
        "de_ahora_a_dia",
        "( de/desde/entre )? ahora/hoy/ahi ( y/a/al/hasta | y hasta ) b=DIA",
        _until_day_said,
    ),
    rule("de_ahora_a_fin", "( de/desde ) ahora/hoy/ahi b=DIA", _until_with_its_a),  # de aquí a fin de mes
    rule("entre_dias", "entre a=DIA ( pausa? y | o )? b=DIA", _between),
    rule("desde_dia", f"{_FROM} a=DIA", _from_day),  # a partir del lunes
    rule(
        "dia_en_adelante",
        "( de/del/desde )? a=DIA ( en/para/pal adelante | o despues | o mas tarde )",
        _from_day,
    ),
    rule("despues_de_dia", "( despues/luego de/del | pasado ) a=DIA", _after_day),
    rule(
        "a_mas_tardar",
        "( a mas tardar | a lo mas | no? mas tarde de/del | no/ni ( sea | <puedo> ( x/ir/llegar )? )? despues de/del | no pasar de/del | como? maximo | como tarde | a lo mas tarde ) b=DIA",
        _until_day_said,
    ),
    rule("antes_de_dia", "( antes de/del | incluido=hasta ) a=DIA", _until_day),
    rule(
        "dia_a_mas_tardar",
        "b=DIA ( a mas tardar | como? maximo | como tarde | o antes ) -!HORA",
        _until_day_said,
    ),
    *HORARIOS,
    *JUNTOS,
    *TRAS,
    rule(
        "desde_hora_de_dia",
        "( de/del/desde ) a=DIA ,? h=HORA a/hasta/guion k=HORA -!DIA/de/del",
        _hours_of_day,
    ),
)
