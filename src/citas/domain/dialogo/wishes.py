"""Which wish a mensaje makes, joined with what was said before, and where it goes."""

from dataclasses import replace

from citas.domain.citas import Cita
from citas.domain.desenlaces import Falta
from citas.domain.deseos import Deseo, Entendido, Intencion, Referencia
from citas.domain.dialogo.agendar import agendar
from citas.domain.dialogo.memory import pending_wish, wish_in_course
from citas.domain.dialogo.merging import as_reference, fits_reference, joined, says_something
from citas.domain.dialogo.own_citas import cancelar, mover
from citas.domain.dialogo.situation import Situation, Step, Talk
from citas.domain.dialogo.targets import exact_reference, fitting


def pursue(situation: Situation, deseo: Deseo) -> Talk[Step]:
    """Go after a wish."""
    if situation.corrects and situation.corrected_cita:
        return (yield from correct_cita(situation, deseo, situation.corrected_cita))
    if deseo.intencion is Intencion.CANCELAR:
        return (yield from cancelar(situation, deseo))
    if deseo.intencion is Intencion.CAMBIAR:
        return (yield from mover(situation, deseo))
    return (yield from agendar(situation, deseo))


def correct_cita(situation: Situation, deseo: Deseo, cita: Cita) -> Talk[Step]:
    """An edit of what booked a cita is offered as a move of that cita."""
    only = replace(situation, citas=(cita,))
    if deseo.intencion is Intencion.CANCELAR:
        return (yield from cancelar(only, replace(deseo, referencia=Referencia(todas=True)), must_ask=True))
    target = replace(deseo, intencion=Intencion.CAMBIAR, referencia=Referencia())
    return (yield from mover(only, target, must_ask=True))


def wish_of(situation: Situation, said: Entendido) -> tuple[Deseo | None, Deseo | None]:
    """Return the wish to act on and the second one, which is named and asked for."""
    deseos = combined(situation, said.deseos)
    if deseos:
        return named(situation, deseos[0], said), deseos[1] if len(deseos) > 1 else None
    if not says_something(said.piezas) or said.piezas is None or is_goodbye(situation, said):
        return None, None
    piezas = replace(said.piezas, pregunta=said.piezas.pregunta or said.pregunta)
    return after_thought(situation, said, piezas) or from_pieces(situation, piezas), None


def after_thought(situation: Situation, said: Entendido, piezas: Deseo) -> Deseo | None:
    """A correction where nothing waits is of the cita that this chat booked last: "no, mejor el viernes"."""
    corrects = said.no or piezas.misma_hora or piezas.mismo_dia or "correccion" in said.entidades
    last = situation.conversacion.ultima_cita_id
    says_so = said.no or "correccion" in said.entidades
    stands = any(cita.id == last for cita in situation.future) or (says_so and len(situation.future) == 1)
    anew = piezas.servicios_id or piezas.otra or piezas.agrega or piezas.para_otro
    if not corrects or not stands or anew or wish_in_course(situation) is not None:
        return None
    return replace(
        piezas,
        intencion=Intencion.CAMBIAR,
        referencia=Referencia(ultima=True),
        pregunta=piezas.pregunta or not says_so,
    )


def is_goodbye(situation: Situation, said: Entendido) -> bool:
    """Tell whether it only thanks and names a day, with nothing open: "gracias, nos vemos el jueves"."""
    if not said.gracias or said.piezas is None or wish_in_course(situation) is not None:
        return False
    return not says_something(replace(said.piezas, dias=(), horas=()))


def combined(situation: Situation, deseos: tuple[Deseo, ...]) -> tuple[Deseo, ...]:
    """Cancelling and booking the same servicio is one wish: to move."""
    gone = next((d for d in deseos if d.intencion is Intencion.CANCELAR), None)
    new = next((d for d in deseos if d.intencion is Intencion.AGENDAR), None)
    if gone is None or new is None or gone.referencia.todas:
        return deseos
    meant = [c for c in situation.future if fits_reference(c, gone.referencia, situation.tenant.zona)]
    if not meant or (
        new.servicios_id and not any(set(new.servicios_id) == set(c.servicios_id) for c in meant)
    ):
        return deseos
    move = replace(new, intencion=Intencion.CAMBIAR, servicios_id=(), referencia=gone.referencia, otra=False)
    return (move, *(d for d in deseos if d is not gone and d is not new))


def named(situation: Situation, deseo: Deseo, said: Entendido) -> Deseo:
    """Return an explicit wish, joined with the one in course where it goes on with it."""
    before = wish_in_course(situation)
    if before is None and deseo.intencion is Intencion.AGENDAR:
        return grown(situation, deseo) or deseo
    if before is None or deseo.otra or is_whole(deseo) or len(said.deseos) > 1:
        return deseo
    if deseo.intencion is before.intencion:
        return joined(before, deseo)
    moves_offer = before.intencion is Intencion.AGENDAR and deseo.intencion is Intencion.CAMBIAR
    if moves_offer and (deseo.referencia.vacia or not situation.future):
        return joined(before, replace(deseo, referencia=Referencia()))
    return deseo


def is_whole(deseo: Deseo) -> bool:
    """Tell whether it says what, which day and which hour by itself."""
    return bool(deseo.servicios_id and deseo.dias and deseo.horas) and not (deseo.agrega or deseo.quita)


def from_pieces(situation: Situation, piezas: Deseo) -> Deseo | None:
    """Return the wish in course with these pieces, or the wish to book that they make by themselves."""
    if situation.corrected_cita is not None:
        return replace(piezas, intencion=Intencion.CAMBIAR)
    before = wish_in_course(situation) or pending_wish(situation)
    if before is not None:
        return pieces_of_course(situation, before, piezas)
    grows = grown(situation, piezas)
    if grows is not None:
        return grows
    if piezas.servicios_id or piezas.servicios_dudosos or piezas.dias:
        return replace(piezas, intencion=Intencion.AGENDAR)
    return None


def grown(situation: Situation, piezas: Deseo) -> Deseo | None:
    """Return the wish to add servicios to a cita that stands, or to take some away, where that is what was said."""
    cita = cita_that_grows(situation, piezas)
    if cita is None:
        return None
    ref = exact_reference(situation, cita)
    return replace(piezas, intencion=Intencion.CAMBIAR, dias=(), referencia=ref)


def cita_that_grows(situation: Situation, piezas: Deseo) -> Cita | None:
    """Return the cita that "y también la barba" adds to, or "sin la barba" takes from: the last made, or the only one."""
    changes = (piezas.agrega or piezas.quita) and piezas.servicios_id and not piezas.horas
    if not changes or piezas.para_otro or piezas.otra or situation.by_name:
        return None
    there = fitting(
        situation,
        Referencia(dias=piezas.dias, servicios_id=piezas.servicios_id if piezas.quita else ()),
    )
    made = [cita for cita in there if cita.id == situation.conversacion.ultima_cita_id]
    return (made or there)[0] if made or len(there) == 1 else None


def booked_apart(situation: Situation, before: Deseo, piezas: Deseo) -> Deseo | None:
    """Return the wish for a cita of its own, where what was offered to be added is wished for another day."""
    oferta = situation.offer
    if oferta is None or not before.agrega or before.intencion is not Intencion.CAMBIAR or not piezas.dias:
        return None
    cita = next((c for c in situation.future if c.id in oferta.citas_id), None)
    if cita is None or fits_reference(cita, Referencia(dias=piezas.dias), situation.tenant.zona):
        return None
    added = tuple(s for s in before.servicios_id if s not in cita.servicios_id)
    return replace(piezas, intencion=Intencion.AGENDAR, servicios_id=piezas.servicios_id or added)


def moved_instead(situation: Situation, piezas: Deseo) -> Deseo | None:
    """Return the wish to move the one cita that is offered to be cancelled, where another time is named."""
    oferta = situation.offer
    if oferta is None or oferta.hueco is not None or len(oferta.citas_id) != 1 or not piezas.tiene_cuando:
        return None
    cita = next((c for c in situation.future if c.id == oferta.citas_id[0]), None)
    if cita is None or situation.by_name:
        return None
    return replace(piezas, intencion=Intencion.CAMBIAR, referencia=exact_reference(situation, cita))


def pieces_of_course(situation: Situation, before: Deseo, piezas: Deseo) -> Deseo:
    """Join the pieces: to the cita that is meant where that was asked, else to what is wished."""
    asks_cita = Falta.CITA in situation.conversacion.faltan
    if asks_cita or before.intencion is Intencion.CANCELAR:
        ref = as_reference(piezas)
        fits = any(fits_reference(c, ref, situation.tenant.zona) for c in situation.citas)
        instead = moved_instead(situation, piezas)
        if instead is not None and not fits:
            return instead
        if fits or before.intencion is Intencion.CANCELAR or situation.by_name:
            return replace(before, referencia=ref)
    apart = booked_apart(situation, before, piezas)
    if apart is not None:
        return apart
    if piezas.otra and before.intencion is not Intencion.AGENDAR:
        return replace(piezas, intencion=Intencion.AGENDAR)
    return joined(before, piezas)
