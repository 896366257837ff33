"""Rivals for one chair, from several processes at once, over HTTP: never two in it, always one.

    python -m bench.carreras [--intentos 10000] [--semilla 1] [--almacen sqlite|mongodb|mongodb://…]

Two workers of one `citas serve`, a second `citas serve` and the command line share one store. Every
pair of writers meets at different starts that overlap. Exit code 1 on any fault.
"""

import argparse
import asyncio
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import subprocess
import sys
import time
from collections import Counter, defaultdict
from contextlib import ExitStack, suppress
from datetime import timedelta
from itertools import count

from bench.cartel import CHAINED, DESCRIBED, DESK, FIRST_DAY, PARKING, PARKING_DAY, parking, program_of
from bench.cliente import Call, Client
from bench.dentro import inside_of
from bench.instalacion import Site, installed, minutes_of, wire_day
from bench.ordenes import Orders
from bench.replicas import add_store, place
from bench.revision import faults_in
from bench.rivales import Cita, Corner, Rival, Verdict, Won
from bench.rondas import Ring, Round
from bench.servidor import bugs_logged, cpu_of, ended, halted, serving, wait_for, workers_of


class Table:
    """Who met whom, and who won."""

    def __init__(self) -> None:
        self.rounds: Counter[str] = Counter()
        self.attempts: Counter[str] = Counter()
        self.winners: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.faults: Counter[str] = Counter()

    def add(self, around: Round, verdicts: list[tuple[Rival, Verdict]], faults: int) -> None:
        """Count a round."""
        name = _name(around)
        self.rounds[name] += 1
        self.attempts[name] += len(verdicts)
        self.faults[name] += faults
        self.winners[name].update(rival.writer for rival, verdict in verdicts if isinstance(verdict, Won))

    def show(self) -> None:
        """Print it."""
        print(f"{'se encontraron':40} {'rondas':>7} {'intentos':>9} {'faltas':>7}   ganaron")
        for name, rounds in sorted(self.rounds.items()):
            won = ", ".join(f"{writer} {times}" for writer, times in sorted(self.winners[name].items()))
            print(f"{name:40} {rounds:7} {self.attempts[name]:9} {self.faults[name]:7}   {won}")


def _name(around: Round) -> str:
    if around.winners is None:
        return "~ en cadena, todos los escritores"
    if around.winners > 1:
        return "~ cualquier silla: POST y mensaje"
    return " × ".join(sorted({writer.value for writer, _ in around.entries}))


WORKERS = (2, 1)  # of each `citas serve`
READY_SECONDS = 0.5  # short beside the 5 s after which a silent worker is replaced
Servers = list[tuple[subprocess.Popen[bytes], int]]


def serving_pids(servers: Servers) -> list[int]:
    """Return the processes that answer requests."""
    return [pid for process, _ in servers for pid in workers_of(process.pid) or (process.pid,)]


async def connected(site: Site, process: subprocess.Popen[bytes], port: int) -> list[Client]:
    """Connect to every process that serves there; by itself, the first to wake would take all."""
    family = serving_pids([(process, port)])
    return [
        await reached(Client(port, site.key), [other for other in family if other != pid])
        for pid in family
        for _ in range(CHAINED // 2)
    ]


async def reached(client: Client, others: list[int]) -> Client:
    """Connect to the one that does not stand still, once it is ready to answer."""
    while True:
        with halted(*others), suppress(TimeoutError):
            async with asyncio.timeout(READY_SECONDS):
                await client.ask(Call("GET", "/healthz"))
                return client
        client.close()
        await asyncio.sleep(READY_SECONDS)  # noqa: TID251 - real processes are waited for in real time


async def raced(site: Site, servers: Servers, attempts: int, lots: random.Random) -> tuple[Ring, Table]:
    """Fight all rounds while the command line works, and look at the whole agenda at the end."""
    numbers, table, stop = count(), Table(), asyncio.Event()
    clients = [client for server in servers for client in await connected(site, *server)]
    corner = Corner(site, Client(servers[0][1], site.key), numbers, parking(PARKING, PARKING_DAY))
    desk = Corner(site, Client(servers[-1][1], site.key), numbers, parking((DESK,), FIRST_DAY))
    orders = Orders(site, DESCRIBED, desk)
    with inside_of(site.store) as inside:
        ring = Ring(site, corner, clients, inside, lots)
        ordering = asyncio.create_task(orders.run(stop))
        for around in program_of(attempts, lots):
            before = len(ring.faults)
            lots.shuffle(clients)
            table.add(around, await ring.fight(around), len(ring.faults) - before)
        stop.set()
        await ordering
        ring.faults += orders.faults + await final_faults(ring, orders)
    print(f"órdenes de la línea de comandos mientras tanto: {orders.done}")
    for client in (*clients, corner.client, desk.client):
        client.close()
    return ring, table


async def final_faults(ring: Ring, orders: Orders) -> list[str]:
    """Compare all that was ever told with all that HTTP lists and all that the file holds."""
    told = {key: (one.recurso_id, one.fecha, one.inicio, one.fin) for key, one in ring.told.items()}
    told |= {cita["id"]: _where(cita) for cita in orders.forgotten}
    client, listed = ring.corner.client, list[Cita]()
    cursor: str | None = ""
    while cursor is not None:
        page = (await client.ask(Call("GET", f"/v1/appointments?desde=2026/11/01&limite=200{cursor}"))).json
        listed += page["citas"]
        cursor = page["cursor"] and f"&cursor={page['cursor']}"
    last = wire_day(FIRST_DAY + timedelta(days=50))
    bloqueos = (await client.ask(Call("GET", f"/v1/bloqueos?fecha=2026/11/01&hasta={last}"))).json["bloqueos"]
    stored = {one["id"]: _where(one) for one in (*listed, *bloqueos)}
    faults = [f"dicho y no guardado, o al revés: {one}" for one in told.items() ^ stored.items()]
    named = {cita["id"] for cita in orders.forgotten}
    faults += [
        f"olvidado y aún con nombre: {one['id']}"
        for one in listed
        if one["id"] in named and any(one["cliente"].values())
    ]
    if len(listed) + len(bloqueos) != len(stored):
        faults.append("una cita está dos veces en la lista")
    sound = [] if ring.inside.is_sound() else ["la base dice que está dañada"]
    return faults + faults_in(ring.inside.stored()) + sound


def _where(one: Cita) -> tuple[str, str, int, int]:
    return one["recurso_id"], one["fecha"], minutes_of(one["hora_inicio"]), minutes_of(one["hora_fin"])


def run(attempts: int, seed: int, store: str) -> int:
    """Race, print, and return the exit code."""
    lots = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    began = time.monotonic()
    with ExitStack() as stack:
        site = stack.enter_context(installed(DESCRIBED, stack.enter_context(place(store, nodes=1))))
        started = [serving(site.folder, site.env, workers) for workers in WORKERS]
        for (process, port), workers in zip(started, WORKERS, strict=True):
            stack.callback(ended, process)
            wait_for(port, process, workers)
        ready, family = time.monotonic(), serving_pids(started)
        ring, table = asyncio.run(raced(site, started, attempts, lots))
        seconds = time.monotonic() - ready
        if serving_pids(started) != family:
            ring.faults.append("un proceso murió y otro tomó su lugar")
        ring.faults += [f"en el registro: {bug}" for bug in bugs_logged(site.folder)]
        spent = [cpu_of(pid) for pid in serving_pids(started)]
    table.show()
    print(f"CPU de cada proceso que atiende, s: {', '.join(f'{each:.1f}' for each in spent)}")
    print(
        f"{ring.attempts} intentos en {seconds:.0f} s ({time.monotonic() - began:.0f} s en total), "
        f"{len(ring.told)} ganadores, {len(ring.faults)} faltas (semilla {seed})"
    )
    for fault in ring.faults[:20]:
        print("FALTA:", fault)
    return 1 if ring.faults else 0


def main() -> None:
    """Read what was asked and race."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--intentos", type=int, default=10_000, help="cuántos (10000)")
    parser.add_argument("--semilla", type=int, default=1, help="de los sorteos (1)")
    add_store(parser)
    asked = parser.parse_args()
    sys.exit(run(asked.intentos, asked.semilla, asked.almacen))


if __name__ == "__main__":
    main()
