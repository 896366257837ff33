"""The rules of days of a month, dates in words and figures, and days with a name."""

from collections.abc import Callable
from datetime import date

from citas.domain.deseos import Dias, Horas, ProblemaDia
from citas.language import fechas
from citas.language.nodos import Pieza, Vista, rule
from citas.language.reglas_fecha import day, month_of, ordinal_of, weekday_of

_WEEK = 7
_MONTHS = 12
_HOUR = 60


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


def _figures_day_first(v: Vista) -> "Dias | tuple[Pieza, ...] | None":
    dia, mes, *ano = _figures(v)
    if v.ancla.texto[: v.span[0]].rstrip().endswith("#"):
        return None  # a street and its number
    if mes <= _MONTHS:
        dated = _dated(v, dia, mes, ano[0] if ano else None) if mes else None
        return _weekday_and_hours(v, dia, mes) if _is_window(v, dated, dia, mes) else dated
    if dia > _MONTHS or not dia:
        return day(v, None) if ano else None
    swapped = _dated(v, mes, dia, ano[0] if ano else None)
    return Dias(swapped.desde, swapped.hasta, v.texto, v.span, swapped.problema or ProblemaDia.DUDOSA)


def _is_window(v: Vista, dated: Dias | None, first: int, last: int) -> bool:
    """Tell "martes 9-11", hours of a Tuesday, from "lunes 9-11" where the 9th of November is a Monday."""
    apart = dated is not None and dated.problema is ProblemaDia.INCOHERENTE
    return apart and "-" in v.form("f") and 0 < first < last


def _weekday_and_hours(v: Vista, first: int, last: int) -> tuple[Pieza, ...]:
    dia = fechas.next_weekday(v.ancla.hoy, weekday_of(v))
    hours = Horas(first * _HOUR, last * _HOUR, v.texto, v.span, dudosa=last <= _MONTHS)
    return Dias(dia, dia, v.texto, v.span), hours


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


def _nth_day_of_month(v: Vista) -> Dias:
    return day(v, fechas.make(*fechas.add_months(v.ancla.hoy.year, v.ancla.hoy.month, 1), v.number("n")))


def _first_of_month(v: Vista) -> Dias | None:
    return day(v, fechas.day_of_month(v.ancla.hoy, 1)) if v.form("n").startswith("primer") else None


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
_THAT_MONTH = "( de/del proximo=proximo mes | del mes que? proximo=<sig>/viene | de este mes | del mes )"
_DOW = "( el? ( proximo | este )? w=<semana7> ,? ( el dia? | dia | , )? )?"

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
        f"{_DOW} ( el/dia dia? )? n=<d31> ro? ( de/del/guion/barra/pausa )? ( mes de )? m=<mes12> {_YEAR}",
        _day_and_month,
    ),
    rule("numero_imposible", "( el )? n=n59/n99 ( de/del ) m=<mes12>", lambda v: day(v, None)),  # 45 de marzo
    rule("mes_numero", f"{_DOW} m=<mes12> n=<d31> {_YEAR}", _day_and_month),
    rule("w_de_mes", "n=<d31> de este mes", _day_of_this_month),
    rule(
        "n_del_mes",
        "( el/dia )? n=<d31> ( de/del ) ( este | proximo=proximo )? mes ( actual | proximo=<sig> | que? proximo=viene/entrante )?",
        _day_of_this_month,
    ),
    rule("iso", f"{_DOW} f=iso", _figures_iso),  # 2026-09-04
    rule("dma", f"{_DOW} ( el )? f=dma", _figures_day_first),  # 4/7/2026
    rule("dm", f"{_DOW} ( el )? proximo? f=dm -!am/pm", _figures_day_first),  # 4/7
    rule("enesimo", "( el )? ord=<ord> w=<semana7> de/del m=<mes12>", _nth_weekday),
    rule("ultimo_w", "( el )? ultimo=ultimo w=<semana7> de/del m=<mes12>", _nth_weekday),
    rule("enesimo_del_mes", f"( el )? ord=<ord> w=<semana7> {_THAT_MONTH}", _nth_weekday),
    rule("enesimo_dia", "( el )? n=primera/tercera/n12 ( pausa )? ( ro/er )? dia de/del m=<mes12>", _nth_day),
    rule("ultimo_w_del_mes", f"( el )? ultimo=ultimo w=<semana7> {_THAT_MONTH}", _nth_weekday),
    rule(
        "primer_dia",
        "( el )? n=n12 dia del ( proximo=proximo mes | mes que? proximo=<sig>/viene )",
        _nth_day_of_month,
    ),
    rule("dia_primero", "( el )? dia n=n12", _first_of_month),  # el día primero
    rule("ultimo_dia", "( el )? ultimo dia del mes", _month_edge),
    rule("ultimo_dia_de", "( el )? ultimo dia de m=<mes12>", _month_edge),
    rule("navidad", "( el )? ( dia de )? navidad", _named_day(12, 25)),
    rule("nochebuena", "( la )? nochebuena", _named_day(12, 24)),
    rule("ano_nuevo", "( el dia de )? ano nuevo", _named_day(1, 1)),
    rule("fin_de_ano", "( la )? nochevieja | fin de ano", _named_day(12, 31)),
    rule("reyes", "( el )? dia de ( los )? reyes", _named_day(1, 6)),
    rule("halloween", "halloween", _named_day(10, 31)),
    rule("muertos", "( el )? dia de ( los )? muertos", _named_day(11, 2)),
    rule("todos_los_santos", "( el dia de )? ambos los santos", _named_day(11, 1)),
    rule("san_valentin", "( el dia de )? x? valentin", _named_day(2, 14)),
    rule("inocentes", "( el )? dia de ( los )? ( santos )? inocentes", _named_day(12, 28)),
    rule("semana_santa", "( la )? semana santo", _near_easter(-7, 0)),
    rule("jueves_santo", "( el )? jueves santo", _near_easter(-3, -3)),
    rule("viernes_santo", "( el )? viernes santo", _near_easter(-2, -2)),
    rule("sabado_santo", "( el )? sabado santo", _near_easter(-1, -1)),
    rule("ramos", "( el )? domingo de ramos", _near_easter(-7, -7)),
    rule("pascua", "( el )? ( domingo de )? pascua", _near_easter(0, 0)),
)
