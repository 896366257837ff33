"""Devices that stopped reporting while the business is open."""

from dataclasses import replace

from citas.application.avisos import new_aviso
from citas.application.leases import Held
from citas.application.ports import Door, Insert, Replace, World
from citas.domain.apertura import open_at
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.errors import ConflictError
from citas.domain.mensajes import Latido
from citas.language.escritos.avisos import TipoAviso

SILENT_SECONDS = 15 * 60
CLOSED_SECONDS = 30


class SilenceWatch:
    """Remembers when a device of each business can first have been silent for too long.

    A heartbeat only moves that moment away, so that a business is read about once in 15 minutes, however
    often this is asked.
    """

    def __init__(self) -> None:
        self._generation: int | None = None
        self._tenants: tuple[Tenant, ...] = ()
        self._look_at: dict[str, Instant] = {}

    async def alert_silent(self, world: World, held: Held) -> int:
        """Alert each device that was silent for 15 minutes inside the hours, once until its next heartbeat.

        Returns how many were alerted by this call.
        """
        now, alerted = world.clock.now(), 0
        await self._refresh(world)
        for tenant in [each for each in self._tenants if self._is_time(each, now)]:
            if not await held():
                break
            if _open_since(tenant, now):
                silent, first = await _alert(world, tenant, now)
                alerted += silent
                self._look_at[tenant.id] = first + SILENT_SECONDS
            else:
                self._look_at[tenant.id] = now + CLOSED_SECONDS
        return alerted

    async def _refresh(self, world: World) -> None:
        """Read the businesses again if one of them changed."""
        generation = await world.stores.operator.generation()
        if generation != self._generation:
            self._tenants = await world.stores.operator.tenants()
            self._generation = generation

    def _is_time(self, tenant: Tenant, now: Instant) -> bool:
        look_at = self._look_at.get(tenant.id, now)
        # A clock that was put back must not put off the next look.
        return not now < look_at <= now + SILENT_SECONDS


def _open_since(tenant: Tenant, now: Instant) -> bool:
    """Tell whether the business was open all that while: silence overnight is no silence."""
    return open_at(tenant, now) and open_at(tenant, now - SILENT_SECONDS)


async def _alert(world: World, tenant: Tenant, now: Instant) -> tuple[int, Instant]:
    """Alert the silent ones; return how many, and the oldest heartbeat of the others (`now` without any)."""
    door, alerted, oldest = world.stores.of(tenant.id), 0, now
    for latido in await door.latidos():
        if latido.alertado:
            continue
        if latido.cuando > now - SILENT_SECONDS:
            oldest = min(oldest, latido.cuando)
        elif await _mark(world, door, tenant, latido, now):
            world.telemetry.alert("dispositivo_silencioso", tenant.id)
            world.bell.ring(tenant.id)
            alerted += 1
    return alerted, oldest


async def _mark(world: World, door: Door, tenant: Tenant, latido: Latido, now: Instant) -> bool:
    """Note that it was alerted, unless another worker, or its heartbeat, was first."""
    marked = replace(latido, version=latido.version + 1, alertado=True)
    aviso = new_aviso(world, tenant, TipoAviso.DISPOSITIVO_SILENCIOSO, now, detalle=latido.nombre or None)
    try:
        await door.commit((Replace(marked), Insert(aviso)), now)
    except ConflictError:
        return False
    return True
