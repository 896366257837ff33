"""What a process does besides answering: the deferred tasks, and its share of what waits in the queue."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager

import structlog

from citas.application.leases import Lease
from citas.application.ports import Queue, World
from citas.application.queueing import work_along
from citas.application.sweep import Deferred, deferred_tasks
from citas.domain.errors import CitasError

# How many posts of the queue are in work at once: in a worker of its own, and beside the requests of `serve`.
HANDS = 8
HANDS_BESIDE_REQUESTS = 2
_WAIT_SECONDS = 1.0
_GRACE_SECONDS = 5.0

log = structlog.get_logger("citas.tareas")


@asynccontextmanager
async def at_work(world: World, hands: int) -> AsyncIterator[None]:
    """Do the deferred tasks, and work off what waits with so many hands, until the block ends.

    What was begun is finished then, if it takes no longer than some seconds; the leases are given back.
    """
    holder = world.ids.new_id()
    leases = {task: Lease(world, task.tarea, holder) for task in deferred_tasks()}
    jobs: list[Coroutine[None, None, None]] = [_repeat(world, task, lease) for task, lease in leases.items()]
    consumer = Consumer(world, world.queue, hands) if world.queue else None
    if consumer is not None:
        jobs.append(consumer.run())
    log.info(
        "en_marcha",
        tareas=[task.tarea for task in leases],
        cola=consumer is not None,
        mensajes_a_la_vez=hands,
    )
    running = [asyncio.create_task(job) for job in jobs]
    try:
        yield
    finally:
        for job in running:
            job.cancel()
        await asyncio.wait(running)
        if consumer is not None:
            await consumer.finish()
        await _give_back(list(leases.values()))


async def _repeat(world: World, task: Deferred, lease: Lease) -> None:
    """Do a task again and again while its lease is ours; what goes wrong is logged and tried again."""
    mine = False
    while True:
        done = 0
        try:
            if mine != (mine := await lease.held()):
                log.info("tarea_tomada" if mine else "tarea_de_otro", tarea=task.tarea)
            if mine:
                done = await task.do(world, lease.held)
        except CitasError as exc:
            log.warning("tarea_aplazada", tarea=task.tarea, causa=type(exc).__name__)
        except Exception:
            log.exception("tarea_fallida", tarea=task.tarea)
        if done:
            log.info("tarea_hecha", tarea=task.tarea, hechas=done)
        else:
            await world.clock.sleep(task.pause)


async def _give_back(leases: list[Lease]) -> None:
    try:
        for lease in leases:
            await lease.give_back()
    except CitasError as exc:
        # They end by themselves.
        log.warning("arriendo_no_devuelto", causa=type(exc).__name__)


class Consumer:
    """Takes what waits in the queue, no more at once than there are hands."""

    def __init__(self, world: World, queue: Queue, hands: int) -> None:
        self._world = world
        self._queue = queue
        self._free = asyncio.Semaphore(hands)
        self._begun: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            await self._free.acquire()
            found = await self._queue.pop(_WAIT_SECONDS)
            if found is None:
                self._free.release()
                continue
            working = asyncio.create_task(self._work(*found))
            self._begun.add(working)
            working.add_done_callback(self._done)

    def _done(self, working: asyncio.Task[None]) -> None:
        self._begun.discard(working)
        self._free.release()

    async def _work(self, tenant_id: str, trabajo_id: str) -> None:
        """Answer one post; where it does not succeed, its lease ends and a deferred task takes it up."""
        with structlog.contextvars.bound_contextvars(tenant_id=tenant_id):
            try:
                await work_along(self._world, tenant_id, trabajo_id)
            except CitasError as exc:
                log.warning("mensaje_aplazado", causa=type(exc).__name__)
            except Exception:
                log.exception("mensaje_fallido")

    async def finish(self) -> None:
        """Let what was begun come to its end, or leave it to its lease."""
        if not self._begun:
            return
        _, unfinished = await asyncio.wait(self._begun, timeout=_GRACE_SECONDS)
        for working in unfinished:
            working.cancel()
