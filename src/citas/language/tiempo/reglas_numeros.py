"""The rules of ranges and lists of numbered days: "del 3 al 5", "el 5, 6 y 7 de octubre"."""

from datetime import date

from citas.domain.deseos import Dias
from citas.language.lectura.nodos import Pieza, Vista, rule
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_fecha import OF_YEAR, is_abbreviated, weekday_of, year_said
from citas.language.tiempo.reglas_mes import days_between, month_said

_SOON, _MONTHS = 15, 12


def _numbers_between(v: Vista) -> Dias | None:
    hoy = v.ancla.hoy
    first, last = v.number("a"), v.number("b")
    if v.has("punto") and not is_abbreviated(v, "a"):
        return None
    if v.has("m") or v.has("mes"):
        ano, mes = month_said(v)
        begins = fechas.add_months(ano, mes, -int(first > last))  # "del 30 al 3 de septiembre"
        desde, hasta = fechas.make(*begins, first), fechas.make(ano, mes, last)
        if hasta is not None and hasta < hoy and v.has("m") and year_said(v) is None:
            desde, hasta = fechas.make(begins[0] + 1, begins[1], first), fechas.make(ano + 1, mes, last)
    else:
        desde = fechas.day_of_month(hoy, first)
        hasta = desde and _end_from(desde, last)
    return days_between(v, desde, hasta) if desde and hasta and desde <= hasta else None


def _end_from(desde: date, last: int) -> date | None:
    """Return the end of "del 30 al 2": of that month, or of the next where it comes soon."""
    if last >= desde.day:
        return fechas.make(desde.year, desde.month, last)
    hasta = fechas.make(*fechas.add_months(desde.year, desde.month, 1), last)
    return hasta if hasta and (hasta - desde).days <= _SOON else None


def _days_listed(v: Vista) -> tuple[Pieza, ...] | None:
    """Make each day of a list; the month said last is of all of them."""
    ano, mes = month_said(v)
    named = [name for name in "abc" if v.has(name)]
    made = [fechas.make(ano, mes, v.number(name)) for name in named]
    if not all(made):
        return None
    weekdays = [weekday_of(v, "w" + name) if v.has("w" + name) else None for name in named]
    return tuple(
        fechas.one(dia, v.texto, v.span, weekday=weekday) for dia, weekday in zip(made, weekdays, strict=True)
    )


def _next_days_listed(v: Vista) -> tuple[Pieza, ...] | None:
    """Make each day of a list without a month: the next of each number."""
    made = [fechas.day_of_month(v.ancla.hoy, v.number(name)) for name in "abc" if v.has(name)]
    return tuple(Dias(dia, dia, v.texto, v.span) for dia in made) if all(made) else None


def _figures_between(v: Vista) -> Dias | None:
    first, last = (int(part) for part in v.form("f").replace("-", "/").split("/"))
    ano, mes = month_said(v)
    if v.has("semana") and last < v.ancla.hoy.day:
        ano, mes = fechas.add_months(ano, mes, 1)
    desde, hasta = fechas.make(ano, mes, first), fechas.make(ano, mes, last)
    return days_between(v, desde, hasta) if "-" in v.form("f") and desde and hasta and desde < hasta else None


def _number_to_figures(v: Vista) -> Dias | None:
    """Read "6 al 10/7": both are of that month."""
    last, mes = (int(part) for part in v.form("f").replace("-", "/").split("/"))
    hasta = (
        fechas.day_and_month(v.ancla.hoy, last, mes)[0] if 0 < mes <= _MONTHS and "/" in v.form("f") else None
    )
    desde = fechas.make(hasta.year, mes, v.number("a")) if hasta else None
    return days_between(v, desde, hasta) if desde and hasta and desde < hasta else None


NUMERADOS = (
    rule(
        "numero_a_cifras",
        "( de/del/desde )? el/dia? a=<d31> ( al/a/hasta/guion ) el? f=dm",
        _number_to_figures,
    ),
    rule(
        "mes_numeros",
        "( del? )? m=<mes12> punto=pausa? a=<d31> al/hasta/guion b=<d31> -!h/am/pm",
        _numbers_between,
    ),  # julio 13 al 15
    rule(
        "numeros_de_mes",
        "( ( de/del/desde )? ( el/dia )? <semana7>? a=<d31> ( al/a/hasta/guion ) | entre ( el/dia )? <semana7>? a=<d31> y ) ( el )? <semana7>? b=<d31> ( de/del/el? m=<mes12> "
        + OF_YEAR
        + " | de este mes=mes | del otro=proximo mes=mes )",
        _numbers_between,
    ),
    rule(
        "lista_de_dias",
        "( el/los/dia/dias )* wa=<semana7>? a=<d31> ( pausa? el/dia? wb=<semana7>? b=<d31> )? pausa? ( y/o | y barra o ) ( el/dia )? wc=<semana7>? c=<d31> "
        "( de ( mes de )? m=<mes12> | de este mes | del otro=proximo mes )",
        _days_listed,
    ),  # el 5, 6 y 7 de octubre
    rule(
        "lista_sin_mes",
        "( el dia? | los dia/dias | dia/dias ) a=<d31> ( pausa el? b=<d31> )? pausa? ( y/o | y barra o ) el/dia? c=<d31> -!<unidad>/am/pm/personas/de/del/x",
        _next_days_listed,
    ),  # el 28 o 29
    rule(
        "guion_de_mes",
        "( ( de/del/el/entre/desde )? f=dm ( ( de ( mes de )? )? m=<mes12> ( ,? de/del? ano=nano )? | del otro=proximo mes | de este mes ) | m=<mes12> f=dm | la? semana=semana ( de/del )? f=dm )",
        _figures_between,
    ),
    rule(
        "numeros",
        "( del/desde el? | entre el | <-,/dias/dia ) a=<d31> ( al | y el | hasta el ) b=<d31> -!h",
        _numbers_between,
    ),  # del 3 al 5
)
