"""The environment, read once into one frozen Settings; what cannot be, refuses to start."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, TypeVar

from citas.settings_values import base, count, one_of, origins, prices, redis, seconds, secret, store, url

T = TypeVar("T")

Ia = Literal["reglas", "hibrido", "llm"]

PREFIX = "CITAS_"
# A tenant file names such a variable itself (`cloud.token_env`).
TOKENS = "CITAS_CLOUD_TOKEN"
_HERE: Path | str = Path("citas.db")
_NOT_IN_THIS_VERSION = "no está en esta versión"


class SettingsError(Exception):
    """Some variables cannot be; each problem names the variable, what is wrong and the remedy."""

    def __init__(self, problemas: tuple[str, ...]) -> None:
        super().__init__("\n".join(problemas))
        self.problemas = problemas


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A language model and where it is asked; `precios`: USD for a million tokens in and out."""

    base_url: str
    nombre: str
    api_key: str | None = field(default=None, repr=False)
    forma: Literal["json_schema", "json_object", "none"] = "json_schema"
    acceso: Literal["bearer", "api-key"] = "bearer"
    precios: tuple[float, float] | None = None
    segundos: float = 8.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; the defaults are those of the contract.

    `store`: the file of SQLite, or the address of MongoDB. `clock`: None, an instant as it was written, or `file:PATH`. Times are seconds.
    `unknown`: variables that begin like ours and mean nothing, with the name that was probably meant.
    """

    store: Path | str = field(repr=False)
    clock: str | None = None
    log: Literal["json", "text"] = "json"
    redis: str | None = None
    message_timeout: float = 10.0
    cors_origins: tuple[str, ...] = ()
    limite_por_minuto: int = 1200
    url_publica: str | None = None
    alerta_webhook: str | None = None
    metrics_token: str | None = None
    ia: Ia = "reglas"
    modelo: ModelSettings | None = None
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
    modelo = _model(reader)
    return Settings(
        store=reader.read("CITAS_STORE", _HERE, store),
        clock=reader.read("CITAS_CLOCK", None, str),
        log=reader.read("CITAS_LOG", "json", one_of("json", "text")),
        redis=reader.read("CITAS_REDIS", None, redis),
        message_timeout=reader.read("CITAS_MESSAGE_TIMEOUT", 10.0, seconds),
        cors_origins=reader.read("CITAS_CORS_ORIGINS", (), origins),
        limite_por_minuto=reader.read("CITAS_LIMITE_POR_MINUTO", 1200, count),
        url_publica=reader.read("CITAS_URL_PUBLICA", None, base),
        alerta_webhook=reader.read("CITAS_ALERTA_WEBHOOK", None, url),
        metrics_token=reader.read("CITAS_METRICS_TOKEN", None, secret),
        ia=_mode(reader, modelo),
        modelo=modelo,
        unknown=reader.unknown(),
    )


class _Reader:
    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = {name: value.strip() for name, value in env.items() if name.startswith(PREFIX)}
        self._known: set[str] = set()
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


def _model(reader: _Reader) -> ModelSettings | None:
    """Read the model; all its variables are read whatever the mode, so that none is unknown."""
    base_url = reader.read("CITAS_LLM_BASE_URL", None, base)
    nombre = reader.value("CITAS_LLM_MODEL")
    found = ModelSettings(
        base_url=base_url or "",
        nombre=nombre or "",
        api_key=reader.read("CITAS_LLM_API_KEY", None, secret),
        forma=reader.read("CITAS_LLM_SCHEMA", "json_schema", one_of("json_schema", "json_object", "none")),
        acceso=reader.read("CITAS_LLM_AUTH", "bearer", one_of("bearer", "api-key")),
        precios=reader.read("CITAS_LLM_PRECIOS", None, prices),
        segundos=reader.read("CITAS_LLM_TIMEOUT", 8.0, seconds),
    )
    if nombre and not reader.value("CITAS_LLM_BASE_URL"):
        reader.problemas.append(
            "CITAS_LLM_BASE_URL: falta; escriba la dirección del modelo, como https://api.openai.com/v1"
        )
    if base_url and not nombre:
        reader.problemas.append("CITAS_LLM_MODEL: falta; escriba cómo llama su proveedor al modelo")
    return found if base_url and nombre else None


def _mode(reader: _Reader, modelo: ModelSettings | None) -> Ia:
    usual: Ia = "hibrido" if modelo else "reglas"
    modo = reader.read("CITAS_IA", usual, one_of("reglas", "hibrido", "llm"))
    if modo != "reglas" and modelo is None and not reader.problemas:
        reader.problemas.append(
            f"CITAS_IA: «{modo}» necesita un modelo; escriba CITAS_LLM_BASE_URL y CITAS_LLM_MODEL, o CITAS_IA=reglas"
        )
    return modo


def _absent(que: str) -> Callable[[str], None]:
    def refuse(_value: str) -> None:
        raise ValueError(f"{que} {_NOT_IN_THIS_VERSION}; quite la variable")

    return refuse


_ABSENT: Mapping[str, Callable[[str], None]] = {
    "CITAS_CLOUD_VERIFY_TOKEN": _absent("el canal de la Cloud API de Meta"),
    "CITAS_CLOUD_APP_SECRET": _absent("el canal de la Cloud API de Meta"),
}
