"""The rules of ranges and shifts, over what the rules of single days and hours made."""

from dataclasses import replace
from datetime import timedelta

from citas.domain.deseos import Dias, Horas, ProblemaDia
from citas.language import fechas
from citas.language.lexico import SEMANA, word_concept
from citas.language.nodos import Desplazo, Pieza, Vista, rule
from citas.language.reglas_semana import days_between
from citas.language.reloj import glued, window
from citas.language.tokens import fold

_WEEK = 7
_NOON = 720
_SEVEN = 7 * 60


def dias_of(v: Vista, name: str) -> Dias:
    """Return the days of a named node."""
    pieza = v.node(name).pieza
    assert isinstance(pieza, Dias)  # noqa: S101 - the pattern asked for DIA
    return pieza


def horas_of(v: Vista, name: str) -> Horas:
    """Return the hours of a named node."""
    pieza = v.node(name).pieza
    assert isinstance(pieza, Horas)  # noqa: S101 - the pattern asked for HORA
    return pieza


def _week_with(v: Vista) -> Dias | None:
    dias = dias_of(v, "a")
    if not _usable(dias) or dias.desde is None:
        return None
    monday = dias.desde - timedelta(days=dias.desde.weekday())
    return days_between(v, monday, monday + timedelta(days=_WEEK - 1))


def _usable(*some: Dias) -> bool:
    return all(dias.problema in {None, ProblemaDia.PASADA} for dias in some)


def _between(v: Vista) -> Dias | None:
    first, last = dias_of(v, "a"), dias_of(v, "b")
    if not _usable(first, last) or first.desde is None or last.hasta is None:
        return None
    desde, hasta = v.ancla.hoy if first.hoy_si_hora else first.desde, last.hasta
    if hasta < desde:
        hasta += timedelta(days=_WEEK)
    weeks = (hasta - desde).days // _WEEK
    if weeks and word_concept(fold(first.texto.split()[-1])) in SEMANA:
        # "del martes al jueves de la otra semana": both are of that week.
        desde += timedelta(days=_WEEK * weeks)
    return replace(days_between(v, desde, hasta), problema=first.problema) if hasta >= desde else None


def _moments_between(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "desde el 22 a las 5 hasta el 22 a las 6" as a window of one day; over several, as days with bounds."""
    dias = _between(v)
    if dias is None:
        return None
    first, last = _at_noon(horas_of(v, "h")), _at_noon(horas_of(v, "k"))
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
    until = _at_noon(horas_of(v, "h"))
    return (dias_of(v, "a"), replace(until, desde=None)) if until.es_punto else None


def _shifted_day(v: Vista) -> Dias | None:
    shift, dias = v.node("d").pieza, dias_of(v, "a")
    if not isinstance(shift, Desplazo) or not shift.dias or dias.desde is None or dias.desde != dias.hasta:
        return None
    dia = fechas.plus(dias.desde, shift.dias)
    return days_between(v, dia, dia) if dia else None


def _from_day(v: Vista) -> Dias | None:
    dias = dias_of(v, "a")
    return replace(dias, hasta=None, texto=v.texto, span=v.span) if _usable(dias) else None


def _after_day(v: Vista) -> Dias | None:
    dias = dias_of(v, "a")
    if not _usable(dias) or dias.hasta is None:
        return None
    return days_between(v, fechas.plus(dias.hasta, 1), None)


def _until_day_said(v: Vista) -> Dias | None:
    """Read "entre ahora y el 21": today and that day are in it."""
    last = dias_of(v, "b")
    if not _usable(last) or last.hasta is None or last.hasta < v.ancla.hoy:
        return None
    return days_between(v, v.ancla.hoy, last.hasta)


def _until_day(v: Vista) -> Dias | None:
    dias = dias_of(v, "a")
    if not _usable(dias) or dias.desde is None:
        return None
    last = dias.hasta if v.has("incluido") else fechas.plus(dias.desde, -1)
    return days_between(v, v.ancla.hoy, last) if last and last >= v.ancla.hoy else None


def _at_noon(horas: Horas) -> Horas:
    """Read the part "mediodía" as the bound of a window: twelve o'clock."""
    noon = horas.parte == "mediodia" and not horas.es_punto
    return replace(horas, desde=_NOON, hasta=_NOON, parte=None) if noon else horas


def _open(v: Vista, *, after: bool) -> Horas | None:
    horas = horas_of(v, "a")
    horas = _at_noon(horas)
    if not horas.es_punto:
        return None
    return replace(
        horas,
        desde=horas.desde if after else None,
        hasta=None if after else horas.hasta,
        texto=v.texto,
        span=v.span,
    )


def _shifted_hour(v: Vista) -> Horas | None:
    shift, horas = v.node("d").pieza, _at_noon(horas_of(v, "a"))
    if not isinstance(shift, Desplazo) or not shift.minutos or horas.desde is None or not horas.es_punto:
        return None
    at = horas.desde + shift.minutos
    return replace(horas, desde=at, hasta=at, texto=v.texto, span=v.span) if 0 <= at <= 2 * _NOON else None


def _hours_between(v: Vista) -> Horas | None:
    first, last = _at_noon(horas_of(v, "a")), _at_noon(horas_of(v, "b"))
    return window(v, first, last) if first.es_punto and last.es_punto else None


def _two_hours(v: Vista) -> tuple[Pieza, ...] | None:
    horas, hour = horas_of(v, "a"), v.number("h") * 60
    if not horas.es_punto or horas.desde is None or hour >= _NOON + 60:
        return None
    late = horas.desde >= _NOON + 60 and not horas.dudosa
    other = hour + _NOON if late else hour
    return horas, replace(horas, desde=other, hasta=other, texto=v.form("h"), span=v.span)


def _number_hours_between(v: Vista) -> Horas | None:
    last = horas_of(v, "b")
    first = Horas(v.number("h") * 60, v.number("h") * 60, "", dudosa=0 < v.number("h") <= 12)  # noqa: PLR2004 - a clock
    return window(v, first, last) if last.es_punto else None


_FROM = "( a partir de/del | desde )"

RANGOS = (
    rule("hora_militar", "<-DIA ( pausa | las | a las )? h=nreloj", glued),  # corte mañana 1530
    rule("semana_del", "la? semana ( que x/va )? ( del/de )? a=DIA", _week_with),  # la semana del 18
    rule(
        "de_dia_a_dia", "( de/del/desde )? a=DIA HORA? ,? a/hasta/al/guion b=DIA", _between
    ),  # de lunes a viernes
    rule(
        "de_momento_a_momento",
        "( de/del/desde )? a=DIA h=HORA a/hasta/al/guion b=DIA k=HORA",
        _moments_between,
    ),
    rule(
        "de_hora_y_dia",
        "( de/del/desde )? h=HORA de/del? a=DIA a/hasta/al/guion k=HORA de/del? b=DIA",
        _moments_between,
    ),
    rule("entre_momentos", "entre a=DIA h=HORA y b=DIA k=HORA", _moments_between),
    rule("hasta_momento", "( antes de/del | hasta ) a=DIA h=HORA", _until_moment),  # hasta mañana a las 6
    rule("dias_tras_dia", "d=DESPL de/del a=DIA", _shifted_day),  # dos días después del viernes
    rule("de_ahora_a_dia", "( de/desde/entre )? ahora/hoy/ahi ( y/a/al/hasta ) b=DIA", _until_day_said),
    rule("entre_dias", "entre a=DIA ( y | o )? b=DIA", _between),
    rule("desde_dia", f"{_FROM} a=DIA", _from_day),  # a partir del lunes
    rule("dia_en_adelante", "( de/del/desde )? a=DIA en adelante", _from_day),
    rule("despues_de_dia", "( despues/luego de/del | pasado ) a=DIA", _after_day),
    rule(
        "a_mas_tardar",
        "( a mas tardar | no? mas tarde de/del | maximo | a lo mas tarde ) b=DIA",
        _until_day_said,
    ),
    rule("antes_de_dia", "( antes de/del | hasta=hasta ) a=DIA", _until_day),
    rule(
        "despues_de_hora",
        "( despues de/del | luego de | mas tarde de/del | pasadas de? | no antes de/del | a partir de/del | desde de? ) a=HORA",
        lambda v: _open(v, after=True),
    ),
    rule(
        "hora_en_adelante",
        "( de/desde )? a=HORA ( en adelante | para adelante | o despues | o mas tarde )",
        lambda v: _open(v, after=True),
    ),
    rule(
        "antes_de_hora",
        "( antes de/del | hasta | no mas tarde de | a mas tardar | maximo ) a=HORA",
        lambda v: _open(v, after=False),
    ),
    rule("minutos_antes_de", "d=DESPL de/del a=HORA", _shifted_hour),  # quince minutos antes de las 4
    rule(
        "numero_y_hora",
        "( de/desde/entre )? ( las/la )? h=<h24> a/y/hasta/guion b=HORA",
        _number_hours_between,
    ),
    rule("entre_horas", "!-vez/cupo de/desde/entre a=HORA ( a/y/hasta )? b=HORA", _hours_between),
    rule("hora_o_hora", "a=HORA o h=<h24> -!<unidad>/personas/<mes12>/de", _two_hours),  # a las 3 o 4
    rule("hora_a_hora", "a=HORA a/hasta/guion b=HORA", _hours_between),
)
