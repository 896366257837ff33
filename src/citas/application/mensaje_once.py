"""Once: which lines are new, which are known, and what the known ones were answered."""

import json
from dataclasses import dataclass

from citas.application.entrante import Entrante, Linea, huella
from citas.application.ports import Door
from citas.application.wire import Wire
from citas.domain.mensajes import Mensaje


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line that was not seen before; `id` is its document's."""

    linea: Linea
    message_id: str
    id: str


@dataclass(frozen=True, slots=True)
class Received:
    """The new lines, and the answer to give where there is none (`known`).

    `chain`: the mensajes that an edit goes back to, first to latest; empty for what edits nothing.
    """

    new: tuple[NewLine, ...]
    known: Wire | None
    chain: tuple[Mensaje, ...] = ()

    @property
    def corrige(self) -> str | None:
        """The first message_id of the chain."""
        return self.chain[0].message_id if self.chain else None

    @property
    def cita_id(self) -> str | None:
        """The cita that the chain booked last."""
        return next((m.cita_id for m in reversed(self.chain) if m.cita_id), None)


async def received(door: Door, entrante: Entrante) -> Received:
    """Tell what is new of a post."""
    if entrante.edita and len(entrante.lineas) == 1:
        chain = await chain_of(door, entrante.edita)
        if chain:
            return await received_edit(door, entrante, chain)
    new: list[NewLine] = []
    known: Wire | None = None
    for linea in entrante.lineas:
        message_id = entrante.message_id(linea)
        stored = await seen(door, entrante, linea, message_id)
        if stored is not None:
            known = replayed(stored, message_id)
        elif all(message_id != other.message_id for other in new):
            new.append(NewLine(linea, message_id, message_id))
    return Received(tuple(new), known)


async def seen(door: Door, entrante: Entrante, linea: Linea, message_id: str) -> Mensaje | None:
    """Find the line by its id, or by its chat, milliseconds and text."""
    stored = await door.mensaje(message_id)
    if stored is not None:
        return stored
    instante = entrante.instante(linea)
    return await door.mensaje_at(instante) if instante else None


async def chain_of(door: Door, edited: str) -> tuple[Mensaje, ...]:
    """Return the mensajes of a chain of edits, first to latest; empty where it is not known."""
    original = await door.mensaje(edited)
    if original is None:
        return ()
    root = await door.mensaje(original.cadena) if original.cadena else original
    if root is None:
        return (original,)
    return (root, *await door.cadena(root.message_id))


async def received_edit(door: Door, entrante: Entrante, chain: tuple[Mensaje, ...]) -> Received:
    """An edit is a repeat only when it says what the chain says already."""
    linea = entrante.lineas[0]
    message_id, latest = entrante.message_id(linea), chain[-1]
    if latest.message_id == message_id or latest.huella == huella(linea.text):
        return Received((), replayed(latest, message_id), chain)
    document_id, number = message_id, 1
    while await door.mensaje(document_id) is not None:
        number += 1
        document_id = f"{message_id}#{number}"
    return Received((NewLine(linea, message_id, document_id),), None, chain)


def replayed(stored: Mensaje, message_id: str) -> Wire:
    """Return the first answer again, with the id under which it was asked."""
    answer: Wire = json.loads(stored.respuesta or "{}")
    return {**answer, "message_id": message_id, "duplicado": True}
