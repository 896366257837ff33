"""How much one process has in work, and when that is more than it should begin at once."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import coroutine

MOST = 32
# A tenant that floods leaves the others room, also before the bound of all is reached.
MOST_OF_ONE = 8


class Peaks:
    """Counts the posts in work, of each tenant and in all."""

    def __init__(self, most: int = MOST, most_of_one: int = MOST_OF_ONE) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._of: Counter[str] = Counter()

    def over(self, tenant_id: str) -> bool:
        """Tell whether one more of this tenant is too many."""
        return self._of[tenant_id] >= self._most_of_one or self._of.total() >= self._most

    @contextmanager
    def working(self, tenant_id: str) -> Iterator[None]:
        """Count a post while it is in work."""
        self._of[tenant_id] += 1
        try:
            yield
        finally:
            self._of[tenant_id] -= 1
            if not self._of[tenant_id]:
                del self._of[tenant_id]


@coroutine
def abreast() -> Iterator[None]:
    """Let the other posts in work come to the same point: to be awaited, for one turn of the loop.

    What follows is then done for all of them in a row, with its code and its data still in the processor's
    caches. Known as cohort scheduling (Larus and Parkes, USENIX 2002).
    """
    yield
