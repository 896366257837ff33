import pytest

from builders import ANDRES, CORTE, a_tenant, at, dia, hex_id, minutos
from citas.application.book_cita import BookCita, book_cita
from citas.application.forget import forget_cliente
from citas.domain.citas import Cita
from citas.domain.errors import NotFoundError
from fakes import Fakes, a_caller, a_world

TENANT = a_tenant()
NOW = at("2025/08/29 08:00")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW)


async def booked(fakes: Fakes) -> Cita:
    asked = BookCita("Juan", "3109876543", None, (CORTE,), dia("2025/08/29"), minutos("10:00"), ANDRES)
    return await book_cita(fakes.world, a_caller(TENANT), asked)


@pytest.mark.parametrize("spelling", ["+57 310 987 6543", "3109876543", "id"])
async def test_a_forgotten_cliente_leaves_nameless_citas_of_which_the_owner_is_told(
    fakes: Fakes, spelling: str
) -> None:
    cita = await booked(fakes)

    stand = await forget_cliente(
        fakes.world, TENANT.id, cita.cliente_id.upper() if spelling == "id" else spelling
    )

    door = fakes.stores.of(TENANT.id)
    left = await door.cita(cita.id)
    assert left is not None
    assert (stand, left.nombre, left.telefono, left.slots) == (1, None, None, cita.slots)
    assert await door.cliente(cita.cliente_id) is None
    (aviso,) = await door.avisos()
    assert (aviso.tipo, aviso.cita_id) == ("olvido", cita.id)
    assert "Juan" not in aviso.texto


async def test_who_has_no_future_cita_is_forgotten_too(fakes: Fakes) -> None:
    await booked(fakes)
    fakes.clock.set(at("2025/08/29 12:00"))

    assert await forget_cliente(fakes.world, TENANT.id, "3109876543") == 0


@pytest.mark.parametrize("who", ["3150000000", "nadie", "f" * 24])
async def test_who_is_unknown_is_not_found(fakes: Fakes, who: str) -> None:
    with pytest.raises(NotFoundError):
        await forget_cliente(fakes.world, TENANT.id, who)
    with pytest.raises(NotFoundError):
        await forget_cliente(fakes.world, hex_id(99), who)
