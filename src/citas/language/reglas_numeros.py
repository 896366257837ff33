"""The rules of ranges and lists of numbered days: "del 3 al 5", "el 5, 6 y 7 de octubre"."""

from citas.domain.deseos import Dias
from citas.language import fechas
from citas.language.nodos import Pieza, Vista, rule
from citas.language.reglas_semana import days_between, month_said


def _numbers_between(v: Vista) -> Dias | None:
    hoy = v.ancla.hoy
    first, last = v.number("a"), v.number("b")
    if v.has("m") or v.has("mes"):
        ano, mes = month_said(v)
        desde, hasta = fechas.make(ano, mes, first), fechas.make(ano, mes, last)
        if hasta is not None and hasta < hoy and not v.has("ano"):
            desde, hasta = fechas.make(ano + 1, mes, first), fechas.make(ano + 1, mes, last)
    else:
        desde = fechas.day_of_month(hoy, first)
        hasta = desde and fechas.make(desde.year, desde.month, last)
    return days_between(v, desde, hasta) if desde and hasta and desde <= hasta else None


def _days_listed(v: Vista) -> tuple[Pieza, ...] | None:
    """Make each day of a list; the month said last is of all of them."""
    ano, mes = month_said(v)
    made = [fechas.make(ano, mes, v.number(name)) for name in "abc" if v.has(name)]
    if not all(made):
        return None
    return tuple(Dias(dia, dia, v.texto, v.span) for dia in made)


def _figures_between(v: Vista) -> Dias | None:
    first, last = (int(part) for part in v.form("f").replace("-", "/").split("/"))
    ano, mes = month_said(v)
    desde, hasta = fechas.make(ano, mes, first), fechas.make(ano, mes, last)
    return days_between(v, desde, hasta) if "-" in v.form("f") and desde and hasta and desde < hasta else None


NUMERADOS = (
    rule(
        "mes_numeros", "( del? )? m=<mes12> a=<d31> al/hasta/guion b=<d31> -!h/am/pm", _numbers_between
    ),  # julio 13 al 15
    rule(
        "numeros_de_mes",
        "( ( de/del/desde )? ( el/dia )? <semana7>? a=<d31> ( al/a/hasta/guion ) | entre ( el/dia )? <semana7>? a=<d31> y ) ( el )? <semana7>? b=<d31> ( de/del? m=<mes12> ( de/del ano=nano )? | de este mes=mes | del otro=proximo mes=mes )",
        _numbers_between,
    ),
    rule(
        "lista_de_dias",
        "( el/los/dia/dias )* a=<d31> ( pausa el/dia? b=<d31> )? pausa? y/o ( el/dia )? c=<d31> "
        "( de ( mes de )? m=<mes12> | de este mes | del otro=proximo mes )",
        _days_listed,
    ),  # el 5, 6 y 7 de octubre
    rule(
        "guion_de_mes",
        "( de/del/el )? f=dm ( de ( mes de )? m=<mes12> | del otro=proximo mes | de este mes )",
        _figures_between,
    ),
    rule(
        "numeros",
        "( del/desde el? | entre el ) a=<d31> ( al | y el | hasta el ) b=<d31> -!h",
        _numbers_between,
    ),  # del 3 al 5
)
