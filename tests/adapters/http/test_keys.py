"""Who may call, how often, and which refusal comes first."""

import pytest
from httpx2 import AsyncClient, Response

from builders import hex_id
from citas.adapters.http.config import HttpConfig
from citas.application.claves import list_claves, revoke_clave, rotate_clave
from http_service import Service, booking

SOME = hex_id(1)
OWNERS_ONLY = [
    ("POST", "/v1/appointments"),
    ("PATCH", f"/v1/appointments/{SOME}"),
    ("POST", f"/v1/appointments/{SOME}/cancel"),
    ("POST", "/v1/dispositivos"),
]
DEVICES_TOO = [
    ("GET", "/v1/appointments"),
    ("GET", "/v1/servicios"),
    ("GET", "/v1/recursos"),
    ("GET", "/v1/outbox"),
    ("GET", "/v1/bloqueos"),
    ("GET", "/v1/consentimiento"),
    ("POST", "/v1/messages"),
    ("POST", "/v1/heartbeat"),
    ("POST", "/v1/eco"),
    ("POST", "/v1/pausa"),
    ("POST", "/v1/bloqueos"),
    ("POST", "/v1/consentimiento"),
]


def refused(answer: Response) -> tuple[int, str]:
    body = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert body["status"] == answer.status_code
    assert body["request_id"] == answer.headers["x-request-id"]
    assert body.keys() >= {"type", "title", "detail"}
    return answer.status_code, body["codigo"]


@pytest.mark.parametrize("key", [None, "", "otra", "citas_" + "0" * 43])
async def test_a_key_that_is_missing_or_unknown_is_refused(service: Service, key: str | None) -> None:
    http = await service.client(key)

    assert refused(await http.get("/v1/servicios")) == (401, "clave_invalida")
    assert refused(await http.get("/v1/no-such-route")) == (401, "clave_invalida")


async def test_a_key_of_another_spelling_of_the_header_counts(service: Service) -> None:
    http = await service.client()

    assert (await http.get("/v1/servicios", headers={"x-api-KEY": service.key})).status_code == 200


async def test_a_revoked_key_ends_within_a_second(service: Service, http: AsyncClient) -> None:
    assert (await http.get("/v1/servicios")).status_code == 200
    clave = (await list_claves(service.fakes.world, service.tenant.id))[0]
    await revoke_clave(service.fakes.world, clave.id)

    service.fakes.clock.advance(0.9)

    assert refused(await http.get("/v1/servicios")) == (401, "clave_invalida")


async def test_a_rotated_key_gives_way_to_the_new_one(service: Service, http: AsyncClient) -> None:
    assert (await http.get("/v1/servicios")).status_code == 200
    clave = (await list_claves(service.fakes.world, service.tenant.id))[0]
    _, fresh = await rotate_clave(service.fakes.world, clave.id)

    service.fakes.clock.advance(0.9)

    assert refused(await http.get("/v1/servicios")) == (401, "clave_invalida")
    assert (await http.get("/v1/servicios", headers={"X-API-Key": fresh})).status_code == 200


async def test_the_tenant_header_must_be_the_keys_own(service: Service, http: AsyncClient) -> None:
    own = await http.get("/v1/servicios", headers={"X-Tenant-Id": service.tenant.id})
    other = await http.get("/v1/servicios", headers={"X-Tenant-Id": hex_id(0x9E)})

    assert own.status_code == 200
    assert refused(other) == (403, "tenant_ajeno")


@pytest.mark.parametrize(("method", "path"), OWNERS_ONLY)
async def test_a_device_may_not_do_what_is_the_owners(device: AsyncClient, method: str, path: str) -> None:
    assert refused(await device.request(method, path, content=b"no json")) == (403, "permiso_insuficiente")


@pytest.mark.parametrize(("method", "path"), DEVICES_TOO)
async def test_a_device_may_do_the_rest(device: AsyncClient, method: str, path: str) -> None:
    answer = await device.request(method, path, content=b"no json")

    assert answer.status_code == (200 if method == "GET" else 422)


async def test_too_many_requests_wait_exactly_as_long_as_they_are_told(service: Service) -> None:
    http = await service.client(service.key, HttpConfig(limite_por_minuto=3))
    for _ in range(3):
        assert (await http.get("/v1/servicios")).status_code == 200
        service.fakes.clock.advance(10)

    over = await http.get("/v1/servicios")
    assert refused(over) == (429, "demasiadas_peticiones")
    service.fakes.clock.advance(int(over.headers["retry-after"]) - 1)
    assert (await http.get("/v1/servicios")).status_code == 429
    service.fakes.clock.advance(1)
    assert (await http.get("/v1/servicios")).status_code == 200


async def test_each_key_has_its_own_limit_and_0_is_none(service: Service) -> None:
    one = HttpConfig(limite_por_minuto=1)
    app = await service.client(None, one)
    for key in (service.key, service.device_key):
        assert (await app.get("/v1/servicios", headers={"X-API-Key": key})).status_code == 200
    free = await service.client(service.key, HttpConfig(limite_por_minuto=0))
    assert {(await free.get("/v1/servicios")).status_code for _ in range(50)} == {200}


async def test_of_several_faults_the_first_of_the_order_is_told(service: Service) -> None:
    http = await service.client(None, HttpConfig(limite_por_minuto=1))
    huge, somebody = b"x" * 70_000, hex_id(0x9E)
    path = f"/v1/appointments/{SOME}"
    device = {"X-API-Key": service.device_key, "X-Tenant-Id": somebody}

    assert refused(await http.patch(path, content=huge)) == (401, "clave_invalida")
    assert refused(await http.patch(path, content=huge, headers=device)) == (413, "cuerpo_demasiado_grande")
    assert refused(await http.patch(path, content=b"[", headers=device)) == (403, "tenant_ajeno")
    assert refused(await http.patch(path, content=b"[", headers=device)) == (429, "demasiadas_peticiones")
    service.fakes.clock.advance(60)
    own = {"X-API-Key": service.device_key}
    assert refused(await http.patch(path, content=b"[", headers=own)) == (403, "permiso_insuficiente")
    owner = {"X-API-Key": service.key}
    assert refused(await http.patch(path, content=b"[", headers=owner)) == (404, "no_encontrado")


async def test_of_a_stored_cita_form_comes_before_version_before_rules(http: AsyncClient) -> None:
    cita = (await http.post("/v1/appointments", json=booking())).json()
    path = f"/v1/appointments/{cita['id']}"
    bad, past, fine = b"[", {"fecha": "2025/08/01"}, {"If-Match": "1"}

    assert refused(await http.patch(path, content=bad)) == (422, "entrada_invalida")
    assert refused(await http.patch(path, json=past)) == (428, "version_requerida")
    assert refused(await http.patch(path, json=past, headers={"If-Match": "9"})) == (412, "version_obsoleta")
    assert refused(await http.patch(path, json=past, headers=fine)) == (422, "en_el_pasado")
    await http.post(f"{path}/cancel", headers=fine)
    again = {"If-Match": "2"}
    assert refused(await http.patch(path, json=past, headers=again)) == (409, "estado_invalido")
    assert refused(await http.post(f"{path}/cancel", headers=fine)) == (412, "version_obsoleta")


async def test_what_is_a_neighbours_does_not_exist(http: AsyncClient, neighbour: AsyncClient) -> None:
    mine = (await http.post("/v1/appointments", json=booking())).json()
    unknown = await neighbour.get(f"/v1/appointments/{SOME}")
    theirs = await neighbour.get(f"/v1/appointments/{mine['id']}")

    def told(answer: Response) -> dict[str, object]:
        return {**answer.json(), "request_id": None}

    assert refused(theirs) == (404, "no_encontrado")
    assert told(theirs) == told(unknown)
