"""The rules of days of a month, dates in words and figures, and days with a name."""

import re
from datetime import date

from citas.domain.deseos import Dias, Horas, ProblemaDia
from citas.language import fechas
from citas.language.nodos import Pieza, Vista, rule
from citas.language.reglas_fecha import day, is_abbreviated, month_of, ordinal_of, weekday_of
from citas.language.reglas_fiestas import FIESTAS, dated
from citas.language.reglas_mes import month_said

_WEEK = 7
_MONTHS = 12
_HOUR = 60
_NEAR = 8
_HOUSE = re.compile(r"#\s*$|\d\s*(?:no?|nro|n[uú]mero)[.°º]?\s*$", re.IGNORECASE)


def _weekday_number(v: Vista) -> Dias | None:
    hour = (
        v.follows("y", "media/cuarto/dm")
        or v.follows("y", "<mm>", "am/pm")
        or v.follows("de", "la", "<parte>")
        or v.follows("en", "punto")
    )
    dia = fechas.day_of_month(v.ancla.hoy, v.number("n"))
    made = fechas.one(dia, v.texto, v.span, weekday=weekday_of(v))
    hour = hour or v.follows("<mm>", "am/pm") or v.follows("<mm>", "de", "la")
    # "domingo 6 a la tarde" is an hour only where the 6th is no Sunday.
    hour = hour or (made.problema is not None and v.follows("por/en/a", "la", "<parte>"))
    if hour and v.number("n") <= _MONTHS and not v.has("dia"):
        return None
    return None if made.problema and _begins_hours(v) else made


def _begins_hours(v: Vista) -> bool:
    """Tell "viernes 9 a 11", "viernes 20 para las 5" and "viernes 2 cortes" where the number is no such day."""
    return (
        v.follows("a/guion/hasta/o", "<h24>")
        or v.follows("para/pal", "las/la")
        or v.follows("minuto", "para/pal")
        or v.follows("n31/n59", ",")
        or v.follows("y", "n31/n59")
        or v.follows("x/persona/personas")
    )


def _day_of_month(v: Vista) -> Dias | None:
    first = v.form("n").startswith("primer")
    chosen = first and (not v.preceded("para/pal/del") or v.follows("<semana7>") or v.follows("dia"))
    if chosen or v.follows("de", "<mes12>") or v.after("promo", "del"):
        return None
    return day(v, fechas.day_of_month(v.ancla.hoy, v.number("n")))


def _day_and_month(v: Vista) -> Dias | None:
    if v.has("punto") and not is_abbreviated(v, "n"):
        return None
    return dated(v, v.number("n"), month_of(v), v.number("ano") if v.has("ano") else None)


def _day_and_month_number(v: Vista) -> Dias | None:
    mes = v.number("mm")
    return dated(v, v.number("n"), mes, v.number("ano") if v.has("ano") else None) if mes else None


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
    return dated(v, dia, mes, ano)


def _figures_day_first(v: Vista) -> "Dias | tuple[Pieza, ...] | None":
    dia, mes, *ano = _figures(v)
    if _counts_something(v):
        return None
    if mes <= _MONTHS:
        made = dated(v, dia, mes, ano[0] if ano else None) if mes else None
        return _weekday_and_hours(v, dia, mes) if _is_window(v, made, dia, mes) else made
    if dia > _MONTHS or not dia:
        return day(v, None) if ano else None
    swapped = dated(v, mes, dia, ano[0] if ano else None)
    return Dias(swapped.desde, swapped.hasta, v.texto, v.span, swapped.problema or ProblemaDia.DUDOSA)


def _counts_something(v: Vista) -> bool:
    """Tell a house number ("45 # 12-30"), "1/2 pierna" and "24/7" from a day and a month."""
    inicio = v.span[0]
    if _HOUSE.search(v.ancla.texto[max(0, inicio - _NEAR) : inicio]):
        return True
    figures = v.form("f")
    if figures not in ("24/7", "1/2"):
        return False
    dated = v.has("w") or v.preceded("el/del/al/para/dia/fecha/desde/hasta")
    return not dated and (figures == "24/7" or not v.follows(","))


def _is_window(v: Vista, made: Dias | None, first: int, last: int) -> bool:
    """Tell "martes 9-11", hours of a Tuesday, from "lunes 9-11" where the 9th of November is a Monday."""
    apart = made is not None and made.problema is ProblemaDia.INCOHERENTE
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
    made = _nth_of(v, ano, mes)
    if made is not None and made < hoy and not v.has("m"):
        if v.has("este"):
            return Dias(made, made, v.texto, v.span, ProblemaDia.PASADA)
        made = _nth_of(v, *fechas.add_months(ano, mes, 1))
    return day(v, made)


def _nth_of(v: Vista, ano: int, mes: int) -> date | None:
    if v.has("ultimo"):
        last = fechas.month_end(ano, mes)
        return fechas.plus(last, -((last.weekday() - weekday_of(v)) % _WEEK))
    first = date(ano, mes, 1)
    ahead = (weekday_of(v) - first.weekday()) % _WEEK + _WEEK * (ordinal_of(v) - 1)
    return fechas.make(ano, mes, ahead + 1)


def _nth_day(v: Vista) -> Dias:
    return dated(v, ordinal_of(v, "n"), month_of(v), None)


def _nth_day_of_month(v: Vista) -> Dias:
    return day(v, fechas.make(*fechas.add_months(v.ancla.hoy.year, v.ancla.hoy.month, 1), v.number("n")))


def _first_of_month(v: Vista) -> Dias | None:
    """Read "el día primero" and "el primer día del mes"."""
    return day(v, fechas.day_of_month(v.ancla.hoy, 1)) if v.form("n").startswith("primer") else None


def _month_edge(v: Vista) -> Dias:
    ano, mes = month_said(v)
    return day(v, fechas.month_end(ano, mes))


_YEAR = "( ,? de/del? ano=nano | ( de/del )? ano ano=nano | del n24 | del ano=n31 )?"
_THAT_MONTH = "( de/del proximo=proximo mes | del mes que? proximo=<sig>/viene | de este=este mes | del mes )"
_DOW = "( el? dia? ( proximo | este )? w=<semana7> proximo? ,? ( el dia? | dia | , )? )?"
_MONTH_NUMBER = (
    f"( del mm=n12 {_YEAR} | barra mm=n12 ( barra ano=nano/n31/n99 )? | guion mm=n12 guion ano=nano )"
)

FECHAS = (
    rule(
        "w_numero",
        "( el? proximo/este? dia? ) w=<semana7> ( pausa? ( el/dia )? ( dia )? ) n=<d31> -!h/am/pm/m/horas/reloj/menos/dm",
        _weekday_number,
    ),
    rule(
        "el_numero",
        "( <-del/al/pal dia? | el/dia/este dia? proximo? ) n=<d31> ( ro | signo )? -!h/am/pm/horas/minuto/hora",
        _day_of_month,
    ),
    rule(
        "numero_de_mes",
        f"{_DOW} ( el/dia dia? )? n=<d31> ro? ( pausa? de/del | guion/barra/pausa )? ( mes de )? m=<mes12> {_YEAR}",
        _day_and_month,
    ),
    rule("numero_imposible", "( el )? n=n59/n99 ( de/del ) m=<mes12>", lambda v: day(v, None)),  # 45 de marzo
    rule("mes_numero", f"{_DOW} m=<mes12> ( punto=pausa | barra/guion )? n=<d31> {_YEAR}", _day_and_month),
    rule(
        "dia_del_mes_numero", f"( el/dia dia? )? n=<d31> {_MONTH_NUMBER}", _day_and_month_number
    ),  # el 4 del 9
    rule(
        "dia_mes_y_ano",
        "( el/dia dia? )? n=<d31> de? mm=n12 de/del? ano=nano",
        _day_and_month_number,
    ),  # 30 de 08 de 2026
    rule("dia_de_mes_numero", "el/dia dia? n=<d31> de mm=n12 ->,", _day_and_month_number),  # el 4 de 9
    rule(
        "w_dia_del_mes_numero",
        f"( el )? dia? w=<semana7> ,? ( el? dia? ) n=<d31> ( {_MONTH_NUMBER} | de? mm=n12 de/del? ano=nano | de mm=n12 ->, )",
        _day_and_month_number,
    ),  # el viernes 4 del 9
    rule("w_de_mes", "n=<d31> de este mes", _day_of_this_month),
    rule(
        "n_del_mes",
        "( el/dia )? n=<d31> ( de/del ) ( este | proximo=proximo )? mes ( actual | proximo=<sig> | que? proximo=viene/entrante )?",
        _day_of_this_month,
    ),
    rule("iso", f"{_DOW} f=iso", _figures_iso),  # 2026-09-04
    rule("dma", f"{_DOW} ( el )? f=dma", _figures_day_first),  # 4/7/2026
    rule(
        "dm",
        f"{_DOW} ( el )? proximo? f=dm -!am/pm/ano/anos/meses/semanas/personas/minuto",
        _figures_day_first,
    ),  # 4/7
    rule(
        "enesimo",
        f"( el )? ( ord=<ord> ( ro/er/pausa )? | ultimo=ultimo ) w=<semana7> ( de/del m=<mes12> | {_THAT_MONTH} )",
        _nth_weekday,
    ),  # el segundo martes de octubre
    rule("enesimo_dia", "( el )? n=<ord> ( pausa )? ( ro/er )? dia de/del m=<mes12>", _nth_day),
    rule(
        "enesimo_sin_dia", "el n=segundo/tercera/cuarto/quinta de m=<mes12>", _nth_day
    ),  # el segundo de abril
    rule(
        "primer_dia",
        "( el )? n=n12 dia del ( proximo=proximo mes | mes que? proximo=<sig>/viene )",
        _nth_day_of_month,
    ),
    rule(
        "dia_primero",
        "( ( el )? dia n=n12 | ( el )? n=n12 dia del mes -!que/proximo/<sig>/viene )",
        _first_of_month,
    ),  # el día primero
    rule("ultimo_dia", "( el )? ultimo dia del mes", _month_edge),
    rule("ultimo_dia_de", "( el )? ultimo dia de m=<mes12> ( de/del ano=nano )?", _month_edge),
    *FIESTAS,
)
