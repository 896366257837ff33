"""The clock: from the named words of a rule to a clock time or a window."""

from dataclasses import replace

from citas.domain.deseos import Horas
from citas.language.lectura.nodos import Vista
from citas.language.lexico.alfabeto import ALFABETO

_NOON, _MIDNIGHT, _HOUR = 720, 1440, 60
_LAST_HOUR, _HOURS = 12, 24
_LEAST_BARE_MINUTES = 10
_QUARTER, _HALF = 15, 30
_DAWN = 5
_MONEY = ("%", "€", "$", "euro", "peso", "sole", "usd", "dolar", "dólar", "kg", "cm")
_LONGEST_MONEY = len(" dólar")
_NAMED_MINUTES = (("media", _HALF), ("cuarto", _QUARTER), ("mcuarto", -_QUARTER))
_BOTH = 2
_BETWEEN, _NEAR = "entre ", 32
_AFTER_HOUR = ",/DIA/de/del/el/por/en/hoy/manana/<semana7>/que/o/si/para"
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
    if not v.has(name) or _is_other_word(v, name):
        return None
    return _PART_OF[v.node(name).simbolo]


def _is_other_word(v: Vista, name: str) -> bool:
    """Tell "a las 3 para" and "de 9 a" from "3:30 p" and "10a"."""
    nodo = v.node(name)
    apart = nodo.forma == "a" and v.ancla.texto[nodo.inicio - 1 : nodo.inicio].isspace()
    return (len(nodo.forma) > 1 and v.is_(name, "para")) or (
        apart and not v.texto.lower().rstrip(".").endswith("m")
    )


def _in_half(minutos: int, part: str) -> int:
    """Put a 12-hour clock time into the half of the day that was said."""
    hour = minutos // _HOUR
    if hour == _LAST_HOUR:
        if part == "noche":
            return minutos + _NOON  # it is already the next day
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
    short = value < _LEAST_BARE_MINUTES and not v.form("min" + suffix).startswith("0")
    return None if bare and short else value


def _is_both(v: Vista) -> bool:
    """Tell "las dos" (both of them) from "a las dos"."""
    if v.number("h") != _BOTH or not v.has("las") or v.has("pre") or v.has("aprox") or v.has("fr"):
        return False
    if v.preceded("y") and _BETWEEN in v.ancla.texto[max(0, v.span[0] - _NEAR) : v.span[0]].lower():
        return False  # entre mediodía y las dos
    return v.after("cualquiera/alguno/una/ninguno/ambos", "de") or not v.preceded(
        "para/pal/de/desde/hasta/entre/antes/despues/mejor"
    )


def _is_slip(v: Vista) -> bool:
    """Tell "a la 5" (a las) from "en la 5 con 10" (a street) and "a la 3 sesión"."""
    ends = v.has("fr") or v.has("min") or v.has("y") or v.follows(_AFTER_HOUR)
    return v.has("pre") and v.number("h") <= _LAST_HOUR and ends


def clock(v: Vista) -> Horas | None:
    minutes = minutes_said(v)
    if v.form("h").startswith("primer"):
        return None  # lo primero de la mañana
    if v.form("h") == "una" and len(v.texto.split()) == _BOTH and v.is_("fr", "tarde/noche"):
        return None  # "una tarde"
    if (
        minutes is None
        or (v.has("la") and v.preceded("con"))
        or (v.has("la") and v.number("h") != 1 and not _is_slip(v))
        or (v.has("min") and _is_day_of_month(v))
    ):
        return None
    if not minutes and _is_both(v):
        return None
    hour = v.number("h")
    written = v.form("h").startswith("0") and hour > 0
    return point(v, _on_dial(hour, minutes), part_of(v), sure=written)


def _is_day_of_month(v: Vista) -> bool:
    """Tell "a las 3 23 oct" from "a las 3 23"."""
    return v.follows("<mes12>") or v.follows("de/del/guion/barra", "<mes12>")


def _on_dial(hour: int, minutes: int) -> int:
    """Return the minute of an hour and what is said beside it: before one o'clock stands twelve."""
    return (hour + _LAST_HOUR * (hour == 1 and minutes < 0)) * _HOUR + minutes


def before(v: Vista) -> Horas | None:
    """Read "10 para las 3" and "20 para las cinco y media"."""
    taken = _QUARTER if v.has("q") else v.number("n")
    if v.has("f"):
        clock_time = figures(v)
        at = (clock_time.desde or 0) - taken if clock_time else -1
        return replace(clock_time, desde=at, hasta=at) if clock_time and at >= 0 else None
    minutes = minutes_said(v, "2")
    return None if minutes is None else point(v, _on_dial(v.number("h"), minutes - taken), part_of(v))


def alone(v: Vista) -> Horas | None:
    """Read a number that stands alone, but no part of one like 4.9."""
    inicio, fin = v.span
    if v.ancla.texto[fin : fin + 1] == ")" and v.ancla.texto[max(0, inicio - 1) : inicio] != "(":
        return None  # 1) lunes
    around = v.ancla.texto[max(0, inicio - 2) : inicio], v.ancla.texto[fin : fin + 2][::-1]
    return None if any(_is_figure_and_mark(side) for side in around) else clock(v)


def _is_figure_and_mark(side: str) -> bool:
    return side[:1].isdigit() and side[1:] in {".", ","}


def in_fives(v: Vista) -> Horas | None:
    """Read "10 y 5"; "1 y 2" and "15 y 16" are two things."""
    figures = v.form("min").isdecimal() and not v.form("min").startswith("0")
    return None if figures and v.number("min") % 5 else clock(v)


def with_comma(v: Vista) -> Horas | None:
    """Read "a las 5,30", where nothing stands between the figures but the comma."""
    joint = v.ancla.texto[v.node("h").fin : v.node("min").inicio]
    written = v.form("min").isdecimal() and len(v.form("min")) == len("30")
    return clock(v) if joint == "," and written else None


def halved(v: Vista) -> Horas | None:
    """Read "3 1/2" and "3½"; "3 medias" is no hour."""
    return clock(v) if v.has("frac") or v.form("media") == "½" else None


def past(v: Vista) -> Horas | None:
    minutes = _QUARTER if v.has("cuarto") else _HALF if v.has("media") else v.number("n")
    return point(v, v.number("h") * _HOUR + minutes, part_of(v))


def figures(v: Vista) -> Horas | None:
    figures = [
        int(part) for part in v.form("f").replace(".", ":").replace("h", ":").replace(";", ":").split(":")
    ]
    hour, minute = figures[0], figures[1]
    if hour > _HOURS or minute >= _HOUR or _is_amount(v):
        return None
    minus = minutes_said(v) or 0
    return point(v, hour * _HOUR + minute + minus, part_of(v), sure=v.form("f")[0] == "0")


def _is_amount(v: Vista) -> bool:
    """Tell "6.45%" and "12.30 euros" from "a las 6.45"."""
    if "." not in v.form("f"):
        return False
    after = v.ancla.texto[v.node("f").fin : v.node("f").fin + _LONGEST_MONEY].lower().lstrip()
    bare = v.texto == v.form("f") and v.preceded("x/cuanto/pago/valor")
    return bare or after.startswith(_MONEY)


def noon(v: Vista) -> Horas | None:
    """Read "12 m" and "12:30 m"."""
    if not v.has("f"):
        return Horas(_NOON, _NOON, v.texto, v.span) if v.number("h") == _LAST_HOUR else None
    clock_time = figures(v)
    is_noon = clock_time and (clock_time.desde or 0) // _HOUR == _LAST_HOUR
    return replace(clock_time, dudosa=False) if clock_time and is_noon else None


def glued(v: Vista) -> Horas | None:
    value = v.number("h")
    return point(v, value // 100 * _HOUR + value % 100, part_of(v), sure=v.form("h")[0] == "0")
