"""Leave to ask a model: three requests for one mensaje, one deadline, one budget for a month."""

import asyncio
from dataclasses import replace

import pytest

from builders import a_tenant, at
from citas.application.interpret_permit import Leave, Llamadas
from citas.application.ports import Consumo, World
from citas.domain.catalogo import Tenant
from citas.domain.errors import InterpreterError, UnavailableError
from citas.domain.mensajes import Gasto
from citas.domain.politicas import Politicas
from fakes import Fakes, TurnStores, a_world
from modelos import Modelo

NOW = at("2025/08/25 09:00")
TEN_CENTS = Consumo(entrada=100)  # a token costs a thousandth of a USD here
TENANT = a_tenant(Politicas(presupuesto_ia_mensual_usd="1"))


async def the_world(tenant: Tenant = TENANT, modelo: Modelo | None = None) -> tuple[Fakes, World, Modelo]:
    fakes = await a_world(tenant, now=NOW, stores=TurnStores())
    modelo = modelo or Modelo()
    return fakes, replace(fakes.world, interpreter=modelo), modelo


def leave_of(
    world: World, modelo: Modelo, tenant: Tenant = TENANT, llamadas: Llamadas | None = None
) -> Leave:
    return Leave(world, modelo, tenant, llamadas or Llamadas.of(world))


async def fault_of(leave: Leave) -> str:
    with pytest.raises(InterpreterError) as caught:
        await leave.before("intencion", TEN_CENTS)
    return caught.value.codigo


async def test_three_requests_and_no_more_whatever_they_are_for() -> None:
    _, world, modelo = await the_world()
    llamadas = Llamadas.of(world)
    for paso in ("intencion", "extraccion", "extraccion"):
        await leave_of(world, modelo, llamadas=llamadas).before(paso, Consumo())

    assert await fault_of(leave_of(world, modelo, llamadas=llamadas)) == "sin_llamadas"


async def test_a_call_has_four_seconds_and_all_calls_of_a_mensaje_eight() -> None:
    fakes, world, modelo = await the_world()
    leave = leave_of(world, modelo)

    assert await leave.before("intencion", Consumo()) == 4.0
    fakes.clock.advance(seconds=6.5)
    assert await leave.before("extraccion", Consumo()) == 1.5
    fakes.clock.advance(seconds=1.5)
    assert await fault_of(leave) == "plazo"


async def test_a_request_is_charged_before_it_is_sent_and_settled_after() -> None:
    fakes, world, modelo = await the_world()
    leave = leave_of(world, modelo)
    door = fakes.stores.of(TENANT.id)

    await leave.before("intencion", TEN_CENTS)
    assert await door.gasto("2025-08") == Gasto("2025-08", 1, 100_000_000)

    await leave.after("intencion", Consumo(entrada=30), "ok")
    assert await door.gasto("2025-08") == Gasto("2025-08", 2, 30_000_000)
    assert fakes.telemetry.counted("citas_llm_llamadas_total", paso="intencion", resultado="ok") == 1


async def test_when_the_month_is_spent_nothing_is_asked_and_one_alert_tells_it() -> None:
    fakes, world, modelo = await the_world()
    for _ in range(10):
        await leave_of(world, modelo).before("intencion", TEN_CENTS)

    assert [await fault_of(leave_of(world, modelo)) for _ in range(3)] == ["presupuesto"] * 3
    assert fakes.telemetry.alerts == [("presupuesto_agotado", TENANT.id, {"mes": "2025-08"})]

    fakes.clock.advance(days=7)
    await leave_of(world, modelo).before("intencion", TEN_CENTS)


async def test_rivals_never_spend_more_than_there_is() -> None:
    fakes, world, modelo = await the_world()

    ends = await asyncio.gather(
        *(leave_of(world, modelo).before("intencion", TEN_CENTS) for _ in range(25)), return_exceptions=True
    )

    gasto = await fakes.stores.of(TENANT.id).gasto("2025-08")
    assert gasto is not None
    assert gasto.nanos == 100_000_000 * sum(end == 4.0 for end in ends) <= 1_000_000_000
    assert len(fakes.telemetry.alerts) == 1


async def test_another_business_is_untouched() -> None:
    other = a_tenant(Politicas(presupuesto_ia_mensual_usd="1"), id="b" * 24, nombre="Otra")
    fakes = await a_world(TENANT, other, now=NOW)
    modelo = Modelo()
    world = replace(fakes.world, interpreter=modelo)
    for _ in range(10):
        await leave_of(world, modelo).before("intencion", TEN_CENTS)
    await fault_of(leave_of(world, modelo))

    assert await leave_of(world, modelo, other).before("intencion", TEN_CENTS) == 4.0


async def test_a_budget_without_prices_asks_nothing_and_says_so() -> None:
    fakes, world, modelo = await the_world(modelo=Modelo(con_precios=False))

    assert await fault_of(leave_of(world, modelo)) == "sin_precios"
    assert fakes.telemetry.alerts == [("configuracion_ia", TENANT.id, {"codigo": "sin_precios"})]


async def test_without_budget_and_prices_it_is_asked_and_nothing_is_written() -> None:
    free = a_tenant()
    fakes, world, modelo = await the_world(free, Modelo(con_precios=False))
    leave = leave_of(world, modelo, free)

    await leave.before("intencion", TEN_CENTS)
    await leave.after("intencion", TEN_CENTS, "ok")

    assert await fakes.stores.of(free.id).gasto("2025-08") is None


async def test_what_cannot_be_charged_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    fakes, world, modelo = await the_world()

    async def silent(_self: object, _mes: str) -> Gasto | None:
        raise UnavailableError

    monkeypatch.setattr(type(fakes.stores.of(TENANT.id)), "gasto", silent)

    assert await fault_of(leave_of(world, modelo)) == "almacen"
    await leave_of(world, modelo).after("intencion", TEN_CENTS, "ok")
