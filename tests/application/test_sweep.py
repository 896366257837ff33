from dataclasses import replace

import pytest

from builders import a_cita, a_tenant, at, hex_id
from citas.application.heartbeat import Beat, beat
from citas.application.ports import Insert, World
from citas.application.sweep import Swept, sweep
from citas.domain.mensajes import Aviso, Mensaje, Salida
from fakes import Fakes, TurnStores, a_caller, a_world, at_once

TENANT = a_tenant()
PHONE = a_caller(TENANT, "celular", hex_id(0xD1))
NOW = at("2025/08/29 08:00")
HOLD = replace(a_cita("2025/08/29 10:00"), estado="bloqueada", expira=NOW + 60)
REPLY = Salida(hex_id(1), 1, "n:juan", "Juan", "Hola", NOW, NOW + 600, NOW)
WELL = Beat(permiso=True, escuchando=True, bateria_sin_limite=True, cola=0, version_app="1.0")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW, stores=TurnStores())


async def avisos(fakes: Fakes) -> list[str]:
    return [aviso.tipo for aviso in await fakes.stores.of(TENANT.id).avisos()]


async def test_a_hold_goes_when_it_has_expired_and_not_before(fakes: Fakes) -> None:
    await fakes.stores.of(TENANT.id).commit((Insert(HOLD),), NOW)

    fakes.clock.advance(59)
    assert await sweep(fakes.world) == Swept()
    fakes.clock.advance(1)
    assert (await sweep(fakes.world)).holds == 1
    assert await fakes.stores.of(TENANT.id).cita(HOLD.id) is None


async def test_a_reply_that_no_device_ever_got_expires_and_the_owner_is_told_once(fakes: Fakes) -> None:
    await fakes.stores.of(TENANT.id).commit((Insert(REPLY),), NOW)
    fakes.clock.advance(600)

    passes = await at_once(*(sweep(fakes.world) for _ in range(3)))

    assert sum(swept.salidas for swept in passes if isinstance(swept, Swept)) == 1
    assert await avisos(fakes) == ["caducada"]


async def test_a_reply_that_a_device_got_expires_in_silence(fakes: Fakes) -> None:
    await fakes.stores.of(TENANT.id).commit((Insert(replace(REPLY, dada=True)),), NOW)
    fakes.clock.advance(600)

    assert (await sweep(fakes.world)).salidas == 1
    assert await avisos(fakes) == []


async def test_an_unfinished_mensaje_is_taken_up_when_its_lease_has_ended(fakes: Fakes) -> None:
    mensaje = Mensaje("m", 1, "m", "n:juan", NOW * 1000, NOW, lease=NOW + 15)
    await fakes.stores.of(TENANT.id).commit((Insert(mensaje),), NOW)
    taken: list[tuple[str, str]] = []

    async def take_up(_world: World, tenant_id: str, unfinished: Mensaje) -> None:
        taken.append((tenant_id, unfinished.id))

    fakes.clock.advance(14)
    await sweep(fakes.world, take_up)
    assert taken == []
    fakes.clock.advance(1)
    assert (await sweep(fakes.world, take_up)).mensajes == 1
    assert taken == [(TENANT.id, "m")]


async def test_what_was_kept_long_enough_is_purged_by_real_time(fakes: Fakes) -> None:
    old = Aviso(hex_id(7), 1, "humano", "Abre su chat", NOW, borrar_en=NOW + 60)
    await fakes.stores.of(TENANT.id).commit((Insert(old),), NOW)

    fakes.clock.set(NOW + 86_400)
    assert (await sweep(fakes.world)).purged == 0
    fakes.clock.advance(60)
    assert (await sweep(fakes.world)).purged == 1


async def test_a_device_that_is_silent_while_it_is_open_raises_one_alert_until_it_beats_again(
    fakes: Fakes,
) -> None:
    await beat(fakes.world, PHONE, WELL)

    fakes.clock.advance(minutes=14, seconds=59)
    assert (await sweep(fakes.world)).silent == 0
    fakes.clock.advance(1)
    await at_once(*(sweep(fakes.world) for _ in range(3)))
    assert [alerta for alerta, _, _ in fakes.telemetry.alerts] == ["dispositivo_silencioso"]
    assert await avisos(fakes) == ["dispositivo_silencioso"]

    await beat(fakes.world, PHONE, WELL)
    fakes.clock.advance(minutes=15)
    assert (await sweep(fakes.world)).silent == 1


async def test_silence_while_it_is_closed_is_no_silence(fakes: Fakes) -> None:
    fakes.clock.set(at("2025/08/29 17:50"))
    await beat(fakes.world, PHONE, WELL)

    fakes.clock.set(at("2025/08/29 18:10"))
    assert (await sweep(fakes.world)).silent == 0
    fakes.clock.set(at("2025/08/30 09:14"))
    assert (await sweep(fakes.world)).silent == 0
    fakes.clock.set(at("2025/08/30 09:15"))
    assert (await sweep(fakes.world)).silent == 1
