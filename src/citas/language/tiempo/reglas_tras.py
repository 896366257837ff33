"""The rules of days that are said by another: its eve, the Monday after it, the next one."""

import re
from dataclasses import replace
from datetime import timedelta

from citas.domain.deseos import Dias, ProblemaDia
from citas.language.lectura.nodos import Pieza, Vista, rule
from citas.language.lexico.alfabeto import word_concept
from citas.language.motor.tokens import fold
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_ano import BEGINS, ENDS
from citas.language.tiempo.reglas_junto import bare_weekday, dias_of, last_weekday, usable
from citas.language.tiempo.reglas_mes import days_between, part_of_month

_WEEK, _SATURDAY = 7, 5
_WEEKEND = re.compile("finde|fds|fin de semana|weekend", re.IGNORECASE)
_MEANT = {None, ProblemaDia.PASADA, ProblemaDia.DUDOSA}
_BEFORE = ("anterior", "previo", "previa")


def _eve(v: Vista) -> Dias | None:
    dia = dias_of(v, "a")
    made = fechas.plus(dia.desde, -1) if dia.problema in _MEANT and dia.desde else None
    return replace(days_between(v, made, made), problema=dia.problema) if made else None


def _week_beside(v: Vista) -> Dias | None:
    """Read "la semana después de Semana Santa" and "la semana anterior al 20"."""
    dia = dias_of(v, "a")
    if not usable(dia) or dia.desde is None or dia.hasta is None:
        return None
    if v.has("x") and v.form("x") not in _BEFORE:
        return None
    later = not (v.has("antes") or v.has("x"))
    monday = fechas.weekday_of_week(dia.hasta if later else dia.desde, 0, 1 if later else -1)
    return days_between(v, max(monday, v.ancla.hoy), monday + timedelta(days=_WEEK - 1))


def _workday_after(v: Vista) -> Dias | None:
    """Read "el primer día hábil después del 20"."""
    dia = dias_of(v, "a")
    if not usable(dia) or dia.hasta is None or not v.form("n").startswith(("primer", "1")):
        return None
    ahead = (dia.hasta + timedelta(days=days) for days in range(1, _WEEK))
    made = next(one for one in ahead if fechas.is_workday(one))
    return days_between(v, made, made)


def _until_its_end(v: Vista) -> Dias | None:
    """Read "antes de que acabe abril" and "antes de que empiece abril"."""
    dia, verb = dias_of(v, "a"), v.form("verbo")
    if not usable(dia) or dia.desde is None or dia.hasta is None or not verb.startswith((*ENDS, *BEGINS)):
        return None
    last = dia.hasta if verb.startswith(ENDS) else dia.desde - timedelta(days=1)
    return days_between(v, v.ancla.hoy, last) if last >= v.ancla.hoy else None


def _weekday_that_follows(v: Vista) -> Dias | None:
    """Read "el domingo de ramos no, el lunes que le sigue"."""
    dia, weekday = dias_of(v, "a"), bare_weekday(dias_of(v, "b"))
    if not usable(dia) or dia.hasta is None or weekday is None:
        return None
    made = fechas.next_weekday(dia.hasta, weekday)
    return days_between(v, made, made)


def is_followed(dias: Dias) -> bool:
    """Tell "el lunes siguiente (al 22)": a weekday that waits for the day which it follows."""
    last = fold(dias.texto).split()[-1:]
    return bool(last) and word_concept(last[0]) == "siguiente" and last_weekday(dias) is not None


def _weekday_next_to(v: Vista) -> Dias | None:
    """Read "el lunes siguiente al 22" and "el viernes anterior al 10"."""
    named = v.form("antes") in _BEFORE if v.has("antes") else is_followed(dias_of(v, "a"))
    return _weekday_beside(v) if named else None


def _or_the_next(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "esta semana o la otra", "este viernes o el próximo" and "este mes no, el otro"."""
    dia = dias_of(v, "a")
    if not usable(dia) or not (dia.desde and dia.hasta):
        return None
    if "mes" in dia.texto.lower():
        first = dia.hasta + timedelta(days=1)
        desde, hasta = first, fechas.month_end(first.year, first.month)
    elif _WEEKEND.search(dia.texto):
        desde, hasta = dia.hasta + timedelta(days=_WEEK - 1), dia.hasta + timedelta(days=_WEEK)
    elif "semana" in dia.texto.lower():
        desde, hasta = dia.hasta + timedelta(days=1), dia.hasta + timedelta(days=_WEEK)
    elif last_weekday(dia) is not None:
        desde = hasta = dia.hasta + timedelta(days=_WEEK)
    else:
        return None
    following = days_between(v, desde, hasta)
    return (following,) if v.has("no") else (dia, following)


def _weekday_beside(v: Vista) -> Dias | None:
    """Read "el sábado antes del 20" and "el lunes después de navidad"."""
    weekday, dia = last_weekday(dias_of(v, "a")), dias_of(v, "b")
    if weekday is None or not usable(dia) or dia.desde is None or dia.hasta is None:
        return None
    made = fechas.next_weekday(dia.hasta, weekday)
    if v.has("antes"):
        made = fechas.next_weekday(dia.desde - timedelta(days=_WEEK + 1), weekday)
    return days_between(v, made, made) if made >= v.ancla.hoy else None


def _part_of_the_next(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "a finales de este mes o a principios del otro"."""
    dia = dias_of(v, "a")
    if not usable(dia) or dia.hasta is None or "mes" not in dia.texto.lower().split():
        return None
    ano, mes = fechas.add_months(dia.hasta.year, dia.hasta.month, 1)
    return dia, days_between(
        v, *part_of_month(ano, mes, 1 if v.has("principios") else 2 if v.has("mediados") else 3)
    )


def _weekend_of_feast(v: Vista) -> Dias | None:
    """Read "el fin de semana de halloween"."""
    weekend, dia = dias_of(v, "a").texto, dias_of(v, "b")
    if not _WEEKEND.search(weekend) or not usable(dia) or dia.desde is None:
        return None
    saturday = fechas.weekday_of_week(dia.desde, _SATURDAY, 0)
    return days_between(v, saturday, saturday + timedelta(days=1))


TRAS = (
    rule("w_junto_a_dia", "a=DIA ( antes=antes | despues ) de/del b=DIA", _weekday_beside),
    rule("w_siguiente_a_dia", "a=DIA antes=x? a/al b=DIA", _weekday_next_to),  # el lunes siguiente al 22
    rule(
        "semana_junto_a_dia",
        "la? semana ( antes=antes de/del | despues de/del | siguiente/proximo a/al | x=x a/al ) a=DIA",
        _week_beside,
    ),
    rule("antes_de_que_acabe_dia", "antes de que se? verbo=x/acabo a=DIA", _until_its_end),
    rule("dia_habil_tras_dia", "el? n=n12 dia laboral ( despues de/del | tras ) a=DIA", _workday_after),
    rule("vispera", "( la/en/una )? vispera de/del? a=DIA", _eve),
    rule("w_que_le_sigue", "a=DIA ,? no? ,? y/sino/mejor/pero? b=DIA que le viene", _weekday_that_follows),
    rule(
        "o_el_otro",
        "( a=DIA ,? ( o | ya? no=no/imposible <puedo>? ,* y/pero/sino/mejor? ) | no=no a=DIA ( , sino/mejor? | sino/mejor ) ) ( el/la ) ( ( de la )? otro/otra/<sig> -!semana/mes | que viene )",
        _or_the_next,
    ),  # este viernes o el próximo
    rule(
        "o_principios_del_otro",
        "a=DIA ,? o a? ( principios=principios | mediados=mediados | finales ) de/del ( el )? otro/proximo/siguiente",
        _part_of_the_next,
    ),
    rule("finde_de_fiesta", "a=DIA de/del b=DIA", _weekend_of_feast),
)
