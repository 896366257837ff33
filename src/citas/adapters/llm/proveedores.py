"""How the providers of one protocol differ, as one table; whoever is not in it is asked in the common way."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from citas.language.escritos.privacidad import EN_CASA

FormaEsquema = Literal["json_schema", "json_object", "none"]
Acceso = Literal["bearer", "api-key"]


@dataclass(frozen=True, slots=True)
class Proveedor:
    """`host`: the end of its address. `limite`: what it calls the most tokens of an answer."""

    host: str
    nombre: str
    limite: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"


PROVEEDORES = (
    Proveedor("generativelanguage.googleapis.com", "Google"),
    Proveedor("aiplatform.googleapis.com", "Google"),
    Proveedor("api.openai.com", "OpenAI", "max_completion_tokens"),
    Proveedor("openai.azure.com", "Microsoft Azure", "max_completion_tokens"),
    Proveedor("services.ai.azure.com", "Microsoft Azure", "max_completion_tokens"),
    Proveedor("api.anthropic.com", "Anthropic"),
    Proveedor("api.mistral.ai", "Mistral AI"),
    Proveedor("api.deepseek.com", "DeepSeek"),
    Proveedor("api.groq.com", "Groq", "max_completion_tokens"),
    Proveedor("openrouter.ai", "OpenRouter"),
)
_OWN = frozenset({"localhost", "127.0.0.1", "::1"})


def proveedor_of(base_url: str) -> Proveedor:
    """Return who answers at an address."""
    host = urlsplit(base_url).hostname or ""
    for one in PROVEEDORES:
        if host == one.host or host.endswith(f".{one.host}"):
            return one
    return Proveedor(host, EN_CASA if host in _OWN else host)
