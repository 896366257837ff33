"""A cita, the atoms of the agenda that it claims, and what else stands in the agenda."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

# An instant is whole seconds since the epoch, UTC. Local time lives in horarios, dates and replies.
Instant = int

EstadoCita = Literal["bloqueada", "confirmada", "cancelada"]
TipoOcupacion = Literal["cita", "hold", "bloqueo"]


# Of these two a single answer may need thousands: a NamedTuple is as frozen, and built in a fraction of the time.
class Slot(NamedTuple):
    """One 5-minute atom of a recurso: local day, and steps since that day's first instant."""

    recurso_id: str
    fecha: date
    slot: int


@dataclass(frozen=True, slots=True)
class Cita:
    """A cita as it is stored; a hold is one whose estado is `bloqueada`.

    `slots` is the claim: [start, end + buffer) in atoms; empty once cancelled.
    `conversacion` is the chat that made it (None: the owner's own call).
    `nombre` and `telefono` are the cliente's, None when nobody said them.
    """

    id: str
    version: int
    estado: EstadoCita
    cliente_id: str
    servicios_id: tuple[str, ...]
    recurso_id: str
    start: Instant
    end: Instant
    slots: tuple[Slot, ...]
    creada: Instant
    nombre: str | None = None
    telefono: str | None = None
    email: str | None = None
    conversacion: str | None = None
    para_otro: bool = False
    motivo: str | None = None
    expira: Instant | None = None
    mueve: str | None = None  # a hold for a move: the cita that would move
    borrar_en: Instant | None = None


@dataclass(frozen=True, slots=True)
class Bloqueo:
    """A recurso taken out of the agenda for a while; needs no buffer, may lie outside the hours."""

    id: str
    version: int
    recurso_id: str
    start: Instant
    end: Instant
    slots: tuple[Slot, ...]
    motivo: str | None = None


class Ocupacion(NamedTuple):
    """What occupies a recurso: [start, claimed_end) cannot be claimed by anything else.

    `end` is the true end, without buffer. `owner_id` is the cita's, hold's or bloqueo's id;
    `mueve` names the cita that a hold would move.
    """

    recurso_id: str
    start: Instant
    end: Instant
    claimed_end: Instant
    tipo: TipoOcupacion
    owner_id: str
    expira: Instant | None = None
    mueve: str | None = None


@dataclass(frozen=True, slots=True)
class Hueco:
    """A free start: what can be offered, and what an offer holds."""

    start: Instant
    end: Instant
    recurso_id: str
    servicios_id: tuple[str, ...]
