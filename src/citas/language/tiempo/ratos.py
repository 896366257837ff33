"""Lengths of time: from the named words of a rule to a while, which is no clock time."""

from citas.domain.deseos import Horas
from citas.language.lectura.nodos import Duracion, Vista
from citas.language.tiempo.reloj import clock

_HOUR, _LAST_HOUR, _HOURS = 60, 12, 24
_QUARTER, _HALF = 15, 30
_COUNTED = "persona/personas/x/dia/dias/<mes12>"
_AT = "hoy/manana/<semana7>/a/y/o/hasta/guion/desde/n31/n24/n12"
_LATEST_BARE = 4  # hours that nobody calls so on a clock of 24
_FRACTIONS = {"1/4": _QUARTER, "1/2": _HALF, "3/4": _HOUR - _QUARTER}


def _is_before_hour(v: Vista) -> bool:
    """Tell "20 minutos para las 5" from "noventa minutos para el color"."""
    return v.follows("para/pal", "las/la") or v.follows("para/pal", "n12")


def one_and(v: Vista) -> Duracion | None:
    """Read "una hora y media" as a while."""
    if _is_before_hour(v):
        return None
    more = (
        _HALF if v.has("media") else _QUARTER * v.number("tres", 1) if v.has("q") else max(0, v.number("min"))
    )
    return Duracion(_HOUR + more)


def decimal_hours(v: Vista) -> Duracion | None:
    """Read "2.5 horas" and "1,5 h"."""
    part = v.form("d")
    joint = v.ancla.texto[v.node("n").fin : v.node("d").inicio]
    if not part.isdecimal() or joint not in {".", ","}:
        return None
    return Duracion(v.number("n") * _HOUR + int(part) * _HOUR // 10 ** len(part))


def clock_as_while(v: Vista) -> Duracion | None:
    """Read "dura 1h30" and "un turno de 1:30 horas"; "el de 15:30 horas" is a clock time."""
    hour, minute = v.form("f").replace(".", ":").replace("h", ":").replace(";", ":").split(":")[:2]
    if v.has("u") and int(hour) > _LATEST_BARE:
        return None
    return Duracion(int(hour) * _HOUR + int(minute))


def few_hours(v: Vista) -> Duracion | None:
    return a_while(v) if v.number("n") <= _LATEST_BARE else None


def at_most(v: Vista) -> Duracion | None:
    """Read "de 30 a 45 minutos" as the longer; "de 14 a 16 horas" are clock times."""
    longer = int(v.form("f").split("-")[-1]) if "-" in v.form("f") else v.number("k")
    minutes = v.is_("u", "minuto")
    if (v.has("f") and "-" not in v.form("f")) or (not minutes and longer > _LAST_HOUR):
        return None
    return None if _is_before_hour(v) else Duracion(longer * (1 if minutes else _HOUR))


def just_one(v: Vista) -> Duracion | None:
    """Read "una horita me basta"; "una hora" may be an appointment, as in Chile."""
    return Duracion(_HOUR) if v.form("u") != "hora" else None


def a_while(v: Vista) -> Duracion | None:
    if _is_before_hour(v):
        return None
    if v.has("cuarto") and v.form("cuarto")[-1:].isdigit():
        quarters = _FRACTIONS.get(v.form("cuarto"))
        return Duracion(quarters) if quarters else None
    return Duracion(_counted(v))


def _counted(v: Vista) -> int:
    unit = _QUARTER if v.has("cuarto") else 1 if v.is_("u", "minuto") else _HOUR
    alone = (3 if v.form("cuarto") == "¾" else 1) * v.has("cuarto")
    count = 2 if v.has("par") else v.number("n") if v.has("n") else alone
    more = _HALF if v.has("media") else _QUARTER if v.has("q") else max(0, v.number("min"))
    return count * unit + more


def hours(v: Vista) -> Horas | Duracion | None:
    """Read "18h" as a clock time; "3 horas" is a while, and no clock time."""
    if v.has("min") and not v.has("u") and v.follows(_COUNTED):
        return None  # 3 horas 15 personas
    whole = v.is_("horas", "horas") and (v.is_("h", "n12/una") or v.number("h") == _HOURS)
    whole = whole and not (v.follows("del/de", "<semana7>") or v.follows("del/de", "proximo", "<semana7>"))
    if whole or _is_counted(v) or v.preceded("por/durante"):
        return Duracion(v.number("h") * _HOUR + max(0, v.number("min")))
    return clock(v)


def _is_counted(v: Vista) -> bool:
    """Tell "1 hr 20 min" and "2 hrs" from "mañana 9h" and "18 hs"."""
    short = v.number("h") <= _LATEST_BARE or v.has("u")
    return short and v.is_("h", "n12/una") and not v.preceded(_AT) and not v.after("la/las/el/los", "de")
