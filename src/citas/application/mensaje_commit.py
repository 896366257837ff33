"""The one unit of a mensaje: itself and its answer, the agenda, the chat, the cliente, the salida."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict

from citas.application.entrante import huella
from citas.application.mensaje_effects import hold_for
from citas.application.mensaje_once import NewLine
from citas.application.mensaje_silence import MOST_REPLIES, WITHOUT_TEXT
from citas.application.mensaje_turn import Reply, Turn
from citas.application.ports import Insert, Remove, Replace, World, Write
from citas.application.wire import Wire
from citas.application.withdraw import freed_hold, replaced_by_newer
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco
from citas.domain.conversacion import Conversacion, Oferta, Replica
from citas.domain.desenlaces import Matiz
from citas.domain.deseos import Deseo
from citas.domain.dialogo.situation import Book, Move, Step
from citas.domain.mensajes import Mensaje, Salida, Trabajo
from citas.language.replies import AVISO_VERSION

DAY_SECONDS = 86_400
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


def kept_until(turn: Turn) -> int:
    """Return when what was written of this mensaje is deleted, in real time."""
    return end_of_retention(turn.world, turn.tenant)


def end_of_retention(world: World, tenant: Tenant) -> int:
    """Return when what is written of a chat now is deleted, in real time.

    It is the end of a day, so that the index of what expires is not written anew for every mensaje.
    """
    kept = world.clock.real() + tenant.politicas.retencion_dias * DAY_SECONDS
    return -(-kept // DAY_SECONDS) * DAY_SECONDS


def mensajes(turn: Turn, reply: Reply, wire: Wire) -> Iterable[Write]:
    """Yield the new lines, each with the answer under its own id."""
    for line in turn.got.new:
        answer = to_json({**wire, "message_id": line.message_id})
        yield Insert(mensaje(turn, reply, line, answer))


def mensaje(turn: Turn, reply: Reply, line: NewLine, answer: str) -> Mensaje:
    """Write a line down; of what was not meant for the business only the hash."""
    hidden = not WITHOUT_TEXT.isdisjoint({reply.answer.desenlace.motivo, reply.step.desenlace.motivo})
    chain = turn.got.chain
    return Mensaje(
        id=line.id,
        version=1,
        message_id=line.message_id,
        conversacion=turn.who.chat.id,
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


def chat_write(turn: Turn, reply: Reply, hold: Cita | None) -> tuple[Write, ...]:
    """Write what the chat remembers; nothing where nothing was answered and nothing changed."""
    before = turn.who.chat
    if reply.answer.respuesta is None and reply.step.keep and not reply.step.pause:
        return finished(before, turn.trabajo) if turn.trabajo else ()
    after = remembered(turn, reply, hold)
    return (Replace(after),) if before.version else (Insert(after),)


def finished(chat: Conversacion | None, trabajo: Trabajo) -> tuple[Write, ...]:
    """Strike a post from those that wait; a chat that was only made to wait in is not kept."""
    if chat is None or trabajo.id not in chat.en_trabajo:
        return ()
    waiting = still_waiting(chat, trabajo)
    if not waiting and not chat.turno:
        return (Remove(chat),)
    return (Replace(replace(chat, version=chat.version + 1, en_trabajo=waiting)),)


def still_waiting(chat: Conversacion, trabajo: Trabajo | None) -> tuple[str, ...]:
    """Return the posts that wait once this one is answered."""
    return tuple(one for one in chat.en_trabajo if trabajo is None or one != trabajo.id)


def remembered(turn: Turn, reply: Reply, hold: Cita | None) -> Conversacion:
    """Return the chat as it is from now on."""
    before, step = turn.who.chat, reply.step
    answered = reply.answer.respuesta is not None
    return replace(
        before,
        version=before.version + 1,
        turno=before.turno + 1,
        cliente_id=turn.who.cliente.id if answered else before.cliente_id,
        de=turn.entrante.de,
        conversation_id=turn.entrante.conversation_id,
        notification_key=turn.entrante.notification_key,
        replicas=replicas(turn, reply),
        sin_entender=0 if step.understood else before.sin_entender + 1,
        ultimo_medio=turn.timestamp if reply.answer.desenlace.matiz is Matiz.MEDIO else before.ultimo_medio,
        ultima_cita_id=reply.acted.cita_id or before.ultima_cita_id,
        ultima_por=offered_by(before, reply),
        salidas_id=unsent(turn, reply),
        en_trabajo=still_waiting(before, turn.trabajo),
        borrar_en=kept_until(turn),
        pausa_hasta=paused_until(turn, step),
        **waiting_for(turn, reply, hold),
    )


def paused_until(turn: Turn, step: Step) -> int | None:
    """Return until when (ms) the chat is silent."""
    before = turn.who.chat.pausa_hasta
    if not step.pause:
        return before
    return max(turn.timestamp + turn.tenant.politicas.pausa_humana_minutos * 60_000, before or 0)


def offered_by(before: Conversacion, reply: Reply) -> str | None:
    """Return the mensaje that caused the offer which became the last cita."""
    if reply.acted.cita_id is None:
        return before.ultima_por
    return before.oferta.mensaje_id if before.oferta else None


class Waiting(TypedDict, total=False):
    """The fields of a chat that say what it waits for."""

    deseo: Deseo | None
    faltan: tuple[str, ...]
    alternativas: tuple[Hueco, ...]
    oferta: Oferta | None
    desde: int
    pendiente: Deseo | None


def waiting_for(turn: Turn, reply: Reply, hold: Cita | None) -> Waiting:
    """Return what the chat waits for now, and nothing that it waited for before; no field where all goes on."""
    step = reply.step
    if step.keep:
        return {}
    waits = step.offer or step.deseo or step.alternativas or step.pending
    return {
        "deseo": step.deseo,
        "faltan": tuple(falta.value for falta in step.faltan),
        "alternativas": step.alternativas,
        "oferta": oferta(turn, reply, hold),
        "desde": turn.timestamp if waits else 0,
        "pendiente": step.pending,
    }


def oferta(turn: Turn, reply: Reply, hold: Cita | None) -> Oferta | None:
    """Return the offer that waits from now on."""
    offer = reply.step.offer
    if offer is None:
        return None
    return Oferta(
        intencion=offer.deseo.intencion,
        mensaje_id=turn.mensaje_id,
        timestamp=turn.timestamp,
        hecha=turn.now,
        salida_id=reply.answer.salida_id or "",
        de=turn.entrante.de,
        deseo=offer.deseo,
        hueco=offer.hueco,
        hold_id=hold.id if hold else None,
        citas_id=tuple(cita.id for cita in offer.citas),
        versiones=tuple(cita.version for cita in offer.citas),
    )


def unsent(turn: Turn, reply: Reply) -> tuple[str, ...]:
    """Return the replies that a newer one will take the place of."""
    before = turn.who.chat.salidas_id if not (reply.counts or reply.withdraws) else ()
    salida_id = reply.answer.salida_id
    return before if salida_id is None or reply.changes else (*before, salida_id)


def replicas(turn: Turn, reply: Reply) -> tuple[Replica, ...]:
    """Return the last replies, this one included."""
    before = turn.who.chat.replicas
    if reply.answer.respuesta is None or not reply.counts:
        return before
    return (*before, Replica(turn.timestamp, huella(reply.answer.respuesta)))[-MOST_REPLIES - 1 :]
