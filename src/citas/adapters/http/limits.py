"""How many requests one key may make in a minute, in this process."""

from collections import deque
from math import ceil

WINDOW = 60.0


class RateLimit:
    """A sliding minute for each key. `per_minute` 0: no limit."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._seen: dict[str, deque[float]] = {}

    def wait(self, clave_id: str, now: float) -> int:
        """Count a request and return 0; over the limit, count nothing and return the seconds to wait."""
        if not self._per_minute:
            return 0
        seen = self._seen.setdefault(clave_id, deque())
        while seen and seen[0] <= now - WINDOW:
            seen.popleft()
        if len(seen) >= self._per_minute:
            return max(1, ceil(seen[0] + WINDOW - now))
        seen.append(now)
        return 0
