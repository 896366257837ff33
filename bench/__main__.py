"""`make bench`: availability, bookings and whole messages over HTTP, beside their floor, on each store."""

import argparse
import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bench.carga import Load, Request, load
from bench.confirmacion import commit_cost
from bench.replicas import replicas
from bench.servidor import Server, bare, citas

TODAY = date(2026, 11, 2)
CLOCK = "2026-11-01T06:00:00-05:00"
DAYS = 28
STARTS = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(8 * 60, 19 * 60, 45)]
NOMBRES = ("Andrés", "Camilo", "Valeria", "Sofía", "Mateo", "Lucía", "Nicolás", "Paola", "Jorge", "Elena")
TENANT = {
    "nombre": "Barbería de medir",
    "zona_horaria": "America/Bogota",
    "pais": "CO",
    "contacto": {"telefono": "+57 3001234567"},
    "consentimiento": {"acepta": "true", "nombre": "Ana Gómez", "version": "1"},
    "horarios": {"lunes-domingo": ["08:00-20:00"]},
    "politicas": {
        "confirmar": "false",
        "abre_feriados": "true",
        "max_adelanto_dias": "40",
        "max_citas_por_cliente": "500",
    },
    "servicios": [{"NombreServicio": "corte cabello", "Duración": "45", "alias": ["corte"]}],
    "recursos": [{"nombre": nombre} for nombre in NOMBRES],
}


def days(count: int = DAYS) -> list[date]:
    """Return the days that can be booked."""
    return [TODAY + timedelta(days=n) for n in range(count)]


def wire(day: date) -> str:
    """Return yyyy/mm/dd."""
    return f"{day:%Y/%m/%d}"


def bookings(server: Server, count: int) -> list[Request]:
    """Return bookings, each on a place of its own."""
    places = [(r, d, h) for h in STARTS for r in server.recursos for d in days()]
    return [
        Request.of("POST", "/v1/appointments", server.key, json.dumps(body).encode())
        for n, (recurso, day, hora) in enumerate(places[:count])
        for body in [
            {
                "cliente": {"nombre": "Cliente", "telefono": f"+57310{n:07d}"},
                "servicios_id": list(server.servicios),
                "fecha": wire(day),
                "hora_inicio": hora,
                "recurso_id": recurso,
            }
        ]
    ]


def messages(server: Server, count: int) -> list[Request]:
    """Return whole wishes, each of another cliente for a place of its own: understood, booked, answered."""
    places = [(d, h, n) for h in STARTS for n in NOMBRES for d in days()]
    now = int(datetime.fromisoformat(CLOCK).astimezone(UTC).timestamp() * 1000)
    return [
        Request.of("POST", "/v1/messages", server.key, json.dumps(body).encode())
        for n, (day, hora, nombre) in enumerate(places[:count])
        for body in [
            {
                "from": f"+57 320 {n // 10000:03d} {n % 10000:04d}",
                "text": f"Hola, me regala una cita para corte el {day.day}/{day.month} a las {hora} con {nombre}",
                "timestamp": now - 1000,
                "notification_key": f"0|com.whatsapp|{n}",
            }
        ]
    ]


@dataclass(frozen=True, slots=True)
class Measured:
    """A load, and the seconds of CPU that the server and the processes of its store spent on it."""

    done: Load
    cpu: float
    beside: float

    @property
    def each(self) -> float:
        """The server's CPU for one request, in ms."""
        return 1000 * self.cpu / len(self.done.latencies)


def show(name: str, measured: Measured, floor: float) -> None:
    """Print one row."""
    done = measured.done
    ratio = f"{measured.each / floor:7.2f}" if floor else f"{'–':>7}"
    beside = f"{1000 * measured.beside / len(done.latencies):9.3f}" if measured.beside else f"{'–':>9}"
    print(
        f"{name:44} {done.per_second:8.0f} {done.percentile(0.5):8.2f} {done.percentile(0.99):8.2f} "
        f"{measured.each:8.3f} {ratio} {beside}   {done.statuses}",
        flush=True,
    )


async def measure(server: Server, requests: Sequence[Request], connections: int) -> Measured:
    """Run a load and return it with the CPU that was spent."""
    before, beside = server.cpu(), server.cpu_beside()
    done = await load(server.port, requests, connections)
    return Measured(done, server.cpu() - before, server.cpu_beside() - beside)


def floor(requests: int, connections: int) -> float:
    """Measure the floor: a bare POST and one durable commit, CPU in ms together."""
    body = json.dumps(
        {
            "cliente": {"nombre": "Cliente", "telefono": "+573100000000"},
            "servicios_id": ["a" * 24],
            "fecha": "2026/11/02",
            "hora_inicio": "10:00",
            "recurso_id": "b" * 24,
        }
    ).encode()
    with bare() as server:
        posts = [Request.of("POST", "/", "k", body)] * requests
        asyncio.run(load(server.port, posts[:500], connections))
        posted = asyncio.run(measure(server, posts, connections))
        show("POST desnudo (FastAPI y modelo)", posted, 0)
    wall, commit_cpu = commit_cost()
    print(
        f"{'una cita y nueve átomos, un commit durable':44} {1 / wall:8.0f} {1000 * wall:8.2f} {'':8} {1000 * commit_cpu:8.3f}"
    )
    return posted.each + 1000 * commit_cpu


def reading(server: Server, connections: int, ground: float, requests: int) -> None:
    """Print a row for each question to an empty agenda."""
    servicio = server.servicios[0]
    one_day = f"/v1/availability?servicio_id={servicio}&fecha={wire(TODAY)}"
    month = f"{one_day}&hasta={wire(TODAY + timedelta(days=29))}"
    rows = [
        ("disponibilidad: un recurso, un día", f"{one_day}&recurso_id={server.recursos[0]}", requests),
        ("disponibilidad: cualquiera de 10, un día", one_day, requests // 4),
        ("disponibilidad: 10, 30 días, primeros 5", f"{month}&limite=5", requests // 4),
        ("disponibilidad: 10, 30 días, todos", f"{month}&limite=20000", max(8, requests // 200)),
    ]
    asyncio.run(load(server.port, [Request.of("GET", one_day, server.key)] * 200, connections))
    for name, path, count in rows:
        asked = [Request.of("GET", path, server.key)] * count
        show(name, asyncio.run(measure(server, asked, connections)), ground)


def writing(server: Server, name: str, requests: Sequence[Request], connections: int, ground: float) -> None:
    """Print the row of something that is written, every time to a free place."""
    warm, rest = requests[:100], requests[100:]
    asyncio.run(load(server.port, warm, connections))
    show(name, asyncio.run(measure(server, rest, connections)), ground)
    print(f"{'    memoria (PSS)':44} {server.memory():8.0f} MiB")


STORES = ("sqlite", "mongodb")
WRITING = (("reserva (POST /v1/appointments)", bookings), ("mensaje entero, confirmar: false", messages))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the citas of one measure are kept."""

    name: str
    address: Callable[[], str | None] = lambda: None
    pids: tuple[int, ...] = ()


@contextmanager
def place_named(name: str) -> Iterator[Place]:
    """Give each measure an empty SQLite file, or an empty database of a replica set of one node."""
    if name == "sqlite":
        yield Place("SQLite")
    else:
        with replicas(1) as together:
            yield Place("MongoDB", together.address, together.pids)


def bench(place: Place, asked: argparse.Namespace, ground: float) -> None:
    """Measure one store."""

    def server() -> AbstractContextManager[Server]:
        return citas(TENANT, workers=asked.workers, clock=CLOCK, store=place.address(), beside=place.pids)

    print(f"\n{place.name}")
    with server() as reader:
        reading(reader, asked.conexiones, ground, asked.peticiones)
    for name, making in WRITING:
        with server() as writer:
            writing(writer, name, making(writer, asked.peticiones), asked.conexiones, ground)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peticiones", type=int, default=2000, help="por fila (2000)")
    parser.add_argument("--conexiones", type=int, default=8, help="a la vez (8)")
    parser.add_argument("--workers", type=int, default=1, help="procesos de citas serve (1)")
    parser.add_argument(
        "--almacen", nargs="+", choices=STORES, default=STORES, help="sqlite, mongodb; los dos si no se dice"
    )
    asked = parser.parse_args()
    head = (
        f"{'por s':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU ms':>8} {'× suelo':>7} {'mongod ms':>9}   respuestas"
    )
    print(f"{'':44} {head}")
    ground = floor(asked.peticiones, asked.conexiones)
    for name in asked.almacen:
        with place_named(name) as place:
            bench(place, asked, ground)


if __name__ == "__main__":
    main()
