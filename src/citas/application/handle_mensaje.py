"""Take a mensaje: understand it, decide, write it all in one unit, and answer."""

from dataclasses import replace

from citas.application.entrante import Entrante
from citas.application.mensaje_answer import Answer, answer_wire
from citas.application.mensaje_commit import unit_of
from citas.application.mensaje_effects import Done, done
from citas.application.mensaje_once import Received, received
from citas.application.mensaje_owner import owner_speaks
from citas.application.mensaje_silence import is_over_limit, is_said_twice, now_or, silence
from citas.application.mensaje_situation import situation_of, with_last_cita
from citas.application.mensaje_turn import Reading, Reply, Turn
from citas.application.mensaje_who import who_writes
from citas.application.persist import claim, decide
from citas.application.ports import Caller, Door, Insert, Replace, Seal, World, Write, unsealed
from citas.application.wire import Wire, local
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.desenlaces import Desenlace, Estado, Matiz, Motivo
from citas.domain.deseos import Entendido, Intencion
from citas.domain.dialogo.courteous import answered_media, withdrawn_by_deletion
from citas.domain.dialogo.situation import Situation, Step, Talk, Tell
from citas.domain.dialogo.turn import converse
from citas.domain.errors import ConsentMissingError
from citas.domain.mensajes import Aviso, Idempotencia
from citas.language.notices import Notice, notice_of
from citas.language.replies import eco_text, privacy_line, word

CHANGES_AGENDA = frozenset({Estado.CONFIRMADA, Estado.REPROGRAMADA, Estado.CANCELADA})
WORDINGS = 3


async def handle_mensaje(
    world: World, caller: Caller, entrante: Entrante, seal: Seal[Wire] = unsealed
) -> Wire:
    """Answer a mensaje as the contract says; what it changes is stored before this returns.

    Raises:
        ConsentMissingError: the business did not opt in; nothing is stored.
        NotFoundError: no such tenant.
        UnavailableError: the store is silent; nothing is stored.
    """
    started = world.clock.monotonic()
    reading = Reading()
    answer = await decide(lambda: _attempt(world, caller, entrante, seal, reading))
    world.telemetry.observe("citas_respuesta_segundos", world.clock.monotonic() - started)
    return answer


async def _attempt(
    world: World, caller: Caller, entrante: Entrante, seal: Seal[Wire], reading: Reading
) -> Wire:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    tenant = await door.tenant()
    consent = await door.consentimiento()
    if consent is None or not consent.acepta:
        raise ConsentMissingError
    got = await received(door, entrante)
    if not got.new:
        return await _replay(door, got.known or {}, seal, now)
    turn = await _turn(world, caller, door, tenant, entrante, now, got)
    reply = await _reply(turn, reading)
    wire = answer_wire(reply.answer, tenant)
    unit = await unit_of(turn, reply, wire)
    await claim(world, caller, "mensaje", (*unit, *_owned(seal(wire), turn.who.cliente.id)), now)
    _measure(world, turn, reply)
    return wire


def _owned(writes: tuple[Write, ...], cliente_id: str) -> tuple[Write, ...]:
    """Say whose the kept answer is, so that it is forgotten with him."""
    return tuple(
        Replace(replace(write.document, cliente_id=cliente_id))
        if isinstance(write, Replace) and isinstance(write.document, Idempotencia)
        else write
        for write in writes
    )


async def _replay(door: Door, known: Wire, seal: Seal[Wire], now: Instant) -> Wire:
    writes = seal(known)
    if writes:
        await door.commit(writes, now)
    return known


async def _turn(
    world: World, caller: Caller, door: Door, tenant: Tenant, entrante: Entrante, now: Instant, got: Received
) -> Turn:
    who = await who_writes(door, tenant, entrante, world.ids.new_id())
    oldest = (now - 60 * tenant.politicas.max_edad_mensaje_minutos) * 1000
    recent = tuple(line for line in got.new if line.linea.timestamp >= oldest)
    lines = recent or got.new
    notices = [notice_of(line.linea.text) for line in lines]
    texts = [line.linea.text for line, notice in zip(lines, notices, strict=True) if notice is None]
    told = next((n for n in (Notice.MEDIO, Notice.ECO, Notice.ELIMINADO) if n in notices), Notice.SISTEMA)
    timestamp = now_or(lines[-1].linea.timestamp, now)
    return Turn(
        world=world,
        caller=caller,
        door=door,
        tenant=tenant,
        entrante=entrante,
        now=now,
        got=got,
        who=who,
        text="\n".join(texts),
        notice=None if texts else told,
        timestamp=timestamp,
        ahora=local(timestamp // 1000, tenant.zona),
        stale=not recent,
    )


async def _reply(turn: Turn, reading: Reading) -> Reply:
    """Decide what is answered and written."""
    pausa = await turn.door.pausa()
    motivo = silence(
        turn.tenant, turn.entrante, turn.who.chat, turn.notice, pausa, turn.timestamp, stale=turn.stale
    )
    if motivo is Motivo.PROPIO:
        return await owner_speaks(turn)
    if motivo is Motivo.ELIMINADO:
        return _ignored(turn, motivo, withdrawn_by_deletion(turn.who.chat, turn.got.chain))
    if motivo is not None:
        return _ignored(turn, motivo)
    if turn.notice is Notice.ECO:
        return _eco(turn)
    situation = await situation_of(turn)
    said = Entendido()
    if turn.notice is Notice.MEDIO:
        step = answered_media()
    else:
        said = reading.of(turn.text, turn.tenant, turn.ahora)
        situation = await with_last_cita(turn, situation, said)
        step = await _asked(turn, converse(situation, said))
    return await _worded(turn, situation, said, step)


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


async def _asked(turn: Turn, talk: Talk[Step]) -> Step:
    """Let the conversation ask the agenda until it has decided."""
    try:
        window = next(talk)
        while True:
            window = talk.send(await turn.door.ocupaciones(window.desde, window.hasta))
    except StopIteration as decided:
        step: Step = decided.value
        return step


async def _worded(turn: Turn, situation: Situation, said: Entendido, step: Step) -> Reply:
    """Put the step into words, unless the chat may not be answered."""
    if step.desenlace.estado is Estado.IGNORADA:
        motivo = Motivo.LIMITE if is_over_limit(turn.who.chat, turn.timestamp) else step.desenlace.motivo
        return replace(_ignored(turn, motivo or Motivo.AJENO, step), said=said)
    if not turn.entrante.puede_responder:
        return await _unanswerable(turn, said)
    acted = await done(turn.actor, step)
    changes = acted.desenlace.estado in CHANGES_AGENDA
    text = _text(turn, acted.desenlace, situation)
    if not changes and (text is None or is_over_limit(turn.who.chat, turn.timestamp)):
        return replace(_ignored(turn, Motivo.LIMITE), said=said)
    salida_id = turn.world.ids.new_id()
    final = text or word(acted.desenlace, turn.tenant, situation.hoy)
    answer = Answer(turn.mensaje_id, acted.desenlace, final, salida_id, turn.got.corrige)
    return Reply(answer, step, acted, said=said, changes=changes)


def _text(turn: Turn, desenlace: Desenlace, situation: Situation) -> str | None:
    """Return the words, another wording where the same was just said; None where none is left."""
    line = ""
    if turn.who.cliente.aviso_version is None:
        line = privacy_line(turn.tenant, turn.world.url_publica)
    for vuelta in range(WORDINGS):
        text = word(desenlace, turn.tenant, situation.hoy, vuelta) + line
        if not is_said_twice(turn.who.chat, text):
            return text
    return None


async def _unanswerable(turn: Turn, said: Entendido) -> Reply:
    """The phone cannot answer this chat: nothing is done, and the owner is told."""
    desenlace = Desenlace(Intencion.OTRO, Estado.IGNORADA, Motivo.SIN_RESPUESTA)
    step = Step(desenlace, effects=(Tell("sin_respuesta"),), keep=True)
    acted = await done(turn.actor, step)
    return Reply(Answer(turn.mensaje_id, desenlace, corrige=turn.got.corrige), step, acted, said=said)


def _measure(world: World, turn: Turn, reply: Reply) -> None:
    desenlace, count = reply.answer.desenlace, world.telemetry.count
    count("citas_mensajes_total", estado=desenlace.estado.value)
    if desenlace.estado is Estado.ACLARACION and desenlace.matiz is not Matiz.SALUDO:
        count("citas_mensajes_ambiguos_total")
    if desenlace.estado is Estado.CONFIRMADA:
        count("citas_reservas_intentos_total")
    oferta = turn.who.chat.oferta
    if reply.step.result is not None and oferta is not None:
        count("citas_intenciones_total", intencion=oferta.intencion.value, resultado=reply.step.result)
    elif reply.changes:
        count("citas_intenciones_total", intencion=desenlace.intencion.value, resultado="aceptada")
    if any(isinstance(write, Insert) and isinstance(write.document, Aviso) for write in reply.acted.writes):
        world.bell.ring(turn.tenant.id)
