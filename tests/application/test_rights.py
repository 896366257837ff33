"""Wishes that are not about a time: personal data, and what cannot wait."""

import pytest

from builders import a_tenant, at
from chat import Chat
from fakes import Fakes, a_world

FRIDAY = at("2025/08/29 08:00")
TENANT = a_tenant()


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=FRIDAY)


@pytest.mark.parametrize(
    ("text", "tipo", "last"),
    [
        ("¿qué datos tienen de mí?", "datos_consulta", "viernes 12 de septiembre"),
        ("borren mis datos por favor", "datos_reclamo", "viernes 19 de septiembre"),
    ],
)
async def test_a_request_about_data_is_acknowledged_and_the_owner_told_until_when(
    fakes: Fakes, text: str, tipo: str, last: str
) -> None:
    chat = Chat(fakes, TENANT)
    await chat.says("corte el lunes a las 10 am")
    told = await chat.says(text)
    avisos = await fakes.stores.of(TENANT.id).avisos()

    assert (told["estado"], told["motivo"]) == ("informada", "humano")
    assert "datos personales" in str(told["respuesta"])
    assert [aviso.tipo for aviso in avisos] == [tipo]
    assert last in avisos[0].texto
    assert (await chat.says("sí"))["estado"] == "confirmada"


async def test_what_cannot_wait_gets_the_earliest_of_today_and_the_owner_is_told(fakes: Fakes) -> None:
    offered = await Chat(fakes, TENANT).says("es urgente, ¿me pueden motilar hoy mismo?")
    avisos = await fakes.stores.of(TENANT.id).avisos()

    assert offered["estado"] == "propuesta"
    assert isinstance(offered["alternativas"], list)
    assert (offered["alternativas"][0]["fecha"], offered["alternativas"][0]["hora_inicio"]) == (
        "2025/08/29",
        "08:15",
    )
    assert [aviso.tipo for aviso in avisos] == ["urgencia"]
