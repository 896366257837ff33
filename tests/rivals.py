"""Every writer of the agenda, made ready to take one start: the language in which races are tested."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path

from builders import ANDRES, CORTE, dia, minutos
from chat import Chat, given
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.bloquear import NewBloqueo, add_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.move_cita import MoveCita, move_cita
from citas.application.ports import CitaFilter
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Instant, Ocupacion
from citas.domain.errors import SlotTakenError
from fakes import Fakes, TurnStores, a_caller, a_world

# Whether it got the start; what is neither a yes nor "taken" is an error.
Shot = Callable[[], Awaitable[bool]]
FAR = 1 << 40
ELSEWHERE = dia("2025/09/10")


class Writer(StrEnum):
    MENSAJE = "mensaje"
    SI = "si"
    CAMBIO = "cambio"
    POST = "post"
    PATCH = "patch"
    BLOQUEO = "bloqueo"


@dataclass
class Arena:
    """One agenda, seen by several processes in turn."""

    tenant: Tenant
    processes: tuple[Fakes, ...]

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self._elsewhere = count()

    @property
    def fakes(self) -> Fakes:
        """The first process."""
        return self.processes[0]

    async def rival(self, writer: Writer, cuando: str) -> Shot:
        """Make a writer ready to take Andrés from "yyyy/mm/dd hh:mm" for a corte; all but the last step is done."""
        number = next(self._numbers)
        fakes = self.processes[number % len(self.processes)]
        chat = Chat(fakes, self.tenant, de=f"+5731000{number:05d}")
        fecha, hora = cuando.split()
        match writer:
            case Writer.MENSAJE:
                return wish(chat, f"corte {said(cuando)} con Andrés", "confirmada")
            case Writer.SI:
                return await self._offered(chat, cuando)
            case Writer.CAMBIO:
                await self._cita_elsewhere(chat)
                return wish(chat, f"cambie mi cita para {said(cuando)} con Andrés", "reprogramada")
            case Writer.POST:
                request = BookCita(None, chat.de, None, (CORTE,), dia(fecha), minutos(hora), ANDRES)
                return attempt(lambda: book_cita(fakes.world, a_caller(self.tenant), request))
            case Writer.PATCH:
                cita = await self._cita_elsewhere(chat)
                move = MoveCita(cita.id, cita.version, dia(fecha), minutos(hora), ANDRES)
                return attempt(lambda: move_cita(fakes.world, a_caller(self.tenant), move))
            case Writer.BLOQUEO:
                new = NewBloqueo(ANDRES, dia(fecha), minutos(hora), minutos(hora) + 45)
                return attempt(lambda: add_bloqueo(fakes.world, a_caller(self.tenant), new))

    async def _offered(self, chat: Chat, cuando: str) -> Shot:
        """Be offered it; the hold of the offer before is over, and so will this one be for the next."""
        self.fakes.clock.advance(61)
        offered = await chat.says(f"¿tienen libre {said(cuando)} con Andrés para corte?")
        assert offered["estado"] == "propuesta", offered
        return wish(chat, "sí", "confirmada")

    async def _cita_elsewhere(self, chat: Chat) -> Cita:
        day = ELSEWHERE + timedelta(days=next(self._elsewhere))
        return await given(
            chat.fakes, self.tenant, f"{day:%Y/%m/%d} 10:00", telefono=chat.de, recurso="Camilo"
        )

    async def standing(self, desde: Instant = 0) -> list[Ocupacion]:
        """Return what occupies Andrés, by start."""
        found = await self.fakes.stores.of(self.tenant.id).ocupaciones(desde, FAR)
        return sorted((one for one in found if one.recurso_id == ANDRES), key=lambda one: one.start)

    async def citas(self) -> list[Cita]:
        """Return the confirmed citas."""
        return list(await self.fakes.stores.of(self.tenant.id).citas(CitaFilter(desde=0, limit=200)))


def said(cuando: str) -> str:
    """Say a day and an hour as a cliente does."""
    fecha, hora = cuando.split()
    return f"el {int(fecha[8:])}/{int(fecha[5:7])} a las {hora}"


def wish(chat: Chat, text: str, done: str) -> Shot:
    """Return a mensaje of the moment at which it is sent."""

    async def shot() -> bool:
        timestamp = chat.fakes.clock.now_ms()
        entrante = Entrante(chat.de, (Linea(text, timestamp),), conversation_id=chat.conversation_id)
        answer = await handle_mensaje(chat.fakes.world, a_caller(chat.tenant), entrante)
        told = answer["estado"], answer["motivo"]
        assert told in {(done, None), ("alternativas", "ocupado")}, answer
        return told == (done, None)

    return shot


def attempt(call: Callable[[], Awaitable[object]]) -> Shot:
    """Return an owner's call that either holds or finds the start taken."""

    async def shot() -> bool:
        try:
            await call()
        except SlotTakenError:
            return False
        return True

    return shot


@asynccontextmanager
async def arena(kind: str, tenant: Tenant, now: Instant, folder: Path) -> AsyncIterator[Arena]:
    """Open an agenda: "turns" in memory, where all decide before one writes; "file" by two processes."""
    if kind == "turns":
        yield Arena(tenant, (await a_world(tenant, now=now, stores=TurnStores()),))
        return
    first = await a_world(tenant, now=now, stores=SqliteStores(folder / "citas.db"))
    second = Fakes(first.clock, SqliteStores(folder / "citas.db"), first.ids)
    await second.stores.start()
    try:
        yield Arena(tenant, (first, second))
    finally:
        for process in (first, second):
            await process.stores.close()
