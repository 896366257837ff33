"""The limit of requests: shared while it can be, and in each process by itself when it cannot."""

from citas.adapters.http.limits import RateLimit


class Counter:
    """A count that is shared, and may be away."""

    def __init__(self) -> None:
        self.counted = 0
        self.away = False

    async def wait(self, clave_id: str, per_minute: int) -> int | None:
        del clave_id
        if self.away:
            return None
        if self.counted >= per_minute:
            return 7
        self.counted += 1
        return 0


async def test_two_processes_that_share_a_count_let_in_no_more_than_one_alone() -> None:
    counter = Counter()
    limits = [RateLimit(4, counter), RateLimit(4, counter)]

    waits = [await limits[number % 2].wait("clave", number) for number in range(6)]

    assert waits == [0, 0, 0, 0, 7, 7]


async def test_a_process_that_is_left_alone_knows_what_it_let_in_before() -> None:
    counter = Counter()
    limit = RateLimit(3, counter)
    assert [await limit.wait("clave", now) for now in (0, 10)] == [0, 0]

    counter.away = True

    assert [await limit.wait("clave", now) for now in (20, 30, 61)] == [0, 30, 0]


async def test_no_limit_asks_nobody() -> None:
    counter = Counter()

    assert [await RateLimit(0, counter).wait("clave", 0) for _ in range(3)] == [0, 0, 0]
    assert counter.counted == 0
