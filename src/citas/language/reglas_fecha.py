"""The rules of single days: each with its pattern, its meaning and an example beside it."""

from collections.abc import Callable
from datetime import date

from citas.domain.deseos import Dias, ProblemaDia
from citas.language import fechas
from citas.language.lexico import ALFABETO, MES, SEMANA
from citas.language.nodos import Vista, rule

for _name, _members in (
    ("semana7", (*SEMANA, "mar")),
    ("mes12", (*MES, "mar")),
    ("d31", ("n12", "n24", "n31")),
    ("n", ("n12", "n24", "n31", "n59", "n99", "un", "una")),
    ("sig", ("proximo", "siguiente", "entrante")),
    ("ord", ("primera", "segunda", "segundo", "tercera", "cuarta", "n12")),
):
    ALFABETO.add_class(_name, _members)

_WEEKDAY = {ALFABETO.chars(name): index for index, name in enumerate(SEMANA)} | {ALFABETO.chars("mar"): 1}
_MONTH = {ALFABETO.chars(name): index + 1 for index, name in enumerate(MES)} | {ALFABETO.chars("mar"): 3}
_ORDINAL = {"primera": 1, "segunda": 2, "segundo": 2, "tercera": 3, "cuarta": 4}
_WEEK = 7
_ROUNDED_WEEKS = {8: 7, 15: 14}
_MONTHS = 12


def weekday_of(v: Vista, name: str = "w") -> int:
    """Return the weekday of a named item, Monday 0."""
    return _WEEKDAY[v.node(name).simbolo]


def month_of(v: Vista, name: str = "m") -> int:
    """Return the month of a named item."""
    return _MONTH[v.node(name).simbolo]


def ordinal_of(v: Vista, name: str = "ord") -> int:
    """Return what an ordinal counts."""
    return next(
        (value for word, value in _ORDINAL.items() if v.is_(name, word)),
        v.number(name),
    )


def day(v: Vista, dia: date | None) -> Dias:
    """Make the day that the match says."""
    return fechas.one(dia, v.texto, v.span)


def _plus(days: int) -> Callable[[Vista], Dias]:
    return lambda v: day(v, fechas.plus(v.ancla.hoy, days))


def _in_n(v: Vista) -> Dias | None:
    hoy, count = fechas.plus(v.ancla.hoy, int(v.has("manana"))) or v.ancla.hoy, v.number("n")
    if v.is_("u", "semana/semanas"):
        return day(v, fechas.plus(hoy, _WEEK * count))
    if v.is_("u", "mes/meses"):
        ano, mes = fechas.add_months(hoy.year, hoy.month, count)
        return day(v, fechas.make(ano, mes, min(hoy.day, fechas.month_end(ano, mes).day)))
    if v.is_("u", "ano/anos"):
        return day(v, fechas.make(hoy.year + count, hoy.month, hoy.day))
    rounded = count if v.has("exacto") else _ROUNDED_WEEKS.get(count, count)
    return day(v, fechas.plus(hoy, rounded))


def _in_eight(v: Vista) -> Dias | None:
    weeks = _ROUNDED_WEEKS.get(v.number("n"))
    if weeks is None:
        return None
    if v.has("w"):
        ahead = (weekday_of(v) - v.ancla.hoy.weekday()) % _WEEK
    else:
        ahead = 1 if v.has("manana") else 0
    return day(v, fechas.plus(v.ancla.hoy, ahead + weeks))


def _weekday(v: Vista) -> Dias:
    hoy, weekday = v.ancla.hoy, weekday_of(v)
    dia = fechas.next_weekday(hoy, weekday)
    return Dias(dia, dia, v.texto, v.span, hoy_si_hora=hoy.weekday() == weekday and not v.has("fijo"))


def _weekday_week(weeks: int) -> Callable[[Vista], Dias]:
    return lambda v: day(v, fechas.weekday_of_week(v.ancla.hoy, weekday_of(v), weeks))


def _weekday_past(v: Vista) -> Dias:
    return day(v, fechas.plus(fechas.next_weekday(v.ancla.hoy, weekday_of(v)), -_WEEK - _WEEK * v.has("hoy")))


def _weekday_after_named(v: Vista) -> Dias:
    weeks = 2 if v.has("semana") else 1
    return day(v, fechas.weekday_of_week(v.ancla.hoy, weekday_of(v), weeks))


def _weekday_in_weeks(v: Vista) -> Dias:
    return day(v, fechas.weekday_of_week(v.ancla.hoy, weekday_of(v), v.number("n")))


def _weekday_number(v: Vista) -> Dias:
    dia = fechas.day_of_month(v.ancla.hoy, v.number("n"))
    return fechas.one(dia, v.texto, v.span, weekday=weekday_of(v))


def _day_of_month(v: Vista) -> Dias | None:
    chosen = v.form("n").startswith("primer") and not v.preceded("para/pal/del")
    if chosen or v.follows("de", "<mes12>"):
        return None
    return day(v, fechas.day_of_month(v.ancla.hoy, v.number("n")))


def _dated(v: Vista, dia: int, mes: int, ano: int | None) -> Dias:
    weekday = weekday_of(v) if v.has("w") else None
    if ano is not None:
        return fechas.one(fechas.make(fechas.full_year(ano), mes, dia), v.texto, v.span, weekday=weekday)
    found, problema = fechas.day_and_month(v.ancla.hoy, dia, mes)
    if problema is None:
        return fechas.one(found, v.texto, v.span, weekday=weekday)
    return Dias(found, found, v.texto, v.span, problema)


def _day_and_month(v: Vista) -> Dias:
    return _dated(v, v.number("n"), month_of(v), v.number("ano") if v.has("ano") else None)


def _day_of_this_month(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    ano, mes = fechas.add_months(hoy.year, hoy.month, int(v.has("proximo")))
    dia = fechas.make(ano, mes, v.number("n"))
    if dia is not None and dia < hoy:
        return Dias(dia, dia, v.texto, v.span, ProblemaDia.PASADA)
    return day(v, dia)


def _figures(v: Vista) -> tuple[int, ...]:
    return tuple(int(part) for part in v.form("f").replace("-", "/").replace(".", "/").split("/"))


def _figures_iso(v: Vista) -> Dias:
    ano, mes, dia = _figures(v)
    return _dated(v, dia, mes, ano)


def _figures_day_first(v: Vista) -> Dias | None:
    dia, mes, *ano = _figures(v)
    if mes <= _MONTHS:
        return _dated(v, dia, mes, ano[0] if ano else None) if mes else None
    if dia > _MONTHS or not dia:
        return day(v, None) if ano else None
    swapped = _dated(v, mes, dia, ano[0] if ano else None)
    return Dias(swapped.desde, swapped.hasta, v.texto, v.span, swapped.problema or ProblemaDia.DUDOSA)


def _nth_weekday(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    if v.has("m"):
        ano, mes = hoy.year + (month_of(v) < hoy.month), month_of(v)
    else:
        ano, mes = fechas.add_months(hoy.year, hoy.month, int(v.has("proximo")))
    if v.has("ultimo"):
        last = fechas.month_end(ano, mes)
        return day(v, fechas.plus(last, -((last.weekday() - weekday_of(v)) % _WEEK)))
    first = date(ano, mes, 1)
    ahead = (weekday_of(v) - first.weekday()) % _WEEK + _WEEK * (ordinal_of(v) - 1)
    return day(v, fechas.make(ano, mes, ahead + 1))


def _nth_day(v: Vista) -> Dias:
    return _dated(v, ordinal_of(v, "n"), month_of(v), None)


def _month_edge(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    if v.has("m"):
        ano, mes = hoy.year + (month_of(v) < hoy.month), month_of(v)
    else:
        ano, mes = fechas.add_months(hoy.year, hoy.month, int(v.has("proximo")))
    return day(v, fechas.month_end(ano, mes))


def _named_day(mes: int, dia: int) -> Callable[[Vista], Dias]:
    return lambda v: _dated(v, dia, mes, None)


NEXT_WEEK = "( la/el/de? proximo/siguiente/otra/entrante semana | la? semana ( que )? viene/entrante/proximo/siguiente | la? semana otra )"
_YEAR = "( ,? de/del? ano=nano | ( de/del )? ano ano=nano | del n24 )?"
_DOW = "( el? w=<semana7> ,? ( el dia? | dia | , )? )?"

DIAS = (
    rule("hoy", "( el dia de )? hoy ( mismo )?", _plus(0)),  # hoy
    rule("manana", "!-la manana", _plus(1)),  # mañana
    rule("manana_dia", "( el dia de ) manana", _plus(1)),  # el día de mañana
    rule("pasado_manana", "pasado manana", _plus(2)),  # pasado mañana
    rule("pasado", "<-para/el pasado ->,/DIA/x/a/HORA", _plus(2)),  # mañana no, para pasado
    rule("ayer", "ayer", _plus(-1)),
    rule("anteayer", "anteayer", _plus(-2)),
    rule("dia_siguiente", "el dia ( siguiente | despues )", _plus(1)),  # al día siguiente
    rule(
        "en_ocho", "( de/para )? ( hoy | manana=manana | el? w=<semana7> ) en n=<n> dias?", _in_eight
    ),  # de hoy en ocho
    rule("en_n", "en n=<n> u=dias/dia/semana/semanas/mes/meses/ano/anos", _in_n),  # en dos semanas
    rule("en_quince", "en n=n12/n24 ->,/a/por/el/para", _in_eight),  # sería en ocho
    rule(
        "a_partir",
        "exacto=dentro? de? n=<n> u=dias/dia/semana/semanas a partir de ( hoy | manana=manana )",
        _in_n,
    ),
    rule("dentro_de", "exacto=dentro de n=<n> u=dias/dia/semana/semanas/mes/meses/ano/anos", _in_n),
    rule("semana", "( el/dia )? w=<semana7>", _weekday),  # el juebes
    rule("este", "fijo=este/proximo w=<semana7> ( que viene )?", _weekday),  # este viernes
    rule("el_proximo", "el proximo w=<semana7>", _weekday),
    rule("que_viene", "( el )? w=<semana7> ( fijo=proximo/entrante/siguiente | fijo=que viene )", _weekday),
    rule("w_esta_semana", "( el )? w=<semana7> de esta ( misma )? semana", _weekday_week(0)),
    rule("esta_semana_w", "esta ( misma )? semana ,? ( el )? w=<semana7>", _weekday_week(0)),
    rule("w_otra_semana", f"( el )? w=<semana7> ( de/en )? {NEXT_WEEK}", _weekday_week(1)),
    rule("otra_semana_w", f"{NEXT_WEEK} ,? ( el )? ( dia )? w=<semana7>", _weekday_week(1)),
    rule(
        "el_otro_w",
        "el/este? otro w=<semana7> ( ,? no ( el )? este ,? sino el otro/siguiente )?",
        _weekday_week(1),
    ),
    rule(
        "w_no_el_otro",
        "( el )? w=<semana7> ( semana=de la otra/proximo semana )? ,? no ( este )? ,? ( sino )? "
        "el ( de la )? otro/otra/siguiente ( semana )?",
        _weekday_after_named,
    ),
    rule("w_en_semanas", "( el )? w=<semana7> ( en | de en | dentro de ) n=<n> semanas", _weekday_in_weeks),
    rule("w_pasado", "( el )? w=<semana7> pasado", _weekday_past),
    rule(
        "w_numero", "( el )? w=<semana7> ( ,? ( el/dia )? ( dia )? ) n=<d31> -!h/am/pm/horas", _weekday_number
    ),
    rule(
        "el_numero",
        "( <-del/al/pal dia? | el/dia/este dia? ) n=<d31> ( ro | signo )? -!h/am/pm/horas/minuto/hora",
        _day_of_month,
    ),
    rule(
        "numero_de_mes",
        f"{_DOW} ( el/dia dia? )? n=<d31> ro? ( de/del/guion/barra )? ( mes de )? m=<mes12> {_YEAR}",
        _day_and_month,
    ),
    rule("mes_numero", f"{_DOW} m=<mes12> n=<d31> {_YEAR}", _day_and_month),
    rule("w_de_mes", "n=<d31> de este mes", _day_of_this_month),
    rule(
        "n_del_mes",
        "( el/dia )? n=<d31> ( de/del ) ( este | proximo=proximo )? mes ( proximo=<sig> )?",
        _day_of_this_month,
    ),
    rule("iso", f"{_DOW} f=iso", _figures_iso),  # 2026-09-04
    rule("dma", f"{_DOW} ( el )? f=dma", _figures_day_first),  # 4/7/2026
    rule("dm", f"{_DOW} ( el )? proximo? f=dm -!am/pm", _figures_day_first),  # 4/7
    rule("enesimo", "( el )? ord=<ord> w=<semana7> de/del m=<mes12>", _nth_weekday),
    rule("ultimo_w", "( el )? ultimo=ultimo w=<semana7> de/del m=<mes12>", _nth_weekday),
    rule("enesimo_del_mes", "( el )? ord=<ord> w=<semana7> de/del proximo=proximo mes", _nth_weekday),
    rule("enesimo_dia", "( el )? n=primera/tercera/n12 ( , | ro )? dia de/del m=<mes12>", _nth_day),
    rule("ultimo_dia", "( el )? ultimo dia del mes", _month_edge),
    rule("ultimo_dia_de", "( el )? ultimo dia de m=<mes12>", _month_edge),
    rule("navidad", "( el )? ( dia de )? navidad", _named_day(12, 25)),
    rule("nochebuena", "( la )? nochebuena", _named_day(12, 24)),
    rule("ano_nuevo", "ano nuevo", _named_day(1, 1)),
)
