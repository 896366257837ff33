"""Which wish a mensaje makes, joined with what was said before, and where it goes."""

from dataclasses import replace

from citas.domain.citas import Cita
from citas.domain.desenlaces import Falta
from citas.domain.deseos import Deseo, Entendido, Intencion, Referencia
from citas.domain.dialogo.agendar import agendar
from citas.domain.dialogo.memory import wish_in_course
from citas.domain.dialogo.merging import as_reference, fits_reference, joined, says_something
from citas.domain.dialogo.own_citas import cancelar, mover
from citas.domain.dialogo.situation import Situation, Step, Talk


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
    if not says_something(said.piezas) or said.piezas is None:
        return None, None
    return after_thought(situation, said, said.piezas) or from_pieces(situation, said.piezas), None


def after_thought(situation: Situation, said: Entendido, piezas: Deseo) -> Deseo | None:
    """A correction where nothing waits is of the cita that this chat booked last: "no, mejor el viernes"."""
    corrects = said.no or piezas.misma_hora or piezas.mismo_dia or "correccion" in said.entidades
    last = situation.conversacion.ultima_cita_id
    stands = any(cita.id == last for cita in situation.future) and not situation.by_name
    if not corrects or not stands or piezas.servicios_id or wish_in_course(situation) is not None:
        return None
    return replace(piezas, intencion=Intencion.CAMBIAR, referencia=Referencia(ultima=True))


def combined(situation: Situation, deseos: tuple[Deseo, ...]) -> tuple[Deseo, ...]:
    """Cancelling and booking the same servicio is one wish: to move."""
    gone = next((d for d in deseos if d.intencion is Intencion.CANCELAR), None)
    new = next((d for d in deseos if d.intencion is Intencion.AGENDAR), None)
    if gone is None or new is None or gone.referencia.todas:
        return deseos
    fitting = [c for c in situation.future if fits_reference(c, gone.referencia, situation.tenant.zona)]
    if not fitting or (
        new.servicios_id and not any(set(new.servicios_id) == set(c.servicios_id) for c in fitting)
    ):
        return deseos
    move = replace(new, intencion=Intencion.CAMBIAR, servicios_id=(), referencia=gone.referencia, otra=False)
    return (move, *(d for d in deseos if d is not gone and d is not new))


def named(situation: Situation, deseo: Deseo, said: Entendido) -> Deseo:
    """Return an explicit wish, joined with the one in course where it goes on with it."""
    before = wish_in_course(situation)
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
    before = wish_in_course(situation)
    if before is not None:
        return pieces_of_course(situation, before, piezas)
    if piezas.servicios_id or piezas.servicios_dudosos or piezas.dias:
        return replace(piezas, intencion=Intencion.AGENDAR)
    return None


def pieces_of_course(situation: Situation, before: Deseo, piezas: Deseo) -> Deseo:
    """Join the pieces: to the cita that is meant where that was asked, else to what is wished."""
    asks_cita = Falta.CITA in situation.conversacion.faltan
    if asks_cita or before.intencion is Intencion.CANCELAR:
        ref = as_reference(piezas)
        fits = any(fits_reference(c, ref, situation.tenant.zona) for c in situation.citas)
        if fits or before.intencion is Intencion.CANCELAR or situation.by_name:
            return replace(before, referencia=ref)
    if piezas.otra and before.intencion is not Intencion.AGENDAR:
        return replace(piezas, intencion=Intencion.AGENDAR)
    return joined(before, piezas)
