from dataclasses import replace

import pytest

from builders import a_tenant, at, hex_id
from citas.application.outbox import MOST, OutboxPage, acknowledge, take_outbox
from citas.application.ports import Caller, Insert
from citas.domain.errors import InputError, NotFoundError
from citas.domain.mensajes import Aviso, Salida
from fakes import Fakes, TurnStores, a_caller, a_world, at_once

TENANT = a_tenant()
PHONE = a_caller(TENANT, "celular", hex_id(0xD1))
TABLET = a_caller(TENANT, "tableta", hex_id(0xD2))
OWNER = a_caller(TENANT)
NOW = at("2025/08/29 08:00")


def a_salida(number: int = 1, **changes: object) -> Salida:
    plain = Salida(
        id=hex_id(number),
        version=1,
        conversacion="t:+573109876543",
        para="+57 310 987 6543",
        texto="Hola",
        creada=NOW,
        caduca=NOW + 600,
        libre_en=NOW,
        dispositivo_id=PHONE.clave_id,
    )
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


async def waiting(fakes: Fakes, *documents: Salida | Aviso) -> None:
    await fakes.stores.of(TENANT.id).commit(tuple(map(Insert, documents)), NOW)


async def taken(fakes: Fakes, caller: Caller = PHONE) -> list[int]:
    page = await take_outbox(fakes.world, caller, 0)
    return [int(salida.id, 16) for salida in page.salidas]


async def stored(fakes: Fakes, number: int = 1) -> Salida:
    salida = await fakes.stores.of(TENANT.id).salida(hex_id(number))
    assert salida is not None
    return salida


async def acked(fakes: Fakes, resultado: str, number: int = 1) -> None:
    await acknowledge(fakes.world, PHONE, hex_id(number), resultado, None)


async def test_a_reply_is_offered_again_with_growing_pauses_until_it_expires(fakes: Fakes) -> None:
    await waiting(fakes, a_salida())
    offered = []

    for second in range(700):
        fakes.clock.set(NOW + second)
        if await taken(fakes):
            offered.append(second)

    assert offered == [0, 60, 180, 420]


async def test_a_reply_that_a_200_gave_is_leased_for_its_first_minute(fakes: Fakes) -> None:
    await waiting(fakes, a_salida(intento=1, libre_en=NOW + 60, dada=True))

    fakes.clock.advance(59)
    assert await taken(fakes) == []
    fakes.clock.advance(1)
    assert await taken(fakes) == [1]
    assert ((await stored(fakes)).intento, (await stored(fakes)).libre_en) == (2, NOW + 180)


async def test_only_the_device_that_posted_the_mensaje_gets_its_reply(fakes: Fakes) -> None:
    await waiting(fakes, a_salida(1), a_salida(2, dispositivo_id=None))

    assert await taken(fakes, OWNER) == [2]
    assert await taken(fakes, TABLET) == []
    assert await taken(fakes, PHONE) == [1]


async def test_two_polls_of_one_device_do_not_both_get_a_reply() -> None:
    fakes = await a_world(TENANT, now=NOW, stores=TurnStores())
    await waiting(fakes, a_salida())

    pages = await at_once(*(take_outbox(fakes.world, PHONE, 0) for _ in range(5)))

    assert sum(len(page.salidas) for page in pages if isinstance(page, OutboxPage)) == 1


async def test_many_replies_come_a_page_at_a_time_the_oldest_first(fakes: Fakes) -> None:
    await waiting(fakes, *(a_salida(number, creada=NOW - 100 + number) for number in range(1, MOST + 4)))

    assert await taken(fakes) == list(range(1, MOST + 1))
    assert await taken(fakes) == [MOST + 1, MOST + 2, MOST + 3]


async def test_a_long_poll_ends_when_something_comes() -> None:
    fakes = await a_world(TENANT, now=NOW)

    async def later() -> None:
        await fakes.clock.sleep(0)
        await waiting(fakes, a_salida())

    page, _ = await at_once(take_outbox(fakes.world, PHONE, 25), later())

    assert isinstance(page, OutboxPage)
    assert len(page.salidas) == 1
    assert fakes.clock.monotonic() < 25


@pytest.mark.parametrize(("asked", "lasted"), [(0, 0), (25, 25), (3600, 30)])
async def test_an_empty_long_poll_lasts_what_was_asked_and_thirty_seconds_at_most(
    fakes: Fakes, asked: float, lasted: float
) -> None:
    assert await take_outbox(fakes.world, PHONE, asked) == OutboxPage()
    assert fakes.clock.monotonic() == pytest.approx(lasted)


async def test_an_aviso_goes_to_every_device_until_one_acknowledges_it(fakes: Fakes) -> None:
    await waiting(fakes, Aviso(hex_id(7), 1, "humano", "Abre su chat", NOW))

    for caller in (PHONE, TABLET, PHONE):
        assert len((await take_outbox(fakes.world, caller, 0)).avisos) == 1
    await acked(fakes, "enviado", 7)
    await acked(fakes, "enviado", 7)
    assert (await take_outbox(fakes.world, TABLET, 0)).avisos == ()


@pytest.mark.parametrize("resultado", ["enviado", "confirmado", "fallido", "desconocido"])
async def test_an_acknowledged_reply_is_never_offered_again(fakes: Fakes, resultado: str) -> None:
    await waiting(fakes, a_salida())
    await taken(fakes)
    await acked(fakes, resultado)

    fakes.clock.advance(minutes=5)
    assert await taken(fakes) == []
    assert (await stored(fakes)).estado == resultado


@pytest.mark.parametrize(
    ("resultado", "tipos"), [("desconocido", ["desconocido"]), ("fallido", ["caducada"])]
)
async def test_the_owner_is_told_once_of_a_client_who_may_have_no_answer(
    fakes: Fakes, resultado: str, tipos: list[str]
) -> None:
    await waiting(fakes, a_salida())

    await acked(fakes, resultado)
    await acked(fakes, resultado)

    avisos = await fakes.stores.of(TENANT.id).avisos()
    assert [aviso.tipo for aviso in avisos] == tipos
    assert "310 987 6543" in avisos[0].texto


@pytest.mark.parametrize(
    ("first", "second", "last"),
    [
        ("enviado", "confirmado", "confirmado"),
        ("confirmado", "enviado", "confirmado"),
        ("confirmado", "fallido", "confirmado"),
        ("enviado", "fallido", "fallido"),
        ("enviado", "desconocido", "enviado"),
        ("fallido", "enviado", "fallido"),
        ("desconocido", "confirmado", "confirmado"),
    ],
)
async def test_what_the_device_learns_later_counts_and_repetitions_do_not(
    fakes: Fakes, first: str, second: str, last: str
) -> None:
    await waiting(fakes, a_salida())

    await acked(fakes, first)
    await acked(fakes, second)

    assert (await stored(fakes)).estado == last


async def test_a_withdrawn_reply_that_was_sent_all_the_same_is_known_as_sent(fakes: Fakes) -> None:
    await waiting(fakes, a_salida(estado="retirada"))

    await acked(fakes, "enviado")

    assert (await stored(fakes)).estado == "enviado"


async def test_a_withdrawn_reply_that_failed_is_nobodys_affair(fakes: Fakes) -> None:
    await waiting(fakes, a_salida(estado="retirada"))

    await acked(fakes, "fallido")

    assert await fakes.stores.of(TENANT.id).avisos() == ()


async def test_what_is_unknown_cannot_be_acknowledged(fakes: Fakes) -> None:
    with pytest.raises(NotFoundError):
        await acked(fakes, "enviado", 99)
    await waiting(fakes, a_salida())
    with pytest.raises(InputError):
        await acked(fakes, "leído")
