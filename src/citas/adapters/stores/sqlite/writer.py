"""The one thread that writes: it owns the write connection, and what waits shares a transaction."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar, cast

from citas.adapters.stores.sqlite.files import open_writer
from citas.adapters.stores.sqlite.transactions import Job, Transactions, Work
from citas.domain.errors import UnavailableError

T = TypeVar("T")

_MOST_TOGETHER = 64


@dataclass(eq=False)
class Writer:
    """Commits in the order of arrival. `patience`: real seconds before a locked file counts as away."""

    path: Path
    patience: float
    _queue: "SimpleQueue[Job | None]" = field(default_factory=SimpleQueue)
    _thread: threading.Thread | None = None

    async def start(self) -> None:
        """Open the file in the thread that will own it; raises what `open_writer` raises."""
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(opened,), name="citas-writer", daemon=True)
        self._thread.start()
        await asyncio.wrap_future(opened)

    async def close(self) -> None:
        """Commit what waits, then let go of the file."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._queue.put(None)
            await asyncio.to_thread(thread.join)

    async def run(self, work: Callable[[sqlite3.Connection], T], after: Work | None = None) -> T:
        """Do `work` in a transaction and return when it is durable; all that it raises undoes it.

        `after` runs then, outside the transaction. Cancelling the await leaves the commit alone.
        """
        if self._thread is None:
            raise UnavailableError("El almacén está cerrado.")
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        self._queue.put(Job(work, after, loop, done, time.monotonic() + self.patience))
        return cast("T", await done)

    def _run(self, opened: "Future[None]") -> None:
        try:
            transactions = Transactions(open_writer(self.path, self.patience), self.path)
        except BaseException as error:  # noqa: BLE001  whoever waits in start() must hear of it
            opened.set_exception(error)
            return
        opened.set_result(None)
        closing = False
        while not closing:
            jobs, closing = self._waiting()
            transactions.commit(jobs)
            for job in jobs:
                with suppress(RuntimeError):  # its event loop is closed: nobody waits
                    job.loop.call_soon_threadsafe(job.settle)
        transactions.close()

    def _waiting(self) -> tuple[list[Job], bool]:
        """Wait for a job and take along those that wait behind it; True: it was the last time."""
        jobs: list[Job] = []
        job = self._queue.get()
        with suppress(Empty):
            while job is not None:
                jobs.append(job)
                if len(jobs) == _MOST_TOGETHER:
                    return jobs, False
                job = self._queue.get_nowait()
        return jobs, job is None
