"""The line of waiting ids: one sorted set in which the tenants take turns."""

import asyncio
from typing import Final, cast

from citas.adapters.queue.link import PREFIX, AwayError, Link
from citas.application.ports import Clock, Pushed, Telemetry

LONGEST: Final = 200
PROBE_SECONDS: Final = 1.0
_SLACK: Final = 1.0
_LINE: Final = f"{PREFIX}cola"
_ROUNDS: Final = f"{PREFIX}cola:rondas"

# The score is the round in which it is an id's turn, the front's round is the one being served: each of a
# tenant's ids takes the round after its last one, so that one from every tenant is given before a second
# from any. How far a tenant's last round lies ahead is how many of its ids wait, at most.
_PUSH: Final = """
local front = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
if not front then redis.call('DEL', KEYS[2]) end
local served = tonumber(front or '1') - 1
local last = math.max(served, tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0'))
local member = ARGV[1] .. ' ' .. ARGV[2]
if redis.call('ZSCORE', KEYS[1], member) then return 1 end
if last - served >= tonumber(ARGV[3]) then return 0 end
redis.call('ZADD', KEYS[1], last + 1, member)
redis.call('HSET', KEYS[2], ARGV[1], last + 1)
return 1
"""


class RedisQueue:
    """See `Queue`. At most `longest` ids of one tenant wait."""

    def __init__(self, link: Link, clock: Clock, telemetry: Telemetry, longest: int = LONGEST) -> None:
        self._link = link
        self._clock = clock
        self._telemetry = telemetry
        self._longest = longest

    @property
    def answering(self) -> bool:
        return self._link.answering

    async def push(self, tenant_id: str, trabajo_id: str) -> Pushed:
        longest = str(self._longest)
        try:
            put = await self._link.ask(
                lambda redis: redis.eval(_PUSH, 2, _LINE, _ROUNDS, tenant_id, trabajo_id, longest)
            )
        except AwayError:
            return "away"
        return "queued" if put else "full"

    async def pop(self, seconds: float) -> tuple[str, str] | None:
        try:
            found = await self._link.ask(lambda redis: redis.bzpopmin(_LINE, seconds), seconds + _SLACK)
        except AwayError:
            await self._clock.sleep(seconds)
            return None
        if not found:
            return None
        tenant_id, _, trabajo_id = cast("str", found[1]).partition(" ")
        return tenant_id, trabajo_id

    async def ping(self) -> bool:
        try:
            waiting = await self._link.probe(lambda redis: redis.zcard(_LINE))
        except AwayError:
            self._telemetry.gauge("citas_cola_disponible", 0)
            return False
        self._telemetry.gauge("citas_cola_disponible", 1)
        self._telemetry.gauge("citas_cola_pendientes", waiting)
        return True

    async def watch(self) -> None:
        """Ask again and again whether it answers, and find out when it is back; until cancelled."""
        while True:
            await asyncio.gather(self.ping(), self._clock.sleep(PROBE_SECONDS))
