"""The rules of days with a name: feasts of a fixed day and those that go by Easter."""

from collections.abc import Callable

from citas.domain.deseos import Dias
from citas.language import fechas
from citas.language.nodos import Vista, rule
from citas.language.reglas_fecha import weekday_of


def dated(v: Vista, dia: int, mes: int, ano: int | None) -> Dias:
    weekday = weekday_of(v) if v.has("w") else None
    if ano is not None:
        return fechas.one(fechas.make(fechas.full_year(ano), mes, dia), v.texto, v.span, weekday=weekday)
    found, problema = fechas.day_and_month(v.ancla.hoy, dia, mes)
    if problema is None:
        return fechas.one(found, v.texto, v.span, weekday=weekday)
    return Dias(found, found, v.texto, v.span, problema)


def _near_easter(first: int, last: int) -> Callable[[Vista], Dias]:
    def build(v: Vista) -> Dias:
        desde, hasta = fechas.near_easter(v.ancla.hoy, first, last)
        return Dias(desde, hasta, v.texto, v.span)

    return build


def _carnival(v: Vista) -> Dias:
    return _near_easter(-47, -47)(v) if v.has("martes") else _near_easter(-48, -48)(v)


def _named_day(mes: int, dia: int) -> Callable[[Vista], Dias]:
    return lambda v: dated(v, dia, mes, None)


FIESTAS = (
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
    rule("ceniza", "( el )? miercoles de ceniza", _near_easter(-46, -46)),
    rule("carnaval", "( el )? ( lunes | martes=martes ) de carnaval", _carnival),
    rule("trabajador", "( el )? dia de/del los? trabajador", _named_day(5, 1)),
    rule("lunes_pascua", "( el )? lunes de pascua", _near_easter(1, 1)),
    rule("pascua", "( el )? ( domingo de )? pascua", _near_easter(0, 0)),
)
