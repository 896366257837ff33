"""One pass of the deferred tasks: what expired goes, what was left half done is taken up."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from citas.application.avisos import new_aviso
from citas.application.ports import Door, Insert, Remove, Replace, Unit, World
from citas.application.silence import alert_silent_devices
from citas.domain.citas import Instant
from citas.domain.errors import ConflictError
from citas.domain.mensajes import Mensaje, Salida
from citas.language.avisos import TipoAviso

# Takes up a mensaje of the tenant whose lease has ended.
TakeUp = Callable[[World, str, Mensaje], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Swept:
    """How much one pass did."""

    holds: int = 0
    salidas: int = 0
    mensajes: int = 0
    purged: int = 0
    silent: int = 0


async def sweep(world: World, take_up: TakeUp | None = None) -> Swept:
    """Do what is due in every tenant; safe with any number of workers, and when it is repeated."""
    now, real = world.clock.now(), world.clock.real()
    total = Swept(silent=await alert_silent_devices(world))
    for tenant_id in await world.stores.operator.due(max(now, real)):
        done = await _sweep_tenant(world, tenant_id, take_up, now)
        total = Swept(
            total.holds + done.holds,
            total.salidas + done.salidas,
            total.mensajes + done.mensajes,
            total.purged + done.purged,
            total.silent,
        )
    return total


async def _sweep_tenant(world: World, tenant_id: str, take_up: TakeUp | None, now: Instant) -> Swept:
    door = world.stores.of(tenant_id)
    holds = [await _done(door, (Remove(hold),), now) for hold in await door.expired_holds(now)]
    salidas = [
        await _expire(world, door, tenant_id, salida, now) for salida in await door.expired_salidas(now)
    ]
    taken = await _take_up(world, tenant_id, take_up) if take_up else 0
    return Swept(sum(holds), sum(salidas), taken, await door.purge(world.clock.real()))


async def _take_up(world: World, tenant_id: str, take_up: TakeUp) -> int:
    unfinished = await world.stores.of(tenant_id).unfinished(world.clock.real())
    for mensaje in unfinished:
        await take_up(world, tenant_id, mensaje)
    return len(unfinished)


async def _expire(world: World, door: Door, tenant_id: str, salida: Salida, now: Instant) -> bool:
    """Give up a salida; where its device never even got it, the owner is told of who waits."""
    expired = Replace(replace(salida, version=salida.version + 1, estado="caducada"))
    if salida.dada:
        return await _done(door, (expired,), now)
    aviso = new_aviso(
        world,
        await door.tenant(),
        TipoAviso.CADUCADA,
        now,
        quien=salida.para,
        cliente_id=salida.cliente_id,
    )
    told = await _done(door, (expired, Insert(aviso)), now)
    if told:
        world.bell.ring(tenant_id)
    return told


async def _done(door: Door, unit: Unit, now: Instant) -> bool:
    """Commit, unless another worker was first."""
    try:
        await door.commit(unit, now)
    except ConflictError:
        return False
    return True
