"""API keys as this process knows them: a key is read once, until configuration or keys change."""

from hashlib import sha256

from citas.application.ports import Clock, Operator
from citas.domain.claves import Clave

# A revoked key may live on in a running process for this long; the contract allows a second.
FRESH_SECONDS = 0.25


class Keyring:
    """Finds keys that hold. Unknown keys are asked for anew, so that guesses fill no memory."""

    def __init__(self, operator: Operator, clock: Clock) -> None:
        self._operator = operator
        self._clock = clock
        self._known: dict[str, Clave] = {}
        self._generation = -1
        self._checked = float("-inf")

    async def find(self, key: bytes) -> Clave | None:
        """Return the key that holds, or None. Raises UnavailableError."""
        await self._refresh()
        digest = sha256(key).hexdigest()
        clave = self._known.get(digest) or await self._read(digest)
        return None if clave is None or clave.revocada is not None else clave

    async def _refresh(self) -> None:
        now = self._clock.monotonic()
        if now - self._checked < FRESH_SECONDS:
            return
        generation = await self._operator.generation()
        if generation != self._generation:
            self._known.clear()
        self._generation, self._checked = generation, now

    async def _read(self, digest: str) -> Clave | None:
        generation = self._generation
        clave = await self._operator.clave_by_hash(digest)
        if clave is not None and generation == self._generation:
            self._known[digest] = clave
        return clave
