"""A bell that is heard in every process."""

import asyncio
from contextlib import aclosing, suppress
from typing import Final

from redis.asyncio import Redis

from citas.adapters.queue.link import PREFIX, AwayError, Link
from citas.application.ports import Bell, Clock

_CHANNEL: Final = f"{PREFIX}timbre"
# A connection that broke without a word is silent for good; a new one costs little.
_QUIET_SECONDS: Final = 30.0
_PAUSE_SECONDS: Final = 1.0


class RedisBell:
    """See `Bell`: rings here at once, and in the other processes through Redis, if it answers."""

    def __init__(self, link: Link, here: Bell, clock: Clock) -> None:
        self._link = link
        self._here = here
        self._clock = clock
        self._rung: set[str] = set()
        self._some = asyncio.Event()

    def ring(self, some_id: str) -> None:
        self._here.ring(some_id)
        if self._link.answering:
            self._rung.add(some_id)
            self._some.set()

    async def wait(self, some_id: str, seconds: float) -> None:
        await self._here.wait(some_id, seconds)

    async def tell(self) -> None:
        """Tell the other processes of what rings here; until cancelled."""
        while True:
            await self._some.wait()
            self._some.clear()
            with suppress(AwayError):
                await self._tell()

    async def _tell(self) -> None:
        rung = " ".join(self._rung)
        self._rung.clear()
        await self._link.ask(lambda redis: redis.publish(_CHANNEL, rung))

    async def listen(self) -> None:
        """Ring here what rings in the other processes; until cancelled."""
        while True:
            try:
                await self._link.ask(self._hear, within=None)
            except AwayError:
                await self._clock.sleep(_PAUSE_SECONDS)

    async def _hear(self, redis: Redis) -> None:
        """Hear until nothing was said for a while."""
        async with aclosing(redis.pubsub()) as heard:
            await heard.subscribe(_CHANNEL)
            while (message := await heard.get_message(timeout=_QUIET_SECONDS)) is not None:
                if message["type"] == "message":
                    for some_id in message["data"].split():
                        self._here.ring(some_id)
