"""`/v1/bloqueos`: take a recurso out of the agenda for a while, and give it back."""

from functools import partial
from typing import Final

from pydantic import TypeAdapter
from starlette.responses import Response

from citas.adapters.http import values
from citas.adapters.http.answers import Bloqueo as BloqueoAnswer
from citas.adapters.http.answers import Bloqueos
from citas.adapters.http.bodies import BloqueoBody
from citas.adapters.http.call import Answer, Call, answer
from citas.adapters.http.forms import read
from citas.adapters.http.idempotency import once
from citas.adapters.http.openapi import query
from citas.adapters.http.rutas import Ruta
from citas.application.bloquear import NewBloqueo, add_bloqueo, list_bloqueos, remove_bloqueo
from citas.application.wire import bloqueo_wire
from citas.domain.citas import Bloqueo
from citas.domain.errors import InputError
from citas.domain.intervals import local_date

PATH: Final = "/v1/bloqueos"
_BLOQUEO: Final = TypeAdapter(BloqueoBody)


async def post_bloqueo(call: Call) -> Response:
    """Block a recurso for a while."""
    body = read(_BLOQUEO, call.raw)
    if body.hora_fin <= body.hora_inicio:
        raise InputError("hora_fin", "debe ser posterior a hora_inicio")
    request = NewBloqueo(body.recurso_id, body.fecha, body.hora_inicio, body.hora_fin, body.motivo)
    tenant = (await call.door.configured()).tenant

    def render(bloqueo: Bloqueo) -> Answer:
        return answer(bloqueo_wire(bloqueo, tenant), 201)

    return await once(call, partial(add_bloqueo, call.world, call.caller, request), render)


async def get_bloqueos(call: Call) -> Response:
    """List the bloqueos of some days."""
    asked, tenant = call.query, (await call.door.configured()).tenant
    desde = asked.maybe("fecha", values.fecha) or local_date(tenant.zona, call.world.clock.now())
    hasta = asked.maybe("hasta", values.fecha)
    found = await list_bloqueos(call.world, call.caller, desde, hasta)
    return answer({"bloqueos": [bloqueo_wire(bloqueo, tenant) for bloqueo in found]}).response()


async def delete_bloqueo(call: Call) -> Response:
    """Give the time back."""
    await remove_bloqueo(call.world, call.caller, call.path_id)
    return Response(status_code=204)


RUTAS: Final = (
    Ruta(
        "POST", PATH, post_bloqueo, "Bloquear un rato de un recurso",
        answer=BloqueoAnswer, status=201, device=True, bodies=(BloqueoBody,), idempotent=True,
        codigos=("recurso_desconocido", "horario_ocupado"),
        example={
            "recurso_id": "68b1c2d3e4f5a6b7c8d9e0f1",
            "fecha": "2025/08/30",
            "hora_inicio": "15:00",
            "hora_fin": "15:30",
            "motivo": "Llegó sin cita",
        },
    ),
    Ruta(
        "GET", PATH, get_bloqueos, "Listar bloqueos", answer=Bloqueos, device=True,
        params=(
            query("fecha", values.FECHA_SCHEMA, "Primer día; sin él, hoy."),
            query("hasta", values.FECHA_SCHEMA, "Último día, incluido; sin él, el mismo."),
        ),
    ),
    Ruta("DELETE", PATH + "/{bloqueo_id}", delete_bloqueo, "Quitar un bloqueo", status=204, device=True),
)  # fmt: skip  # packed, to be read at a glance
