"""How many requests one key may make in a minute: over all processes where they share a count, else in this one."""

from collections import deque
from math import ceil
from typing import Protocol

WINDOW = 60.0


class SharedLimit(Protocol):
    """Counts the requests of a key over all processes."""

    async def wait(self, clave_id: str, per_minute: int) -> int | None:
        """Count a request and return 0; over the limit, count nothing and return the seconds to wait.

        None: whoever counts does not answer.
        """


class RateLimit:
    """A sliding minute for each key. `per_minute` 0: no limit."""

    def __init__(self, per_minute: int, shared: SharedLimit | None = None) -> None:
        self._per_minute = per_minute
        self._shared = shared
        self._seen: dict[str, deque[float]] = {}

    async def wait(self, clave_id: str, now: float) -> int:
        """Count a request and return 0; over the limit, count nothing and return the seconds to wait."""
        if not self._per_minute:
            return 0
        over_all = await self._shared.wait(clave_id, self._per_minute) if self._shared else None
        if over_all:
            return over_all
        here = self._here(clave_id, now)
        return here if over_all is None else 0

    def _here(self, clave_id: str, now: float) -> int:
        """Count in this process, also while the count is shared: it may have to go on alone."""
        seen = self._seen.setdefault(clave_id, deque())
        while seen and seen[0] <= now - WINDOW:
            seen.popleft()
        if len(seen) >= self._per_minute:
            return max(1, ceil(seen[0] + WINDOW - now))
        seen.append(now)
        return 0
