"""What live future citas need of their tenant, and a new file may not take away."""

from collections.abc import AsyncIterator

from citas.application.ports import CitaFilter, Door
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Instant
from citas.domain.errors import InputError
from citas.language.escritos.cambios import recurso_en_uso, servicio_en_uso, zona_en_uso

PAGE = 500
DAY_SECONDS = 86_400
FAR = 1 << 40


async def require_unneeded(door: Door, before: Tenant, after: Tenant, now: Instant) -> None:
    """Refuse to remove a servicio or recurso, or to change the zone, that live future citas need.

    Raises InputError that says how many there are and what to do.
    """
    gone_servicios = {s.id for s in before.servicios} - {s.id for s in after.servicios}
    gone_recursos = {r.id for r in before.recursos} - {r.id for r in after.recursos}
    moved = before.zona_horaria != after.zona_horaria
    if not (gone_servicios or gone_recursos or moved):
        return
    live = [cita async for cita in _live_citas(door, now)]
    _require_servicios(before, gone_servicios, live)
    _require_recursos(before, gone_recursos, live)
    # A bloqueo claims atoms of local days too: under another zone they would be other hours.
    standing = len(live) + (len(await door.bloqueos(now, FAR)) if moved else 0)
    if moved and standing:
        raise InputError("zona_horaria", zona_en_uso(before.zona_horaria, standing))


async def _live_citas(door: Door, now: Instant) -> AsyncIterator[Cita]:
    """Yield the confirmed citas that have not ended; none is longer than a day."""
    after: tuple[Instant, str] | None = None
    while True:
        page = await door.citas(CitaFilter(desde=now - DAY_SECONDS, limit=PAGE, after=after))
        for cita in page:
            if cita.end > now:
                yield cita
        if len(page) < PAGE:
            return
        after = page[-1].start, page[-1].id


def _require_servicios(before: Tenant, gone: set[str], live: list[Cita]) -> None:
    for servicio in before.servicios:
        count = sum(servicio.id in cita.servicios_id for cita in live) if servicio.id in gone else 0
        if count:
            raise InputError("servicios", servicio_en_uso(servicio.nombre, count))


def _require_recursos(before: Tenant, gone: set[str], live: list[Cita]) -> None:
    for recurso in before.recursos:
        count = sum(recurso.id == cita.recurso_id for cita in live) if recurso.id in gone else 0
        if count:
            raise InputError("recursos", recurso_en_uso(recurso.nombre, count))
