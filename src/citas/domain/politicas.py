"""The policies of a tenant, with the values that hold when its file is silent, and a function for each rule."""

from dataclasses import dataclass
from datetime import date

from citas.domain.citas import Cita, Instant

# Who has just booked may think better of it.
ARREPENTIMIENTO_SEGUNDOS = 600


@dataclass(frozen=True, slots=True)
class Politicas:
    """Units are in the names; `max_citas_por_cliente` counts future citas."""

    cancelacion_min_horas: int = 24
    max_adelanto_dias: int = 30
    anticipacion_min_minutos: int = 0
    buffer_minutos: int = 0
    slot_minutos: int = 15
    bloqueo_segundos: int = 60
    confirmar: bool = True
    abre_feriados: bool = False
    retencion_dias: int = 30
    max_edad_mensaje_minutos: int = 60
    pausa_humana_minutos: int = 30
    max_citas_por_cliente: int = 5
    presupuesto_ia_mensual_usd: str = "0"


def furthest_day(politicas: Politicas, hoy: date) -> date:
    """Return the last local day that can be booked."""
    return date.fromordinal(min(hoy.toordinal() + politicas.max_adelanto_dias, date.max.toordinal()))


def earliest_start(politicas: Politicas, now: Instant) -> Instant:
    """Return the first instant that keeps the least notice, which counts in time that passes."""
    return now + 60 * politicas.anticipacion_min_minutos


def is_aligned(politicas: Politicas, minutos: int) -> bool:
    """Tell whether a start at `minutos` since local midnight lies on the slot grid."""
    return minutos % politicas.slot_minutos == 0


def within_cancel_notice(politicas: Politicas, start: Instant, now: Instant) -> bool:
    """Tell whether it is early enough to cancel or move; exactly the hours of the policy are."""
    return start - now >= 3600 * politicas.cancelacion_min_horas


def may_change_by_message(politicas: Politicas, cita: Cita, conversacion_id: str, now: Instant) -> bool:
    """Tell whether the chat may cancel or move the cita: in time, or just booked by that same chat."""
    just_booked = cita.conversacion == conversacion_id and now - cita.creada <= ARREPENTIMIENTO_SEGUNDOS
    return just_booked or within_cancel_notice(politicas, cita.start, now)


def has_room_for(politicas: Politicas, citas_futuras: int) -> bool:
    """Tell whether a cliente with that many future citas may book one more."""
    return citas_futuras < politicas.max_citas_por_cliente
