"""`make bench`: availability, bookings and whole messages over HTTP, beside their floor, on each store."""

import argparse
import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bench.carga import Request, load
from bench.confirmacion import commits
from bench.replicas import replicas
from bench.servidor import Server, bare, citas
from bench.suelo import Floor, in_turns

TODAY = date(2026, 11, 2)
CLOCK = "2026-11-01T06:00:00-05:00"
DAYS = 28
WARMING = 128
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


@contextmanager
def floor_of(connections: int) -> Iterator[Floor]:
    """Start what everything is measured beside."""
    with bare() as server, commits() as base:
        floor = Floor(server, base, connections)
        floor.take(500)
        yield floor


def row(name: str, floor: Floor, server: Server, requests: Sequence[Request]) -> None:
    """Measure requests in turns with as many of the floor, and print the row."""
    here, ground = in_turns(floor, server, requests)
    beside = f"{here.beside:9.3f}" if here.beside else f"{'–':>9}"
    print(
        f"{name:44} {here.per_second:8.0f} {here.percentile(0.5):8.2f} {here.percentile(0.99):8.2f} "
        f"{here.each:8.3f} {ground.each:8.3f} {here.each / ground.each:7.2f} {beside}   {here.statuses}",
        flush=True,
    )


def show_floor(floor: Floor, requests: int) -> None:
    """Print the two parts of the floor."""
    ground = floor.take(requests)
    posted = ground.posted
    print(
        f"{'POST desnudo (FastAPI y modelo)':44} {posted.per_second:8.0f} {posted.percentile(0.5):8.2f} "
        f"{posted.percentile(0.99):8.2f} {posted.each:8.3f}"
    )
    name = "una cita y nueve átomos, un commit durable"
    print(f"{name:44} {1000 / ground.wall:8.0f} {ground.wall:8.2f} {'':8} {ground.commit:8.3f}")


def reading(server: Server, floor: Floor, requests: int) -> None:
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
    asyncio.run(load(server.port, [Request.of("GET", one_day, server.key)] * 200, floor.connections))
    for name, path, count in rows:
        row(name, floor, server, [Request.of("GET", path, server.key)] * count)


def writing(server: Server, name: str, requests: Sequence[Request], floor: Floor) -> None:
    """Print the row of something that is written, every time to a free place."""
    warm, rest = requests[:WARMING], requests[WARMING:]
    asyncio.run(load(server.port, warm, floor.connections))
    row(name, floor, server, rest)
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


def bench(place: Place, asked: argparse.Namespace, floor: Floor) -> None:
    """Measure one store."""

    def server() -> AbstractContextManager[Server]:
        return citas(TENANT, workers=asked.workers, clock=CLOCK, store=place.address(), beside=place.pids)

    print(f"\n{place.name}")
    with server() as reader:
        reading(reader, floor, asked.peticiones)
    for name, making in WRITING:
        with server() as writer:
            writing(writer, name, making(writer, asked.peticiones + WARMING), floor)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peticiones", type=int, default=2000, help="por fila (2000)")
    parser.add_argument("--conexiones", type=int, default=32, help="a la vez (32)")
    parser.add_argument("--workers", type=int, default=1, help="procesos de citas serve (1)")
    parser.add_argument(
        "--almacen", nargs="+", choices=STORES, default=STORES, help="sqlite, mongodb; los dos si no se dice"
    )
    asked = parser.parse_args()
    head = (
        f"{'por s':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU ms':>8} {'suelo':>8} {'× suelo':>7} {'mongod ms':>9}   "
        "respuestas"
    )
    print(f"{'':44} {head}")
    with floor_of(asked.conexiones) as floor:
        show_floor(floor, asked.peticiones)
        for name in asked.almacen:
            with place_named(name) as place:
                bench(place, asked, floor)


if __name__ == "__main__":
    main()
