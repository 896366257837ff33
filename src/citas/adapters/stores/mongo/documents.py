"""Each kind of document as its collection holds it: the customer's names, with `_id` by tenant and id."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from operator import attrgetter
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints
from zoneinfo import ZoneInfo

from bson import ObjectId, Timestamp

from citas.adapters.stores.mongo.values import ID, IDS, MILLIS, SECONDS, SLOTS, Kept, Raw, fecha, kept, oid
from citas.adapters.stores.units import COLLECTIONS, Claimant, claimed_end, recursos_of
from citas.application.ports import Document
from citas.domain.citas import Bloqueo, Cita
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.intervals import local_date
from citas.domain.mensajes import Consentimiento, Espera, Gasto, Idempotencia, Latido, Mensaje, Pausa, Trabajo

D = TypeVar("D", bound=Document)

# A bloqueo claims in the same unique index as the citas, so it stands in their collection.
BLOQUEO = "bloqueo"

_IDS = ("servicios_id", "recursos_id", "salidas_id")
_ID = (
    "cliente_id",
    "recurso_id",
    "cita_id",
    "dispositivo_id",
    "clave_id",
    "ultima_cita_id",
    "mueve",
)
_SECONDS: Mapping[type, tuple[str, ...]] = {
    Cita: ("start", "end", "expira"),
    Bloqueo: ("start", "end"),
    Cliente: ("aviso_en",),
    Consentimiento: ("cuando",),
    Espera: ("desde", "hasta"),
    Latido: ("cuando",),
    Pausa: ("hasta",),
}
_ALWAYS_SECONDS = ("borrar_en", "creada", "creado", "recibido", "caduca", "libre_en", "lease")
_CONTENIDO = ("texto", "intencion", "entidades", "contexto_previo")

# Their ids are hashes, months, or what a phone calls a chat.
_TEXT_IDS = (Mensaje, Conversacion, Trabajo, Idempotencia, Gasto, Consentimiento, Pausa)

# What every document of a kind holds besides its fields.
_FIXED: Mapping[type, Raw] = {Bloqueo: {"estado": BLOQUEO}, Mensaje: {"tipo": "entrante"}}


class Codec(Generic[D]):
    """One kind of document. `key`: by what name its `_id` holds the id, beside the tenant's."""

    def __init__(self, kind: type[D], name: str) -> None:
        self.kind: type[D] = kind
        self._make: Callable[..., D] = kind
        self.name = name
        self.claims = kind in (Cita, Bloqueo)
        self.collection = "cita" if self.claims else name
        self.key = BLOQUEO if kind is Bloqueo else "id"
        self.fixed = _FIXED.get(kind, {})
        hints = get_type_hints(kind)
        plain = [field for field in fields(kind) if field.name != "id"]
        self.names = [field.name for field in plain]
        self.kept = [_kept(kind, field.name, hints[field.name]) for field in plain]
        self._defaults = [() if f.name == "slots" else _default(f) for f in plain]
        self.required = [
            name
            for name, default in zip(self.names, self._defaults, strict=True)
            if default != () and NoneType not in get_args(hints[name])
        ]
        self._get = attrgetter(*self.names)

    def where(self, tenant_id: str, some_id: str) -> Raw:
        """Return the filter that finds one document: its `_id`, which begins with the tenant, and the tenant."""
        tenant = oid(tenant_id)
        return {"_id": {"tenant_id": tenant, self.key: self.place(some_id)}, "tenant_id": tenant}

    def place(self, some_id: str) -> ObjectId | str:
        """Return an id as `_id` holds it: an ObjectId where ids are the house's own, else the text that it is."""
        return some_id if self.kind in _TEXT_IDS else oid(some_id)

    def body(self, document: D, zona: ZoneInfo | None) -> tuple[Raw, list[str]]:
        """Return what is written of a document, and the names of what it has not."""
        body: Raw = dict(self.fixed)
        absent: list[str] = []
        values = self._get(document)
        for name, part, default, value in zip(self.names, self.kept, self._defaults, values, strict=True):
            if value is None or (value == () and default == ()):
                absent.append(name)
            else:
                body[name] = part.into(value)
        if self.claims:
            _describe(body, absent, document, zona)
        if self.kind is Mensaje:
            _fold(body, absent)
        return body, absent

    def decode(self, raw: Raw) -> D:
        """Return the document that was written."""
        if self.kind is Mensaje:
            raw = {**raw, **raw["contenido"]}
        values = [
            default if raw.get(name) is None else part.back(raw[name])
            for name, part, default in zip(self.names, self.kept, self._defaults, strict=True)
        ]
        return self._make(id=str(raw["_id"][self.key]), **dict(zip(self.names, values, strict=True)))


def _kept(kind: type, name: str, hint: Any) -> Kept:
    if name == "slots":
        return SLOTS
    if name in _IDS:
        return IDS
    if name in _ID:
        return ID
    if kind is Mensaje and name == "timestamp":
        return MILLIS
    if name in _ALWAYS_SECONDS or name in _SECONDS.get(kind, ()):
        return SECONDS
    return kept(hint)


def _default(field: Any) -> Any:
    return None if field.default is MISSING else field.default


def _describe(body: Raw, absent: list[str], document: Any, zona: ZoneInfo | None) -> None:
    """Add until when a claim reaches and, as a person reads it, which day and hours of the tenant's these are."""
    claimant: Claimant = document
    body["reclama_hasta"] = SECONDS.into(claimed_end(claimant, zona))
    others = [oid(r) for r in recursos_of(claimant.slots) if r != claimant.recurso_id]
    if others:
        body["otros_recursos_id"] = others
    else:
        absent.append("otros_recursos_id")
    if zona is not None:
        body["fecha"] = fecha(local_date(zona, claimant.start))
        body["hora_inicio"] = f"{datetime.fromtimestamp(claimant.start, zona):%H:%M}"
        body["hora_fin"] = f"{datetime.fromtimestamp(claimant.end, zona):%H:%M}"


def _fold(body: Raw, absent: list[str]) -> None:
    """Put what a mensaje says under `contenido`, as the customer has it."""
    said = {name: body.pop(name) for name in _CONTENIDO if name in body}
    body["contenido"] = {"entidades": [], "contexto_previo": [], **said}
    absent[:] = [name for name in absent if name not in _CONTENIDO]


def arrival(document: Document) -> Raw:
    """Return the stamp that tells the order of arrival: an empty one, which the server fills in as it stores it."""
    return {"llegada": Timestamp(0, 0)} if isinstance(document, Mensaje) else {}


CODECS: dict[type[object], Codec[Any]] = {kind: Codec(kind, name) for kind, name in COLLECTIONS.items()}
BY_NAME: list[Codec[Any]] = sorted(CODECS.values(), key=lambda codec: codec.name)

# The collections whose documents go at their `borrar_en`; of citas, only holds do.
EXPIRING = tuple(
    codec.collection for codec in CODECS.values() if "borrar_en" in codec.names and not codec.claims
)

# What every process remembers until the generation grows.
REMEMBERED = (Consentimiento, Pausa)
