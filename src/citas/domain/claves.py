"""API keys: of a tenant, or of one of its devices. Only the hash is ever stored."""

from dataclasses import dataclass

from citas.domain.citas import Instant


@dataclass(frozen=True, slots=True)
class Clave:
    """`hash` is the SHA-256 in hex of the key in clear; `dispositivo` None: the tenant's own key."""

    id: str
    version: int
    tenant_id: str
    hash: str
    creada: Instant
    dispositivo: str | None = None
    revocada: Instant | None = None
