"""From the days and hours that were said to one start: the agenda chooses where the words leave two."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from citas.domain.agenda import Agenda, Solicitud, deciding_span
from citas.domain.apertura import tenant_tramos
from citas.domain.citas import Hueco
from citas.domain.desenlaces import Motivo, Pedido
from citas.domain.deseos import Deseo, Dias, Horas
from citas.domain.dialogo.days import day_of, open_at
from citas.domain.dialogo.merging import DAY, covers_start, readings, window_of
from citas.domain.dialogo.pairs import apart
from citas.domain.dialogo.situation import Asker, Situation, Talk
from citas.domain.dialogo.wall import local_day_minute

# A reading that the agenda refuses for one of these is not the one that was meant.
UNFIT = (Motivo.FUERA_DE_HORARIO, Motivo.CERRADO, Motivo.FERIADO, Motivo.EN_EL_PASADO)
RADII = (0, 3, 8, 16, 45, 400)
MOST_DAYS = 62
WEEK = 7
ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """The verdict on one start that was wished: free (`hueco`), or why not (`motivo`).

    `minutos` None: no clock time was asked for.
    `convention`: two halves fitted and the convention chose.
    """

    fecha: date
    minutos: int | None
    hueco: Hueco | None = None
    motivo: Motivo | None = None
    convention: bool = False


def days_of(dias: Dias, horas: tuple[Horas, ...], situation: Situation) -> tuple[date, ...]:
    """Return the days of an expression, nearest first, from today on."""
    one = day_of(dias, horas, situation)
    if one is not None:
        return (one,)
    if dias.desde is None:
        return ()
    first = max(dias.desde, situation.hoy)
    last = dias.hasta or furthest_day(situation)
    count = min((last - first).days + 1, MOST_DAYS)
    return tuple(first + timedelta(days=n) for n in range(max(count, 0)))


def furthest_day(situation: Situation) -> date:
    """Return the last day that can be booked."""
    return situation.hoy + timedelta(days=situation.tenant.politicas.max_adelanto_dias)


def verdict(agenda: Agenda, solicitud: Solicitud, fecha: date, horas: Horas) -> Chosen:
    """Judge a clock time on a day, choosing the half of the day that the opening hours choose."""
    minutes = readings(horas)
    if len(minutes) > 1:
        open_then = opening(agenda, fecha, minutes)
        if len(open_then) != 1:
            return between_two(agenda, solicitud, fecha, minutes)
        minutes = open_then
    return judged(fecha, minutes[0], agenda.check(solicitud, fecha, minutes[0]))


def between_two(agenda: Agenda, solicitud: Solicitud, fecha: date, minutes: tuple[int, ...]) -> Chosen:
    """Choose between two halves of the day that are both inside the hours, or neither."""
    answers = {minute: agenda.check(solicitud, fecha, minute) for minute in minutes}
    fitting = [minute for minute in minutes if answers[minute] not in UNFIT]
    usual = by_convention(minutes)
    if len(fitting) == 1:
        return judged(fecha, fitting[0], answers[fitting[0]])
    if fitting:
        return judged(fecha, usual, answers[usual], convention=True)
    plain = between_hours(agenda, fecha, minutes)
    chosen = usual if plain is None else plain
    return judged(fecha, chosen, answers[chosen])


def opening(agenda: Agenda, fecha: date, minutes: tuple[int, ...]) -> tuple[int, ...]:
    """Return the readings at which the business is open: where that is one, no other can be meant."""
    return tuple(minute for minute in minutes if open_at(agenda.tenant, fecha, minute))


def by_convention(minutes: tuple[int, ...]) -> int:
    """1–6 is p. m., 7–11 a. m., 12 noon."""
    early, late = minutes
    return early if early >= 7 * 60 else late


def between_hours(agenda: Agenda, fecha: date, minutes: tuple[int, ...]) -> int | None:
    """Return the reading that lies between the day's first opening and its last closing, if just one does."""
    tramos = tenant_tramos(agenda.tenant, fecha)
    if not tramos:
        return None
    inside = [minute for minute in minutes if tramos[0].desde <= minute < tramos[-1].hasta]
    return inside[0] if len(inside) == 1 else None


def judged(fecha: date, minute: int, answer: Hueco | Motivo, *, convention: bool = False) -> Chosen:
    """Wrap what the agenda said."""
    if isinstance(answer, Motivo):
        return Chosen(fecha, minute, motivo=answer, convention=convention)
    return Chosen(fecha, minute, hueco=answer, convention=convention)


def solicitudes(deseo: Deseo) -> tuple[Solicitud, ...]:
    """Return what to ask the agenda for, in order of preference."""
    if not deseo.recursos_id:
        return (Solicitud(deseo.servicios_id),)
    return tuple(Solicitud(deseo.servicios_id, recurso_id) for recurso_id in deseo.recursos_id)


def candidates(deseo: Deseo, situation: Situation) -> Iterator[tuple[date, Horas]]:
    """Yield the starts that were wished, in order of preference."""
    for own in apart(deseo):
        for dias in own.dias:
            for day in days_of(dias, own.horas, situation):
                yield from ((day, horas) for horas in own.horas if horas.es_punto)
                # "El sábado a las 12:15 de la noche" is Sunday by the calendar.
                yield from (
                    (day + timedelta(days=1), horas) for horas in own.horas if is_past_midnight(horas)
                )


def is_past_midnight(horas: Horas) -> bool:
    """Tell a clock time that belongs, as people count, to the evening before it."""
    return horas.es_punto and horas.desde is not None and horas.desde > DAY


def choose(asker: Asker, deseo: Deseo) -> Talk[Chosen]:
    """Return the first wished start that is free, else the verdict on the first one."""
    first: Chosen | None = None
    tenant, ways = asker.situation.tenant, solicitudes(deseo)
    wished = tuple(candidates(deseo, asker.situation))
    starts = [(day, minute) for day, horas in wished for minute in readings(horas)]
    agenda = yield from asker.look_at(deciding_span(tenant, ways[0], starts))
    for day, horas in wished:
        for solicitud in ways:
            chosen = verdict(agenda, solicitud, day, horas)
            if chosen.hueco is not None:
                return chosen
            first = first or chosen
    if first is None:
        raise ValueError(deseo)  # a bug: callers ask only with a day and a clock time
    return first


def free_starts(asker: Asker, deseo: Deseo, days: tuple[date, ...]) -> Talk[tuple[Hueco, ...]]:
    """Return the first free starts of the days within the wished window, one for each start."""
    window = window_of(deseo.horas[0]) if deseo.horas else (0, DAY)
    from_end = bool(deseo.horas) and deseo.horas[0].extremo == "ultima"
    found: dict[int, Hueco] = {}
    for first in range(0, len(days), WEEK):
        week = days[first : first + WEEK]
        agenda = yield from asker.look(week[0], week[-1])
        for day in week:
            wish = window[1] if from_end else window[0]
            for hueco in starts_of_day(agenda, deseo, day, wish, window):
                found.setdefault(hueco.start, hueco)
            if len(found) >= ENOUGH:
                ordered = tuple(found[start] for start in sorted(found))
                return ordered[-ENOUGH:] if from_end else ordered[:ENOUGH]
    return tuple(found[start] for start in sorted(found))


def starts_of_day(
    agenda: Agenda, deseo: Deseo, day: date, wish: int, window: tuple[int, int]
) -> Iterator[Hueco]:
    """Yield the free starts of one day inside the window, by the recursos' order of preference."""
    zona = agenda.tenant.zona
    for solicitud in solicitudes(deseo):
        for hueco in agenda.nearest(solicitud, day, wish, desde=day, hasta=day, ventana=window):
            start_day, minute = local_day_minute(zona, hueco.start)
            if start_day == day and window[0] <= minute <= window[1] and in_bounds(deseo, day, minute):
                yield hueco


def in_bounds(deseo: Deseo, day: date, minute: int) -> bool:
    """Tell whether the start keeps the clock times at which the days that were said begin and end."""
    bounded = [d for d in deseo.dias if d.desde_minuto is not None or d.hasta_minuto is not None]
    return not bounded or any(covers_start(dias, day, minute) for dias in deseo.dias)


def nearest_to(
    asker: Asker, deseo: Deseo, fecha: date, minutos: int | None, *, ventana: tuple[int, int] | None = None
) -> Talk[tuple[Hueco, ...]]:
    """Return the five free starts nearest to a wish, looking no further than is needed."""
    situation = asker.situation
    solicitud = solicitudes(deseo)[0]
    last = furthest_day(situation)
    found: tuple[Hueco, ...] = ()
    for radius in RADII:
        desde = max(fecha - timedelta(days=radius), situation.hoy)
        hasta = min(fecha + timedelta(days=radius), last)
        if desde > hasta:
            continue
        agenda = yield from asker.look(desde, hasta)
        found = agenda.nearest(solicitud, fecha, minutos, desde=desde, hasta=hasta, ventana=ventana)
        if surely_nearest(situation, found, fecha, radius) or (desde == situation.hoy and hasta == last):
            break
    return found


def surely_nearest(situation: Situation, found: tuple[Hueco, ...], fecha: date, radius: int) -> bool:
    """Tell whether no day further away can have a start that is nearer than these."""
    zona = situation.tenant.zona
    away = [abs((local_day_minute(zona, hueco.start)[0] - fecha).days) for hueco in found]
    return len(found) >= ENOUGH and (radius == 0 or max(away) < radius)


def asked(deseo: Deseo, fecha: date | None, minutos: int | None, hasta: date | None = None) -> Pedido:
    """Return what was asked for, to be echoed."""
    return Pedido(
        dia=fecha,
        hasta=hasta,
        minutos=minutos,
        parte=next((h.parte for h in deseo.horas if h.parte and not h.es_punto), None),
        recurso_id=deseo.recursos_id[0] if deseo.recursos_id else None,
        recurso_desconocido=deseo.recurso_desconocido,
        servicio_desconocido=deseo.servicio_desconocido,
    )
