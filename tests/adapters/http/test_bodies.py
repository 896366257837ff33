"""What comes in broken is refused in Spanish with the field named, stored nowhere, and never a 5xx."""

import json
from collections.abc import AsyncIterator

import pytest
from httpx2 import AsyncClient

from builders import hex_id
from http_service import Service, booking, mensaje

NO_OBJECTS = [b"", b"null", b"[]", b'"x"', b"3", b"NaN", b"{", b"\xff\xfe{}", b'{"a":' * 9_000, b"\x00"]
WRONG = [
    ({"cliente": None}, "cliente"),
    ({"cliente": {}}, "cliente"),
    ({"cliente": {"nombre": "\x1b[2J"}}, "cliente.nombre"),
    ({"cliente": {"nombre": "  "}}, "cliente.nombre"),
    ({"cliente": {"nombre": "x" * 121}}, "cliente.nombre"),
    ({"cliente": {"telefono": "la de siempre"}}, "cliente.telefono"),
    ({"cliente": {"nombre": "Juan", "email": "juan"}}, "cliente.email"),
    ({"servicios_id": []}, "servicios_id"),
    ({"servicios_id": ["corte"]}, "servicios_id.0"),
    ({"servicios_id": "corte"}, "servicios_id"),
    ({"fecha": "2025-08-29"}, "fecha"),
    ({"fecha": "2025/02/30"}, "fecha"),
    ({"fecha": "2025/8/9"}, "fecha"),
    ({"fecha": "٢٠٢٥/٠٨/٢٩"}, "fecha"),
    ({"fecha": 20250829}, "fecha"),
    ({"hora_inicio": "9:00"}, "hora_inicio"),
    ({"hora_inicio": "24:00"}, "hora_inicio"),
    ({"hora_inicio": "09:00\n"}, "hora_inicio"),
    ({"recurso_id": "Andrés"}, "recurso_id"),
    ({"recurso_id": 7}, "recurso_id"),
]
MESSAGES = [
    ({"from": "   "}, "from"),
    ({"from": 573109876543}, "from"),
    ({"text": None}, "text"),
    ({"text": "x" * 4097}, "text"),
    ({"timestamp": "2025-08-29T09:00:00"}, "timestamp"),
    ({"timestamp": "2025-02-30T09:00:00Z"}, "timestamp"),
    ({"timestamp": "ayer"}, "timestamp"),
    ({"timestamp": True}, "timestamp"),
    ({"timestamp": -1}, "timestamp"),
    ({"timestamp": 10**16}, "timestamp"),
    ({"grupo": "sí"}, "grupo"),
    ({"edita": "no es un hash"}, "edita"),
    ({"salida_id": "x"}, "salida_id"),
    ({"lineas": []}, "lineas"),
    ({"lineas": [{"text": "a", "timestamp": 1}] * 21}, "lineas"),
    ({"lineas": [{"text": "a" * 2049, "timestamp": 1}] * 2}, "lineas"),
    ({"lineas": [{"text": "a"}]}, "lineas.0.timestamp"),
]


@pytest.mark.parametrize("path", ["/v1/appointments", "/v1/messages", "/v1/bloqueos", "/v1/eco", "/v1/pausa"])
@pytest.mark.parametrize("content", NO_OBJECTS)
async def test_what_is_no_json_object_is_refused(http: AsyncClient, path: str, content: bytes) -> None:
    answer = await http.post(path, content=content)

    assert (answer.status_code, answer.json()["codigo"]) == (422, "entrada_invalida")
    assert answer.json()["campo"]


@pytest.mark.parametrize(("change", "campo"), WRONG)
async def test_a_booking_names_the_field_that_cannot_be(
    http: AsyncClient, change: dict[str, object], campo: str
) -> None:
    answer = await http.post("/v1/appointments", json={**booking(), **change})

    assert (answer.status_code, answer.json()["codigo"], answer.json()["campo"]) == (
        422,
        "entrada_invalida",
        campo,
    )
    assert (await http.get("/v1/appointments")).json()["citas"] == []


@pytest.mark.parametrize(("change", "campo"), MESSAGES)
async def test_a_message_names_the_field_that_cannot_be(
    service: Service, http: AsyncClient, change: dict[str, object], campo: str
) -> None:
    before = await service.fakes.stores.of(service.tenant.id).export()

    answer = await http.post("/v1/messages", json={**mensaje(), **change}, headers={"Idempotency-Key": "una"})

    assert (answer.status_code, answer.json().get("campo")) == (422, campo)
    assert await service.fakes.stores.of(service.tenant.id).export() == before


async def test_unknown_and_doubled_fields_are_passed_over(http: AsyncClient) -> None:
    body = json.dumps(booking(color={"a": [1.5, None]}))
    doubled = '{"hora_inicio": "99:99", ' + body[1:]

    assert (await http.post("/v1/appointments", content=doubled)).status_code == 201


async def test_a_lone_surrogate_is_no_text(http: AsyncClient) -> None:
    answer = await http.post("/v1/eco", content=b'{"texto": "\\ud800"}')

    assert (answer.status_code, answer.json()["codigo"]) == (422, "entrada_invalida")


@pytest.mark.parametrize("texto", ["", "\x00\x1b", "👩🏽‍🦱" * 500, "\u200b\u202e", "x" * 4096])
async def test_a_legal_but_odd_text_comes_back_as_it_was(http: AsyncClient, texto: str) -> None:
    assert (await http.post("/v1/eco", json={"texto": texto})).json()["texto"] == texto


async def test_64_kib_are_taken_and_one_byte_more_is_not(http: AsyncClient) -> None:
    def body(size: int) -> bytes:
        return b'{"texto": "a", "relleno": "' + b"x" * (size - 29) + b'"}'

    assert (await http.post("/v1/eco", content=body(65_536))).status_code == 200
    over = await http.post("/v1/eco", content=body(65_537))
    assert (over.status_code, over.json()["codigo"]) == (413, "cuerpo_demasiado_grande")


async def test_a_body_without_a_length_is_not_read_to_its_end(http: AsyncClient) -> None:
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        while taken < 1_000_000:
            taken += 1024
            yield b"x" * 1024

    answer = await http.post("/v1/eco", content=endless())

    assert answer.status_code == 413
    assert taken < 100_000


@pytest.mark.parametrize(
    ("path", "campo"),
    [
        ("/v1/availability", "servicio_id"),
        ("/v1/availability?servicio_id=corte&fecha=2025/08/29", "servicio_id"),
        (f"/v1/availability?servicio_id={hex_id(0xC0)}", "fecha"),
        (f"/v1/availability?servicio_id={hex_id(0xC0)}&fecha=hoy", "fecha"),
        (f"/v1/availability?servicio_id={hex_id(0xC0)}&fecha=2025/08/29&hasta=2025/08/28", "hasta"),
        (f"/v1/availability?servicio_id={hex_id(0xC0)}&fecha=2025/08/01&hasta=2025/10/02", "hasta"),
        (f"/v1/availability?servicio_id={hex_id(0xC0)}&fecha=2025/08/29&limite=20001", "limite"),
        (f"/v1/availability?servicio_id={hex_id(0xC0)}&fecha=2025/08/29&limite=0", "limite"),
        (f"/v1/availability?servicio_id={hex_id(0xC0)}&fecha=2025/08/29&recurso_id=x", "recurso_id"),
        ("/v1/appointments?limite=201", "limite"),
        ("/v1/appointments?limite=2.5", "limite"),
        ("/v1/appointments?cursor=%F0%9F%98%80", "cursor"),
        ("/v1/appointments?cursor=bm8", "cursor"),
        ("/v1/appointments?estado=todas", "estado"),
        ("/v1/appointments?telefono=nadie", "telefono"),
        ("/v1/appointments?desde=2025/08/29&desde=2025/08/30", "desde"),
        ("/v1/bloqueos?fecha=2025/08/29&hasta=2025/08/28", "hasta"),
        ("/v1/outbox?espera=31", "espera"),
        ("/v1/outbox?espera=-1", "espera"),
        ("/privacidad", "tenant"),
    ],
)
async def test_a_query_names_the_parameter_that_cannot_be(http: AsyncClient, path: str, campo: str) -> None:
    answer = await http.get(path)

    assert (answer.status_code, answer.json()["codigo"], answer.json()["campo"]) == (
        422,
        "entrada_invalida",
        campo,
    )


@pytest.mark.parametrize("version", ["", "abc", "*", 'W/"1"', '"1", "2"', "-1", "1.0", "9" * 40, "²"])
async def test_a_version_that_is_none_is_a_fault_of_form(http: AsyncClient, version: str) -> None:
    cita = (await http.post("/v1/appointments", json=booking())).json()
    headers = {b"If-Match": version.encode()}

    answer = await http.patch(
        f"/v1/appointments/{cita['id']}", json={"hora_inicio": "11:00"}, headers=headers
    )

    assert (answer.status_code, answer.json()["campo"]) == (422, "If-Match")
