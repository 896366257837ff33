"""An installation with one tenant: its catalogue, its store, its clock, and how its hours are written."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench.servidor import environment, made_tenant

ZONA = ZoneInfo("America/Bogota")
BEGIN = datetime(2026, 11, 1, 6, tzinfo=ZONA)


def tenant(recursos: list[dict[str, object]], minutos: int, slot_minutos: int) -> dict[str, object]:
    """Return a tenant file: open every day from 08:00 to 20:00, and nothing asks for a yes."""
    return {
        "nombre": "Barbería disputada",
        "zona_horaria": "America/Bogota",
        "pais": "CO",
        "contacto": {"telefono": "+57 3001234567"},
        "consentimiento": {"acepta": "true", "nombre": "Ana Gómez", "version": "1"},
        "horarios": {"lunes-domingo": ["08:00-20:00"]},
        "politicas": {
            "confirmar": "false",
            "abre_feriados": "true",
            "cancelacion_min_horas": "0",
            "max_adelanto_dias": "120",
            "slot_minutos": str(slot_minutos),
        },
        "servicios": [
            {"NombreServicio": "corte cabello", "Duración": str(minutos), "alias": ["corte"]},
            {"NombreServicio": "barba", "Duración": str(minutos)},
        ],
        "recursos": recursos,
    }


@dataclass
class Clock:
    """The clock of every process of the site: a file, moved by hand."""

    path: Path
    now: datetime = BEGIN

    def advance(self, seconds: float) -> None:
        """Let time pass, in all processes at once."""
        self.now += timedelta(seconds=seconds)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(self.now.isoformat())
        fresh.replace(self.path)

    @property
    def ms(self) -> int:
        """The instant in epoch milliseconds."""
        return int(self.now.timestamp() * 1000)


@dataclass(frozen=True)
class Site:
    """A tenant in a new store; ids by name. `folder`: what its processes log, and its file if it is one."""

    folder: str
    store: str
    env: dict[str, str]
    clock: Clock
    tenant_id: str
    key: str
    servicios: Mapping[str, str]
    recursos: Mapping[str, str]


@contextmanager
def installed(described: dict[str, object], store: str | None = None) -> Iterator[Site]:
    """Create the tenant in an empty store, by default a file in a folder of its own, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="citas-bench-") as folder:
        clock = Clock(Path(folder, "reloj"))
        clock.advance(0)
        store = store or f"sqlite:///{folder}/citas.db"
        env = environment(store, f"file:{clock.path}")
        # Processes are started many times: they find their bytecode, and leave none beside the source.
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        env.setdefault("PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir(), "citas-bench-pyc")))
        made: Mapping[str, Any] = made_tenant(described, folder, env)
        yield Site(
            folder,
            store,
            env,
            clock,
            made["tenant_id"],
            made["api_key"],
            {servicio["NombreServicio"]: servicio["id"] for servicio in made["servicios"]},
            {recurso["nombre"]: recurso["id"] for recurso in made["recursos"]},
        )


def wire_day(day: date) -> str:
    """Return yyyy/mm/dd."""
    return f"{day:%Y/%m/%d}"


def wire_hour(minutos: int) -> str:
    """Return hh:mm; the end of the day is 24:00."""
    return f"{minutos // 60:02d}:{minutos % 60:02d}"


def minutes_of(hora: str) -> int:
    """Return the minutes since midnight of hh:mm."""
    return int(hora[:2]) * 60 + int(hora[3:])


def spoken_hour(minutos: int) -> str:
    """Return the hour as the replies write it."""
    hour = minutos // 60
    return f"{(hour - 1) % 12 + 1}:{minutos % 60:02d} {'a' if hour < 12 else 'p'}. m."


def phone_of(number: int) -> str:
    """Return a phone of Colombia in E.164, another one for each number."""
    return f"+573{10 + number // 10_000_000:02d}{number % 10_000_000:07d}"
