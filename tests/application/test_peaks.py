"""What one process has in work goes side by side."""

import asyncio

from citas.application.peaks import abreast


async def test_posts_in_work_come_to_the_same_point() -> None:
    done: list[str] = []

    async def post(name: str) -> None:
        for stage in ("read", "understood", "written"):
            await abreast()
            done.append(f"{name} {stage}")

    await asyncio.gather(post("one"), post("two"))

    assert done == [
        "one read", "two read", "one understood", "two understood", "one written", "two written",
    ]  # fmt: skip  # a line for what is done in a row
