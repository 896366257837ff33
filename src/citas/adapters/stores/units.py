"""What every store makes of a unit before it touches its data: its order, its bugs, its claims."""

from collections.abc import Iterator
from operator import attrgetter
from zoneinfo import ZoneInfo

from citas.application.ports import Document, Insert, Remove, Unit, Write
from citas.domain.citas import Bloqueo, Cita, Instant, Ocupacion, Slot, TipoOcupacion
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.intervals import ATOM_SECONDS, day_bounds
from citas.domain.mensajes import (
    Aviso,
    Consentimiento,
    Espera,
    Gasto,
    Idempotencia,
    Latido,
    Mensaje,
    Pausa,
    Salida,
    Trabajo,
)

# Nothing in an agenda is longer: a cita lies within one local day, its buffer in the next.
LONGEST_SECONDS = 48 * 3600

COLLECTIONS: dict[type[Document], str] = {
    Cita: "cita",
    Bloqueo: "bloqueo",
    Cliente: "cliente",
    Conversacion: "conversacion",
    Mensaje: "mensajes",
    Salida: "salida",
    Aviso: "aviso",
    Espera: "espera",
    Consentimiento: "consentimiento",
    Pausa: "pausa",
    Latido: "latido",
    Idempotencia: "idempotencia",
    Trabajo: "trabajos",
    Gasto: "gasto",
}

Claimant = Cita | Bloqueo

_WHOSE = attrgetter("recurso_id")


def in_order(unit: Unit) -> list[Write]:
    """Return the writes with the removes first; raises ValueError for one that can only be a bug."""
    for write in unit:
        _check(write)
    return sorted(unit, key=_is_put)


def _is_put(write: Write) -> bool:
    return not isinstance(write, Remove)


def _check(write: Write) -> None:
    document = write.document
    if isinstance(write, Insert) and document.version != 1:
        raise ValueError(f"a new document is written with version 1, not {document.version}")
    if isinstance(document, Claimant) and not isinstance(write, Remove):
        check_claim(document)


def check_claim(document: Claimant) -> None:
    """Raise ValueError for a document whose claim can only be a bug."""
    claims = isinstance(document, Bloqueo) or document.estado != "cancelada"
    if claims and not document.slots:
        raise ValueError(f"{document.id} stands in the agenda and claims nothing")
    if not claims and document.slots:
        raise ValueError(f"{document.id} is cancelled and still claims")


def tipo_of(document: Claimant) -> TipoOcupacion:
    """Tell what kind of occupation a document makes."""
    if isinstance(document, Bloqueo):
        return "bloqueo"
    return "hold" if document.estado == "bloqueada" else "cita"


def claimed_end(document: Claimant, zona: ZoneInfo | None) -> Instant:
    """Return where the claim ends: the end of its last atom, buffer included.

    The hold of a move claims only what its cita does not have already, so its atoms cannot be counted
    from its start; `zona` tells then where the last one lies.
    """
    atoms = list(map(_WHOSE, document.slots)).count(document.recurso_id)
    counted = document.start - document.start % ATOM_SECONDS + ATOM_SECONDS * atoms
    if isinstance(document, Bloqueo) or document.mueve is None or zona is None:
        return max(counted, document.end)
    last = max(document.slots, key=lambda slot: (slot.fecha, slot.slot))
    first_instant, _ = day_bounds(zona, last.fecha)
    return max(document.end, first_instant + ATOM_SECONDS * (last.slot + 1))


def recursos_of(slots: tuple[Slot, ...]) -> tuple[str, ...]:
    """Return the recursos that are claimed, each once."""
    return tuple(dict.fromkeys(map(_WHOSE, slots)))


def ocupaciones_of(document: Claimant, zona: ZoneInfo | None) -> Iterator[Ocupacion]:
    """Yield what a document occupies, one for each recurso that it claims."""
    hold = document if isinstance(document, Cita) and document.estado == "bloqueada" else None
    until = claimed_end(document, zona)
    for recurso_id in recursos_of(document.slots):
        yield Ocupacion(
            recurso_id=recurso_id,
            start=document.start,
            end=document.end,
            claimed_end=until,
            tipo=tipo_of(document),
            owner_id=document.id,
            expira=hold.expira if hold else None,
            mueve=hold.mueve if hold else None,
        )
