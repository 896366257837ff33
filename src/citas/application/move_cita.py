"""Move a cita, or change what it is for: the owner's call, by every rule of the agenda."""

from dataclasses import dataclass, replace
from datetime import date

from citas.application.agendas import find_hueco, require_known
from citas.application.book_cita import slots_of
from citas.application.clientes import touched_cliente
from citas.application.liberar import Freed, avisos_for_freed
from citas.application.persist import claim, decide
from citas.application.ports import Caller, Door, Remove, Replace, World, Write
from citas.application.stored_cita import cita_to_change, dropped_offer
from citas.application.wire import local
from citas.domain.agenda import Solicitud
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco, Instant
from citas.domain.errors import InputError
from citas.domain.intervals import ATOM_SECONDS


@dataclass(frozen=True, slots=True)
class MoveCita:
    """What changes; None stays as it is. `version` is what the caller saw."""

    cita_id: str
    version: int | None
    fecha: date | None = None
    minutos: int | None = None
    recurso_id: str | None = None
    servicios_id: tuple[str, ...] | None = None


async def move_cita(world: World, caller: Caller, request: MoveCita) -> Cita:
    """Move the cita whole, or leave it as it is; one that would not change keeps its version.

    Raises:
        NotFoundError, PreconditionError, CitaStateError: as `cita_to_change`.
        AgendaRuleError: an unknown id, a past cita, or a rule of the agenda.
        SlotTakenError: its recurso is taken then, with alternativas.
    """
    if request.servicios_id == ():
        raise InputError("servicios_id", "Diga al menos un servicio.")
    return await decide(lambda: _move(world, caller, request))


async def _move(world: World, caller: Caller, request: MoveCita) -> Cita:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    tenant = (await door.configured()).tenant
    cita = await cita_to_change(door, request.cita_id, request.version, now)
    fecha, minutos, solicitud = _target(request, cita, tenant)
    require_known(tenant, solicitud.servicios_id, solicitud.recurso_id)
    if _stays(cita, tenant, fecha, minutos, solicitud):
        return cita
    hueco = await find_hueco(door, tenant, now, solicitud, fecha, minutos, frozenset({cita.id}))
    return await _commit(world, caller, tenant, cita, hueco, now)


def _target(request: MoveCita, cita: Cita, tenant: Tenant) -> tuple[date, int, Solicitud]:
    start = local(cita.start, tenant.zona)
    return (
        request.fecha or start.date(),
        start.hour * 60 + start.minute if request.minutos is None else request.minutos,
        Solicitud(request.servicios_id or cita.servicios_id, request.recurso_id or cita.recurso_id),
    )


def _stays(cita: Cita, tenant: Tenant, fecha: date, minutos: int, solicitud: Solicitud) -> bool:
    start = local(cita.start, tenant.zona)
    return (
        (start.date(), start.hour * 60 + start.minute) == (fecha, minutos)
        and solicitud.recurso_id == cita.recurso_id
        and solicitud.servicios_id == cita.servicios_id
    )


async def _commit(
    world: World, caller: Caller, tenant: Tenant, cita: Cita, hueco: Hueco, now: Instant
) -> Cita:
    door = world.stores.of(caller.tenant_id)
    moved = moved_to(cita, tenant, hueco)
    avisos = await avisos_for_freed(world, door, tenant, Freed.of(cita, moved), now)
    unit = (*await _beside(door, cita, moved), Replace(moved), *avisos)
    await claim(world, caller, "mover", unit, now)
    if avisos:
        world.bell.ring(caller.tenant_id)
    return moved


def moved_to(cita: Cita, tenant: Tenant, hueco: Hueco) -> Cita:
    """Return the cita as it stands in `hueco`; the buffer of today holds for it."""
    return replace(
        cita,
        version=cita.version + 1,
        start=hueco.start,
        end=hueco.end,
        recurso_id=hueco.recurso_id,
        servicios_id=hueco.servicios_id,
        slots=slots_of(tenant, hueco),
    )


async def _beside(door: Door, cita: Cita, moved: Cita) -> tuple[Write, ...]:
    offers = {write.document.id: write for write in await dropped_offer(door, cita)}
    # An offer to move it may also wait in another chat of the same cliente.
    for other in await door.ocupaciones(moved.start, moved.start + ATOM_SECONDS * len(moved.slots)):
        hold = await door.cita(other.owner_id) if other.mueve == cita.id else None
        if hold is not None:
            offers[hold.id] = Remove(hold)
    return (*offers.values(), *await touched_cliente(door, cita.cliente_id))
