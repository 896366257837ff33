"""While the model hangs: every mensaje is answered in time, and the agenda is as quick as without it."""

import asyncio
import json
import tempfile
import time
from dataclasses import dataclass, field

from bench.carga import Request, load
from bench.modelo_adverso import CLOCK, NOW_MS, PRICES, Adverso, tenant_file
from bench.servidor import Server, ended, environment, made_tenant, serving, wait_for

ROUNDS = 8
READS = 200
TAKEN_SECONDS = 1.0  # by then all mensajes have been taken in and wait for the model
HUNG_SECONDS = 3.0
MENSAJES = 20
MOST_SECONDS = 10.5


@dataclass
class Colgado:
    """Latencies of availability in ms, quiet and while mensajes wait for the model; and of those mensajes in s."""

    quieto: list[float] = field(default_factory=list)
    colgado: list[float] = field(default_factory=list)
    mensajes: list[float] = field(default_factory=list)
    estados: dict[int, int] = field(default_factory=dict)

    def told(self) -> bool:
        """Print it, and whether it may be so."""
        quiet, hung = p99(self.quieto), p99(self.colgado)
        print(
            f"cuelgue: p99 de /v1/availability {quiet:.1f} ms sin mensajes, {hung:.1f} ms con {MENSAJES} colgados; "
            f"{len(self.mensajes)} mensajes, el peor {max(self.mensajes):.1f} s, {self.estados}",
            flush=True,
        )
        return max(self.mensajes) <= MOST_SECONDS and set(self.estados) <= {200, 202}


def p99(values: list[float]) -> float:
    """Return the 99th percentile."""
    return sorted(values)[int(0.99 * (len(values) - 1))]


def hung(server: Adverso) -> bool:
    """Measure, quiet and hung in turn, so that what else this machine does falls on both."""
    server.plays("timeout")
    with tempfile.TemporaryDirectory(prefix="citas-bench-") as folder:
        env = environment(f"sqlite:///{folder}/citas.db", CLOCK) | {
            "CITAS_IA": "llm",
            "CITAS_LLM_BASE_URL": f"{server.base}/v1",
            "CITAS_LLM_MODEL": "colgado",
            "CITAS_LLM_PRECIOS": PRICES,
            "CITAS_LIMITE_POR_MINUTO": "0",
        }
        made = made_tenant(json.loads(tenant_file("Colgada")), folder, env)
        process, port = serving(folder, env)
        try:
            wait_for(port, process)
            servicios = tuple(one["id"] for one in made["servicios"])
            house = Server(port, process.pid, str(made["tenant_id"]), str(made["api_key"]), servicios)
            return asyncio.run(_rounds(house)).told()
        finally:
            ended(process)


async def _rounds(house: Server) -> Colgado:
    found = Colgado()
    query = f"/v1/availability?servicio_id={house.servicios[0]}&fecha=2026/11/26&hasta=2026/11/28&limite=20"
    reads = [Request.of("GET", query, house.key)] * READS
    await load(house.port, reads, 4)
    for number in range(ROUNDS):
        found.quieto += [1000 * one for one in (await load(house.port, reads, 4)).latencies]
        posts = asyncio.create_task(load(house.port, _mensajes(house, number), MENSAJES))
        await asyncio.sleep(TAKEN_SECONDS)  # noqa: TID251 - a real server is waited for in real time
        began = time.perf_counter()
        found.colgado += [1000 * one for one in (await load(house.port, reads, 4)).latencies]
        if time.perf_counter() - began > HUNG_SECONDS:
            print("    (las lecturas duraron más que el cuelgue)")
        done = await posts
        found.mensajes += done.latencies
        for status, count in done.statuses.items():
            found.estados[status] = found.estados.get(status, 0) + count
    return found


def _mensajes(house: Server, number: int) -> list[Request]:
    return [
        Request.of("POST", "/v1/messages", house.key, json.dumps(body).encode())
        for n in range(MENSAJES)
        for body in [
            {
                "from": f"+57 318 {number:03d} {n:04d}",
                "text": f"hola, quiero un corte el jueves a las {9 + n % 9}:00",
                "timestamp": NOW_MS - 60_000 + n,
            }
        ]
    ]
