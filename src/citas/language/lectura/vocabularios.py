"""The vocabulary of each business, made once for each catalogue."""

from functools import lru_cache

from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.language.lectura.vocabulario import Vocabulario

_KEPT = 256
_by_identity: dict[int, tuple[tuple[Servicio, ...], tuple[Recurso, ...], Vocabulario]] = {}


@lru_cache(maxsize=_KEPT)
def _build(servicios: tuple[Servicio, ...], recursos: tuple[Recurso, ...]) -> Vocabulario:
    return Vocabulario(servicios, recursos)


def vocabulario_of(tenant: Tenant) -> Vocabulario:
    """Return the vocabulary of a tenant, made once for each catalogue."""
    servicios, recursos = tenant.servicios, tenant.recursos
    known = _by_identity.get(id(servicios))
    if known is not None and known[0] is servicios and known[1] is recursos:
        return known[2]
    vocabulario = _build(servicios, recursos)
    if len(_by_identity) >= _KEPT:
        _by_identity.clear()
    _by_identity[id(servicios)] = (servicios, recursos, vocabulario)
    return vocabulario
