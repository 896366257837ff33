"""Rivals at different starts that overlap: always one of them, never two, whoever they are."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations_with_replacement, pairwise
from pathlib import Path

import pytest

from builders import a_tenant, at, dia, horarios
from chat import Chat, shown
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.domain.citas import Ocupacion
from citas.domain.politicas import Politicas
from fakes import a_caller, at_once
from rivals import Arena, Writer, arena

pytestmark = pytest.mark.ataque

NOW = at("2025/08/29 08:00")
DAY = "2025/09/01"
ALL_DAY = horarios("lunes-domingo 00:00-24:00")
PLAIN = Politicas(confirmar=False, cancelacion_min_horas=0)
TENANT = a_tenant(PLAIN, horarios=ALL_DAY)
PAIRS = list(combinations_with_replacement(Writer, 2))


@pytest.fixture(params=["turns", "file"])
async def scene(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Arena]:
    async with arena(request.param, TENANT, NOW, tmp_path) as made:
        yield made


def overlaps(ocupaciones: list[Ocupacion]) -> list[tuple[Ocupacion, Ocupacion]]:
    return [(one, other) for one, other in pairwise(ocupaciones) if other.start < one.claimed_end]


async def won(scene: Arena, *rivals: tuple[Writer, str]) -> list[bool]:
    """Let them go at once and tell who got it; whatever is an error is raised."""
    shots = [await scene.rival(writer, cuando) for writer, cuando in rivals]
    scene.fakes.clock.advance(61)
    results = await at_once(*(shot() for shot in shots))
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return [result is True for result in results]


@pytest.mark.parametrize("hora", ["14:00", "21:15", "22:30"])
@pytest.mark.parametrize(("one", "other"), PAIRS, ids=str)
async def test_one_of_two_writers_gets_it_at_starts_that_overlap(
    scene: Arena, one: Writer, other: Writer, hora: str
) -> None:
    first = at(f"{DAY} {hora}")
    starts = [
        f"{DAY} {int(hora[:2]) + late // 60:02d}:{late % 60:02d}" for late in _later(hora, 0, 15, 30, 15)
    ]

    winners = await won(scene, *zip((one, other, one, other), starts, strict=True))

    assert winners.count(True) == 1
    live = [each for each in await scene.standing() if each.tipo != "hold"]
    assert [each.start for each in live] == [at(starts[winners.index(True)])]
    assert first <= live[0].start < first + 45 * 60


def _later(hora: str, *minutes: int) -> list[int]:
    return [int(hora[3:]) + more for more in minutes]


async def test_rivals_that_fit_beside_each_other_all_get_it(scene: Arena) -> None:
    hours = ["21:00", "21:45", "22:30", "23:15"]

    winners = await won(scene, *((writer, f"{DAY} {h}") for writer, h in zip(Writer, hours, strict=False)))

    assert winners == [True] * 4
    assert overlaps(await scene.standing()) == []


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=str)
async def test_a_pause_that_passes_midnight_is_fought_over_like_any_other_time(
    tmp_path: Path, one: Writer, other: Writer
) -> None:
    padded = a_tenant(replace(PLAIN, buffer_minutos=20), horarios=ALL_DAY)
    async with arena("file", padded, NOW, tmp_path) as scene:
        late, early = (f"{DAY} 23:15", "2025/09/02 00:15")
        winners = await won(scene, (one, late), (other, early))
        standing = [each for each in await scene.standing() if each.tipo != "hold"]

    # A bloqueo needs no pause of its own, but may not stand in a cita's.
    fits = one is Writer.BLOQUEO
    assert winners.count(True) == (2 if fits else 1)
    assert overlaps(standing) == []


async def test_a_crowd_at_every_start_of_an_evening_never_overlaps(scene: Arena) -> None:
    crowd = [(writer, f"{DAY} {21 + n // 4}:{n % 4 * 15:02d}") for n in range(9) for writer in Writer]

    winners = await won(scene, *crowd)

    standing = [each for each in await scene.standing() if each.tipo != "hold"]
    assert overlaps(standing) == []
    assert len(standing) == winners.count(True)
    for (_, cuando), got in zip(crowd, winners, strict=True):
        beside = any(abs(each.start - at(cuando)) < 45 * 60 for each in standing)
        assert got or beside


async def test_a_cliente_who_writes_from_two_chats_at_once_gets_no_more_than_the_limit(
    tmp_path: Path,
) -> None:
    tenant = a_tenant(replace(PLAIN, max_citas_por_cliente=2), horarios=ALL_DAY)
    async with arena("file", tenant, NOW, tmp_path) as scene:
        answers = await at_once(
            *(
                handle_mensaje(
                    scene.processes[n % 2].world,
                    a_caller(tenant),
                    Entrante(
                        "Juan",
                        (Linea(f"corte el 1/9 a las {13 + n}:00 con Andrés", NOW * 1000 + n),),
                        conversation_id=f"chat-{n % 2}",
                        telefono="+57 310 987 6543",
                    ),
                )
                for n in range(4)
            )
        )
        citas = await scene.citas()

    told = sorted(str(answer["estado"]) for answer in answers if isinstance(answer, dict))
    assert told == ["confirmada", "confirmada", "rechazada", "rechazada"]
    assert len(citas) == 2
    assert len({cita.cliente_id for cita in citas}) == 1


async def test_a_cliente_is_not_booked_into_two_chairs_at_the_same_time(scene: Arena) -> None:
    answers = await at_once(
        *(
            handle_mensaje(
                scene.processes[n % len(scene.processes)].world,
                a_caller(TENANT),
                Entrante(
                    "+57 310 987 6543",
                    (Linea(f"corte el 1/9 a las 14:{15 * n:02d} con {who}", NOW * 1000),),
                    conversation_id=f"chat-{n}",
                ),
            )
            for n, who in enumerate(("Andrés", "Camilo"))
        )
    )

    told = sorted((str(answer["estado"]), answer["motivo"]) for answer in answers if isinstance(answer, dict))
    assert told == [("alternativas", "ocupado"), ("confirmada", None)]
    assert len(await scene.citas()) == 1


@pytest.mark.parametrize("text", ["corte el 1/9 a las 22:00 con Andrés", "sí"])
async def test_twenty_posts_of_one_mensaje_are_answered_the_same_and_book_once(
    scene: Arena, text: str
) -> None:
    chat = Chat(scene.fakes, TENANT)
    if text == "sí":
        await chat.says("¿tienen libre el 1/9 a las 22:00 con Andrés para corte?")
    entrante = Entrante(chat.de, (Linea(text, scene.fakes.clock.now_ms() + 1),))

    answers = await at_once(
        *(
            handle_mensaje(scene.processes[n % len(scene.processes)].world, a_caller(TENANT), entrante)
            for n in range(20)
        )
    )

    told = [answer for answer in answers if isinstance(answer, dict)]
    assert len(told) == 20
    assert {str({**answer, "duplicado": True}) for answer in told} == {str({**told[0], "duplicado": True})}
    assert [answer["duplicado"] for answer in told].count(False) == 1
    assert told[0]["estado"] == "confirmada"
    assert len(await scene.citas()) == 1


async def test_a_booked_wish_edited_and_edited_back_ends_where_it_began(scene: Arena) -> None:
    chat = Chat(scene.fakes, TENANT)
    first = await chat.says("corte el 1/9 a las 22:00 con Andrés")
    second = await chat.edits("corte el 1/9 a las 23:00 con Andrés", first)
    third = await chat.edits("corte el 1/9 a las 22:00 con Andrés", second)

    assert (first["estado"], third["corrige"]) == ("confirmada", first["message_id"])
    assert third["message_id"] == first["message_id"]
    citas = await scene.citas()
    assert [shown(cita, TENANT) for cita in citas] == ["2025/09/01 22:00 corte cabello @Andrés"]
    await chat.says("sí")
    assert [cita.start for cita in await scene.citas()] == [at(f"{DAY} 22:00")]


async def test_the_evening_of_the_last_day_can_be_booked_though_utc_is_a_day_further(scene: Arena) -> None:
    scene.fakes.clock.set(at("2025/08/29 23:50"))
    last = dia("2025/08/29") + timedelta(days=30)

    beyond = last + timedelta(days=1)
    shot = await scene.rival(Writer.MENSAJE, f"{last:%Y/%m/%d} 23:15")
    assert await shot()
    too_far = await Chat(scene.fakes, TENANT, de="+57 311 000 0000").says(
        f"corte el {beyond.day}/{beyond.month} a las 10:00 con Andrés"
    )
    assert (too_far["estado"], too_far["motivo"]) == ("rechazada", "fuera_de_plazo")
