"""Once, in order, in silence: what a chat does that is no wish."""

from dataclasses import replace

import pytest

from builders import a_tenant, at
from chat import Chat, given
from citas.application.entrante import Linea
from citas.application.outbox import acknowledge, take_outbox
from citas.domain.mensajes import Mensaje
from citas.domain.politicas import Politicas
from fakes import Fakes, TurnStores, a_caller, a_world, at_once

FRIDAY = at("2025/08/29 08:00")
ASKS = a_tenant(excluidos=("Mamá Linda", "+57 315 000 0000"))
DIRECT = a_tenant(Politicas(confirmar=False))
WISH = "corte el lunes a las 10 am"


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(ASKS, now=FRIDAY)


@pytest.fixture
def chat(fakes: Fakes) -> Chat:
    return Chat(fakes, ASKS, de="Laura", conversation_id="chat-1")


async def stored(fakes: Fakes) -> list[Mensaje]:
    documents = await fakes.stores.of(ASKS.id).export()
    return [document for _, document in documents if isinstance(document, Mensaje)]


async def test_the_same_mensaje_again_gets_the_first_answer_and_books_nothing() -> None:
    fakes = await a_world(DIRECT, now=FRIDAY)
    chat = Chat(fakes, DIRECT)
    first = await chat.says(WISH)
    again = await chat.posts(chat.sent[-1])

    assert again == {**first, "duplicado": True}
    assert len(await chat.agenda()) == 1


async def test_rivals_with_the_same_mensaje_book_once_and_hear_the_same() -> None:
    fakes = await a_world(DIRECT, now=FRIDAY, stores=TurnStores())
    chat = Chat(fakes, DIRECT)
    first = await chat.says("hola")
    entrante = replace(chat.sent[-1], lineas=(Linea(WISH, fakes.clock.now_ms()),))
    answers = await at_once(*(chat.posts(entrante) for _ in range(8)))

    assert first["estado"] == "aclaracion"
    assert all(isinstance(answer, dict) and answer["estado"] == "confirmada" for answer in answers)
    assert sum(isinstance(answer, dict) and not answer["duplicado"] for answer in answers) == 1
    assert len(await chat.agenda()) == 1


async def test_a_contact_saved_in_between_is_the_same_mensaje(chat: Chat) -> None:
    first = await chat.says(WISH)
    again = await chat.posts(replace(chat.sent[-1], de="Laura Gómez"))

    assert (again["duplicado"], again["salida_id"]) == (True, first["salida_id"])


async def test_a_burst_gets_one_answer_and_each_line_is_known_afterwards(chat: Chat) -> None:
    burst = await chat.says("una cita", "para corte", "el lunes a las 10 am")
    entrante = chat.sent[-1]
    alone = await chat.posts(replace(entrante, lineas=entrante.lineas[:1]))

    assert burst["estado"] == "propuesta"
    assert alone["duplicado"] is True
    assert alone["respuesta"] == burst["respuesta"]
    assert alone["message_id"] == entrante.message_id(entrante.lineas[0])


async def test_a_late_mensaje_is_stored_and_not_answered(chat: Chat, fakes: Fakes) -> None:
    await chat.says("hola")
    old = replace(chat.sent[-1], lineas=(Linea(WISH, (FRIDAY - 61 * 60) * 1000),))
    answer = await chat.posts(old)

    assert (answer["estado"], answer["motivo"]) == ("ignorada", "rezagado")
    assert WISH in [mensaje.texto for mensaje in await stored(fakes)]


async def test_a_yes_older_than_the_offer_does_not_take_it(chat: Chat, fakes: Fakes) -> None:
    before = fakes.clock.now_ms()
    await chat.says(WISH, pasa=30)
    answer = await chat.posts(replace(chat.sent[-1], lineas=(Linea("sí", before),)))

    assert answer["estado"] == "aclaracion"
    assert await chat.agenda() == []
    assert (await chat.says("sí"))["estado"] == "confirmada"


async def test_an_edit_replaces_the_offer_and_back_again_ends_where_it_began(chat: Chat) -> None:
    first = await chat.says(WISH)
    second = await chat.edits("corte el lunes a las 11 am", first)
    third = await chat.edits(WISH, second)
    await chat.says("sí")

    assert [(a["duplicado"], a["corrige"]) for a in (first, second, third)] == [
        (False, None),
        (False, first["message_id"]),
        (False, first["message_id"]),
    ]
    assert third["message_id"] == first["message_id"]
    assert await chat.agenda() == ["2025/09/01 10:00 corte cabello @Andrés"]


async def test_an_edit_of_what_is_booked_is_offered_as_a_move() -> None:
    chat = Chat(await a_world(DIRECT, now=FRIDAY), DIRECT)
    first = await chat.says(WISH)
    offered = await chat.edits("corte el lunes a las 11 am", first)

    assert (offered["estado"], offered["intencion"]) == ("propuesta", "cambiar")
    assert await chat.agenda() == ["2025/09/01 10:00 corte cabello @Andrés"]
    await chat.says("sí")
    assert await chat.agenda() == ["2025/09/01 11:00 corte cabello @Andrés"]


async def test_a_deletion_withdraws_the_offer_and_never_a_booked_cita(chat: Chat) -> None:
    offered = await chat.says(WISH)
    deleted = await chat.edits("Se eliminó este mensaje", offered)
    answer = await chat.says("sí")

    assert (deleted["estado"], deleted["motivo"], deleted["respuesta"]) == ("ignorada", "eliminado", None)
    assert answer["estado"] == "aclaracion"
    assert await chat.agenda() == []


@pytest.mark.parametrize(
    ("text", "changes", "motivo"),
    [
        (WISH, {"grupo": True, "propio": True}, "grupo"),
        (WISH, {"propio": True}, "propio"),
        (WISH, {"de": "MAMA  LINDA"}, "excluido"),
        (WISH, {"de": "315 000 00 00", "conversation_id": None}, "excluido"),
        ("", {}, "sistema"),
        ("juega nacional mañana, caiga a mi casa", {}, "ajeno"),
        ("mi amor ya llegaste?", {}, "ajeno"),
    ],
)
async def test_what_is_not_for_the_business_leaves_only_a_hash(
    chat: Chat, fakes: Fakes, text: str, changes: dict[str, object], motivo: str
) -> None:
    answer = await chat.says(text, **changes)  # type: ignore[arg-type] # the test names fields

    assert (answer["estado"], answer["motivo"], answer["respuesta"]) == ("ignorada", motivo, None)
    assert [(mensaje.texto, mensaje.conversacion) for mensaje in await stored(fakes)] == [(None, "")]
    assert await chat.agenda() == []


async def test_the_name_of_a_chat_that_is_not_for_the_business_is_nowhere(fakes: Fakes) -> None:
    await Chat(fakes, ASKS, de="Tía Rosa").says("juega nacional mañana, caiga a mi casa")
    await Chat(fakes, ASKS, de="Familia Pérez").says("hola a todos", grupo=True)

    assert "rosa" not in str(await fakes.stores.of(ASKS.id).export()).lower()
    assert "pérez" not in str(await fakes.stores.of(ASKS.id).export()).lower()


async def test_the_owner_taking_over_silences_the_chat_and_frees_the_offer(chat: Chat, fakes: Fakes) -> None:
    await chat.says(WISH + " con Andrés")
    await chat.says("yo te atiendo", propio=True)
    paused = await chat.says("sí")
    other = await Chat(fakes, ASKS, de="+57 311 222 3344").says(WISH + " con Andrés")
    later = await chat.says(WISH + " con Camilo", pasa=31 * 60)

    assert (paused["estado"], paused["motivo"]) == ("ignorada", "pausa_humana")
    assert other["estado"] == "propuesta"
    assert later["estado"] == "propuesta"


async def test_our_own_line_seen_again_does_not_silence_the_chat(chat: Chat) -> None:
    offered = await chat.says(WISH)
    await chat.says(str(offered["respuesta"]), propio=True)
    await chat.says("otra cosa", propio=True, salida_id=offered["salida_id"])

    assert (await chat.says("sí"))["estado"] == "confirmada"


async def test_a_loop_ends_and_a_yes_is_done_all_the_same(chat: Chat) -> None:
    answers = [await chat.says(f"cuánto vale el corte {n}?") for n in range(12)]
    silent = await chat.says("y la barba cuánto vale?")

    assert all(answer["respuesta"] for answer in answers)
    assert (silent["estado"], silent["motivo"]) == ("ignorada", "limite")


async def test_a_yes_is_answered_beyond_the_limit(chat: Chat) -> None:
    for n in range(11):
        await chat.says(f"cuánto vale el corte {n}?")
    await chat.says(WISH)

    assert (await chat.says("sí"))["estado"] == "confirmada"


async def test_the_same_text_is_never_sent_three_times_running(chat: Chat) -> None:
    texts = [(await chat.says("hola"))["respuesta"] for _ in range(6)]

    assert all(not (a == b == c) for a, b, c in zip(texts, texts[1:], texts[2:], strict=False) if c)


async def test_a_voice_note_is_answered_once_an_hour_and_the_owner_told(chat: Chat, fakes: Fakes) -> None:
    first = await chat.says("🎤 Mensaje de voz (0:15)")
    second = await chat.says("📷 Foto", pasa=600)
    third = await chat.says("📷 Foto", pasa=3601)

    assert [(a["estado"], a["motivo"]) for a in (first, second, third)] == [
        ("aclaracion", None),
        ("ignorada", "sistema"),
        ("aclaracion", None),
    ]
    assert [aviso.tipo for aviso in await fakes.stores.of(ASKS.id).avisos()] == ["medio", "medio"]


async def test_a_chat_that_cannot_be_answered_is_told_to_the_owner_and_nothing_is_done(
    chat: Chat, fakes: Fakes
) -> None:
    answer = await chat.says(WISH, puede_responder=False)

    assert (answer["estado"], answer["motivo"]) == ("ignorada", "sin_respuesta")
    assert [aviso.tipo for aviso in await fakes.stores.of(ASKS.id).avisos()] == ["sin_respuesta"]


async def test_a_name_alone_shows_and_changes_nothing_until_the_day_is_said(fakes: Fakes) -> None:
    chat = Chat(fakes, ASKS, de="Sandra")
    await chat.says(WISH)
    await chat.says("sí")
    shown = await chat.says("¿a qué hora es mi cita?", pasa=900)
    cancelled = await chat.says("cancele mi cita")
    named = await chat.says("la del lunes")

    assert (shown["estado"], shown["faltan"], shown["cita"]) == ("aclaracion", ["cita"], None)
    assert (cancelled["estado"], cancelled["faltan"]) == ("aclaracion", ["cita"])
    assert (named["estado"], named["intencion"]) == ("propuesta", "cancelar")


async def test_a_yes_by_name_alone_to_an_old_offer_to_cancel_is_asked_again(fakes: Fakes) -> None:
    chat = Chat(fakes, ASKS, de="Sandra")
    await chat.says("corte el jueves a las 10 am")
    await chat.says("sí")
    await chat.says("cancele mi cita del jueves", pasa=900)
    late = await chat.says("sí", pasa=11 * 60)

    assert (late["estado"], late["faltan"]) == ("aclaracion", ["cita"])
    assert len(await chat.agenda()) == 1


async def test_a_phone_learnt_later_joins_the_citas_of_the_same_chat(chat: Chat, fakes: Fakes) -> None:
    await chat.says(WISH)
    await chat.says("sí")
    await given(fakes, ASKS, "2025/09/03 10:00", "barba", telefono="+57 310 987 6543")
    told = await chat.says("¿qué citas tengo?", telefono="310 987 6543")

    assert isinstance(told["citas"], list)
    assert len(told["citas"]) == 2


async def test_an_offer_whose_words_failed_is_made_anew(chat: Chat, fakes: Fakes) -> None:
    offered = await chat.says(WISH)
    await acknowledge(fakes.world, a_caller(ASKS), str(offered["salida_id"]), "fallido", None)
    again = await chat.says("sí")

    assert again["estado"] == "propuesta"
    assert (await chat.says("sí"))["estado"] == "confirmada"


async def test_a_reply_is_leased_and_a_newer_one_takes_its_place(chat: Chat, fakes: Fakes) -> None:
    await chat.says("hola")
    last = await chat.says(WISH)
    assert (await take_outbox(fakes.world, a_caller(ASKS), 0)).salidas == ()
    fakes.clock.advance(61)
    page = await take_outbox(fakes.world, a_caller(ASKS), 0)

    assert [salida.id for salida in page.salidas] == [last["salida_id"]]


async def test_two_misunderstandings_in_a_row_call_a_person_and_silence_the_chat(
    chat: Chat, fakes: Fakes
) -> None:
    await chat.says(WISH)
    await chat.says("sí")
    answers = [await chat.says(text) for text in ("xyzzy plugh", "frobozz quux", "otra")]

    assert [(a["estado"], a["motivo"]) for a in answers] == [
        ("aclaracion", None),
        ("informada", "humano"),
        ("ignorada", "pausa_humana"),
    ]
    assert [aviso.tipo for aviso in await fakes.stores.of(ASKS.id).avisos()] == ["humano"]
