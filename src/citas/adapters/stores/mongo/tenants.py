"""A business as its collections hold it: `tenant`, `servicio`, `recurso` and `api_keys`, in the customer's words."""

from typing import Any

from citas.adapters.stores.mongo.values import IDS, SECONDS, Raw, kept, oid
from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.claves import Clave

_TENANT = kept(Tenant, whole=True)
_SERVICIO = kept(Servicio, whole=True)
_RECURSO = kept(Recurso, whole=True)
_ELSEWHERE = ("id", "servicios", "recursos")


def tenant_raw(tenant: Tenant) -> Raw:
    """Return the document of a business, without its catalogue."""
    body = {name: value for name, value in _TENANT.into(tenant).items() if name not in _ELSEWHERE}
    return {"_id": oid(tenant.id), "tenant_id": oid(tenant.id), **body}


def servicios_raw(tenant: Tenant) -> list[Raw]:
    """Return the documents of its servicios, in the order of its file."""
    return [_named(tenant, at, _SERVICIO.into(each)) for at, each in enumerate(tenant.servicios)]


def recursos_raw(tenant: Tenant) -> list[Raw]:
    """Return the documents of its recursos, in the order of its file."""
    bodies = [_RECURSO.into(each) for each in tenant.recursos]
    for body in bodies:
        if "servicios_id" in body:
            body["servicios_id"] = IDS.into(body["servicios_id"])
    return [_named(tenant, at, body) for at, body in enumerate(bodies)]


def _named(tenant: Tenant, orden: int, body: Raw) -> Raw:
    owner = oid(tenant.id)
    some_id = oid(body.pop("id"))
    return {"_id": {"tenant_id": owner, "id": some_id}, "tenant_id": owner, "orden": orden, **body}


def tenant_of(raw: Raw, servicios: list[Raw], recursos: list[Raw]) -> Tenant:
    """Return the business that was written."""
    whole = {**raw, "id": str(raw["_id"])}
    whole["servicios"] = [{**each, "id": str(each["_id"]["id"])} for each in servicios]
    whole["recursos"] = [_recurso(each) for each in recursos]
    tenant: Tenant = _TENANT.back(whole)
    return tenant


def _recurso(raw: Raw) -> Raw:
    servicios = raw.get("servicios_id")
    named = {} if servicios is None else {"servicios_id": IDS.back(servicios)}
    return {**raw, "id": str(raw["_id"]["id"]), **named}


def clave_raw(clave: Clave) -> Raw:
    """Return the document of a key; `key` is its hash, never the key."""
    body: Raw = {
        "_id": oid(clave.id),
        "tenant_id": oid(clave.tenant_id),
        "key": clave.hash,
        "version": clave.version,
        "creada": SECONDS.into(clave.creada),
    }
    if clave.dispositivo is not None:
        body["dispositivo"] = clave.dispositivo
    if clave.revocada is not None:
        body["revocada"] = SECONDS.into(clave.revocada)
    return body


def clave_of(raw: Raw) -> Clave:
    """Return the key that was written."""
    return Clave(
        id=str(raw["_id"]),
        version=raw["version"],
        tenant_id=str(raw["tenant_id"]),
        hash=raw["key"],
        creada=SECONDS.back(raw["creada"]),
        dispositivo=raw.get("dispositivo"),
        revocada=_optional(raw.get("revocada")),
    )


def _optional(raw: Any) -> int | None:
    return None if raw is None else int(SECONDS.back(raw))
