"""The owner silences one chat, or all of them, for a while."""

from dataclasses import replace

from citas.application.agendas import bookable_days
from citas.application.identity import conversation_key
from citas.application.persist import decide
from citas.application.ports import (
    Caller,
    Configured,
    Door,
    Insert,
    Remove,
    Replace,
    Seal,
    World,
    Write,
    unsealed,
)
from citas.application.withdraw import freed_hold, withdrawn
from citas.domain.apertura import days_span
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.conversacion import Conversacion
from citas.domain.errors import InputError
from citas.domain.mensajes import Pausa

MAX_MINUTES = 31 * 24 * 60
DAY_SECONDS = 86_400
# No salida outlives this, so all that are pendiente expire within it.
SALIDA_LIFE = 600


async def pause(
    world: World,
    caller: Caller,
    minutos: int,
    conversation_id: str | None,
    seal: Seal[Instant | None] = unsealed,
) -> Instant | None:
    """Be silent for `minutos` in a chat (by its `conversation_id`, or its `from`), or everywhere; 0 ends it.

    What the chat was offered is free at once, and what it was not told yet is withdrawn, but for a
    change of the agenda. Returns until when. Raises InputError.
    """
    if not 0 <= minutos <= MAX_MINUTES:
        raise InputError("minutos", f"Los minutos van de 0 a {MAX_MINUTES}.")
    return await decide(lambda: _pause(world, caller, minutos, conversation_id, seal))


async def _pause(
    world: World, caller: Caller, minutos: int, chat: str | None, seal: Seal[Instant | None]
) -> Instant | None:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    known = await door.configured()
    hasta = now + 60 * minutos if minutos else None
    if chat is None:
        writes = await _everywhere(door, known, hasta, now)
    else:
        until_ms = world.clock.now_ms() + 60_000 * minutos if minutos else None
        writes = await _in_chat(world, known.tenant, chat, until_ms)
    await door.commit((*writes, *seal(hasta)), now)
    return hasta


async def _everywhere(
    door: Door, known: Configured, hasta: Instant | None, now: Instant
) -> tuple[Write, ...]:
    stored = known.pausa
    pausa = Pausa(version=stored.version + 1 if stored else 1, hasta=hasta)
    own: Write = Replace(pausa) if stored else Insert(pausa)
    if hasta is None:
        return (own,)
    pending = await door.expired_salidas(now + SALIDA_LIFE)
    return (own, *await _all_holds(door, known.tenant, now), *withdrawn(pending))


async def _all_holds(door: Door, tenant: Tenant, now: Instant) -> tuple[Write, ...]:
    """Free every live hold, and drop the offer that it was for."""
    occupied = await door.ocupaciones(*days_span(tenant, *bookable_days(tenant, now)))
    found = [await door.cita(other.owner_id) for other in occupied if other.tipo == "hold"]
    writes: list[Write] = []
    for hold in filter(None, found):
        chat = await door.conversacion(hold.conversacion) if hold.conversacion else None
        writes.append(Remove(hold))
        if chat is not None and chat.oferta is not None and chat.oferta.hold_id == hold.id:
            writes.append(Replace(replace(chat, version=chat.version + 1, oferta=None)))
    return tuple(writes)


async def _in_chat(world: World, tenant: Tenant, chat: str, until_ms: int | None) -> tuple[Write, ...]:
    door = world.stores.of(tenant.id)
    keys = (conversation_key(chat, "", tenant.pais), conversation_key(None, chat, tenant.pais))
    known = [found for key in keys if (found := await door.conversacion(key))]
    if until_ms is None:
        return tuple(_silent(found, None) for found in known)
    if not known:
        # Nobody wrote yet: whichever key the chat turns out to have, it is silent.
        keep = world.clock.real() + tenant.politicas.retencion_dias * DAY_SECONDS
        return tuple(
            Insert(
                Conversacion(id=key, version=1, pausa_hasta=until_ms, borrar_en=max(keep, until_ms // 1000))
            )
            for key in keys
        )
    writes: list[Write] = []
    for found in known:
        writes += (*await freed_hold(door, found), _silent(found, until_ms))
        writes += withdrawn(await door.salidas_of(found.id))
    return tuple(writes)


def _silent(chat: Conversacion, until_ms: int | None) -> Write:
    oferta = chat.oferta if until_ms is None else None
    return Replace(replace(chat, version=chat.version + 1, pausa_hasta=until_ms, oferta=oferta))
