"""The write connection, and whose turn it is: what waits shares a transaction, and a thread makes it durable.

Brief work is done on the event loop itself, as reads are: done in the thread, it would wait for the
interpreter at each of its statements, with the lock in its hands. What waits for the disk or for
another process is the thread's: it never stops the loop.
"""

import asyncio
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar, cast

from citas.adapters.stores.sqlite.files import open_writer
from citas.adapters.stores.sqlite.transactions import Job, Transactions, Work
from citas.domain.errors import UnavailableError

T = TypeVar("T")
Task = Callable[[list[Job]], None]

_MOST_TOGETHER = 64
_ENOUGH = 16  # not to be waited for any longer


@dataclass(eq=False)
class Writer:
    """Commits in the order of arrival. `patience`: real seconds before a locked file counts as away.

    It belongs to the event loop that started it.
    """

    path: Path
    patience: float
    _queue: "SimpleQueue[tuple[Task, list[Job]] | None]" = field(default_factory=SimpleQueue)
    _waiting: deque[Job] = field(default_factory=deque)
    _thread: threading.Thread | None = None
    _transactions: Transactions | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _busy: bool = False
    _idle: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self) -> None:
        """Open the file in the thread; raises what `open_writer` raises."""
        opened: Future[Transactions] = Future()
        self._loop = asyncio.get_running_loop()
        thread = threading.Thread(target=self._run, args=(opened,), name="citas-writer", daemon=True)
        thread.start()
        self._transactions = await asyncio.wrap_future(opened)
        self._thread = thread

    async def close(self) -> None:
        """Commit what waits, then let go of the file."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        while self._busy:
            self._idle.clear()
            await self._idle.wait()
        self._queue.put(None)
        await asyncio.to_thread(thread.join)

    async def run(
        self, work: Callable[[sqlite3.Connection], T], after: Work | None = None, *, brief: bool = False
    ) -> T:
        """Do `work` in a transaction and return when it is durable; all that it raises undoes it.

        `after` runs then, outside the transaction. `brief`: a few statements, so the loop may do them.
        Cancelling the await leaves the commit alone.
        """
        if self._thread is None or self._loop is None:
            raise UnavailableError("El almacén está cerrado.")
        done = self._loop.create_future()
        self._waiting.append(Job(work, after, done, time.monotonic() + self.patience, brief))
        if not self._busy:
            self._busy = True
            self._loop.call_soon(self._gather, 0)
        return cast("T", await done)

    def _gather(self, known: int) -> None:
        """Begin when no more has come for a turn of the loop: to wait for the disk costs as much for one as for all."""
        if known < len(self._waiting) < _ENOUGH:
            cast("asyncio.AbstractEventLoop", self._loop).call_soon(self._gather, len(self._waiting))
        else:
            self._turn()

    def _turn(self) -> None:
        jobs = [self._waiting.popleft() for _ in range(min(len(self._waiting), _MOST_TOGETHER))]
        transactions = cast("Transactions", self._transactions)
        if not all(job.brief for job in jobs) or not transactions.begun(jobs):
            self._queue.put((transactions.commit, jobs))
        elif all(job.error for job in jobs):
            self._settle(jobs)
        else:
            self._queue.put((transactions.finish, jobs))

    def _settle(self, jobs: list[Job]) -> None:
        for job in jobs:
            job.settle()
        if self._waiting:
            self._gather(0)
        else:
            self._busy = False
            self._idle.set()

    def _run(self, opened: "Future[Transactions]") -> None:
        try:
            transactions = Transactions(open_writer(self.path, self.patience), self.path)
        except BaseException as error:  # noqa: BLE001 - whoever waits in start() must hear of it
            opened.set_exception(error)
            return
        opened.set_result(transactions)
        loop = cast("asyncio.AbstractEventLoop", self._loop)
        while task := self._queue.get():
            work, jobs = task
            work(jobs)
            with suppress(RuntimeError):  # the event loop is closed: nobody waits
                loop.call_soon_threadsafe(self._settle, jobs)
        transactions.close()
