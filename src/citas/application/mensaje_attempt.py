"""One attempt to answer a post: read, decide, and write it all in one unit."""

from dataclasses import replace

from citas.application.entrante import Entrante
from citas.application.mensaje_answer import answer_wire
from citas.application.mensaje_chat import finished
from citas.application.mensaje_commit import unit_of
from citas.application.mensaje_once import Received, received
from citas.application.mensaje_reply import reply_of
from citas.application.mensaje_silence import now_or
from citas.application.mensaje_turn import Course, Reply, Turn
from citas.application.mensaje_who import who_writes
from citas.application.peaks import abreast
from citas.application.persist import claim
from citas.application.ports import Caller, Configured, Door, Insert, Remove, Replace, Seal, World, Write
from citas.application.wire import Wire, local
from citas.domain.desenlaces import Estado, Matiz
from citas.domain.errors import ConsentMissingError
from citas.domain.mensajes import Aviso, Idempotencia, Trabajo
from citas.language.notices import Notice, notice_of


class LeaseLostError(Exception):
    """Somebody else took up the stored post, or answered it."""


async def attempt(
    world: World, caller: Caller, entrante: Entrante, seal: Seal[Wire], course: Course
) -> Wire | None:
    """Answer a post, or return None where it must be stored before it can be answered.

    Raises:
        ConsentMissingError: the business did not opt in; nothing is stored.
        ConflictError: another writer was first; to be attempted again.
        LeaseLostError: the stored post is no longer ours to answer.
        NotFoundError, UnavailableError: as the store says.
    """
    door = world.stores.of(caller.tenant_id)
    configured = await door.configured()
    if not configured.opted_in:
        raise ConsentMissingError
    await _still_ours(door, course.trabajo)
    got = await received(door, entrante)
    if not got.new:
        return await _replay(world, door, got.known or {}, seal, course.trabajo)
    turn = await _turn(world, caller, configured, entrante, got, course.trabajo)
    reply = await reply_of(turn, course)
    return None if reply is None else await _committed(turn, reply, seal)


async def _still_ours(door: Door, trabajo: Trabajo | None) -> None:
    if trabajo is not None and await door.trabajo(trabajo.id) != trabajo:
        raise LeaseLostError


async def _committed(turn: Turn, reply: Reply, seal: Seal[Wire]) -> Wire:
    wire = answer_wire(reply.answer, turn.tenant)
    unit = (*await unit_of(turn, reply, wire), *_owned(seal(wire), turn.who.cliente.id))
    await abreast()
    await claim(turn.world, turn.caller, "mensaje", unit, turn.now)
    _measure(turn.world, turn, reply)
    return wire


async def _replay(world: World, door: Door, known: Wire, seal: Seal[Wire], trabajo: Trabajo | None) -> Wire:
    writes = seal(known)
    if trabajo is not None:
        writes = (*writes, Remove(trabajo), *finished(await door.conversacion(trabajo.conversacion), trabajo))
    if writes:
        await door.commit(writes, world.clock.now())
    return known


def _owned(writes: tuple[Write, ...], cliente_id: str) -> tuple[Write, ...]:
    """Say whose the kept answer is, so that it is forgotten with him."""
    return tuple(
        Replace(replace(write.document, cliente_id=cliente_id))
        if isinstance(write, Replace) and isinstance(write.document, Idempotencia)
        else write
        for write in writes
    )


async def _turn(
    world: World,
    caller: Caller,
    configured: Configured,
    entrante: Entrante,
    got: Received,
    trabajo: Trabajo | None,
) -> Turn:
    door, now, tenant = world.stores.of(caller.tenant_id), world.clock.now(), configured.tenant
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
        pausa=configured.pausa,
        trabajo=trabajo,
    )


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
    _measure_help(world, turn, reply)
    if any(isinstance(write, Insert) and isinstance(write.document, Aviso) for write in reply.acted.writes):
        world.bell.ring(turn.tenant.id)


def _measure_help(world: World, turn: Turn, reply: Reply) -> None:
    """Count the offers that a model led to, and what became of them."""
    made, before = reply.step.offer, turn.who.chat.oferta
    if made is not None and made.deseo.de_modelo:
        world.telemetry.count("citas_llm_ayudas_total", resultado="ofrecida")
    if reply.step.result is not None and before is not None and before.deseo.de_modelo:
        world.telemetry.count("citas_llm_ayudas_total", resultado=reply.step.result)
