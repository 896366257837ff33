"""The rules of days that are said by or beside another day, over what the rules of single days made."""

import re
from dataclasses import replace
from datetime import timedelta

from citas.domain.deseos import Dias, ProblemaDia
from citas.language.lectura.nodos import Desplazo, Pieza, Vista, rule
from citas.language.lexico.alfabeto import SEMANA, word_concept
from citas.language.motor.tokens import fold
from citas.language.tiempo import fechas
from citas.language.tiempo.piezas import RELATIVE
from citas.language.tiempo.reglas_fecha import ordinal_of
from citas.language.tiempo.reglas_horario import horas_of
from citas.language.tiempo.reglas_mes import days_between
from citas.language.tiempo.reloj import clock

_WEEK = 7
_LONGEST_WORD = 24
_COUNTED = re.compile(r"[%$€]|x\d?\b|mil\b|\w+s\b")  # 10 %, 2x1, 4 mil, 2 cortes


def dias_of(v: Vista, name: str) -> Dias:
    """Return the days of a named node."""
    pieza = v.node(name).pieza
    assert isinstance(pieza, Dias)  # noqa: S101 - the pattern asked for DIA
    return pieza


def usable(*some: Dias, apart: bool = False, asked: bool = False) -> bool:
    """Tell whether these are days; `apart`: also those whose weekday is another, `asked`: those yet to be asked about."""
    fine = {None, ProblemaDia.PASADA}
    fine |= {ProblemaDia.INCOHERENTE} if apart else set()
    fine |= {ProblemaDia.DUDOSA} if asked else set()
    return all(dias.problema in fine for dias in some)


def _shifted_day(v: Vista) -> Dias | None:
    shift, dias = v.node("d").pieza, dias_of(v, "a")
    if not isinstance(shift, Desplazo) or not shift.dias or dias.desde is None or dias.desde != dias.hasta:
        return None
    if (
        v.ancla.texto[v.node("d").fin : v.node("a").inicio].strip() in {"a", "al"}
        and "siguiente" not in v.texto.lower()
    ):
        return None  # "córrela un día después, al viernes"
    dia = fechas.plus(dias.desde, shift.dias)
    return days_between(v, dia, dia) if dia else None


def _weekday_of_that_week(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "el viernes por la tarde de la otra semana" and "el segundo jueves por la noche del próximo mes"."""
    dia, whole, weekday = dias_of(v, "a"), dias_of(v, "b"), bare_weekday(dias_of(v, "a"))
    if weekday is None or not usable(whole) or not (whole.desde and whole.hasta):
        return None
    if "semana" in whole.texto.lower():
        made = fechas.weekday_of_week(whole.hasta, weekday, 0)
    elif v.has("ultimo"):
        made = fechas.plus(whole.hasta, -((whole.hasta.weekday() - weekday) % _WEEK)) or whole.hasta
    elif v.has("ord") and whole.hasta == fechas.month_end(whole.hasta.year, whole.hasta.month):
        made = fechas.next_weekday(whole.hasta.replace(day=1) - timedelta(days=1), weekday)
        made += timedelta(days=_WEEK * (ordinal_of(v) - 1))
    else:
        return None
    return replace(dia, desde=made, hasta=made, texto=v.texto, span=v.span, hoy_si_hora=False), horas_of(
        v, "h"
    )


def bare_weekday(dias: Dias) -> int | None:
    word = word_concept(fold(dias.texto.split()[-1])) if dias.texto else ""
    alone = dias.desde == dias.hasta and len(dias.texto.split()) <= len(("el", "lunes"))
    return SEMANA.index(word) if alone and word in SEMANA else None


def last_weekday(dias: Dias) -> int | None:
    """Return the weekday of "el otro lunes" and "el lunes siguiente" too."""
    words = [word_concept(word) for word in fold(dias.texto).split()]
    named = [word for word in words if word in SEMANA]
    single = (
        dias.desde == dias.hasta
        and len(named) == 1
        and not any(word[0].isdigit() for word in fold(dias.texto).split())
    )
    return SEMANA.index(named[0]) if single else None


def _weekday_in_brackets(v: Vista) -> Dias | None:
    """Read "el 4 de septiembre (viernes)": said twice, and they must agree."""
    dia, weekday = dias_of(v, "a"), bare_weekday(dias_of(v, "b"))
    bracket = v.ancla.texto[: v.node("b").inicio].rstrip()
    if weekday is None or dia.problema or dia.desde is None or not bracket.endswith("("):
        return None
    problema = None if dia.desde.weekday() == weekday else ProblemaDia.INCOHERENTE
    return replace(dia, texto=v.texto, span=v.span, problema=problema)


def _hour_after_today(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "mañana 9"; "mañana 27" where tomorrow is the 27th only says it again."""
    dia, horas = dias_of(v, "a"), clock(v)
    said = dia.desde is not None and dia.desde.day == v.number("h") and not v.has("min")
    if said or horas is None or dia.texto.lower() not in RELATIVE or _counts_what_follows(v):
        return None
    return (dia, horas)


def _counts_what_follows(v: Vista) -> bool:
    """Tell "mañana 2 cortes", "hoy 4 mil" and "mañana 1 corte" from "mañana 9 corte": of many there is a plural."""
    if v.follows("en/para", "adelante") or v.follows("pausa", "<h24>", "o"):
        return True  # another rule reads it whole
    if v.follows("gracias/<puedo>/tiene/con/para"):
        return False
    following = v.ancla.texto[v.span[1] : v.span[1] + _LONGEST_WORD].lower().split()
    single = v.number("h") == 1 and not v.follows(",")
    return single or bool(following and _COUNTED.match(following[0]))


def _weekday_within(v: Vista) -> Dias | None:
    """Read "la primera semana de octubre, un miércoles"."""
    week = dias_of(v, "a")
    some = "semana" in week.texto.lower() or v.has("un")
    if not some or not (week.desde and week.hasta):
        return None
    weekday = bare_weekday(dias_of(v, "b"))
    if weekday is None:
        return None
    made = fechas.next_weekday(week.desde - timedelta(days=1), weekday)
    return days_between(v, made, made) if made <= week.hasta else None


def _weekdays_of_week(v: Vista) -> Dias | None:
    """Read "la próxima semana de martes a jueves"."""
    week, first, last = dias_of(v, "a"), bare_weekday(dias_of(v, "b")), bare_weekday(dias_of(v, "c"))
    if "semana" not in week.texto.lower() or week.hasta is None or first is None or last is None:
        return None
    desde, hasta = (fechas.weekday_of_week(week.hasta, one, 0) for one in (first, last))
    return days_between(v, desde, hasta) if v.ancla.hoy <= desde < hasta else None


def _until_days_later(v: Vista) -> Dias | None:
    """Read "desde mañana hasta tres días después"."""
    shift, dias = v.node("d").pieza, dias_of(v, "a")
    if not isinstance(shift, Desplazo) or not usable(dias) or dias.desde is None or (shift.dias or 0) <= 0:
        return None
    return days_between(v, dias.desde, fechas.plus(dias.desde, shift.dias or 0))


JUNTOS = (
    rule("dias_tras_dia", "d=DESPL de/del/al/a a=DIA", _shifted_day),  # dos días después del viernes
    rule(
        "w_parte_de_semana",
        "( ord=<ord> | ultimo=ultimo )? a=DIA ,? h=HORA ,? de/en/del? b=DIA",
        _weekday_of_that_week,
    ),
    rule(
        "hora_tras_hoy",
        "a=DIA h=n12/n24 min=n24/n31/n59? -!<unidad>/<mes12>/<d31>/personas/de/del/a/al/o/y/barra/guion/signo",
        _hour_after_today,
    ),  # mañana 9
    rule("dia_entre_parentesis", "a=DIA pausa b=DIA pausa?", _weekday_in_brackets),
    rule(
        "w_y_semana", "( a=DIA ,? un=un/cualquiera/alguno? b=DIA | b=DIA de/del/en a=DIA )", _weekday_within
    ),
    rule(
        "semana_de_dia_a_dia",
        "a=DIA ,? ( ( de/del/desde )? b=DIA a/al/hasta/guion | entre b=DIA y ) c=DIA",
        _weekdays_of_week,
    ),
    rule("hasta_dias_despues", "( de/del/desde )? a=DIA hasta d=DESPL", _until_days_later),
)
