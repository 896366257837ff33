"""Lengths of time: from the named words of a rule to a while, which is no clock time."""

from citas.domain.deseos import Horas
from citas.language.nodos import Duracion, Vista
from citas.language.reloj import clock

_HOUR, _HOURS = 60, 24
_QUARTER, _HALF = 15, 30


def one_and(v: Vista) -> Duracion:
    """Read "una hora y media" as a while."""
    more = _HALF if v.has("media") else _QUARTER if v.has("q") else v.number("min")
    return Duracion(_HOUR + more)


def decimal_hours(v: Vista) -> Duracion | None:
    """Read "2.5 horas" and "1,5 h"."""
    part = v.form("d")
    joint = v.ancla.texto[v.node("n").fin : v.node("d").inicio]
    if not part.isdecimal() or joint not in {".", ","}:
        return None
    return Duracion(v.number("n") * _HOUR + int(part) * _HOUR // 10 ** len(part))


def a_while(v: Vista) -> Duracion:
    unit = _QUARTER if v.has("cuarto") else 1 if v.is_("u", "minuto") else _HOUR
    alone = int(v.has("cuarto"))
    count = 2 if v.has("par") else v.number("n") if v.has("n") else alone
    more = _HALF if v.has("media") else _QUARTER if v.has("q") else max(0, v.number("min"))
    return Duracion(count * unit + more)


def hours(v: Vista) -> Horas | Duracion | None:
    """Read "18h" as a clock time; "3 horas" is a while, and no clock time."""
    whole = v.is_("horas", "horas") and (v.is_("h", "n12/una") or v.number("h") == _HOURS)
    whole = whole and not (v.follows("del/de", "<semana7>") or v.follows("del/de", "proximo", "<semana7>"))
    if whole or v.preceded("por/durante"):
        return Duracion(v.number("h") * _HOUR + max(0, v.number("min")))
    return clock(v)
