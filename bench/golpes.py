"""Everything that citas stands on, each a real process, and the blows that it is dealt."""

import asyncio
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from bench.instalacion import Site, installed
from bench.replicas import Replicas, replicas
from bench.servidor import ended, killed, program, serving, slain, wait_for, workers_of
from tests.servidores import VALKEY, Running, answers_redis, launch, valkey_command, wait_until

WORKERS = 2


class Blow(StrEnum):
    """What is done to it."""

    PRIMARY_KILLED = "primario, kill -9"
    PRIMARY_STOPPED = "primario, SIGSTOP"
    ONE_KILLED = "un proceso de serve, kill -9"
    SERVE_KILLED = "serve entero, kill -9"
    WORKER_KILLED = "worker, kill -9"
    REDIS_KILLED = "Redis, kill -9"


@dataclass
class Ground:
    """A replica set, a Redis, `citas serve` with two workers, and `citas worker`."""

    site: Site
    together: Replicas
    redis: Running
    serve: subprocess.Popen[bytes]
    worker: subprocess.Popen[bytes]
    port: int
    lots: random.Random
    _struck: list[Running] = field(default_factory=list)

    async def strike(self, blow: Blow) -> None:
        """Deal a blow."""
        await asyncio.to_thread(self._strike, blow)

    async def mend(self, blow: Blow) -> None:
        """Put back what it took, and wait until all is as it was."""
        await asyncio.to_thread(self._mend, blow)

    def _strike(self, blow: Blow) -> None:
        match blow:
            case Blow.PRIMARY_KILLED:
                self.together.kill(self.together.primary())
            case Blow.PRIMARY_STOPPED:
                self._struck = [self.together.primary()]
                self.together.stop(self._struck[0])
            case Blow.ONE_KILLED:
                killed(self.lots.choice(workers_of(self.serve.pid)))
            case Blow.SERVE_KILLED:
                slain(self.serve)
            case Blow.WORKER_KILLED:
                killed(self.worker.pid)
                self.worker.wait()
            case Blow.REDIS_KILLED:
                self.redis.process.kill()
                self.redis.process.wait()

    def _mend(self, blow: Blow) -> None:
        match blow:
            case Blow.PRIMARY_KILLED:
                self.together.heal()
            case Blow.PRIMARY_STOPPED:
                self.together.go_on(self._struck.pop())
                self.together.heal()
            case Blow.WORKER_KILLED:
                self.worker = working(self.site)
            case Blow.REDIS_KILLED:
                self.redis.again()
                wait_until(lambda: answers_redis(self.redis.port))
            case Blow.ONE_KILLED | Blow.SERVE_KILLED:
                wait_for(self.port, self.serve, WORKERS)

    def serve_again(self) -> None:
        """Start the service anew where it was: what a supervisor does."""
        self.serve, _ = serving(self.site.folder, self.site.env, WORKERS, self.port)


def working(site: Site) -> subprocess.Popen[bytes]:
    """Start `citas worker`."""
    with Path(site.folder, "serve-worker.log").open("ab") as log:
        return subprocess.Popen([*program(), "worker"], env=site.env, stdout=log, stderr=log)


@contextmanager
def ground(described: dict[str, object], lots: random.Random) -> Iterator[Ground]:
    """Start everything, and end it by its ids."""
    with ExitStack() as stack:
        together = stack.enter_context(replicas(3))
        redis = stack.enter_context(_redis())
        site = stack.enter_context(installed(described, together.address()))
        site.env["CITAS_REDIS"] = f"redis://127.0.0.1:{redis.port}/0"
        serve, port = serving(site.folder, site.env, WORKERS)
        standing = Ground(site, together, redis, serve, working(site), port, lots)
        try:
            wait_for(port, serve, WORKERS)
            yield standing
        finally:
            for process in (standing.serve, standing.worker):
                if process.poll() is None:
                    ended(process)


@contextmanager
def _redis() -> Iterator[Running]:
    with tempfile.TemporaryDirectory(prefix="citas-bench-redis-") as folder:
        place = Path(folder)
        running = launch(valkey_command(VALKEY.find(place), place), place, answers_redis)
        try:
            yield running
        finally:
            if running.process.poll() is None:
                running.end()
