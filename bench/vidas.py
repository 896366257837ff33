"""One SQLite file and the lives of the service on it: load until death, then look at what is left."""

import asyncio
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count

from bench.cliente import Call, Client, Reply
from bench.hechos import Cita, Deed, Kind, Maker, Step, Target, cita_of, is_same
from bench.negocio import Business, minutes_of, tenant, wire_day
from bench.revision import Standing, faults_in, is_sound, stored_in
from bench.servidor import killed, serving, slain, wait_for, workers_of

CHAIRS = ("Andrés", "Camilo", "Diana", "Elena", "Fabio", "Gloria", "Hugo", "Inés", "Julio", "Karen")
MINUTOS = 20
DESCRIBED = tenant([dict[str, object](nombre=name) for name in CHAIRS], MINUTOS, slot_minutos=5)
FIRST_DAY = date(2026, 11, 3)
OPEN, CLOSE = 8 * 60, 20 * 60
CALLERS = 6
MOST_ANSWERS = 60  # that one life of the service may give before it dies
LEASE_SECONDS = 31  # one more than an Idempotency-Key that nobody answers stays taken
HOLD_SECONDS = 120
SWEEP_SECONDS = 3
TOGETHER = 4  # every fourth life has two workers, one of which dies first
STILLBORN = 10  # every tenth life ends while it starts
LOAD = (Kind.MENSAJE, Kind.SI, Kind.POST, Kind.CON_CLAVE, Kind.MENSAJE, Kind.POST)


def targets() -> Iterator[Target]:
    """Yield places, none twice."""
    for n in count():
        day = FIRST_DAY + timedelta(days=n)
        for inicio in range(OPEN, CLOSE, MINUTOS):
            for recurso in CHAIRS:
                yield Target(recurso, day, inicio)


@dataclass
class Tally:
    """What was seen, over all lanes."""

    kills: int = 0
    stillborn: int = 0
    workers: int = 0
    answered: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)
    happened: Counter[str] = field(default_factory=Counter)
    waited: int = 0
    holds: int = 0
    citas: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Lane:
    """One file, and the lives of the service on it."""

    shop: Business
    lots: random.Random
    tally: Tally
    numbers: Iterator[int] = field(default_factory=count)
    agenda: dict[str, Cita] = field(default_factory=dict)
    waiting: list[tuple[float, Deed]] = field(default_factory=list)
    abandoned: list[Deed] = field(default_factory=list)
    gone: dict[str, Cita] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.maker = Maker(self.shop, targets(), self.numbers)

    async def live(self, lives: int) -> None:
        """Let the service live and die so many times, and then once more to look at what is left."""
        deeds: list[Deed] = []
        for life in range(lives):
            if life % STILLBORN == STILLBORN - 1:
                await self._stillborn()
                continue
            process, port = await self._start(2 if life % TOGETHER == TOGETHER - 1 else 1)
            await self._look(port, deeds)
            deeds = await self._load_until_death(process, port)
            self.shop.clock.advance(5)
        process, port = await self._start(1)
        try:
            await self._look(port, deeds)
            await self._last_look(port)
        finally:
            slain(process)

    async def _start(self, workers: int) -> tuple[subprocess.Popen[bytes], int]:
        process, port = serving(self.shop.folder, self.shop.env, workers)
        await asyncio.to_thread(wait_for, port, process)
        return process, port

    async def _stillborn(self) -> None:
        """Kill it while it starts, wherever that is: before the file is opened, in its recovery, after."""
        process, _ = serving(self.shop.folder, self.shop.env)
        await asyncio.sleep(self.lots.uniform(0, 2))  # noqa: TID251 - a real process is killed in real time
        slain(process)
        self.tally.kills += 1
        self.tally.stillborn += 1

    # -- the load -------------------------------------------------------------------------------------

    async def _load_until_death(self, process: subprocess.Popen[bytes], port: int) -> list[Deed]:
        deeds: list[Deed] = []
        answers = asyncio.Semaphore(0)
        callers = [
            asyncio.create_task(self._call_on(Client(port, self.shop.key), deeds, answers))
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
            deed = self._next_deed()
            deeds.append(deed)
            try:
                await client.open()
            except OSError:
                return
            with suppress(ConnectionError):
                for step in deed.steps:
                    step.sent = True
                    step.reply = await client.ask(step.call)
                    answers.release()

    def _next_deed(self) -> Deed:
        """Book, or change something that was booked in an earlier life."""
        if self.agenda and self.lots.random() < 0.35:
            cita = self.agenda.pop(self.lots.choice(list(self.agenda)))
            return self.maker.new(self.lots.choice((Kind.PATCH, Kind.CANCELAR)), cita)
        return self.maker.new(self.lots.choice(LOAD))

    # -- after the death ------------------------------------------------------------------------------

    async def _look(self, port: int, deeds: list[Deed]) -> None:
        """Ask everything again, and compare all that was told with all that is stored."""
        client = Client(port, self.shop.key)
        due = [deed for since, deed in self.waiting if time.monotonic() - since > LEASE_SECONDS]
        self.waiting = [one for one in self.waiting if one[1] not in due]
        for deed in (*due, *deeds):
            await self._settle(client, deed)
        client.close()
        self._compare()

    async def _settle(self, client: Client, deed: Deed) -> None:
        """Ask each step again: answered, it says the same; unanswered, it now says what became of it."""
        if not deed.begun:
            return self._give_up(deed)
        last: Reply | None = None
        for step in deed.steps:
            last = step.reply
            if deed.kind is Kind.PATCH:
                last = await self._settle_patch(client, deed, step)
            elif step.reply is None:
                last = await client.ask(step.call)
                if last.json.get("codigo") == "idempotencia_en_curso":
                    return self._wait(deed)
                happened = last.headers.get("idempotent-replayed") == "true" or last.json.get("duplicado")
                self._count_unanswered(deed, happened=bool(happened))
            elif not is_same(step, again := await client.ask(step.call)):
                self._fault(f"{deed.kind} cambió de respuesta: {step.reply.body!r} y {again.body!r}")
            self.tally.answered[deed.kind] += step.reply is not None
        return self._remember(deed, last)

    async def _settle_patch(self, client: Client, deed: Deed, step: Step) -> Reply:
        """A move that was not answered is sent again: it is done now, or says that it was done before."""
        if step.reply is None:
            again = await client.ask(step.call)
            self._count_unanswered(deed, happened=again.status == 412)
        return await client.ask(Call("GET", step.call.path))

    def _count_unanswered(self, deed: Deed, *, happened: bool) -> None:
        self.tally.unanswered[deed.kind] += 1
        self.tally.happened[deed.kind] += happened

    def _wait(self, deed: Deed) -> None:
        """The key's lease outlives its holder by 30 s; until then nothing of it may be in the agenda."""
        self.tally.waited += 1
        self.waiting.append((time.monotonic(), deed))

    def _give_up(self, deed: Deed) -> None:
        """Nothing that decides was sent: what it began may leave a hold, which must end by itself."""
        if deed.cita is not None:
            self.agenda[deed.phone] = deed.cita
        elif deed.steps[0].sent:
            self.abandoned.append(deed)

    def _remember(self, deed: Deed, reply: Reply | None) -> None:
        cita = cita_of(deed, reply) if reply else None
        if cita is None:
            return self._fault(f"{deed.kind} no se hizo: {reply.body if reply else reply!r}")
        if deed.kind is not Kind.CANCELAR and _where(cita) != self._asked(deed):
            self._fault(f"{deed.kind} pidió {self._asked(deed)} y oyó {_where(cita)}")
        stood = deed.cita
        if stood is not None and (cita["id"], cita["version"]) != (stood["id"], stood["version"] + 1):
            self._fault(f"{deed.kind} se hizo más de una vez: {stood} y {cita}")
        if cita["estado"] != ("cancelada" if deed.kind is Kind.CANCELAR else "confirmada"):
            self._fault(f"{deed.kind} dejó {cita}")
        (self.gone if deed.kind is Kind.CANCELAR else self.agenda)[deed.phone] = cita
        return None

    def _asked(self, deed: Deed) -> tuple[str, str, int]:
        recurso_id = self.shop.recursos[deed.target.recurso]
        return recurso_id, wire_day(deed.target.day), deed.target.inicio

    def _compare(self) -> None:
        """All that was told is stored once, nothing else is, and every claim has its document."""
        stored = stored_in(self.shop.file)
        self.tally.faults += faults_in(stored)
        if not is_sound(self.shop.file):
            self._fault("integrity_check halló el archivo dañado")
        unmoved = [deed.cita for _, deed in self.waiting if deed.cita is not None]
        told = {_told(cita) for cita in (*self.agenda.values(), *self.gone.values(), *unmoved)}
        found = [_found(one) for one in (*stored.of("confirmada"), *stored.of("cancelada"))]
        for one in told ^ set(found):
            self._fault(f"{'perdida' if one in told else 'de más'}: {one}")
        if len(found) != len({one[0] for one in found}):
            self._fault("un cliente tiene dos veces lo que pidió una")

    async def _last_look(self, port: int) -> None:
        """Wait for the keys that are still taken; then let every hold end, and book where one stood."""
        if self.waiting:
            rest = LEASE_SECONDS - (time.monotonic() - min(since for since, _ in self.waiting))
            await asyncio.sleep(max(rest, 0) + 1)  # noqa: TID251 - a real lease ends in real time
        await self._look(port, [])
        self.shop.clock.advance(HOLD_SECONDS)
        client = Client(port, self.shop.key)
        for deed in self.abandoned:
            again = self.maker.post(deed.target, next(self.numbers))
            again.steps[0].reply = await client.ask(again.steps[0].call)
            self._remember(again, again.steps[0].reply)
        await asyncio.sleep(SWEEP_SECONDS)  # noqa: TID251 - the service sweeps in real time
        client.close()
        self._compare()
        self.tally.holds += len(self.abandoned)
        self.tally.citas += len(self.agenda)
        if left := stored_in(self.shop.file).of("bloqueada"):
            self._fault(f"huecos apartados que no vencieron: {left}")

    def _fault(self, why: str) -> None:
        self.tally.faults.append(why)


def _where(cita: Cita) -> tuple[str, str, int]:
    return cita["recurso_id"], cita["fecha"], minutes_of(cita["hora_inicio"])


def _told(cita: Cita) -> tuple[str, str, str, int, int, str]:
    start = int(datetime.fromisoformat(cita["start"]).timestamp())
    phone = cita["cliente"]["telefono"]
    return phone, cita["id"], cita["recurso_id"], start, cita["version"], cita["estado"]


def _found(one: Standing) -> tuple[str, str, str, int, int, str]:
    return one.telefono or "", one.id, one.recurso_id, one.start, one.version, one.estado
