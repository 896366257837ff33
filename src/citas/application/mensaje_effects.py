"""From what was decided to what is written, and to the answer as it then stands."""

from dataclasses import dataclass, replace

from citas.application.avisos import new_aviso
from citas.application.book_cita import slots_of
from citas.application.liberar import Freed, avisos_for_freed
from citas.application.ports import Door, Insert, Replace, World, Write
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco, Instant, Slot
from citas.domain.clientes import Cliente
from citas.domain.desenlaces import Desenlace
from citas.domain.dialogo.situation import Book, Cancel, Move, Offer, Step, Tell, Wait
from citas.domain.mensajes import Aviso, Espera
from citas.language.escritos.avisos import TipoAviso

DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Actor:
    """On whose behalf, and from which chat, something is done."""

    world: World
    door: Door
    tenant: Tenant
    cliente: Cliente
    chat_id: str
    now: Instant


@dataclass(frozen=True, slots=True)
class Done:
    """The writes of the effects, and the desenlace with the citas as they are now."""

    writes: tuple[Write, ...]
    desenlace: Desenlace
    cita_id: str | None = None


async def done(actor: Actor, step: Step) -> Done:
    """Turn the effects of a step into writes."""
    writes: list[Write] = []
    touched: list[Cita] = []
    for effect in step.effects:
        match effect:
            case Wait():
                writes.append(Insert(waiting(actor, effect)))
            case Tell():
                writes.append(Insert(told(actor, effect)))
            case _:
                for before, after in changes(actor, effect):
                    touched.append(after)
                    writes += await written(actor, before, after)
    desenlace = step.desenlace
    if touched:
        several = tuple(touched) if len(touched) > 1 else ()
        desenlace = replace(desenlace, cita=touched[0], citas=several)
    return Done(tuple(writes), desenlace, touched[0].id if touched else None)


def changes(actor: Actor, effect: Book | Move | Cancel) -> tuple[tuple[Cita | None, Cita], ...]:
    """Return each cita that the effect touches: as it stood (None: new), and as it will stand."""
    match effect:
        case Book():
            return ((None, booked(actor, effect)),)
        case Move():
            return ((effect.cita, moved(actor, effect)),)
        case Cancel():
            return tuple((cita, cancelled(cita)) for cita in effect.citas)


async def written(actor: Actor, before: Cita | None, after: Cita) -> tuple[Write, ...]:
    """Write the cita; where it frees something, tell the owner of who waits for it."""
    if before is None:
        return (Insert(after),)
    freed = Freed.of(before, after if after.estado == "confirmada" else None)
    avisos = await avisos_for_freed(actor.world, actor.door, actor.tenant, freed, actor.now)
    return (Replace(after), *avisos)


def booked(actor: Actor, effect: Book) -> Cita:
    """Return the new cita."""
    return Cita(
        id=actor.world.ids.new_id(),
        version=1,
        estado="confirmada",
        cliente_id=actor.cliente.id,
        servicios_id=effect.hueco.servicios_id,
        recurso_id=effect.hueco.recurso_id,
        start=effect.hueco.start,
        end=effect.hueco.end,
        slots=slots_of(actor.tenant, effect.hueco),
        creada=actor.now,
        nombre=effect.deseo.nombre or actor.cliente.nombre,
        telefono=actor.cliente.telefono,
        email=actor.cliente.email,
        conversacion=actor.chat_id,
        para_otro=effect.deseo.para_otro,
    )


def moved(actor: Actor, effect: Move) -> Cita:
    """Return the cita where it will stand."""
    return replace(
        effect.cita,
        version=effect.cita.version + 1,
        servicios_id=effect.hueco.servicios_id,
        recurso_id=effect.hueco.recurso_id,
        start=effect.hueco.start,
        end=effect.hueco.end,
        slots=slots_of(actor.tenant, effect.hueco),
    )


def cancelled(cita: Cita) -> Cita:
    """Return the cita without its slots."""
    return replace(cita, version=cita.version + 1, estado="cancelada", slots=(), motivo="cliente")


def hold_for(actor: Actor, offer: Offer, hold_id: str) -> Cita | None:
    """Return the hold of an offer: the target's atoms, less those that the cita has already."""
    if offer.hueco is None or actor.tenant.politicas.bloqueo_segundos <= 0:
        return None
    moving = offer.citas[0] if offer.citas else None
    slots = slots_of(actor.tenant, offer.hueco)
    free = tuple(slot for slot in slots if moving is None or slot not in moving.slots)
    expira = actor.now + actor.tenant.politicas.bloqueo_segundos
    return held(actor, offer.hueco, hold_id, expira, moving, free) if free else None


def held(
    actor: Actor, hueco: Hueco, hold_id: str, expira: Instant, moving: Cita | None, slots: tuple[Slot, ...]
) -> Cita:
    """Write the hold down."""
    return Cita(
        id=hold_id,
        version=1,
        estado="bloqueada",
        cliente_id=actor.cliente.id,
        servicios_id=hueco.servicios_id,
        recurso_id=hueco.recurso_id,
        start=hueco.start,
        end=hueco.end,
        slots=slots,
        creada=actor.now,
        conversacion=actor.chat_id,
        expira=expira,
        mueve=moving.id if moving else None,
        borrar_en=kept_after(actor, expira),
    )


def kept_after(actor: Actor, ends: Instant) -> Instant:
    """Return the real instant a day after something ends by the service's clock."""
    return actor.world.clock.real() + max(ends - actor.now, 0) + DAY_SECONDS


def waiting(actor: Actor, effect: Wait) -> Espera:
    """Return the wish for the waiting list; it is kept until its time has passed."""
    return Espera(
        id=actor.world.ids.new_id(),
        version=1,
        conversacion=actor.chat_id,
        cliente_id=actor.cliente.id,
        deseo=effect.deseo,
        desde=effect.desde,
        hasta=effect.hasta,
        recursos_id=effect.recursos_id,
        creada=actor.now,
        borrar_en=kept_after(actor, effect.hasta),
    )


def told(actor: Actor, effect: Tell) -> Aviso:
    """Return the aviso to the owner."""
    quien = actor.cliente.nombre or actor.cliente.telefono
    return new_aviso(
        actor.world,
        actor.tenant,
        TipoAviso(effect.tipo),
        actor.now,
        quien=quien,
        cita=effect.cita,
        plazo=effect.plazo,
        cliente_id=actor.cliente.id,
    )
