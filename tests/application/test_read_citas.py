from dataclasses import replace

import pytest

from builders import ANDRES, CAMILO, CORTE, a_cita, a_tenant, at, dia, hex_id, minutos
from citas.application.book_cita import BookCita, book_cita
from citas.application.cancel_cita import cancel_cita
from citas.application.ports import Insert
from citas.application.read_citas import CitaQuery, get_cita, list_citas
from citas.domain.citas import Cita
from citas.domain.errors import AgendaRuleError, InputError, NotFoundError
from fakes import Fakes, a_caller, a_world

TENANT = a_tenant()
CALLER = a_caller(TENANT)
NOW = at("2025/08/29 08:00")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


async def booked(fakes: Fakes, hora: str, fecha: str = "2025/08/29", telefono: str = "3109876543") -> Cita:
    asked = BookCita("Juan", telefono, None, (CORTE,), dia(fecha), minutos(hora), None)
    return await book_cita(fakes.world, CALLER, asked)


async def listed(fakes: Fakes, **query: object) -> list[Cita]:
    return list((await list_citas(fakes.world, CALLER, CitaQuery(**query)))[0])  # type: ignore[arg-type] # fields


async def test_citas_are_listed_from_today_by_start(fakes: Fakes) -> None:
    later, sooner = await booked(fakes, "14:00"), await booked(fakes, "10:00")
    door = fakes.stores.of(TENANT.id)
    await door.commit((Insert(a_cita("2025/08/28 10:00")),), NOW)

    assert await listed(fakes) == [sooner, later]
    assert len(await listed(fakes, desde=dia("2025/08/28"))) == 3


async def test_the_last_day_is_included(fakes: Fakes) -> None:
    today, tomorrow = await booked(fakes, "17:15"), await booked(fakes, "09:00", "2025/08/30")

    assert await listed(fakes, hasta=dia("2025/08/29")) == [today]
    assert await listed(fakes, desde=dia("2025/08/30"), hasta=dia("2025/08/30")) == [tomorrow]


async def test_a_phone_is_found_in_any_spelling(fakes: Fakes) -> None:
    mine = await booked(fakes, "10:00")
    await booked(fakes, "11:00", telefono="+573150000000")

    assert await listed(fakes, telefono="+57 310-987 6543") == [mine]
    with pytest.raises(InputError):
        await listed(fakes, telefono="nadie")


async def test_only_confirmed_ones_are_listed_unless_it_is_asked(fakes: Fakes) -> None:
    cita = await booked(fakes, "10:00")
    gone = await cancel_cita(fakes.world, CALLER, cita.id, 1, None)

    assert await listed(fakes) == []
    assert await listed(fakes, estado="cancelada") == [gone]


async def test_a_recurso_is_asked_for_by_id_and_an_unknown_one_is_named(fakes: Fakes) -> None:
    first, second = await booked(fakes, "10:00"), await booked(fakes, "10:00")

    assert await listed(fakes, recurso_id=ANDRES) == [first]
    assert await listed(fakes, recurso_id=CAMILO) == [second]
    with pytest.raises(AgendaRuleError):
        await listed(fakes, recurso_id=hex_id(77))


async def test_pages_follow_each_other_without_loss_or_repetition(fakes: Fakes) -> None:
    citas = [await booked(fakes, hora) for hora in ("08:00", "08:00", "09:00", "09:00", "10:00")]
    expected = sorted(citas, key=lambda cita: (cita.start, cita.id))
    seen: list[Cita] = []
    cursor: str | None = None
    sizes = []

    while True:
        page, cursor = await list_citas(fakes.world, CALLER, CitaQuery(limite=2, cursor=cursor))
        seen += page
        sizes.append(len(page))
        if cursor is None:
            break

    assert seen == expected
    assert sizes == [2, 2, 1]


@pytest.mark.parametrize(
    "cursor", ["", "x", "ñ", "AAAA", "MTIz", "LTEsMDA", "OTk5OTk5OTk5OTk5OTk5OTk5OTksMDA"]
)
async def test_a_cursor_of_no_list_is_refused(fakes: Fakes, cursor: str) -> None:
    with pytest.raises(InputError) as error:
        await listed(fakes, cursor=cursor)
    assert error.value.campo == "cursor"


@pytest.mark.parametrize(
    ("query", "campo"),
    [
        ({"limite": 201}, "limite"),
        ({"limite": 0}, "limite"),
        ({"desde": dia("9999/12/31")}, "desde"),
        ({"desde": dia("2025/08/30"), "hasta": dia("2025/08/29")}, "hasta"),
    ],
)
async def test_a_query_that_cannot_be_names_its_field(
    fakes: Fakes, query: dict[str, object], campo: str
) -> None:
    with pytest.raises(InputError) as error:
        await listed(fakes, **query)
    assert error.value.campo == campo


async def test_a_hold_is_seen_while_it_lives(fakes: Fakes) -> None:
    hold = replace(a_cita("2025/08/29 15:00"), estado="bloqueada", expira=NOW + 60)
    await fakes.stores.of(TENANT.id).commit((Insert(hold),), NOW)

    assert await get_cita(fakes.world, CALLER, hold.id) == hold
    assert await listed(fakes, estado="bloqueada") == [hold]
    fakes.clock.advance(60)
    assert await listed(fakes, estado="bloqueada") == []
    with pytest.raises(NotFoundError):
        await get_cita(fakes.world, CALLER, hold.id)


async def test_an_unknown_cita_is_not_found(fakes: Fakes) -> None:
    with pytest.raises(NotFoundError):
        await get_cita(fakes.world, CALLER, hex_id(99))
