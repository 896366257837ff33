"""What a reply says: its hours and days, as this house writes them, and whether they hold together."""

import re
from datetime import date, timedelta

from citas.language.wording.palabras import DIAS, MESES

CLOCK = re.compile(r"\b(\d{1,2}):(\d{2}) ([ap])\. m\.")
DAY = re.compile(rf"(?:\b(hoy|mañana) )?\b({'|'.join(DIAS)}) (\d{{1,2}}) de ({'|'.join(MESES)})\b")
AVISO = re.compile(r"\n[^\n]*(?:automática)[^\n]*privacidad[^\n]*$")


def without_aviso(texto: str) -> str:
    """Return the text without the privacy line that ends a first reply."""
    return AVISO.sub("", texto)


def hours_of(texto: str) -> list[str]:
    """Return every hour that is said, as `hh:mm`, in order."""
    found = CLOCK.findall(texto)
    return [f"{int(h) % 12 + (12 if half == 'p' else 0):02d}:{m}" for h, m, half in found]


def days_of(texto: str, hoy: date) -> list[tuple[str, date, str]]:
    """Return every day that is said: hoy or mañana beside it, the date, and the weekday's name."""
    return [(rel, _dated(int(n), MESES.index(mes) + 1, hoy), dia) for rel, dia, n, mes in DAY.findall(texto)]


def _dated(day: int, month: int, hoy: date) -> date:
    years = (hoy.year - 1, hoy.year, hoy.year + 1)
    return min((date(year, month, day) for year in years), key=lambda one: abs((one - hoy).days))


def false_days(texto: str, hoy: date) -> list[str]:
    """Return the days whose weekday, or whose "hoy" or "mañana", is another one's."""
    near = {"": None, "hoy": hoy, "mañana": hoy + timedelta(days=1)}
    return [
        f"{rel} {dia} {fecha}"
        for rel, fecha, dia in days_of(texto, hoy)
        if DIAS[fecha.weekday()] != dia or near[rel] not in {None, fecha}
    ]


def in_order(said: list[str], wanted: list[str]) -> bool:
    """Tell whether `wanted` are all said, in their order."""
    rest = iter(said)
    return all(one in rest for one in wanted)
