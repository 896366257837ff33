import pytest

from citas.application.persist import ATTEMPTS, decide
from citas.domain.errors import ConflictError, SlotTakenError, UnavailableError


async def test_who_was_overtaken_decides_again() -> None:
    tries: list[int] = []

    async def attempt() -> str:
        tries.append(1)
        if len(tries) < 3:
            raise ConflictError
        return "done"

    assert await decide(attempt) == "done"
    assert len(tries) == 3


async def test_who_is_overtaken_every_time_gives_up() -> None:
    tries: list[int] = []

    async def attempt() -> None:
        tries.append(1)
        raise ConflictError

    with pytest.raises(UnavailableError):
        await decide(attempt)
    assert len(tries) == ATTEMPTS


async def test_an_index_that_keeps_refusing_means_taken() -> None:
    async def attempt() -> None:
        raise ConflictError from SlotTakenError()

    with pytest.raises(SlotTakenError):
        await decide(attempt)
