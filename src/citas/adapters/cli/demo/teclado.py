"""Lines from the keyboard, or from a file, without holding up the loop."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator
from typing import TextIO

_CHUNK = 4096


async def lines(source: TextIO | None = None) -> AsyncIterator[str]:
    """Yield what is typed, a line at a time, until the end of the input."""
    stream = source or sys.stdin
    if not stream.isatty():
        for line in stream:
            yield line.strip()
        return
    typed = _typed(stream.fileno(), stream.encoding or "utf-8")
    while (line := await typed.get()) is not None:
        yield line


def _typed(descriptor: int, encoding: str) -> asyncio.Queue[str | None]:
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        # The descriptor and not the stream: a thread that waits in a stream holds its lock at the exit.
        # A terminal gives whole lines.
        while chunk := os.read(descriptor, _CHUNK):
            loop.call_soon_threadsafe(queue.put_nowait, chunk.decode(encoding, "replace").strip())
        loop.call_soon_threadsafe(queue.put_nowait, None)

    threading.Thread(target=read, daemon=True, name="teclado").start()
    return queue
