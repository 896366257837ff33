"""Health, metrics, the privacy notice, and what every answer and log line carries."""

import re
from dataclasses import replace

import pytest
from httpx2 import AsyncClient
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs
from typing_extensions import override

from builders import hex_id
from citas.adapters.http.config import HttpConfig
from citas.adapters.stores.memory import MemoryStores
from citas.domain.errors import UnavailableError
from fake_queue import FakeQueue
from http_service import Service, a_service, booking, mensaje


class SilentStores(MemoryStores):
    """A store that stopped answering."""

    silent = False

    @override
    async def ping(self) -> None:
        if self.silent:
            raise UnavailableError

    @override
    async def generation(self) -> int:
        await self.ping()
        return await super().generation()


async def test_while_the_store_is_away_the_process_lives_and_says_so() -> None:
    stores = SilentStores()
    service = await a_service(stores=stores)
    async with service.stack:
        http = await service.client(service.key)
        ready = await http.get("/readyz")
        stores.silent = True
        answers = [await http.get("/readyz"), await http.get("/v1/servicios")]
        lives = await http.get("/healthz")

    assert (ready.status_code, ready.json(), lives.status_code) == (
        200,
        {"estado": "ok", "almacen": "ok"},
        200,
    )
    for answer in answers:
        assert (answer.status_code, answer.json()["codigo"]) == (503, "almacen_no_disponible")
        assert int(answer.headers["retry-after"]) > 0


async def test_a_lost_queue_is_told_and_takes_nobody_out_of_service(service: Service) -> None:
    queue = FakeQueue(service.fakes.clock)
    service.fakes.world = replace(service.fakes.world, queue=queue)
    http = await service.client()

    answers = []
    for answering in (True, False):
        queue.answering = answering
        answers.append(await http.get("/readyz"))

    assert [(answer.status_code, answer.json()["cola"]) for answer in answers] == [
        (200, "ok"),
        (200, "caida"),
    ]


@pytest.mark.parametrize(
    ("ip", "token", "sent", "status"),
    [
        ("127.0.0.1", None, None, 200),
        ("::1", None, None, 200),
        ("10.0.0.7", None, None, 403),
        ("10.0.0.7", None, "Bearer None", 403),
        ("10.0.0.7", "s3creto", None, 403),
        ("10.0.0.7", "s3creto", "Bearer otro", 403),
        ("10.0.0.7", "s3creto", "Bearer s3creto", 200),
    ],
)
async def test_metrics_are_for_loopback_or_a_token(
    service: Service, ip: str, token: str | None, sent: str | None, status: int
) -> None:
    http = await service.client(config=HttpConfig(metrics_token=token), ip=ip)
    answer = await http.get("/metrics", headers={"Authorization": sent} if sent else {})

    assert answer.status_code == status
    assert ("citas_mensajes_total 1.0" in answer.text) == (status == 200)


async def test_the_privacy_notice_is_open_and_an_unknown_business_has_none(service: Service) -> None:
    http = await service.client()
    notice = await http.get("/privacidad", params={"tenant": service.tenant.id})

    assert (notice.status_code, notice.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "Barbería Los Brothers" in notice.text
    for unknown in (hex_id(1), "x"):
        assert (await http.get("/privacidad", params={"tenant": unknown})).status_code == 404


async def test_the_docs_are_open(service: Service) -> None:
    http = await service.client()

    assert (await http.get("/docs")).status_code == 200
    described = (await http.get("/openapi.json")).json()
    assert described["paths"].keys() >= {"/v1/messages", "/v1/appointments/{cita_id}/cancel", "/privacidad"}


@pytest.mark.parametrize("path", ["/v1/servicios", "/v1/nothing", "/healthz"])
async def test_a_sane_request_id_is_kept_and_another_made_anew(http: AsyncClient, path: str) -> None:
    async def returned(sent: str) -> str:
        answer = await http.get(path, headers={b"X-Request-Id": sent.encode()})
        return answer.headers["x-request-id"]

    assert await returned("abc-1.2_Z") == "abc-1.2_Z"
    for odd in ("a b", "x" * 65, "ñ", ""):
        assert re.fullmatch("[0-9a-f]{24}", await returned(odd))


async def test_every_answer_has_headers_that_keep_browsers_in_check(http: AsyncClient) -> None:
    for path in ("/healthz", "/v1/servicios", "/v1/nothing"):
        answer = await http.get(path)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in answer.headers


async def test_an_unknown_method_names_those_that_are(http: AsyncClient) -> None:
    answer = await http.put("/v1/appointments", json={})

    assert (answer.status_code, answer.json()["codigo"]) == (405, "metodo_no_permitido")
    assert answer.headers["allow"] == "GET, POST"


async def test_cors_opens_for_the_origins_that_are_configured_and_no_other(service: Service) -> None:
    http = await service.client(config=HttpConfig(cors_origins=("https://app.example",)))
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "x-api-key"}

    ours = await http.options("/v1/messages", headers={"Origin": "https://app.example", **asked})
    other = await http.options("/v1/messages", headers={"Origin": "https://mal.example", **asked})
    refused = await http.get("/v1/servicios", headers={"Origin": "https://app.example"})

    assert (ours.status_code, ours.headers["access-control-allow-origin"]) == (200, "https://app.example")
    assert "access-control-allow-origin" not in other.headers
    assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (
        401,
        "https://app.example",
    )


async def test_the_log_has_the_route_and_ids_and_nothing_personal(
    http: AsyncClient, service: Service
) -> None:
    with capture_logs(processors=[merge_contextvars]) as logs:
        answers = [
            await http.get("/v1/appointments", params={"telefono": "+57 310 987 6543"}),
            await http.post("/v1/appointments", json=booking()),
            await http.post("/v1/messages", json=mensaje("soy Juan Pérez, corte mañana")),
        ]

    lines = [line for line in logs if line["event"] == "request"]
    assert [line["route"] for line in lines] == ["/v1/appointments", "/v1/appointments", "/v1/messages"]
    assert [line["status"] for line in lines] == [200, 201, 200]
    assert [line["request_id"] for line in lines] == [answer.headers["x-request-id"] for answer in answers]
    assert {line["tenant_id"] for line in lines} == {service.tenant.id}
    assert not re.search(r"310|Juan|corte", str(logs))
