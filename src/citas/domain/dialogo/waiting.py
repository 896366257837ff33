"""The waiting list: a wish that is told to the owner when something frees."""

from dataclasses import replace
from datetime import date

from citas.domain.apertura import tenant_tramos
from citas.domain.desenlaces import Desenlace, Estado, Falta
from citas.domain.deseos import Deseo, Horas, Intencion
from citas.domain.dialogo.agendar import with_servicios
from citas.domain.dialogo.choosing import asked, by_convention, days_of, furthest_day
from citas.domain.dialogo.merging import DAY, readings, window_of
from citas.domain.dialogo.situation import Situation, Step, Wait
from citas.domain.dialogo.steps import ask, day_problem
from citas.domain.intervals import day_bounds

HOUR = 60


def wait_listed(situation: Situation, deseo: Deseo | None) -> Step:
    """Store the wish; ask for the servicio first, where it is not known."""
    wish = with_servicios(situation, replace(deseo or Deseo(Intencion.AGENDAR), intencion=Intencion.AGENDAR))
    if not wish.servicios_id:
        return ask(wish, Falta.SERVICIO)
    broken = day_problem(wish)
    if broken is not None:
        return broken
    days = [day for dias in wish.dias for day in days_of(dias, wish.horas, situation)]
    first, last = (min(days), max(days)) if days else (situation.hoy, furthest_day(situation))
    zona = situation.tenant.zona
    low, high = minutes_of(situation, first, wish.horas)
    desde = day_bounds(zona, first)[0] + 60 * low
    hasta = day_bounds(zona, last)[0] + 60 * high
    if first != last:
        desde, hasta = day_bounds(zona, first)[0], day_bounds(zona, last)[1]
    desenlace = Desenlace(
        Intencion.AGENDAR,
        Estado.EN_ESPERA,
        deseo=wish,
        pedido=asked(
            wish,
            first if days else None,
            low if wish.horas and wish.horas[0].es_punto else None,
            last if days and first != last else None,
        ),
    )
    return Step(desenlace, effects=(Wait(wish, desde, hasta, wish.recursos_id),), deseo=wish)


def minutes_of(situation: Situation, day: date, horas: tuple[Horas, ...]) -> tuple[int, int]:
    """Return the minutes of the day that the wish covers; of a clock time, an hour from it."""
    if not horas:
        return (0, DAY)
    if horas[0].es_punto:
        likely = likely_minute(situation, day, horas[0])
        return (likely, likely + HOUR)
    return window_of(horas[0])


def likely_minute(situation: Situation, day: date, horas: Horas) -> int:
    """Return the reading of a clock time that lies inside the hours, else the convention's."""
    minutes = readings(horas)
    tramos = tenant_tramos(situation.tenant, day)
    inside = [minute for minute in minutes if any(t.desde <= minute < t.hasta for t in tramos)]
    if len(inside) == 1:
        return inside[0]
    early, late = minutes[0], minutes[-1]
    return by_convention((early, late))
