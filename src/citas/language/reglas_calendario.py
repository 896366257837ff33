"""The rules of days of a month, dates in words and figures, and days with a name."""

from collections.abc import Callable
from datetime import date

from citas.domain.deseos import Dias, ProblemaDia
from citas.language import fechas
from citas.language.nodos import Vista, rule
from citas.language.reglas_fecha import day, month_of, ordinal_of, weekday_of

_WEEK = 7
_MONTHS = 12


def _weekday_number(v: Vista) -> Dias | None:
    hour = (
        v.follows("y", "media/cuarto")
        or v.follows("de/por/en/a", "la", "<parte>")
        or v.follows("en", "punto")
    )
    if hour and v.number("n") <= _MONTHS and not v.has("dia"):
        return None
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


def _near_easter(first: int, last: int) -> Callable[[Vista], Dias]:
    def build(v: Vista) -> Dias:
        desde, hasta = fechas.near_easter(v.ancla.hoy, first, last)
        return Dias(desde, hasta, v.texto, v.span)

    return build


def _named_day(mes: int, dia: int) -> Callable[[Vista], Dias]:
    return lambda v: _dated(v, dia, mes, None)


_YEAR = "( ,? de/del? ano=nano | ( de/del )? ano ano=nano | del n24 )?"
_DOW = "( el? w=<semana7> ,? ( el dia? | dia | , )? )?"

FECHAS = (
    rule(
        "w_numero",
        "( el )? w=<semana7> ( pausa? ( el/dia )? ( dia )? ) n=<d31> -!h/am/pm/m/horas/reloj/menos",
        _weekday_number,
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
    rule("numero_imposible", "( el )? n=n59/n99 ( de/del ) m=<mes12>", lambda v: day(v, None)),  # 45 de marzo
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
    rule("enesimo_dia", "( el )? n=primera/tercera/n12 ( pausa )? ( ro/er )? dia de/del m=<mes12>", _nth_day),
    rule("ultimo_dia", "( el )? ultimo dia del mes", _month_edge),
    rule("ultimo_dia_de", "( el )? ultimo dia de m=<mes12>", _month_edge),
    rule("navidad", "( el )? ( dia de )? navidad", _named_day(12, 25)),
    rule("nochebuena", "( la )? nochebuena", _named_day(12, 24)),
    rule("ano_nuevo", "ano nuevo", _named_day(1, 1)),
    rule("semana_santa", "( la )? semana santo", _near_easter(-7, 0)),
    rule("jueves_santo", "( el )? jueves santo", _near_easter(-3, -3)),
    rule("viernes_santo", "( el )? viernes santo", _near_easter(-2, -2)),
    rule("sabado_santo", "( el )? sabado santo", _near_easter(-1, -1)),
    rule("ramos", "( el )? domingo de ramos", _near_easter(-7, -7)),
    rule("pascua", "( el )? ( domingo de )? pascua", _near_easter(0, 0)),
)
