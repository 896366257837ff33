"""The values of fields as MongoDB keeps them, and back: dates as `yyyy/mm/dd`, hours as `hh:mm`, ids as ObjectIds."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from bson import DatetimeMS, ObjectId

from citas.domain.catalogo import Contacto, Servicio
from citas.domain.citas import Slot
from citas.domain.horarios import Excepcion, Horarios, Tramo

Convert = Callable[[Any], Any]
Raw = dict[str, Any]

_HEX_ID = re.compile(r"[0-9a-f]{24}")
_DAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_BSON_TYPES: Mapping[Any, str | list[str]] = {str: "string", bool: "bool", int: ["int", "long"]}

# Where the customer's own name of a field is not the domain's.
_RENAMED: Mapping[tuple[type, str], str] = {
    (Servicio, "nombre"): "NombreServicio",
    (Servicio, "minutos"): "Duración",
    (Servicio, "precio"): "Precio",
    (Contacto, "redes_sociales"): "redesSociales",
    (Excepcion, "tramos"): "horarios",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """How one type is kept: there, back, and what a validator says of it."""

    into: Convert
    back: Convert
    schema: Raw


def as_it_is(value: Any) -> Any:
    """Change nothing."""
    return value


def oid(some_id: str) -> ObjectId | str:
    """Return an id of the house as an ObjectId; any other stays the text that it is."""
    return ObjectId(some_id) if _HEX_ID.fullmatch(some_id) else some_id


def fecha(day: date) -> str:
    """Write a day as `yyyy/mm/dd`."""
    return _fecha(day)


@lru_cache(maxsize=2048)
def _fecha(day: date) -> str:
    return day.isoformat().replace("-", "/")


@lru_cache(maxsize=2048)
def _day(text: str) -> date:
    return date.fromisoformat(text.replace("/", "-"))


def hora(minutos: int) -> str:
    """Write minutes since midnight as `hh:mm`."""
    return f"{minutos // 60:02d}:{minutos % 60:02d}"


def _minutos(text: str) -> int:
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


def _tramo(text: str) -> Tramo:
    desde, hasta = text.split("-")
    return Tramo(_minutos(desde), _minutos(hasta))


def _week_into(week: Horarios) -> Raw:
    return {day: [_TRAMO.into(t) for t in tramos] for day, tramos in zip(_DAYS, week, strict=True) if tramos}


def _week_back(raw: Raw) -> tuple[tuple[Tramo, ...], ...]:
    return tuple(tuple(map(_tramo, raw.get(day, ()))) for day in _DAYS)


def _slot_back(raw: Raw) -> Slot:
    return Slot(str(raw["recurso_id"]), _day(raw["fecha"]), raw["slot"])


_ID_SCHEMA: Raw = {"bsonType": ["objectId", "string"]}
_TRAMO = Kept(lambda t: f"{hora(t.desde)}-{hora(t.hasta)}", _tramo, {"bsonType": "string"})

ID = Kept(oid, str, _ID_SCHEMA)
IDS = Kept(
    lambda ids: [oid(i) for i in ids],
    lambda raw: tuple(map(str, raw)),
    {"bsonType": "array", "items": _ID_SCHEMA},
)
# Whole seconds, or milliseconds, as a date of BSON: what TTL and a person with a shell can read.
SECONDS = Kept(lambda seconds: DatetimeMS(1000 * seconds), lambda raw: int(raw) // 1000, {"bsonType": "date"})
MILLIS = Kept(DatetimeMS, int, {"bsonType": "date"})
SLOTS = Kept(
    lambda slots: [
        {"recurso_id": oid(s.recurso_id), "fecha": _fecha(s.fecha), "slot": s.slot} for s in slots
    ],
    lambda raw: tuple(map(_slot_back, raw)),
    {
        # An empty array would be one null key in the unique index, and so a claim of everybody's.
        "bsonType": "array",
        "minItems": 1,
        "items": {
            "bsonType": "object",
            "required": ["recurso_id", "fecha", "slot"],
            "properties": {
                "recurso_id": _ID_SCHEMA,
                "fecha": {"bsonType": "string", "pattern": r"^\d{4}/\d{2}/\d{2}$"},
                "slot": {"bsonType": ["int", "long"], "minimum": 0},
            },
        },
    },
)


@cache
def kept(hint: Any, *, whole: bool = False) -> Kept:
    """Return how a type is kept. `whole`: fields that have their default are written too."""
    options = [option for option in get_args(hint) if option is not NoneType]
    if get_origin(hint) in (Union, UnionType):
        return kept(options[0], whole=whole)
    if hint == Horarios:
        return Kept(_week_into, _week_back, {"bsonType": "object"})
    if get_origin(hint) is tuple:
        return _list(kept(options[0], whole=whole))
    if get_origin(hint) is Literal:
        return Kept(as_it_is, as_it_is, {"enum": options})
    return _of_class(hint, whole=whole)


def _list(item: Kept) -> Kept:
    schema = {"bsonType": "array", "items": item.schema}
    if item.into is as_it_is:
        return Kept(list, tuple, schema)
    return Kept(
        lambda values: [item.into(v) for v in values],
        lambda raw: tuple([item.back(v) for v in raw]),
        schema,
    )


def _of_class(hint: Any, *, whole: bool) -> Kept:
    if hint is date:
        return Kept(_fecha, _day, {"bsonType": "string", "pattern": r"^\d{4}/\d{2}/\d{2}$"})
    if hint is Tramo:
        return _TRAMO
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Kept(lambda member: member.value, hint, {"enum": [member.value for member in hint]})
    if is_dataclass(hint):
        return _record(hint, whole=whole)
    return Kept(as_it_is, as_it_is, {"bsonType": _BSON_TYPES[hint]})


def _record(kind: Any, *, whole: bool) -> Kept:
    """Keep a dataclass as a document; what is None, or (not `whole`) has its default, is left out."""
    hints = get_type_hints(kind)
    parts = [
        (f.name, _RENAMED.get((kind, f.name), f.name), _default(f), kept(hints[f.name], whole=whole))
        for f in fields(kind)
    ]

    def into(value: Any) -> Raw:
        found = ((disk, default, part, getattr(value, name)) for name, disk, default, part in parts)
        return {
            disk: part.into(v)
            for disk, default, part, v in found
            if v is not None and (whole or v != default)
        }

    # A field that has no default and was None is not there either.
    unsaid = {name: None for name, _, default, _ in parts if default is MISSING}

    def back(raw: Raw) -> Any:
        there = {name: part.back(raw[disk]) for name, disk, _, part in parts if raw.get(disk) is not None}
        return kind(**{**unsaid, **there})

    return Kept(into, back, {"bsonType": "object"})


def _default(field: Any) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
