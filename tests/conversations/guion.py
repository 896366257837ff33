"""The YAML of a conversation, read: who writes what, what the owner does, what is expected, what stays."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from citas.adapters.cli.tenant_file import parse_tenant
from citas.application.tenant_draft import TenantDraft

HERE = Path(__file__).parent
Fields = dict[str, object]


@dataclass(frozen=True)
class Turno:
    """One mensaje (or burst of lines) and what it must come to; `dueno`: what the owner does instead."""

    lineas: tuple[str, ...] = ()
    espera: str = ""
    opciones: Fields = field(default_factory=dict)
    dueno: str | None = None


@dataclass(frozen=True)
class Guion:
    """A whole conversation. `ahora` is the service's clock at the start, in the tenant's zone."""

    id: str
    tenant: str
    ahora: str
    turnos: tuple[Turno, ...]
    queda: tuple[str, ...]
    con: Fields
    dadas: tuple[str, ...]
    gente: dict[str, Fields]


def guiones() -> list[Guion]:
    """Read every conversation of `casos/`."""
    return [_guion(raw) for path in sorted(HERE.glob("casos/*.yaml")) for raw in _load(path)]


def _load(path: Path) -> list[Fields]:
    return cast("list[Fields]", yaml.safe_load(path.read_text(encoding="utf-8")))


def _guion(raw: Fields) -> Guion:
    return Guion(
        id=str(raw["id"]),
        tenant=str(raw["tenant"]),
        ahora=str(raw["ahora"]),
        turnos=tuple(map(_turno, cast("list[object]", raw["turnos"]))),
        queda=tuple(cast("list[str]", raw.get("queda", []))),
        con=cast("Fields", raw.get("con", {})),
        dadas=tuple(cast("list[str]", raw.get("dadas", []))),
        gente=cast("dict[str, Fields]", raw.get("gente", {})),
    )


def _turno(raw: object) -> Turno:
    if isinstance(raw, dict):
        return Turno(dueno=str(raw["dueno"]))
    texto, espera, *rest = cast("list[object]", raw)
    lineas = tuple(cast("list[str]", texto)) if isinstance(texto, list) else (str(texto),)
    return Turno(lineas, str(espera), cast("Fields", rest[0]) if rest else {})


@cache
def _file(nombre: str) -> str:
    return (HERE / "tenants" / f"{nombre}.yaml").read_text(encoding="utf-8")


@cache
def _plain(nombre: str) -> TenantDraft:
    return parse_tenant(_file(nombre).encode())


def draft(nombre: str, con: Fields) -> TenantDraft:
    """Read a tenant file; `con` replaces fields of it, and single politicas."""
    if not con:
        return _plain(nombre)
    data = cast("dict[str, object]", yaml.load(_file(nombre), yaml.BaseLoader))  # noqa: S506 - BaseLoader makes only text
    politicas = cast("Fields", data["politicas"]) | cast("Fields", con.get("politicas", {}))
    merged = data | con | {"politicas": politicas}
    return parse_tenant(yaml.safe_dump(merged, allow_unicode=True).encode())
