"""Windows of clock time: from the named words of a rule to from when until when."""

from citas.domain.deseos import Horas
from citas.language.lectura.nodos import Vista
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.tiempo.reloj import minutes_said, part_of, point

_NOON, _MIDNIGHT, _HOUR = 720, 1440, 60
_EVENING, _DAWN = 18 * _HOUR, 6 * _HOUR
_LAST_HOUR = 12
_FROM_TO = 2
_MOVING = "cambiar/mover/correr/pasar/pasarlo/adelantar/atrasar/reprogramar"
_OWN = "cita/turno/reserva/cupo/hora/la/lo/sesion"
_COUNTED = "minuto/dia/dias/semana/semanas/mes/meses/ano/anos/persona/personas"


def window(v: Vista, first: Horas, last: Horas) -> Horas | None:
    """Join two clock times: a half of the day said for one holds for both, where the order allows."""
    desde, hasta = first.desde, last.hasta
    if desde is None or hasta is None or last.hasta is None:
        return None
    if hasta == 0:
        hasta = _NOON if desde < _NOON else _MIDNIGHT  # "de 10 a 12 am"
    if first.dudosa and not last.dudosa and desde + _NOON <= hasta:
        desde += _NOON
    if last.dudosa and hasta <= desde:
        hasta += _NOON
    late = desde + _NOON if first.dudosa and desde < _NOON else desde
    if hasta <= desde >= _EVENING if last.dudosa else hasta <= _DAWN and late >= _EVENING:
        desde, hasta = late, last.hasta + _MIDNIGHT  # "de 10 de la noche a 2 de la mañana"
    if hasta <= desde:
        return None
    dudosa = first.dudosa and last.dudosa and last.hasta == hasta
    return Horas(desde, hasta, v.texto, v.span, dudosa=dudosa, parte=last.parte or first.parte)


def _counts(v: Vista) -> bool:
    """Tell "de 2 a 3 horas", "de 5 a 10 minutos" and "de 10 a 15 mil" from clock times."""
    after = v.ancla.texto[v.span[1] : v.span[1] + len(" mil ")].lower().split()
    whiles = v.follows("horas") and v.number("h2") <= _LAST_HOUR and not v.has("las")
    return whiles or v.follows(_COUNTED) or after[:1] == ["mil"]


def from_one_to_another(v: Vista) -> bool:
    """Tell "mover mi cita de las 3 a las 5", which goes from one hour to another, from a window."""
    moving = ALFABETO.symbols(_MOVING)
    return (v.preceded(_OWN) or v.preceded(_MOVING)) and any(nodo.simbolo in moving for nodo in v.nodos)


def raw_window(v: Vista) -> Horas | None:
    """Read "de 3 a 5 y media de la tarde"."""
    if from_one_to_another(v) or (not v.has("fr2") and _counts(v)):
        return None
    minutes, more = minutes_said(v), minutes_said(v, "2")
    if minutes is None or more is None:
        return None
    first = point(v, v.number("h") * _HOUR + minutes, part_of(v))
    last = point(v, v.number("h2") * _HOUR + more, part_of(v, "fr2"))
    return window(v, first, last) if first and last else None


def glued_window(v: Vista) -> Horas | None:
    """Read "de 930 a 1130"."""
    first, last = v.number("h"), v.number("h2")
    if first % 5 or last % 5:
        return None  # figures of a telephone
    opens = point(v, first // 100 * _HOUR + first % 100, None, sure=v.form("h")[0] == "0")
    closes = point(v, last // 100 * _HOUR + last % 100, part_of(v, "fr2"), sure=v.form("h2")[0] == "0")
    return window(v, opens, closes) if opens and closes else None


def either_of(v: Vista) -> tuple[Horas, ...] | None:
    """Read "7/8 pm" as two clock times; "23/10 a la noche" and "7/8 en la noche" are days."""
    first, last = (int(figure) for figure in v.form("f").split("/"))
    if not v.is_("fr", "am/pm") or not 0 < first < last <= _LAST_HOUR:
        return None
    said = [point(v, hour * _HOUR, part_of(v)) for hour in (first, last)]
    return tuple(one for one in said if one)


def figures_window(v: Vista) -> "Horas | tuple[Horas, ...] | None":
    if "/" in v.form("f"):
        return either_of(v)
    figures = v.form("f").split("-")
    if len(figures) != _FROM_TO or int(figures[0]) > max(_LAST_HOUR, int(figures[1])):
        return None  # "15-10" is a day and a month
    first = point(v, int(figures[0]) * _HOUR, None)
    last = point(v, int(figures[1]) * _HOUR, part_of(v))
    return window(v, first, last) if first and last else None


def window_before_day(v: Vista) -> "Horas | tuple[Horas, ...] | None":
    """Read "3-5 el lunes"."""
    return figures_window(v) if "-" in v.form("f") and v.follows("el", "<semana7>") else None
