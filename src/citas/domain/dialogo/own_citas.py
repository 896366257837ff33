"""The wishes about a cita that stands: which one is meant, and moving or cancelling it."""

from dataclasses import replace
from datetime import date

from citas.domain.citas import Cita, Hueco
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo
from citas.domain.deseos import Deseo, Dias, Horas, Intencion, Referencia
from citas.domain.dialogo.agendar import is_vague
from citas.domain.dialogo.choosing import Chosen, asked, choose, days_of, free_starts
from citas.domain.dialogo.merging import DAY, as_reference, fits_reference, said_days
from citas.domain.dialogo.situation import Asker, Cancel, Move, Offer, Situation, Step, Talk, Tell
from citas.domain.dialogo.steps import ask, day_problem, inform, instead, propose, refuse
from citas.domain.dialogo.targets import is_another_week, located, names_each, part_of, split_target
from citas.domain.dialogo.wall import local_day_minute
from citas.domain.politicas import may_change_by_message


def mover(situation: Situation, deseo: Deseo, *, must_ask: bool = False) -> Talk[Step]:
    """Move the cita that is meant, or ask which one, or where to."""
    deseo, guessed = located(situation, deseo)
    deseo = split_target(situation, deseo)
    which = meant(situation, deseo)
    if isinstance(which, Step):
        return which
    cita = which[0]
    late = too_late(situation, deseo, cita)
    if late is not None:
        return late
    broken = day_problem(deseo)
    if broken is not None:
        return broken
    target = completed(situation, deseo, cita)
    if target is None:
        return ask(deseo, Falta.FECHA, citas=(cita,))
    if not any(horas.es_punto for horas in target.horas):
        return (yield from move_within(situation, target, cita))
    unsure = guessed or not says_hour(deseo) or is_another_week(situation, deseo, cita)
    return (yield from move_to(situation, target, cita, must_ask=must_ask or unsure))


def says_hour(deseo: Deseo) -> bool:
    """Tell whether the target's hour was said rather than kept from the cita."""
    return bool(deseo.horas or deseo.misma_hora or deseo.desplaza_minutos or not deseo.dias)


def meant(situation: Situation, deseo: Deseo) -> tuple[Cita, ...] | Step:
    """Return the citas that are meant (one, unless all of them were named), or the answer that asks."""
    future, ref = situation.future, deseo.referencia
    zona = situation.tenant.zona
    if situation.by_name and not (ref.dias or ref.horas):
        return ask(deseo, Falta.CITA, Matiz.IDENTIFICA) if situation.citas else nothing(deseo)
    fitting = tuple(cita for cita in future if fits_reference(cita, ref, zona))
    if ref.ultima:
        fitting = tuple(c for c in fitting if c.id == situation.conversacion.ultima_cita_id) or fitting
    every = ref.todas or bool(ref.salvo_dias or ref.salvo_servicios_id)
    if fitting and (every or len(fitting) == 1 or names_each(ref, fitting)):
        return fitting
    past = tuple(cita for cita in situation.citas if cita not in future and fits_reference(cita, ref, zona))
    if not fitting and past and not ref.vacia:
        return refuse(deseo, Motivo.EN_EL_PASADO, cita=past[-1])
    if fitting:
        return ask(
            replace(deseo, referencia=ref), Falta.CITA, Matiz.CUAL_CITA, citas=shown(situation, fitting)
        )
    return not_found(situation, deseo) if future else nothing(deseo)


def not_found(situation: Situation, deseo: Deseo) -> Step:
    """There are citas, and none like that: list them, or ask for a day or hour where a name alone is known."""
    if situation.by_name:
        return ask(deseo, Falta.CITA, Matiz.IDENTIFICA)
    bare = replace(deseo, referencia=Referencia())
    return ask(bare, Falta.CITA, Matiz.CITA_NO_ENCONTRADA, citas=situation.future)


def shown(situation: Situation, citas: tuple[Cita, ...]) -> tuple[Cita, ...]:
    """Return what may be listed: nothing where two people may share the name."""
    return () if situation.by_name else citas


def nothing(deseo: Deseo) -> Step:
    """There is no such cita."""
    return inform(Matiz.NINGUNO, Motivo.SIN_CITAS, intencion=deseo.intencion)


def too_late(situation: Situation, deseo: Deseo, cita: Cita) -> Step | None:
    """Refuse what the notice forbids, and tell the owner; not what this chat booked a moment ago."""
    if may_change_by_message(situation.tenant.politicas, cita, situation.conversacion.id, situation.now):
        return None
    step = refuse(deseo, Motivo.CANCELACION_TARDIA, cita=cita)
    return replace(step, effects=(Tell("cancelacion_tardia", cita),))


def completed(situation: Situation, deseo: Deseo, cita: Cita) -> Deseo | None:
    """Fill what the target keeps of the cita; None where nothing of a target was said."""
    day, minute = local_day_minute(situation.tenant.zona, cita.start)
    shift = deseo.desplaza_minutos or 0
    servicios = new_servicios(deseo, cita)
    keeps_all = not (deseo.dias or deseo.horas or shift or deseo.desplaza_dias or deseo.recursos_id)
    if keeps_all and not deseo.recurso_desconocido and servicios == cita.servicios_id:
        return None
    kept_day = date.fromordinal(day.toordinal() + (deseo.desplaza_dias or 0))
    kept = (minute + shift) % DAY
    return replace(
        deseo,
        servicios_id=servicios,
        dias=said_days(deseo) or (Dias(kept_day, kept_day, ""),),
        horas=deseo.horas or (Horas(kept, kept, ""),),
    )


def new_servicios(deseo: Deseo, cita: Cita) -> tuple[str, ...]:
    """Return the servicios that the cita will have."""
    if not deseo.servicios_id:
        return cita.servicios_id
    if deseo.agrega:
        return cita.servicios_id + tuple(s for s in deseo.servicios_id if s not in cita.servicios_id)
    if deseo.quita:
        return tuple(s for s in cita.servicios_id if s not in deseo.servicios_id) or cita.servicios_id
    return deseo.servicios_id


def move_within(situation: Situation, target: Deseo, cita: Cita) -> Talk[Step]:
    """Only a part of the day or a window was said: list what is free in it."""
    asker = Asker(situation, moving=cita, for_other=cita.para_otro)
    days = tuple(day for dias in target.dias for day in days_of(dias, target.horas, situation))
    free = (yield from free_starts(asker, target, days)) if days else ()
    if not free:
        fecha = days[0] if days else situation.hoy
        return (yield from instead(asker, target, Chosen(fecha, None, motivo=Motivo.OCUPADO), cita=cita))
    return ask(target, Falta.HORA, pedido=asked(target, days[0], None), alternativas=free, citas=(cita,))


def move_to(situation: Situation, target: Deseo, cita: Cita, *, must_ask: bool) -> Talk[Step]:
    """Move to one start: with the same recurso, else by an offer that names another."""
    asker = Asker(situation, moving=cita, for_other=cita.para_otro)
    if not any(days_of(dias, target.horas, situation) for dias in target.dias):
        gone = Chosen(target.dias[0].desde or situation.hoy, None, motivo=Motivo.EN_EL_PASADO)
        return (yield from instead(asker, target, gone, cita=cita))
    named = target.recursos_id
    keeping = target if named else replace(target, recursos_id=(cita.recurso_id,))
    chosen = yield from choose(asker, keeping)
    other = Matiz.NINGUNO
    if chosen.motivo in (Motivo.OCUPADO, Motivo.RECURSO_NO_DISPONIBLE) and not named:
        chosen = yield from choose(asker, target)
        other = Matiz.OTRO_RECURSO
    if chosen.hueco is None:
        return (yield from instead(asker, target, chosen, cita=cita))
    return move_or_offer(
        situation,
        target,
        cita,
        chosen.hueco,
        chosen,
        must_ask=must_ask or other is Matiz.OTRO_RECURSO,
        matiz=other,
    )


def move_or_offer(
    situation: Situation,
    target: Deseo,
    cita: Cita,
    hueco: Hueco,
    chosen: Chosen,
    *,
    must_ask: bool,
    matiz: Matiz,
) -> Step:
    """Move at once where the policy allows it and nothing was left to choose; otherwise offer."""
    if unchanged(cita, hueco):
        return replace(inform(Matiz.SE_QUEDA, intencion=Intencion.CAMBIAR, citas=(cita,)), understood=True)
    if chosen.convention and matiz is Matiz.NINGUNO:
        matiz = Matiz.CONVENCION
    if must_ask or situation.tenant.politicas.confirmar or is_vague(target, chosen, situation):
        return propose(target, hueco, matiz, citas=(cita,))
    return moved(cita, hueco)


def unchanged(cita: Cita, hueco: Hueco) -> bool:
    """Tell whether the cita stands there already."""
    return (cita.start, cita.recurso_id, cita.servicios_id) == (
        hueco.start,
        hueco.recurso_id,
        hueco.servicios_id,
    )


def moved(cita: Cita, hueco: Hueco) -> Step:
    """Move it."""
    return Step(
        Desenlace(Intencion.CAMBIAR, Estado.REPROGRAMADA, antes=cita),
        effects=(Move(cita, hueco),),
    )


def cancelar(situation: Situation, deseo: Deseo, *, must_ask: bool = False) -> Talk[Step]:
    """Cancel the cita that is meant, or ask which one."""
    deseo, guessed = located(situation, deseo)
    which = meant(situation, deseo)
    if isinstance(which, Step):
        return which
    part = part_of(deseo.referencia, which)
    if part is not None:
        return (yield from mover(situation, part, must_ask=True))
    for cita in which:
        late = too_late(situation, deseo, cita)
        if late is not None:
            return late
    unsure = must_ask or guessed or deseo.supuesto or deseo.de_modelo or len(which) > 1
    if unsure or situation.tenant.politicas.confirmar:
        return offered_to_cancel(deseo, which)
    return cancelled(which)


def offered_to_cancel(deseo: Deseo, citas: tuple[Cita, ...]) -> Step:
    """Ask before cancelling."""
    return Step(
        Desenlace(Intencion.CANCELAR, Estado.PROPUESTA, cita=citas[0], citas=citas, deseo=deseo),
        offer=Offer(deseo, None, citas),
        deseo=deseo,
    )


def cancelled(citas: tuple[Cita, ...]) -> Step:
    """Cancel them."""
    return Step(Desenlace(Intencion.CANCELAR, Estado.CANCELADA), effects=(Cancel(citas),))


def told_citas(situation: Situation, asked_for: Deseo | None) -> Step:
    """Tell the cliente's own citas; to a mere name only the one whose day or hour was said."""
    ref = as_reference(asked_for) if asked_for else Referencia()
    zona = situation.tenant.zona
    if situation.by_name and not (ref.dias or ref.horas):
        if situation.future:
            return ask(Deseo(Intencion.OTRO), Falta.CITA, Matiz.IDENTIFICA)
        return nothing(Deseo(Intencion.OTRO))
    fitting = tuple(cita for cita in situation.future if fits_reference(cita, ref, zona))
    citas = fitting or (() if situation.by_name else situation.future)
    if not citas:
        return nothing(Deseo(Intencion.OTRO))
    return inform(Matiz.CITAS, citas=citas)
