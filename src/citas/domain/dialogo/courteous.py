"""Turns that need no understanding: a photo or voice note, and a deletion."""

from dataclasses import replace

from citas.domain.conversacion import Conversacion
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo
from citas.domain.deseos import Deseo, Intencion
from citas.domain.dialogo.situation import Step, Tell
from citas.domain.dialogo.steps import ask
from citas.domain.mensajes import Mensaje


def answered_media() -> Step:
    """Only text is read; what waits goes on waiting, and the owner is told."""
    step = ask(Deseo(Intencion.OTRO), Falta.INTENCION, Matiz.MEDIO)
    return replace(step, keep=True, effects=(Tell("medio"),))


def withdrawn_by_deletion(chat: Conversacion, chain: tuple[Mensaje, ...]) -> Step:
    """A deletion withdraws the offer or question that its mensaje caused, never a booked cita."""
    desenlace = Desenlace(Intencion.OTRO, Estado.IGNORADA, Motivo.ELIMINADO)
    caused = {mensaje.message_id for mensaje in chain}
    offered = chat.oferta is not None and chat.oferta.mensaje_id in caused
    asked = chat.oferta is None and any(mensaje.timestamp == chat.desde for mensaje in chain)
    return Step(desenlace, keep=not (offered or asked))
