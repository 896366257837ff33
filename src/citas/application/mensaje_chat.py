"""What a chat remembers once a mensaje is answered."""

from dataclasses import replace
from typing import TypedDict

from citas.application.entrante import huella
from citas.application.mensaje_silence import MOST_REPLIES
from citas.application.mensaje_turn import Reply, Turn
from citas.application.ports import Insert, Remove, Replace, World, Write
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco
from citas.domain.conversacion import Conversacion, Oferta, Replica
from citas.domain.desenlaces import Matiz
from citas.domain.deseos import Deseo
from citas.domain.dialogo.situation import Step
from citas.domain.mensajes import Trabajo

DAY_SECONDS = 86_400


def kept_until(turn: Turn) -> int:
    """Return when what was written of this mensaje is deleted, in real time."""
    return end_of_retention(turn.world, turn.tenant)


def end_of_retention(world: World, tenant: Tenant) -> int:
    """Return when what is written of a chat now is deleted, in real time.

    It is the end of a day, so that the index of what expires is not written anew for every mensaje.
    """
    kept = world.clock.real() + tenant.politicas.retencion_dias * DAY_SECONDS
    return -(-kept // DAY_SECONDS) * DAY_SECONDS


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
        de=turn.entrante.de if answered else before.de,
        conversation_id=turn.entrante.conversation_id,
        notification_key=turn.entrante.notification_key,
        replicas=replicas(turn, reply),
        consultas=step.desenlace.consultas or reply.said.consultas,
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
