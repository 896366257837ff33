import pytest

from builders import a_tenant, at, hex_id
from citas.application.consent import read_consent, record_consent
from citas.application.echo import Echo, echo
from citas.application.heartbeat import Beat, beat
from citas.domain.errors import InputError
from fakes import Fakes, a_caller, a_world

TENANT = a_tenant()
PHONE = a_caller(TENANT, "celular", hex_id(0xD1))
NOW = at("2025/08/29 08:00")
WELL = Beat(permiso=True, escuchando=True, bateria_sin_limite=True, cola=0, version_app="1.0")


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(TENANT, now=NOW, consent=False)


async def test_the_last_heartbeat_of_a_device_is_kept(fakes: Fakes) -> None:
    await beat(fakes.world, PHONE, WELL)
    fakes.clock.advance(60)
    await beat(
        fakes.world,
        PHONE,
        Beat(permiso=False, escuchando=True, bateria_sin_limite=True, cola=3, version_app="1"),
    )

    latido = await fakes.stores.of(TENANT.id).latido(PHONE.clave_id)
    assert latido is not None
    assert (latido.nombre, latido.cuando, latido.permiso, latido.cola) == ("celular", NOW + 60, False, 3)
    assert len(await fakes.stores.of(TENANT.id).latidos()) == 1


async def test_the_opt_in_says_who_when_which_text_and_which_device(fakes: Fakes) -> None:
    assert await read_consent(fakes.world, PHONE) is None

    record = await record_consent(fakes.world, PHONE, acepta=True, version="2", nombre="Ana Gómez")

    assert await read_consent(fakes.world, PHONE) == record
    assert (record.acepta, record.texto_version, record.nombre) == (True, "2", "Ana Gómez")
    assert (record.cuando, record.dispositivo, record.origen) == (NOW, "celular", "http")


async def test_a_withdrawal_is_of_the_text_that_was_accepted(fakes: Fakes) -> None:
    await record_consent(fakes.world, PHONE, acepta=True, version="2", nombre="Ana Gómez")

    record = await record_consent(fakes.world, PHONE, acepta=False, version=None, nombre=None)

    assert (record.acepta, record.texto_version, record.nombre) == (False, "2", None)


@pytest.mark.parametrize(("version", "nombre", "campo"), [(None, "Ana", "version"), ("1", " ", "nombre")])
async def test_an_opt_in_without_a_name_or_a_text_is_none(
    fakes: Fakes, version: str | None, nombre: str, campo: str
) -> None:
    with pytest.raises(InputError) as error:
        await record_consent(fakes.world, PHONE, acepta=True, version=version, nombre=nombre)
    assert error.value.campo == campo
    assert await read_consent(fakes.world, PHONE) is None


async def test_the_echo_says_who_answers(fakes: Fakes) -> None:
    assert await echo(fakes.world, PHONE, "eco") == Echo("eco", TENANT.id, TENANT.nombre, "celular", NOW)
