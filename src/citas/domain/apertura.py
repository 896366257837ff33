"""When a tenant and its recursos are open on one local day, and why not."""

from collections.abc import Sequence
from datetime import date

from citas.domain.catalogo import Recurso, Tenant
from citas.domain.citas import Instant
from citas.domain.desenlaces import Motivo
from citas.domain.feriados import is_feriado
from citas.domain.horarios import Tramo, common, excepcion_on, merged
from citas.domain.intervals import DAY_SECONDS, day_bounds, local_date, local_edge

Tramos = tuple[Tramo, ...]
Span = tuple[Instant, Instant]


def tenant_tramos(tenant: Tenant, fecha: date) -> Tramos:
    """Return the hours of the business that day, merged; empty when it is closed."""
    excepcion = excepcion_on(tenant.excepciones, fecha)
    if excepcion is not None:
        return merged(excepcion.tramos)
    weekly = tenant.horarios[fecha.weekday()]
    return () if weekly and _closed_by_feriado(tenant, fecha) else merged(weekly)


def closed_why(tenant: Tenant, fecha: date) -> Motivo | None:
    """Return `cerrado` or `feriado` for a day without hours; None for an open one."""
    if tenant_tramos(tenant, fecha):
        return None
    if excepcion_on(tenant.excepciones, fecha) is None and tenant.horarios[fecha.weekday()]:
        return Motivo.FERIADO
    return Motivo.CERRADO


def recurso_tramos(recurso: Recurso, of_tenant: Tramos, fecha: date) -> Tramos:
    """Return the hours of the recurso that day, within the tenant's of that day."""
    own = _own_tramos(recurso, fecha)
    return of_tenant if own is None else common(of_tenant, own)


def works(tenant: Tenant, recurso: Recurso, fecha: date, start: Instant, end: Instant) -> bool:
    """Tell whether the recurso works all of [start, end), which lies inside one range of the tenant's."""
    own = _own_tramos(recurso, fecha)
    return own is None or fits(start, end, spans(tenant, fecha, own))


def spans(tenant: Tenant, fecha: date, tramos: Tramos) -> Sequence[Span]:
    """Return merged hours as instants: none empty, those that a clock change makes touch are one."""
    zona = tenant.zona
    first, after = day_bounds(zona, fecha)
    if after - first == DAY_SECONDS:
        return [(first + 60 * tramo.desde, first + 60 * tramo.hasta) for tramo in tramos]
    whole: list[Span] = []
    for tramo in tramos:
        opens, closes = local_edge(zona, fecha, tramo.desde), local_edge(zona, fecha, tramo.hasta)
        if whole and opens <= whole[-1][1]:
            whole[-1] = (whole[-1][0], closes)
        elif opens < closes:
            whole.append((opens, closes))
    return whole


def recurso_spans(
    tenant: Tenant, recurso: Recurso, fecha: date, hours: Tramos, ranges: Sequence[Span]
) -> Sequence[Span]:
    """Return the hours of the recurso as instants, given the tenant's `hours` that day and their `ranges`."""
    own = recurso_tramos(recurso, hours, fecha)
    return ranges if own is hours else spans(tenant, fecha, own)


def fits(start: Instant, end: Instant, ranges: Sequence[Span]) -> bool:
    """Tell whether [start, end) lies wholly inside one of the ranges."""
    for opens, closes in ranges:  # noqa: SIM110 - a generator costs three times as much, and this is asked a lot
        if opens <= start and end <= closes:
            return True
    return False


def open_at(tenant: Tenant, instant: Instant) -> bool:
    """Tell whether the business is open at the instant."""
    fecha = local_date(tenant.zona, instant)
    return fits(instant, instant + 1, spans(tenant, fecha, tenant_tramos(tenant, fecha)))


def days_span(tenant: Tenant, desde: date, hasta: date) -> Span:
    """Return the span whose ocupaciones decide about the days [desde, hasta].

    It reaches beyond the last day by what a buffer can claim of the next.
    """
    zona = tenant.zona
    reach = 60 * tenant.politicas.buffer_minutos + 300
    return day_bounds(zona, desde)[0], day_bounds(zona, hasta)[1] + reach


def _own_tramos(recurso: Recurso, fecha: date) -> Tramos | None:
    """Return the hours that the recurso has of its own that day, merged; None where they are the tenant's."""
    excepcion = excepcion_on(recurso.excepciones, fecha)
    if excepcion is not None:
        return merged(excepcion.tramos)
    return None if recurso.horarios is None else merged(recurso.horarios[fecha.weekday()])


def _closed_by_feriado(tenant: Tenant, fecha: date) -> bool:
    return not tenant.politicas.abre_feriados and is_feriado(tenant.pais, fecha)
