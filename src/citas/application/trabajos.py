"""Posts that are stored before they are answered: one after another in their chat, each by one worker."""

import asyncio
import json
from dataclasses import asdict, replace

from citas.application.avisos import new_aviso
from citas.application.entrante import Entrante, Linea
from citas.application.mensaje_attempt import LeaseLostError, attempt
from citas.application.mensaje_chat import end_of_retention, finished
from citas.application.mensaje_turn import Course
from citas.application.persist import decide
from citas.application.ports import Caller, Door, Insert, Remove, Replace, World, Write, unsealed
from citas.application.wire import Wire
from citas.domain.conversacion import Conversacion
from citas.domain.errors import ConflictError, ConsentMissingError, UnavailableError
from citas.domain.mensajes import Trabajo
from citas.language.escritos.avisos import TipoAviso

LEASE_SECONDS = 15
GIVEN_SECONDS = 60
# Begun this often, a post ends whatever process works on it: its chat must not wait for it for ever.
MOST_ATTEMPTS = 5
# Whoever answers may be another process, whose bell is not heard here.
STEP = 0.25

_working: set[asyncio.Task[None]] = set()


async def answered_in_turn(world: World, caller: Caller, entrante: Entrante, deadline: float) -> Wire:
    """Store a post, and answer it when its turn has come.

    After `deadline` (`clock.monotonic()`) the answer is `en_proceso`, and the work goes on.
    """
    trabajo, mine = await store_first(world, caller, entrante, deadline)
    return await answered_here(world, caller, entrante, trabajo, deadline, mine=mine)


async def answered_here(
    world: World, caller: Caller, entrante: Entrante, trabajo: Trabajo, deadline: float, *, mine: bool
) -> Wire:
    """Answer a stored post when its turn has come, or say at `deadline` that the work goes on."""
    working = asyncio.create_task(_until_answered(world, caller.tenant_id, trabajo))
    _working.add(working)
    working.add_done_callback(_working.discard)
    await asyncio.wait((working,), timeout=max(0.0, deadline - world.clock.monotonic()))
    if working.done() and not isinstance(error := working.exception(), UnavailableError):
        if error is not None:
            raise error
        return await stored_answer(world, caller, entrante, mine=mine)
    return late(entrante)


def late(entrante: Entrante) -> Wire:
    """Return the answer to a post that is stored and not answered yet."""
    return {"message_id": entrante.message_id(entrante.lineas[-1]), "estado": "en_proceso"}


async def store_first(
    world: World, caller: Caller, entrante: Entrante, deadline: float
) -> tuple[Trabajo, bool]:
    """Store a post behind those of its chat that wait; whether it is new, or was waiting already.

    Raises ConsentMissingError, NotFoundError, UnavailableError; nothing is stored then.
    """
    return await decide(lambda: _store(world, caller, entrante, deadline))


async def _store(world: World, caller: Caller, entrante: Entrante, deadline: float) -> tuple[Trabajo, bool]:
    door = world.stores.of(caller.tenant_id)
    configured = await door.configured()
    if not configured.opted_in:
        raise ConsentMissingError
    trabajo_id = _id_of(entrante)
    waiting = await door.trabajo(trabajo_id)
    if waiting is not None:
        return waiting, False
    real, kept = world.clock.real(), end_of_retention(world, configured.tenant)
    key = entrante.chat(configured.tenant)
    trabajo = Trabajo(
        id=trabajo_id,
        version=1,
        conversacion=key,
        entrante=to_json(entrante),
        clave_id=caller.clave_id,
        dispositivo=caller.dispositivo,
        recibido=world.clock.now(),
        espera=real + max(0, round(deadline - world.clock.monotonic())),
        lease=real + LEASE_SECONDS,
        borrar_en=kept,
    )
    chat = await door.conversacion(key)
    live = [one for one in chat.en_trabajo if await door.trabajo(one)] if chat else []
    queued = replace(
        chat or Conversacion(key, borrar_en=kept),
        version=chat.version + 1 if chat else 1,
        en_trabajo=(*live, trabajo_id),
    )
    await door.commit((Insert(trabajo), Replace(queued) if chat else Insert(queued)), world.clock.now())
    return trabajo, True


def _id_of(entrante: Entrante) -> str:
    """Name a post: an edit that returns to an earlier text is another one."""
    message_id = entrante.message_id(entrante.lineas[-1])
    return f"{message_id}<{entrante.edita}" if entrante.edita else message_id


def to_json(entrante: Entrante) -> str:
    """Return a post as it is stored."""
    return json.dumps(asdict(entrante), ensure_ascii=False)


def from_json(text: str) -> Entrante:
    """Return a stored post."""
    fields = json.loads(text)
    return Entrante(**{**fields, "lineas": tuple(Linea(**linea) for linea in fields["lineas"])})


async def _until_answered(world: World, tenant_id: str, trabajo: Trabajo) -> None:
    """Work off what stands first in the chat, or wait for whoever does, until this post is answered."""
    door = world.stores.of(tenant_id)
    while await door.trabajo(trabajo.id) is not None:
        first = await first_of(door, trabajo.conversacion)
        if first is None or not await work_off(world, tenant_id, first):
            await world.bell.wait(tenant_id, STEP)


async def first_of(door: Door, conversacion: str) -> str | None:
    """Return the post whose turn it is."""
    chat = await door.conversacion(conversacion)
    for trabajo_id in chat.en_trabajo if chat else ():
        if await door.trabajo(trabajo_id) is not None:
            return trabajo_id
    return None


async def work_off(world: World, tenant_id: str, trabajo_id: str) -> bool:
    """Answer a stored post, if it is its turn and nobody works on it; tell whether it was answered here.

    What was begun before and came to no end is read by the rules alone.
    """
    door = world.stores.of(tenant_id)
    taken = await _take(world, door, trabajo_id)
    if taken is None:
        return False
    caller, entrante = Caller(tenant_id, taken.clave_id, taken.dispositivo), from_json(taken.entrante)
    course = Course(taken)
    try:
        await decide(lambda: attempt(world, caller, entrante, unsealed, course))
    except LeaseLostError:
        return False
    except ConsentMissingError:
        await decide(lambda: _drop(world, door, taken))
    world.bell.ring(tenant_id)
    world.bell.ring(trabajo_id)
    return True


async def _take(world: World, door: Door, trabajo_id: str) -> Trabajo | None:
    """Take the lease, unless somebody has it, or another post of the chat comes first."""
    real, now = world.clock.real(), world.clock.now()
    stored = await door.trabajo(trabajo_id)
    if stored is None or (stored.intentos and stored.lease > real):
        return None
    if await first_of(door, stored.conversacion) != trabajo_id:
        return None
    taken = replace(
        stored, version=stored.version + 1, lease=real + LEASE_SECONDS, intentos=stored.intentos + 1
    )
    try:
        if stored.intentos >= MOST_ATTEMPTS:
            await _give_up(world, door, stored)
            return None
        await door.commit((Replace(taken),), now)
    except ConflictError:
        return None
    return taken


async def _drop(world: World, door: Door, trabajo: Trabajo, *told: Write) -> None:
    """Take away a post that is not answered any more."""
    chat = await door.conversacion(trabajo.conversacion)
    await door.commit((Remove(trabajo), *finished(chat, trabajo), *told), world.clock.now())


async def _give_up(world: World, door: Door, trabajo: Trabajo) -> None:
    """Leave a post without an answer; the owner is told who waits for one."""
    tenant, now = (await door.configured()).tenant, world.clock.now()
    quien = from_json(trabajo.entrante).de
    await _drop(world, door, trabajo, Insert(new_aviso(world, tenant, TipoAviso.CADUCADA, now, quien=quien)))
    world.bell.ring(tenant.id)


async def stored_answer(world: World, caller: Caller, entrante: Entrante, *, mine: bool) -> Wire:
    """Return what was answered; the one who posted it is given the reply with it, if nobody else was."""
    known = await attempt(world, caller, entrante, unsealed, Course())
    if known is None:
        return late(entrante)
    if not mine:
        return known
    salida_id = known.get("salida_id")
    if isinstance(salida_id, str) and not await _give(world, caller, salida_id):
        return late(entrante)
    return {**known, "duplicado": False}


async def _give(world: World, caller: Caller, salida_id: str) -> bool:
    """Lease the reply to whoever is given it in a 200; False where it went another way."""
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    salida = await door.salida(salida_id)
    if salida is None or salida.estado != "pendiente" or salida.intento:
        return False
    given = replace(salida, version=salida.version + 1, intento=1, libre_en=now + GIVEN_SECONDS, dada=True)
    try:
        await door.commit((Replace(given),), now)
    except ConflictError:
        return False
    return True
