"""Peaks: what is too much for one process waits in the queue, and nothing hangs on the queue."""

import asyncio
from contextlib import suppress
from dataclasses import replace

import pytest

from builders import a_tenant, at
from chat import Chat
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.outbox import take_outbox
from citas.application.peaks import Peaks
from citas.application.ports import World
from citas.application.queueing import work_along
from citas.application.sweep import sweep
from citas.application.trabajos import LEASE_SECONDS, store_first
from citas.application.wire import Wire
from citas.domain.mensajes import Mensaje, Salida
from citas.domain.politicas import Politicas
from fake_queue import FakeQueue
from fakes import Fakes, TurnStores, a_caller, a_world

FRIDAY = at("2025/08/29 08:00")
SHOP = a_tenant(Politicas(confirmar=False), excluidos=("Mamá",))
PHONE = a_caller(SHOP, "celular")
WISH, LATER = "corte el lunes a las 10 am", "mejor el martes a las 10 am"
BUSY = Peaks(most_of_one=0)
PATIENCE = 10.0


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(SHOP, now=FRIDAY, stores=TurnStores())


@pytest.fixture
def queue(fakes: Fakes) -> FakeQueue:
    return FakeQueue(fakes.clock, longest=2)


@pytest.fixture
def busy(fakes: Fakes, queue: FakeQueue) -> World:
    """The world of a process that has enough in work."""
    return replace(fakes.world, queue=queue, peaks=BUSY)


def post(text: str = WISH, second: int = 0, chat: str = "chat-1", **changes: object) -> Entrante:
    plain = Entrante("Laura", (Linea(text, (FRIDAY + second) * 1000),), conversation_id=chat)
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


async def answered(world: World, entrante: Entrante, patience: float = PATIENCE) -> Wire:
    return await handle_mensaje(world, PHONE, entrante, patience=patience)


async def works(world: World, queue: FakeQueue) -> None:
    """Be a worker, until cancelled."""
    while True:
        found = await queue.pop(0.05)
        if found is not None:
            await work_along(world, *found)


async def beside_a_worker(fakes: Fakes, queue: FakeQueue, posting: "asyncio.Task[Wire]") -> Wire:
    worker = asyncio.create_task(works(fakes.world, queue))
    answer = await posting
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker
    return answer


async def stored(fakes: Fakes) -> list[object]:
    return [document for _, document in await fakes.stores.of(SHOP.id).export()]


async def agenda(fakes: Fakes) -> list[str]:
    return await Chat(fakes, SHOP).agenda()


async def outbox(fakes: Fakes) -> list[str]:
    return [salida.texto for salida in (await take_outbox(fakes.world, PHONE, 0)).salidas]


async def test_who_posts_in_a_peak_is_answered_by_whoever_has_a_hand_free(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    posting = asyncio.create_task(answered(busy, post()))
    answer = await beside_a_worker(fakes, queue, posting)

    assert (answer["estado"], answer["duplicado"]) == ("confirmada", False)
    assert await agenda(fakes) == ["2025/09/01 10:00 corte cabello @Andrés"]
    assert await outbox(fakes) == []


async def test_a_process_that_has_little_in_work_asks_nobody(fakes: Fakes, queue: FakeQueue) -> None:
    answer = await answered(replace(fakes.world, queue=queue), post())

    assert answer["estado"] == "confirmada"
    assert await queue.pop(0.05) is None


async def test_where_nobody_takes_it_the_reply_comes_by_the_outbox(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    answer = await answered(busy, post(), patience=3)
    found = await queue.pop(0.05)
    assert found is not None
    await work_along(fakes.world, *found)

    assert answer["estado"] == "en_proceso"
    assert len(await outbox(fakes)) == 1
    assert len(await agenda(fakes)) == 1


async def test_a_full_queue_answers_202_at_once_and_the_reply_comes_by_the_outbox(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    for number in range(2):
        await queue.push(SHOP.id, f"other-{number}")
    began = fakes.clock.monotonic()

    answer = await answered(busy, post())
    assert answer["estado"] == "en_proceso"
    assert fakes.clock.monotonic() == began

    fakes.clock.advance(LEASE_SECONDS)
    assert (await sweep(fakes.world))["mensajes"] == 1
    assert len(await outbox(fakes)) == 1


async def test_an_id_that_is_delivered_twice_is_answered_once(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    await answered(busy, post(), patience=0)
    found = await queue.pop(0.05)
    assert found is not None

    await asyncio.gather(*(work_along(fakes.world, *found) for _ in range(4)))
    await work_along(fakes.world, *found)

    documents = await stored(fakes)
    assert sum(isinstance(document, Mensaje) for document in documents) == 1
    assert sum(isinstance(document, Salida) for document in documents) == 1
    assert len(await agenda(fakes)) == 1


async def test_a_queue_that_forgets_what_it_carries_is_told_again(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    posting = asyncio.create_task(answered(busy, post()))
    while await queue.pop(0) is None:
        pass
    queue.lost()

    assert (await beside_a_worker(fakes, queue, posting))["estado"] == "confirmada"


async def test_who_waits_when_the_queue_goes_away_is_answered_in_the_request(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    posting = asyncio.create_task(answered(busy, post()))
    while await queue.pop(0) is None:
        pass
    queue.answering = False

    assert (await posting)["estado"] == "confirmada"
    assert len(await agenda(fakes)) == 1


async def test_without_the_queue_a_busy_process_answers_by_itself_and_stores_nothing_first(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    queue.answering = False

    answer = await answered(busy, post())

    assert answer["estado"] == "confirmada"
    assert fakes.bell.rung == []  # no stored post was answered


async def test_what_comes_out_of_the_line_too_early_is_answered_by_who_answers_the_one_before(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    await answered(busy, post(), patience=0)
    await answered(busy, post(LATER, 1), patience=0)
    first, second = await queue.pop(0), await queue.pop(0)
    assert first is not None
    assert second is not None

    await work_along(fakes.world, *second)
    assert await agenda(fakes) == []
    await work_along(fakes.world, *first)
    assert await agenda(fakes) == ["2025/09/02 10:00 corte cabello @Andrés"]


@pytest.mark.parametrize(
    ("entrante", "motivo"),
    [
        (post("almuerzo el domingo?", grupo=True), "grupo"),
        (post("corte mañana?", de="Mamá"), "excluido"),
        (post("Mensajes y llamadas están cifrados de extremo a extremo."), "sistema"),
        (post("ya lo atiendo", propio=True), "propio"),
    ],
)
async def test_what_must_never_be_written_down_does_not_wait(
    fakes: Fakes, queue: FakeQueue, busy: World, entrante: Entrante, motivo: str
) -> None:
    answer = await answered(busy, entrante)

    assert answer["motivo"] == motivo
    assert await queue.pop(0) is None
    assert all(document.texto is None for document in await stored(fakes) if isinstance(document, Mensaje))


async def test_a_repeat_in_a_peak_gets_the_first_answer_and_does_not_wait(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    first = await answered(fakes.world, post())
    again = await answered(busy, post())

    assert again == {**first, "duplicado": True}
    assert await queue.pop(0) is None


async def test_a_repeat_of_what_waits_gets_the_same_answer(
    fakes: Fakes, queue: FakeQueue, busy: World
) -> None:
    await store_first(fakes.world, PHONE, post(), fakes.clock.monotonic() + PATIENCE)
    posting = asyncio.create_task(answered(busy, post()))

    assert (await beside_a_worker(fakes, queue, posting))["duplicado"] is True
    assert len(await agenda(fakes)) == 1


def test_a_tenant_that_floods_leaves_the_others_room() -> None:
    peaks = Peaks(most=5, most_of_one=3)
    with peaks.working("flood"), peaks.working("flood"), peaks.working("flood"):
        assert peaks.over("flood")
        assert not peaks.over("barber")
        with peaks.working("barber"), peaks.working("spa"):
            assert peaks.over("dentist")
    assert not peaks.over("flood")
