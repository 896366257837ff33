"""What `/docs` and `/openapi.json` tell: routes, bodies, answers, and every error with its codigos."""

import re
from itertools import groupby
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from citas.adapters.http.answers import Problema
from citas.adapters.http.call import JSON
from citas.adapters.http.codigos import CODIGOS
from citas.adapters.http.problems import PROBLEM_JSON
from citas.adapters.http.rutas import Ruta, Schema
from citas.adapters.http.values import ID_PATTERN

OpenApi = dict[str, Any]  # FastAPI's own type

_REF: Final = "#/components/schemas/{model}"
_PATH_ID: Final = re.compile(r"\{(\w+)\}")
_KEYED_CODIGOS: Final = (
    "clave_invalida", "cuerpo_demasiado_grande", "demasiadas_peticiones", "tenant_ajeno", "entrada_invalida",
)  # fmt: skip  # packed, to be read at a glance
_EVERYWHERE: Final = ("error_interno", "almacen_no_disponible")
_SECURITY: Final[Schema] = {
    "ClaveApi": {
        "type": "apiKey",
        "in": "header",
        "name": "X-API-Key",
        "description": "La clave del negocio, o la de uno de sus dispositivos.",
    }
}
_ABOUT: Final = """Gestión de notificaciones para agenda: citas por mensaje, sin dobles reservas.

Independiente de WhatsApp y de Meta. Cada llamada a `/v1` lleva `X-API-Key`. Los errores son
`application/problem+json` con un `codigo` estable; `docs/errores.md` los explica todos.
Fechas `aaaa/mm/dd`, horas `hh:mm`, ids de 24 dígitos hexadecimales."""


def header(name: str, description: str, schema: Schema | None = None) -> Schema:
    """Return an optional header parameter."""
    return {"name": name, "in": "header", "description": description, "schema": schema or {"type": "string"}}


def query(name: str, schema: Schema, description: str, *, required: bool = False) -> Schema:
    """Return a query parameter."""
    return {"name": name, "in": "query", "required": required, "description": description, "schema": schema}


TENANT_ID: Final = header("X-Tenant-Id", "Si se manda, debe ser el negocio de la clave.")
REQUEST_ID: Final = header("X-Request-Id", "Se conserva si es sensato, y vuelve en la respuesta.")
IDEMPOTENCY_KEY: Final = header(
    "Idempotency-Key",
    "La misma clave con el mismo cuerpo da la primera respuesta otra vez (24 h).",
    {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[ -~]+$"},
)
IF_MATCH: Final = header(
    "If-Match",
    'La `version` de la cita que usted vio, `3` o `"3"`. Sin ella: 428.',
    {"type": "string", "pattern": '^("[0-9]{1,18}"|[0-9]{1,18})$'},
)


def operation(ruta: Ruta) -> OpenApi:
    """Return the docs of a route, to be laid over what FastAPI writes."""
    parameters: list[Schema] = [*_path_params(ruta.path), *ruta.params, REQUEST_ID]
    if ruta.keyed:
        parameters.append(TENANT_ID)
    if ruta.idempotent:
        parameters.append(IDEMPOTENCY_KEY)
    wire: OpenApi = {"parameters": parameters, "responses": _responses(ruta)}
    if ruta.keyed:
        wire["security"] = [{"ClaveApi": []}]
    if ruta.bodies:
        wire["requestBody"] = _request_body(ruta)
    return wire


def _path_params(path: str) -> list[Schema]:
    schema: Schema = {"type": "string", "pattern": ID_PATTERN}
    return [
        {"name": name, "in": "path", "required": True, "schema": schema} for name in _PATH_ID.findall(path)
    ]


def _request_body(ruta: Ruta) -> OpenApi:
    refs = [_ref(body) for body in ruta.bodies]
    media: OpenApi = {"schema": refs[0] if len(refs) == 1 else {"anyOf": refs}}
    if ruta.example is not None:
        media["example"] = ruta.example
    return {"required": ruta.body_required, "content": {JSON: media}}


def _responses(ruta: Ruta) -> OpenApi:
    success: OpenApi = {"description": "Hecho"}
    if ruta.answer is not None:
        success["content"] = {JSON: {"schema": _ref(ruta.answer)}}
    elif ruta.media_type != JSON:
        success["content"] = {ruta.media_type: {"schema": {"type": "string"}}}
    responses: OpenApi = {str(ruta.status): success}
    if ruta.late is not None:
        responses["202"] = {"description": "Tarda", "content": {JSON: {"schema": _ref(ruta.late)}}}
    by_status = sorted(_codigos(ruta), key=lambda codigo: CODIGOS[codigo].status)
    for status, codigos in groupby(by_status, key=lambda codigo: CODIGOS[codigo].status):
        responses[str(status)] = _problem(tuple(codigos))
    return responses


def _codigos(ruta: Ruta) -> set[str]:
    found = {*_EVERYWHERE, *ruta.codigos}
    if ruta.keyed:
        found.update(_KEYED_CODIGOS)
    if ruta.keyed and not ruta.device:
        found.add("permiso_insuficiente")
    if _PATH_ID.search(ruta.path):
        found.add("no_encontrado")
    if ruta.idempotent:
        found.update(("idempotencia_en_curso", "idempotencia_reutilizada"))
    return found


def _problem(codigos: tuple[str, ...]) -> OpenApi:
    examples = {
        codigo: {"summary": CODIGOS[codigo].title, "value": _example(codigo)} for codigo in sorted(codigos)
    }
    return {
        "description": ", ".join(f"`{codigo}`" for codigo in sorted(codigos)),
        "content": {PROBLEM_JSON: {"schema": _ref(Problema), "examples": examples}},
    }


def _example(codigo: str) -> Schema:
    entry = CODIGOS[codigo]
    return {
        "type": f"urn:citas:error:{codigo}",
        "title": entry.title,
        "status": entry.status,
        "detail": entry.detail,
        "codigo": codigo,
        "request_id": "68b1c2d3e4f5a6b7c8d9e0f1",
    }


def _ref(model: type[BaseModel]) -> Schema:
    return {"$ref": _REF.format(model=model.__name__)}


def document(app: FastAPI, rutas: tuple[Ruta, ...]) -> OpenApi:
    """Return the whole description of the service."""
    described = get_openapi(title=app.title, version=app.version, description=_ABOUT, routes=app.routes)
    models: set[type[BaseModel]] = {
        Problema,
        *(model for ruta in rutas for model in (ruta.answer, ruta.late) if model),
    }
    models.update(body for ruta in rutas for body in ruta.bodies)
    ordered = sorted(models, key=lambda model: model.__name__)
    _, schemas = models_json_schema([(model, "validation") for model in ordered], ref_template=_REF)
    described["components"] = {"schemas": schemas["$defs"], "securitySchemes": _SECURITY}
    return described
