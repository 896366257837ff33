"""Every route of the contract but the channels; the busiest are matched first."""

from typing import Final

from citas.adapters.http.routes import bloqueos, catalogo, citas, device, messages, onboarding, service
from citas.adapters.http.rutas import Ruta

RUTAS: Final[tuple[Ruta, ...]] = (
    *messages.RUTAS,
    *citas.RUTAS,
    *catalogo.RUTAS,
    *device.RUTAS,
    *bloqueos.RUTAS,
    *onboarding.RUTAS,
    *service.RUTAS,
)
