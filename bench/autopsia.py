"""What is left after a death: everything is asked again, and compared with what was told and what is stored."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from bench.cliente import Call, Client, Reply
from bench.dentro import inside_of
from bench.hechos import Cita, Deed, Kind, Maker, Step, cita_of, is_same
from bench.instalacion import Site, minutes_of, wire_day
from bench.revision import Standing, Stored, faults_in

LEASE_SECONDS = 31  # one more than an Idempotency-Key that nobody answers stays taken
HOLD_SECONDS = 61
SWEEP_SECONDS = 10
QUEUE_SECONDS = 40  # leases of the dead end, and so do their transactions


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
class Memory:
    """What a caller knows of one store: the citas that stand and that are gone, and what is not known yet."""

    site: Site
    maker: Maker
    tally: Tally
    agenda: dict[str, Cita] = field(default_factory=dict)
    gone: dict[str, Cita] = field(default_factory=dict)
    waiting: list[tuple[float, Deed]] = field(default_factory=list)
    abandoned: list[Deed] = field(default_factory=list)

    async def look(self, port: int, deeds: list[Deed]) -> None:
        """Ask everything again, and compare all that was told with all that is stored."""
        client = Client(port, self.site.key)
        due = [deed for since, deed in self.waiting if time.monotonic() - since > LEASE_SECONDS]
        self.waiting = [one for one in self.waiting if one[1] not in due]
        for deed in (*due, *deeds):
            await self._settle(client, deed)
        client.close()
        self._compare()

    async def last_look(self, port: int, *, patient: bool) -> None:
        """Wait for the keys that are still taken, if asked; then let every hold end, and book where one stood."""
        if self.waiting and patient:
            rest = LEASE_SECONDS - (time.monotonic() - max(since for since, _ in self.waiting))
            await asyncio.sleep(max(rest, 0) + 1)  # noqa: TID251 - a real lease ends in real time
        await self.look(port, [])
        self.site.clock.advance(HOLD_SECONDS)
        client = Client(port, self.site.key)
        for deed in self.abandoned:
            again = self.maker.post_at(deed.target)
            await self._settle(client, again)
        client.close()
        self.tally.holds += len(self.abandoned)
        self.tally.citas += len(self.agenda)
        if not await self._swept():
            self._fault("huecos apartados que no vencieron")
        self._compare()

    async def _swept(self) -> bool:
        """Wait for the service to take away what has expired."""
        until = time.monotonic() + SWEEP_SECONDS
        while self._stored().of("bloqueada"):
            if time.monotonic() > until:
                return False
            await asyncio.sleep(0.1)  # noqa: TID251 - the service sweeps in real time
        return True

    async def _settle(self, client: Client, deed: Deed) -> None:
        """Ask each step again: answered, it says the same; unanswered, it now says what became of it."""
        if not deed.begun:
            return self._give_up(deed)
        last: Reply | None = None
        for step in deed.steps:
            if deed.kind is Kind.PATCH:
                last = await self._settle_patch(client, deed, step)
            else:
                last = await self._asked_again(client, deed, step)
            if last.json.get("codigo") == "idempotencia_en_curso":
                return self._wait(deed)
            self.tally.answered[deed.kind] += step.reply is not None
        return self._remember(deed, last)

    async def _asked_again(self, client: Client, deed: Deed, step: Step) -> Reply:
        again = await self._final(client, step.call)
        if step.reply is None:
            known = again.headers.get("idempotent-replayed") == "true" or again.json.get("duplicado") is True
            self._count_unanswered(deed, again, happened=known)
        elif not is_same(step, again):
            self._fault(f"{deed.kind} cambió de respuesta: {step.reply.body!r} y {again.body!r}")
        return again

    async def _final(self, client: Client, call: Call) -> Reply:
        """Ask until it is answered: what waits in the queue, or for what a dead process still holds, has its time."""
        until = time.monotonic() + QUEUE_SECONDS
        again = await client.ask(call)
        while again.status in (202, 503) and time.monotonic() < until:
            await asyncio.sleep(0.2)  # noqa: TID251 - the service works in real time
            again = await client.ask(call)
        return again

    async def _settle_patch(self, client: Client, deed: Deed, step: Step) -> Reply:
        """A move that was not answered is sent again: it is done now, or says that it was done before."""
        now = await client.ask(Call("GET", step.call.path))
        if step.reply is None:
            again = await self._final(client, step.call)
            self._count_unanswered(deed, again, happened=again.status == 412)
            return await client.ask(Call("GET", step.call.path))
        if now.json != step.reply.json:
            self._fault(f"movida y después otra: {step.reply.body!r} y {now.body!r}")
        return now

    def _count_unanswered(self, deed: Deed, again: Reply, *, happened: bool) -> None:
        if again.json.get("codigo") != "idempotencia_en_curso":
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
        if deed.kind is not Kind.CANCELAR and _where(cita) != self._wanted(deed):
            self._fault(f"{deed.kind} pidió {self._wanted(deed)} y oyó {_where(cita)}")
        stood = deed.cita
        if stood is not None and (cita["id"], cita["version"]) != (stood["id"], stood["version"] + 1):
            self._fault(f"{deed.kind} se hizo más de una vez: {stood} y {cita}")
        if cita["estado"] != ("cancelada" if deed.kind is Kind.CANCELAR else "confirmada"):
            self._fault(f"{deed.kind} dejó {cita}")
        (self.gone if deed.kind is Kind.CANCELAR else self.agenda)[deed.phone] = cita
        return None

    def _wanted(self, deed: Deed) -> tuple[str, str, int]:
        recurso_id = self.site.recursos[deed.target.recurso]
        return recurso_id, wire_day(deed.target.day), deed.target.inicio

    def _compare(self) -> None:
        """All that was told is stored once, nothing else is, and every claim has its document."""
        with inside_of(self.site.store) as inside:
            stored, sound = inside.stored(), inside.is_sound()
        self.tally.faults += faults_in(stored)
        if not sound:
            self._fault("la base dice que está dañada")
        unmoved = [deed.cita for _, deed in self.waiting if deed.cita is not None]
        told = {_told(cita) for cita in (*self.agenda.values(), *self.gone.values(), *unmoved)}
        found = [_found(one) for one in (*stored.of("confirmada"), *stored.of("cancelada"))]
        for one in told ^ set(found):
            self._fault(f"{'perdida' if one in told else 'de más'}: {one}")
        if len(found) != len({one[0] for one in found}):
            self._fault("un cliente tiene dos veces lo que pidió una")

    def _stored(self) -> Stored:
        with inside_of(self.site.store) as inside:
            return inside.stored()

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
