"""A deferred task is done by one process at a time, and by another where that one dies."""

from collections.abc import Awaitable, Callable

from citas.application.ports import World
from citas.domain.citas import Instant

TERM = 15
# Renewed when no more than this is left of it: one write in ten seconds, and time for a store that is slow.
LEFT = 5
# How often a process asks for what another one holds.
AGAIN = 3

# Tells, between two steps of a task, whether it is still this process's to do.
Held = Callable[[], Awaitable[bool]]


class Lease:
    """A task's lease, as one process sees it: taken when nobody has it, and prolonged while it is used."""

    def __init__(self, world: World, tarea: str, holder: str) -> None:
        self._world = world
        self._tarea = tarea
        self._holder = holder
        self._until: Instant = 0
        self._ask_at: Instant = 0

    async def held(self) -> bool:
        """Tell whether the task is this process's to do now. Raises UnavailableError."""
        real = self._world.clock.real()
        if self._until - real > LEFT:
            return True
        if real < self._ask_at:
            return self._until > real
        self._ask_at = real + AGAIN
        taken = await self._ask(real + TERM, real)
        self._until = real + TERM if taken else 0
        return taken

    async def give_back(self) -> None:
        """Let another process have it at once. Raises UnavailableError."""
        real = self._world.clock.real()
        if self._until > real:
            self._until = 0
            await self._ask(real, real)

    async def _ask(self, until: Instant, real: Instant) -> bool:
        return await self._world.stores.operator.lease(self._tarea, self._holder, until, real)
