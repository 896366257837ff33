"""Which day "el martes" is when it is said on a Tuesday: today where its clock time is still ahead."""

from datetime import date, timedelta

from citas.domain.apertura import tenant_tramos
from citas.domain.catalogo import Tenant
from citas.domain.deseos import Dias, Horas
from citas.domain.dialogo.merging import DAYS_OF_A_WEEK, names_clock, readings, window_of
from citas.domain.dialogo.situation import Situation


def day_of(dias: Dias, horas: tuple[Horas, ...], situation: Situation) -> date | None:
    """Return the day of an expression of one day; today instead of in a week where the hour is still ahead."""
    if dias.desde is None or dias.hasta != dias.desde:
        return None
    if dias.hoy_si_hora and any(names_clock(h) and is_ahead(h, situation) for h in horas):
        return dias.desde - timedelta(days=DAYS_OF_A_WEEK)
    return dias.desde


def is_ahead(horas: Horas, situation: Situation) -> bool:
    """Tell whether the clock time, by its latest likely reading, or the whole window is still ahead today."""
    minute_now = situation.ahora.hour * 60 + situation.ahora.minute
    if not horas.es_punto:
        return is_window_ahead(horas, situation, minute_now)
    return any(
        minute > minute_now and open_at(situation.tenant, situation.hoy, minute) for minute in readings(horas)
    )


def is_window_ahead(horas: Horas, situation: Situation, minute_now: int) -> bool:
    """Tell whether the window begins after now ("antes de las 10": ends) and the business opens in it today."""
    low, high = window_of(horas)
    edge, low = (high, max(low, minute_now)) if horas.desde is None else (low, low)
    tramos = tenant_tramos(situation.tenant, situation.hoy)
    return edge > minute_now and any(max(tramo.desde, low) < min(tramo.hasta, high) for tramo in tramos)


def open_at(tenant: Tenant, fecha: date, minute: int) -> bool:
    """Tell whether the business is open at that minute of a day."""
    return any(tramo.desde <= minute < tramo.hasta for tramo in tenant_tramos(tenant, fecha))
