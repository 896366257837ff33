"""Errors as answers: RFC 9457 problems, and the refusals that only HTTP knows."""

from collections.abc import Mapping
from typing import Final

from pydantic_core import to_json
from starlette.responses import Response

from citas.adapters.http.codigos import CODIGOS, codigo_of
from citas.application.ports import World
from citas.application.wire import Wire, alternativa_wire, cita_wire
from citas.domain.citas import Cita, Hueco
from citas.domain.desenlaces import Motivo
from citas.domain.errors import (
    AgendaRuleError,
    CitasError,
    CitaStateError,
    InputError,
    PreconditionError,
    SlotTakenError,
)

PROBLEM_JSON: Final = "application/problem+json"

# Of a codigo, whoever meets it: what a client needs to go on.
_HEADERS: Final[dict[str, dict[str, str]]] = {
    "clave_invalida": {"WWW-Authenticate": 'ApiKey realm="citas"'},
    "cuerpo_demasiado_grande": {"Connection": "close"},  # the rest of the body is not read
    "almacen_no_disponible": {"Retry-After": "5"},
    "idempotencia_en_curso": {"Retry-After": "1"},
}


class RefusalError(Exception):
    """A refusal of the HTTP layer itself; `codigo` is a key of the table."""

    def __init__(
        self,
        codigo: str,
        *,
        detail: str | None = None,
        fields: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(codigo)
        self.codigo = codigo
        self.detail = detail
        self.fields = fields or {}
        self.headers = headers or {}


def problem(
    codigo: str,
    request_id: str,
    *,
    detail: str | None = None,
    fields: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the problem of a `codigo`, with the fields that it defines."""
    entry = CODIGOS[codigo]
    body: Wire = {
        "type": f"urn:citas:error:{codigo}",
        "title": entry.title,
        "status": entry.status,
        "detail": detail or entry.detail,
        "codigo": codigo,
        "request_id": request_id,
        **(fields or {}),
    }
    merged = {**_HEADERS.get(codigo, {}), **(headers or {})}
    return Response(to_json(body), entry.status, merged, PROBLEM_JSON)


def refused(error: RefusalError, request_id: str) -> Response:
    """Return the problem of a refusal of the HTTP layer."""
    return problem(error.codigo, request_id, detail=error.detail, fields=error.fields, headers=error.headers)


async def answered(error: CitasError, world: World, tenant_id: str, request_id: str) -> Response:
    """Return the problem of an error of the house: a taken hour with alternatives, a stale cita as it is now."""
    codigo = codigo_of(error)
    match error:
        case InputError():
            detail = f"{error.campo}: {error.detalle}"
            return problem(codigo, request_id, detail=detail, fields={"campo": error.campo})
        case SlotTakenError() | AgendaRuleError(codigo=Motivo.OCUPADO):
            fields = await _alternativas(error.alternativas, world, tenant_id)
            return problem(codigo, request_id, fields=fields)
        case CitaStateError(cita=Cita() as cita) | PreconditionError(cita=Cita() as cita):
            tenant = (await world.stores.of(tenant_id).configured()).tenant
            return problem(codigo, request_id, fields={"cita": cita_wire(cita, tenant)}, headers=etag(cita))
        case _:
            return problem(codigo, request_id)


async def _alternativas(huecos: tuple[Hueco, ...], world: World, tenant_id: str) -> Wire:
    tenant = (await world.stores.of(tenant_id).configured()).tenant
    return {"alternativas": [alternativa_wire(hueco, tenant) for hueco in huecos]}


def etag(cita: Cita) -> dict[str, str]:
    """Return the header that carries a cita's version."""
    return {"ETag": f'"{cita.version}"'}
