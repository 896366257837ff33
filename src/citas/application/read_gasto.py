"""What a model cost a business this month, and what it may cost."""

from dataclasses import dataclass

from citas.application.interpret import mode_of
from citas.application.interpret_permit import limit_of, month_of
from citas.application.ports import World
from citas.domain.catalogo import ModoIA, Tenant


@dataclass(frozen=True, slots=True)
class GastoDelMes:
    """Of one business: billionths of a USD, what is in flight included; `limite` 0: no limit."""

    tenant: Tenant
    ia: ModoIA
    mes: str
    nanos: int
    limite: int


async def read_gasto(world: World, tenant_id: str | None) -> tuple[GastoDelMes, ...]:
    """Return the month of one business, or of all by name. Raises NotFoundError, UnavailableError."""
    if tenant_id is not None:
        tenants: tuple[Tenant, ...] = ((await world.stores.of(tenant_id).configured()).tenant,)
    else:
        tenants = await world.stores.operator.tenants()
    return tuple([await _of(world, tenant) for tenant in tenants])


async def _of(world: World, tenant: Tenant) -> GastoDelMes:
    mes = month_of(world, tenant)
    gasto = await world.stores.of(tenant.id).gasto(mes)
    return GastoDelMes(tenant, mode_of(world, tenant), mes, gasto.nanos if gasto else 0, limit_of(tenant))
