from dataclasses import replace

import pytest

from builders import CORTE, a_cita, a_tenant, at, hex_id
from citas.application.pause import pause
from citas.application.ports import Insert
from citas.domain.conversacion import Conversacion, Oferta
from citas.domain.deseos import Deseo, Intencion
from citas.domain.errors import InputError
from citas.domain.mensajes import Salida
from fakes import Fakes, a_caller, a_world

TENANT = a_tenant()
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 08:00")
CHAT = "t:+573109876543"
HOLD = replace(a_cita("2025/08/29 10:00"), estado="bloqueada", expira=NOW + 60, conversacion=CHAT)


@pytest.fixture
async def fakes() -> Fakes:
    """A chat with an offer that holds ten o'clock, a reply on its way, and one that tells a change."""
    fakes = await a_world(TENANT, now=NOW)
    oferta = Oferta(
        Intencion.AGENDAR, "m", NOW * 1000, NOW, hex_id(1), "Juan", Deseo(Intencion.AGENDAR), hold_id=HOLD.id
    )
    reply = Salida(hex_id(1), 1, CHAT, "Juan", "¿Le sirve?", NOW, NOW + 600, NOW)
    told = replace(reply, id=hex_id(2), cambia_agenda=True)
    chat = Conversacion(CHAT, 1, oferta=oferta)
    await fakes.stores.of(TENANT.id).commit((Insert(HOLD), Insert(chat), Insert(reply), Insert(told)), NOW)
    return fakes


async def states(fakes: Fakes) -> list[str]:
    door = fakes.stores.of(TENANT.id)
    found = [await door.salida(hex_id(number)) for number in (1, 2)]
    return [salida.estado for salida in found if salida]


async def the_chat(fakes: Fakes, key: str = CHAT) -> Conversacion:
    chat = await fakes.stores.of(TENANT.id).conversacion(key)
    assert chat is not None
    return chat


async def test_a_pausa_of_a_chat_frees_its_offer_and_withdraws_what_was_not_sent(fakes: Fakes) -> None:
    hasta = await pause(fakes.world, CALLER, 60, "+57 310 987 6543")

    chat = await the_chat(fakes)
    assert hasta == NOW + 3600
    assert (chat.pausa_hasta, chat.oferta) == ((NOW + 3600) * 1000, None)
    assert await fakes.stores.of(TENANT.id).cita(HOLD.id) is None
    assert await states(fakes) == ["retirada", "pendiente"]
    assert (await fakes.stores.of(TENANT.id).configured()).pausa is None


async def test_a_pausa_for_everybody_does_the_same_everywhere(fakes: Fakes) -> None:
    assert await pause(fakes.world, CALLER, 60, None) == NOW + 3600

    pausa = (await fakes.stores.of(TENANT.id).configured()).pausa
    assert pausa is not None
    assert pausa.hasta == NOW + 3600
    assert (await the_chat(fakes)).oferta is None
    assert await fakes.stores.of(TENANT.id).cita(HOLD.id) is None
    assert await states(fakes) == ["retirada", "pendiente"]


async def test_a_pausa_for_everybody_touches_no_cita(fakes: Fakes) -> None:
    cita = a_cita("2025/08/29 14:00", servicios_id=(CORTE,))
    await fakes.stores.of(TENANT.id).commit((Insert(cita),), NOW)

    await pause(fakes.world, CALLER, 60, None)

    assert await fakes.stores.of(TENANT.id).cita(cita.id) == cita


async def test_zero_ends_a_pausa(fakes: Fakes) -> None:
    await pause(fakes.world, CALLER, 60, None)
    await pause(fakes.world, CALLER, 60, "3109876543")

    assert await pause(fakes.world, CALLER, 0, None) is None
    assert await pause(fakes.world, CALLER, 0, "3109876543") is None
    pausa = (await fakes.stores.of(TENANT.id).configured()).pausa
    assert pausa is not None
    assert pausa.hasta is None
    assert (await the_chat(fakes)).pausa_hasta is None


async def test_ending_what_never_began_changes_no_offer(fakes: Fakes) -> None:
    await pause(fakes.world, CALLER, 0, "3109876543")
    await pause(fakes.world, CALLER, 0, "nadie")

    assert (await the_chat(fakes)).oferta is not None
    assert await fakes.stores.of(TENANT.id).conversacion("n:nadie") is None


async def test_a_chat_that_never_wrote_is_silent_whichever_key_it_will_have(fakes: Fakes) -> None:
    await pause(fakes.world, CALLER, 30, "Doña  María")

    assert (await the_chat(fakes, "c:Doña  María")).pausa_hasta == (NOW + 1800) * 1000
    assert (await the_chat(fakes, "n:dona maria")).pausa_hasta == (NOW + 1800) * 1000


@pytest.mark.parametrize("minutos", [-1, 10**9])
async def test_minutes_that_cannot_be_are_refused(fakes: Fakes, minutos: int) -> None:
    with pytest.raises(InputError):
        await pause(fakes.world, CALLER, minutos, None)
