"""Who writes: the chat, the cliente behind it, and what is learnt of both."""

from dataclasses import dataclass, replace

from citas.application.entrante import Entrante
from citas.application.ports import Door
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion


@dataclass(frozen=True, slots=True)
class Who:
    """The chat as stored (version 0: new) and its cliente (version 0: not stored yet).

    `adopted`: the citas of the nameless one that the chat had before its phone was known, as this cliente's. `learnt`: the cliente knows more than what is stored.
    """

    chat: Conversacion
    cliente: Cliente
    by_name: bool
    adopted: tuple[Cita, ...] = ()
    learnt: bool = False


async def who_writes(door: Door, tenant: Tenant, entrante: Entrante, new_id: str) -> Who:
    """Find the chat and the cliente; `new_id` is for a cliente who is not known yet."""
    key, phone = entrante.chat(tenant), entrante.phone(tenant)
    stored = await door.conversacion(key)
    chat = stored or Conversacion(id=key)
    known = await door.cliente(chat.cliente_id) if chat.cliente_id else None
    by_phone = await door.cliente_by_telefono(phone) if phone else None
    citas: tuple[Cita, ...] = ()
    if known and by_phone and known.id != by_phone.id and known.telefono is None:
        citas = await adopted(door, known, by_phone)
        shown = by_phone if by_phone.aviso_version else known
        known = replace(by_phone, aviso_version=shown.aviso_version, aviso_en=shown.aviso_en)
    by_name = key.startswith("n:")
    cliente = known or by_phone
    if cliente is None:
        return Who(chat, Cliente(new_id, 0, entrante.name(tenant), phone), by_name)
    learnt = replace(
        cliente,
        telefono=cliente.telefono or (phone if by_phone is None else None),
        nombre=cliente.nombre or entrante.name(tenant),
    )
    return Who(chat, learnt, by_name, adopted=citas, learnt=learnt != (by_phone if citas else cliente))


async def adopted(door: Door, nameless: Cliente, cliente: Cliente) -> tuple[Cita, ...]:
    """Return the citas of the one who turned out to be the same, as `cliente`'s."""
    return tuple(
        replace(
            cita,
            version=cita.version + 1,
            cliente_id=cliente.id,
            telefono=cliente.telefono,
            nombre=cita.nombre or cliente.nombre,
        )
        for cita in await door.citas_of(nameless.id, 0)
    )
