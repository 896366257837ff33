"""Schemathesis reads `/openapi.json` and tries to make the service break its own word."""

import asyncio
import json
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from schemathesis.engine import events, from_schema

from builders import ANDRES, BARBA, CAMILO, CORTE, a_cita, a_tenant, at
from citas.adapters.http.app import create_app
from citas.adapters.http.codigos import CODIGOS
from citas.adapters.http.config import HttpConfig
from citas.application.claves import new_clave
from citas.application.ports import Insert
from fakes import a_world
from muestreo import examples

CITA = a_cita("2025/08/29 15:00")
# What there is: so that data of the right form goes all the way, to the rules and the store.
KNOWN = {
    "servicio_id": [CORTE, BARBA],
    "servicios_id": [CORTE, BARBA],
    "recurso_id": [ANDRES, CAMILO],
    "cita_id": [CITA.id],
    "tenant": [a_tenant().id],
    "fecha": ["2025/08/29", "2025/08/30", "2025/09/01"],
    "hasta": ["2025/08/30", "2025/09/01"],
    "hora_inicio": ["09:00", "10:00", "14:30"],
}
# Data of the right form may be against a rule of the agenda, or miss a version.
ACCEPTED = ["2xx", "401", "403", "404", "409", "412", "422", "428"]
EXAMPLES = 10


async def a_service() -> tuple[FastAPI, str]:
    tenant = a_tenant()
    fakes = await a_world(tenant, now=at("2025/08/29 09:00"))
    await fakes.stores.of(tenant.id).commit((Insert(CITA),), fakes.clock.now())
    _, key = await new_clave(fakes.world, tenant.id, None)
    return create_app(fakes.world, HttpConfig(limite_por_minuto=0), render_metrics=lambda: b""), key


def narrow(schema: dict[str, Any], name: str) -> None:
    ids = KNOWN.get(name)
    for form in (schema, *schema.get("anyOf", ())) if ids else ():
        if form.get("type") == "array":
            form["items"] = {"type": "string", "enum": ids}
        elif form.get("type") == "string":
            form["enum"] = ids


def with_known_data(described: dict[str, Any]) -> dict[str, Any]:
    """Narrow ids and days to what there is, and leave out the header that is almost always somebody else's."""
    for operation in (operation for path in described["paths"].values() for operation in path.values()):
        operation["parameters"] = [p for p in operation["parameters"] if p["name"] != "X-Tenant-Id"]
        for parameter in operation["parameters"]:
            narrow(parameter["schema"], parameter["name"])
    for name, schema in described["components"]["schemas"].items():
        for field, form in schema.get("properties", {}).items() if name.endswith("Body") else ():
            narrow(form, field)
    return described


# In parts, which run side by side.
PARTS = {
    "/v1/messages": {200, 401, 405, 422},
    "/v1/appointments": {200, 201, 401, 404, 405, 412, 422, 428},
    "/v1/(?!messages|appointments)": {200, 201, 204, 401, 404, 405, 409, 422},
    "/(?!v1/)": {200, 404, 405, 422},
}


@pytest.mark.ataque
@pytest.mark.parametrize("part", PARTS)
def test_no_answer_leaves_the_schema_and_none_is_a_5xx(part: str) -> None:
    app, key = asyncio.run(a_service())
    config = schemathesis.Config.from_dict(
        {
            "headers": {"X-API-Key": key},
            "generation": {"max-examples": examples(EXAMPLES)},
            "seed": 1,
            "checks": {"positive_data_acceptance": {"expected-statuses": ACCEPTED}},
        }
    )
    described = with_known_data(json.loads(json.dumps(app.openapi())))
    whole = schemathesis.openapi.from_dict(described, config=config)
    whole.app = app
    schema = whole.include(path_regex=f"^{part}")

    failures, answers = [], set()
    for event in from_schema(schema).execute():
        assert not isinstance(event, events.FatalError | events.NonFatalError), event
        if isinstance(event, events.ScenarioFinished):
            answers |= {i.response.status_code for i in event.recorder.interactions.values() if i.response}
            failures += [
                f"{event.recorder.label}: {check.failure_info.failure}\n{check.failure_info.code_sample}"
                for checks in event.recorder.checks.values()
                for check in checks
                if check.failure_info is not None
            ]

    assert failures == []
    assert answers >= PARTS[part]


def test_every_documented_error_names_its_codigos() -> None:
    app, _ = asyncio.run(a_service())
    for path in app.openapi()["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                for codigo in (
                    response.get("content", {}).get("application/problem+json", {}).get("examples", ())
                ):
                    assert CODIGOS[codigo].status == int(status)
