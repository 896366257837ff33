"""The HTTP service over a world of fakes, and clients that call it in this process."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient

from builders import CORTE, a_tenant, at, hex_id
from citas.adapters.http.app import create_app
from citas.adapters.http.config import HttpConfig
from citas.application.claves import new_clave
from citas.application.ports import Stores
from citas.domain.catalogo import Tenant
from fakes import Fakes, a_world

NOW = at("2025/08/29 09:00")


@dataclass
class Service:
    """The service over a world of fakes: `http` calls with the tenant's key, `device` with a device's."""

    tenant: Tenant
    fakes: Fakes
    key: str
    device_key: str
    neighbour_key: str
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    def app(self, config: HttpConfig | None = None) -> FastAPI:
        return create_app(
            self.fakes.world, config or HttpConfig(), render_metrics=lambda: b"citas_mensajes_total 1.0\n"
        )

    async def client(
        self, key: str | None = None, config: HttpConfig | None = None, ip: str = "127.0.0.1"
    ) -> AsyncClient:
        transport = ASGITransport(app=self.app(config), client=(ip, 4321))
        headers = {} if key is None else {"X-API-Key": key}
        client = AsyncClient(transport=transport, base_url="http://citas", headers=headers)
        return await self.stack.enter_async_context(client)


async def a_service(*, consent: bool = True, stores: Stores | None = None) -> Service:
    """Store a business and its neighbour, with a key each, and one for a device."""
    tenant = a_tenant()
    neighbour = a_tenant(id=hex_id(0x9E), nombre="Spa de al lado")
    fakes = await a_world(tenant, neighbour, now=NOW, consent=consent, stores=stores)
    keys = [
        (await new_clave(fakes.world, tenant_id, dispositivo))[1]
        for tenant_id, dispositivo in ((tenant.id, None), (tenant.id, "Caja"), (neighbour.id, None))
    ]
    key, device_key, neighbour_key = keys
    return Service(tenant, fakes, key, device_key, neighbour_key)


def booking(hora: str = "10:00", fecha: str = "2025/08/29", **changes: object) -> dict[str, object]:
    """Return the body of a booking of a corte."""
    body: dict[str, object] = {
        "cliente": {"nombre": "Juan Pérez", "telefono": "310 987 6543"},
        "servicios_id": [CORTE],
        "fecha": fecha,
        "hora_inicio": hora,
    }
    return {**body, **changes}


def mensaje(text: str = "corte el lunes a las 3 pm", **changes: object) -> dict[str, object]:
    """Return the body of a message."""
    return {"from": "+57 310 987 6543", "text": text, "timestamp": "2025-08-29T09:00:00-05:00", **changes}
