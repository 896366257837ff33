"""Take a recurso out of the agenda for a while, and give it back."""

from dataclasses import dataclass
from datetime import date

from citas.application.agendas import require_known, sane_day
from citas.application.liberar import Freed, avisos_for_freed
from citas.application.persist import claim, decide
from citas.application.ports import Caller, Door, Insert, Remove, Seal, World, unsealed
from citas.domain.catalogo import Tenant
from citas.domain.citas import Bloqueo, Instant
from citas.domain.errors import InputError, NotFoundError, SlotTakenError
from citas.domain.intervals import claim as atoms
from citas.domain.intervals import day_bounds, local_edge

GRID = 5
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class NewBloqueo:
    """`minutos_inicio` and `minutos_fin` since local midnight of `fecha`; the end may be 1440."""

    recurso_id: str
    fecha: date
    minutos_inicio: int
    minutos_fin: int
    motivo: str | None = None


async def add_bloqueo(
    world: World, caller: Caller, request: NewBloqueo, seal: Seal[Bloqueo] = unsealed
) -> Bloqueo:
    """Claim the time for nobody, past or not, inside the hours or not.

    Raises:
        InputError: off the 5-minute marks, or the end is not after the start.
        AgendaRuleError: unknown recurso.
        SlotTakenError: a cita (its buffer included), a live hold or another bloqueo stands there.
    """
    _check_form(request)
    return await decide(lambda: _add(world, caller, request, seal))


def _check_form(request: NewBloqueo) -> None:
    sane_day(request.fecha, "fecha")
    if request.minutos_inicio % GRID or not 0 <= request.minutos_inicio < DAY:
        raise InputError("hora_inicio", "La hora va en pasos de 5 minutos, entre 00:00 y 23:55.")
    if request.minutos_fin % GRID or not 0 <= request.minutos_fin <= DAY:
        raise InputError("hora_fin", "La hora va en pasos de 5 minutos, hasta las 24:00.")
    if request.minutos_fin <= request.minutos_inicio:
        raise InputError("hora_fin", "El final tiene que ser posterior al comienzo.")


async def _add(world: World, caller: Caller, request: NewBloqueo, seal: Seal[Bloqueo]) -> Bloqueo:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    tenant = (await door.configured()).tenant
    require_known(tenant, (), request.recurso_id)
    bloqueo = _bloqueo(world.ids.new_id(), tenant, request)
    await _require_free(door, bloqueo, now)
    await claim(world, caller, "bloquear", (Insert(bloqueo), *seal(bloqueo)), now)
    return bloqueo


def _bloqueo(bloqueo_id: str, tenant: Tenant, request: NewBloqueo) -> Bloqueo:
    # An hour that a clock change skips is the instant of the change, as for opening and closing.
    start = local_edge(tenant.zona, request.fecha, request.minutos_inicio)
    end = local_edge(tenant.zona, request.fecha, request.minutos_fin)
    if end <= start:
        raise InputError("hora_fin", "Ese día el reloj se adelanta y esas horas no existen.")
    slots = atoms(tenant.zona, (request.recurso_id,), start, end)
    return Bloqueo(bloqueo_id, 1, request.recurso_id, start, end, slots, request.motivo)


async def _require_free(door: Door, bloqueo: Bloqueo, now: Instant) -> None:
    standing = await door.ocupaciones(bloqueo.start, bloqueo.end)
    for other in standing:
        dead = other.expira is not None and other.expira <= now
        if other.recurso_id == bloqueo.recurso_id and not dead:
            raise SlotTakenError


async def list_bloqueos(
    world: World, caller: Caller, desde: date, hasta: date | None = None
) -> tuple[Bloqueo, ...]:
    """Return the bloqueos of the days [desde, hasta], by start. Raises InputError."""
    last = desde if hasta is None else hasta
    if last < desde:
        raise InputError("hasta", "El último día no puede ser anterior al primero.")
    door = world.stores.of(caller.tenant_id)
    zona = (await door.configured()).tenant.zona
    start = day_bounds(zona, sane_day(desde, "fecha"))[0]
    return await door.bloqueos(start, day_bounds(zona, sane_day(last, "hasta"))[1])


async def remove_bloqueo(world: World, caller: Caller, bloqueo_id: str) -> None:
    """Give the time back. Raises NotFoundError."""
    await decide(lambda: _remove(world, caller, bloqueo_id))


async def _remove(world: World, caller: Caller, bloqueo_id: str) -> None:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    bloqueo = await door.bloqueo(bloqueo_id)
    if bloqueo is None:
        raise NotFoundError
    avisos = await avisos_for_freed(world, door, (await door.configured()).tenant, Freed.of(bloqueo), now)
    await door.commit((Remove(bloqueo), *avisos), now)
    if avisos:
        world.bell.ring(caller.tenant_id)
