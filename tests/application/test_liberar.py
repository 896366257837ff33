from dataclasses import replace

import pytest

from builders import ANDRES, CAMILO, CORTE, a_cita, a_tenant, at, dia, hex_id, minutos
from citas.application.bloquear import NewBloqueo, add_bloqueo, remove_bloqueo
from citas.application.book_cita import BookCita, book_cita
from citas.application.cancel_cita import cancel_cita
from citas.application.move_cita import MoveCita, move_cita
from citas.application.ports import Insert
from citas.domain.citas import Cita
from citas.domain.clientes import Cliente
from citas.domain.deseos import Deseo, Intencion
from citas.domain.mensajes import Espera
from fakes import Fakes, a_caller, a_world

TENANT = a_tenant()
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 07:00")
ANA = Cliente(hex_id(0xA4A), 1, "Ana")
FRIDAY = dia("2025/08/29")


def a_wish(**changes: object) -> Espera:
    plain = Espera(
        id=hex_id(1),
        version=1,
        conversacion="n:ana",
        cliente_id=ANA.id,
        deseo=Deseo(Intencion.AGENDAR, servicios_id=(CORTE,)),
        desde=at("2025/08/29 08:00"),
        hasta=at("2025/08/29 12:00"),
        recursos_id=(),
        creada=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type] # the test names fields


@pytest.fixture
async def fakes() -> Fakes:
    """Andres has one cita at ten; all else of the morning is blocked."""
    fakes = await a_world(TENANT, now=NOW)
    for start, end, recurso_id in (
        ("08:00", "10:00", ANDRES),
        ("10:45", "12:00", ANDRES),
        ("08:00", "12:00", CAMILO),
    ):
        await add_bloqueo(fakes.world, CALLER, NewBloqueo(recurso_id, FRIDAY, minutos(start), minutos(end)))
    return fakes


async def waits(fakes: Fakes, *wishes: Espera) -> None:
    await fakes.stores.of(TENANT.id).commit((Insert(ANA), *map(Insert, wishes)), NOW)


async def booked(fakes: Fakes, hora: str = "10:00") -> Cita:
    asked = BookCita("Juan", None, None, (CORTE,), FRIDAY, minutos(hora), ANDRES)
    return await book_cita(fakes.world, CALLER, asked)


async def told(fakes: Fakes) -> list[str]:
    return [
        aviso.texto for aviso in await fakes.stores.of(TENANT.id).avisos() if aviso.tipo == "hueco_liberado"
    ]


async def test_who_waits_is_told_of_once_when_a_cita_is_cancelled(fakes: Fakes) -> None:
    cita = await booked(fakes)
    await waits(fakes, a_wish())

    await cancel_cita(fakes.world, CALLER, cita.id, 1, None)
    again = await booked(fakes)
    await cancel_cita(fakes.world, CALLER, again.id, 1, None)

    (texto,) = await told(fakes)
    assert "Ana" in texto
    assert "10:00" in texto
    assert fakes.bell.rung == [TENANT.id]


async def test_the_hour_that_frees_is_the_one_that_is_told_where_others_would_do(fakes: Fakes) -> None:
    cita = await booked(fakes, "15:00")
    await waits(fakes, a_wish(desde=at("2025/08/29 14:00"), hasta=at("2025/08/29 18:00")))

    await cancel_cita(fakes.world, CALLER, cita.id, 1, None)

    (texto,) = await told(fakes)
    assert "3:00 p. m." in texto


async def test_a_moved_cita_frees_where_it_stood(fakes: Fakes) -> None:
    cita = await booked(fakes)
    await waits(fakes, a_wish())

    await move_cita(fakes.world, CALLER, MoveCita(cita.id, 1, minutos=minutos("14:00")))

    assert len(await told(fakes)) == 1


async def test_a_removed_bloqueo_frees_its_time(fakes: Fakes) -> None:
    bloqueo = await add_bloqueo(
        fakes.world, CALLER, NewBloqueo(ANDRES, FRIDAY, minutos("10:00"), minutos("10:45"))
    )
    await waits(fakes, a_wish())

    await remove_bloqueo(fakes.world, CALLER, bloqueo.id)

    assert len(await told(fakes)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"desde": at("2025/08/29 14:00"), "hasta": at("2025/08/29 18:00")},
        {"recursos_id": (CAMILO,)},
        {"avisada": True},
        {"deseo": Deseo(Intencion.AGENDAR, servicios_id=(CORTE, CORTE))},
        {"deseo": Deseo(Intencion.AGENDAR, servicios_id=(hex_id(77),))},
    ],
    ids=["another time", "another recurso", "told already", "too long for it", "a servicio that is gone"],
)
async def test_a_wish_that_it_does_not_serve_is_not_told(fakes: Fakes, changes: dict[str, object]) -> None:
    cita = await booked(fakes)
    await waits(fakes, a_wish(**changes))

    await cancel_cita(fakes.world, CALLER, cita.id, 1, None)

    assert await told(fakes) == []


async def test_a_wish_without_a_servicio_is_served_by_the_shortest(fakes: Fakes) -> None:
    cita = await booked(fakes)
    await waits(fakes, a_wish(deseo=Deseo(Intencion.AGENDAR)))

    await cancel_cita(fakes.world, CALLER, cita.id, 1, None)

    assert len(await told(fakes)) == 1


async def test_a_chat_is_not_told_of_what_it_frees_itself(fakes: Fakes) -> None:
    cita = a_cita("2025/08/29 10:00", conversacion="n:ana", cliente_id=ANA.id)
    await fakes.stores.of(TENANT.id).commit((Insert(cita),), NOW)
    await waits(fakes, a_wish())

    await cancel_cita(fakes.world, CALLER, cita.id, 1, None)

    assert await told(fakes) == []


async def test_what_frees_in_the_past_is_told_to_nobody(fakes: Fakes) -> None:
    bloqueo = await add_bloqueo(
        fakes.world, CALLER, NewBloqueo(ANDRES, dia("2025/08/28"), minutos("10:00"), minutos("11:00"))
    )
    await waits(fakes, a_wish(desde=at("2025/08/28 08:00")))

    await remove_bloqueo(fakes.world, CALLER, bloqueo.id)

    assert await told(fakes) == []
