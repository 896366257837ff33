"""Devices that stopped reporting while the business is open."""

from dataclasses import replace

from citas.application.avisos import new_aviso
from citas.application.ports import Door, Insert, Replace, World
from citas.domain.apertura import open_at
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.errors import ConflictError
from citas.domain.mensajes import Latido
from citas.language.avisos import TipoAviso

SILENT_SECONDS = 15 * 60


async def alert_silent_devices(world: World) -> int:
    """Alert each device that was silent for 15 minutes inside the hours, once until its next heartbeat.

    Returns how many were alerted by this call.
    """
    now = world.clock.now()
    alerted = 0
    for tenant in await world.stores.operator.tenants():
        if _open_since(tenant, now):
            alerted += await _alert(world, tenant, now)
    return alerted


def _open_since(tenant: Tenant, now: Instant) -> bool:
    """Tell whether the business was open all that while: silence overnight is no silence."""
    return open_at(tenant, now) and open_at(tenant, now - SILENT_SECONDS)


async def _alert(world: World, tenant: Tenant, now: Instant) -> int:
    door = world.stores.of(tenant.id)
    silent = [latido for latido in await door.latidos() if _is_silent(latido, now)]
    marked = [await _mark(world, door, tenant, latido, now) for latido in silent]
    for _ in filter(None, marked):
        world.telemetry.alert("dispositivo_silencioso", tenant.id)
        world.bell.ring(tenant.id)
    return sum(marked)


def _is_silent(latido: Latido, now: Instant) -> bool:
    return not latido.alertado and latido.cuando <= now - SILENT_SECONDS


async def _mark(world: World, door: Door, tenant: Tenant, latido: Latido, now: Instant) -> bool:
    """Note that it was alerted, unless another worker, or its heartbeat, was first."""
    marked = replace(latido, version=latido.version + 1, alertado=True)
    aviso = new_aviso(world, tenant, TipoAviso.DISPOSITIVO_SILENCIOSO, now, detalle=latido.nombre or None)
    try:
        await door.commit((Replace(marked), Insert(aviso)), now)
    except ConflictError:
        return False
    return True
