"""All that the processes of an installation share over one Redis."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from citas.adapters.queue.bell import RedisBell
from citas.adapters.queue.limit import RedisLimit
from citas.adapters.queue.line import RedisQueue
from citas.adapters.queue.link import Link
from citas.application.ports import Bell, Clock, Telemetry


class SharedRedis:
    """The queue, the bell and the limit; `here` is the bell of this process."""

    def __init__(self, address: str, here: Bell, clock: Clock, telemetry: Telemetry) -> None:
        self._link = Link(address, clock)
        self.queue = RedisQueue(self._link, clock, telemetry)
        self.bell = RedisBell(self._link, here, clock)
        self.limit = RedisLimit(self._link)

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[None]:
        """Hear what the other processes say, and notice when Redis goes and comes back, until the block ends."""
        jobs = [
            asyncio.create_task(job) for job in (self.queue.watch(), self.bell.tell(), self.bell.listen())
        ]
        try:
            yield
        finally:
            for job in jobs:
                job.cancel()
            await asyncio.wait(jobs)
            await self._link.close()
