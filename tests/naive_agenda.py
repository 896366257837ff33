"""The agenda again, minute by minute and with nothing clever: what the real one is compared with."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate
from zoneinfo import ZoneInfo

import holidays

from citas.domain.catalogo import Recurso, Tenant
from citas.domain.citas import Ocupacion
from citas.domain.horarios import Excepcion, Tramo

MINUTE = 60
Wall = tuple[date, int]
Found = tuple[int, str]


@cache
def wall_clock(zona: ZoneInfo, fecha: date) -> dict[int, Wall]:
    """Return what the wall shows at every minute of the day, and half a day and more before and after."""
    noon = int(datetime(fecha.year, fecha.month, fecha.day, 12, tzinfo=UTC).timestamp())
    shown: dict[int, Wall] = {}
    for minute in range(-36 * 60, 36 * 60):
        instant = noon + MINUTE * minute
        local = datetime.fromtimestamp(instant, zona)
        shown[instant] = (local.date(), local.hour * 60 + local.minute)
    return shown


@cache
def first_reading(zona: ZoneInfo, fecha: date) -> dict[Wall, int]:
    """Return when the wall shows each time for the first time."""
    first: dict[Wall, int] = {}
    for instant, wall in wall_clock(zona, fecha).items():
        first.setdefault(wall, instant)
    return first


@cache
def public_holidays(pais: str, year: int) -> set[date]:
    return set(holidays.country_holidays(pais, years=year))


@cache
def latest_shown(zona: ZoneInfo, fecha: date) -> tuple[list[int], list[Wall]]:
    """Return the minutes, and the latest time that the wall has shown by each."""
    shown = wall_clock(zona, fecha)
    return list(shown), list(accumulate(shown.values(), max))


def reached(zona: ZoneInfo, fecha: date, minutos: int) -> int:
    """Return the first minute at which the wall shows that time or a later one."""
    wanted = (fecha + timedelta(days=1), 0) if minutos == 1440 else (fecha, minutos)
    instants, latest = latest_shown(zona, fecha)
    return instants[bisect_left(latest, wanted)]


@dataclass(frozen=True)
class Naive:
    """Answers as `Agenda` does; `recurso_id` None asks for anyone."""

    tenant: Tenant
    now: int
    ocupaciones: tuple[Ocupacion, ...]
    ignora: frozenset[str] = frozenset()
    memo: dict[object, set[int]] = field(default_factory=dict)

    def check(
        self, servicios_id: tuple[str, ...], recurso_id: str | None, fecha: date, minutos: int
    ) -> Found | str:
        zona = self.tenant.zona
        start = first_reading(zona, fecha).get((fecha, minutos))
        length = sum(s.minutos for some_id in servicios_id for s in self.tenant.servicios if s.id == some_id)
        if motivo := self.too_soon_or_late(fecha, reached(zona, fecha, minutos)) or self.closed(fecha):
            return motivo
        if start is None or not self.open_minutes(fecha).issuperset(minutes_of(start, length)):
            return "fuera_de_horario"
        if minutos % self.tenant.politicas.slot_minutos:
            return "hora_no_alineada"
        working = [
            recurso
            for recurso in self.tenant.recursos
            if recurso_id in {None, recurso.id}
            and (recurso.servicios_id is None or set(servicios_id) <= set(recurso.servicios_id))
            and self.working_minutes(recurso, fecha).issuperset(minutes_of(start, length))
        ]
        free = [recurso for recurso in working if self.taken(recurso).isdisjoint(self.claim(start, length))]
        free.sort(key=lambda recurso: self.booked(recurso, fecha))
        if free:
            return start, free[0].id
        return "ocupado" if working else "recurso_no_disponible"

    def too_soon_or_late(self, fecha: date, start: int) -> str | None:
        politicas = self.tenant.politicas
        today = datetime.fromtimestamp(self.now, UTC).astimezone(self.tenant.zona).date()
        if start < self.now:
            return "en_el_pasado"
        if (fecha - today).days > politicas.max_adelanto_dias:
            return "fuera_de_plazo"
        return "anticipacion" if start - self.now < politicas.anticipacion_min_minutos * MINUTE else None

    def huecos(
        self, servicios_id: tuple[str, ...], recurso_id: str | None, desde: date, hasta: date
    ) -> Iterator[Found]:
        for day in range((hasta - desde).days + 1):
            for minutos in range(0, 1440, 5):
                for recurso in self.tenant.recursos:
                    if recurso_id in {None, recurso.id}:
                        answer = self.check(servicios_id, recurso.id, desde + timedelta(days=day), minutos)
                        if isinstance(answer, tuple):
                            yield answer

    def closed(self, fecha: date) -> str | None:
        if any(e.desde <= fecha <= e.hasta for e in self.tenant.excepciones):
            return None if special(self.tenant.excepciones, fecha) else "cerrado"
        if not self.tenant.horarios[fecha.weekday()]:
            return "cerrado"
        if self.tenant.pais == "XX" or self.tenant.politicas.abre_feriados:
            return None
        return "feriado" if fecha in public_holidays(self.tenant.pais, fecha.year) else None

    def open_minutes(self, fecha: date) -> set[int]:
        tramos = special(self.tenant.excepciones, fecha)
        return self.spread(fecha, self.tenant.horarios[fecha.weekday()] if tramos is None else tramos)

    def working_minutes(self, recurso: Recurso, fecha: date) -> set[int]:
        tramos = special(recurso.excepciones, fecha)
        if tramos is None and recurso.horarios is None:
            return self.open_minutes(fecha)
        return self.spread(fecha, recurso.horarios[fecha.weekday()] if tramos is None else tramos)  # type: ignore[index] # not None here

    def spread(self, fecha: date, tramos: tuple[Tramo, ...]) -> set[int]:
        zona = self.tenant.zona
        if (fecha, tramos) not in self.memo:
            self.memo[fecha, tramos] = {
                instant
                for tramo in tramos
                for instant in range(
                    reached(zona, fecha, tramo.desde), reached(zona, fecha, tramo.hasta), MINUTE
                )
            }
        return self.memo[fecha, tramos]

    def claim(self, start: int, length: int) -> range:
        whole = length + self.tenant.politicas.buffer_minutos
        while (start // MINUTE + whole) % 5:
            whole += 1
        return minutes_of(start, whole)

    def taken(self, recurso: Recurso) -> set[int]:
        if recurso.id not in self.memo:
            self.memo[recurso.id] = {
                instant
                for o in self.living()
                if o.recurso_id == recurso.id
                for instant in range(o.start, o.claimed_end, MINUTE)
            }
        return self.memo[recurso.id]

    def booked(self, recurso: Recurso, fecha: date) -> int:
        return sum(
            o.end - o.start
            for o in self.living()
            if o.recurso_id == recurso.id
            and o.tipo != "bloqueo"
            and datetime.fromtimestamp(o.start, UTC).astimezone(self.tenant.zona).date() == fecha
        )

    def living(self) -> list[Ocupacion]:
        return [
            o
            for o in self.ocupaciones
            if not (o.expira is not None and o.expira <= self.now)
            and o.owner_id not in self.ignora
            and o.mueve not in self.ignora
        ]


def minutes_of(start: int, length: int) -> range:
    return range(start, start + MINUTE * length, MINUTE)


def special(excepciones: tuple[Excepcion, ...], fecha: date) -> tuple[Tramo, ...] | None:
    """Return the hours of the last excepción for the day; None where there is none."""
    found = [e.tramos for e in excepciones if e.desde <= fecha <= e.hasta]
    return found[-1] if found else None
