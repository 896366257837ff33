"""Read, decide, commit; and where another writer was first, read and decide again."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from citas.application.ports import Caller, Unit, World
from citas.domain.citas import Instant
from citas.domain.errors import ConflictError, SlotTakenError, UnavailableError

T = TypeVar("T")

# In every round of rivals at least one commits, so this bounds the rivals of one document, not time.
ATTEMPTS = 40


async def decide(attempt: Callable[[], Awaitable[T]]) -> T:
    """Run `attempt`, which reads, decides and commits, until no other writer comes in between.

    Raises:
        SlotTakenError: the index kept refusing what the reads called free.
        UnavailableError: other writers were first every time; nothing was written.
    """
    last: BaseException | None = None
    for _ in range(ATTEMPTS):
        try:
            return await attempt()
        except ConflictError as conflict:
            last = conflict.__cause__
    if isinstance(last, SlotTakenError):
        raise last
    raise UnavailableError


async def claim(world: World, caller: Caller, origen: str, unit: Unit, now: Instant) -> None:
    """Commit a unit that claims atoms; a refusal of the index is counted, alerted, and a conflict.

    Raises ConflictError.
    """
    try:
        await world.stores.of(caller.tenant_id).commit(unit, now)
    except SlotTakenError as refused:
        world.telemetry.count("citas_conflictos_total", origen=origen)
        world.telemetry.alert("indice_unico", caller.tenant_id, origen=origen)
        raise ConflictError from refused
