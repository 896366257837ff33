"""A real model, small and sure of itself: valid JSON, wrong three times in four, and the agenda is right."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest

from builders import a_tenant, at
from chat import Chat
from citas.adapters.llm.interprete import ChatInterpreter, Modelo
from citas.adapters.system import ServiceClock
from citas.domain.catalogo import ModoIA
from fakes import a_world
from modelo_real import serving_model
from servidores import WITH_SERVER, NoServerError

pytestmark = WITH_SERVER

MONDAY = at("2025/08/25 08:00")
TENANT = a_tenant()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    try:
        with serving_model(tmp_path_factory.mktemp("llm")) as base:
            yield base
    except NoServerError as missing:
        pytest.skip(str(missing))  # the model has no build for this machine


@pytest.fixture
async def model(address: str) -> AsyncIterator[ChatInterpreter]:
    modelo = Modelo(address, "smollm2-135m", precios=(0.0, 0.0), segundos=30.0)
    interpreter = ChatInterpreter(modelo, ServiceClock())
    yield interpreter
    await interpreter.close()


async def a_chat(model: ChatInterpreter | None, ia: ModoIA) -> Chat:
    fakes = await a_world(TENANT, now=MONDAY)
    fakes.world = replace(fakes.world, interpreter=model, ia=ia)
    return Chat(fakes, TENANT)


CHATS = {
    "books": ("hola, quiero un corte el jueves a las 10 de la mañana", "sí", "gracias"),
    "moves": (
        "corte el jueves a las 10 am",
        "sí",
        "me surgió algo, ¿la puedo pasar para el viernes a las 11 am?",
        "sí",
    ),
    "cancels": ("corte el jueves a las 10 am", "sí", "ya no voy a poder ir, cancélala", "sí"),
    "is lost": ("turno", "no sé bien, necesito que me atiendan", "barba mañana a las 4 pm", "sí"),
    "asks": ("cuánto vale la barba?", "y dónde quedan?", "barba mañana por la tarde", "la primera", "sí"),
}


@pytest.mark.parametrize("lines", CHATS.values(), ids=CHATS)
async def test_in_hibrido_it_is_in_no_case_worse_than_the_rules(
    model: ChatInterpreter, lines: tuple[str, ...]
) -> None:
    alone, beside = await a_chat(None, "reglas"), await a_chat(model, "hibrido")

    for line in lines:
        expected, answer = await alone.says(line), await beside.says(line)
        assert answer["estado"] == expected["estado"]

    assert await beside.agenda() == await alone.agenda()


@pytest.mark.parametrize("lines", CHATS.values(), ids=CHATS)
async def test_in_llm_nothing_stands_in_the_agenda_that_the_rules_would_not_have_put_there(
    model: ChatInterpreter, lines: tuple[str, ...]
) -> None:
    alone, beside = await a_chat(None, "reglas"), await a_chat(model, "llm")

    for line in lines:
        await alone.says(line)
        answer = await beside.says(line)
        assert answer["respuesta"] or answer["estado"] == "ignorada"

    assert set(await beside.agenda()) <= set(await alone.agenda()) | {
        "2025/08/28 10:00 corte cabello @Andrés"
    }
    asked = [
        facts["fallo"] for suceso, _, facts in beside.fakes.telemetry.notes if suceso == "lectura_de_modelo"
    ]
    assert asked
