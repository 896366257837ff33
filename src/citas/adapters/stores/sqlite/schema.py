"""The schema: tables by the customer's names, every index by tenant first.

Aside from that stand the indexes of what has its time (one field, then whose it is), keys by hash and
tenants by name: they belong to the operator. `claims` is the promise of the whole agenda: its primary key
is one atom, so that the database itself refuses a double booking. It also finds a recurso's time, so that
`cita` needs no index by recurso of its own.
"""

import sqlite3
from typing import Any

from citas.adapters.stores.sqlite.columns import Codec
from citas.adapters.stores.sqlite.tables import TABLES, Table
from citas.domain.claves import Clave

SCHEMA_VERSION = 2
APPLICATION_ID = 0x63697461  # "cita"

CLAVES = Codec(Clave)

# The collections whose documents go at their `borrar_en`; of citas, only holds do.
EXPIRING = ("conversacion", "mensajes", "salida", "aviso", "espera", "idempotencia", "trabajos")

_OTHER_TABLES = (
    """CREATE TABLE IF NOT EXISTS claims (
        tenant_id TEXT NOT NULL, recurso_id TEXT NOT NULL, fecha TEXT NOT NULL, slot INTEGER NOT NULL,
        owner_id TEXT NOT NULL,
        PRIMARY KEY (tenant_id, recurso_id, fecha, slot)
    ) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS tenant (
        tenant_id TEXT PRIMARY KEY, nombre TEXT NOT NULL, telefono TEXT NOT NULL, cuerpo TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS servicio (
        tenant_id TEXT NOT NULL, id TEXT NOT NULL, orden INTEGER NOT NULL, cuerpo TEXT NOT NULL,
        PRIMARY KEY (tenant_id, id)
    ) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS recurso (
        tenant_id TEXT NOT NULL, id TEXT NOT NULL, orden INTEGER NOT NULL, cuerpo TEXT NOT NULL,
        PRIMARY KEY (tenant_id, id)
    ) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS api_keys (
        id TEXT PRIMARY KEY, version INTEGER NOT NULL, tenant_id TEXT NOT NULL, hash TEXT NOT NULL,
        creada INTEGER NOT NULL, dispositivo TEXT, revocada INTEGER
    )""",
    "CREATE TABLE IF NOT EXISTS generacion (numero INTEGER NOT NULL)",
    "INSERT INTO generacion SELECT 1 WHERE NOT EXISTS (SELECT * FROM generacion)",
    "CREATE TABLE IF NOT EXISTS leases (tarea TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID",
)

_INDEXES = (
    'cita_agenda ON cita (tenant_id, start, id, estado, recurso_id, "end", claimed_end, expira, mueve, otros)',
    "cita_cruza ON cita (tenant_id, start) WHERE cruza = 1",
    "bloqueo_cruza ON bloqueo (tenant_id, start) WHERE cruza = 1",
    "cita_cliente ON cita (tenant_id, cliente_id, start)",
    "cita_expira ON cita (expira, borrar_en, tenant_id) WHERE estado = 'bloqueada'",
    "bloqueo_start ON bloqueo (tenant_id, start)",
    "mensajes_cliente ON mensajes (tenant_id, cliente_id, timestamp)",
    "mensajes_instante ON mensajes (tenant_id, instante) WHERE instante IS NOT NULL",
    "mensajes_cadena ON mensajes (tenant_id, cadena) WHERE cadena IS NOT NULL",
    "trabajos_lease ON trabajos (lease, tenant_id)",
    "salida_pendiente ON salida (tenant_id, conversacion, creada, libre_en, caduca) WHERE estado = 'pendiente'",
    "aviso_pendiente ON aviso (tenant_id, creado) WHERE reconocido = 0",
    "espera_pendiente ON espera (tenant_id, creada) WHERE avisada = 0",
    *(f"{name}_borrar_en ON {name} (borrar_en, tenant_id) WHERE borrar_en IS NOT NULL" for name in EXPIRING),
    "api_keys_tenant ON api_keys (tenant_id, creada)",
)
_UNIQUE_INDEXES = (
    "cliente_telefono ON cliente (tenant_id, telefono) WHERE telefono IS NOT NULL",
    "tenant_nombre ON tenant (nombre, telefono)",
    "api_keys_hash ON api_keys (hash)",
)


def make_schema(connection: sqlite3.Connection) -> None:
    """Make what is missing; the caller holds the write lock. Raises ValueError for a file that is not ours."""
    if _is_new(connection):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    elif _checked_version(connection) < SCHEMA_VERSION:
        _retire(connection)
    # Even the same number would be written: who only opens the file leaves every byte as it was.
    if connection.execute("PRAGMA user_version").fetchone() != (SCHEMA_VERSION,):
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    for statement in (*map(_table, TABLES.values()), *_OTHER_TABLES):
        connection.execute(statement)
    for table in TABLES.values():
        _add_columns(connection, table)
    _index(connection)


def _is_new(connection: sqlite3.Connection) -> bool:
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return bool(objects == 0)


def _checked_version(connection: sqlite3.Connection) -> int:
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if owner != APPLICATION_ID:
        raise ValueError("El archivo es la base de datos de otro programa: dé a CITAS_STORE otro nombre.")
    if version > SCHEMA_VERSION:
        raise ValueError(
            f"El archivo es de una versión más nueva de citas (esquema {version}; esta conoce hasta el "
            f"{SCHEMA_VERSION}): actualice citas."
        )
    return int(version)


def _retire(connection: sqlite3.Connection) -> None:
    """Take away the column that mensajes had in the first schema, where nothing was ever written to it."""
    connection.execute("DROP INDEX IF EXISTS mensajes_lease")
    if "lease" in _columns(connection, "mensajes"):
        connection.execute("ALTER TABLE mensajes DROP COLUMN lease")


def _index(connection: sqlite3.Connection) -> None:
    """Make the indexes that are missing: a file of an older release has not all of them."""
    for index in _INDEXES:
        connection.execute(f"CREATE INDEX IF NOT EXISTS {index}")
    for index in _UNIQUE_INDEXES:
        connection.execute(f"CREATE UNIQUE INDEX IF NOT EXISTS {index}")


def _table(table: Table[Any]) -> str:
    columns = ", ".join(f'"{name}" {_type(table, name)}' for name in table.columns)
    ending = " WITHOUT ROWID" if table.clustered else ""
    return f"CREATE TABLE IF NOT EXISTS {table.name} (tenant_id TEXT NOT NULL, {columns}, PRIMARY KEY (tenant_id, id)){ending}"


def _add_columns(connection: sqlite3.Connection, table: Table[Any]) -> None:
    """Give a table of an older release the columns that its documents have gained since."""
    known = _columns(connection, table.name)
    defaults = dict(zip(table.codec.names, table.codec.defaults, strict=True))
    for name in table.columns:
        if name not in known:
            default = connection.execute("SELECT quote(?)", (defaults.get(name),)).fetchone()[0]
            connection.execute(
                f'ALTER TABLE {table.name} ADD COLUMN "{name}" {_type(table, name)} DEFAULT {default}'
            )


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def _type(table: Table[Any], name: str) -> str:
    return "INTEGER" if name in table.codec.integers or name in ("claimed_end", "cruza") else "TEXT"
