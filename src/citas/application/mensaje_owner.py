"""The owner's own line in a chat: one of ours seen again, or the owner taking over."""

from dataclasses import replace

from citas.application.entrante import huella
from citas.application.mensaje_answer import Answer
from citas.application.mensaje_effects import Done
from citas.application.mensaje_turn import Reply, Turn
from citas.application.ports import Door, Replace, Write
from citas.domain.conversacion import Conversacion
from citas.domain.desenlaces import Desenlace, Estado, Motivo
from citas.domain.deseos import Intencion
from citas.domain.dialogo.situation import Step


async def owner_speaks(turn: Turn) -> Reply:
    """Silence the chat and take back what was offered, unless the line is one of our own replies."""
    desenlace = Desenlace(Intencion.OTRO, Estado.IGNORADA, Motivo.PROPIO)
    answer = Answer(turn.mensaje_id, desenlace, corrige=turn.got.corrige)
    seen = await seen_again(turn.door, turn.entrante.salida_id)
    if seen or is_ours(turn.who.chat, turn):
        return Reply(answer, Step(desenlace, keep=True), Done(seen, desenlace))
    return Reply(answer, Step(desenlace, pause=True), Done((), desenlace), withdraws=True)


async def seen_again(door: Door, salida_id: str | None) -> tuple[Write, ...]:
    """Confirm the salida whose line was seen in the chat."""
    salida = await door.salida(salida_id) if salida_id else None
    if salida is None:
        return ()
    return (Replace(replace(salida, version=salida.version + 1, estado="confirmado")),)


def is_ours(chat: Conversacion, turn: Turn) -> bool:
    """Tell whether the text is that of one of the last replies."""
    text = turn.entrante.lineas[-1].text
    return any(replica.huella == huella(text) for replica in chat.replicas)
