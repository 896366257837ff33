"""Posts that are stored before they are answered: in order, once, and never lost."""

from dataclasses import replace

import pytest

from builders import a_tenant, at
from chat import Chat
from citas.application.consent import record_consent
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.outbox import take_outbox
from citas.application.ports import Door, Replace
from citas.application.trabajos import LEASE_SECONDS, MOST_ATTEMPTS, answered_in_turn, store_first, work_off
from citas.domain.conversacion import Conversacion
from citas.domain.mensajes import Mensaje, Salida, Trabajo
from citas.domain.politicas import Politicas
from fakes import Fakes, TurnStores, a_caller, a_world, at_once

FRIDAY = at("2025/08/29 08:00")
SHOP = a_tenant(Politicas(confirmar=False))
CALLER = a_caller(SHOP, "celular")
WISH, LATER = "corte el lunes a las 10 am", "mejor el martes a las 10 am"


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(SHOP, now=FRIDAY)


@pytest.fixture
def door(fakes: Fakes) -> Door:
    return fakes.stores.of(SHOP.id)


def post(text: str, second: int = 0, **changes: object) -> Entrante:
    plain = Entrante("Laura", (Linea(text, (FRIDAY + second) * 1000),), conversation_id="chat-1")
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


async def waits(fakes: Fakes, entrante: Entrante, patience: float = 10) -> Trabajo:
    """Store a post that nobody works on yet."""
    trabajo, _ = await store_first(fakes.world, CALLER, entrante, fakes.clock.monotonic() + patience)
    return trabajo


async def agenda(fakes: Fakes) -> list[str]:
    return await Chat(fakes, SHOP).agenda()


async def kinds(door: Door) -> set[str]:
    return {kind for kind, _ in await door.export()}


async def test_a_stored_post_is_answered_and_leaves_nothing_that_waits(fakes: Fakes, door: Door) -> None:
    answer = await answered_in_turn(fakes.world, CALLER, post(WISH), fakes.clock.monotonic() + 10)

    assert (answer["estado"], answer["duplicado"]) == ("confirmada", False)
    assert await agenda(fakes) == ["2025/09/01 10:00 corte cabello @Andrés"]
    assert "trabajos" not in await kinds(door)
    chat = await door.conversacion("c:chat-1")
    assert chat is not None
    assert chat.en_trabajo == ()


async def test_its_reply_is_leased_to_whoever_was_given_it(fakes: Fakes) -> None:
    answer = await answered_in_turn(fakes.world, CALLER, post(WISH), fakes.clock.monotonic() + 10)

    assert (await take_outbox(fakes.world, CALLER, 0)).salidas == ()
    fakes.clock.advance(61)
    assert [s.id for s in (await take_outbox(fakes.world, CALLER, 0)).salidas] == [answer["salida_id"]]


async def test_posts_of_a_chat_are_answered_in_the_order_in_which_they_arrived(fakes: Fakes) -> None:
    first = await waits(fakes, post(WISH))
    second = await waits(fakes, post(LATER, 1))

    assert not await work_off(fakes.world, SHOP.id, second.id)
    assert await work_off(fakes.world, SHOP.id, first.id)
    assert await work_off(fakes.world, SHOP.id, second.id)
    assert await agenda(fakes) == ["2025/09/02 10:00 corte cabello @Andrés"]


async def test_a_post_behind_one_that_waits_does_not_pass_it(fakes: Fakes) -> None:
    await waits(fakes, post(WISH))
    answer = await handle_mensaje(fakes.world, CALLER, post(LATER, 1))

    assert answer["estado"] == "reprogramada"
    assert await agenda(fakes) == ["2025/09/02 10:00 corte cabello @Andrés"]


async def test_what_its_worker_left_is_taken_up_when_the_lease_has_ended(fakes: Fakes, door: Door) -> None:
    trabajo = await waits(fakes, post(WISH))
    begun = replace(trabajo, version=2, lease=fakes.clock.real() + LEASE_SECONDS, intentos=1)
    await door.commit((Replace(begun),), FRIDAY)

    assert not await work_off(fakes.world, SHOP.id, trabajo.id)
    assert await door.unfinished(fakes.clock.real()) == ()
    fakes.clock.advance(LEASE_SECONDS)
    assert await door.unfinished(fakes.clock.real()) == (begun,)
    assert await work_off(fakes.world, SHOP.id, trabajo.id)
    assert len(await agenda(fakes)) == 1


async def test_of_many_workers_one_answers_and_books() -> None:
    fakes = await a_world(SHOP, now=FRIDAY, stores=TurnStores())
    trabajo = await waits(fakes, post(WISH))
    done = await at_once(*(work_off(fakes.world, SHOP.id, trabajo.id) for _ in range(8)))

    assert sorted(map(str, done)) == ["False"] * 7 + ["True"]
    documents = [document for _, document in await fakes.stores.of(SHOP.id).export()]
    assert sum(isinstance(document, Mensaje) for document in documents) == 1
    assert sum(isinstance(document, Salida) for document in documents) == 1
    assert len(await agenda(fakes)) == 1


async def test_a_worker_that_wakes_after_its_lease_writes_nothing(fakes: Fakes, door: Door) -> None:
    trabajo = await waits(fakes, post(WISH))
    taken = replace(trabajo, version=2, lease=fakes.clock.real(), intentos=1)
    await door.commit((Replace(taken),), FRIDAY)
    assert await work_off(fakes.world, SHOP.id, trabajo.id)

    assert not await work_off(fakes.world, SHOP.id, trabajo.id)
    assert len(await agenda(fakes)) == 1


async def test_a_poster_whose_patience_ends_hears_that_it_goes_on_and_the_reply_is_in_the_outbox() -> None:
    fakes = await a_world(SHOP, now=FRIDAY, stores=TurnStores())
    entrante = post(WISH)
    answer = await answered_in_turn(fakes.world, CALLER, entrante, fakes.clock.monotonic())
    assert answer == {"message_id": entrante.message_id(entrante.lineas[0]), "estado": "en_proceso"}

    final = await handle_mensaje(fakes.world, CALLER, entrante)
    assert (final["estado"], final["duplicado"]) == ("confirmada", True)
    assert [s.id for s in (await take_outbox(fakes.world, CALLER, 0)).salidas] == [final["salida_id"]]


async def test_a_repeat_while_the_first_is_in_work_waits_for_the_same_answer() -> None:
    fakes = await a_world(SHOP, now=FRIDAY, stores=TurnStores())
    deadline = fakes.clock.monotonic() + 10
    both = await at_once(*(answered_in_turn(fakes.world, CALLER, post(WISH), deadline) for _ in range(2)))

    first, again = (answer for answer in both if isinstance(answer, dict))
    assert {first["duplicado"], again["duplicado"]} == {False, True}
    assert {**first, "duplicado": True} == {**again, "duplicado": True}
    assert len(await agenda(fakes)) == 1


async def test_of_what_turns_out_not_to_be_for_the_business_only_the_hash_stays(
    fakes: Fakes, door: Door
) -> None:
    answer = await answered_in_turn(
        fakes.world, CALLER, post("jajaja qué risa el video"), fakes.clock.monotonic() + 10
    )
    texts = [document.texto for _, document in await door.export() if isinstance(document, Mensaje)]

    assert (answer["estado"], answer["motivo"]) == ("ignorada", "ajeno")
    assert await kinds(door) == {"consentimiento", "mensajes"}
    assert texts == [None]


async def test_the_owners_own_line_does_not_wait_and_silences_what_does(fakes: Fakes) -> None:
    trabajo = await waits(fakes, post(WISH))
    taking_over = await handle_mensaje(fakes.world, CALLER, post("yo lo atiendo", 1, propio=True))
    await work_off(fakes.world, SHOP.id, trabajo.id)
    again = await handle_mensaje(fakes.world, CALLER, post(WISH))

    assert taking_over["motivo"] == "propio"
    assert again["motivo"] == "pausa_humana"
    assert await agenda(fakes) == []


async def test_after_the_consent_is_withdrawn_what_waits_is_not_answered(fakes: Fakes, door: Door) -> None:
    trabajo = await waits(fakes, post(WISH))
    await record_consent(fakes.world, CALLER, acepta=False, version="1", nombre="Ana")
    await work_off(fakes.world, SHOP.id, trabajo.id)

    assert await kinds(door) == {"consentimiento"}


async def test_a_post_that_no_worker_survives_does_not_hold_up_its_chat(fakes: Fakes, door: Door) -> None:
    trabajo = await waits(fakes, post(WISH))
    await door.commit((Replace(replace(trabajo, version=2, lease=0, intentos=MOST_ATTEMPTS)),), FRIDAY)
    await work_off(fakes.world, SHOP.id, trabajo.id)

    assert await door.trabajo(trabajo.id) is None
    assert "Laura" in (await door.avisos())[0].texto
    assert (await handle_mensaje(fakes.world, CALLER, post(LATER, 1)))["estado"] != "en_proceso"


async def test_a_chat_does_not_wait_for_a_post_that_is_gone(fakes: Fakes, door: Door) -> None:
    await handle_mensaje(fakes.world, CALLER, post("hola"))
    chat = await door.conversacion("c:chat-1")
    assert isinstance(chat, Conversacion)
    await door.commit((Replace(replace(chat, version=chat.version + 1, en_trabajo=("gone",))),), FRIDAY)

    assert (await handle_mensaje(fakes.world, CALLER, post(WISH, 1)))["estado"] == "confirmada"
