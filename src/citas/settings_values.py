"""What the value of a variable may be: each parser raises ValueError with a sentence that says problem and remedy."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

W = TypeVar("W", bound=str)


def one_of(*words: W) -> Callable[[str], W]:
    """Accept exactly one of these words."""

    def parse(value: str) -> W:
        for word in words:
            if word == value:
                return word
        raise ValueError(f"«{value}» no existe; escriba {', '.join(words[:-1])} o {words[-1]}")

    return parse


def prices(value: str) -> tuple[float, float]:
    """Read "0.20,1.25": USD for a million tokens in and out."""
    match = re.fullmatch(r"([0-9]{1,5}(?:\.[0-9]{1,6})?)\s*,\s*([0-9]{1,5}(?:\.[0-9]{1,6})?)", value)
    if match is None:
        raise ValueError(
            f"«{value}» no son dos precios; escriba los USD por millón de tokens que entran y que salen: 0.20,1.25"
        )
    return float(match[1]), float(match[2])


def store(value: str) -> Path | str:
    """Read where the citas are kept: a file of SQLite, or the address of MongoDB."""
    return _mongodb(value) if value.startswith("mongodb") else _sqlite(value)


def _mongodb(value: str) -> str:
    match = re.fullmatch(r"mongodb(?:\+srv)?://(?:[^/@\s]+@)?([^/@?\s]+)(?:/([^/?\s]*))?(?:\?\S*)?", value)
    if match is None:
        raise ValueError(
            f"«{_public(value)}» no es la dirección de un MongoDB; escríbala así: "
            "mongodb://usuario:clave@servidor:27017/citas?replicaSet=rs0 (en la clave, @ es %40 y / es %2F)"
        )
    if not match[2]:
        raise ValueError(
            f"a «{_public(value)}» le falta el nombre de la base; escríbalo tras la barra: …/citas"
        )
    return value


def _sqlite(value: str) -> Path:
    prefix = "sqlite:///"
    if not value.startswith(prefix) or not value.removeprefix(prefix) or "?" in value:
        raise ValueError(
            f"«{_public(value)}» no es un almacén; escriba sqlite:///citas.db (relativo) "
            "o sqlite:////var/lib/citas/citas.db (absoluto, con cuatro barras), "
            "o mongodb://servidor:27017/citas?replicaSet=rs0"
        )
    path = Path(value.removeprefix(prefix))
    if path.is_dir():
        raise ValueError(
            f"«{path}» es una carpeta; agregue el nombre del archivo: {value.rstrip('/')}/citas.db"
        )
    if not path.absolute().parent.is_dir():
        raise ValueError(f"la carpeta «{path.parent}» no existe; créela o escriba otra")
    return path


def redis(value: str) -> str:
    """Check the address of a Redis."""
    parts = urlsplit(value)
    there = parts.path if parts.scheme == "unix" else parts.hostname
    if parts.scheme not in {"redis", "rediss", "unix"} or not there or re.search(r"\s", value):
        raise ValueError(
            f"«{_public(value)}» no es la dirección de un Redis; escríbala así: redis://localhost:6379/0"
        )
    return value


def _public(value: str) -> str:
    """Hide what may be a password in an address."""
    return re.sub(r"//.*@", "//…@", value)


def seconds(value: str) -> float:
    """Read seconds greater than 0."""
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", value) or float(value) <= 0:
        raise ValueError(f"«{value}» no son segundos; escriba un número mayor que 0, como 10")
    return float(value)


def count(value: str) -> int:
    """Read a whole number."""
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise ValueError(f"«{value}» no es un número entero; escriba 1200, o 0 para no poner límite")
    return int(value)


def url(value: str) -> str:
    """Check a whole http or https address."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"\s", value):
        raise ValueError(
            f"«{_public(value)}» no es una dirección; escríbala entera: https://citas.minegocio.com"
        )
    return value


def base(value: str) -> str:
    """Read an address that paths are added to."""
    return url(value).rstrip("/")


def origins(value: str) -> tuple[str, ...]:
    """Read origins of CORS, separated by commas or spaces."""
    origins = tuple(origin.rstrip("/") for origin in re.split(r"[,\s]+", value) if origin)
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or parts.path or not parts.hostname:
            raise ValueError(
                f"«{origin}» no es un origen; escriba esquema y dominio, separados por comas: "
                "https://app.minegocio.com"
            )
    return origins


def secret(value: str) -> str:
    """Check a secret: ASCII without spaces."""
    if re.search(r"\s", value) or not value.isascii():
        raise ValueError("tiene espacios o letras con tilde; escriba sólo letras y cifras, al azar")
    return value
