"""What the conversation knows when a mensaje arrives, and what it may decide."""

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from citas.domain.agenda import Agenda
from citas.domain.apertura import Span, days_span
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco, Instant, Ocupacion
from citas.domain.conversacion import Conversacion, Oferta
from citas.domain.desenlaces import Desenlace, Falta
from citas.domain.deseos import Deseo


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a decision may depend on, besides what the agenda answers.

    `ahora` is the mensaje's moment in the tenant's zone: its words count from there. `now` is the
    service's clock. `citas`: the cliente's confirmed citas, a few past days included, by start.
    `by_name`: only a name is known, which two people may share. `offer_failed`: the reply with the offer
    never reached the cliente. `late`: older than what caused the question or offer that waits.
    `corrects`: this text replaces an earlier mensaje; `corrected_cita`: the cita which that one booked.
    """

    tenant: Tenant
    now: Instant
    ahora: datetime
    timestamp: int
    mensaje_id: str
    de: str
    conversacion: Conversacion
    citas: tuple[Cita, ...] = ()
    by_name: bool = False
    offer_failed: bool = False
    late: bool = False
    corrects: bool = False
    corrected_cita: Cita | None = None
    last: Cita | None = None  # the last one that began, read only where "lo mismo" was said

    @property
    def hoy(self) -> date:
        """The local day from which the words count."""
        return self.ahora.date()

    @property
    def future(self) -> tuple[Cita, ...]:
        """The cliente's citas that have not started."""
        return tuple(cita for cita in self.citas if cita.start >= self.now)

    @property
    def offer(self) -> Oferta | None:
        """The offer that waits, unless this mensaje is older than it."""
        return None if self.late else self.conversacion.oferta


@dataclass(frozen=True, slots=True)
class Book:
    """Write a cita at `hueco`."""

    hueco: Hueco
    deseo: Deseo


@dataclass(frozen=True, slots=True)
class Move:
    """Move `cita` to `hueco` (its servicios may change too)."""

    cita: Cita
    hueco: Hueco


@dataclass(frozen=True, slots=True)
class Cancel:
    """Cancel `citas`."""

    citas: tuple[Cita, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Make an offer that waits for a yes: to book (`hueco`), to move (`hueco` and one cita) or to cancel."""

    deseo: Deseo
    hueco: Hueco | None = None
    citas: tuple[Cita, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """Put the wish on the waiting list: [desde, hasta) and with whom (none: anybody)."""

    deseo: Deseo
    desde: Instant
    hasta: Instant
    recursos_id: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell the owner; `plazo`: the last day to answer."""

    tipo: str
    cita: Cita | None = None
    plazo: date | None = None


Effect = Book | Move | Cancel | Wait | Tell


@dataclass(frozen=True, slots=True)
class Step:
    """What one mensaje leads to: the answer, what changes in the agenda, and what is remembered.

    `offer` None leaves no offer standing, unless `keep` says that what waited goes on waiting (then
    deseo, faltan, alternativas and offer are ignored). `understood` False counts towards calling a person.
    `pause`: the chat goes silent as if the owner had taken over.
    """

    desenlace: Desenlace
    effects: tuple[Effect, ...] = ()
    offer: Offer | None = None
    keep: bool = False
    deseo: Deseo | None = None
    faltan: tuple[Falta, ...] = ()
    alternativas: tuple[Hueco, ...] = ()
    pending: Deseo | None = None
    understood: bool = True
    pause: bool = False
    result: str | None = None  # what became of the last offer, for the metric of hits


@dataclass(frozen=True, slots=True)
class Window:
    """A question to the agenda: what claims time overlapping [desde, hasta)?"""

    desde: Instant
    hasta: Instant


T = TypeVar("T")

# A decision that asks the agenda on its way: it yields windows, is sent what occupies them, returns T.
Talk = Generator[Window, tuple[Ocupacion, ...], T]


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose agenda it is: what of it does not stand in the way of this very wish."""

    situation: Situation
    moving: Cita | None = None
    for_other: bool = False
    extra: frozenset[str] = field(default_factory=frozenset)

    def ignored(self) -> frozenset[str]:
        """The ids that do not occupy: the own hold, and the cita that moves."""
        oferta = self.situation.conversacion.oferta
        ids = {self.moving.id} if self.moving else set()
        if oferta and oferta.hold_id:
            ids.add(oferta.hold_id)
        return self.extra | ids

    def own(self) -> tuple[Ocupacion, ...]:
        """The own citas, which occupy the cliente with whichever recurso; not those made for others."""
        if self.for_other:
            return ()
        return tuple(
            Ocupacion(
                recurso_id=recurso.id,
                start=cita.start,
                end=cita.end,
                claimed_end=cita.end,
                tipo="bloqueo",
                owner_id=f"{cita.id}/{recurso.id}",
            )
            for cita in self.situation.citas
            if cita.end > self.situation.now and not cita.para_otro and cita is not self.moving
            for recurso in self.situation.tenant.recursos
        )

    def look(self, desde: date, hasta: date) -> Talk[Agenda]:
        """Ask what occupies the days, both included."""
        return (yield from self.look_at(days_span(self.situation.tenant, desde, hasta)))

    def look_at(self, span: Span) -> Talk[Agenda]:
        """Ask what occupies the span, and see the agenda with this asker's eyes."""
        found = yield Window(*span)
        situation = self.situation
        return Agenda(situation.tenant, situation.now, (*found, *self.own()), self.ignored())
