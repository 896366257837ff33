from datetime import timedelta

import pytest

from builders import ANDRES, BARBA, CAMILO, CORTE, a_recurso, a_tenant, at, dia, hex_id, minutos
from citas.application.book_cita import BookCita, book_cita
from citas.application.offer_huecos import offer_huecos
from citas.domain.citas import Hueco
from citas.domain.errors import AgendaRuleError, InputError
from fakes import Fakes, a_caller, a_world

TENANT = a_tenant(recursos=(a_recurso(), a_recurso("Camilo", servicios_id=(CORTE,))))
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 08:00")
FRIDAY = dia("2025/08/29")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


async def offered(
    fakes: Fakes, desde: str = "2025/08/29", hasta: str | None = None, **more: object
) -> list[Hueco]:
    asked: dict[str, object] = {"servicios_id": (CORTE,), "recurso_id": None, "limite": None} | more
    found = await offer_huecos(
        fakes.world,
        CALLER,
        desde=dia(desde),
        hasta=dia(hasta or desde),
        **asked,  # type: ignore[arg-type] # named arguments
    )
    return list(found)


async def test_huecos_come_by_start_then_by_the_order_of_recursos(fakes: Fakes) -> None:
    found = await offered(fakes)

    assert [hueco.recurso_id for hueco in found[:4]] == [ANDRES, CAMILO, ANDRES, CAMILO]
    assert found[0].start == NOW
    assert found[-1].end == at("2025/08/29 18:00")


async def test_every_offered_hueco_can_be_booked_and_is_then_gone(fakes: Fakes) -> None:
    first = (await offered(fakes))[0]
    await book_cita(
        fakes.world, CALLER, BookCita("Ana", None, None, (CORTE,), FRIDAY, minutos("08:00"), first.recurso_id)
    )

    assert first not in await offered(fakes)


async def test_many_days_are_one_list_without_gaps_or_repetitions(fakes: Fakes) -> None:
    whole = await offered(fakes, "2025/08/29", "2025/10/29", limite=20_000)
    days = [
        hueco
        for passed in range(62)
        for hueco in await offered(fakes, f"{FRIDAY + timedelta(passed):%Y/%m/%d}", limite=20_000)
    ]

    assert whole == days
    assert len(await offered(fakes, "2025/08/29", "2025/10/29")) == 200


async def test_past_days_and_days_beyond_the_furthest_have_none(fakes: Fakes) -> None:
    assert await offered(fakes, "2025/08/01", "2025/08/28") == []
    assert await offered(fakes, "2025/09/29", "2025/10/20") == []
    assert await offered(fakes, "9999/12/31") == []
    assert await offered(fakes, "0001/01/01") == []


async def test_a_recurso_that_does_not_do_it_has_none(fakes: Fakes) -> None:
    assert await offered(fakes, servicios_id=(BARBA,), recurso_id=CAMILO) == []


async def test_sixty_two_days_are_the_most(fakes: Fakes) -> None:
    assert await offered(fakes, "2025/08/29", "2025/10/29")
    with pytest.raises(InputError) as error:
        await offered(fakes, "2025/08/29", "2025/10/30")
    assert error.value.campo == "hasta"


@pytest.mark.parametrize(
    ("more", "campo"),
    [
        ({"hasta": "2025/08/28"}, "hasta"),
        ({"limite": 0}, "limite"),
        ({"limite": 20_001}, "limite"),
        ({"servicios_id": ()}, "servicio_id"),
    ],
)
async def test_a_form_that_cannot_be_names_its_field(
    fakes: Fakes, more: dict[str, object], campo: str
) -> None:
    with pytest.raises(InputError) as error:
        await offered(fakes, **more)  # type: ignore[arg-type] # named arguments
    assert error.value.campo == campo


async def test_unknown_ids_are_named(fakes: Fakes) -> None:
    with pytest.raises(AgendaRuleError) as servicio:
        await offered(fakes, servicios_id=(hex_id(77),))
    with pytest.raises(AgendaRuleError) as recurso:
        await offered(fakes, recurso_id=hex_id(77))
    assert (servicio.value.codigo, recurso.value.codigo) == ("servicio_desconocido", "recurso_desconocido")
