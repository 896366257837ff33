"""The environment, read once into one frozen Settings; what cannot be, refuses to start."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")

PREFIX = "CITAS_"
# A tenant file names such a variable itself (`cloud.token_env`).
TOKENS = "CITAS_CLOUD_TOKEN"
_NOT_IN_THIS_VERSION = "no está en esta versión"


class SettingsError(Exception):
    """Some variables cannot be; each problem names the variable, what is wrong and the remedy."""

    def __init__(self, problemas: tuple[str, ...]) -> None:
        super().__init__("\n".join(problemas))
        self.problemas = problemas


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; the defaults are those of the contract.

    `clock`: None, an instant as it was written, or `file:PATH`. Times are seconds.
    `unknown`: variables that begin like ours and mean nothing, with the name that was probably meant.
    """

    sqlite_path: Path
    clock: str | None = None
    log: Literal["json", "text"] = "json"
    message_timeout: float = 10.0
    cors_origins: tuple[str, ...] = ()
    limite_por_minuto: int = 1200
    url_publica: str | None = None
    alerta_webhook: str | None = None
    metrics_token: str | None = None
    unknown: tuple[tuple[str, str | None], ...] = ()


def read_settings() -> Settings:
    """Read this process's environment. Raises SettingsError."""
    return settings_from(os.environ)


def set_metrics_folder(path: str) -> None:
    """Tell the workers that this process starts where their metrics meet."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = path


def metrics_folder() -> str | None:
    """Return where the metrics of several workers meet; None: this process serves alone."""
    return os.environ.get("PROMETHEUS_MULTIPROC_DIR")


def settings_from(env: Mapping[str, str]) -> Settings:
    """Read an environment. Raises SettingsError with all that is wrong."""
    reader = _Reader(env)
    settings = _read(reader)
    if reader.problemas:
        raise SettingsError(tuple(reader.problemas))
    return settings


def _read(reader: "_Reader") -> Settings:
    for name, check in _ABSENT.items():
        reader.read(name, None, check)
    _check_models(reader)
    return Settings(
        sqlite_path=reader.read("CITAS_STORE", Path("citas.db"), _store),
        clock=reader.read("CITAS_CLOCK", None, str),
        log=reader.read("CITAS_LOG", "json", _log),
        message_timeout=reader.read("CITAS_MESSAGE_TIMEOUT", 10.0, _seconds),
        cors_origins=reader.read("CITAS_CORS_ORIGINS", (), _origins),
        limite_por_minuto=reader.read("CITAS_LIMITE_POR_MINUTO", 1200, _count),
        url_publica=reader.read("CITAS_URL_PUBLICA", None, _base),
        alerta_webhook=reader.read("CITAS_ALERTA_WEBHOOK", None, _url),
        metrics_token=reader.read("CITAS_METRICS_TOKEN", None, _secret),
        unknown=reader.unknown(),
    )


class _Reader:
    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = {name: value.strip() for name, value in env.items() if name.startswith(PREFIX)}
        self._known: set[str] = set(LLM_VARIABLES)
        self.problemas: list[str] = []

    def value(self, name: str) -> str | None:
        """Return what a variable holds; empty counts as absent."""
        self._known.add(name)
        return self._env.get(name) or None

    def read(self, name: str, default: T, parse: Callable[[str], T]) -> T:
        """Parse a variable; `parse` raises ValueError with a sentence that says problem and remedy."""
        value = self.value(name)
        if value is None:
            return default
        try:
            return parse(value)
        except ValueError as exc:
            self.problemas.append(f"{name}: {exc}")
            return default

    def unknown(self) -> tuple[tuple[str, str | None], ...]:
        """Return the variables that nobody asked for."""
        names = sorted(n for n in self._env if n not in self._known and not n.startswith(TOKENS))
        return tuple((n, next(iter(get_close_matches(n, self._known, n=1, cutoff=0.8)), None)) for n in names)


LLM_VARIABLES = (
    "CITAS_LLM_BASE_URL",
    "CITAS_LLM_API_KEY",
    "CITAS_LLM_MODEL",
    "CITAS_LLM_SCHEMA",
    "CITAS_LLM_AUTH",
    "CITAS_LLM_PRECIOS",
    "CITAS_LLM_TIMEOUT",
)


def _check_models(reader: _Reader) -> None:
    modo = reader.value("CITAS_IA")
    if modo == "reglas":
        return
    if modo in {"llm", "hibrido"}:
        reader.problemas.append(
            f"CITAS_IA: «{modo}» {_NOT_IN_THIS_VERSION}, que entiende sólo con reglas; escriba CITAS_IA=reglas"
        )
    elif modo:
        reader.problemas.append(f"CITAS_IA: «{modo}» no existe; escriba CITAS_IA=reglas")
    elif any(reader.value(name) for name in ("CITAS_LLM_BASE_URL", "CITAS_LLM_MODEL")):
        reader.problemas.append(
            f"CITAS_LLM_MODEL: hablar con un modelo {_NOT_IN_THIS_VERSION}; "
            "quite las variables CITAS_LLM_… o escriba CITAS_IA=reglas"
        )


def _absent(que: str) -> Callable[[str], None]:
    def refuse(_value: str) -> None:
        raise ValueError(f"{que} {_NOT_IN_THIS_VERSION}; quite la variable")

    return refuse


_ABSENT: Mapping[str, Callable[[str], None]] = {
    "CITAS_REDIS": _absent("la cola en Redis"),
    "CITAS_CLOUD_VERIFY_TOKEN": _absent("el canal de la Cloud API de Meta"),
    "CITAS_CLOUD_APP_SECRET": _absent("el canal de la Cloud API de Meta"),
}


def _store(value: str) -> Path:
    if value.startswith("mongodb"):
        raise ValueError(f"MongoDB {_NOT_IN_THIS_VERSION}; escriba sqlite:///citas.db")
    prefix = "sqlite:///"
    if not value.startswith(prefix) or not value.removeprefix(prefix) or "?" in value:
        raise ValueError(
            f"«{_public(value)}» no es un almacén; escriba sqlite:///citas.db (relativo) "
            "o sqlite:////var/lib/citas/citas.db (absoluto, con cuatro barras)"
        )
    path = Path(value.removeprefix(prefix))
    if path.is_dir():
        raise ValueError(
            f"«{path}» es una carpeta; agregue el nombre del archivo: {value.rstrip('/')}/citas.db"
        )
    if not path.absolute().parent.is_dir():
        raise ValueError(f"la carpeta «{path.parent}» no existe; créela o escriba otra")
    return path


def _public(value: str) -> str:
    """Hide what may be a password in an address."""
    return re.sub(r"//[^/@]*@", "//…@", value)


def _log(value: str) -> Literal["json", "text"]:
    if value == "json":
        return "json"
    if value == "text":
        return "text"
    raise ValueError(f"«{value}» no es un formato; escriba json o text")


def _seconds(value: str) -> float:
    if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", value) or float(value) <= 0:
        raise ValueError(f"«{value}» no son segundos; escriba un número mayor que 0, como 10")
    return float(value)


def _count(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise ValueError(f"«{value}» no es un número entero; escriba 1200, o 0 para no poner límite")
    return int(value)


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"\s", value):
        raise ValueError(
            f"«{_public(value)}» no es una dirección; escríbala entera: https://citas.minegocio.com"
        )
    return value


def _base(value: str) -> str:
    return _url(value).rstrip("/")


def _origins(value: str) -> tuple[str, ...]:
    origins = tuple(origin.rstrip("/") for origin in re.split(r"[,\s]+", value) if origin)
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or parts.path or not parts.hostname:
            raise ValueError(
                f"«{origin}» no es un origen; escriba esquema y dominio, separados por comas: "
                "https://app.minegocio.com"
            )
    return origins


def _secret(value: str) -> str:
    if re.search(r"\s", value) or not value.isascii():
        raise ValueError("tiene espacios o letras con tilde; escriba sólo letras y cifras, al azar")
    return value
