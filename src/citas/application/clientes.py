"""Who a cita is for: the cliente of a phone, or a new one."""

from dataclasses import dataclass, replace

from citas.application.ports import Door, Insert, Replace, World, Write
from citas.domain.catalogo import Tenant
from citas.domain.clientes import Cliente
from citas.domain.errors import InputError
from citas.domain.telefonos import e164


@dataclass(frozen=True, slots=True)
class Contact:
    """What a caller says of a cliente; `telefono` is E.164."""

    nombre: str | None
    telefono: str | None
    email: str | None


def contact_of(nombre: str | None, telefono: str | None, email: str | None, tenant: Tenant) -> Contact:
    """Read what a caller wrote. Raises InputError: neither name nor phone, or an unusable phone."""
    name, phone = _said(nombre), _said(telefono)
    if name is None and phone is None:
        raise InputError("cliente", "Diga el nombre o el teléfono del cliente.")
    return Contact(name, _phone(phone, tenant) if phone else None, _said(email))


def _said(text: str | None) -> str | None:
    return (text.strip() or None) if text else None


def _phone(raw: str, tenant: Tenant) -> str:
    phone = e164(raw, tenant.pais)
    if phone is None:
        raise InputError("cliente.telefono", "Ese teléfono no es válido.")
    return phone


async def booking_cliente(world: World, door: Door, contact: Contact) -> tuple[Cliente, Write]:
    """Return the cliente that books, and the write that makes two of his own bookings collide."""
    stored = await door.cliente_by_telefono(contact.telefono) if contact.telefono else None
    if stored is None:
        new = Cliente(world.ids.new_id(), 1, contact.nombre, contact.telefono, contact.email)
        return new, Insert(new)
    grown = replace(
        stored,
        version=stored.version + 1,
        nombre=stored.nombre or contact.nombre,
        email=stored.email or contact.email,
    )
    return grown, Replace(grown)


async def touched_cliente(door: Door, cliente_id: str) -> tuple[Write, ...]:
    """Write the cliente of a cita that moves anew, so that his bookings collide; a forgotten one is gone."""
    stored = await door.cliente(cliente_id)
    return (Replace(replace(stored, version=stored.version + 1)),) if stored else ()
