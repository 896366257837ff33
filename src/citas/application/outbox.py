"""What a device still has to send, and what its owner should be told."""

from dataclasses import dataclass, replace
from typing import Literal, cast, get_args

from citas.application.avisos import new_aviso
from citas.application.persist import decide
from citas.application.ports import Caller, Door, Insert, Replace, Seal, World, Write, unsealed
from citas.domain.citas import Instant
from citas.domain.errors import ConflictError, InputError, NotFoundError
from citas.domain.mensajes import Aviso, EstadoSalida, Salida
from citas.language.escritos.avisos import TipoAviso

Resultado = Literal["enviado", "confirmado", "fallido", "desconocido"]

MAX_WAIT = 30.0
# Each salida of a page is leased by a write of its own; what is left comes with the next one.
MOST = 50
# A bell may ring in another process only; what it would tell is looked up this often.
STEP = 0.5
LEASE = 60
LAST_DOUBLING = 2

# What may still be learnt of a salida; all else is a repetition and changes nothing. One that was
# withdrawn or expired may have been sent all the same: what the device knows is the truth.
_LEARNT: dict[EstadoSalida, tuple[Resultado, ...]] = {
    "pendiente": get_args(Resultado),
    "enviado": ("confirmado", "fallido"),
    "confirmado": (),
    "fallido": ("confirmado",),
    "desconocido": ("confirmado",),
    "retirada": get_args(Resultado),
    "caducada": get_args(Resultado),
}
_TOLD: dict[Resultado, TipoAviso] = {
    "fallido": TipoAviso.CADUCADA,
    "desconocido": TipoAviso.DESCONOCIDO,
}


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """Salidas that are leased to the caller from now on, and avisos that nobody acknowledged."""

    salidas: tuple[Salida, ...] = ()
    avisos: tuple[Aviso, ...] = ()


async def take_outbox(world: World, caller: Caller, espera: float) -> OutboxPage:
    """Return what waits for this caller, as soon as there is something; at most `espera` seconds later.

    A salida is offered only to the device that posted its mensaje, and to nobody else until its lease
    ends (60, 120, 240 s of the service's clock), however many ask at once.
    """
    deadline = world.clock.monotonic() + min(espera, MAX_WAIT)
    while True:
        page = await _take(world, caller)
        remaining = deadline - world.clock.monotonic()
        if page.salidas or page.avisos or remaining <= 0:
            return page
        await world.bell.wait(caller.tenant_id, min(STEP, remaining))


async def _take(world: World, caller: Caller) -> OutboxPage:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    mine = [salida for salida in await door.salidas_due(now) if _is_for(salida, caller)]
    leased = [await _lease(door, salida, now) for salida in mine[:MOST]]
    return OutboxPage(tuple(salida for salida in leased if salida), await door.avisos())


def _is_for(salida: Salida, caller: Caller) -> bool:
    return salida.dispositivo_id is None or salida.dispositivo_id == caller.dispositivo_id


async def _lease(door: Door, salida: Salida, now: Instant) -> Salida | None:
    """Lease it, unless another poller, or what withdraws it, was first."""
    seconds = LEASE << min(salida.intento, LAST_DOUBLING)
    leased = replace(
        salida, version=salida.version + 1, intento=salida.intento + 1, libre_en=now + seconds, dada=True
    )
    try:
        await door.commit((Replace(leased),), now)
    except ConflictError:
        return None
    return leased


async def acknowledge(
    world: World,
    caller: Caller,
    some_id: str,
    resultado: str,
    motivo: str | None,
    seal: Seal[None] = unsealed,
) -> None:
    """Record what became of a salida, or that an aviso was seen; repeating it changes nothing.

    Raises InputError (an unknown resultado) or NotFoundError.
    """
    if resultado not in get_args(Resultado):
        raise InputError("resultado", "Es uno de: enviado, confirmado, fallido, desconocido.")
    known = cast("Resultado", resultado)
    await decide(lambda: _acknowledge(world, caller, some_id, known, motivo, seal))


async def _acknowledge(
    world: World, caller: Caller, some_id: str, resultado: Resultado, motivo: str | None, seal: Seal[None]
) -> None:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    salida = await door.salida(some_id)
    if salida is None:
        writes = await _aviso_seen(door, some_id)
    else:
        writes = await _salida_known(world, door, salida, resultado, motivo, now)
    unit = (*writes, *seal(None))
    if unit:
        await door.commit(unit, now)
    if any(isinstance(write, Insert) for write in writes):
        world.bell.ring(caller.tenant_id)


async def _aviso_seen(door: Door, aviso_id: str) -> tuple[Write, ...]:
    aviso = await door.aviso(aviso_id)
    if aviso is None:
        raise NotFoundError
    if aviso.reconocido:
        return ()
    return (Replace(replace(aviso, version=aviso.version + 1, reconocido=True)),)


async def _salida_known(
    world: World, door: Door, salida: Salida, resultado: Resultado, motivo: str | None, now: Instant
) -> tuple[Write, ...]:
    if resultado not in _LEARNT[salida.estado]:
        return ()
    known = replace(salida, version=salida.version + 1, estado=resultado, motivo=motivo)
    tipo = _TOLD.get(resultado)
    if tipo is None or salida.estado == "retirada":
        return (Replace(known),)
    tenant = (await door.configured()).tenant
    aviso = new_aviso(world, tenant, tipo, now, quien=salida.para, cliente_id=salida.cliente_id)
    return Replace(known), Insert(aviso)
