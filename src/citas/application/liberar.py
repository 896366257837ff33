"""Who waits for what frees: the waiting list's wishes, and the avisos that tell the owner of them."""

from dataclasses import dataclass, replace

from citas.application.agendas import agenda_of, bookable_days
from citas.application.avisos import new_aviso
from citas.application.ports import Door, Insert, Replace, World, Write
from citas.domain.agenda import Agenda, Solicitud
from citas.domain.catalogo import Tenant
from citas.domain.citas import Bloqueo, Cita, Hueco, Instant, Ocupacion
from citas.domain.intervals import local_date
from citas.domain.mensajes import Espera
from citas.language.escritos.avisos import TipoAviso


@dataclass(frozen=True, slots=True)
class Freed:
    """[start, end) of a recurso that `owner_id` gives back; `taken`: where that owner stands from now on."""

    recurso_id: str
    start: Instant
    end: Instant
    owner_id: str
    conversacion: str | None = None
    taken: Ocupacion | None = None

    @classmethod
    def of(cls, document: Cita | Bloqueo, moved: Cita | None = None) -> "Freed":
        """Read what a cita or bloqueo gives back when it goes, or goes to where `moved` stands."""
        chat = document.conversacion if isinstance(document, Cita) else None
        taken = _occupied(moved) if moved else None
        return cls(document.recurso_id, document.start, document.end, document.id, chat, taken)


def _occupied(cita: Cita) -> Ocupacion:
    # Its own id is ignored in the agenda of who waits, so where it goes needs another one.
    return Ocupacion(cita.recurso_id, cita.start, cita.end, cita.end, "cita", f"{cita.id}+")


async def avisos_for_freed(
    world: World, door: Door, tenant: Tenant, freed: Freed, now: Instant
) -> tuple[Write, ...]:
    """Return the writes that tell the owner who waits for what frees; put them into the freeing unit.

    Each wish is told once. A chat is not told of what it frees itself.
    """
    waiting = [espera for espera in await door.esperas(now) if _wants(espera, freed)]
    if not waiting:
        return ()
    agenda = await _agenda_after(door, tenant, freed, now)
    found = ((espera, _hueco(espera, freed, agenda)) for espera in waiting) if agenda else ()
    writes: list[Write] = []
    for espera, hueco in found:
        if hueco is not None:
            writes += await _told(world, door, tenant, espera, hueco, now)
    return tuple(writes)


def _wants(espera: Espera, freed: Freed) -> bool:
    return (
        espera.conversacion != freed.conversacion
        and espera.desde < freed.end
        and freed.start < espera.hasta
        and (not espera.recursos_id or freed.recurso_id in espera.recursos_id)
    )


async def _agenda_after(door: Door, tenant: Tenant, freed: Freed, now: Instant) -> Agenda | None:
    """Read the day's agenda as it will be; None for a day on which nothing can be booked."""
    fecha = local_date(tenant.zona, freed.start)
    first, last = bookable_days(tenant, now)
    if not first <= fecha <= last:
        return None
    agenda = await agenda_of(door, tenant, now, fecha, fecha, frozenset({freed.owner_id}))
    if freed.taken is None:
        return agenda
    return replace(agenda, ocupaciones=(*agenda.ocupaciones, freed.taken))


def _hueco(espera: Espera, freed: Freed, agenda: Agenda) -> Hueco | None:
    """Find the start nearest to what frees that the wish could take and that needs it."""
    tenant = agenda.tenant
    fecha = local_date(tenant.zona, freed.start)
    servicios_id = espera.deseo.servicios_id or _any_servicio(tenant, freed.recurso_id)
    if not servicios_id or any(tenant.servicio(servicio_id) is None for servicio_id in servicios_id):
        return None
    found = (
        hueco
        for hueco in agenda.huecos(Solicitud(servicios_id, freed.recurso_id), fecha, fecha)
        if hueco.start < freed.end and freed.start < hueco.end and espera.desde <= hueco.start < espera.hasta
    )
    return min(found, key=lambda hueco: (abs(hueco.start - freed.start), hueco.start), default=None)


def _any_servicio(tenant: Tenant, recurso_id: str) -> tuple[str, ...]:
    """Return the shortest servicio of the recurso, for a wish that named none."""
    recurso = tenant.recurso(recurso_id)
    done = [servicio for servicio in tenant.servicios if recurso and recurso.does((servicio.id,))]
    return tuple(servicio.id for servicio in sorted(done, key=lambda servicio: servicio.minutos)[:1])


async def _told(
    world: World, door: Door, tenant: Tenant, espera: Espera, hueco: Hueco, now: Instant
) -> list[Write]:
    cliente = await door.cliente(espera.cliente_id)
    quien = (cliente.nombre or cliente.telefono) if cliente else None
    aviso = new_aviso(
        world, tenant, TipoAviso.HUECO_LIBERADO, now, quien=quien, cita=hueco, cliente_id=espera.cliente_id
    )
    return [Insert(aviso), Replace(replace(espera, version=espera.version + 1, avisada=True))]
