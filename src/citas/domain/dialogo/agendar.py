"""The wish to book: what is missing, whether it can be had, and what is offered."""

from dataclasses import replace
from datetime import date

from citas.domain.agenda import Agenda, Solicitud
from citas.domain.citas import Hueco
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo, Pedido
from citas.domain.deseos import Deseo, Dias, Horas, Intencion
from citas.domain.dialogo.choosing import (
    ENOUGH,
    Chosen,
    asked,
    choose,
    days_of,
    free_starts,
    furthest_day,
    nearest_to,
    solicitudes,
)
from citas.domain.dialogo.memory import last_made
from citas.domain.dialogo.merging import DAY, window_of
from citas.domain.dialogo.pairs import apart
from citas.domain.dialogo.situation import Asker, Book, Situation, Step, Talk
from citas.domain.dialogo.steps import ask, day_problem, instead, listed, propose, refuse
from citas.domain.dialogo.wall import local_day_minute
from citas.domain.errors import AGENDA_MOTIVOS
from citas.domain.politicas import has_room_for


def agendar(situation: Situation, deseo: Deseo, *, must_ask: bool = False) -> Talk[Step]:
    """Book, offer, list or ask. `must_ask`: never book at once, whatever the policy."""
    deseo = with_own_time(situation, with_servicios(situation, deseo))
    missing = one_of_several(situation, deseo) or missing_piece(deseo)
    if missing is not None:
        return missing
    if not has_room_for(situation.tenant.politicas, len(situation.future)):
        return refuse(deseo, Motivo.DEMASIADAS_CITAS)
    asker = Asker(situation, for_other=deseo.para_otro)
    if not all(any(horas.es_punto for horas in way.horas) for way in apart(deseo)):
        return (yield from without_hour(asker, deseo))
    if not deseo.dias:
        return ask(deseo, Falta.FECHA)
    if not any(days_of(dias, deseo.horas, situation) for dias in deseo.dias):
        return (yield from in_the_past(asker, deseo))
    chosen = yield from choose(asker, deseo)
    return (yield from answer(asker, deseo, chosen, must_ask=must_ask or is_vague(deseo, chosen, situation)))


def with_servicios(situation: Situation, deseo: Deseo) -> Deseo:
    """Take the only servicio of a business that has one, or that of the last cita for "lo mismo"."""
    if deseo.servicios_id or deseo.servicios_dudosos or deseo.servicio_desconocido:
        return deseo
    servicios = situation.tenant.servicios
    known = {servicio.id for servicio in servicios}
    last = situation.last or next(reversed(situation.citas), None)
    if deseo.lo_mismo and last and not situation.by_name and known.issuperset(last.servicios_id):
        return replace(deseo, servicios_id=last.servicios_id)
    return replace(deseo, servicios_id=(servicios[0].id,)) if len(servicios) == 1 else deseo


def with_own_time(situation: Situation, deseo: Deseo) -> Deseo:
    """Take "a la misma hora" and "el mismo día" from the cita that this chat made last, or the only one."""
    known = last_made(situation) or (situation.future[0] if len(situation.future) == 1 else None)
    if situation.by_name or known is None:
        return deseo
    day, minute = local_day_minute(situation.tenant.zona, known.start)
    if deseo.misma_hora and not deseo.horas:
        deseo = replace(deseo, horas=(Horas(minute, minute, ""),))
    if deseo.mismo_dia and not deseo.dias:
        deseo = replace(deseo, dias=(Dias(day, day, ""),))
    if deseo.para_otro and deseo.horas and not deseo.dias and last_made(situation) is not None:
        # "Y mi hermano a las 7", right after booking: that day, which is only offered.
        deseo = replace(deseo, dias=(Dias(day, day, ""),), pregunta=True)
    return deseo


def one_of_several(situation: Situation, deseo: Deseo) -> Step | None:
    """Keep the offer where it turns out to be for several: that one first."""
    oferta = situation.offer
    if deseo.personas is None or oferta is None or oferta.hueco is None or oferta.citas_id:
        return None
    desenlace = Desenlace(
        Intencion.AGENDAR,
        Estado.ACLARACION,
        matiz=Matiz.UNA_A_LA_VEZ,
        faltan=(Falta.INTENCION,),
        alternativas=(oferta.hueco,),
    )
    return Step(desenlace, keep=True)


def missing_piece(deseo: Deseo) -> Step | None:
    """Return the question for the servicio or for a day that cannot be, if there is one."""
    if deseo.servicio_desconocido and not deseo.servicios_id:
        return refuse(
            replace(deseo, servicio_desconocido=None),
            Motivo.SERVICIO_DESCONOCIDO,
            pedido=asked(deseo, None, None),
        )
    if deseo.personas is not None:
        return ask(replace(deseo, personas=None), Falta.INTENCION, Matiz.UNA_A_LA_VEZ)
    broken = day_problem(deseo)
    if broken is not None:
        return broken
    return None if deseo.servicios_id else ask(deseo, Falta.SERVICIO)


def is_vague(deseo: Deseo, chosen: Chosen, situation: Situation) -> bool:
    """Tell whether something but the cliente chose: then it is only offered, never booked at once."""
    days = [day for dias in deseo.dias for day in days_of(dias, deseo.horas, situation)]
    points = [horas for horas in deseo.horas if horas.es_punto]
    return (
        chosen.convention
        or deseo.pregunta
        or len(days) > 1
        or len(points) > 1
        or points[0].aproximada
        or bool(deseo.recurso_desconocido)
        or deseo.supuesto
        or deseo.de_modelo
    )


def answer(asker: Asker, deseo: Deseo, chosen: Chosen, *, must_ask: bool) -> Talk[Step]:
    """Answer a wish for one start."""
    if deseo.recurso_desconocido and chosen.motivo in (None, Motivo.OCUPADO, Motivo.RECURSO_NO_DISPONIBLE):
        near = yield from nearest_to(asker, deseo, chosen.fecha, chosen.minutos)
        pedido = asked(deseo, chosen.fecha, chosen.minutos)
        return listed(replace(deseo, recurso_desconocido=None), Motivo.RECURSO_NO_DISPONIBLE, near, pedido)
    if chosen.hueco is None:
        return (yield from instead(asker, deseo, chosen))
    return offer_or_book(
        asker.situation, deseo, chosen.hueco, convention=chosen.convention, must_ask=must_ask
    )


def offer_or_book(
    situation: Situation, deseo: Deseo, hueco: Hueco, *, convention: bool = False, must_ask: bool = False
) -> Step:
    """Book at once where the policy allows it and nothing was left to choose; otherwise offer."""
    if must_ask or situation.tenant.politicas.confirmar:
        return propose(deseo, hueco, Matiz.CONVENCION if convention else Matiz.NINGUNO)
    return booked(situation, deseo, hueco)


def booked(situation: Situation, deseo: Deseo, hueco: Hueco) -> Step:
    """Book it."""
    known = not situation.by_name and bool(situation.citas or situation.conversacion.ultima_cita_id)
    matiz = Matiz.YA_VINO if known else Matiz.NINGUNO
    return Step(
        Desenlace(deseo.intencion, Estado.CONFIRMADA, matiz=matiz, deseo=deseo),
        effects=(Book(hueco, deseo),),
    )


def in_the_past(asker: Asker, deseo: Deseo) -> Talk[Step]:
    """All the days that were said are gone."""
    first = next(dias.desde for dias in deseo.dias if dias.desde is not None)
    chosen = Chosen(first, None, motivo=Motivo.EN_EL_PASADO)
    return (yield from instead(asker, deseo, chosen))


def without_hour(asker: Asker, deseo: Deseo) -> Talk[Step]:
    """Not every day has a clock time: list what there is to choose from."""
    ways = apart(deseo)
    if len(ways) == 1:
        return (yield from within_window(asker, deseo))
    return (yield from either_window(asker, deseo, ways))


def within_window(asker: Asker, deseo: Deseo) -> Talk[Step]:
    """No clock time was said: offer the extreme that was asked for, or list what is free to choose from."""
    situation = asker.situation
    wide = (Dias(situation.hoy, furthest_day(situation), ""),) if deseo.pregunta else ()
    if not (deseo.dias or wide):
        return ask(deseo, Falta.FECHA)
    days = tuple(day for dias in deseo.dias or wide for day in days_of(dias, deseo.horas, situation))
    if not days or days[-1] < situation.hoy:
        return (yield from in_the_past(asker, deseo))
    free = yield from free_starts(asker, deseo, days)
    extreme = deseo.horas[0].extremo if deseo.horas else None
    if free and extreme:
        return propose(deseo, free[-1] if extreme == "ultima" else free[0], Matiz.NINGUNO)
    pedido = asked(deseo, days[0], None, days[-1] if len(days) > 1 else None)
    if free and deseo.pregunta:
        return told_free(deseo, free, pedido)
    if free:
        falta = Falta.HORA if len(days) == 1 else Falta.FECHA
        return ask(deseo, falta, pedido=pedido, alternativas=free)
    return (yield from nothing_free(asker, deseo, days))


def either_window(asker: Asker, deseo: Deseo, ways: tuple[Deseo, ...]) -> Talk[Step]:
    """Days with hours of their own, not all of them clock times: list what is free in each."""
    each = ENOUGH // len(ways) + 1
    found: list[Hueco] = []
    for way in ways:
        days = days_of(way.dias[0], way.horas, asker.situation)
        free = (yield from free_of(asker, way, days)) if days else ()
        found += free[:each]
    if not found:
        return (yield from within_window(asker, ways[0]))
    free = tuple(sorted(found, key=lambda hueco: hueco.start)[:ENOUGH])
    return ask(deseo, Falta.FECHA, pedido=asked(deseo, None, None), alternativas=free)


def free_of(asker: Asker, way: Deseo, days: tuple[date, ...]) -> Talk[tuple[Hueco, ...]]:
    """Return what is free of one day: its clock time, or the starts of its window."""
    if not any(horas.es_punto for horas in way.horas):
        return (yield from free_starts(asker, way, days))
    chosen = yield from choose(asker, way)
    return (chosen.hueco,) if chosen.hueco else ()


def told_free(deseo: Deseo, free: tuple[Hueco, ...], pedido: Pedido) -> Step:
    """Answer a question about free times."""
    desenlace = Desenlace(
        deseo.intencion, Estado.INFORMADA, matiz=Matiz.HUECOS, alternativas=free, pedido=pedido, deseo=deseo
    )
    return Step(desenlace, deseo=deseo, faltan=(Falta.HORA,), alternativas=free)


def nothing_free(asker: Asker, deseo: Deseo, days: tuple[date, ...]) -> Talk[Step]:
    """No start of the days and hours that were said is free: say why by the first day, list the nearest."""
    day = next((day for day in days if day >= asker.situation.hoy), days[0])
    window = window_of(deseo.horas[0]) if deseo.horas else (0, DAY)
    agenda = yield from asker.look(day, day)
    motivo = why_nothing(agenda, solicitudes(deseo)[0], day, window)
    pedido = asked(deseo, day, None, days[-1] if len(days) > 1 else None)
    if motivo is Motivo.FUERA_DE_PLAZO:
        return refuse(deseo, motivo, pedido=pedido)
    asked_part = window if deseo.horas else None
    near = yield from nearest_to(asker, deseo, day, window[0] if deseo.horas else None, ventana=asked_part)
    return listed(deseo, motivo, near, pedido)


def why_nothing(agenda: Agenda, solicitud: Solicitud, day: date, window: tuple[int, int]) -> Motivo:
    """Return the reason that came nearest to a yes among the starts of the window."""
    step = agenda.tenant.politicas.slot_minutos
    first = -(-window[0] // step) * step
    verdicts = (
        agenda.check(solicitud, day, minute) for minute in range(first, min(window[1] + 1, DAY), step)
    )
    reasons = [verdict for verdict in verdicts if isinstance(verdict, Motivo)]
    return max(reasons, key=AGENDA_MOTIVOS.index, default=Motivo.OCUPADO)
