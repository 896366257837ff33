"""The same request twice has one effect and one answer, whatever happened in between."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from httpx2 import AsyncClient
from structlog.testing import capture_logs
from typing_extensions import override

from citas.adapters.http.config import HttpConfig
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.memory.door import MemoryDoor
from citas.application.ports import Replace, Unit
from citas.domain.citas import Cita, Instant
from citas.domain.errors import UnavailableError
from citas.domain.mensajes import Idempotencia
from fakes import at_once
from http_service import NOW, Service, a_service, booking, mensaje

PATH = "/v1/appointments"
KEY = {"Idempotency-Key": "una"}


async def test_the_first_answer_comes_again_byte_for_byte(http: AsyncClient) -> None:
    first = await http.post(PATH, json=booking(), headers=KEY)
    again = await http.post(PATH, json=booking(), headers=KEY)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    for header in ("etag", "location", "content-type"):
        assert again.headers[header] == first.headers[header]
    assert len((await http.get(PATH)).json()["citas"]) == 1


async def test_without_a_key_a_request_stands_alone(http: AsyncClient) -> None:
    answers = [await http.post(PATH, json=booking()) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [201, 201, 409]


async def test_another_body_under_the_same_key_is_refused(http: AsyncClient) -> None:
    await http.post(PATH, json=booking(), headers=KEY)
    other = await http.post(PATH, json=booking("11:00"), headers=KEY)

    assert (other.status_code, other.json()["codigo"]) == (422, "idempotencia_reutilizada")


async def test_a_body_in_bad_form_is_told_so_before_the_key_is_looked_up(http: AsyncClient) -> None:
    await http.post(PATH, json=booking(), headers=KEY)
    other = await http.post(PATH, json=booking(fecha="ayer"), headers=KEY)

    assert (other.status_code, other.json()["codigo"]) == (422, "entrada_invalida")


async def test_a_key_belongs_to_its_tenant_and_its_path(http: AsyncClient, neighbour: AsyncClient) -> None:
    first = await http.post(PATH, json=booking(), headers=KEY)
    blocked = await http.post("/v1/eco", json={"texto": "a"}, headers=KEY)
    theirs = await neighbour.post(PATH, json=booking(), headers=KEY)

    assert (first.status_code, blocked.status_code, theirs.status_code) == (201, 200, 201)
    assert "idempotent-replayed" not in theirs.headers


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb", "ñ"])
async def test_a_key_that_is_no_key_is_refused(http: AsyncClient, key: str) -> None:
    answer = await http.post(PATH, json=booking(), headers={b"Idempotency-Key": key.encode()})

    assert (answer.status_code, answer.json()["campo"]) == (422, "Idempotency-Key")
    assert (await http.get(PATH)).json()["citas"] == []


async def test_a_refusal_by_a_rule_is_kept_though_the_agenda_changed(http: AsyncClient) -> None:
    full = [await http.post(PATH, json=booking()) for _ in range(2)]
    taken = await http.post(PATH, json=booking(), headers=KEY)
    closed = await http.post(PATH, json=booking(fecha="2025/08/31"), headers={"Idempotency-Key": "dos"})
    cita = full[0].json()
    await http.post(f"{PATH}/{cita['id']}/cancel", headers={"If-Match": "1"})

    again = await http.post(PATH, json=booking(), headers=KEY)
    closed_again = await http.post(PATH, json=booking(fecha="2025/08/31"), headers={"Idempotency-Key": "dos"})

    assert (taken.status_code, closed.status_code) == (409, 422)
    assert (again.content, closed_again.content) == (taken.content, closed.content)
    assert again.headers["content-type"] == "application/problem+json"
    assert again.headers["idempotent-replayed"] == closed_again.headers["idempotent-replayed"] == "true"


async def test_a_stale_version_is_kept_and_a_missing_one_is_not(http: AsyncClient) -> None:
    cita = (await http.post(PATH, json=booking())).json()
    cancel = f"{PATH}/{cita['id']}/cancel"

    stale = await http.post(cancel, headers={**KEY, "If-Match": "9"})
    again = await http.post(cancel, headers={**KEY, "If-Match": "1"})
    missing = await http.post(cancel, headers={"Idempotency-Key": "dos"})
    now = await http.post(cancel, headers={"Idempotency-Key": "dos", "If-Match": "1"})

    assert (stale.status_code, again.status_code, again.content) == (412, 412, stale.content)
    assert again.headers["etag"] == '"1"'
    assert (missing.status_code, now.status_code) == (428, 200)


async def test_a_success_that_writes_nothing_is_kept_too(service: Service, http: AsyncClient) -> None:
    first = await http.post("/v1/eco", json={"texto": "hola"}, headers=KEY)
    service.fakes.clock.advance(minutes=5)
    again = await http.post("/v1/eco", json={"texto": "hola"}, headers=KEY)

    assert again.content == first.content
    assert again.headers["idempotent-replayed"] == "true"


async def test_a_message_under_a_key_is_answered_again_without_duplicado(http: AsyncClient) -> None:
    first = await http.post("/v1/messages", json=mensaje(), headers=KEY)
    again = await http.post("/v1/messages", json=mensaje(), headers=KEY)
    bare = await http.post("/v1/messages", json=mensaje())

    assert again.content == first.content
    assert again.json()["duplicado"] is False
    assert bare.json() == {**first.json(), "duplicado": True}


async def test_a_key_is_forgotten_after_a_day(service: Service, http: AsyncClient) -> None:
    first = await http.post("/v1/eco", json={"texto": "hola"}, headers=KEY)
    service.fakes.clock.advance(hours=24)
    later = await http.post("/v1/eco", json={"texto": "adiós"}, headers=KEY)

    assert (first.status_code, later.json()["texto"]) == (200, "adiós")


async def test_new_device_keys_are_never_kept(http: AsyncClient) -> None:
    made = [await http.post("/v1/dispositivos", json={"nombre": "Caja"}, headers=KEY) for _ in range(2)]

    assert [answer.status_code for answer in made] == [201, 201]
    assert made[0].json()["api_key"] != made[1].json()["api_key"]


async def lease(service: Service) -> None:
    """Leave behind what a crash leaves: a lease without an answer, of the last request under `KEY`."""
    door = service.fakes.stores.of(service.tenant.id)
    (record,) = [document for _, document in await door.export() if isinstance(document, Idempotencia)]
    left = Idempotencia(record.id, record.version + 1, record.cuerpo, NOW + 30, NOW + 86_400)
    await door.commit((Replace(left),), NOW)


async def test_while_the_first_runs_the_second_is_told_so(service: Service, http: AsyncClient) -> None:
    await http.post("/v1/eco", json={"texto": "hola"}, headers=KEY)
    await lease(service)

    second = await http.post("/v1/eco", json={"texto": "hola"}, headers=KEY)
    other = await http.post("/v1/eco", json={"texto": "otra"}, headers=KEY)

    assert (second.status_code, second.json()["codigo"]) == (409, "idempotencia_en_curso")
    assert (other.status_code, other.json()["codigo"]) == (422, "idempotencia_reutilizada")


async def test_after_a_crash_the_ended_lease_lets_it_run_again(service: Service, http: AsyncClient) -> None:
    await http.post("/v1/eco", json={"texto": "hola"}, headers=KEY)
    await lease(service)

    service.fakes.clock.advance(30)

    again = await http.post("/v1/eco", json={"texto": "hola"}, headers=KEY)
    assert again.status_code == 200
    assert "idempotent-replayed" not in again.headers


async def test_of_a_crowd_under_one_key_one_books_and_nobody_gets_another_answer(http: AsyncClient) -> None:
    answers = await at_once(*(http.post(PATH, json=booking(), headers=KEY) for _ in range(20)))

    told = {
        answer.content
        for answer in answers
        if not isinstance(answer, BaseException) and answer.status_code == 201
    }
    assert len(told) == 1
    assert len((await http.get(PATH)).json()["citas"]) == 1


Hook = Callable[[Unit], Awaitable[None]]


class HeldDoor(MemoryDoor):
    """A door that lets something happen just before a unit is written, or whose store has fallen asleep."""

    stores: "HeldStores"
    hook: Hook | None = None

    @override
    async def idempotencia(self, record_id: str) -> Idempotencia | None:
        if self.stores.asleep:
            await asyncio.Event().wait()
        return await super().idempotencia(record_id)

    @override
    async def commit(self, unit: Unit, now: Instant) -> None:
        if self.hook is not None and any(isinstance(write.document, Cita) for write in unit):
            await self.hook(unit)
        await super().commit(unit, now)


class HeldStores(MemoryStores):
    """The memory store, with held doors."""

    hook: Hook | None = None
    asleep = False

    @override
    def of(self, tenant_id: str) -> HeldDoor:
        door = HeldDoor(self._shelves[tenant_id], self._changed)
        door.hook, door.stores = self.hook, self
        return door


@pytest.fixture
def held() -> HeldStores:
    return HeldStores()


@pytest.fixture
async def service(held: HeldStores) -> AsyncIterator[Service]:
    made = await a_service(stores=held)
    async with made.stack:
        yield made


async def test_a_silent_store_gives_the_key_back(held: HeldStores, http: AsyncClient) -> None:
    async def silent(_unit: Unit) -> None:
        raise UnavailableError

    held.hook = silent
    down = await http.post(PATH, json=booking(), headers=KEY)
    held.hook = None
    up = await http.post(PATH, json=booking(), headers=KEY)

    assert (down.status_code, down.json()["codigo"]) == (503, "almacen_no_disponible")
    assert int(down.headers["retry-after"]) > 0
    assert (up.status_code, "idempotent-replayed" in up.headers) == (201, False)


async def test_a_store_that_stays_away_is_not_waited_for_again(held: HeldStores, service: Service) -> None:
    async def silent(_unit: Unit) -> None:
        held.asleep = True
        raise UnavailableError

    held.hook = silent
    http = await service.client(service.key, HttpConfig(lease_patience=0.01))
    down = await http.post(PATH, json=booking(), headers=KEY)
    held.hook, held.asleep = None, False
    soon = await http.post(PATH, json=booking(), headers=KEY)
    service.fakes.clock.advance(30)
    later = await http.post(PATH, json=booking(), headers=KEY)

    assert (down.status_code, down.json()["codigo"]) == (503, "almacen_no_disponible")
    assert (soon.status_code, soon.json()["codigo"]) == (409, "idempotencia_en_curso")
    assert (later.status_code, "idempotent-replayed" in later.headers) == (201, False)


async def test_a_bug_is_a_500_that_tells_nothing_and_gives_the_key_back(
    held: HeldStores, http: AsyncClient
) -> None:
    async def broken(_unit: Unit) -> None:
        raise RuntimeError("Juan Pérez, +573109876543")

    held.hook = broken
    with capture_logs() as logs:
        failed = await http.post(PATH, json=booking(), headers=KEY)
    held.hook = None

    assert (failed.status_code, failed.json()["codigo"]) == (500, "error_interno")
    assert "Juan" not in failed.text + str(logs)
    assert [line["error"] for line in logs if line["log_level"] == "error"] == ["RuntimeError"]
    assert (await http.post(PATH, json=booking(), headers=KEY)).status_code == 201


async def test_whose_lease_ended_books_nothing(held: HeldStores, service: Service, http: AsyncClient) -> None:
    async def overtaken(_unit: Unit) -> None:
        held.hook = None
        await lease(service)

    held.hook = overtaken
    slow = await http.post(PATH, json=booking(), headers=KEY)

    assert (slow.status_code, slow.json()["codigo"]) == (409, "idempotencia_en_curso")
    assert (await http.get(PATH)).json()["citas"] == []
