"""The rules of months, their parts and fortnights."""

from datetime import date, timedelta

from citas.domain.deseos import Dias
from citas.language.lectura.nodos import Vista, rule
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_fecha import OF_YEAR, month_of, titled, weekday_of, year_said

_WEEK = 7
_DAYS_EDGE = 10
_LAST_THIRD = 3  # of a month; it is never past
_QUINCENA = 15


def days_between(v: Vista, desde: date | None, hasta: date | None) -> Dias:
    return Dias(desde, hasta, v.texto, v.span)


def month_said(v: Vista) -> tuple[int, int]:
    hoy = v.ancla.hoy
    if v.has("m"):
        return year_said(v) or hoy.year + (month_of(v) < hoy.month), month_of(v)
    if v.has("deano"):
        last = v.has("ultimo") or v.has("penultimo") or v.has("segunda")
        return hoy.year + (not last or v.has("otroano")), 12 if last else 1
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
    name = titled(v) or (v.texto[0].isupper() and v.follows("me"))
    return None if name else _whole_month(v)


def part_of_month(ano: int, mes: int, third: int) -> tuple[date, date]:
    """Return the days of the first, second or third ten of a month."""
    last = date(ano, mes, third * _DAYS_EDGE) if third < _LAST_THIRD else fechas.month_end(ano, mes)
    return date(ano, mes, (third - 1) * _DAYS_EDGE + 1), last


def _part_of_month(v: Vista) -> Dias:
    ano, mes = month_said(v)
    edge = 1 if v.has("principios") else 2 if v.has("mediados") else _LAST_THIRD
    if (
        date(ano, mes, min(edge * _DAYS_EDGE, fechas.month_end(ano, mes).day)) < v.ancla.hoy
        and edge < _LAST_THIRD
    ):
        # "a principios de mes" said on the 24th is of the month to come.
        ano, mes = fechas.add_months(ano, mes, 1 if not v.has("m") else 12)
    first, last = part_of_month(ano, mes, edge)
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


OF_WHOLE_YEAR = (
    "( de/del otroano=proximo deano=ano | de/del deano=ano ( que? otroano=viene/entrante/proximo )? )"
)
_THIS = "este=este/esta"
OF_MONTH = f"( de/del? ( mes de )? m=<mes12> {OF_YEAR} | {OF_WHOLE_YEAR} | de/del otro=proximo/otro mes | del mes que? otra=viene/entrante/proximo/siguiente | de este=este mes | del mes )"

MESES = (
    rule(
        "w_de_mes",
        "( los/un/el/cualquiera/alguno )? w=<semana7> de/del m=<mes12> " + OF_YEAR,
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
        f"( en/este | !-con/soy/llamo/nombre/pariente/profesional/estoy/aceptan/x/ahi ) proximo? m=<mes12> proximo? {OF_YEAR} -!<d31>",
        _named_month,
    ),  # en octubre
    rule(
        "partes_de_mes",
        "( a/en )? ( los? principios=principios dias? | mediados=mediados/mitad | fin/finales | los ultimo dias ) de/del ( ( este mes | otro=proximo mes | mes que? otro=viene/proximo/entrante | mes ) | m=<mes12> )",
        _part_of_month,
    ),
    rule(
        "quincena",
        "( esta/la )? ( otra=otra/proximo/siguiente/entrante )? quincena ( que? otra=viene/entrante/siguiente/proximo )?",
        _fortnight,
    ),
    rule("quincena_de", f"la? ( primera | segunda=segunda/ultima ) quincena/mitad {OF_MONTH}", _fortnight_of),
    rule(
        "primeros_del_mes",
        f"( los/las )? ( principios/primera n=<n> | n=<n> principios/primera | ultimo=ultimo/finales n=<n> | n=<n> ultimo=ultimo ) u=dias/semanas {OF_MONTH}",
        _edge_of_month,
    ),  # los primeros 5 días de septiembre
)
