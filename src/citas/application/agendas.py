"""The agenda as a use case reads it: the ocupaciones of some local days, what is free, what is nearest."""

from datetime import date, timedelta

from citas.application.ports import Door
from citas.domain.agenda import Agenda, Solicitud, deciding_span
from citas.domain.apertura import days_span
from citas.domain.catalogo import Tenant
from citas.domain.citas import Hueco, Instant
from citas.domain.desenlaces import Motivo
from citas.domain.errors import AgendaRuleError, InputError, SlotTakenError
from citas.domain.intervals import local_date
from citas.domain.politicas import furthest_day

# Days on each side of a wish that are searched first; only a full agenda needs all of them.
NEAR_DAYS = 2
ALTERNATIVAS = 5
FIRST_YEAR, LAST_YEAR = 1971, 2199
NOTHING: frozenset[str] = frozenset()


def bookable_days(tenant: Tenant, now: Instant) -> tuple[date, date]:
    """Return the first and the last local day on which something can be booked."""
    hoy = local_date(tenant.zona, now)
    return hoy, furthest_day(tenant.politicas, hoy)


def sane_day(fecha: date, campo: str) -> date:
    """Refuse days that no clock counts. Raises InputError."""
    if not FIRST_YEAR <= fecha.year <= LAST_YEAR:
        raise InputError(campo, f"El año va de {FIRST_YEAR} a {LAST_YEAR}.")
    return fecha


async def agenda_of(
    door: Door, tenant: Tenant, now: Instant, desde: date, hasta: date, ignora: frozenset[str] = NOTHING
) -> Agenda:
    """Read the agenda of the days [desde, hasta]."""
    return Agenda(tenant, now, await door.ocupaciones(*days_span(tenant, desde, hasta)), ignora)


def require_known(tenant: Tenant, servicios_id: tuple[str, ...], recurso_id: str | None) -> None:
    """Refuse ids that are not this tenant's. Raises AgendaRuleError."""
    if any(tenant.servicio(servicio_id) is None for servicio_id in servicios_id):
        raise AgendaRuleError(Motivo.SERVICIO_DESCONOCIDO)
    if recurso_id is not None and tenant.recurso(recurso_id) is None:
        raise AgendaRuleError("recurso_desconocido")


async def find_hueco(
    door: Door,
    tenant: Tenant,
    now: Instant,
    solicitud: Solicitud,
    fecha: date,
    minutos: int,
    ignora: frozenset[str] = NOTHING,
) -> Hueco:
    """Return the free start that was asked for.

    Raises:
        AgendaRuleError: a rule forbids it.
        SlotTakenError: it is taken, with the nearest alternativas.
    """
    first, last = bookable_days(tenant, now)
    # Of a day on which nothing can be booked there is nothing to read; the rules say why.
    bookable = first <= fecha <= last
    span = deciding_span(tenant, solicitud, [(fecha, minutos)]) if bookable else None
    ocupaciones = await door.ocupaciones(*span) if span else ()
    found = Agenda(tenant, now, ocupaciones, ignora).check(solicitud, fecha, minutos)
    if isinstance(found, Hueco):
        return found
    if found is Motivo.OCUPADO:
        raise SlotTakenError(await nearest(door, tenant, now, solicitud, fecha, minutos, ignora))
    raise AgendaRuleError(found)


async def nearest(
    door: Door,
    tenant: Tenant,
    now: Instant,
    solicitud: Solicitud,
    fecha: date,
    minutos: int,
    ignora: frozenset[str] = NOTHING,
) -> tuple[Hueco, ...]:
    """Return the free starts nearest to a wish that cannot be had, by start."""
    hoy, last = bookable_days(tenant, now)
    near = max(hoy, fecha - timedelta(days=NEAR_DAYS)), min(last, fecha + timedelta(days=NEAR_DAYS))
    found = await _nearest_among(door, tenant, now, solicitud, fecha, minutos, near, ignora)
    if len(found) == ALTERNATIVAS and _surely_nearest(tenant, found, fecha):
        return found
    return await _nearest_among(door, tenant, now, solicitud, fecha, minutos, (hoy, last), ignora)


async def _nearest_among(
    door: Door,
    tenant: Tenant,
    now: Instant,
    solicitud: Solicitud,
    fecha: date,
    minutos: int,
    days: tuple[date, date],
    ignora: frozenset[str],
) -> tuple[Hueco, ...]:
    desde, hasta = days
    agenda = await agenda_of(door, tenant, now, desde, hasta, ignora)
    return agenda.nearest(solicitud, fecha, minutos, desde=desde, hasta=hasta, limit=ALTERNATIVAS)


def _surely_nearest(tenant: Tenant, found: tuple[Hueco, ...], fecha: date) -> bool:
    """Tell whether nothing outside the days searched first can be nearer than these."""
    days = (local_date(tenant.zona, hueco.start) for hueco in found)
    return all(abs((day - fecha).days) < NEAR_DAYS for day in days)
