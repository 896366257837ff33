"""The store beside the least that SQLite can do: CPU and time of one durable commit, in the same run.

    python bench/almacen.py [rounds]

`bare`: one cita and nine atoms in a schema of two tables, one durable commit, no thread, no port.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import uvloop

from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Door, Insert, Replace
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco, Slot
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion, Oferta, Replica
from citas.domain.deseos import Deseo, Dias, Horas, Intencion
from citas.domain.mensajes import Mensaje, Salida

BATCH = 100
NOW = 1_756_389_600
TENANT, OTHER, RECURSO = "7e" * 12, "7f" * 12, "a1" * 12
MONTH = 30 * 86_400


@dataclass
class Measure:
    """Microseconds of CPU and of real time for one operation, a sample for each batch."""

    cpu: list[float] = field(default_factory=list)
    real: list[float] = field(default_factory=list)


def new_id(number: int) -> str:
    return f"{number:024x}"


def a_cita(number: int) -> Cita:
    day, place = divmod(number, 25)
    fecha = date(2025, 8, 29) + timedelta(days=day)
    start = NOW + 86_400 * day + 2700 * place
    slots = tuple(Slot(RECURSO, fecha, 9 * place + step) for step in range(9))
    return Cita(
        id=new_id(number),
        version=1,
        estado="confirmada",
        cliente_id=new_id(number % 500),
        servicios_id=("c0" * 12,),
        recurso_id=RECURSO,
        start=start,
        end=start + 2700,
        slots=slots,
        creada=NOW,
        nombre="Juan Pérez",
        telefono="+573109876543",
        conversacion=f"chat-{number % 500}",
    )


class Bare:
    """The yardstick."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for statement in (
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "CREATE TABLE cita (id TEXT PRIMARY KEY, cuerpo TEXT) WITHOUT ROWID",
            """CREATE TABLE atomo (tenant TEXT, recurso TEXT, fecha TEXT, slot INTEGER, cita TEXT,
                PRIMARY KEY (tenant, recurso, fecha, slot)) WITHOUT ROWID""",
        ):
            self._connection.execute(statement)

    async def commit(self, number: int) -> None:
        cita = a_cita(number)
        atoms = [(TENANT, RECURSO, slot.fecha.isoformat(), slot.slot, cita.id) for slot in cita.slots]
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO cita VALUES (?, ?)", (cita.id, "x" * 300))
        self._connection.executemany("INSERT INTO atomo VALUES (?, ?, ?, ?, ?)", atoms)
        self._connection.execute("COMMIT")


class Whole:
    """What one mensaje writes that books at once, and what a booking over HTTP writes."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._clientes: dict[str, Cliente] = {}
        self._chats: dict[str, Conversacion] = {}

    async def prepare(self) -> None:
        """Make the clientes and their chats, as a business has them."""
        for number in range(500):
            cliente = Cliente(new_id(number), 1, nombre="Juan Pérez", telefono=f"+57310{number:07d}")
            chat = replace(a_chat(number), version=1)
            self._clientes[cliente.id], self._chats[chat.id] = cliente, chat
            await self._door.commit([Insert(cliente), Insert(chat)], NOW)

    def _cliente(self, number: int) -> Cliente:
        known = self._clientes[new_id(number % 500)]
        self._clientes[known.id] = replace(known, version=known.version + 1)
        return self._clientes[known.id]

    async def booking(self, number: int) -> None:
        await self._door.commit([Replace(self._cliente(number)), Insert(a_cita(number))], NOW)

    async def mensaje(self, number: int) -> None:
        chat = a_chat(number)
        chat = replace(chat, version=self._chats[chat.id].version + 1)
        self._chats[chat.id] = chat
        await self._door.commit(
            [
                Replace(self._cliente(number)),
                Insert(a_cita(number)),
                Insert(a_mensaje(number)),
                Replace(chat),
                Insert(a_salida(number)),
            ],
            NOW,
        )

    async def reads(self, number: int) -> None:
        """What a mensaje asks of the store before it decides."""
        door, cita = self._door, a_cita(number)
        await door.configured()
        await door.mensaje(f"{number:064x}")
        await door.conversacion(f"chat-{number % 500}")
        await door.cliente(cita.cliente_id)
        await door.citas_of(cita.cliente_id, NOW)
        await door.ocupaciones(cita.start - 40_000, cita.start + 40_000)


def a_tenant(tenant_id: str) -> Tenant:
    return Tenant(tenant_id, tenant_id, "America/Bogota", "CO", ((),) * 7, (), ())


def a_chat(number: int) -> Conversacion:
    dia = date(2025, 8, 30)
    deseo = Deseo(
        Intencion.AGENDAR,
        dias=(Dias(dia, dia, "mañana"),),
        horas=(Horas(900, 900, "a las 3", dudosa=True),),
        servicios_id=("c0" * 12,),
    )
    hueco = Hueco(NOW, NOW + 2700, RECURSO, ("c0" * 12,))
    return Conversacion(
        id=f"chat-{number % 500}",
        version=1,
        cliente_id=new_id(number % 500),
        de="Juan Pérez",
        oferta=Oferta(Intencion.AGENDAR, "a" * 64, NOW * 1000, NOW, new_id(1), "Juan Pérez", deseo, hueco),
        replicas=tuple(Replica(NOW * 1000 + step, f"{step:064x}") for step in range(3)),
        borrar_en=NOW + MONTH,
    )


def a_mensaje(number: int) -> Mensaje:
    return Mensaje(
        id=f"{number:064x}",
        version=1,
        message_id=f"{number:064x}",
        conversacion=f"chat-{number % 500}",
        timestamp=NOW * 1000 + number,
        recibido=NOW,
        cliente_id=new_id(number % 500),
        texto="Hola, me regala una cita para corte mañana a las 3",
        intencion=Intencion.AGENDAR,
        entidades=("fecha", "hora", "servicio"),
        respuesta="x" * 700,
        cita_id=new_id(number),
        borrar_en=NOW + MONTH,
    )


def a_salida(number: int) -> Salida:
    return Salida(
        id=new_id(number),
        version=1,
        conversacion=f"chat-{number % 500}",
        para="Juan Pérez",
        texto="Listo: corte cabello el sábado 30 de agosto a las 3:00 p. m. con Andrés.",
        creada=NOW,
        caduca=NOW + 600,
        libre_en=NOW + 60,
        notification_key="0|com.whatsapp|1|abc|10123",
        cambia_agenda=True,
        cliente_id=new_id(number % 500),
        borrar_en=NOW + MONTH,
    )


async def measure(into: Measure, work: Callable[[int], Awaitable[None]], first: int) -> None:
    """Run one batch."""
    cpu, real = time.process_time(), time.perf_counter()
    for number in range(first, first + BATCH):
        await work(number)
    into.cpu.append((time.process_time() - cpu) / BATCH * 1e6)
    into.real.append((time.perf_counter() - real) / BATCH * 1e6)


async def run(folder: Path, rounds: int) -> dict[str, Measure]:
    stores = SqliteStores(folder / "citas.db")
    await stores.start()
    for tenant_id in (TENANT, OTHER):
        await stores.operator.save_tenant(a_tenant(tenant_id), None, ())
    one, two = Whole(stores.of(TENANT)), Whole(stores.of(OTHER))
    await one.prepare()
    await two.prepare()
    works = {
        "bare": Bare(folder / "bare.db").commit,
        "booking": one.booking,
        "mensaje": two.mensaje,
        "reads of a mensaje": two.reads,
    }
    measures = {name: Measure() for name in works}
    for number in range(rounds):
        for name, work in works.items():
            await measure(measures[name], work, number * BATCH)
    await stores.close()
    return measures


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder:
        measures = uvloop.run(run(Path(folder), rounds))
    bare = statistics.median(measures["bare"].cpu)
    for name, each in measures.items():
        cpu, real = statistics.median(each.cpu), statistics.median(each.real)
        print(f"{name:20} cpu {cpu:6.0f} us   real {real:6.0f} us   {cpu / bare:5.2f} x bare")


if __name__ == "__main__":
    main()
