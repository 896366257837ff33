"""The one file that reads the world: clocks, waits, chance, and the bell of this process."""

import asyncio
import gc
import secrets
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

from citas.domain.citas import Instant

_COUNTER_SPAN = 1 << 24
_LONGEST_DEAF = 1.0
_OBJECTS_BETWEEN_COLLECTIONS = 10_000


def settle_memory() -> None:
    """Set apart all that was made by now, which stays, and look for cycles less often: a request makes few."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)


def parse_instant_ms(text: str) -> int:
    """Read an instant: RFC 3339 with offset, or epoch milliseconds. Raises ValueError."""
    bare = text.strip()
    if bare.isascii() and bare.isdigit():
        return int(bare)
    moment = datetime.fromisoformat(bare)
    if moment.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return round(moment.timestamp() * 1000)


def machine_ms() -> int:
    """Return the machine's instant in milliseconds."""
    return time.time_ns() // 1_000_000


def file_ms(path: Path) -> Callable[[], int]:
    """Make a reader of the instant in a file. It raises OSError or ValueError where none stands there."""

    def read() -> int:
        return parse_instant_ms(path.read_text("utf-8"))

    return read


class ServiceClock:
    """The Clock port: the service's instant from where it is told to look, real time for the rest."""

    def __init__(self, instant_ms: Callable[[], int] = machine_ms) -> None:
        self._instant_ms = instant_ms

    def now(self) -> Instant:
        """Return the service's instant."""
        return self._instant_ms() // 1000

    def now_ms(self) -> int:
        """Return the service's instant in milliseconds."""
        return self._instant_ms()

    def real(self) -> Instant:
        """Return the machine's instant, whatever the service's clock says."""
        return int(time.time())

    def monotonic(self) -> float:
        """Return real seconds from some start."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait in real time."""
        await asyncio.sleep(seconds)


class MovableClock(ServiceClock):
    """A clock that can be moved on by hand."""

    def __init__(self, instant_ms: Callable[[], int] = machine_ms) -> None:
        super().__init__(lambda: instant_ms() + self._ahead_ms)
        self._ahead_ms = 0

    def advance(self, seconds: int) -> None:
        """Let that much time pass at once."""
        self._ahead_ms += seconds * 1000


class SystemIds:
    """ObjectIds (second, process, counter) and keys of 256 bits.

    The second is the machine's, whatever CITAS_CLOCK says: under a clock that stands still, ids of
    another run must not come again.
    """

    def __init__(self) -> None:
        self._process = secrets.token_hex(5)
        self._counter = count(secrets.randbelow(_COUNTER_SPAN))

    def new_id(self) -> str:
        """Return 24 hexadecimal digits, never the same twice."""
        return f"{int(time.time()):08x}{self._process}{next(self._counter) % _COUNTER_SPAN:06x}"

    def new_key(self) -> str:
        """Return an API key; its prefix lets a secret scanner know it."""
        return f"citas_{secrets.token_urlsafe(32)}"


class ProcessBell:
    """Wakes the waiters of this process; what another process writes is seen within a second."""

    def __init__(self) -> None:
        self.waiting: defaultdict[str, set[asyncio.Future[None]]] = defaultdict(set)

    def ring(self, some_id: str) -> None:
        """Wake the waiters."""
        for waiter in self.waiting.pop(some_id, ()):
            if not waiter.done():
                waiter.set_result(None)

    async def wait(self, some_id: str, seconds: float) -> None:
        """Wait until it rings, that long, or a second, whichever is first."""
        waiter = asyncio.get_running_loop().create_future()
        self.waiting[some_id].add(waiter)
        try:
            await asyncio.wait((waiter,), timeout=min(seconds, _LONGEST_DEAF))
        finally:
            self._forget(some_id, waiter)

    def _forget(self, some_id: str, waiter: asyncio.Future[None]) -> None:
        waiters = self.waiting.get(some_id)
        if waiters is not None:
            waiters.discard(waiter)
            if not waiters:
                del self.waiting[some_id]
