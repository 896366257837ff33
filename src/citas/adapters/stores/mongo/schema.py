"""The schema: collections, their validators and indexes, made where they are missing, by however many at once."""

from collections.abc import Awaitable, Mapping
from typing import Any

from pymongo.errors import CollectionInvalid, OperationFailure

from citas.adapters.stores.mongo.database import Database
from citas.adapters.stores.mongo.documents import BLOQUEO, CODECS, Codec
from citas.adapters.stores.mongo.indexes import indexes_of
from citas.adapters.stores.mongo.values import ID, SECONDS, Raw

_EXISTS = 48
_DUPLICATES = 11000
_CHANGED_INDEX = frozenset({85, 86})

_TENANT: Raw = {"bsonType": "objectId"}
_STRING: Raw = {"bsonType": "string"}
_NUMBER: Raw = {"bsonType": ["int", "long"]}
_FECHA: Raw = {"bsonType": "string", "pattern": r"^\d{4}/\d{2}/\d{2}$"}
_HORA: Raw = {"bsonType": "string", "pattern": r"^\d{2}:\d{2}$"}

# Besides a codec's fields.
_ADDED: dict[str, Raw] = {
    "cita": {
        "fecha": _FECHA,
        "hora_inicio": _HORA,
        "hora_fin": _HORA,
        "reclama_hasta": SECONDS.schema,
        "otros_recursos_id": {"bsonType": "array", "minItems": 1, "items": ID.schema},
    },
    "mensajes": {"tipo": {"enum": ["entrante"]}, "llegada": {"bsonType": "timestamp"}},
}

# A cita holds what a bloqueo has not; who is cancelled claims nothing.
_CITA_RULES: Raw = {
    "allOf": [
        {
            "anyOf": [
                {"properties": {"estado": {"enum": [BLOQUEO]}}},
                {"required": ["cliente_id", "servicios_id", "creada"]},
            ]
        },
        {
            "anyOf": [
                {"properties": {"estado": {"enum": ["bloqueada", "confirmada", BLOQUEO]}}},
                {"not": {"required": ["slots"]}},
            ]
        },
    ]
}

_OPERATORS: dict[str, Raw] = {
    "tenant": {
        "required": ["tenant_id", "nombre", "zona_horaria", "pais", "horarios", "politicas"],
        "properties": {"nombre": _STRING, "zona_horaria": _STRING, "horarios": {"bsonType": "object"}},
    },
    "servicio": {
        "required": ["tenant_id", "orden", "NombreServicio", "Duración"],
        "properties": {"NombreServicio": _STRING, "Duración": _NUMBER, "Precio": _STRING},
    },
    "recurso": {
        "required": ["tenant_id", "orden", "nombre", "tipo"],
        "properties": {"nombre": _STRING, "tipo": {"enum": ["persona", "espacio"]}},
    },
    "api_keys": {
        "required": ["tenant_id", "key", "version", "creada"],
        "properties": {"key": _STRING, "version": _NUMBER, "creada": SECONDS.schema},
    },
}

# What belongs to no tenant: how often the configuration changed, and who does which task.
GENERACION = "generacion"
TAREAS = "tareas"


def validators() -> dict[str, Raw]:
    """Return what each collection demands of its documents."""
    found: dict[str, Raw] = {name: _with_tenant(rules) for name, rules in _OPERATORS.items()}
    for codec in CODECS.values():
        found[codec.collection] = _joined(found.get(codec.collection), _rules(codec))
    found["cita"] |= _CITA_RULES
    return {name: {"$jsonSchema": rules} for name, rules in found.items()}


def _with_tenant(rules: Raw) -> Raw:
    return {"bsonType": "object", **rules, "properties": {"tenant_id": _TENANT, **rules["properties"]}}


def _rules(codec: Codec[Any]) -> Raw:
    properties = {name: part.schema for name, part in zip(codec.names, codec.kept, strict=True)}
    required = list(codec.required)
    if codec.name == "mensajes":
        folded = ("texto", "intencion", "entidades", "contexto_previo")
        contenido = {name: properties.pop(name) for name in folded}
        properties["contenido"] = {"bsonType": "object", "properties": contenido}
        required = [name for name in required if name not in folded] + ["contenido", "tipo", "llegada"]
    if codec.claims:
        properties["estado"] = {"enum": ["bloqueada", "confirmada", "cancelada", BLOQUEO]}
        required = sorted({*required, "estado", "reclama_hasta"})
    added = _ADDED.get(codec.collection, {})
    return _with_tenant({"required": ["tenant_id", *required], "properties": properties | added})


def _joined(one: Raw | None, other: Raw) -> Raw:
    """Return what both kinds of one collection keep to."""
    if one is None:
        return other
    common = [name for name in one["required"] if name in other["required"]]
    return {**one, "required": common, "properties": one["properties"] | other["properties"]}


async def make_schema(database: Database) -> None:
    """Make what is missing. Raises ValueError, in Spanish, where what stands there is in the way."""
    rules = validators()
    there = {each["name"]: each async for each in await database.ask(database.raw.list_collections())}
    for name in sorted({*rules, GENERACION, TAREAS}):
        await _make(database, name, rules.get(name), there.get(name))
        await _index(database, name)
    await database.ask(
        database[GENERACION].update_one({"_id": GENERACION}, {"$setOnInsert": {"numero": 1}}, upsert=True)
    )


async def _make(database: Database, name: str, rules: Raw | None, there: Mapping[str, Any] | None) -> None:
    if there is None:
        try:
            await _told(database, database.raw.create_collection(name, validator=rules or {}))
        except CollectionInvalid:
            pass  # another process made it in between
        else:
            return
        there = {}
    if rules is not None and there.get("options", {}).get("validator") != rules:
        await _told(database, database.raw.command("collMod", name, validator=rules))


async def _index(database: Database, name: str) -> None:
    models = indexes_of(name)
    if models:
        await _told(database, database[name].create_indexes(models))


async def _told(database: Database, change: Awaitable[object]) -> None:
    try:
        await database.ask(change)
    except OperationFailure as error:
        if error.code == _EXISTS:
            return
        if error.code == _DUPLICATES:
            raise ValueError(
                "hay documentos que chocan con un índice único: la base tiene datos que no escribió citas; "
                "use otra base o corríjalos."
            ) from error
        if error.code in _CHANGED_INDEX:
            raise ValueError(
                "un índice de esta base tiene el nombre de uno de citas y otra forma: bórrelo (se vuelve a hacer al "
                "arrancar) o use otra base."
            ) from error
        raise
