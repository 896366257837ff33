"""Take a mensaje: understand it, decide, write it all in one unit, and answer."""

from citas.application.entrante import Entrante
from citas.application.mensaje_attempt import attempt
from citas.application.mensaje_turn import Course
from citas.application.persist import decide
from citas.application.ports import Caller, Seal, World, unsealed
from citas.application.queueing import answered_by_any, is_too_many
from citas.application.trabajos import answered_in_turn
from citas.application.wire import Wire

PATIENCE = 10.0


async def handle_mensaje(
    world: World,
    caller: Caller,
    entrante: Entrante,
    seal: Seal[Wire] = unsealed,
    patience: float = PATIENCE,
) -> Wire:
    """Answer a mensaje as the contract says; what it changes is stored before this returns.

    Where the answer takes longer than `patience` (seconds of real time) it is `en_proceso`: the post is
    stored, and its reply will be in the outbox. Such a post is not sealed.

    Raises:
        ConsentMissingError: the business did not opt in; nothing is stored.
        NotFoundError: no such tenant.
        UnavailableError: the store is silent; nothing is stored.
    """
    started = world.clock.monotonic()
    queue = world.queue
    if queue is not None and await is_too_many(world, queue, caller, entrante):
        answer = await answered_by_any(world, queue, caller, entrante, started + patience)
    else:
        with world.peaks.working(caller.tenant_id):
            answer = await _answered(world, caller, entrante, seal, started + patience)
    world.telemetry.observe("citas_respuesta_segundos", world.clock.monotonic() - started)
    return answer


async def _answered(
    world: World, caller: Caller, entrante: Entrante, seal: Seal[Wire], deadline: float
) -> Wire:
    course = Course()
    answer = await decide(lambda: attempt(world, caller, entrante, seal, course))
    return await answered_in_turn(world, caller, entrante, deadline) if answer is None else answer
