"""Strict JSON and strict fit: what is not exactly an answer of the contract is refused, and never repaired."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NoReturn

from citas.adapters.llm.esquemas import Schema
from citas.domain.errors import InterpreterError

# What no text of a contract holds: controls, what is not seen, halves of characters.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def refused(codigo: str) -> InterpreterError:
    """Return the error of an answer that is none of the contract's."""
    return InterpreterError(codigo, "invalida")


def strict_json(texto: str) -> object:
    """Read one JSON value. Raises InterpreterError for anything that has to be guessed at."""
    try:
        value: object = json.loads(texto, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except RecursionError:
        raise refused("demasiado_hondo") from None
    except ValueError:
        raise refused("no_es_json") from None
    return value


def _no_twins(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise refused("clave_repetida")
    return found


def _no_constant(_name: str) -> NoReturn:
    raise refused("nan")


def check(value: object, schema: Schema) -> None:
    """Hold a value against a schema of the contracts. Raises InterpreterError."""
    for texto in _texts(value):
        if any(unicodedata.category(c) in _UNSEEN for c in texto):
            raise refused("caracteres")
    _check(value, schema)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _check(value: object, schema: Schema) -> None:
    options = schema.get("anyOf")
    if isinstance(options, list):
        _check(value, options[-1] if value is None else options[0])
        return
    _CHECKS[str(schema["type"])](value, schema)


def _null(value: object, _schema: Schema) -> None:
    if value is not None:
        raise refused("tipo")


def _string(value: object, schema: Schema) -> None:
    if not isinstance(value, str):
        raise refused("tipo")
    known, pattern = schema.get("enum"), schema.get("pattern")
    if isinstance(known, list) and value not in known:
        raise refused("fuera_de_lista")
    if isinstance(pattern, str) and not re.fullmatch(pattern, value):
        raise refused("forma")
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    if isinstance(least, int) and isinstance(most, int) and not least <= len(value) <= most:
        raise refused("largo")


def _array(value: object, schema: Schema) -> None:
    items, most = schema["items"], schema["maxItems"]
    if not isinstance(value, list):
        raise refused("tipo")
    if isinstance(most, int) and len(value) > most:
        raise refused("largo")
    for item in value:
        if isinstance(items, Mapping):
            _check(item, items)


def _object(value: object, schema: Schema) -> None:
    properties = schema["properties"]
    if not isinstance(value, dict) or not isinstance(properties, Mapping):
        raise refused("tipo")
    if properties.keys() - value.keys():
        raise refused("falta_clave")
    if value.keys() - properties.keys():
        raise refused("clave_de_mas")
    for key, inner in properties.items():
        _check(value[key], inner)


_CHECKS = {"null": _null, "string": _string, "array": _array, "object": _object}
