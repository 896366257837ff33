"""How many requests one key may make in a minute, over all processes."""

from typing import Final

from citas.adapters.queue.link import PREFIX, AwayError, Link

# The moments (µs of Redis' own clock, the same for every process) of the requests of the last minute.
_COUNT: Final = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local first = redis.call('LINDEX', KEYS[1], 0)
while first and tonumber(first) <= now - 60000000 do
  redis.call('LPOP', KEYS[1])
  first = redis.call('LINDEX', KEYS[1], 0)
end
if redis.call('LLEN', KEYS[1]) >= tonumber(ARGV[1]) then
  return math.max(1, math.ceil((tonumber(first) + 60000000 - now) / 1000000))
end
redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
redis.call('EXPIRE', KEYS[1], 61)
return 0
"""


class RedisLimit:
    """A sliding minute for each key."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def wait(self, clave_id: str, per_minute: int) -> int | None:
        """Count a request and return 0; over the limit, count nothing and return the seconds to wait.

        None: nobody answers.
        """
        key = f"{PREFIX}limite:{clave_id}"
        try:
            return int(await self._link.ask(lambda redis: redis.eval(_COUNT, 1, key, str(per_minute))))
        except AwayError:
            return None
