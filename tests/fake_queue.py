"""A queue in memory that keeps the promises of the port, and can be away or lose what it carries."""

from collections import deque

from citas.application.ports import Clock, Pushed


class FakeQueue:
    """See `Queue`. `answering` False: it is away; `lost()` is a Redis that died and came back empty."""

    def __init__(self, clock: Clock, longest: int = 200) -> None:
        self._clock = clock
        self._longest = longest
        self._waiting: dict[str, deque[str]] = {}
        self.answering = True

    async def push(self, tenant_id: str, trabajo_id: str) -> Pushed:
        if not self.answering:
            return "away"
        mine = self._waiting.setdefault(tenant_id, deque())
        if trabajo_id in mine:
            return "queued"
        if len(mine) >= self._longest:
            return "full"
        mine.append(trabajo_id)
        return "queued"

    async def pop(self, seconds: float) -> tuple[str, str] | None:
        if not self.answering or not self._waiting:
            await self._clock.sleep(seconds)
            return None
        tenant_id = next(iter(self._waiting))
        mine = self._waiting.pop(tenant_id)
        trabajo_id = mine.popleft()
        if mine:
            self._waiting[tenant_id] = mine  # behind the others
        return tenant_id, trabajo_id

    async def ping(self) -> bool:
        return self.answering

    def lost(self) -> None:
        """Forget all that it carried."""
        self._waiting.clear()
