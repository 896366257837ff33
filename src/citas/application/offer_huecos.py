"""Offer the free starts of some days."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

from citas.application.agendas import agenda_of, bookable_days, require_known
from citas.application.ports import Caller, Door, World
from citas.domain.agenda import Solicitud
from citas.domain.catalogo import Tenant
from citas.domain.citas import Hueco, Instant
from citas.domain.errors import InputError

MAX_DAYS = 62
DEFAULT_LIMIT, MAX_LIMIT = 200, 20_000


async def offer_huecos(
    world: World,
    caller: Caller,
    *,
    servicios_id: tuple[str, ...],
    desde: date,
    hasta: date,
    recurso_id: str | None = None,
    limite: int | None = None,
) -> tuple[Hueco, ...]:
    """Return the free starts of the days [desde, hasta], by start, then by the file's order of recursos.

    None for a day that is past or beyond the furthest, or of a recurso that does not do it all.
    Raises InputError (too many days or huecos, days reversed) or AgendaRuleError (unknown ids).
    """
    limit = _limit(servicios_id, desde, hasta, limite)
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    tenant = (await door.configured()).tenant
    require_known(tenant, servicios_id, recurso_id)
    first, last = bookable_days(tenant, now)
    solicitud = Solicitud(servicios_id, recurso_id)
    found: list[Hueco] = []
    async for hueco in _huecos(door, tenant, now, solicitud, max(desde, first), min(hasta, last)):
        found.append(hueco)
        if len(found) == limit:
            break
    return tuple(found)


def _limit(servicios_id: tuple[str, ...], desde: date, hasta: date, limite: int | None) -> int:
    if not servicios_id:
        raise InputError("servicio_id", "Diga al menos un servicio.")
    if hasta < desde:
        raise InputError("hasta", "El último día no puede ser anterior al primero.")
    if (hasta - desde).days >= MAX_DAYS:
        raise InputError("hasta", f"Pida como máximo {MAX_DAYS} días.")
    limit = DEFAULT_LIMIT if limite is None else limite
    if not 1 <= limit <= MAX_LIMIT:
        raise InputError("limite", f"El límite va de 1 a {MAX_LIMIT}.")
    return limit


async def _huecos(
    door: Door, tenant: Tenant, now: Instant, solicitud: Solicitud, desde: date, hasta: date
) -> AsyncIterator[Hueco]:
    """Read few days first, then twice as many: the first huecos rarely need them all."""
    days = 1
    while desde <= hasta:
        until = min(hasta, desde + timedelta(days=days - 1))
        agenda = await agenda_of(door, tenant, now, desde, until)
        for hueco in agenda.huecos(solicitud, desde, until):
            yield hueco
        desde, days = until + timedelta(days=1), days * 2
