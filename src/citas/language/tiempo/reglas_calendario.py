"""The rules of days of a month, dates in words and figures, and days with a name."""

import re

from citas.domain.deseos import Dias, Horas, ProblemaDia
from citas.language.lectura.nodos import Pieza, Vista, rule
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_fecha import OF_YEAR, day, is_abbreviated, month_of, weekday_of, year_said
from citas.language.tiempo.reglas_fiestas import FIESTAS, dated
from citas.language.tiempo.reglas_orden import ORDENES

_MONTHS = 12
_HOUR = 60
_NEAR = 8
_STREETS = frozenset(
    (
        "calle",
        "avenida",
        "av",
        "avda",
        "boulevard",
        "bulevar",
        "plaza",
        "colonia",
        "barrio",
        "jiron",
        "jirón",
        "esquina",
        "estacion",
        "estación",
    )
)
_HOUSE = re.compile(r"#\s*$|\d\s*(?:no?|nro|n[uú]mero)[.°º]?\s*$", re.IGNORECASE)


def _weekday_number(v: Vista) -> Dias | None:
    hour = (
        v.follows("y", "media/cuarto/dm")
        or v.follows("y", "<mm>", "am/pm")
        or v.follows("de", "la", "<parte>")
        or v.follows("en", "punto")
        or v.follows("del", "dia/mediodia", ",")
    )
    dia = fechas.day_of_month(v.ancla.hoy, v.number("n"))
    made = fechas.one(dia, v.texto, v.span, weekday=weekday_of(v))
    hour = hour or v.follows("<mm>", "am/pm") or v.follows("<mm>", "de", "la")
    # "domingo 6 a la tarde" is an hour only where the 6th is no Sunday.
    hour = hour or (made.problema is not None and v.follows("por/en/a", "la", "<parte>"))
    if hour and v.number("n") <= _MONTHS and not v.has("dia"):
        return None
    if made.problema and (_begins_hours(v) or v.follows("reloj")):
        return None
    return made


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
    if chosen or v.follows("de", "<mes12>") or v.follows("por", "n12") or v.after("promo", "del"):
        return None
    return day(v, fechas.day_of_month(v.ancla.hoy, v.number("n")))


def _is_street(v: Vista) -> bool:
    """Tell "en la 5 de mayo con Juárez" and "Calle 9 de Julio" from a day."""
    before = v.ancla.texto[max(0, v.span[0] - _NEAR - 2) : v.span[0]].lower().split()
    return bool(before) and (before[-1].rstrip(".") in _STREETS or before[-1] == "la")


def _day_and_month(v: Vista) -> "Dias | tuple[Pieza, ...] | None":
    if _is_street(v):
        return ()
    if v.has("punto") and not is_abbreviated(v, "n"):
        return None
    return dated(v, v.number("n"), month_of(v), year_said(v))


def _past_day(v: Vista) -> Dias:
    """Read "el pasado 6 de mayo": the last one that was."""
    hoy, mes = v.ancla.hoy, month_of(v)
    made = fechas.make(hoy.year, mes, v.number("n"))
    return day(v, fechas.make(hoy.year - 1, mes, v.number("n")) if made and made >= hoy else made)


def _day_and_month_number(v: Vista) -> Dias | None:
    mes = v.number("mm")
    if v.follows("am/pm") or v.follows("de", "la", "<parte>"):
        return None  # siete/ocho de la noche
    return dated(v, v.number("n"), mes, year_said(v)) if mes else None


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


def _figures_with_point(v: Vista) -> Dias | None:
    """Read "el 29.08"; "las 10.30" is a clock time."""
    dia, mes = v.form("f").split(".") if "." in v.form("f") else ("0", "0")
    return dated(v, int(dia), int(mes), None) if 0 < int(mes) <= _MONTHS else None


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


_YEAR = f"( del n24 | del ano=n31 | {OF_YEAR} )"
_DOW = "( el? dia? ( proximo | este )? w=<semana7> proximo? ,? ( el dia? | dia | , )? )?"
_MONTH_NUMBER = (
    f"( del mm=n12 {_YEAR} | barra mm=n12 ( barra ano=nano/n31/n99 )? | guion mm=n12 guion ano=nano )"
)

FECHAS = (
    rule(
        "w_numero",
        "( el? proximo/este? dia? ) w=<semana7> ( pausa? ( el/dia )? ( dia )? ) n=<d31> -!h/am/pm/m/horas/menos/dm",
        _weekday_number,
    ),
    rule(
        "el_numero",
        "( <-del/al/pal dia? | el/dia/este dia? proximo? ) n=<d31> ( ro | signo )? -!h/am/pm/horas/minuto/hora/er",
        _day_of_month,
    ),
    rule(
        "numero_de_mes",
        f"{_DOW} ( el/dia dia? )? n=<d31> ro? ( pausa? de/del | guion/barra/pausa )? ( mes de )? m=<mes12> {_YEAR}",
        _day_and_month,
    ),
    rule("pasada_fecha", "el pasado dia? n=<d31> de/del m=<mes12> -!de/del", _past_day),
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
        f"{_DOW} ( el )? proximo? f=dm -!am/pm/h/horas/ano/anos/meses/semanas/personas/minuto",
        _figures_day_first,
    ),  # 4/7
    rule(
        "dm_punto",
        "( el/dia/al w=<semana7>? | w=<semana7> ) dia? f=reloj -!h/am/pm/horas",
        _figures_with_point,
    ),
    *ORDENES,
    *FIESTAS,
)
