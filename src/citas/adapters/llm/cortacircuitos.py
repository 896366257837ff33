"""The breaker: a model that keeps failing one business is left alone for a while, and tried again by one."""

from dataclasses import dataclass

FAILURES = 5
OPEN_SECONDS = 60.0
_MOST = 10_000


@dataclass(slots=True)
class _Estado:
    failures: int = 0
    until: float = 0.0
    trying: bool = False


class Cortacircuitos:
    """One state for each key; times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._estados: dict[str, _Estado] = {}

    def lets(self, key: str, now: float) -> bool:
        """Tell whether it may be asked; after a pause exactly one may try."""
        estado = self._estados.get(key)
        if estado is None or estado.failures < FAILURES:
            return True
        if now < estado.until or estado.trying:
            return False
        estado.trying = True
        return True

    def worked(self, key: str) -> None:
        """It answered: all is forgotten."""
        self._estados.pop(key, None)

    def failed(self, key: str, now: float, *, at_once: bool = False, quiet: float = 0.0) -> None:
        """Count a failure; `at_once` cuts without waiting for more, `quiet` is the least pause."""
        if len(self._estados) >= _MOST:
            self._estados.clear()
        estado = self._estados.setdefault(key, _Estado())
        estado.failures = FAILURES if at_once else estado.failures + 1
        estado.until, estado.trying = now + max(OPEN_SECONDS, quiet), False

    def let_go(self, key: str) -> None:
        """The one that was to try did not get to it."""
        estado = self._estados.get(key)
        if estado is not None:
            estado.trying = False
