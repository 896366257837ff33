"""The onboarding test: say back what came in, and who answers."""

from dataclasses import dataclass

from citas.application.ports import Caller, World
from citas.domain.citas import Instant


@dataclass(frozen=True, slots=True)
class Echo:
    """`nombre` is the business's; `dispositivo` None: called with the tenant's own key."""

    texto: str
    tenant_id: str
    nombre: str
    dispositivo: str | None
    hora: Instant


async def echo(world: World, caller: Caller, texto: str) -> Echo:
    """Return the text with the business's name and the service's hour; nothing is stored."""
    tenant = (await world.stores.of(caller.tenant_id).configured()).tenant
    return Echo(texto, tenant.id, tenant.nombre, caller.dispositivo, world.clock.now())
