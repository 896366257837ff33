"""What is answered to a mensaje, and what comes with it: decided, not yet written."""

from dataclasses import replace

from citas.application.interpret import Pregunta, may_help, mode_of
from citas.application.interpret_wording import reword
from citas.application.mensaje_answer import Answer
from citas.application.mensaje_effects import Done, done
from citas.application.mensaje_owner import owner_speaks
from citas.application.mensaje_silence import is_over_limit, is_said_twice, silence
from citas.application.mensaje_situation import situation_of, with_last_cita
from citas.application.mensaje_turn import Course, Reply, Turn
from citas.application.peaks import abreast
from citas.application.wire import local
from citas.domain.desenlaces import Desenlace, Estado, Motivo
from citas.domain.deseos import Entendido, Intencion
from citas.domain.dialogo.courteous import answered_media, withdrawn_by_deletion
from citas.domain.dialogo.situation import Situation, Step, Talk, Tell
from citas.domain.dialogo.turn import converse
from citas.language.notices import Notice
from citas.language.replies import eco_text, privacy_line, word

CHANGES_AGENDA = frozenset({Estado.CONFIRMADA, Estado.REPROGRAMADA, Estado.CANCELADA})
WORDINGS = 3

# What is silent for another reason may pass those that wait: it neither answers nor changes the agenda.
_IN_TURN = (None, Motivo.ELIMINADO)


async def reply_of(turn: Turn, course: Course) -> Reply | None:
    """Decide what is answered and written; None: the post must be stored before it can be answered."""
    motivo = silence(
        turn.tenant, turn.entrante, turn.who.chat, turn.notice, turn.pausa, turn.timestamp, stale=turn.stale
    )
    if motivo in _IN_TURN and turn.trabajo is None and turn.who.chat.en_trabajo:
        return None
    if motivo is not None:
        return await _silent(turn, motivo)
    if turn.notice is Notice.ECO:
        return _eco(turn)
    situation = await situation_of(turn)
    if turn.notice is Notice.MEDIO:
        return await _worded(turn, course, situation, Entendido(), answered_media())
    return await _understood(turn, course, situation)


async def _silent(turn: Turn, motivo: Motivo) -> Reply:
    if motivo is Motivo.PROPIO:
        return await owner_speaks(turn)
    if motivo is Motivo.ELIMINADO:
        return _ignored(turn, motivo, withdrawn_by_deletion(turn.who.chat, turn.got.chain))
    return _ignored(turn, motivo)


async def _understood(turn: Turn, course: Course, situation: Situation) -> Reply | None:
    """Answer what the rules read, or what a model read where it may help: that needs a stored post."""
    await abreast()
    said = course.understood(turn.text, turn.tenant, turn.ahora)
    await abreast()
    situation = await with_last_cita(turn, situation, said)
    step = await _decided(turn, converse(situation, said))
    if not course.by_rules_alone and may_help(said, step, mode_of(turn.world, turn.tenant)):
        if turn.trabajo is None:
            return None
        said = await course.asked(turn.world, _pregunta(turn, situation, said))
        step = await _decided(turn, converse(situation, said))
    return await _worded(turn, course, situation, said, step)


def _pregunta(turn: Turn, situation: Situation, said: Entendido) -> Pregunta:
    cliente, entrante = turn.who.cliente, turn.entrante
    nombres = tuple(name for name in (cliente.nombre, entrante.name(turn.tenant)) if name)
    telefonos = tuple(phone for phone in (cliente.telefono, entrante.de, entrante.telefono) if phone)
    return Pregunta(turn.tenant, turn.text, turn.ahora, said, situation, nombres, telefonos)


def _ignored(turn: Turn, motivo: Motivo, step: Step | None = None) -> Reply:
    desenlace = Desenlace(Intencion.OTRO, Estado.IGNORADA, motivo)
    plain = step or Step(desenlace, keep=True)
    return Reply(Answer(turn.mensaje_id, desenlace, corrige=turn.got.corrige), plain, Done((), desenlace))


def _eco(turn: Turn) -> Reply:
    desenlace = Desenlace(Intencion.OTRO, Estado.ECO)
    if not turn.entrante.puede_responder:
        return _ignored(turn, Motivo.SIN_RESPUESTA)
    text = eco_text(turn.tenant, local(turn.now, turn.tenant.zona))
    answer = Answer(turn.mensaje_id, desenlace, text, turn.world.ids.new_id(), turn.got.corrige)
    return Reply(answer, Step(desenlace, keep=True), Done((), desenlace), counts=False)


async def _decided(turn: Turn, talk: Talk[Step]) -> Step:
    """Let the conversation ask the agenda until it has decided."""
    try:
        window = next(talk)
        while True:
            window = talk.send(await turn.door.ocupaciones(window.desde, window.hasta))
    except StopIteration as decided:
        step: Step = decided.value
        return step


async def _worded(turn: Turn, course: Course, situation: Situation, said: Entendido, step: Step) -> Reply:
    """Put the step into words, unless the chat may not be answered."""
    if step.desenlace.estado is Estado.IGNORADA:
        motivo = Motivo.LIMITE if is_over_limit(turn.who.chat, turn.timestamp) else step.desenlace.motivo
        return replace(_ignored(turn, motivo or Motivo.AJENO, step), said=said)
    if not turn.entrante.puede_responder:
        return await _unanswerable(turn, said)
    acted = await done(turn.actor, step)
    changes = acted.desenlace.estado in CHANGES_AGENDA
    line = _privacy_line(turn)
    text = _text(turn, acted.desenlace, situation)
    if not changes and (text is None or is_over_limit(turn.who.chat, turn.timestamp)):
        return replace(_ignored(turn, Motivo.LIMITE), said=said)
    salida_id = turn.world.ids.new_id()
    plain = text or word(acted.desenlace, turn.tenant, situation.hoy)
    final = await _reworded(turn, course, acted.desenlace, situation, plain)
    answer = Answer(turn.mensaje_id, acted.desenlace, final + line, salida_id, turn.got.corrige)
    return Reply(answer, step, acted, said=said, changes=changes)


def _privacy_line(turn: Turn) -> str:
    """Return what the first reply that a cliente ever gets ends with."""
    if turn.who.cliente.aviso_version is not None:
        return ""
    return privacy_line(turn.tenant, turn.world.url_publica)


def _text(turn: Turn, desenlace: Desenlace, situation: Situation) -> str | None:
    """Return the words, another wording where the same was just said; None where none is left."""
    first_line = privacy_line(turn.tenant, turn.world.url_publica)
    for vuelta in range(WORDINGS):
        text = word(desenlace, turn.tenant, situation.hoy, vuelta)
        if not is_said_twice(turn.who.chat, text, text + first_line):
            return text
    return None


async def _reworded(turn: Turn, course: Course, desenlace: Desenlace, situation: Situation, text: str) -> str:
    """Let a model word it, where the post was stored and a model may read it."""
    if turn.trabajo is None or course.by_rules_alone:
        return text
    calls = course.calls(turn.world)
    return await reword(turn.world, turn.tenant, desenlace, situation.hoy, text, calls)


async def _unanswerable(turn: Turn, said: Entendido) -> Reply:
    """The phone cannot answer this chat: nothing is done, and the owner is told."""
    desenlace = Desenlace(Intencion.OTRO, Estado.IGNORADA, Motivo.SIN_RESPUESTA)
    step = Step(desenlace, effects=(Tell("sin_respuesta"),), keep=True)
    acted = await done(turn.actor, step)
    return Reply(Answer(turn.mensaje_id, desenlace, corrige=turn.got.corrige), step, acted, said=said)
