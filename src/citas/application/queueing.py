"""Peaks: a post that is too many for this process is stored and waits for whoever has a hand free."""

from citas.application.entrante import Entrante
from citas.application.mensaje_once import received
from citas.application.mensaje_silence import is_excluded
from citas.application.ports import Caller, Queue, World
from citas.application.trabajos import answered_here, first_of, late, store_first, stored_answer, work_off
from citas.application.wire import Wire
from citas.domain.catalogo import Tenant
from citas.language.notices import Notice, notice_of

# A Redis that died meanwhile forgot what waits: it is told again this often.
AGAIN_SECONDS = 1.0


async def is_too_many(world: World, queue: Queue, caller: Caller, entrante: Entrante) -> bool:
    """Tell whether this process has enough in work, and the post may wait for another one."""
    return queue.answering and world.peaks.over(caller.tenant_id) and await _may_wait(world, caller, entrante)


async def _may_wait(world: World, caller: Caller, entrante: Entrante) -> bool:
    """What is known already, or must never be written down, is answered at once: it costs next to nothing."""
    door = world.stores.of(caller.tenant_id)
    configured = await door.configured()
    if not configured.opted_in:
        return False
    return not _is_never_kept(configured.tenant, entrante) and bool((await received(door, entrante)).new)


def _is_never_kept(tenant: Tenant, entrante: Entrante) -> bool:
    notices = {notice_of(linea.text) for linea in entrante.lineas}
    return entrante.grupo or entrante.propio or notices == {Notice.SISTEMA} or is_excluded(tenant, entrante)


async def answered_by_any(
    world: World, queue: Queue, caller: Caller, entrante: Entrante, deadline: float
) -> Wire:
    """Store a post, put it in line, and wait for its answer.

    After `deadline` (`clock.monotonic()`), and at once where the line is full, the answer is `en_proceso`;
    the reply will be in the outbox. Where the queue is away, it is answered here.
    """
    trabajo, mine = await store_first(world, caller, entrante, deadline)
    door = world.stores.of(caller.tenant_id)
    pushed = await queue.push(caller.tenant_id, trabajo.id)
    if pushed == "full":
        return late(entrante)
    while pushed != "away":
        if await door.trabajo(trabajo.id) is None:
            return await stored_answer(world, caller, entrante, mine=mine)
        left = deadline - world.clock.monotonic()
        if left <= 0:
            return late(entrante)
        await world.bell.wait(trabajo.id, min(AGAIN_SECONDS, left))
        if await door.trabajo(trabajo.id) is not None:
            pushed = await queue.push(caller.tenant_id, trabajo.id)
    return await answered_here(world, caller, entrante, trabajo, deadline, mine=mine)


async def work_along(world: World, tenant_id: str, trabajo_id: str) -> None:
    """Answer a post that was in line, and those of its chat whose turn it is then.

    One of those may have come out of the line too early, when this one was in work.
    """
    door = world.stores.of(tenant_id)
    trabajo = await door.trabajo(trabajo_id)
    while trabajo is not None and await work_off(world, tenant_id, trabajo.id):
        following = await first_of(door, trabajo.conversacion)
        trabajo = await door.trabajo(following) if following else None
