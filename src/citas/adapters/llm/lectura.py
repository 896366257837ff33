"""From an answer that fits its schema to what the house calls it."""

from collections.abc import Mapping

from citas.adapters.llm.esquemas import local_schema
from citas.adapters.llm.validez import check, refused, strict_json
from citas.domain.deseos import Intencion
from citas.language.candado.contratos import (
    Ambiguedad,
    Campo,
    Citado,
    Clasificar,
    CodigoDuda,
    Extraccion,
    Extraer,
    Intento,
    Redaccion,
    Redactar,
    Situacion,
)

Json = Mapping[str, object]


def read_intento(content: str, encargo: Clasificar) -> Intento:
    """Read `intencion.1`. Raises InterpreterError."""
    value = _fitting(content, encargo)
    other = _text(value, "otra_lectura")
    return Intento(
        Intencion(str(value["intencion"])), _text(value, "evidencia"), Intencion(other) if other else None
    )


def read_extraccion(content: str, encargo: Extraer) -> Extraccion:
    """Read `extraccion.1`. Raises InterpreterError."""
    value = _fitting(content, encargo)
    doubts = value["ambiguedades"]
    return Extraccion(
        servicio=_citado(value, "servicio", "id"),
        fecha=_citado(value, "fecha", "valor"),
        hora=_citado(value, "hora", "valor"),
        cita=_citado(value, "cita", "id"),
        ambiguedades=tuple(_ambiguedad(one) for one in doubts) if isinstance(doubts, list) else (),
    )


def read_redaccion(content: str, encargo: Redactar) -> Redaccion:
    """Read `respuesta.1`. Raises InterpreterError."""
    value = _fitting(content, encargo)
    return Redaccion(Situacion(str(value["situacion"])), str(value["texto"]))


def _fitting(content: str, encargo: Clasificar | Extraer | Redactar) -> Json:
    value = strict_json(content)
    check(value, local_schema(encargo))
    if not isinstance(value, dict):
        raise refused("tipo")
    return value


def _text(value: Json, key: str) -> str | None:
    found = value[key]
    return found if isinstance(found, str) else None


def _citado(value: Json, campo: str, key: str) -> Citado:
    found = value[campo]
    return Citado(_text(found, key), _text(found, "evidencia")) if isinstance(found, Mapping) else Citado()


def _ambiguedad(value: Json) -> Ambiguedad:
    return Ambiguedad(CodigoDuda(str(value["codigo"])), Campo(str(value["campo"])), _text(value, "evidencia"))
