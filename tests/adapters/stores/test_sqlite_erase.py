"""What is forgotten cannot be read from the files any more."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from builders import a_cita, hex_id
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Insert, Replace, Write
from citas.domain.conversacion import Conversacion
from store_scenes import (
    JUAN,
    NOW,
    a_cliente,
    a_conversacion,
    a_hold,
    a_mensaje,
    a_salida,
    an_aviso,
    an_espera,
    an_idempotencia,
    newer,
)

Opener = Callable[[], Awaitable[SqliteStores]]

TENANT = hex_id(0x7E)
NAME = "Zacarías Quiñónez"
PHONE = "+573155550123"


def traces(path: Path) -> dict[str, int]:
    """How often the secret stands in each of the files."""
    return {
        file.name: sum(file.read_bytes().count(word.encode()) for word in (NAME, PHONE))
        for file in path.parent.iterdir()
    }


def writes(seed: int) -> list[list[Write]]:
    """Many documents of one cliente between those of others, of all sizes, written over and over."""
    units: list[list[Write]] = []
    chats: dict[str, Conversacion] = {}
    for number in range(250):
        length = number * 7919 * (seed + 1) % 1500
        his = length % 3 == 0
        name, phone = (NAME, PHONE) if his else (f"Ana {number}", f"+57300{number:07d}")
        who, some = (JUAN, hex_id(0xAAA)) if his else (hex_id(0xC000 + number), hex_id(0xD000 + number))
        texto = f"{name} {'x' * length} {phone}"
        chat = chats.get(some)
        chats[some] = newer(chat, de=texto) if chat else a_conversacion(id=some, cliente_id=who, de=texto)
        units.append(
            [
                Insert(a_mensaje(id=f"{number:064x}", cliente_id=who, conversacion=some, texto=texto)),
                Replace(chats[some]) if chat else Insert(chats[some]),
                Insert(a_salida(id=hex_id(number), cliente_id=who, conversacion=some, texto=texto)),
                Insert(an_aviso(id=hex_id(number), cliente_id=who, texto=texto)),
                Insert(an_espera(id=hex_id(number), cliente_id=who, conversacion=name)),
                Insert(an_idempotencia(id=f"{number:064x}", cliente_id=who, contenido=texto)),
                Insert(
                    a_cita(
                        id=hex_id(number),
                        recurso_id=hex_id(number),
                        cliente_id=who,
                        nombre=name,
                        telefono=phone,
                        conversacion=name,
                    )
                ),
            ]
        )
    units.append(
        [
            Insert(a_cliente(nombre=NAME, telefono=PHONE)),
            Insert(a_hold("2025/08/30 10:00", id="x", nombre=NAME)),
        ]
    )
    return units


@pytest.mark.parametrize("seed", range(2))
async def test_no_byte_of_a_forgotten_cliente_is_left(path: Path, opened: Opener, seed: int) -> None:
    stores = await opened()
    door = stores.of(TENANT)
    for unit in writes(seed):
        await door.commit(unit, NOW)
    assert sum(traces(path).values()) > 100

    await door.forget(JUAN, NOW)

    assert sum(traces(path).values()) == 0, traces(path)


async def test_the_log_is_emptied_though_other_processes_have_the_file_open(
    path: Path, opened: Opener
) -> None:
    stores, other = await opened(), await opened()
    await other.of(TENANT).commit([Insert(a_cliente(nombre=NAME))], NOW)
    await other.of(TENANT).cliente(JUAN)

    await stores.of(TENANT).forget(JUAN, NOW)

    assert path.with_name("citas.db-wal").stat().st_size == 0
    assert sum(traces(path).values()) == 0
