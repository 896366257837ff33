"""One durable transaction for the jobs that wait together; each of them stays whole by itself."""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from citas.adapters.stores.sqlite.faults import is_busy, translated
from citas.adapters.stores.sqlite.files import pause
from citas.domain.errors import UnavailableError

Work = Callable[[sqlite3.Connection], object]


@dataclass(slots=True, eq=False)
class Job:
    """Work to be done whole or not at all; `after` runs once it is durable."""

    work: Work
    after: Work | None
    done: "asyncio.Future[object]"
    deadline: float
    brief: bool = False
    result: object = None
    error: BaseException | None = None

    def forget(self) -> None:
        """Let it be as if it had not been done: its work was undone."""
        self.result, self.error = None, None

    def settle(self) -> None:
        """Tell whoever waits, unless it was cancelled meanwhile: then the commit stands all the same."""
        if self.done.done():
            return
        if self.error is None:
            self.done.set_result(self.result)
        else:
            self.done.set_exception(self.error)


class Transactions:
    """The write connection, and the file that it was opened on."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._place = self._where()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def begun(self, jobs: list[Job]) -> bool:
        """Do the jobs, if nobody else has the lock; only `finish` makes them durable.

        Where nothing stands of them, nothing is left to finish: each has its error.
        """
        try:
            self._check_place()
            self._connection.execute("BEGIN IMMEDIATE")
            self._attempt(jobs)
        except (sqlite3.Error, UnavailableError) as error:
            if isinstance(error, sqlite3.Error) and is_busy(error) and not self._connection.in_transaction:
                return False
            self._give_up(jobs, error)
        return True

    def finish(self, jobs: list[Job]) -> None:
        """Make durable what was begun; each job is left with its result or its error."""
        try:
            self._end("COMMIT")
        except sqlite3.Error as error:
            self._give_up(jobs, error)

    def commit(self, jobs: list[Job]) -> None:
        """Do the jobs and make them durable; each is left with its result or its error."""
        try:
            ready = self._begin(jobs)
            self._attempt(ready)
            self._end("COMMIT")
        except (sqlite3.Error, UnavailableError) as error:
            self._give_up(jobs, error)
            return
        for job in ready:
            if job.error is None and job.after is not None:
                self._afterwards(job, job.after)

    def _check_place(self) -> None:
        if self._where() != self._place:
            raise UnavailableError(f"{self._path} fue reemplazado: reinicie citas.")

    def _begin(self, jobs: list[Job]) -> list[Job]:
        """Take the write lock; jobs whose time ran out meanwhile are left behind with their error."""
        if jobs:
            self._check_place()
        while jobs:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                break
            except sqlite3.OperationalError as error:
                if not is_busy(error):
                    raise
                jobs = _in_time(jobs, error)
            pause()
        return jobs

    def _attempt(self, jobs: list[Job]) -> None:
        """Do the jobs in the transaction; it is undone where none of them stands."""
        if len(jobs) == 1:
            self._do(jobs[0])
        elif not self._done_together(jobs):
            self._do_apart(jobs)
        if all(job.error for job in jobs):
            self._end("ROLLBACK")

    def _done_together(self, jobs: list[Job]) -> bool:
        """Do the jobs one after another; tell whether all of them stand, as they nearly always do. Else none does."""
        self._connection.execute("SAVEPOINT jobs")
        for job in jobs:
            self._do(job)
            if job.error:
                self._connection.execute("ROLLBACK TO jobs")
                break
        self._connection.execute("RELEASE jobs")
        return not any(job.error for job in jobs)

    def _do_apart(self, jobs: list[Job]) -> None:
        """Do the jobs, each in a savepoint of its own."""
        for job in jobs:
            job.forget()
            self._connection.execute("SAVEPOINT job")
            self._do(job)
            if job.error:
                self._connection.execute("ROLLBACK TO job")
            self._connection.execute("RELEASE job")

    def _end(self, how: str) -> None:
        # SQLite undoes the whole transaction by itself where the disk is full.
        if self._connection.in_transaction:
            self._connection.execute(how)

    def _do(self, job: Job) -> None:
        try:
            job.result = job.work(self._connection)
        except Exception as error:
            # It is the caller's, who gets it back; a silent store concerns all that wait.
            if isinstance(error, sqlite3.Error) and translated(error) is not error:
                raise
            job.error = error

    def _give_up(self, jobs: list[Job], error: Exception) -> None:
        try:
            self._end("ROLLBACK")
        except sqlite3.Error as second:
            error = second
        for job in jobs:
            if job.error is None:
                job.error = translated(error) if isinstance(error, sqlite3.Error) else error

    def _afterwards(self, job: Job, work: Work) -> None:
        try:
            work(self._connection)
        except sqlite3.Error as error:
            job.error = translated(error)
        except UnavailableError as error:
            job.error = error

    def _where(self) -> tuple[int, int]:
        try:
            place = self._path.stat()
        except OSError as error:
            raise UnavailableError(f"{self._path} ya no está: devuélvalo a su lugar.") from error
        return place.st_dev, place.st_ino


def _in_time(jobs: list[Job], error: sqlite3.Error) -> list[Job]:
    now = time.monotonic()
    for job in jobs:
        if job.deadline <= now:
            job.error = translated(error)
    return [job for job in jobs if job.error is None]
