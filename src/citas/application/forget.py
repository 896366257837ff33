"""Erase a cliente's personal data everywhere; the citas that he has stand without a name."""

import re
from dataclasses import replace

from citas.application.avisos import new_aviso
from citas.application.ports import Door, Insert, Replace, World
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.clientes import Cliente
from citas.domain.errors import NotFoundError
from citas.domain.mensajes import Aviso
from citas.domain.telefonos import e164
from citas.language.escritos.avisos import TipoAviso

_ID = re.compile(r"[0-9a-f]{24}")


async def forget_cliente(world: World, tenant_id: str, telefono_o_id: str) -> int:
    """Forget a cliente, by phone in any spelling or by id; return how many future citas of his stand.

    Raises NotFoundError: no such tenant or cliente.
    """
    door, now = world.stores.of(tenant_id), world.clock.now()
    tenant = (await door.configured()).tenant
    cliente = await _cliente(door, tenant, telefono_o_id)
    avisos = await _avisos(world, door, tenant, cliente.id, now)
    # Told first, so that a crash never hides a cita whose name is gone; but what names a cita of his is
    # erased with him, so that the link to it comes after.
    await door.commit([Insert(replace(aviso, cita_id=None)) for aviso in avisos], now)
    await door.forget(cliente.id, now)
    await door.commit([Replace(replace(aviso, version=2)) for aviso in avisos], now)
    world.bell.ring(tenant_id)
    return sum(aviso.cita_id is not None for aviso in avisos)


async def _cliente(door: Door, tenant: Tenant, telefono_o_id: str) -> Cliente:
    asked = telefono_o_id.strip()
    if _ID.fullmatch(asked.lower()):
        found = await door.cliente(asked.lower())
    else:
        phone = e164(asked, tenant.pais)
        found = await door.cliente_by_telefono(phone) if phone else None
    if found is None:
        raise NotFoundError
    return found


async def _avisos(
    world: World, door: Door, tenant: Tenant, cliente_id: str, now: Instant
) -> tuple[Aviso, ...]:
    citas = await door.citas_of(cliente_id, now)
    nameless = [replace(cita, nombre=None, telefono=None) for cita in citas]
    return tuple(new_aviso(world, tenant, TipoAviso.OLVIDO, now, cita=cita) for cita in nameless or (None,))
