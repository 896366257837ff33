"""A model that misbehaves, started for a measure; and the house that asks it, whole, in this process."""

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from citas.adapters.cli.tenant_file import parse_tenant
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.ports import Caller, CitaFilter, World
from citas.application.tenants import create_tenant
from citas.application.wire import Wire, cita_wire
from citas.bootstrap import Installation, install, running
from citas.domain.catalogo import ModoIA, Tenant
from citas.settings import settings_from

CLOCK = "2026-11-23T09:00:00-05:00"  # a Monday
NOW_MS = 1_795_442_400_000
START_SECONDS = 10
PATIENCE = 120  # it may be busy with what it does wrong
PRICES = "0.10,0.40"
# What the first step finds in every text of a measure, so that the ones behind it are reached.
FIXED = {
    "intencion": {
        "contrato": "intencion.1",
        "intencion": "agendar",
        "evidencia": "un corte",
        "otra_lectura": None,
    },
    "extraccion": {
        "contrato": "extraccion.1",
        "servicio": {"id": None, "evidencia": None},
        "fecha": {"valor": None, "evidencia": None},
        "hora": {"valor": None, "evidencia": None},
        "cita": {"id": None, "evidencia": None},
        "ambiguedades": [],
    },
    "respuesta": {
        "contrato": "respuesta.1",
        "situacion": "confirmar_propuesta",
        "texto": "¡Claro que sí! {{servicio}} {{fecha}} a {{hora}}, ¿te sirve?",
    },
}


@dataclass(frozen=True, slots=True)
class Adverso:
    """The address of a server that misbehaves as its `/__faulty/mode` is told; `log`: all that it was sent."""

    base: str
    script: Path
    log: Path

    def plays(self, mode: str, step: str | None = None) -> None:
        """Misbehave so, at one step or at all of them."""
        plan: dict[str, object] = {"mode": mode, "target": None, "elsewhere": "ok_fixed"}
        self._post("mode", plan | ({"target": f"^{step}$"} if step else {}))

    def mixes(self, mix: str) -> None:
        """Draw a conduct for each request."""
        self._post("mode", {"mix": mix})

    def asked(self) -> int:
        """Return how many requests came so far."""
        with urllib.request.urlopen(f"{self.base}/__faulty/stats", timeout=PATIENCE) as answer:  # noqa: S310 - loopback
            stats: Mapping[str, Mapping[str, int]] = json.load(answer)
        return sum(stats["by_mark"].values())

    def _post(self, what: str, body: Mapping[str, object]) -> None:
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{self.base}/__faulty/{what}", json.dumps(body).encode()
        )
        urllib.request.urlopen(request, timeout=PATIENCE).close()  # noqa: S310 - loopback

    def modes(self) -> list[str]:
        """Return all that it can do wrong."""
        said = subprocess.run(
            [sys.executable, self.script, "modes"], capture_output=True, text=True, check=True
        ).stdout
        return [line.split()[0] for line in said.splitlines()[:-1]]

    def audit(self, pii: Path, canary: str) -> tuple[int, str]:
        """Let it look through all that it was sent."""
        done = subprocess.run(
            [sys.executable, self.script, "audit", self.log, "--pii", pii, "--canary", canary],
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    def scan(self, pii: Path, *files: Path) -> tuple[int, str]:
        """Let it look for personal data in files."""
        done = subprocess.run(
            [sys.executable, self.script, "scan", "--pii", pii, *files],
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout


@contextmanager
def adverso(script: Path) -> Iterator[Adverso]:
    """Start the server of a script, and end it by its id."""
    with tempfile.TemporaryDirectory(prefix="citas-modelo-") as folder:
        port, log, fixed = (Path(folder) / name for name in ("port", "calls.jsonl", "fixed.json"))
        fixed.write_text(json.dumps(FIXED))
        command = [
            *(
                sys.executable,
                str(script),
                "serve",
                "--port",
                "0",
                "--port-file",
                str(port),
                "--log",
                str(log),
            ),
            *(
                "--today",
                "2026-11-23",
                "--fixed",
                str(fixed),
                "--slow-s",
                "1",
                "--trickle-s",
                "0.3",
                "--bomb-mb",
                "64",
            ),
        ]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            yield Adverso(f"http://127.0.0.1:{_written(port)}", script, log)
        finally:
            process.terminate()
            process.wait(10)


def _written(path: Path) -> str:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if path.exists() and (text := path.read_text().strip()):
            return text
        time.sleep(0.02)  # noqa: TID251 - a real process is waited for in real time
    raise RuntimeError("the server did not start")


def tenant_file(nombre: str, **changes: object) -> bytes:
    """Return a barbershop that is open every day, as its file."""
    politicas = {"abre_feriados": "true", "max_adelanto_dias": "60", "max_citas_por_cliente": "900"}
    return json.dumps(
        {
            "nombre": nombre,
            "zona_horaria": "America/Bogota",
            "pais": "CO",
            "contacto": {"telefono": f"+57 300{abs(hash(nombre)) % 10_000_000:07d}"},
            "consentimiento": {"acepta": "true", "nombre": "Quien consiente", "version": "1"},
            "horarios": {"lunes-domingo": ["07:00-21:00"]},
            "servicios": [
                {"NombreServicio": "corte", "Duración": "30"},
                {"NombreServicio": "tinte", "Duración": "60"},
                {"NombreServicio": "manicura", "Duración": "45", "alias": ["uñas"]},
            ],
            "recursos": [{"nombre": f"Silla {n}"} for n in range(1, 13)],
            **changes,
            "politicas": politicas | dict(changes.get("politicas", {})),  # type: ignore[call-overload]  # a mapping
        },
        ensure_ascii=False,
    ).encode()


@dataclass
class Casa:
    """The whole application over a new SQLite file, asking one model."""

    installation: Installation
    world: World
    folder: Path

    async def business(self, nombre: str, **changes: object) -> Tenant:
        """Found a business."""
        created = await create_tenant(self.world, parse_tenant(tenant_file(nombre, **changes)))
        return created.tenant

    async def says(self, tenant: Tenant, de: str, text: str, ms: int = 0) -> Wire:
        """Post a mensaje and return its answer."""
        entrante = Entrante(de=de, lineas=(Linea(text, NOW_MS - 60_000 + ms),))
        return await handle_mensaje(self.world, Caller(tenant.id, "f" * 24), entrante)

    async def agenda(self, tenant: Tenant) -> list[Wire]:
        """Return the confirmed citas."""
        found: list[Wire] = []
        after = None
        while True:
            page = await self.world.stores.of(tenant.id).citas(CitaFilter(desde=0, limit=200, after=after))
            found += [cita_wire(cita, tenant) for cita in page]
            if len(page) < 200:
                return found
            after = (page[-1].start, page[-1].id)

    def counted(self, name: str) -> dict[tuple[str, ...], float]:
        """Return a counter of the contract, by its labels."""
        lines = self.installation.telemetry.render().decode().splitlines()
        found: dict[tuple[str, ...], float] = {}
        for line in lines:
            if line.startswith((f"{name}{{", f"{name} ")):
                labels, _, value = line.removeprefix(name).rpartition(" ")
                found[
                    tuple(part.split("=")[1].strip('"') for part in labels.strip("{}").split(",") if part)
                ] = float(value)
        return found


@asynccontextmanager
async def casa(base_url: str, ia: ModoIA, segundos: float = 8.0) -> AsyncIterator[Casa]:
    """Open the application over a store of its own."""
    with tempfile.TemporaryDirectory(prefix="citas-modelo-") as folder:
        settings = settings_from(
            {
                "CITAS_STORE": f"sqlite:///{folder}/citas.db",
                "CITAS_CLOCK": CLOCK,
                "CITAS_IA": ia,
                "CITAS_LLM_BASE_URL": base_url,
                "CITAS_LLM_MODEL": "adverso",
                "CITAS_LLM_API_KEY": "clave-de-nadie",
                "CITAS_LLM_PRECIOS": PRICES,
                "CITAS_LLM_TIMEOUT": f"{segundos:g}",
            }
        )
        installation = install(settings)
        async with running(installation) as world:
            yield Casa(installation, world, Path(folder))
