"""Cancel a cita: its slots are free at once, and who waits for them is told of."""

from dataclasses import replace

from citas.application.liberar import Freed, avisos_for_freed
from citas.application.persist import decide
from citas.application.ports import Caller, Replace, Seal, World, unsealed
from citas.application.stored_cita import cita_to_change, dropped_offer
from citas.domain.citas import Cita


async def cancel_cita(
    world: World,
    caller: Caller,
    cita_id: str,
    version: int | None,
    motivo: str | None,
    seal: Seal[Cita] = unsealed,
) -> Cita:
    """Cancel it by the owner's call, which no plazo binds.

    Raises NotFoundError, PreconditionError, CitaStateError or AgendaRuleError as `cita_to_change`.
    """
    return await decide(lambda: _cancel(world, caller, cita_id, version, motivo, seal))


async def _cancel(
    world: World, caller: Caller, cita_id: str, version: int | None, motivo: str | None, seal: Seal[Cita]
) -> Cita:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    tenant = (await door.configured()).tenant
    cita = await cita_to_change(door, cita_id, version, now)
    cancelled = replace(cita, version=cita.version + 1, estado="cancelada", slots=(), motivo=motivo)
    avisos = await avisos_for_freed(world, door, tenant, Freed.of(cita), now)
    offer = await dropped_offer(door, cita)
    await door.commit((*offer, Replace(cancelled), *avisos, *seal(cancelled)), now)
    if avisos:
        world.bell.ring(caller.tenant_id)
    return cancelled
