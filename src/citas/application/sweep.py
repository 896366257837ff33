"""The deferred tasks: what expired goes, what was left half done is taken up."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from citas.application.avisos import new_aviso
from citas.application.leases import Held
from citas.application.ports import Door, Insert, Remove, Replace, Unit, World
from citas.application.silence import SilenceWatch
from citas.application.trabajos import work_off
from citas.domain.citas import Instant
from citas.domain.errors import ConflictError, UnavailableError
from citas.domain.mensajes import Salida, Trabajo
from citas.language.escritos.avisos import TipoAviso

# Of one tenant's posts that are taken up in one pass; the others have their turn before the rest.
MOST_OF_ONE = 20
CHATS_AT_ONCE = 4

Lane = tuple[str, Sequence[Trabajo]]


@dataclass(frozen=True, slots=True)
class Deferred:
    """A task that one process of the installation does at a time, again and again.

    `tarea` names it and its lease, `pause` is in seconds. `do` asks between its steps whether the task is
    still its own, and returns how much it did; doing it twice at once, or again, is harmless.
    """

    tarea: str
    pause: float
    do: Callable[[World, Held], Awaitable[int]]


def deferred_tasks() -> tuple[Deferred, ...]:
    """Return the tasks, as one process does them."""
    return (
        Deferred("apartados", 1.0, free_expired_holds),
        Deferred("salidas", 1.0, expire_salidas),
        Deferred("mensajes", 1.0, take_up_unfinished),
        Deferred("dispositivos", 1.0, SilenceWatch().alert_silent),
        Deferred("retencion", 15.0, purge),
    )


async def sweep(world: World) -> dict[str, int]:
    """Do all that is due once, where this process is the only one; return how much of each task."""
    return {task.tarea: await task.do(world, _alone) for task in deferred_tasks()}


async def _alone() -> bool:
    return True


async def free_expired_holds(world: World, held: Held) -> int:
    """Give free what offers hold that ran out."""
    now = world.clock.now()

    async def free(tenant_id: str) -> int:
        door = world.stores.of(tenant_id)
        return sum([await _done(door, (Remove(hold),), now) for hold in await door.expired_holds(now)])

    return await _in_each(world, held, now, free)


async def expire_salidas(world: World, held: Held) -> int:
    """Give up the replies that no device sent in time."""
    now = world.clock.now()

    async def expire(tenant_id: str) -> int:
        door = world.stores.of(tenant_id)
        expired = await door.expired_salidas(now)
        return sum([await _expire(world, door, tenant_id, salida, now) for salida in expired])

    return await _in_each(world, held, now, expire)


async def purge(world: World, held: Held) -> int:
    """Delete what was kept as long as it may be."""
    real = world.clock.real()
    return await _in_each(world, held, real, lambda tenant_id: world.stores.of(tenant_id).purge(real))


async def _in_each(world: World, held: Held, instant: Instant, step: Callable[[str], Awaitable[int]]) -> int:
    """Do a step in every tenant that has something due; what fails in one keeps no other one waiting."""
    done, faults = 0, list[Exception]()
    for tenant_id in await world.stores.operator.due(instant):
        if not await held():
            break
        try:
            done += await step(tenant_id)
        except UnavailableError:
            raise
        except Exception as fault:  # noqa: BLE001 - raised with all the others once every tenant had its turn
            faults.append(fault)
    _raise(faults)
    return done


def _raise(faults: Sequence[Exception]) -> None:
    if faults:
        raise ExceptionGroup("deferred", faults)


async def take_up_unfinished(world: World, held: Held) -> int:
    """Answer the posts that nobody answered: some chats at a time, the tenants by turns."""
    real = world.clock.real()
    of_each = [await _lanes(world, tenant_id, real) for tenant_id in await world.stores.operator.due(real)]
    lanes = [lane for lane in chain.from_iterable(zip_longest(*of_each)) if lane is not None]
    done, faults = 0, list[Exception]()
    for first in range(0, len(lanes), CHATS_AT_ONCE):
        if not await held():
            break
        group = lanes[first : first + CHATS_AT_ONCE]
        ended = await asyncio.gather(
            *(_work_along(world, held, lane) for lane in group), return_exceptions=True
        )
        done += sum(one for one in ended if isinstance(one, int))
        faults += [one for one in ended if isinstance(one, Exception)]
    _raise(faults)
    return done


async def _lanes(world: World, tenant_id: str, real: Instant) -> Iterable[Lane]:
    """Return the chats that wait, each with its posts in order."""
    chats: dict[str, list[Trabajo]] = {}
    for trabajo in (await world.stores.of(tenant_id).unfinished(real))[:MOST_OF_ONE]:
        chats.setdefault(trabajo.conversacion, []).append(trabajo)
    return [(tenant_id, trabajos) for trabajos in chats.values()]


async def _work_along(world: World, held: Held, lane: Lane) -> int:
    tenant_id, trabajos = lane
    done = 0
    for trabajo in trabajos:
        if await held():
            done += await work_off(world, tenant_id, trabajo.id)
    return done


async def _expire(world: World, door: Door, tenant_id: str, salida: Salida, now: Instant) -> bool:
    """Give up a salida; where its device never even got it, the owner is told of who waits."""
    expired = Replace(replace(salida, version=salida.version + 1, estado="caducada"))
    if salida.dada:
        return await _done(door, (expired,), now)
    aviso = new_aviso(
        world,
        (await door.configured()).tenant,
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
