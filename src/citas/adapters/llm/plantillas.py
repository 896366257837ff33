"""The prompts: versioned files of the package, read once, and the message that each question becomes."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from citas.language.candado.contratos import Encargo, Extraer, Redactar
from citas.language.wording.palabras import DIAS

VERSIONS = {"intencion": "intencion.1", "extraccion": "extraccion.1", "respuesta": "respuesta.1"}


@dataclass(frozen=True, slots=True)
class Plantilla:
    """The static part of a prompt; its `huella` tells two texts of one version apart."""

    contrato: str
    texto: str
    huella: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent: the template with the closed lists below it, and what was written as one JSON string."""

    contrato: str
    huella: str
    system: str
    user: str


@cache
def plantilla(paso: str) -> Plantilla:
    """Return the template of a step."""
    contrato = VERSIONS[paso]
    file = files("citas.adapters.llm").joinpath("plantillas", f"{contrato}.txt")
    texto = file.read_text("utf-8").strip()
    return Plantilla(contrato, texto, hashlib.sha256(texto.encode()).hexdigest()[:12])


def prompt_of(encargo: Encargo) -> Prompt:
    """Make the prompt of a question: the static part first, so that a provider may cache it."""
    found = plantilla(encargo.paso)
    system = "\n\n".join((found.texto, *_lists(encargo)))
    said = encargo.base if isinstance(encargo, Redactar) else encargo.texto
    return Prompt(found.contrato, found.huella, system, json.dumps(said, ensure_ascii=False))


def _lists(encargo: Encargo) -> Iterable[str]:
    if isinstance(encargo, Redactar):
        yield f"La situación es: {encargo.situacion.value}"
    if isinstance(encargo, Extraer):
        yield f"Hoy es {DIAS[encargo.hoy.weekday()]} {encargo.hoy.isoformat()}."
        yield _list("Servicios", encargo.servicios)
        yield _list("Citas que el cliente ya tiene", encargo.citas)


def _list(title: str, items: Mapping[str, str]) -> str:
    lines = "\n".join(f"- {key}: {' '.join(name.split())}" for key, name in items.items())
    return f"{title}:\n{lines or '- ninguna'}"


def runs_of(texto: str, length: int) -> frozenset[tuple[str, ...]]:
    """Return all runs of that many words in a text."""
    words = texto.casefold().split()
    return frozenset(tuple(words[at : at + length]) for at in range(len(words) - length + 1))
