"""Book a cita for a cliente: the owner's call."""

from dataclasses import dataclass
from datetime import date

from citas.application.agendas import find_hueco, require_known
from citas.application.clientes import Contact, booking_cliente, contact_of
from citas.application.persist import claim, decide
from citas.application.ports import Caller, Insert, Seal, World, unsealed
from citas.domain.agenda import Solicitud
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco, Instant, Slot
from citas.domain.clientes import Cliente
from citas.domain.errors import InputError
from citas.domain.intervals import claim as atoms
from citas.domain.intervals import claimed_end


@dataclass(frozen=True, slots=True)
class BookCita:
    """What is asked for: `minutos` since local midnight of `fecha`; no recurso: any that is free."""

    nombre: str | None
    telefono: str | None
    email: str | None
    servicios_id: tuple[str, ...]
    fecha: date
    minutos: int
    recurso_id: str | None = None


async def book_cita(world: World, caller: Caller, request: BookCita, seal: Seal[Cita] = unsealed) -> Cita:
    """Book what was asked for, whole, or nothing.

    Raises:
        InputError: the cliente has neither name nor phone, or an unusable phone; no servicio.
        AgendaRuleError: an unknown id, or a rule of the agenda.
        SlotTakenError: taken, with alternativas.
    """
    if not request.servicios_id:
        raise InputError("servicios_id", "Diga al menos un servicio.")
    world.telemetry.count("citas_reservas_intentos_total")
    return await decide(lambda: _book(world, caller, request, seal))


async def _book(world: World, caller: Caller, request: BookCita, seal: Seal[Cita]) -> Cita:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    tenant = (await door.configured()).tenant
    contact = contact_of(request.nombre, request.telefono, request.email, tenant)
    require_known(tenant, request.servicios_id, request.recurso_id)
    solicitud = Solicitud(request.servicios_id, request.recurso_id)
    hueco = await find_hueco(door, tenant, now, solicitud, request.fecha, request.minutos)
    cliente, write = await booking_cliente(world, door, contact)
    cita = _cita(world.ids.new_id(), tenant, hueco, cliente, contact, now)
    await claim(world, caller, "reservar", (write, Insert(cita), *seal(cita)), now)
    return cita


def _cita(
    cita_id: str, tenant: Tenant, hueco: Hueco, cliente: Cliente, contact: Contact, now: Instant
) -> Cita:
    return Cita(
        id=cita_id,
        version=1,
        estado="confirmada",
        cliente_id=cliente.id,
        servicios_id=hueco.servicios_id,
        recurso_id=hueco.recurso_id,
        start=hueco.start,
        end=hueco.end,
        slots=slots_of(tenant, hueco),
        creada=now,
        nombre=contact.nombre or cliente.nombre,
        telefono=contact.telefono,
        email=contact.email or cliente.email,
    )


def slots_of(tenant: Tenant, hueco: Hueco) -> tuple[Slot, ...]:
    """Return the atoms that a cita in `hueco` claims, its buffer included."""
    end = claimed_end(hueco.end, tenant.politicas.buffer_minutos)
    return atoms(tenant.zona, (hueco.recurso_id,), hueco.start, end)
