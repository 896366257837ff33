"""The envelope of chat completions: the request that is sent, and what is taken of the answer around a content."""

from collections.abc import Mapping
from dataclasses import dataclass

from citas.adapters.llm.esquemas import Schema, wire_schema
from citas.adapters.llm.plantillas import Prompt
from citas.adapters.llm.proveedores import FormaEsquema
from citas.adapters.llm.validez import refused, strict_json
from citas.application.ports import Consumo
from citas.domain.errors import InterpreterError

TEMPERATURE = 0
MOST_TOKENS: Mapping[str, int] = {"intencion": 160, "extraccion": 600, "respuesta": 300}
# A rough count of a text that nobody measured, on the high side.
_BYTES_A_TOKEN = 3
# Reasoning that is charged beside the answer may be longer than it, but not by any measure.
_PLAUSIBLE_OUT = 20


@dataclass(frozen=True, slots=True)
class Sobre:
    """What came in an envelope: the content, and what it took, where that is told and can be."""

    content: str
    consumo: Consumo | None


def request_of(
    paso: str, prompt: Prompt, schema: Schema, *, modelo: str, forma: FormaEsquema, limite: str
) -> dict[str, object]:
    """Return the body of a request."""
    body: dict[str, object] = {
        "model": modelo,
        "messages": [
            {"role": "system", "content": prompt.system},
            {"role": "user", "content": prompt.user},
        ],
        "temperature": TEMPERATURE,
        limite: MOST_TOKENS[paso],
    }
    if forma == "json_schema":
        wired = {"name": paso, "strict": True, "schema": wire_schema(schema)}
        body["response_format"] = {"type": "json_schema", "json_schema": wired}
    elif forma == "json_object":
        body["response_format"] = {"type": "json_object"}
    return body


def estimate(paso: str, sent: bytes) -> Consumo:
    """Return what a request takes at most, by its length."""
    return Consumo(len(sent) // _BYTES_A_TOKEN + 1, MOST_TOKENS[paso])


def open_envelope(body: bytes, paso: str, sent: bytes) -> Sobre:
    """Take the content out of an answer. Raises InterpreterError."""
    value = _envelope(body)
    choices = value.get("choices")
    if not isinstance(choices, list) or len(choices) != 1 or not isinstance(choices[0], dict):
        raise refused("opciones")
    return Sobre(_content(choices[0]), _usage(value.get("usage"), paso, sent))


def _envelope(body: bytes) -> Mapping[str, object]:
    try:
        texto = body.decode("utf-8", "strict")
    except UnicodeDecodeError:
        raise refused("codificacion") from None
    if not texto.lstrip().startswith("{"):
        raise InterpreterError("no_es_el_protocolo", "silencio")
    value = strict_json(texto)
    if not isinstance(value, dict):
        raise refused("sobre")
    if value.get("error"):
        raise InterpreterError("error_en_200", "silencio")
    return value


def _content(choice: Mapping[str, object]) -> str:
    message = choice.get("message")
    if not isinstance(message, dict):
        raise refused("sobre")
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        raise InterpreterError("negativa", "negativa")
    if choice.get("finish_reason") != "stop":
        raise refused("sin_terminar")
    content = message.get("content")
    if message.get("tool_calls") or not isinstance(content, str) or not content.strip():
        raise refused("sin_contenido")
    return content


def _usage(usage: object, paso: str, sent: bytes) -> Consumo | None:
    """Return the tokens that are told, where they can be true."""
    if not isinstance(usage, dict):
        return None
    entrada, salida = usage.get("prompt_tokens"), usage.get("completion_tokens")
    if type(entrada) is not int or type(salida) is not int:
        return None
    plausible = 0 <= entrada <= len(sent) + 64 and 0 <= salida <= _PLAUSIBLE_OUT * MOST_TOKENS[paso]
    return Consumo(entrada, salida) if plausible else None
