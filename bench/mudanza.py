"""`citas mover` from a file into a replica set: how long it takes, and again when everything is there.

python -m bench.mudanza [--negocios 20]
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

from bench.muestras import a_tenant, new_id
from bench.poblacion import CHAIRS, Population, documents_of
from bench.replicas import replicas
from bench.servidor import environment, program

from citas.adapters.stores.sqlite import SqliteStores
from citas.domain.claves import Clave

EACH = Population(tenants=0, citas=500, clientes=100, mensajes=200)


async def fill(path: Path, tenants: int) -> None:
    """Make a file of so many businesses."""
    stores = SqliteStores(path)
    await stores.start()
    for number in range(tenants):
        tenant_id = new_id(number)
        clave = Clave(new_id(number, 0xE0000), 1, tenant_id, f"{number:064x}", 0)
        await stores.operator.save_tenant(a_tenant(number, CHAIRS), None, (clave,))
        for documents in documents_of(number, EACH):
            await stores.of(tenant_id).restore(list(documents))
    await stores.close()


def moved(source: str, target: str) -> tuple[float, float, dict[str, Any]]:
    """Move, and return the seconds that it took, of them of CPU, and what it said."""
    command = [*program(), "mover", "--de", source, "--a", target, "--json"]
    began, cpu = time.monotonic(), getrusage(RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command, env=environment(source, None), capture_output=True, check=True, text=True)
    return time.monotonic() - began, getrusage(RUSAGE_CHILDREN).ru_utime - cpu, json.loads(done.stdout)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--negocios", type=int, default=20, help="cuántos (20)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="citas-bench-") as folder, replicas(1) as together:
        path = Path(folder, "citas.db")
        asyncio.run(fill(path, asked.negocios))
        size, target = path.stat().st_size / 2**20, together.address()
        for name in ("la primera vez", "otra vez, con todo allí"):
            seconds, cpu, said = moved(f"sqlite:///{path}", target)
            count = sum(c["documentos"] for one in said["negocios"] for c in one["origen"].values())
            print(
                f"{name:24} {count:,} documentos de un archivo de {size:.0f} MiB en {seconds:.1f} s, "
                f"{cpu:.1f} de CPU; iguales: {said['igual']}"
            )
            if not said["igual"]:
                sys.exit(1)


if __name__ == "__main__":
    main()
