"""What was told of every message of a business, beside what is stored of it."""

import json
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bench.instalacion import tenant
from bench.servidor import made_tenant, program

BUSY = 503


@dataclass
class Business:
    """A tenant, and what was told of its messages: how often each reply was handed out, and where."""

    id: str
    key: str
    in_200: Counter[str] = field(default_factory=Counter)
    in_outbox: Counter[str] = field(default_factory=Counter)
    posted: dict[str, str] = field(default_factory=dict)  # message_id: the salida of its 200, "" after a 202
    latencies: list[float] = field(default_factory=list)
    refused: Counter[int] = field(default_factory=Counter)


def business_of(nombre: str, telefono: str, folder: str, env: dict[str, str]) -> Business:
    """Make a tenant."""
    described = tenant([{"nombre": "Andrés"}], 30, 15) | {
        "nombre": nombre,
        "contacto": {"telefono": telefono},
    }
    made: dict[str, Any] = made_tenant(described, folder, env)
    return Business(made["tenant_id"], made["api_key"])


def faults_of(business: Business, stored: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """Compare what was told with what is stored: each message answered once, each reply handed out once."""
    answered = Counter(one["message_id"] for kind, one in stored if kind == "mensajes")
    salidas = {one["id"]: one["mensaje_id"] for kind, one in stored if kind == "salida"}
    replies = Counter(salidas.values())
    handed = business.in_200 + business.in_outbox
    faults = [f"perdido: {one}" for one in business.posted if not answered[one]]
    faults += [f"contestado {times} veces: {one}" for one, times in answered.items() if times > 1]
    faults += [f"con {times} respuestas: {one}" for one, times in replies.items() if times > 1]
    faults += [f"entregada {handed[one]} veces: {one}" for one in salidas if handed[one] != 1]
    faults += [f"aún en espera: {one['id']}" for kind, one in stored if kind == "trabajos"]
    # A store that has too much to do says so with a 503: nothing was promised then.
    return faults + [
        f"rechazado con {one}: {times}" for one, times in business.refused.items() if one != BUSY
    ]


def stored_of(business: Business, env: dict[str, str]) -> list[tuple[str, dict[str, Any]]]:
    """Return all that is stored of it."""
    command = [*program(), "tenant", "exportar", business.id]
    lines = subprocess.run(command, env=env, capture_output=True, check=True, text=True).stdout.splitlines()
    return [(line["coleccion"], line) for line in map(json.loads, lines)]


def show(business: Business, nombre: str) -> None:
    """Print what became of its messages."""
    late = sum(not salida for salida in business.posted.values())
    latencies = sorted(business.latencies)
    print(
        f"{nombre:12} enviados {len(business.posted)}, contestados en el 200 {len(business.posted) - late}, con 202 {late}, con 503 {business.refused[BUSY]}, "
        f"por la bandeja {len(business.in_outbox)}; p50 {1000 * latencies[len(latencies) // 2]:.0f} ms, "
        f"p95 {1000 * latencies[int(0.95 * len(latencies))]:.0f} ms, máx {1000 * latencies[-1]:.0f} ms"
    )
