"""The one unit of a mensaje: itself and its answer, the agenda, the chat, the cliente, the salida."""

import json
from collections.abc import Iterable
from dataclasses import replace

from citas.application.entrante import huella
from citas.application.mensaje_chat import chat_write, kept_until
from citas.application.mensaje_effects import hold_for
from citas.application.mensaje_once import NewLine
from citas.application.mensaje_silence import WITHOUT_TEXT
from citas.application.mensaje_turn import Reply, Turn
from citas.application.ports import Insert, Remove, Replace, Write
from citas.application.wire import Wire
from citas.application.withdraw import freed_hold, replaced_by_newer
from citas.domain.citas import Cita
from citas.domain.dialogo.situation import Book, Move
from citas.domain.mensajes import Mensaje, Salida
from citas.language.replies import AVISO_VERSION

SALIDA_SECONDS = 600
FIRST_LEASE_SECONDS = 60

to_json = json.JSONEncoder(ensure_ascii=False).encode


async def unit_of(turn: Turn, reply: Reply, wire: Wire) -> tuple[Write, ...]:
    """Return all that this mensaje writes."""
    hold = new_hold(turn, reply)
    writes: list[Write] = [*map(Replace, turn.who.adopted), *reply.acted.writes]
    if not reply.step.keep:
        writes += await freed_hold(turn.door, turn.who.chat)
    if hold is not None:
        writes.append(Insert(hold))
    writes += mensajes(turn, reply, wire)
    if reply.answer.respuesta is not None:
        writes += cliente_write(turn, reply)
        writes.append(Insert(salida(turn, reply)))
    if (reply.answer.respuesta is not None and reply.counts) or reply.withdraws:
        writes += await replaced_by_newer(turn.door, turn.who.chat)
    writes += chat_write(turn, reply, hold)
    if turn.trabajo is not None:
        writes.append(Remove(turn.trabajo))
    return tuple(writes)


def new_hold(turn: Turn, reply: Reply) -> Cita | None:
    """Return the hold of a new offer."""
    offer = reply.step.offer
    return hold_for(turn.actor, offer, turn.world.ids.new_id()) if offer else None


def mensajes(turn: Turn, reply: Reply, wire: Wire) -> Iterable[Write]:
    """Yield the new lines, each with the answer under its own id."""
    for line in turn.got.new:
        answer = to_json({**wire, "message_id": line.message_id})
        yield Insert(mensaje(turn, reply, line, answer))


def mensaje(turn: Turn, reply: Reply, line: NewLine, answer: str) -> Mensaje:
    """Write a line down; of what was not meant for the business only the hash: no text and no chat."""
    hidden = not WITHOUT_TEXT.isdisjoint({reply.answer.desenlace.motivo, reply.step.desenlace.motivo})
    chain = turn.got.chain
    return Mensaje(
        id=line.id,
        version=1,
        message_id=line.message_id,
        conversacion="" if hidden else turn.who.chat.id,
        timestamp=line.linea.timestamp,
        recibido=turn.now,
        cliente_id=None if hidden else turn.who.cliente.id,
        texto=None if hidden else line.linea.text,
        intencion=reply.answer.desenlace.intencion,
        entidades=() if hidden else reply.said.entidades,
        contexto_previo=turn.who.chat.faltan,
        instante=turn.entrante.instante(line.linea),
        huella=huella(line.linea.text),
        cadena=turn.got.corrige,
        edita=turn.entrante.edita if chain else None,
        respuesta=answer,
        cita_id=reply.acted.cita_id,
        borrar_en=kept_until(turn),
    )


def cliente_write(turn: Turn, reply: Reply) -> tuple[Write, ...]:
    """Write the cliente where he is new, where something was learnt, and wherever he books.

    Booking grows his version, so that two bookings of his own collide.
    """
    before = turn.who.cliente
    nombre = before.nombre or reply.said.nombre
    shown = before.aviso_version is None and reply.counts
    books = any(isinstance(effect, Book | Move) for effect in reply.step.effects)
    if before.version and not (books or shown or nombre != before.nombre or turn.who.learnt):
        return ()
    after = replace(
        before,
        version=before.version + 1,
        nombre=nombre,
        aviso_version=AVISO_VERSION if shown else before.aviso_version,
        aviso_en=turn.now if shown else before.aviso_en,
    )
    return (Replace(after),) if before.version else (Insert(after),)


def salida(turn: Turn, reply: Reply) -> Salida:
    """Return the reply, leased to the device that it is given to in this very answer.

    That of a stored post is free as soon as its poster waits no longer.
    """
    stored = turn.trabajo
    waits = FIRST_LEASE_SECONDS if stored is None else max(0, stored.espera - turn.world.clock.real())
    return Salida(
        id=reply.answer.salida_id or "",
        version=1,
        conversacion=turn.who.chat.id,
        para=turn.entrante.de,
        texto=reply.answer.respuesta or "",
        creada=turn.now,
        caduca=turn.now + SALIDA_SECONDS,
        libre_en=turn.now + waits,
        conversation_id=turn.entrante.conversation_id,
        notification_key=turn.entrante.notification_key,
        dispositivo_id=turn.caller.dispositivo_id,
        mensaje_id=turn.mensaje_id,
        intento=1 if stored is None else 0,
        cambia_agenda=reply.changes,
        dada=stored is None,
        cliente_id=turn.who.cliente.id,
        borrar_en=kept_until(turn),
    )
