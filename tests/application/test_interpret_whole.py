"""Whole chats with a model beside the rules: what it leads to is offered, and what it breaks is nothing."""

from dataclasses import replace

import pytest

from builders import a_tenant, at
from chat import Chat
from citas.domain.catalogo import ModoIA
from citas.domain.deseos import Intencion
from citas.domain.errors import InterpreterError
from citas.domain.politicas import Politicas
from citas.language.candado.contratos import Intento
from fakes import a_world
from modelos import Mentiroso, Modelo

MONDAY = at("2025/08/25 08:00")
DIRECT = a_tenant(Politicas(confirmar=False, cancelacion_min_horas=0))
# The rules make no wish of these; they hold a word of an agenda.
UNSEEN = "mi cabecita pide motilada ya, ay el jueves a las 10 am toca suplicar turno"
UNSEEN_GOODBYE = "uy mi turno, me surgió un imprevisto tenaz"


async def a_chat(modelo: Modelo, ia: ModoIA = "hibrido") -> Chat:
    fakes = await a_world(DIRECT, now=MONDAY)
    fakes.world = replace(fakes.world, interpreter=modelo, ia=ia)
    return Chat(fakes, DIRECT)


async def test_a_dead_model_changes_no_answer() -> None:
    alone = await a_chat(Modelo(), "reglas")
    beside = await a_chat(Modelo(fault=InterpreterError("conexion", "silencio")), "llm")

    for text in ("corte el jueves a las 10 am", "mejor a las 11", UNSEEN_GOODBYE, "cancela mi cita", "sí"):
        expected, answer = await alone.says(text), await beside.says(text)
        assert (answer["estado"], answer["respuesta"]) == (expected["estado"], expected["respuesta"])
    assert await beside.agenda() == await alone.agenda()


async def test_where_the_model_agrees_a_whole_wish_is_done_at_once() -> None:
    chat = await a_chat(Modelo(Intento(Intencion.AGENDAR, "corte")), "llm")

    assert (await chat.says("quiero un corte el jueves a las 10 am"))["estado"] == "confirmada"


async def test_where_the_model_reads_another_wish_too_it_is_only_offered() -> None:
    other = Intento(Intencion.AGENDAR, "quiero un corte", Intencion.CAMBIAR)
    chat = await a_chat(Modelo(other), "llm")

    offered = await chat.says("quiero un corte el jueves a las 10 am")
    assert offered["estado"] == "propuesta"
    assert await chat.agenda() == []

    assert (await chat.says("sí"))["estado"] == "confirmada"
    count = chat.fakes.telemetry.counted
    assert count("citas_llm_ayudas_total", resultado="ofrecida") == 1
    assert count("citas_llm_ayudas_total", resultado="aceptada") == 1


async def test_what_a_model_would_cancel_is_asked_first() -> None:
    chat = await a_chat(Modelo(), "llm")
    await chat.says("corte el jueves a las 10 am")
    modelo = Modelo(Intento(Intencion.CANCELAR, "cancela", Intencion.CAMBIAR))
    chat.fakes.world = replace(chat.fakes.world, interpreter=modelo)

    assert (await chat.says("cancela mi cita"))["estado"] == "propuesta"
    assert len(await chat.agenda()) == 1


async def test_a_yes_and_a_choice_are_never_put_to_the_model() -> None:
    modelo = Mentiroso(astuto=True)
    chat = await a_chat(modelo, "llm")
    chat.tenant = DIRECT
    await chat.says("corte el jueves")
    asked = len([one for one in modelo.asked if one.paso != "respuesta"])

    await chat.says("la primera")

    assert len([one for one in modelo.asked if one.paso != "respuesta"]) == asked


async def test_a_mensaje_posted_again_asks_nothing() -> None:
    modelo = Modelo(Intento(Intencion.AGENDAR, "corte"))
    chat = await a_chat(modelo, "llm")
    first = await chat.says("quiero un corte el jueves a las 10 am")
    asked = len(modelo.asked)

    again = await chat.posts(chat.sent[0])

    assert again == {**first, "duplicado": True}
    assert len(modelo.asked) == asked <= 3


@pytest.mark.parametrize(
    "text", ["mi amor compra leche", "Su código de verificación es 481516", "ok gracias!"]
)
@pytest.mark.parametrize("ia", ["hibrido", "llm"])
async def test_what_is_not_for_the_business_is_sent_nowhere(text: str, ia: ModoIA) -> None:
    modelo = Mentiroso(astuto=True)
    chat = await a_chat(modelo, ia)

    await chat.says(text)

    assert modelo.asked == []


async def test_a_family_chat_that_a_liar_takes_for_a_wish_stays_unanswered() -> None:
    chat = await a_chat(Mentiroso(astuto=True), "llm")

    answers = [
        await chat.says(text) for text in ("mami a qué hora llegas?", "se cortó la luz en toda la cuadra")
    ]

    assert [answer["estado"] for answer in answers] == ["ignorada", "ignorada"]


@pytest.mark.parametrize("seed", range(12))
async def test_a_liar_books_moves_and_cancels_nothing_by_itself(seed: int) -> None:
    chat = await a_chat(Mentiroso(seed=str(seed), astuto=True), "llm")

    for text in (
        "quiero un corte el jueves a las 10 am porque el viernes no puedo",
        "no",
        UNSEEN,
        "no",
        UNSEEN_GOODBYE,
        "no",
    ):
        await chat.says(text)

    assert await chat.agenda() in ([], ["2025/08/28 10:00 corte cabello @Andrés"])
