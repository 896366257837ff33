"""The rules of days with a name: feasts of a fixed day, of the nth such weekday and those that go by Easter."""

from collections.abc import Callable
from datetime import date

from citas.domain.deseos import Dias, ProblemaDia
from citas.language.lectura.nodos import Vista, rule
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_fecha import weekday_of

# What may stand after "día de la": whose day it is tells its form.
ALFABETO.add_class("celebrado", ("x", "pariente", "familiar", "persona", "trabajo", "trabajador"))
_PALM_SUNDAY, _ASH_WEDNESDAY = -7, -46
_SATURDAY, _SUNDAY = 5, 6
_FIXED = {
    "obrero": (5, 1),
    "trabajo": (5, 1),
    "trabajador": (5, 1),
    "trabajadores": (5, 1),
    "enamorado": (2, 14),
    "enamorados": (2, 14),
    "mujer": (3, 8),
    "mujeres": (3, 8),
    "raza": (10, 12),
    "hispanidad": (10, 12),
    "pilar": (10, 12),
    "velita": (12, 7),
    "velitas": (12, 7),
    "inmaculada": (12, 8),
    "guadalupe": (12, 12),
    "candelaria": (2, 2),
    "brujas": (10, 31),
}
_NIGHTS = {"brujas": (10, 31), "velitas": (12, 7)}
# Each country has its own: the day of most of them, and it is asked.
_MOTHERS, _FATHERS = (5, _SUNDAY, 2), (6, _SUNDAY, 3)
_ASKED = {
    "madre": _MOTHERS,
    "madres": _MOTHERS,
    "mama": _MOTHERS,
    "mamas": _MOTHERS,
    "mami": _MOTHERS,
    "padre": _FATHERS,
    "padres": _FATHERS,
    "papa": _FATHERS,
    "papas": _FATHERS,
    "amistad": (9, _SATURDAY, 3),
}


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


def _holy_weekday(v: Vista) -> Dias:
    """Read "jueves santo"; "domingo santo" is Easter itself."""
    before = weekday_of(v) - _SUNDAY
    return _near_easter(before, before)(v)


def _carnival(v: Vista) -> Dias:
    first = -47 if v.has("martes") else -48
    return _near_easter(first, first if v.has("de") else -47)(v)


def _named_day(mes: int, dia: int) -> Callable[[Vista], Dias]:
    return lambda v: dated(v, dia, mes, None)


def _next_nth(hoy: date, mes: int, weekday: int, nth: int) -> date:
    made = fechas.nth_weekday(hoy.year, mes, weekday, nth)
    return made if made >= hoy else fechas.nth_weekday(hoy.year + 1, mes, weekday, nth)


def _day_of(v: Vista) -> Dias | None:
    """Read "el día de la mujer"; "el día de la boda" is no feast, and "día de trabajo" a working day."""
    whose = v.form("f")
    if not (v.has("art") or whose.endswith("s")):
        return None
    if whose in _FIXED:
        mes, dia = _FIXED[whose]
        return dated(v, dia, mes, None)
    if whose not in _ASKED:
        return None
    made = _next_nth(v.ancla.hoy, *_ASKED[whose])
    return Dias(made, made, v.texto, v.span, ProblemaDia.DUDOSA)


def _glory(v: Vista) -> Dias | None:
    return _near_easter(-1, -1)(v) if v.form("f") == "gloria" else None


def _night_of(v: Vista) -> Dias | None:
    found = _NIGHTS.get(v.form("f"))
    return dated(v, found[1], found[0], None) if found else None


def _kings(v: Vista) -> Dias | None:
    """Read "después de Reyes"; "la señora Reyes" is a person."""
    said = v.after("antes/despues/luego/vispera/semana/finde", "de") or v.preceded(
        "pasado/hasta/antes/despues"
    )
    return dated(v, 6, 1, None) if said else None


def _old_year(v: Vista) -> Dias | None:
    return dated(v, 31, 12, None) if v.form("f").startswith("viej") else None


FIESTAS = (
    rule("navidad", "( el )? ( dia de )? navidad", _named_day(12, 25)),
    rule("nochebuena", "( la )? ( nochebuena | noche buenas )", _named_day(12, 24)),
    rule("ano_nuevo", "( el dia de | el )? ano nuevo", _named_day(1, 1)),
    rule("fin_de_ano", "( la )? nochevieja | fin de ano", _named_day(12, 31)),
    rule("ano_viejo", "( el | la noche de )? ano f=familiar", _old_year),
    rule("reyes", "( el )? dia de ( los )? reyes", _named_day(1, 6)),
    rule("reyes_solo", "reyes", _kings),  # después de Reyes
    rule("noche_de", "( la )? noche de ( las )? f=x", _night_of),  # la noche de brujas
    rule("noche_de_reyes", "( la )? noche de ( los )? reyes", _named_day(1, 5)),
    rule("halloween", "halloween", _named_day(10, 31)),
    rule("muertos", "( el )? dia de ( los )? muertos", _named_day(11, 2)),
    rule("todos_los_santos", "( el dia de )? ambos los santos", _named_day(11, 1)),
    rule("san_valentin", "( el dia de )? x? valentin", _named_day(2, 14)),
    rule("inocentes", "( el )? dia de ( los )? ( santos )? inocentes", _named_day(12, 28)),
    rule(
        "dia_de",
        "( el )? dia ( art=del | de art=la/los/las | de ) ( x de )? ( y la )? f=<celebrado>",
        _day_of,
    ),  # el día de la madre
    rule("semana_santa", "( la )? semana santo", _near_easter(-7, 0)),
    rule("w_santo", "( el )? w=<semana7> santo", _holy_weekday),
    rule("gloria", "( el )? sabado de f=x", _glory),
    rule("ramos", "( el )? domingo de ramos", _near_easter(_PALM_SUNDAY, _PALM_SUNDAY)),
    rule("ceniza", "( el )? miercoles de ceniza", _near_easter(_ASH_WEDNESDAY, _ASH_WEDNESDAY)),
    rule("carnaval", "( ( el )? ( lunes | martes=martes ) de=de | el/los )? carnaval", _carnival),
    rule("lunes_pascua", "( el )? lunes de pascua", _near_easter(1, 1)),
    rule("pascua", "( el )? ( domingo de )? pascua", _near_easter(0, 0)),
)
