"""One Redis: used while it answers, left alone for a while when it does not."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from citas.application.ports import Clock

T = TypeVar("T")

# What a Redis that hangs may cost the one mensaje that finds it out.
QUICK = 0.3
# In a process that has too much to do the time is up before it has looked whether there is an answer: it is
# its own slowness then, and just when the queue is needed. So many times it looks in any case.
_LOOKS = 8
_CONNECTIONS = 32
# The limit of a question is the one that counts.
_LONG = 5.0
PREFIX = "citas:"

log = structlog.get_logger("citas.redis")


class AwayError(Exception):
    """Redis does not answer: go on without it."""


class Link:
    """Asks Redis, with a time limit (None: the question has its own); whoever asks while it is away is told so at once.

    `probe` alone still asks it then, and finds out that it is back.
    """

    def __init__(self, address: str, clock: Clock) -> None:
        self._clock = clock
        pool = BlockingConnectionPool.from_url(
            address,
            max_connections=_CONNECTIONS,
            timeout=_LONG,
            decode_responses=True,
            protocol=2,
            socket_connect_timeout=_LONG,
            # `ask` limits every wait: those of a worker that waits for work are longer than others.
            socket_timeout=None,
            retry=Retry(NoBackoff(), 0),
        )
        self._client: Redis = Redis.from_pool(pool)
        self.answering = True
        self._heard_at = float("-inf")

    async def ask(self, question: Callable[[Redis], Awaitable[T]], within: float | None = QUICK) -> T:
        """Ask, unless it is known to be away. Raises AwayError."""
        if not self.answering:
            raise AwayError
        return await self.probe(question, within)

    async def probe(self, question: Callable[[Redis], Awaitable[T]], within: float | None = QUICK) -> T:
        """Ask, whatever is known of it. Raises AwayError."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            answer = await self._within(within, asyncio.ensure_future(question(self._client)))
        # On a broken connection the driver raises more than its own errors.
        except Exception as fault:
            self._lost(fault, began)
            raise AwayError from fault
        self._heard_at = loop.time()
        self._found()
        return answer

    async def _within(self, seconds: float | None, answer: asyncio.Future[T]) -> T:
        try:
            await asyncio.wait((answer,), timeout=seconds)
            for _ in range(_LOOKS):
                if answer.done():
                    return answer.result()
                await self._clock.sleep(0)
            raise TimeoutError
        finally:
            answer.cancel()

    def _lost(self, fault: Exception, began: float) -> None:
        # Where others were answered meanwhile it is this process that is slow, and only this question fails.
        if self.answering and self._heard_at < began:
            self.answering = False
            log.warning("redis_perdido", causa=type(fault).__name__)

    def _found(self) -> None:
        if not self.answering:
            self.answering = True
            log.warning("redis_de_vuelta")

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()
