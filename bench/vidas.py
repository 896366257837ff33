"""The lives of a service on one file: it is started, looked at, loaded, and killed at a random moment."""

import asyncio
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from bench.autopsia import Memory, Tally
from bench.cliente import Client
from bench.hechos import Deed, Kind, Maker, Target
from bench.instalacion import Site, tenant
from bench.servidor import killed, last_words, serving, slain, wait_for, workers_of

CHAIRS = ("Andrés", "Camilo", "Diana", "Elena", "Fabio", "Gloria", "Hugo", "Inés", "Julio", "Karen")
MINUTOS = 20
DESCRIBED = tenant([dict[str, object](nombre=name) for name in CHAIRS], MINUTOS, slot_minutos=5)
FIRST_DAY = date(2026, 11, 3)
OPEN, CLOSE = 8 * 60, 20 * 60
CALLERS = 8
MOST_ANSWERS = 60  # that one life of the service may give before it dies
TOGETHER = 4  # every fourth life has two workers, one of which dies first
STILLBORN = 10  # every tenth life ends while it starts
LOAD = (Kind.MENSAJE, Kind.SI, Kind.POST, Kind.CON_CLAVE, Kind.MENSAJE, Kind.POST)
CHANGES = (Kind.PATCH, Kind.CANCELAR)
CHANGE_SHARE = 0.35


def targets() -> Iterator[Target]:
    """Yield places, none twice."""
    for n in count():
        day = FIRST_DAY + timedelta(days=n)
        for inicio in range(OPEN, CLOSE, MINUTOS):
            for recurso in CHAIRS:
                yield Target(recurso, day, inicio)


@dataclass
class Lane:
    """One file, and the lives of the service on it."""

    site: Site
    lots: random.Random
    tally: Tally
    memory: Memory = field(init=False)

    def __post_init__(self) -> None:
        maker = Maker(self.site, targets(), count())
        self.memory = Memory(self.site, maker, self.tally)

    async def live(self, lives: int, *, patient: bool) -> None:
        """Let the service live and die so many times, and then once more to look at what is left."""
        deeds: list[Deed] = []
        for life in range(1, lives + 1):
            if life % STILLBORN == 0:
                await self._stillborn()
                continue
            async with self._life(2 if life % TOGETHER == 0 else 1) as (process, port):
                await self.memory.look(port, deeds)
                deeds = await self._load_until_death(process, port)
            self.site.clock.advance(5)
        async with self._life(1) as (_, port):
            await self.memory.look(port, deeds)
            await self.memory.last_look(port, patient=patient)

    @asynccontextmanager
    async def _life(self, workers: int) -> AsyncIterator[tuple[subprocess.Popen[bytes], int]]:
        process, port = serving(self.site.folder, self.site.env, workers)
        try:
            await asyncio.to_thread(wait_for, port, process, workers)
            yield process, port
        except (OSError, RuntimeError) as cut:
            cut.add_note(f"lo último que dijo: {last_words(self.site.folder, port)}")
            raise
        finally:
            slain(process)

    async def _stillborn(self) -> None:
        """Kill it while it starts, wherever that is: before the file is opened, in its recovery, after."""
        process, _ = serving(self.site.folder, self.site.env)
        await asyncio.sleep(self.lots.uniform(0, 2))  # noqa: TID251 - a real process is killed in real time
        slain(process)
        self.tally.kills += 1
        self.tally.stillborn += 1

    async def _load_until_death(self, process: subprocess.Popen[bytes], port: int) -> list[Deed]:
        deeds: list[Deed] = []
        answers = asyncio.Semaphore(0)
        callers = [
            asyncio.create_task(self._call_on(Client(port, self.site.key), deeds, answers))
            for _ in range(CALLERS)
        ]
        for victim in (*self._one_of(process), None):
            for _ in range(self.lots.randrange(MOST_ANSWERS)):
                await answers.acquire()
            await asyncio.sleep(self.lots.uniform(0, 0.004))  # noqa: TID251 - the moment of a real death
            if victim is not None:
                killed(victim)
        slain(process)
        self.tally.kills += 1
        await asyncio.gather(*callers)
        return deeds

    def _one_of(self, process: subprocess.Popen[bytes]) -> tuple[int, ...]:
        workers = workers_of(process.pid)
        self.tally.workers += bool(workers)
        return (self.lots.choice(workers),) if workers else ()

    async def _call_on(self, client: Client, deeds: list[Deed], answers: asyncio.Semaphore) -> None:
        """Do one deed after another until nobody listens any more."""
        while True:
            try:
                await client.open()
            except OSError:
                return
            deed = next_deed(self.memory, self.lots)
            deeds.append(deed)
            with suppress(ConnectionError):
                for step in deed.steps:
                    step.sent = True
                    step.reply = await client.ask(step.call)
                    answers.release()


def next_deed(memory: Memory, lots: random.Random) -> Deed:
    """Book, or change something that was booked before."""
    agenda, maker = memory.agenda, memory.maker
    if agenda and lots.random() < CHANGE_SHARE:
        cita = agenda.pop(lots.choice(list(agenda)))
        return maker.new(lots.choice(CHANGES), cita)
    return maker.new(lots.choice(LOAD))
