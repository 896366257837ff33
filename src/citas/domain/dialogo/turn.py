"""One turn of a conversation: (what is known, what was understood, what the agenda answers) → step.

The order is the contract's: a call for a person, an answer to what waits, a wish, a question, courtesy.
"""

from dataclasses import replace

from citas.domain.desenlaces import Falta, Matiz, Motivo
from citas.domain.deseos import Consulta, Deseo, Entendido, Intencion, Referencia
from citas.domain.dialogo.answers import courtesy, of_own_cita, questioned
from citas.domain.dialogo.memory import (
    intencion_in_course,
    is_awaited,
    last_made,
    pending_wish,
    piezas_of,
    wish_in_course,
)
from citas.domain.dialogo.merging import (
    agrees,
    as_reference,
    fits_reference,
    joined,
    names_somebody,
    says_something,
)
from citas.domain.dialogo.offers import accepted, declined, restated
from citas.domain.dialogo.picking import picked, picked_cita, picked_servicio, shifted, unclear_choice
from citas.domain.dialogo.rights import asked_for_data, urgent_wish
from citas.domain.dialogo.situation import Situation, Step, Talk, Tell
from citas.domain.dialogo.steps import ask, inform, silent
from citas.domain.dialogo.waiting import wait_listed
from citas.domain.dialogo.wishes import pursue, wish_of


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
    if situation.offer and takes(situation, said):
        step = yield from accepted(situation, situation.offer)
        return and_then(step, situation.conversacion.pendiente)
    if lets_go(situation, said):
        step = declined(situation, intencion_in_course(situation))
        return and_then(step, situation.conversacion.pendiente if situation.offer else None)
    return (yield from chosen(situation, said))


def chosen(situation: Situation, said: Entendido) -> Talk[Step | None]:
    """Take the mensaje as a choice among the alternatives, or a call for others."""
    if said.desplaza and not says_when(said):
        return (yield from shifted(situation, said))
    deseo = picked(situation, said) or picked_cita(situation, said) or picked_servicio(situation, said)
    if deseo is not None:
        return (yield from pursue(situation, deseo))
    return unclear_choice(situation, said)


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
    if deseo is None:
        return None
    step = yield from pursue(situation, deseo)
    return beside(situation, said, step, second)


def asks_for_somebody(situation: Situation, said: Entendido) -> bool:
    """Tell "¿puede ser con Camilo?", which asks for no fact: it is a piece of what waits, or of the cita just made."""
    concerns = is_awaited(situation) or last_made(situation) is not None
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
        servicios_consultados=piezas.servicios_id if piezas else (),
        otro_deseo=second,
    )
    return replace(step, desenlace=desenlace, pending=second, result=step.result or corrected)


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
    return piezas is not None and bool(piezas.dias or piezas.horas)


def takes(situation: Situation, said: Entendido) -> bool:
    """Tell whether it is a yes to the offer and to nothing else."""
    oferta, piezas = situation.offer, piezas_of(said)
    if oferta is None or not said.si or said.no or said.dejar or said.desplaza or len(said.deseos) > 1:
        return False
    cancels = Intencion.CANCELAR
    if said.deseos and (said.deseos[0].intencion is cancels) != (oferta.intencion is cancels):
        return False
    if oferta.hueco is None:
        return agrees_citas(situation, piezas)
    return agrees(piezas, oferta.hueco, situation.tenant.zona)


def agrees_citas(situation: Situation, piezas: Deseo | None) -> bool:
    """Tell whether what was said contradicts none of the citas that were offered to be cancelled."""
    oferta = situation.offer
    if piezas is None or oferta is None:
        return True
    ref = as_reference(piezas)
    offered = [cita for cita in situation.future if cita.id in oferta.citas_id]
    return ref.todas or all(fits_reference(cita, ref, situation.tenant.zona) for cita in offered)


def lets_go(situation: Situation, said: Entendido) -> bool:
    """Tell whether it lets go of what waits, and wishes nothing instead."""
    if situation.late:
        return False
    waits = is_awaited(situation) or pending_wish(situation) is not None
    if said.deseos:
        return gives_up(situation, said)
    if said.dejar:
        return waits or bool(situation.future)
    # "A esa hora no" names nothing but what was offered.
    other = said.piezas and replace(said.piezas, misma_hora=False, mismo_dia=False)
    says_more = says_something(other) or said.eleccion is not None or said.desplaza is not None
    return said.no and waits and not says_more and not said.consultas


def gives_up(situation: Situation, said: Entendido) -> bool:
    """Tell whether a wish to cancel means the wish to book that waits, and no cita."""
    deseo, before = said.deseos[0], wish_in_course(situation)
    if len(said.deseos) > 1 or deseo.intencion is not Intencion.CANCELAR:
        return False
    if before is None or before.intencion is not Intencion.AGENDAR:
        return False
    return deseo.referencia.vacia or is_of_wish(situation, deseo.referencia, before)


def is_of_wish(situation: Situation, referencia: Referencia, before: Deseo) -> bool:
    """Tell "ya no quiero el corte" of the corte that is wished from one of a cita with a corte."""
    alone = referencia == Referencia(servicios_id=referencia.servicios_id)
    wished = set(referencia.servicios_id) <= set(before.servicios_id)
    zona = situation.tenant.zona
    return alone and wished and not any(fits_reference(cita, referencia, zona) for cita in situation.future)
