"""The shapes of the contract: what a cita, a hueco or a bloqueo looks like from outside."""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from citas.domain.catalogo import Tenant
from citas.domain.citas import Bloqueo, Cita, Hueco, Instant

Wire = dict[str, object]


def local(instant: Instant, zona: ZoneInfo) -> datetime:
    """Return the instant on the wall clock of `zona`."""
    return datetime.fromtimestamp(instant, zona)


def fecha_wire(moment: datetime) -> str:
    """Return `yyyy/mm/dd`."""
    return f"{moment.year:04d}/{moment.month:02d}/{moment.day:02d}"


def hora_wire(moment: datetime) -> str:
    """Return `hh:mm`."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def instant_wire(instant: Instant, zona: ZoneInfo) -> str:
    """Return RFC 3339 with the offset that holds in `zona` at that moment."""
    return local(instant, zona).isoformat()


def cita_wire(cita: Cita, tenant: Tenant) -> Wire:
    """Return a cita as the contract shows it: `expira` only of a hold, `motivo` only of a cancelled one."""
    zona = tenant.zona
    fecha, hora_inicio, start = wall_wire(cita.start, zona)
    _, hora_fin, end = wall_wire(cita.end, zona)
    wire: Wire = {
        "id": cita.id,
        "tenant_id": tenant.id,
        "cliente_id": cita.cliente_id,
        "cliente": {"nombre": cita.nombre, "telefono": cita.telefono},
        "servicios_id": list(cita.servicios_id),
        "recurso_id": cita.recurso_id,
        "fecha": fecha,
        "hora_inicio": hora_inicio,
        "hora_fin": hora_fin,
        "start": start,
        "end": end,
        "estado": cita.estado,
        "version": cita.version,
    }
    if cita.estado == "bloqueada" and cita.expira is not None:
        wire["expira"] = instant_wire(cita.expira, tenant.zona)
    if cita.estado == "cancelada":
        wire["motivo"] = cita.motivo
    return wire


@lru_cache(maxsize=16_384)
def wall_wire(instant: Instant, zona: ZoneInfo) -> tuple[str, str, str]:
    """Return the day, the time of day, and both as RFC 3339.

    Remembered, because one agenda has few starts and many readers.
    """
    moment = local(instant, zona)
    return fecha_wire(moment), hora_wire(moment), moment.isoformat()


def hueco_wire(hueco: Hueco, tenant: Tenant) -> Wire:
    """Return a free start, without its servicios (as `/v1/availability` lists them)."""
    recurso = tenant.recurso(hueco.recurso_id)
    fecha, hora_inicio, _ = wall_wire(hueco.start, tenant.zona)
    return {
        "fecha": fecha,
        "hora_inicio": hora_inicio,
        "hora_fin": wall_wire(hueco.end, tenant.zona)[1],
        "recurso_id": hueco.recurso_id,
        "recurso": recurso.nombre if recurso else None,
    }


def alternativa_wire(hueco: Hueco, tenant: Tenant) -> Wire:
    """Return a free start with the servicios that it would be for."""
    return {**hueco_wire(hueco, tenant), "servicios_id": list(hueco.servicios_id)}


def bloqueo_wire(bloqueo: Bloqueo, tenant: Tenant) -> Wire:
    """Return a bloqueo; one that ends at midnight ends at `24:00` of its day."""
    start, end = local(bloqueo.start, tenant.zona), local(bloqueo.end, tenant.zona)
    return {
        "id": bloqueo.id,
        "recurso_id": bloqueo.recurso_id,
        "fecha": fecha_wire(start),
        "hora_inicio": hora_wire(start),
        "hora_fin": "24:00" if end.date() > start.date() else hora_wire(end),
        "motivo": bloqueo.motivo,
    }
