"""One turn of a conversation: (what is known, what was understood, what the agenda answers) → step.

The order is the contract's: a call for a person, an answer to what waits, a wish, a question, courtesy.
"""

from dataclasses import replace

from citas.domain.desenlaces import Falta, Matiz, Motivo
from citas.domain.deseos import Consulta, Deseo, Entendido, Intencion
from citas.domain.dialogo.afterthoughts import unable
from citas.domain.dialogo.answers import (
    asks_what_is_free,
    courtesy,
    free_times,
    of_own_cita,
    questioned,
)
from citas.domain.dialogo.memory import (
    intencion_in_course,
    last_made,
    pending_wish,
    piezas_of,
    wish_in_course,
)
from citas.domain.dialogo.merging import joined, names_somebody, says_something
from citas.domain.dialogo.offers import accepted, declined, restated
from citas.domain.dialogo.picking import (
    asked_before,
    picked,
    picked_cita,
    picked_hour,
    picked_servicio,
    shifted,
    unclear_choice,
)
from citas.domain.dialogo.rights import asked_for_data, urgent_wish
from citas.domain.dialogo.situation import Situation, Step, Talk, Tell
from citas.domain.dialogo.steps import ask, inform, silent
from citas.domain.dialogo.waiting import wait_listed
from citas.domain.dialogo.wishes import pursue, wish_of
from citas.domain.dialogo.yes_and_no import lets_go, postpones, takes, wish_beside, with_name


def converse(situation: Situation, said: Entendido) -> Talk[Step]:
    """Decide what one mensaje leads to; yields the windows of the agenda that it must see."""
    if said.humano:
        called = inform(Matiz.NINGUNO, Motivo.HUMANO)
        return replace(called, effects=(Tell("humano"),), pause=True)
    if said.ajeno:
        return silent(Motivo.AJENO)
    if puts_off(said):
        return silent(Motivo.CORTESIA)
    if said.datos:
        return asked_for_data(situation, said.datos)
    if said.duda:
        return doubtful()
    step = None if situation.corrects else (yield from answered(situation, said))
    if step is None:
        step = yield from wished(situation, said)
    return step or of_own_cita(situation, said) or courtesy(situation, said)


def puts_off(said: Entendido) -> bool:
    """Tell "espere un momento" by itself: what waits goes on waiting, and nobody needs an answer."""
    says_more = said.deseos or said.consultas or said.si or said.desplaza or says_something(said.piezas)
    return said.aplaza and not says_more


def doubtful() -> Step:
    """Ask what is wanted; it was understood that something is, so this calls no person."""
    asked = ask(Deseo(Intencion.OTRO), Falta.INTENCION, Matiz.NO_ENTENDIDO)
    return replace(asked, deseo=None)


def answered(situation: Situation, said: Entendido) -> Talk[Step | None]:
    """Take the mensaje as an answer to the offer, to the alternatives or to the question that waits."""
    waiting = situation.conversacion.oferta
    if situation.late and waiting and (said.si or said.no or said.deseos or says_something(said.piezas)):
        return restated(waiting)
    if said.avisame:
        return wait_listed(situation, with_pieces(situation, said))
    second = wish_beside(situation, said)
    if situation.offer and second:
        return and_then((yield from accepted(situation, situation.offer)), second)
    if situation.offer and takes(situation, said):
        step = yield from accepted(situation, with_name(situation.offer, said))
        return and_then(answering(step, said), situation.conversacion.pendiente)
    return not_taken(situation, said) or (yield from chosen(situation, said))


def not_taken(situation: Situation, said: Entendido) -> Step | None:
    """Leave the offer standing for one who will tell, and let it go for one who lets it go."""
    if postpones(situation, said):
        return replace(inform(Matiz.POSPUESTA), keep=True)
    if not lets_go(situation, said):
        return None
    step = declined(situation, intencion_in_course(situation))
    return and_then(step, situation.conversacion.pendiente if situation.offer else None)


def chosen(situation: Situation, said: Entendido) -> Talk[Step | None]:
    """Take the mensaje as a choice among the alternatives, or a call for others."""
    if said.desplaza and not says_when(said):
        return (yield from shifted(situation, said)) or asked_before(situation)
    deseo = picked(situation, said) or picked_hour(situation, said)
    deseo = deseo or picked_cita(situation, said) or picked_servicio(situation, said)
    if deseo is None:
        return unclear_choice(situation, said)
    step = yield from pursue(situation, deseo)
    chose_offered = step.offer is not None and said.eleccion is not None
    return replace(step, alternativas=situation.conversacion.alternativas) if chose_offered else step


def hurried(situation: Situation, said: Entendido) -> Talk[Step]:
    """Offer the earliest that there is, and tell the owner."""
    step = yield from pursue(situation, urgent_wish(situation, said))
    return replace(step, effects=(*step.effects, Tell("urgencia")))


def wished(situation: Situation, said: Entendido) -> Talk[Step | None]:
    """Go after the wish that it makes, answer its question, or both."""
    if asks_for_somebody(situation, said):
        said = replace(said, consultas=())
    elif asks_on(said):
        said = replace(said, consultas=situation.conversacion.consultas)
    if said.consultas and not said.deseos:
        return (yield from questioned(situation, said))
    if said.urgente:
        return (yield from hurried(situation, said))
    deseo, second = wish_of(situation, said)
    pending = pending_wish(situation)
    if pending is not None and deseo is None and said.si:
        deseo = pending
    elif pending is None and second is None and not said.deseos:
        second = situation.conversacion.pendiente
    deseo = deseo or unable(situation, said)
    if deseo is None:
        return None
    going = free_times(situation, deseo) if asks_what_is_free(deseo) else pursue(situation, deseo)
    return beside(situation, said, (yield from going), second)


def asks_for_somebody(situation: Situation, said: Entendido) -> bool:
    """Tell "¿puede ser con Camilo?", which asks for no fact: it is a piece of what waits, or of the cita just made."""
    concerns = wish_in_course(situation) is not None or last_made(situation) is not None
    return concerns and said.consultas == (Consulta.OTRA,) and names_somebody(said.piezas)


def asks_on(said: Entendido) -> bool:
    """Tell "¿y la barba?" and "¿y el domingo?", which ask what was asked before of something else."""
    piezas = said.piezas
    if piezas is None or said.deseos or said.consultas or not says_something(piezas):
        return False
    named = replace(piezas, servicios_id=(), dias=(), agrega=False, dichos=())
    return not says_something(named) and (said.pregunta or piezas.agrega)


def beside(situation: Situation, said: Entendido, step: Step, second: Deseo | None) -> Step:
    """Add to a wish's step the questions beside it and the second wish, which is named and asked for."""
    corrected = "corregida" if situation.offer else None
    if not (said.consultas or second or corrected):
        return step
    piezas = piezas_of(said)
    desenlace = replace(
        step.desenlace,
        consultas=said.consultas,
        servicios_consultados=said.servicios_consultados or (piezas.servicios_id if piezas else ()),
        otro_deseo=second,
    )
    return replace(step, desenlace=desenlace, pending=second, result=step.result or corrected)


def answering(step: Step, said: Entendido) -> Step:
    """Answer the question beside a yes: "sí, ¿dónde quedan?"."""
    if not said.consultas:
        return step
    return replace(step, desenlace=replace(step.desenlace, consultas=said.consultas))


def and_then(step: Step, second: Deseo | None) -> Step:
    """Ask for the second wish of before, once the first is done."""
    if second is None:
        return step
    return replace(step, desenlace=replace(step.desenlace, otro_deseo=second), pending=second, deseo=None)


def with_pieces(situation: Situation, said: Entendido) -> Deseo | None:
    """Return the wish in course with the pieces of this mensaje."""
    before, new = wish_in_course(situation), piezas_of(said)
    return joined(before, new) if before and new else new or before


def says_when(said: Entendido) -> bool:
    """Tell whether a day or an hour was said."""
    piezas = piezas_of(said)
    if piezas is None:
        return False
    # "Muy temprano" of an offer is no wish for the first hour.
    horas = [one for one in piezas.horas if not one.extremo] if said.desplaza else piezas.horas
    return bool(piezas.dias or horas)
