"""`POST /v1/messages`: the three bodies, the consent, and what takes too long."""

import asyncio
import hashlib
import json
from dataclasses import replace

import pytest
from httpx2 import AsyncClient
from typing_extensions import override

from builders import hex_id
from citas.adapters.http.config import HttpConfig
from citas.adapters.http.routes.messages import read_message
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.memory.door import MemoryDoor
from citas.application.ports import Caller, Replace, Unit
from citas.application.trabajos import store_first
from citas.domain.citas import Instant
from http_service import NOW, Service, a_service, mensaje

PATH = "/v1/messages"
FIELDS = {
    "message_id", "duplicado", "corrige", "intencion", "estado", "motivo", "respuesta", "salida_id", "cita",
    "citas", "alternativas", "faltan",
}  # fmt: skip  # packed, to be read at a glance


def message_id(de: str, ms: int, text: str) -> str:
    return hashlib.sha256(f"{de}\n{ms}\n{text}".encode()).hexdigest()


async def test_a_message_is_answered(device: AsyncClient) -> None:
    answer = await device.post(PATH, json=mensaje(**{"from": "  +57 310 987 6543 "}))

    assert answer.status_code == 200
    assert answer.json().keys() == FIELDS
    assert answer.json()["message_id"] == message_id(
        "+57 310 987 6543", NOW * 1000, "corte el lunes a las 3 pm"
    )


async def test_the_first_app_speaks_its_own_body_and_gets_its_key_back(device: AsyncClient) -> None:
    body = {
        "telefono": "+57 310 987 6543",
        "nombre": "Juan",
        "timestamp": NOW * 1000,
        "contenido": {"texto": "hola"},
        "key": "0|com.whatsapp|1|abc",
        "tenant_id": "de otro",
    }

    answer = (await device.post(PATH, json=body)).json()

    assert answer.keys() == FIELDS | {"mensaje"}
    assert answer["mensaje"] == {"key": body["key"], "message_id": answer["message_id"]}
    assert answer["message_id"] == message_id("+57 310 987 6543", NOW * 1000, "hola")


async def test_a_burst_is_answered_under_its_last_line(device: AsyncClient) -> None:
    lineas = [
        {"text": "buenas", "timestamp": NOW * 1000},
        {"text": "un corte", "timestamp": NOW * 1000 + 900},
    ]

    answer = await device.post(PATH, json={"from": "Ana", "lineas": lineas})

    assert answer.status_code == 200
    assert answer.json()["message_id"] == message_id("Ana", NOW * 1000 + 900, "un corte")


@pytest.mark.parametrize(
    ("timestamp", "ms"),
    [
        ("2025-08-29T14:00:00Z", NOW * 1000),
        ("2025-08-29t09:00:00.250-05:00", NOW * 1000 + 250),
        ("2025-08-29T14:00:00.123456789+00:00", NOW * 1000 + 123),
        (NOW * 1000 + 7, NOW * 1000 + 7),
        (str(NOW * 1000), NOW * 1000),
    ],
)
def test_an_instant_is_rfc_3339_or_milliseconds(timestamp: object, ms: int) -> None:
    raw = f'{{"from": "Ana", "text": "hola", "timestamp": {timestamp!r}}}'.replace("'", '"').encode()

    assert read_message(raw).entrante.lineas[0].timestamp == ms


@pytest.mark.parametrize("telefono", ["null", "7", '["a"]', '"' + "9" * 65 + '"', '{"a": 1}', '""'])
def test_a_phone_that_is_no_text_is_passed_over(telefono: str) -> None:
    raw = f'{{"from": "Ana", "text": "", "timestamp": 1, "telefono": {telefono}}}'.encode()

    assert read_message(raw).entrante.telefono is None


def test_what_may_come_with_a_message_is_handed_on() -> None:
    raw = (
        b'{"from": "Ana", "text": "hola", "timestamp": 1, "conversation_id": "c", "telefono": "310", "grupo": true,'
        b'"propio": true, "puede_responder": false, "notification_key": "k", "nombre": null, "salida_id": "'
        + hex_id(1).encode() + b'", "edita": "' + b"a" * 64 + b'", "captured_at": 5, "app": null}'
    )  # fmt: skip  # packed, to be read at a glance
    entrante = read_message(raw).entrante

    assert (entrante.grupo, entrante.propio, entrante.puede_responder) == (True, True, False)
    assert (entrante.conversation_id, entrante.telefono, entrante.notification_key) == ("c", "310", "k")
    assert (entrante.salida_id, entrante.edita) == (hex_id(1), "a" * 64)


async def test_without_the_opt_in_nothing_is_taken_or_stored() -> None:
    service = await a_service(consent=False)
    async with service.stack:
        before = await service.fakes.stores.of(service.tenant.id).export()
        for key in (service.key, service.device_key):
            http = await service.client(key)
            for content in (b"no json", b'{"from": "Ana", "text": "hola", "timestamp": 1}'):
                answer = await http.post(PATH, content=content, headers={"Idempotency-Key": "una"})
                assert (answer.status_code, answer.json()["codigo"]) == (403, "sin_consentimiento")
        assert await service.fakes.stores.of(service.tenant.id).export() == before


class GatedDoor(MemoryDoor):
    """A door whose commits wait at a gate: before they are written, or after."""

    before: asyncio.Event
    after: asyncio.Event

    @override
    async def commit(self, unit: Unit, now: Instant) -> None:
        await self.before.wait()
        await super().commit(unit, now)
        await self.after.wait()


class GatedStores(MemoryStores):
    """The memory store, with gated doors."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = asyncio.Event(), asyncio.Event()
        self.open()

    def open(self) -> None:
        self.before.set()
        self.after.set()

    @override
    def of(self, tenant_id: str) -> GatedDoor:
        door = GatedDoor(self._shelves[tenant_id], self._changed)
        door.before, door.after = self.before, self.after
        return door


@pytest.fixture
async def gated() -> GatedStores:
    return GatedStores()


IMPATIENT = HttpConfig(message_timeout=0.01, store_patience=0.02)


async def test_what_is_stored_but_takes_long_answers_202_and_goes_on(gated: GatedStores) -> None:
    service: Service = await a_service(stores=gated)
    async with service.stack:
        http = await service.client(service.key, IMPATIENT)
        gated.after.clear()
        late = await http.post(PATH, json=mensaje())
        gated.open()
        final = await http.post(PATH, json=mensaje())

    assert (late.status_code, late.json()["estado"]) == (202, "en_proceso")
    assert late.json()["message_id"] == final.json()["message_id"]
    assert (final.status_code, final.json()["duplicado"]) == (200, True)


async def test_a_202_is_not_kept_under_its_key_and_the_final_answer_is() -> None:
    service: Service = await a_service()
    world, door = service.fakes.world, service.fakes.stores.of(service.tenant.id)
    first = read_message(json.dumps(mensaje("hola")).encode()).entrante
    caller = Caller(service.tenant.id, hex_id(0xC1))
    in_work, _ = await store_first(world, caller, first, 10)
    begun = replace(in_work, version=2, intentos=1, lease=NOW + 10**6)
    await door.commit((Replace(begun),), NOW)
    async with service.stack:
        http = await service.client(service.key, IMPATIENT)
        late = await http.post(PATH, json=mensaje(), headers={"Idempotency-Key": "una"})
        await door.commit((Replace(replace(begun, version=3, lease=0)),), NOW)
        patient = await service.client(service.key)
        final = await patient.post(PATH, json=mensaje(), headers={"Idempotency-Key": "una"})
        again = await patient.post(PATH, json=mensaje(), headers={"Idempotency-Key": "una"})

    assert (late.status_code, late.json().keys()) == (202, {"message_id", "estado"})
    assert (final.status_code, final.json()["message_id"]) == (200, late.json()["message_id"])
    assert again.headers["idempotent-replayed"] == "true"
    assert again.content == final.content


async def test_what_could_not_be_stored_is_never_acknowledged(gated: GatedStores) -> None:
    service: Service = await a_service(stores=gated)
    async with service.stack:
        http = await service.client(service.key, IMPATIENT)
        gated.before.clear()
        away = await http.post(PATH, json=mensaje())
        gated.open()
        back = await http.post(PATH, json=mensaje())

    assert (away.status_code, away.json()["codigo"]) == (503, "almacen_no_disponible")
    assert back.status_code == 200
