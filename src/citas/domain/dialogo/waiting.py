"""The waiting list: a wish that is told to the owner when something frees."""

from dataclasses import replace

from citas.domain.desenlaces import Desenlace, Estado, Falta
from citas.domain.deseos import Deseo, Horas, Intencion
from citas.domain.dialogo.agendar import with_servicios
from citas.domain.dialogo.choosing import asked, days_of, furthest_day
from citas.domain.dialogo.merging import DAY, readings, window_of
from citas.domain.dialogo.situation import Situation, Step, Wait
from citas.domain.dialogo.steps import ask, day_problem
from citas.domain.intervals import day_bounds


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
    low, high = minutes_of(wish.horas)
    desde = day_bounds(zona, first)[0] + 60 * low
    hasta = day_bounds(zona, last)[0] + 60 * high
    if first != last:
        desde, hasta = day_bounds(zona, first)[0], day_bounds(zona, last)[1]
    desenlace = Desenlace(
        Intencion.AGENDAR,
        Estado.EN_ESPERA,
        deseo=wish,
        pedido=asked(wish, first if days else None, None, last if days and first != last else None),
    )
    return Step(desenlace, effects=(Wait(wish, desde, hasta, wish.recursos_id),))


def minutes_of(horas: tuple[Horas, ...]) -> tuple[int, int]:
    """Return the minutes of the day that the wish covers, as long as the servicio may last."""
    if not horas:
        return (0, DAY)
    if horas[0].es_punto:
        likely = max(readings(horas[0]))
        return (likely, likely + 60)
    return window_of(horas[0])
