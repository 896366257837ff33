from dataclasses import replace

import pytest
from typing_extensions import override

from builders import a_cita, a_tenant, at, hex_id
from citas.adapters.stores.memory.door import MemoryDoor
from citas.adapters.stores.memory.stores import MemoryStores
from citas.application.entrante import Entrante, Linea
from citas.application.heartbeat import Beat, beat
from citas.application.ports import CitaFilter, Insert
from citas.application.silence import SilenceWatch
from citas.application.sweep import (
    MOST_OF_ONE,
    deferred_tasks,
    expire_salidas,
    purge,
    sweep,
    take_up_unfinished,
)
from citas.application.trabajos import LEASE_SECONDS, store_first
from citas.domain.catalogo import Tenant
from citas.domain.mensajes import Aviso, Latido, Salida
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
    assert set((await sweep(fakes.world)).values()) == {0}
    fakes.clock.advance(1)
    assert (await sweep(fakes.world))["apartados"] == 1
    assert await fakes.stores.of(TENANT.id).cita(HOLD.id) is None


async def test_a_reply_that_no_device_ever_got_expires_and_the_owner_is_told_once(fakes: Fakes) -> None:
    await fakes.stores.of(TENANT.id).commit((Insert(REPLY),), NOW)
    fakes.clock.advance(600)

    passes = await at_once(*(sweep(fakes.world) for _ in range(3)))

    assert sum(swept["salidas"] for swept in passes if isinstance(swept, dict)) == 1
    assert await avisos(fakes) == ["caducada"]


async def test_a_reply_that_a_device_got_expires_in_silence(fakes: Fakes) -> None:
    await fakes.stores.of(TENANT.id).commit((Insert(replace(REPLY, dada=True)),), NOW)
    fakes.clock.advance(600)

    assert (await sweep(fakes.world))["salidas"] == 1
    assert await avisos(fakes) == []


async def stored(fakes: Fakes, tenant: Tenant, *texts: str, chat: str = "chat") -> None:
    """Store posts of one chat that nobody works on."""
    for second, text in enumerate(texts):
        line = Linea(text, (NOW + second) * 1000)
        entrante = Entrante("Laura", (line,), conversation_id=chat)
        await store_first(fakes.world, a_caller(tenant), entrante, fakes.clock.monotonic())


async def answers(fakes: Fakes, tenant: Tenant = TENANT) -> list[str]:
    """Return the texts that were answered, in that order."""
    documents = [document for _, document in await fakes.stores.of(tenant.id).export()]
    salidas = sorted((one for one in documents if isinstance(one, Salida)), key=lambda one: one.id)
    return [salida.texto for salida in salidas]


async def always() -> bool:
    return True


async def test_a_post_that_nobody_answered_is_taken_up_when_its_lease_has_ended(fakes: Fakes) -> None:
    await stored(fakes, TENANT, "corte el lunes a las 10 am")

    fakes.clock.advance(LEASE_SECONDS - 1)
    assert (await sweep(fakes.world))["mensajes"] == 0
    fakes.clock.advance(1)
    assert (await sweep(fakes.world))["mensajes"] == 1
    assert "lunes 1 de septiembre" in (await answers(fakes))[0]


async def test_the_posts_of_one_chat_are_taken_up_one_after_another(fakes: Fakes) -> None:
    await stored(fakes, TENANT, "corte el lunes a las 10 am", "mejor el martes a las 10 am", "sí")
    fakes.clock.advance(LEASE_SECONDS)

    assert await take_up_unfinished(fakes.world, always) == 3

    (cita,) = await fakes.stores.of(TENANT.id).citas(CitaFilter(desde=0))
    assert cita.start == at("2025/09/02 10:00")


async def test_one_tenants_flood_does_not_delay_the_posts_of_another() -> None:
    other = a_tenant(id=hex_id(0x9E), nombre="Spa")
    fakes = await a_world(TENANT, other, now=NOW)
    for number in range(MOST_OF_ONE + 5):
        await stored(fakes, TENANT, "hola", chat=f"chat-{number}")
    await stored(fakes, other, "hola")
    fakes.clock.advance(LEASE_SECONDS)
    left = iter((True,) * 6)

    async def for_a_while() -> bool:
        return next(left, False)

    await take_up_unfinished(fakes.world, for_a_while)

    assert len(await answers(fakes, other)) == 1
    assert len(await answers(fakes)) <= 5


async def test_a_tenant_in_which_something_fails_keeps_no_other_one_waiting() -> None:
    other = a_tenant(id=hex_id(0x9E), nombre="Spa")
    fakes = await a_world(other, now=NOW)
    for tenant_id in (TENANT.id, other.id):  # the first one is not configured at all
        await fakes.stores.of(tenant_id).commit((Insert(REPLY),), NOW)
    fakes.clock.advance(600)

    with pytest.raises(ExceptionGroup):
        await expire_salidas(fakes.world, always)

    assert [aviso.tipo for aviso in await fakes.stores.of(other.id).avisos()] == ["caducada"]


async def test_a_task_that_is_another_ones_is_left_alone(fakes: Fakes) -> None:
    await fakes.stores.of(TENANT.id).commit((Insert(HOLD), Insert(REPLY)), NOW)
    await stored(fakes, TENANT, "hola")
    fakes.clock.advance(600)

    async def never() -> bool:
        return False

    for task in deferred_tasks():
        assert await task.do(fakes.world, never) == 0


async def test_what_was_kept_long_enough_is_purged_by_real_time(fakes: Fakes) -> None:
    old = Aviso(hex_id(7), 1, "humano", "Abre su chat", NOW, borrar_en=NOW + 60)
    await fakes.stores.of(TENANT.id).commit((Insert(old),), NOW)

    fakes.clock.set(NOW + 86_400)
    assert await purge(fakes.world, always) == 0
    fakes.clock.advance(60)
    assert await purge(fakes.world, always) == 1


async def test_a_device_that_is_silent_while_it_is_open_raises_one_alert_until_it_beats_again(
    fakes: Fakes,
) -> None:
    await beat(fakes.world, PHONE, WELL)

    fakes.clock.advance(minutes=14, seconds=59)
    assert (await sweep(fakes.world))["dispositivos"] == 0
    fakes.clock.advance(1)
    await at_once(*(sweep(fakes.world) for _ in range(3)))
    assert [alerta for alerta, _, _ in fakes.telemetry.alerts] == ["dispositivo_silencioso"]
    assert await avisos(fakes) == ["dispositivo_silencioso"]

    await beat(fakes.world, PHONE, WELL)
    fakes.clock.advance(minutes=15)
    assert (await sweep(fakes.world))["dispositivos"] == 1


async def test_silence_while_it_is_closed_is_no_silence(fakes: Fakes) -> None:
    fakes.clock.set(at("2025/08/29 17:50"))
    await beat(fakes.world, PHONE, WELL)

    fakes.clock.set(at("2025/08/29 18:10"))
    assert (await sweep(fakes.world))["dispositivos"] == 0
    fakes.clock.set(at("2025/08/30 09:14"))
    assert (await sweep(fakes.world))["dispositivos"] == 0
    fakes.clock.set(at("2025/08/30 09:15"))
    assert (await sweep(fakes.world))["dispositivos"] == 1


class CountedDoor(MemoryDoor):
    """Counts how often its devices are read."""

    reads = 0

    @override
    async def latidos(self) -> tuple[Latido, ...]:
        CountedDoor.reads += 1
        return await super().latidos()


class CountedStores(MemoryStores):
    @override
    def of(self, tenant_id: str) -> MemoryDoor:
        return CountedDoor(self._shelves[tenant_id], self._changed)


async def test_a_business_is_read_only_when_a_device_of_it_can_have_fallen_silent() -> None:
    fakes = await a_world(TENANT, now=at("2025/08/29 09:00"), stores=CountedStores())
    watch, alerted = SilenceWatch(), 0
    CountedDoor.reads = 0
    for second in range(3600):
        if second % 60 == 0 and second < 1800:
            await beat(fakes.world, PHONE, WELL)
        alerted += await watch.alert_silent(fakes.world, always)
        fakes.clock.advance(1)

    assert alerted == 1
    assert CountedDoor.reads <= 7
