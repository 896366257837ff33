"""What frees is free at once, for everybody; what is one's own is never in one's own way."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import ANDRES, CORTE, a_tenant, at, dia, horarios, minutos
from chat import Chat, given, shown
from citas.application.bloquear import NewBloqueo, add_bloqueo, remove_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.cancel_cita import cancel_cita
from citas.application.move_cita import MoveCita, move_cita
from citas.application.offer_huecos import offer_huecos
from citas.application.pause import pause
from citas.application.sweep import sweep
from citas.domain.errors import SlotTakenError
from citas.domain.politicas import Politicas
from fakes import a_caller
from rivals import Arena, Writer, arena

NOW = at("2025/08/29 08:00")
DAY = "2025/09/01"
TENANT = a_tenant(
    Politicas(confirmar=False, cancelacion_min_horas=0), horarios=horarios("lunes-domingo 08:00-24:00")
)
CALLER = a_caller(TENANT)
WISH = "¿tienen libre el 1/9 a las 22:00 con Andrés para corte?"

# Takes 22:00 of Andrés, and returns what frees it.
Free = Callable[[], Awaitable[object]]
Take = Callable[[Arena], Awaitable[Free]]


ASKS = replace(TENANT, politicas=replace(TENANT.politicas, confirmar=True))


@pytest.fixture(params=["turns", "file"])
async def asking(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Arena]:
    async with arena(request.param, ASKS, NOW, tmp_path) as made:
        yield made


@pytest.fixture(params=["turns", "file"])
async def scene(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Arena]:
    async with arena(request.param, TENANT, NOW, tmp_path) as made:
        yield made


async def cancelled_by_the_owner(scene: Arena) -> Free:
    cita = await given(scene.fakes, TENANT, f"{DAY} 22:00", recurso="Andrés")
    return lambda: cancel_cita(scene.fakes.world, CALLER, cita.id, cita.version, None)


async def cancelled_by_the_cliente(scene: Arena) -> Free:
    chat = Chat(scene.fakes, TENANT)
    await chat.says("corte el 1/9 a las 22:00 con Andrés")
    return lambda: chat.says("cancele mi cita")


async def moved_by_the_owner(scene: Arena) -> Free:
    cita = await given(scene.fakes, TENANT, f"{DAY} 22:00", recurso="Andrés")
    move = MoveCita(cita.id, cita.version, minutos=minutos("15:00"))
    return lambda: move_cita(scene.fakes.world, CALLER, move)


async def moved_by_the_cliente(scene: Arena) -> Free:
    chat = Chat(scene.fakes, TENANT)
    await chat.says("corte el 1/9 a las 22:00 con Andrés")
    return lambda: chat.says("cambie mi cita para el 1/9 a las 15:00")


async def a_hold_that_expires(scene: Arena) -> Free:
    await Chat(scene.fakes, TENANT).says(WISH)

    async def let_time_pass() -> None:
        scene.fakes.clock.advance(60)

    return let_time_pass


async def an_expired_hold_that_is_swept(scene: Arena) -> Free:
    expire = await a_hold_that_expires(scene)

    async def swept() -> None:
        await expire()
        assert (await sweep(scene.fakes.world))["apartados"] == 1

    return swept


async def an_offer_that_is_declined(scene: Arena) -> Free:
    chat = Chat(scene.fakes, TENANT)
    await chat.says(WISH)
    return lambda: chat.says("no, gracias")


async def an_offer_that_a_newer_wish_replaces(scene: Arena) -> Free:
    chat = Chat(scene.fakes, TENANT)
    await chat.says(WISH)
    return lambda: chat.says("mejor el 2/9 a las 16:00")


async def an_offer_whose_mensaje_is_deleted(scene: Arena) -> Free:
    chat = Chat(scene.fakes, TENANT)
    offered = await chat.says(WISH)
    return lambda: chat.edits("Se eliminó este mensaje", offered)


async def an_offer_in_a_chat_that_the_owner_takes_over(scene: Arena) -> Free:
    chat = Chat(scene.fakes, TENANT)
    await chat.says(WISH)
    return lambda: pause(scene.fakes.world, CALLER, 30, chat.de)


async def a_bloqueo_that_is_removed(scene: Arena) -> Free:
    new = NewBloqueo(ANDRES, dia(DAY), minutos("21:30"), minutos("22:30"))
    bloqueo = await add_bloqueo(scene.fakes.world, CALLER, new)
    return lambda: remove_bloqueo(scene.fakes.world, CALLER, bloqueo.id)


TAKES: list[Take] = [
    cancelled_by_the_owner,
    cancelled_by_the_cliente,
    moved_by_the_owner,
    moved_by_the_cliente,
    a_hold_that_expires,
    an_expired_hold_that_is_swept,
    an_offer_that_is_declined,
    an_offer_that_a_newer_wish_replaces,
    an_offer_whose_mensaje_is_deleted,
    an_offer_in_a_chat_that_the_owner_takes_over,
    a_bloqueo_that_is_removed,
]


async def is_offered(scene: Arena) -> bool:
    """Tell, as another process sees it, whether 22:00 is listed."""
    huecos = await offer_huecos(
        scene.processes[-1].world,
        CALLER,
        servicios_id=(CORTE,),
        desde=dia(DAY),
        hasta=dia(DAY),
        recurso_id=ANDRES,
    )
    return at(f"{DAY} 22:00") in [hueco.start for hueco in huecos]


@pytest.mark.parametrize("take", TAKES, ids=lambda take: take.__name__)
async def test_what_frees_is_listed_and_can_be_had_at_once(scene: Arena, take: Take) -> None:
    free = await take(scene)
    assert not await is_offered(scene)

    await free()

    assert await is_offered(scene)
    others = [await scene.rival(writer, f"{DAY} 22:15") for writer in (Writer.POST, Writer.MENSAJE)]
    assert [await other() for other in others] == [True, False]


@pytest.mark.parametrize("writer", [w for w in Writer if w is not Writer.SI])
async def test_a_live_hold_is_in_the_way_of_every_other_writer(scene: Arena, writer: Writer) -> None:
    rival = await scene.rival(writer, f"{DAY} 22:15")
    chat = Chat(scene.fakes, TENANT, de="+57 311 222 3344")
    await chat.says(WISH)

    assert not await rival()
    assert (await chat.says("sí"))["estado"] == "confirmada"


@pytest.mark.parametrize("hora", ["21:30", "22:00", "22:15", "23:15"])
async def test_ones_own_hold_is_never_taken_to_oneself(scene: Arena, hora: str) -> None:
    chat = Chat(scene.fakes, TENANT)
    await chat.says(WISH)

    answer = await chat.says(f"mejor a las {hora}")

    assert answer["estado"] in ("confirmada", "propuesta"), answer
    await chat.says("sí")
    assert [shown(cita, TENANT) for cita in await scene.citas()] == [f"{DAY} {hora} corte cabello @Andrés"]
    assert [each.tipo for each in await scene.standing()] == ["cita"]


@pytest.mark.parametrize("hora", ["21:30", "21:45", "22:15", "22:30"])
async def test_a_cita_moves_over_itself_by_mensaje(scene: Arena, hora: str) -> None:
    chat = Chat(scene.fakes, TENANT)
    await given(scene.fakes, TENANT, f"{DAY} 22:00", recurso="Andrés")

    moved = await chat.says(f"cambie mi cita para el 1/9 a las {hora}")

    assert moved["estado"] == "reprogramada"
    assert [shown(cita, TENANT) for cita in await scene.citas()] == [f"{DAY} {hora} corte cabello @Andrés"]


async def test_a_cita_that_is_offered_to_move_can_be_moved_there_by_the_owner(asking: Arena) -> None:
    cita = await given(asking.fakes, ASKS, f"{DAY} 22:00", recurso="Andrés")
    chat = Chat(asking.fakes, ASKS)
    offered = await chat.says("cambie mi cita para el 1/9 a las 22:30")
    assert offered["estado"] == "propuesta", offered

    move = MoveCita(cita.id, cita.version, minutos=minutos("22:15"))
    moved = await move_cita(asking.processes[-1].world, CALLER, move)

    assert moved.start == at(f"{DAY} 22:15")
    assert [each.tipo for each in await asking.standing()] == ["cita"]
    late = await chat.says("sí")
    assert late["estado"] == "aclaracion"
    assert [each.start for each in await asking.citas()] == [moved.start]


async def test_the_hold_of_a_move_keeps_what_the_cita_has_and_what_it_would_have(asking: Arena) -> None:
    cita = await given(asking.fakes, ASKS, f"{DAY} 22:00", recurso="Andrés")
    chat = Chat(asking.fakes, ASKS)
    await chat.says("cambie mi cita para el 1/9 a las 22:30")

    for hora in ("21:30", "22:00", "22:45", "23:00"):
        asked = BookCita(None, "+573112223344", None, (CORTE,), dia(DAY), minutos(hora), ANDRES)
        with pytest.raises(SlotTakenError):
            await book_cita(asking.processes[-1].world, CALLER, asked)
    assert (await chat.says("sí"))["estado"] == "reprogramada"
    asked = BookCita(None, "+573112223344", None, (CORTE,), dia(DAY), minutos("21:45"), ANDRES)
    freed = await book_cita(asking.processes[-1].world, CALLER, asked)
    assert [each.owner_id for each in await asking.standing()] == [freed.id, cita.id]


async def test_the_hold_of_a_move_is_seen_from_the_day_on_which_it_has_its_only_atoms(tmp_path: Path) -> None:
    padded = replace(
        ASKS,
        politicas=replace(ASKS.politicas, buffer_minutos=30),
        horarios=horarios("lunes-domingo 00:00-24:00"),
    )
    async with arena("file", padded, NOW, tmp_path) as night:
        await given(night.fakes, padded, f"{DAY} 22:45", recurso="Andrés")
        await Chat(night.fakes, padded).says("cambie mi cita para el 1/9 a las 23:15")
        huecos = await offer_huecos(
            night.processes[-1].world,
            CALLER,
            servicios_id=(CORTE,),
            desde=dia("2025/09/02"),
            hasta=dia("2025/09/02"),
            recurso_id=ANDRES,
        )

    assert huecos[0].start == at("2025/09/02 00:30")
