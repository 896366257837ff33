"""Redis killed with a full queue, again and again, under a flood: nothing lost, nothing answered twice.

    python -m bench.cola [--muertes 20] [--conexiones 320] [--almacen mongodb://…]

Two workers of one `citas serve` and a `citas worker` share a store and a Redis of their own. One business is
flooded; another one's barber goes on writing. Exit code 1 on any fault.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import redis
from bench.cliente import Call, Client
from bench.entregas import Business, business_of, faults_of, show, stored_of
from bench.instalacion import phone_of
from bench.servidor import (
    bugs_logged,
    ended,
    environment,
    halted,
    program,
    serving,
    wait_for,
    workers_of,
)
from tests.servidores import VALKEY, Running, answers_redis, launch, valkey_command

FULL = 190  # of the 200 that may wait of one business
CALM_SECONDS = 2.0
AWAY_SECONDS = 1.0
LAST_SECONDS = 90
BARBER_PAUSE = 0.25
LINE = "citas:cola"
WORKERS = 2
HALT_SECONDS = 0.5  # short beside the 5 s after which a silent worker is replaced


@dataclass
class Plant:
    """All that runs, and the numbers of the clients who write."""

    port: int
    workers: tuple[int, ...]
    valkey: Running
    numbers: Iterator[int] = field(default_factory=count)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    waits: list[float] = field(default_factory=list)


async def write(plant: Plant, business: Business, client: Client, pause: float) -> None:
    """Write one message after another, each from a client of its own, and say of each reply that it was sent."""
    while not plant.stop.is_set():
        number = next(plant.numbers)
        body = {
            "from": phone_of(number),
            "text": "precio del corte?",
            "timestamp": time.time_ns() // 1_000_000,
        }
        began = time.perf_counter()
        reply = await client.ask(Call("POST", "/v1/messages", body))
        business.latencies.append(time.perf_counter() - began)
        if reply.status == 200:
            await _sent(client, business, reply.json)
        elif reply.status == 202:
            business.posted[reply.json["message_id"]] = ""
        else:
            business.refused[reply.status] += 1
        if pause:
            await asyncio.sleep(pause)  # noqa: TID251 - real processes are waited for in real time
    client.close()


async def _sent(client: Client, business: Business, wire: dict[str, Any]) -> None:
    business.posted[wire["message_id"]] = wire["salida_id"]
    business.in_200[wire["salida_id"]] += 1
    await client.ask(Call("POST", f"/v1/outbox/{wire['salida_id']}/ack", {"resultado": "enviado"}))


async def collect(plant: Plant, business: Business, done: asyncio.Event) -> None:
    """Be the phone that asks for what it still has to send."""
    client = Client(plant.port, business.key)
    while not done.is_set():
        page = (await client.ask(Call("GET", "/v1/outbox?espera=1"))).json
        for salida in page.get("salidas", ()):
            business.in_outbox[salida["salida_id"]] += 1
            await client.ask(Call("POST", f"/v1/outbox/{salida['salida_id']}/ack", {"resultado": "enviado"}))
    client.close()


async def kill(plant: Plant, times: int) -> None:
    """Wait for a full queue and kill Redis; start it again a moment later; so many times."""
    for number in range(times):
        waiting = await _full(plant.valkey.port)
        plant.valkey.process.kill()
        plant.valkey.process.wait()
        await asyncio.sleep(AWAY_SECONDS)  # noqa: TID251 - real processes are waited for in real time
        plant.valkey.again()
        plant.waits.append(waiting)
        print(f"  muerte {number + 1}: {waiting} en la cola", flush=True)
        await asyncio.sleep(CALM_SECONDS)  # noqa: TID251 - real processes are waited for in real time


async def _full(port: int) -> int:
    with redis.Redis(host="127.0.0.1", port=port) as client:
        while True:
            try:
                if (waiting := int(client.zcard(LINE))) >= FULL:
                    return waiting
            except redis.ConnectionError:
                pass
            await asyncio.sleep(0.01)  # noqa: TID251 - real processes are waited for in real time


async def flooded(plant: Plant, flood: Business, barber: Business, connections: int, kills: int) -> None:
    """Flood, kill, and wait until nothing waits any more."""
    lanes = await connected(plant, flood, connections)
    calm = await connected(plant, barber, WORKERS)
    done = asyncio.Event()
    phones = [asyncio.create_task(collect(plant, business, done)) for business in (flood, barber)]
    writing = [asyncio.create_task(write(plant, flood, client, 0)) for client in lanes]
    writing += [asyncio.create_task(write(plant, barber, client, BARBER_PAUSE)) for client in calm]
    await kill(plant, kills)
    plant.stop.set()
    await asyncio.gather(*writing)
    await _settled(flood, barber)
    done.set()
    await asyncio.gather(*phones)


async def connected(plant: Plant, business: Business, number: int) -> list[Client]:
    """Connect to each worker by turns, once it answers; by itself, the first to wake would take all."""
    clients = [Client(plant.port, business.key) for _ in range(number)]
    for turn, client in enumerate(clients):
        mine = plant.workers[turn % len(plant.workers)]
        await _reached(client, [pid for pid in plant.workers if pid != mine])
    return clients


async def _reached(client: Client, others: list[int]) -> None:
    while True:
        with halted(*others), suppress(ConnectionError, TimeoutError):
            async with asyncio.timeout(HALT_SECONDS):
                await client.ask(Call("GET", "/readyz"))
                return
        client.close()
        await asyncio.sleep(HALT_SECONDS)  # noqa: TID251 - real processes are waited for in real time


async def _settled(*businesses: Business) -> None:
    until = time.monotonic() + LAST_SECONDS
    while time.monotonic() < until:
        before = sum(business.in_outbox.total() for business in businesses)
        await asyncio.sleep(20)  # noqa: TID251 - longer than the lease of a post that nobody answered
        if before == sum(business.in_outbox.total() for business in businesses):
            return


@contextmanager
def working(folder: str, env: dict[str, str]) -> Iterator[None]:
    """Run a `citas worker`."""
    with Path(folder, "serve-worker.log").open("ab") as log:
        process = subprocess.Popen([*program(), "worker"], env=env, stdout=log, stderr=log)
        try:
            yield
        finally:
            ended(process)


def run(kills: int, connections: int, store: str | None) -> int:
    """Flood, print, and return the exit code."""
    began = time.monotonic()
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="citas-bench-"))
        valkey = launch(
            valkey_command(VALKEY.find(Path(folder)), Path(folder)), Path(folder, "redis"), answers_redis
        )
        stack.callback(valkey.end)
        env = environment(store or f"sqlite:///{folder}/citas.db", None)
        env["CITAS_REDIS"] = f"redis://127.0.0.1:{valkey.port}/0"
        flood = business_of("Inundada", "+57 3001234567", folder, env)
        barber = business_of("Tranquila", "+57 3001234568", folder, env)
        process, port = serving(folder, env, WORKERS)
        stack.callback(ended, process)
        wait_for(port, process, WORKERS)
        stack.enter_context(working(folder, env))
        family = workers_of(process.pid)
        plant = Plant(port, family, valkey)
        asyncio.run(flooded(plant, flood, barber, connections, kills))
        faults = [f for one in (flood, barber) for f in faults_of(one, stored_of(one, env))]
        faults += [f"en el registro: {bug}" for bug in bugs_logged(folder)]
        if workers_of(process.pid) != family:
            faults.append("un proceso murió y otro tomó su lugar")
    show(flood, "Inundada")
    show(barber, "Tranquila")
    print(f"{len(plant.waits)} muertes de Redis en {time.monotonic() - began:.0f} s, {len(faults)} faltas")
    for fault in faults[:20]:
        print("FALTA:", fault)
    return 1 if faults else 0


def main() -> None:
    """Read what was asked and flood."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--muertes", type=int, default=20, help="cuántas (20)")
    parser.add_argument("--conexiones", type=int, default=320, help="que inundan a la vez (320)")
    parser.add_argument("--almacen", help="CITAS_STORE; sin él, un archivo SQLite nuevo")
    asked = parser.parse_args()
    sys.exit(run(asked.muertes, asked.conexiones, asked.almacen))


if __name__ == "__main__":
    main()
