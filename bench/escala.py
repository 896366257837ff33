"""A thousand businesses with a million citas: what one of them feels of the others, and how much all of it weighs.

    python -m bench.escala [--negocios 1000] [--citas 1000] [--clientes 100] [--mensajes 200] [--cache 2]

The same service and the same business, first in an empty database and then among the others, in turns: its
availability and its bookings. Then the size of each collection and of its indexes.
"""

import argparse
import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bench.__main__ import CLOCK, TENANT, TODAY, Measured, bookings, measure, wire
from bench.carga import Request, load
from bench.poblacion import Population, fill, settle
from bench.replicas import Replicas, replicas
from bench.servidor import Server, citas
from pymongo import MongoClient

ALLOWED = 1.5
TURNS = 5
CONNECTIONS = 4
MIB = 2**20
DISK_FOR_ONE = 4096  # bytes for each document with its indexes and the log of it: more than was seen


@dataclass
class Felt:
    """One question in both databases, measured in turns: the latencies' middle and the CPU for each, in ms."""

    name: str
    alone: list[Measured] = field(default_factory=list)
    among: list[Measured] = field(default_factory=list)

    def ratio(self) -> float:
        """Return how much longer it takes among the others: the middle of what the turns say."""
        pairs = zip(self.alone, self.among, strict=True)
        return statistics.median(_p50(among) / _p50(alone) for alone, among in pairs)

    def show(self) -> None:
        """Print a row."""
        alone, among = (statistics.median(map(_p50, some)) for some in (self.alone, self.among))
        cpu = [statistics.median(_cpu(one) for one in some) for some in (self.alone, self.among)]
        print(f"{self.name:44} {alone:8.2f} {among:8.2f} {self.ratio():6.2f} {cpu[0]:8.2f} {cpu[1]:8.2f}")


def _p50(measured: Measured) -> float:
    return measured.done.percentile(0.5)


def _cpu(measured: Measured) -> float:
    return 1000 * (measured.cpu + measured.beside) / len(measured.done.latencies)


def felt(alone: Server, among: Server, requests: int) -> list[Felt]:
    """Ask both the same in turns, so that whatever else this machine does weighs on both."""
    rows = [
        Felt("disponibilidad: cualquiera de 10, un día"),
        Felt("disponibilidad: 10, 30 días, primeros 5"),
        Felt("reserva (POST /v1/appointments)"),
    ]
    asked = {server.port: list(_asked(server, requests)) for server in (alone, among)}
    for server in (alone, among):
        asyncio.run(load(server.port, asked[server.port][0] * 3, CONNECTIONS))
    for turn in range(TURNS):
        for at, row in enumerate(rows):
            for server, into in ((alone, row.alone), (among, row.among)):
                share = asked[server.port][at]
                part = share if at < 2 else share[turn * requests : (turn + 1) * requests]
                into.append(asyncio.run(measure(server, part, CONNECTIONS)))
    return rows


def _asked(server: Server, requests: int) -> Iterator[list[Request]]:
    one_day = f"/v1/availability?servicio_id={server.servicios[0]}&fecha={wire(TODAY)}"
    month = f"{one_day}&hasta={wire(TODAY + timedelta(days=29))}&limite=5"
    yield from ([Request.of("GET", path, server.key)] * requests for path in (one_day, month))
    yield bookings(server, requests * TURNS)


def sizes(address: str, tenants: int) -> None:
    """Print what each collection and each index weighs, and what it is for one business."""
    client: MongoClient[dict[str, Any]] = MongoClient(address)
    print(
        f"\n{'':34} {'documentos':>11} {'datos MiB':>10} {'disco MiB':>10} {'índices MiB':>12} {'KiB/negocio':>12}"
    )
    with client:
        client.admin.command("fsync")  # what is only in memory yet has no size
        database, total = client.get_default_database(), 0
        for name in sorted(database.list_collection_names()):
            stats = database.command("collStats", name)
            total += stats["storageSize"] + stats["totalIndexSize"]
            _show_size(name, stats, tenants)
        print(f"{'en todo':34} {'':11} {'':10} {total / MIB:10.0f} {'':12} {total / 1024 / tenants:12.1f}")


def _show_size(name: str, stats: dict[str, Any], tenants: int) -> None:
    if stats["count"] < tenants:
        return
    both = stats["storageSize"] + stats["totalIndexSize"]
    print(
        f"{name:34} {stats['count']:11,} {stats['size'] / MIB:10.1f} {stats['storageSize'] / MIB:10.1f} "
        f"{stats['totalIndexSize'] / MIB:12.1f} {both / 1024 / tenants:12.1f}"
    )
    for index, size in sorted(stats["indexSizes"].items(), key=lambda one: -one[1]):
        print(f"    {index:30} {'':11} {'':10} {'':10} {size / MIB:12.1f} {size / 1024 / tenants:12.1f}")


@contextmanager
def served(together: Replicas, address: str) -> Iterator[Server]:
    """Serve the business that is measured."""
    with citas(TENANT, clock=CLOCK, store=address, beside=together.pids) as server:
        yield server


def room_for(population: Population) -> Population:
    """Return as much of it as the disk holds with as much again left free."""
    each = population.citas + 2 * population.clientes + population.mensajes
    holds = shutil.disk_usage(tempfile.gettempdir()).free // 2 // DISK_FOR_ONE // each
    if holds >= population.tenants:
        return population
    print(f"el disco sólo da para {holds} negocios de los {population.tenants} pedidos")
    return Population(holds, population.citas, population.clientes, population.mensajes)


def run(wanted: Population, cache: float, requests: int) -> int:
    """Load, measure, print, and return the exit code."""
    population = room_for(wanted)
    with ExitStack() as stack:
        together = stack.enter_context(replicas(1, cache))
        empty, full = together.address(), together.address()
        began = time.monotonic()
        asyncio.run(settle(full, population))
        settled = time.monotonic()
        inserted = fill(full, population)
        print(
            f"{population.tenants} negocios en {settled - began:.0f} s; {inserted:,} documentos en "
            f"{time.monotonic() - settled:.0f} s; mongod tiene {together.memory():.0f} MiB"
        )
        alone, among = (stack.enter_context(served(together, address)) for address in (empty, full))
        rows = felt(alone, among, requests)
        print(
            f"\n{'p50 en ms, mediana de ' + str(TURNS) + ' turnos':44} {'vacía':>8} {'llena':>8} {'razón':>6} {'CPU':>8} {'CPU':>8}"
        )
        for row in rows:
            row.show()
        sizes(full, population.tenants)
        print(f"\nmongod, al final: {together.memory():.0f} MiB residentes, con {cache} GiB de caché")
    slow = [row.name for row in rows if row.ratio() > ALLOWED]
    for name in slow:
        print(f"FALTA: {name}: más de {ALLOWED} veces lo que tarda en la base vacía")
    return 1 if slow else 0


def main() -> None:
    """Read what was asked and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--negocios", type=int, default=1000, help="cuántos (1000)")
    parser.add_argument("--citas", type=int, default=1000, help="de cada uno (1000)")
    parser.add_argument("--clientes", type=int, default=100, help="de cada uno, con su chat (100)")
    parser.add_argument("--mensajes", type=int, default=200, help="de cada uno (200)")
    parser.add_argument("--cache", type=float, default=2.0, help="GiB de caché de mongod (2)")
    parser.add_argument("--peticiones", type=int, default=200, help="por turno (200)")
    asked = parser.parse_args()
    population = Population(asked.negocios, asked.citas, asked.clientes, asked.mensajes)
    sys.exit(run(population, asked.cache, asked.peticiones))


if __name__ == "__main__":
    main()
