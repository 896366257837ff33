"""Tenants as they are configured: read again only when the generation says that something changed."""

import json
import sqlite3
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from citas.adapters.stores.sqlite.apply import apply, bump, steps_of
from citas.adapters.stores.sqlite.faults import is_taken
from citas.adapters.stores.sqlite.reader import Reader
from citas.adapters.stores.sqlite.schema import CLAVES
from citas.application.ports import Configured, Insert, Replace
from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.claves import Clave
from citas.domain.errors import ConflictError
from citas.domain.mensajes import Consentimiento, Pausa

_TENANT = TypeAdapter(Tenant)
_SERVICIO = TypeAdapter(Servicio)
_RECURSO = TypeAdapter(Recurso)


class Catalogue:
    """Remembers each tenant, and the generation that it was read in."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, tuple[int, Configured]] = {}

    def generation(self) -> int:
        """Return the number that grows with every change of configuration, keys or consent."""
        return self._reader.generation()

    def configured(self, tenant_id: str) -> Configured | None:
        """Return a tenant as it is configured now: every change of what that is grows the generation."""
        generation = self.generation()
        known = self._known.get(tenant_id)
        if known and known[0] == generation:
            return known[1]
        found = self._read(tenant_id)
        if found:
            self._known[tenant_id] = generation, found
        return found

    def _read(self, tenant_id: str) -> Configured | None:
        row = self._reader.row("SELECT cuerpo FROM tenant WHERE tenant_id = ?", (tenant_id,))
        if row is None:
            return None
        tenant = _TENANT.validate_python(
            {
                **json.loads(row[0]),
                "servicios": self._named("servicio", tenant_id),
                "recursos": self._named("recurso", tenant_id),
            }
        )
        consentimiento = self._reader.find(Consentimiento, tenant_id, "consentimiento")
        return Configured(tenant, consentimiento, self._reader.find(Pausa, tenant_id, "pausa"))

    def zona(self, tenant_id: str) -> ZoneInfo | None:
        """Return a tenant's time zone, as it was last read: it does not change while anything of it stands."""
        known = self._known.get(tenant_id)
        found = known[1] if known else self.configured(tenant_id)
        return found.tenant.zona if found else None

    def tenants_id(self) -> list[str]:
        """Return the ids of all tenants, by name."""
        return [
            str(row[0])
            for row in self._reader.rows("SELECT tenant_id FROM tenant ORDER BY nombre, tenant_id")
        ]

    def _named(self, table: str, tenant_id: str) -> list[object]:
        rows = self._reader.rows(
            f"SELECT cuerpo FROM {table} WHERE tenant_id = ? ORDER BY orden",
            (tenant_id,),
        )
        return [json.loads(row[0]) for row in rows]


def save_tenant(
    connection: sqlite3.Connection,
    tenant: Tenant,
    consentimiento: Consentimiento | None,
    claves: Sequence[Clave],
) -> None:
    """Write a tenant, its catalogue, consent and new keys; see `Operator.save_tenant`."""
    _save_business(connection, tenant)
    _save_named(connection, "servicio", tenant.id, [(s.id, _SERVICIO.dump_json(s)) for s in tenant.servicios])
    _save_named(connection, "recurso", tenant.id, [(r.id, _RECURSO.dump_json(r)) for r in tenant.recursos])
    if consentimiento is not None:
        write = Insert(consentimiento) if consentimiento.version == 1 else Replace(consentimiento)
        apply(connection, steps_of(tenant.id, [write], None), consentimiento.cuando)
    save_claves(connection, claves)


def save_claves(connection: sqlite3.Connection, claves: Sequence[Clave]) -> None:
    """Insert or replace keys; see `Operator.save_claves`."""
    for clave in claves:
        try:
            written = _save_clave(connection, clave)
        except sqlite3.IntegrityError as error:
            if is_taken(error):
                raise ConflictError from error
            raise
        if not written:
            raise ConflictError
    bump(connection)


def _save_business(connection: sqlite3.Connection, tenant: Tenant) -> None:
    body = _TENANT.dump_json(tenant, exclude={"servicios", "recursos"}).decode()
    try:
        connection.execute(
            "INSERT INTO tenant VALUES (?1, ?2, ?3, ?4) ON CONFLICT (tenant_id) "
            "DO UPDATE SET nombre = ?2, telefono = ?3, cuerpo = ?4",
            (tenant.id, tenant.nombre, tenant.contacto.telefono or "", body),
        )
    except sqlite3.IntegrityError as error:
        if is_taken(error):
            raise ConflictError from error
        raise


def _save_named(
    connection: sqlite3.Connection, table: str, tenant_id: str, documents: list[tuple[str, bytes]]
) -> None:
    connection.execute(f"DELETE FROM {table} WHERE tenant_id = ?", (tenant_id,))
    connection.executemany(
        f"INSERT INTO {table} VALUES (?, ?, ?, ?)",
        [(tenant_id, some_id, orden, body.decode()) for orden, (some_id, body) in enumerate(documents)],
    )


def _save_clave(connection: sqlite3.Connection, clave: Clave) -> int:
    names, values = CLAVES.names, CLAVES.encode(clave)
    places = ", ".join("?" * len(names))
    if clave.version == 1:
        sql = f"INSERT INTO api_keys ({', '.join(names)}) VALUES ({places})"
        return connection.execute(sql, values).rowcount
    sql = f"UPDATE api_keys SET ({', '.join(names)}) = ({places}) WHERE id = ? AND version = ?"
    return connection.execute(sql, [*values, clave.id, clave.version - 1]).rowcount
