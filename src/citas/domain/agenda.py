"""The agenda of a tenant as one asker sees it: what is free, what is not and why, what is nearest."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest

from citas.domain.apertura import Span, closed_why, days_span, fits, spans, tenant_tramos, works
from citas.domain.catalogo import Recurso, Tenant
from citas.domain.cercania import Cerca, Cercania, outwards
from citas.domain.citas import Hueco, Instant, Ocupacion
from citas.domain.desenlaces import Motivo
from citas.domain.intervals import claimed_end, day_bounds, local_date, local_edge, local_start
from citas.domain.libres import Libres, booked_minutes, busy_of
from citas.domain.politicas import earliest_start, furthest_day, is_aligned

_Ranked = tuple[Cercania, bool, Instant, int]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Solicitud:
    """What is asked for, whenever it may be. `recurso_id` None: any recurso that does it all."""

    servicios_id: tuple[str, ...]
    recurso_id: str | None = None


def deciding_span(tenant: Tenant, solicitud: Solicitud, starts: Collection[tuple[date, int]]) -> Span:
    """Return the span whose ocupaciones decide about these starts (day, minutes since midnight).

    Where no recurso is named it is whole days: of those who are free, who has least to do is chosen.
    """
    (first, earliest), (last, latest) = min(starts), max(starts)
    if solicitud.recurso_id is None:
        return days_span(tenant, first, last)
    end = local_edge(tenant.zona, last, latest) + 60 * tenant.minutos(solicitud.servicios_id)
    return local_edge(tenant.zona, first, earliest), claimed_end(end, tenant.politicas.buffer_minutos)


@dataclass(frozen=True, slots=True)
class Agenda:
    """`ocupaciones` must cover what is asked about: `deciding_span` for a check, else `apertura.days_span`.

    Dead holds (expira ≤ now) and what `ignora` names (an own hold, the cita that moves, and holds for its
    move) do not occupy. The servicios of a Solicitud must be the tenant's (KeyError otherwise).
    """

    tenant: Tenant
    now: Instant
    ocupaciones: tuple[Ocupacion, ...]
    ignora: frozenset[str] = frozenset()

    def check(self, solicitud: Solicitud, fecha: date, minutos: int) -> Hueco | Motivo:
        """Say whether it can start at `minutos` since midnight of the local day, and with whom, or why not."""
        tenant = self.tenant
        motivo = self._why_not_that_day(fecha, minutos)
        if motivo is not None:
            return motivo
        hours = tenant_tramos(tenant, fecha)
        if not hours:
            return closed_why(tenant, fecha) or Motivo.CERRADO
        start = local_start(tenant.zona, fecha, minutos)
        end = (start or 0) + 60 * tenant.minutos(solicitud.servicios_id)
        if start is None or not fits(start, end, spans(tenant, fecha, hours)):
            return Motivo.FUERA_DE_HORARIO
        if not is_aligned(tenant.politicas, minutos):
            return Motivo.HORA_NO_ALINEADA
        working = [
            recurso.id
            for recurso in self._able(solicitud, solicitud.recurso_id)
            if works(tenant, recurso, fecha, start, end)
        ]
        if not working:
            return Motivo.RECURSO_NO_DISPONIBLE
        free = self._free(working, fecha, start, end)
        return Hueco(start, end, free, solicitud.servicios_id) if free else Motivo.OCUPADO

    def huecos(self, solicitud: Solicitud, desde: date, hasta: date) -> Iterator[Hueco]:
        """Yield every free start of the days (both included), by start, then by the file's order of recursos."""
        desde, hasta = self._bookable(desde, hasta)
        libres = self._libres(solicitud, solicitud.recurso_id)
        length, servicios_id = libres.length, solicitud.servicios_id
        recursos_id = [recurso.id for recurso in libres.recursos]
        many = len(recursos_id)
        while desde <= hasta and many:
            # One number for start and place in the file: sorting plain ints is what makes this quick.
            codes = [start * many + i for i, starts in enumerate(libres.on(desde)) for start in starts]
            codes.sort()
            for code in codes:
                start = code // many
                yield Hueco(start, start + length, recursos_id[code % many], servicios_id)
            desde += _DAY

    def nearest(
        self,
        solicitud: Solicitud,
        fecha: date,
        minutos: int | None,
        *,
        desde: date,
        hasta: date,
        ventana: tuple[int, int] | None = None,
        limit: int = 5,
    ) -> tuple[Hueco, ...]:
        """Return the free starts nearest to the wish among the days [desde, hasta], by start.

        `minutos` None: any time of the day, or of `ventana`, is as good. `ventana`: the part of the day that
        was asked for, in minutes; a start at its very end is in it. Where the recurso asked for is busy,
        another that does it is given.
        """
        desde, hasta = self._bookable(desde, hasta)
        if desde > hasta:
            return ()
        # A day outside orders those inside as the last one beside them does.
        near = min(max(fecha, desde - _DAY), hasta + _DAY)
        cerca = Cerca(self.tenant.zona, near, minutos, ventana)
        libres = self._libres(solicitud, None)
        best: list[_Ranked] = []
        for away, days in outwards(near, desde, hasta):
            if len(best) == limit and best[-1][0] < cerca.best_of(away):
                break
            found = (one for day in days for one in self._ranked(libres, cerca, day, solicitud.recurso_id))
            best = nsmallest(limit, (*best, *found))
        return tuple(
            Hueco(start, start + libres.length, libres.recursos[i].id, solicitud.servicios_id)
            for start, i in sorted((start, i) for _, _, start, i in best)
        )

    def _live(self) -> list[Ocupacion]:
        now, ignora = self.now, self.ignora
        live = [o for o in self.ocupaciones if o.expira is None or o.expira > now]
        if not ignora:
            return live
        return [o for o in live if o.owner_id not in ignora and o.mueve not in ignora]

    def _bookable(self, desde: date, hasta: date) -> tuple[date, date]:
        hoy = local_date(self.tenant.zona, self.now)
        return max(desde, hoy), min(hasta, furthest_day(self.tenant.politicas, hoy))

    def _why_not_that_day(self, fecha: date, minutos: int) -> Motivo | None:
        tenant, hoy = self.tenant, local_date(self.tenant.zona, self.now)
        if fecha < hoy:
            return Motivo.EN_EL_PASADO
        if fecha > furthest_day(tenant.politicas, hoy):
            return Motivo.FUERA_DE_PLAZO
        start = local_edge(tenant.zona, fecha, minutos)
        if start < self.now:
            return Motivo.EN_EL_PASADO
        return Motivo.ANTICIPACION if start < earliest_start(tenant.politicas, self.now) else None

    def _free(self, recursos_id: list[str], fecha: date, start: Instant, end: Instant) -> str | None:
        """Return the recurso to book for [start, end): of the free ones, who has least to do that day."""
        claimed = claimed_end(end, self.tenant.politicas.buffer_minutos)
        live = self._live()
        busy = {o.recurso_id for o in live if o.start < claimed and start < o.claimed_end}
        free = [recurso_id for recurso_id in recursos_id if recurso_id not in busy]
        if len(free) > 1:
            booked = booked_minutes(live, day_bounds(self.tenant.zona, fecha))
            return min(free, key=lambda recurso_id: booked.get(recurso_id, 0))
        return free[0] if free else None

    def _able(self, solicitud: Solicitud, recurso_id: str | None) -> Iterable[Recurso]:
        return (
            recurso
            for recurso in self.tenant.recursos
            if (recurso_id is None or recurso.id == recurso_id) and recurso.does(solicitud.servicios_id)
        )

    def _libres(self, solicitud: Solicitud, recurso_id: str | None) -> Libres:
        recursos = tuple(self._able(solicitud, recurso_id))
        return Libres(
            tenant=self.tenant,
            recursos=recursos,
            length=60 * self.tenant.minutos(solicitud.servicios_id),
            earliest=earliest_start(self.tenant.politicas, self.now),
            busy=busy_of(recursos, self._live()),
        )

    def _ranked(self, libres: Libres, cerca: Cerca, fecha: date, asked: str | None) -> Iterator[_Ranked]:
        recursos = libres.recursos
        booked = booked_minutes(self._live(), day_bounds(self.tenant.zona, fecha))
        order = sorted(
            range(len(recursos)), key=lambda i: (recursos[i].id != asked, booked.get(recursos[i].id, 0))
        )
        free = libres.on(fecha)
        # One for each start: who is preferred writes last.
        whose = {start: i for i in reversed(order) for start in free[i]}
        for cercania, (start, i) in zip(cerca.measure(fecha, list(whose)), whose.items(), strict=True):
            yield cercania, recursos[i].id != asked, start, i
