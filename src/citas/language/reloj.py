"""The clock: from the named words of a rule to a clock time, a window or a while."""

from citas.domain.deseos import Horas
from citas.language.lexico import ALFABETO
from citas.language.nodos import Duracion, Vista

_NOON, _MIDNIGHT, _HOUR = 720, 1440, 60
_LAST_HOUR, _HOURS = 12, 24
_LEAST_BARE_MINUTES = 10
_QUARTER, _HALF = 15, 30
_DAWN = 5
_NAMED_MINUTES = (("media", _HALF), ("cuarto", _QUARTER), ("mcuarto", -_QUARTER))
_BOTH = 2
_PART = {
    "mananita": "mañana",
    "tardecita": "tarde",
    "tardes": "tarde",
    "noches": "noche",
    "madrugada": "madrugada",
    "manana": "mañana",
    "tarde": "tarde",
    "noche": "noche",
    "mediodia": "mediodia",
    "dia": "mediodia",
    "am": "am",
    "pm": "pm",
    "a": "am",
    "para": "pm",
}
_PART_OF = {ALFABETO.chars(word): part for word, part in _PART.items()}
SAID_PART = {"am": None, "pm": None, "madrugada": "mañana"}


def part_of(v: Vista, name: str = "fr") -> str | None:
    return _PART_OF[v.node(name).simbolo] if v.has(name) else None


def _in_half(minutos: int, part: str) -> int:
    """Put a 12-hour clock time into the half of the day that was said."""
    hour = minutos // _HOUR
    if hour == _LAST_HOUR:
        if part == "noche":
            return minutos - _NOON or _MIDNIGHT
        return minutos - _NOON if part in {"am", "madrugada"} else minutos
    late = (
        part in {"pm", "tarde"}
        or (part == "noche" and hour >= _DAWN)
        or (part == "mediodia" and hour < _DAWN)
    )
    return minutos + _NOON if late else minutos


def point(v: Vista, minutos: int, part: str | None, *, sure: bool = False) -> Horas | None:
    """Make a clock time; None where no clock shows it."""
    if not 0 <= minutos <= _MIDNIGHT:
        return None
    twelve = _HOUR <= minutos < (_LAST_HOUR + 1) * _HOUR
    if part and twelve:
        minutos = _in_half(minutos, part)
    dudosa = twelve and part is None and not sure
    said = SAID_PART.get(part, part) if part else None
    return Horas(minutos, minutos, v.texto, v.span, dudosa=dudosa, parte=said, aproximada=v.has("aprox"))


def minutes_said(v: Vista, suffix: str = "") -> int | None:
    """Return the minutes said beside the hour; None where they cannot be minutes."""
    for name, value in _NAMED_MINUTES:
        if v.has(name + suffix):
            return value
    if v.has("mmin" + suffix):
        return -v.number("mmin" + suffix)
    if v.has("frac" + suffix):
        return _HALF if v.form("frac" + suffix) == "1/2" else None
    if not v.has("min" + suffix):
        return 0
    value = v.number("min" + suffix)
    bare = not v.has("y" + suffix) and not v.has("u" + suffix)
    return None if bare and value < _LEAST_BARE_MINUTES else value


def _is_both(v: Vista) -> bool:
    """Tell "las dos" (both of them) from "a las dos"."""
    if v.number("h") != _BOTH or not v.has("las") or v.has("pre") or v.has("aprox") or v.has("fr"):
        return False
    return v.after("cualquiera/alguno/una/ninguno/ambos", "de") or not v.preceded(
        "para/pal/de/desde/hasta/entre/antes/despues/mejor"
    )


def clock(v: Vista) -> Horas | None:
    minutes = minutes_said(v)
    if (
        minutes is None
        or (v.has("la") and v.number("h") != 1)
        or (v.has("min") and v.follows("de/del", "<mes12>"))
    ):
        return None
    if not minutes and _is_both(v):
        return None
    hour = v.number("h")
    written = v.form("h").startswith("0") and hour > 0
    return point(v, hour * _HOUR + minutes, part_of(v), sure=written)


def before(v: Vista) -> Horas | None:
    taken = _QUARTER if v.has("cuarto") else v.number("n")
    return point(v, v.number("h") * _HOUR - taken, part_of(v))


def one_and(v: Vista) -> Duracion:
    """Read "una hora y media" as a while."""
    return Duracion(_HOUR + (_HALF if v.has("media") else v.number("min")))


def past(v: Vista) -> Horas | None:
    minutes = _QUARTER if v.has("cuarto") else _HALF if v.has("media") else v.number("n")
    return point(v, v.number("h") * _HOUR + minutes, part_of(v))


def figures(v: Vista) -> Horas | None:
    figures = [
        int(part) for part in v.form("f").replace(".", ":").replace("h", ":").replace(";", ":").split(":")
    ]
    hour, minute = figures[0], figures[1]
    if hour > _HOURS or minute >= _HOUR:
        return None
    minus = minutes_said(v) or 0
    return point(v, hour * _HOUR + minute + minus, part_of(v), sure=v.form("f")[0] == "0")


def noon(v: Vista) -> Horas | None:
    return Horas(_NOON, _NOON, v.texto, v.span) if v.number("h") == _LAST_HOUR else None


def glued(v: Vista) -> Horas | None:
    value = v.number("h")
    return point(v, value // 100 * _HOUR + value % 100, part_of(v), sure=v.form("h")[0] == "0")


def hours(v: Vista) -> Horas | Duracion | None:
    """Read "18h" as a clock time; "3 horas" is a while, and no clock time."""
    whole = v.is_("horas", "horas") and v.is_("h", "n12/una")
    if whole or v.preceded("por/durante"):
        return Duracion(v.number("h") * _HOUR + max(0, v.number("min")))
    return clock(v)


def a_while(v: Vista) -> Duracion:
    unit = _QUARTER if v.has("cuarto") else 1 if v.is_("u", "minuto") else _HOUR
    alone = int(v.has("cuarto"))
    count = 2 if v.has("par") else v.number("n") if v.has("n") else alone
    more = _HALF if v.has("media") else _QUARTER if v.has("q") else max(0, v.number("min"))
    return Duracion(count * unit + more)


def window(v: Vista, first: Horas, last: Horas) -> Horas | None:
    """Join two clock times: a half of the day said for one holds for both, where the order allows."""
    desde, hasta = first.desde, last.hasta
    if desde is None or hasta is None:
        return None
    if hasta == 0:
        hasta = _NOON if desde < _NOON else _MIDNIGHT  # "de 10 a 12 am"
    if first.dudosa and not last.dudosa and desde + _NOON <= hasta:
        desde += _NOON
    if last.dudosa and hasta <= desde:
        hasta += _NOON
    if hasta <= desde:
        return None
    dudosa = first.dudosa and last.dudosa and last.hasta == hasta
    return Horas(desde, hasta, v.texto, v.span, dudosa=dudosa, parte=last.parte or first.parte)


def raw_window(v: Vista) -> Horas | None:
    minutes, more = minutes_said(v), minutes_said(v, "2")
    if minutes is None or more is None:
        return None
    first = point(v, v.number("h") * _HOUR + minutes, part_of(v))
    last = point(v, v.number("h2") * _HOUR + more, part_of(v, "fr2"))
    return window(v, first, last) if first and last else None


def figures_window(v: Vista) -> Horas | None:
    figures = v.form("f").split("-")
    if len(figures) != 2 or int(figures[0]) > max(_LAST_HOUR, int(figures[1])):  # noqa: PLR2004 - from, to
        return None  # "15-10" is a day and a month
    first = point(v, int(figures[0]) * _HOUR, None)
    last = point(v, int(figures[1]) * _HOUR, part_of(v))
    return window(v, first, last) if first and last else None
