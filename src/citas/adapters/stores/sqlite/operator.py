"""The operator's door to the SQLite store."""

import sqlite3
from collections.abc import Sequence
from functools import partial

from citas.adapters.stores.sqlite.catalogue import Catalogue, save_claves, save_tenant
from citas.adapters.stores.sqlite.reader import Reader
from citas.adapters.stores.sqlite.schema import CLAVES, EXPIRING
from citas.adapters.stores.sqlite.writer import Writer
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.claves import Clave
from citas.domain.mensajes import Consentimiento

_SELECT_CLAVE = f"SELECT {', '.join(CLAVES.names)} FROM api_keys WHERE "

_DUE = " UNION ".join(
    (
        "SELECT tenant_id FROM cita INDEXED BY cita_expira WHERE estado = 'bloqueada' AND expira <= ?1",
        "SELECT tenant_id FROM cita INDEXED BY cita_expira WHERE estado = 'bloqueada' AND borrar_en <= ?1",
        "SELECT tenant_id FROM salida INDEXED BY salida_pendiente WHERE estado = 'pendiente' AND caduca <= ?1",
        "SELECT tenant_id FROM trabajos INDEXED BY trabajos_lease WHERE lease <= ?1",
        *(
            f"SELECT tenant_id FROM {name} INDEXED BY {name}_borrar_en WHERE borrar_en <= ?1"
            for name in EXPIRING
        ),
    )
)


class SqliteOperator:
    """See `Operator`."""

    def __init__(self, reader: Reader, writer: Writer, catalogue: Catalogue) -> None:
        self._reader = reader
        self._writer = writer
        self._catalogue = catalogue

    async def save_tenant(
        self, tenant: Tenant, consentimiento: Consentimiento | None, claves: Sequence[Clave]
    ) -> None:
        await self._writer.run(lambda connection: save_tenant(connection, tenant, consentimiento, claves))

    async def tenants(self) -> tuple[Tenant, ...]:
        found = map(self._catalogue.configured, self._catalogue.tenants_id())
        return tuple(known.tenant for known in found if known)

    async def clave_by_hash(self, key_hash: str) -> Clave | None:
        return self._clave("hash = ?", key_hash)

    async def clave(self, clave_id: str) -> Clave | None:
        return self._clave("id = ?", clave_id)

    def _clave(self, where: str, value: str) -> Clave | None:
        row = self._reader.row(_SELECT_CLAVE + where, (value,))
        return CLAVES.decode(row) if row else None

    async def claves(self, tenant_id: str) -> tuple[Clave, ...]:
        rows = self._reader.rows(_SELECT_CLAVE + "tenant_id = ? ORDER BY creada, rowid", (tenant_id,))
        return tuple(map(CLAVES.decode, rows))

    async def save_claves(self, claves: Sequence[Clave]) -> None:
        await self._writer.run(lambda connection: save_claves(connection, claves), brief=True)

    async def due(self, now: Instant) -> tuple[str, ...]:
        return tuple(str(row[0]) for row in self._reader.rows(_DUE, (now,)))

    async def lease(self, tarea: str, holder: str, until: Instant, real: Instant) -> bool:
        work = partial(_lease, tarea=tarea, holder=holder, until=until, real=real)
        return await self._writer.run(work, brief=True)

    async def generation(self) -> int:
        return self._catalogue.generation()


def _lease(connection: sqlite3.Connection, tarea: str, holder: str, until: Instant, real: Instant) -> bool:
    taken = connection.execute(
        "INSERT INTO leases VALUES (?1, ?2, ?3) ON CONFLICT (tarea) DO UPDATE SET holder = ?2, until = ?3 "
        "WHERE holder = ?2 OR until <= ?4",
        (tarea, holder, until, real),
    )
    return taken.rowcount == 1
