"""Read citas: one by id, or a page of them by start."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date

from citas.application.agendas import require_known, sane_day
from citas.application.ports import Caller, CitaFilter, World
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, EstadoCita, Instant
from citas.domain.errors import InputError, NotFoundError
from citas.domain.intervals import day_bounds, local_date
from citas.domain.telefonos import e164

DEFAULT_LIMIT, MAX_LIMIT = 50, 200
ID_BYTES, LAST_START = 12, 1 << 40


@dataclass(frozen=True, slots=True)
class CitaQuery:
    """Days are local, `hasta` included; no `desde`: from today. `telefono` in any spelling."""

    desde: date | None = None
    hasta: date | None = None
    telefono: str | None = None
    estado: EstadoCita = "confirmada"
    recurso_id: str | None = None
    limite: int | None = None
    cursor: str | None = None


async def get_cita(world: World, caller: Caller, cita_id: str) -> Cita:
    """Return a cita, or a live hold. Raises NotFoundError."""
    cita = await world.stores.of(caller.tenant_id).cita(cita_id)
    if cita is None or not _is_live(cita, world.clock.now()):
        raise NotFoundError
    return cita


async def list_citas(world: World, caller: Caller, query: CitaQuery) -> tuple[tuple[Cita, ...], str | None]:
    """Return a page of citas and the cursor of the next one (None: this is the last).

    Raises InputError (a limit, cursor, phone or day that cannot be) or AgendaRuleError (unknown recurso).
    """
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    tenant = (await door.configured()).tenant
    which = _filter(query, tenant, now)
    require_known(tenant, (), query.recurso_id)
    found = await door.citas(which)
    page = found[: which.limit - 1]
    cursor = _cursor(page[-1]) if len(found) == which.limit else None
    return tuple(cita for cita in page if _is_live(cita, now)), cursor


def _is_live(cita: Cita, now: Instant) -> bool:
    return cita.estado != "bloqueada" or (cita.expira is not None and cita.expira > now)


def _filter(query: CitaQuery, tenant: Tenant, now: Instant) -> CitaFilter:
    desde = sane_day(query.desde, "desde") if query.desde else local_date(tenant.zona, now)
    hasta = sane_day(query.hasta, "hasta") if query.hasta else None
    if hasta and query.desde and hasta < desde:
        raise InputError("hasta", "El último día no puede ser anterior al primero.")
    return CitaFilter(
        desde=day_bounds(tenant.zona, desde)[0],
        hasta=day_bounds(tenant.zona, hasta)[1] if hasta else None,
        telefono=_phone(query.telefono, tenant),
        estado=query.estado,
        recurso_id=query.recurso_id,
        limit=_limit(query.limite) + 1,  # one more tells whether a page follows
        after=_after(query.cursor),
    )


def _limit(limite: int | None) -> int:
    limit = DEFAULT_LIMIT if limite is None else limite
    if not 1 <= limit <= MAX_LIMIT:
        raise InputError("limite", f"El límite va de 1 a {MAX_LIMIT}.")
    return limit


def _phone(raw: str | None, tenant: Tenant) -> str | None:
    if raw is None:
        return None
    phone = e164(raw, tenant.pais)
    if phone is None:
        raise InputError("telefono", "Ese teléfono no es válido.")
    return phone


def _cursor(cita: Cita) -> str:
    return urlsafe_b64encode(f"{cita.start},{cita.id}".encode()).decode().rstrip("=")


def _after(cursor: str | None) -> tuple[Instant, str] | None:
    if cursor is None:
        return None
    refusal = InputError("cursor", "Ese cursor no es de esta lista.")
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        start, _, cita_id = urlsafe_b64decode(padded.encode("ascii")).decode("ascii").partition(",")
        known = len(bytes.fromhex(cita_id)) == ID_BYTES and 0 <= int(start) < LAST_START
    except ValueError:
        raise refusal from None
    if not known:
        raise refusal
    return int(start), cita_id
