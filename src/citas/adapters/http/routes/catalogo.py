"""`/v1/servicios`, `/v1/recursos` and `/v1/availability`: what can be booked, with whom and when."""

from typing import Final

from starlette.responses import Response

from citas.adapters.http import values
from citas.adapters.http.answers import Huecos, Recursos, Servicios
from citas.adapters.http.call import Call, answer
from citas.adapters.http.forms import parsed
from citas.adapters.http.openapi import query
from citas.adapters.http.rutas import Ruta
from citas.application.offer_huecos import offer_huecos
from citas.application.wire import Wire, wall_wire
from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.citas import Hueco
from citas.domain.errors import InputError
from citas.domain.horarios import Horarios, Tramo

_DAYS: Final = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_MAX_SERVICIOS: Final = 20


async def get_servicios(call: Call) -> Response:
    """Show the catalogue."""
    tenant = (await call.door.configured()).tenant
    return answer({"servicios": [_servicio(servicio) for servicio in tenant.servicios]}).response()


def _servicio(servicio: Servicio) -> Wire:
    return {
        "id": servicio.id,
        "NombreServicio": servicio.nombre,
        "Duración": servicio.minutos,
        "Precio": servicio.precio,
        "alias": list(servicio.alias),
    }


async def get_recursos(call: Call) -> Response:
    """Show who attends, what each one does, and when."""
    tenant = (await call.door.configured()).tenant
    return answer({"recursos": [_recurso(recurso, tenant) for recurso in tenant.recursos]}).response()


def _recurso(recurso: Recurso, tenant: Tenant) -> Wire:
    every = tuple(servicio.id for servicio in tenant.servicios)
    return {
        "id": recurso.id,
        "nombre": recurso.nombre,
        "servicios_id": list(every if recurso.servicios_id is None else recurso.servicios_id),
        "horarios": _horarios(recurso.horarios or tenant.horarios),
    }


def _horarios(horarios: Horarios) -> Wire:
    return {
        day: [_tramo(tramo) for tramo in tramos]
        for day, tramos in zip(_DAYS, horarios, strict=True)
        if tramos
    }


def _tramo(tramo: Tramo) -> str:
    return f"{_clock(tramo.desde)}-{_clock(tramo.hasta)}"


def _clock(minutos: int) -> str:
    return f"{minutos // 60:02d}:{minutos % 60:02d}"


async def get_availability(call: Call) -> Response:
    """List free starts."""
    asked = call.query
    servicios_id = tuple(parsed("servicio_id", text, values.some_id) for text in asked.many("servicio_id"))
    if not 1 <= len(servicios_id) <= _MAX_SERVICIOS:
        raise InputError("servicio_id", f"debe darse de 1 a {_MAX_SERVICIOS} veces")
    desde = asked.one("fecha", values.fecha)
    found = await offer_huecos(
        call.world,
        call.caller,
        servicios_id=servicios_id,
        desde=desde,
        hasta=asked.maybe("hasta", values.fecha) or desde,
        recurso_id=asked.maybe("recurso_id", values.some_id),
        limite=asked.maybe("limite", values.whole),
    )
    return answer({"huecos": _huecos(found, (await call.door.configured()).tenant)}).response()


def _huecos(huecos: tuple[Hueco, ...], tenant: Tenant) -> list[Wire]:
    """As `hueco_wire`, without a look-up of the recurso for each: there may be 20,000."""
    nombres = {recurso.id: recurso.nombre for recurso in tenant.recursos}
    zona = tenant.zona
    return [
        {
            "fecha": wall_wire(hueco.start, zona)[0],
            "hora_inicio": wall_wire(hueco.start, zona)[1],
            "hora_fin": wall_wire(hueco.end, zona)[1],
            "recurso_id": hueco.recurso_id,
            "recurso": nombres[hueco.recurso_id],
        }
        for hueco in huecos
    ]


RUTAS: Final = (
    Ruta(
        "GET", "/v1/availability", get_availability, "Horas libres",
        answer=Huecos, device=True, codigos=("servicio_desconocido", "recurso_desconocido"),
        params=(
            query(
                "servicio_id",
                {"type": "array", "items": values.ID_SCHEMA, "minItems": 1, "maxItems": _MAX_SERVICIOS},
                "Se repite: los servicios van uno tras otro.", required=True,
            ),
            query("fecha", values.FECHA_SCHEMA, "Primer día.", required=True),
            query("hasta", values.FECHA_SCHEMA, "Último día, incluido; a lo más 62 días."),
            query("recurso_id", values.ID_SCHEMA, "Sólo con este recurso."),
            query("limite", {"type": "integer", "minimum": 1, "maximum": 20_000}, "Cuántas; 200."),
        ),
    ),
    Ruta("GET", "/v1/servicios", get_servicios, "El catálogo", answer=Servicios, device=True),
    Ruta("GET", "/v1/recursos", get_recursos, "Quienes atienden", answer=Recursos, device=True),
)  # fmt: skip  # packed, to be read at a glance
