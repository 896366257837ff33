"""The rules of months, their parts and fortnights."""

from datetime import date, timedelta

from citas.domain.deseos import Dias
from citas.language import fechas
from citas.language.nodos import Vista, rule
from citas.language.reglas_fecha import month_of, weekday_of

_WEEK = 7
_DAYS_EDGE = 10
_LAST_THIRD = 3  # of a month; it is never past
_QUINCENA = 15
_NEAR = 10
_TITLES = frozenset(
    ("don", "doña", "sr", "sr.", "sra", "sra.", "señor", "señora", "dr", "dr.", "dra", "dra.")
)


def days_between(v: Vista, desde: date | None, hasta: date | None) -> Dias:
    return Dias(desde, hasta, v.texto, v.span)


def month_said(v: Vista) -> tuple[int, int]:
    hoy = v.ancla.hoy
    if v.has("m"):
        return v.number("ano", hoy.year + (month_of(v) < hoy.month)), month_of(v)
    return fechas.add_months(hoy.year, hoy.month, int(v.has("otro") or v.has("otra")))


def _whole_month(v: Vista) -> Dias:
    ano, mes = month_said(v)
    return days_between(
        v,
        max(date(ano, mes, 1), v.ancla.hoy) if v.has("este") else date(ano, mes, 1),
        fechas.month_end(ano, mes),
    )


def _named_month(v: Vista) -> Dias | None:
    """Read "en julio"; "don Julio" is a person."""
    before = v.ancla.texto[max(0, v.span[0] - _NEAR) : v.span[0]].lower().split()
    return None if before and before[-1] in _TITLES else _whole_month(v)


def _part_of_month(v: Vista) -> Dias:
    ano, mes = month_said(v)
    edge = 1 if v.has("principios") else 2 if v.has("mediados") else _LAST_THIRD
    if (
        date(ano, mes, min(edge * _DAYS_EDGE, fechas.month_end(ano, mes).day)) < v.ancla.hoy
        and edge < _LAST_THIRD
    ):
        # "a principios de mes" said on the 24th is of the month to come.
        ano, mes = fechas.add_months(ano, mes, 1 if not v.has("m") else 12)
    first = date(ano, mes, (edge - 1) * _DAYS_EDGE + 1)
    last = date(ano, mes, edge * _DAYS_EDGE) if edge < _LAST_THIRD else fechas.month_end(ano, mes)
    return days_between(v, max(first, v.ancla.hoy) if last >= v.ancla.hoy else first, last)


def _some_weekday(v: Vista) -> Dias | None:
    """Read "un jueves de septiembre" and "los jueves de septiembre" as the first one to come."""
    ano, mes = month_said(v)
    before = max(date(ano, mes, 1) - timedelta(days=1), v.ancla.hoy)
    made = fechas.next_weekday(before, weekday_of(v))
    return days_between(v, made, made) if made.month == mes else None


def _late_in_month(v: Vista) -> Dias:
    """Read "más tarde este mes": of its second half what is not past."""
    hoy = v.ancla.hoy
    return days_between(v, max(hoy.replace(day=16), hoy), fechas.month_end(hoy.year, hoy.month))


def _fortnight(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    second = hoy.day > _QUINCENA
    ano, mes = hoy.year, hoy.month
    if v.has("otra"):
        if second:
            ano, mes = fechas.add_months(ano, mes, 1)
        second = not second
    first = date(ano, mes, 16 if second else 1)
    return days_between(v, max(first, hoy), fechas.month_end(ano, mes) if second else date(ano, mes, 15))


def _fortnight_of(v: Vista) -> Dias:
    ano, mes = month_said(v)
    if v.has("segunda"):
        return days_between(v, date(ano, mes, 16), fechas.month_end(ano, mes))
    return days_between(v, date(ano, mes, 1), date(ano, mes, 15))


def _edge_of_month(v: Vista) -> Dias:
    ano, mes = month_said(v)
    days = timedelta(days=v.number("n") * (_WEEK if v.is_("u", "semanas") else 1) - 1)
    first, last = date(ano, mes, 1), fechas.month_end(ano, mes)
    return (
        days_between(v, max(first, last - days), last)
        if v.has("ultimo")
        else days_between(v, first, min(first + days, last))
    )


_THIS = "este=este/esta"
OF_MONTH = "( de/del? ( mes de )? m=<mes12> ( de/del ano=nano )? | del otro=proximo mes | del mes que? otra=viene/entrante | de este mes | del mes )"

MESES = (
    rule(
        "w_de_mes",
        "( los/un/el/cualquiera/alguno )? w=<semana7> de/del m=<mes12> ( de/del? ano=nano )?",
        _some_weekday,
    ),  # un jueves de septiembre
    rule("mas_tarde_en_el_mes", "mas tarde ( en/de )? este mes", _late_in_month),
    rule(
        "este_mes",
        f"( en )? {_THIS} ( mismo )? mes | este=todo el mes -!de/que/proximo/entrante",
        _whole_month,
    ),
    rule(
        "otro_mes",
        "( en )? ( el otro=proximo/otro mes | otro=proximo/siguiente mes | el? mes ( que )? otro=viene/proximo/entrante/siguiente )",
        _whole_month,
    ),
    rule(
        "mes",
        "( en/este | !-con/soy/llamo/nombre/pariente/x ) proximo? m=<mes12> proximo? ( ,? de/del? ano=nano )? -!<d31>",
        _named_month,
    ),  # en octubre
    rule(
        "partes_de_mes",
        "( a/en )? ( los? principios=principios dias? | mediados=mediados/mitad | fin/finales | los ultimo dias ) de/del ( ( este mes | otro=proximo mes | mes que? otro=viene/proximo/entrante | mes ) | m=<mes12> )",
        _part_of_month,
    ),
    rule("quincena", "( esta/la )? ( otra=otra/proximo )? quincena ( que? otra=viene )?", _fortnight),
    rule("quincena_de", f"la? ( primera | segunda=segunda/ultima ) quincena {OF_MONTH}", _fortnight_of),
    rule(
        "primeros_del_mes",
        f"( los/las )? ( principios/primera n=<n> | ultimo=ultimo/finales n=<n> ) u=dias/semanas {OF_MONTH}",
        _edge_of_month,
    ),  # los primeros 5 días de septiembre
)
