"""`/v1/appointments`: book, read, move and cancel citas."""

from functools import partial
from typing import Final

from pydantic import TypeAdapter
from starlette.responses import Response

from citas.adapters.http import values
from citas.adapters.http.answers import Cita as CitaAnswer
from citas.adapters.http.answers import Citas
from citas.adapters.http.bodies import CambioBody, CancelacionBody, CitaBody
from citas.adapters.http.call import Answer, Call, answer
from citas.adapters.http.forms import CUERPO, read
from citas.adapters.http.idempotency import once
from citas.adapters.http.openapi import IF_MATCH, query
from citas.adapters.http.problems import etag
from citas.adapters.http.rutas import Ruta
from citas.application.book_cita import BookCita, book_cita
from citas.application.cancel_cita import cancel_cita
from citas.application.move_cita import MoveCita, move_cita
from citas.application.read_citas import CitaQuery, get_cita, list_citas
from citas.application.wire import cita_wire
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, EstadoCita
from citas.domain.errors import InputError, PreconditionError

PATH: Final = "/v1/appointments"
_CITA: Final = TypeAdapter(CitaBody)
_CAMBIO: Final = TypeAdapter(CambioBody)
_CANCELACION: Final = TypeAdapter(CancelacionBody)
_ESTADOS: Final[dict[str, EstadoCita]] = {
    "confirmada": "confirmada",
    "cancelada": "cancelada",
    "bloqueada": "bloqueada",
}
_MAX_CURSOR: Final = 200
_MAX_PHONE: Final = 64


async def post_appointment(call: Call) -> Response:
    """Book a cita: the owner's call."""
    request = _booking(read(_CITA, call.raw))
    tenant = (await call.door.configured()).tenant

    def render(cita: Cita) -> Answer:
        return _answer(cita, tenant, 201, {"Location": f"{PATH}/{cita.id}"})

    return await once(call, partial(book_cita, call.world, call.caller, request), render)


def _booking(body: CitaBody) -> BookCita:
    cliente = body.cliente
    if cliente.nombre is None and cliente.telefono is None:
        raise InputError("cliente", "debe traer un nombre o un teléfono")
    return BookCita(
        nombre=cliente.nombre and cliente.nombre.strip(),
        telefono=cliente.telefono,
        email=cliente.email,
        servicios_id=tuple(body.servicios_id),
        fecha=body.fecha,
        minutos=body.hora_inicio,
        recurso_id=body.recurso_id,
    )


async def get_appointments(call: Call) -> Response:
    """List citas by start."""
    asked = call.query
    page, cursor = await list_citas(
        call.world,
        call.caller,
        CitaQuery(
            desde=asked.maybe("desde", values.fecha),
            hasta=asked.maybe("hasta", values.fecha),
            telefono=asked.maybe("telefono", _phone),
            estado=asked.maybe("estado", _estado) or "confirmada",
            recurso_id=asked.maybe("recurso_id", values.some_id),
            limite=asked.maybe("limite", values.whole),
            cursor=asked.maybe("cursor", _cursor),
        ),
    )
    tenant = (await call.door.configured()).tenant
    return answer({"citas": [cita_wire(cita, tenant) for cita in page], "cursor": cursor}).response()


def _estado(text: str) -> EstadoCita:
    if text not in _ESTADOS:
        raise ValueError("debe ser confirmada, cancelada o bloqueada")
    return _ESTADOS[text]


def _phone(text: str) -> str:
    if not 1 <= len(text) <= _MAX_PHONE:
        raise ValueError("no es un teléfono")
    return text


def _cursor(text: str) -> str:
    if not (1 <= len(text) <= _MAX_CURSOR and text.isascii()):
        raise ValueError("no es un cursor de esta lista")
    return text


async def get_appointment(call: Call) -> Response:
    """Show one cita."""
    cita = await get_cita(call.world, call.caller, call.path_id)
    return _answer(cita, (await call.door.configured()).tenant).response()


async def patch_appointment(call: Call) -> Response:
    """Move a cita, or change its recurso or servicios."""
    cita = await get_cita(call.world, call.caller, call.path_id)
    body = read(_CAMBIO, call.raw)
    if body == CambioBody():
        raise InputError(CUERPO, "no cambia nada")
    request = MoveCita(
        cita_id=cita.id,
        version=_version(call),
        fecha=body.fecha,
        minutos=body.hora_inicio,
        recurso_id=body.recurso_id,
        servicios_id=tuple(body.servicios_id) if body.servicios_id else None,
    )
    moved = await move_cita(call.world, call.caller, request)
    return _answer(moved, (await call.door.configured()).tenant).response()


async def cancel_appointment(call: Call) -> Response:
    """Cancel a cita: its time is free at once."""
    cita = await get_cita(call.world, call.caller, call.path_id)
    body = read(_CANCELACION, call.raw or b"{}")
    version, tenant = call.version, (await call.door.configured()).tenant

    work = partial(cancel_cita, call.world, call.caller, cita.id, version, body.motivo)

    def render(cancelled: Cita) -> Answer:
        return _answer(cancelled, tenant)

    return await once(call, work, render)


def _version(call: Call) -> int:
    version = call.version
    if version is None:
        raise PreconditionError
    return version


def _answer(cita: Cita, tenant: Tenant, status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    return answer(cita_wire(cita, tenant), status, {**etag(cita), **(headers or {})}, cita.cliente_id)


_REGLAS: Final = (
    "en_el_pasado", "fuera_de_plazo", "anticipacion", "cerrado", "feriado", "fuera_de_horario",
    "hora_no_alineada", "servicio_desconocido", "recurso_desconocido", "recurso_no_disponible", "horario_ocupado",
)  # fmt: skip  # packed, to be read at a glance
_CHANGES: Final = ("version_requerida", "version_obsoleta", "estado_invalido", "en_el_pasado")

RUTAS: Final = (
    Ruta(
        "POST", PATH, post_appointment, "Reservar una cita",
        answer=CitaAnswer, status=201, bodies=(CitaBody,), codigos=_REGLAS, idempotent=True,
        example={
            "cliente": {"nombre": "Juan Pérez", "telefono": "+57 310 987 6543"},
            "servicios_id": ["68b1c2d3e4f5a6b7c8d9e0f1"],
            "fecha": "2025/08/30",
            "hora_inicio": "10:00",
        },
    ),
    Ruta(
        "GET", PATH, get_appointments, "Listar citas por comienzo",
        answer=Citas, device=True, codigos=("recurso_desconocido",),
        params=(
            query("desde", values.FECHA_SCHEMA, "Primer día; sin él, hoy."),
            query("hasta", values.FECHA_SCHEMA, "Último día, incluido."),
            query("telefono", {"type": "string", "minLength": 1, "maxLength": _MAX_PHONE}, "Como se escriba."),
            query("estado", {"type": "string", "enum": [*_ESTADOS]}, "Sin él, sólo las confirmadas."),
            query("recurso_id", values.ID_SCHEMA, "Sólo las de este recurso."),
            query("limite", {"type": "integer", "minimum": 1, "maximum": 200}, "Citas por página; 50."),
            query("cursor", {"type": "string", "minLength": 1}, "El `cursor` de la página anterior."),
        ),
    ),
    Ruta("GET", PATH + "/{cita_id}", get_appointment, "Ver una cita", answer=CitaAnswer, device=True),
    Ruta(
        "PATCH", PATH + "/{cita_id}", patch_appointment, "Mover o cambiar una cita",
        answer=CitaAnswer, bodies=(CambioBody,), params=(IF_MATCH,), codigos=(*_REGLAS, *_CHANGES),
        example={"fecha": "2025/08/31", "hora_inicio": "16:30"},
    ),
    Ruta(
        "POST", PATH + "/{cita_id}/cancel", cancel_appointment, "Cancelar una cita",
        answer=CitaAnswer, bodies=(CancelacionBody,), body_required=False, params=(IF_MATCH,),
        codigos=_CHANGES, idempotent=True, example={"motivo": "El cliente avisó"},
    ),
)  # fmt: skip  # packed, to be read at a glance
