"""Every index, by collection: tenant first, but for TTL and what the operator asks across tenants."""

from pymongo import ASCENDING, IndexModel

from citas.adapters.stores.mongo.documents import EXPIRING
from citas.adapters.stores.mongo.faults import SLOTS_INDEX
from citas.adapters.stores.mongo.values import Raw

# Their names, where a question says by which index it is to be answered.
HOLDS = "tenant_id_expira"
PENDING = "tenant_id_conversacion_creada"
LEASES = "tenant_id_lease"
DATED = "tenant_id_borrar_en"

_HOLD: Raw = {"estado": "bloqueada"}
_PENDING: Raw = {"estado": "pendiente"}


def _index(*names: str, only: Raw | None = None, unique: bool = False, name: str | None = None) -> IndexModel:
    keys = [(each, ASCENDING) for each in names]
    options: dict[str, object] = {"name": name or "_".join(names).replace("._", "_").replace(".", "_")}
    if only is not None:
        options["partialFilterExpression"] = only
    if unique:
        options["unique"] = True
    return IndexModel(keys, **options)


def _ttl(only: Raw | None = None) -> IndexModel:
    partial = {} if only is None else {"partialFilterExpression": only}
    return IndexModel([("borrar_en", ASCENDING)], name="borrar_en", expireAfterSeconds=0, **partial)


def _there(name: str) -> Raw:
    return {name: {"$exists": True}}


_OWN: dict[str, list[IndexModel]] = {
    "cita": [
        # The promise of the whole agenda: no atom of a recurso has two holders.
        _index(
            "tenant_id",
            "slots.recurso_id",
            "slots.fecha",
            "slots.slot",
            only=_there("slots"),
            unique=True,
            name=SLOTS_INDEX,
        ),
        _index("tenant_id", "start"),
        _index("tenant_id", "recurso_id", "start"),
        _index("tenant_id", "cliente_id", "start"),
        _index("tenant_id", "estado", "start", "_id"),
        _index("tenant_id", "expira", only=_HOLD),
        _index("expira", "tenant_id", only=_HOLD),
        _ttl(only=_HOLD),
    ],
    "cliente": [_index("tenant_id", "telefono", only=_there("telefono"), unique=True)],
    "mensajes": [
        _index("tenant_id", "cliente_id", "timestamp"),
        _index("tenant_id", "timestamp"),
        _index("tenant_id", "instante", only=_there("instante")),
        _index("tenant_id", "cadena", only=_there("cadena")),
    ],
    "salida": [
        _index("tenant_id", "conversacion", "creada", only=_PENDING),
        _index("caduca", "tenant_id", only=_PENDING),
    ],
    "aviso": [_index("tenant_id", "creado", only={"reconocido": False})],
    "espera": [_index("tenant_id", "creada", only={"avisada": False})],
    "trabajos": [_index("tenant_id", "lease"), _index("lease", "tenant_id")],
    "servicio": [_index("tenant_id", "orden")],
    "recurso": [_index("tenant_id", "orden")],
    "tenant": [_index("nombre", "contacto.telefono", unique=True)],
    "api_keys": [_index("key", unique=True), _index("tenant_id", "creada")],
}


def indexes_of(collection: str) -> list[IndexModel]:
    """Return all indexes of a collection but the one that it has by itself."""
    expiring = [_index("tenant_id", "borrar_en"), _ttl()] if collection in EXPIRING else []
    return _OWN.get(collection, []) + expiring
