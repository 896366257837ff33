"""The schemas of the contracts: a strict one that every answer is held to, and what a provider is sent of it.

Providers enforce patterns and lengths differently, or not at all, or die of them: the wire schema has none.
"""

from collections.abc import Iterable, Mapping

from citas.domain.deseos import Intencion
from citas.language.candado.contratos import Campo, CodigoDuda, Encargo, Extraer, Redactar

Schema = Mapping[str, object]

LONGEST_QUOTE = 160
LONGEST_TEXT = 600
MOST_DOUBTS = 8
_ONLY_HERE = frozenset({"pattern", "minLength", "maxLength", "maxItems"})


def local_schema(encargo: Encargo) -> Schema:
    """Return the schema that the answer to a question must fit."""
    if isinstance(encargo, Extraer):
        return _extraccion(encargo)
    return _respuesta(encargo) if isinstance(encargo, Redactar) else _intencion()


def wire_schema(schema: Schema) -> Schema:
    """Return what a provider is sent: the same, less what is checked only here."""
    return {key: _wired(value) for key, value in schema.items() if key not in _ONLY_HERE}


def _wired(value: object) -> object:
    if isinstance(value, Mapping):
        return wire_schema(value)
    return [_wired(item) for item in value] if isinstance(value, list) else value


def _object(properties: Mapping[str, object]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _enum(values: Iterable[str]) -> Schema:
    return {"type": "string", "enum": [str(value) for value in values]}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _quote() -> Schema:
    return _or_null({"type": "string", "minLength": 1, "maxLength": LONGEST_QUOTE})


def _value(pattern: str) -> Schema:
    return _object({"valor": _or_null({"type": "string", "pattern": pattern}), "evidencia": _quote()})


def _chosen(ids: Iterable[str]) -> Schema:
    known = list(ids)
    one: Schema = _or_null(_enum(known)) if known else {"type": "null"}
    return _object({"id": one, "evidencia": _quote()})


def _intencion() -> Schema:
    return _object(
        {
            "contrato": _enum(["intencion.1"]),
            "intencion": _enum(Intencion),
            "evidencia": _quote(),
            "otra_lectura": _or_null(_enum(Intencion)),
        }
    )


def _extraccion(encargo: Extraer) -> Schema:
    doubt = _object({"codigo": _enum(CodigoDuda), "campo": _enum(Campo), "evidencia": _quote()})
    return _object(
        {
            "contrato": _enum(["extraccion.1"]),
            "servicio": _chosen(encargo.servicios),
            "fecha": _value("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            "hora": _value("^([01][0-9]|2[0-3]):[0-5][0-9]$"),
            "cita": _chosen(encargo.citas),
            "ambiguedades": {"type": "array", "items": doubt, "maxItems": MOST_DOUBTS},
        }
    )


def _respuesta(encargo: Redactar) -> Schema:
    return _object(
        {
            "contrato": _enum(["respuesta.1"]),
            "situacion": _enum([encargo.situacion]),
            "texto": {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
        }
    )
