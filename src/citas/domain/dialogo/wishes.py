"""Which wish a mensaje makes, joined with what was said before, and where it goes."""

from dataclasses import replace
from datetime import date, timedelta

from citas.domain.citas import Cita
from citas.domain.desenlaces import Falta
from citas.domain.deseos import Deseo, Dias, Entendido, Horas, Intencion, Referencia
from citas.domain.dialogo.afterthoughts import (
    after_thought,
    booked_apart,
    changed_servicio,
    grown,
    is_goodbye,
    moved_instead,
)
from citas.domain.dialogo.agendar import agendar
from citas.domain.dialogo.memory import (
    intencion_in_course,
    is_awaited,
    last_made,
    pending_wish,
    wish_in_course,
)
from citas.domain.dialogo.merging import DAY, as_reference, fits_reference, joined, says_something
from citas.domain.dialogo.own_citas import cancelar, mover
from citas.domain.dialogo.pairs import apart
from citas.domain.dialogo.picking import offered_start
from citas.domain.dialogo.situation import Situation, Step, Talk
from citas.domain.dialogo.wall import local_day_minute

TWO = 2  # a wish of two moments; of more, the first is offered


def pursue(situation: Situation, deseo: Deseo) -> Talk[Step]:
    """Go after a wish."""
    if situation.corrects and situation.corrected_cita:
        return (yield from correct_cita(situation, deseo, situation.corrected_cita))
    if deseo.intencion is Intencion.CANCELAR:
        return (yield from cancelar(situation, deseo))
    if intencion_in_course(situation) is deseo.intencion:
        deseo = counted_from_offer(situation, deseo)
    if deseo.intencion is Intencion.CAMBIAR:
        return (yield from mover(situation, deseo))
    if deseo.intencion is Intencion.OTRO:
        # Pieces that answer "what do you want?" are of a cita to be had.
        deseo = replace(deseo, intencion=Intencion.AGENDAR)
    return (yield from agendar(situation, deseo))


def counted_from_offer(situation: Situation, deseo: Deseo) -> Deseo:
    """Return the wish for "una hora más tarde", "un día después" as counted from the start that was offered."""
    base = base_of_shift(situation, deseo)
    if base is None or not (deseo.desplaza_minutos or deseo.desplaza_dias):
        return deseo
    day, minute = base
    later, minute = divmod(minute + (deseo.desplaza_minutos or 0), DAY)
    day += timedelta(days=later + (deseo.desplaza_dias or 0))
    return replace(
        deseo,
        dias=(Dias(day, day, ""),),
        horas=deseo.horas if deseo.desplaza_minutos is None and deseo.horas else (Horas(minute, minute, ""),),
        desplaza_minutos=None,
        desplaza_dias=None,
    )


def base_of_shift(situation: Situation, deseo: Deseo) -> tuple[date, int] | None:
    """Return the day and minute to count from: the offer's, else what was asked for, else the first alternative's."""
    dias, horas = deseo.dias[:1], deseo.horas[:1]
    asked = dias and horas and dias[0].desde == dias[0].hasta and horas[0].es_punto and not horas[0].dudosa
    if situation.offer is None and asked and dias[0].desde and horas[0].desde is not None:
        return dias[0].desde, horas[0].desde
    base = offered_start(situation)
    return local_day_minute(situation.tenant.zona, base.start) if base else None


def correct_cita(situation: Situation, deseo: Deseo, cita: Cita) -> Talk[Step]:
    """An edit of what booked a cita is offered as a move of that cita."""
    only = replace(situation, citas=(cita,))
    if deseo.intencion is Intencion.CANCELAR:
        return (yield from cancelar(only, replace(deseo, referencia=Referencia(todas=True)), must_ask=True))
    target = replace(deseo, intencion=Intencion.CAMBIAR, referencia=Referencia())
    return (yield from mover(only, target, must_ask=True))


def wish_of(situation: Situation, said: Entendido) -> tuple[Deseo | None, Deseo | None]:
    """Return the wish to act on and the second one, which is named and asked for."""
    deseos = combined(situation, each_time(said))
    if deseos:
        return named(situation, deseos[0], said), deseos[1] if len(deseos) > 1 else None
    if not says_something(said.piezas) or said.piezas is None or is_goodbye(situation, said):
        return None, None
    if said.charla and not is_wanted(situation, said):
        return None, None
    piezas = replace(said.piezas, pregunta=said.piezas.pregunta or said.pregunta)
    piezas = in_a_row(situation, said, piezas)
    return after_thought(situation, said, piezas) or from_pieces(situation, piezas), None


def each_time(said: Entendido) -> tuple[Deseo, ...]:
    """Part "el viernes a las 4, y el martes a la misma hora" (or "a las 5") into its two wishes."""
    if len(said.deseos) != 1 or said.deseos[0].intencion is not Intencion.AGENDAR:
        return said.deseos
    deseo = said.deseos[0]
    both: tuple[Deseo, ...] = ()
    if "y_misma_hora" in said.entidades and len(deseo.horas) == 1:
        both = tuple(replace(deseo, dias=(dias,), misma_hora=False) for dias in deseo.dias)
    if "y_otro_momento" in said.entidades:
        both = apart(deseo)
    return (both[0], replace(both[1], otra=True)) if len(both) == TWO else said.deseos


def is_wanted(situation: Situation, said: Entendido) -> bool:
    """Tell whether something is wished or asked that a word of idle talk may answer: "llego a las 8 entonces"."""
    before = wish_in_course(situation)
    comes = "propone" in said.entidades and before is not None and bool(before.dias)
    return comes or (before is not None and (bool(before.horas) or is_awaited(situation)))


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
        return changed_servicio(situation, deseo, said) or grown(situation, deseo) or deseo
    if before is None or deseo.otra or is_whole(deseo) or len(said.deseos) > 1:
        return deseo
    if deseo.intencion is before.intencion:
        return joined(before, in_a_row(situation, said, deseo))
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
    again = piezas.otra or (piezas.para_otro and piezas.horas)
    if again and last_made(situation) is not None:
        # "Y para mi papá el mismo día a las 4", "cógeme otra para él": what was just booked, once more.
        return replace(piezas, intencion=Intencion.AGENDAR, lo_mismo=True)
    return None


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
            return replace(before, referencia=ref, de_modelo=before.de_modelo or piezas.de_modelo)
    apart = booked_apart(situation, before, piezas)
    if apart is not None:
        return apart
    if piezas.otra and before.intencion is not Intencion.AGENDAR:
        return replace(piezas, intencion=Intencion.AGENDAR)
    return joined(before, with_another(situation, before, piezas))


def in_a_row(situation: Situation, said: Entendido, piezas: Deseo) -> Deseo:
    """Read "que sean dos seguidos" of the one servicio that is wished as that servicio twice."""
    before = wish_in_course(situation)
    if before is None or "seguidas" not in said.entidades or piezas.personas not in (2, 3):
        return piezas
    if len(before.servicios_id) != 1 or piezas.servicios_id:
        return piezas
    return replace(piezas, personas=None, servicios_id=before.servicios_id * piezas.personas)


def with_another(situation: Situation, before: Deseo, piezas: Deseo) -> Deseo:
    """Name everybody but who was offered: "con otra persona"."""
    offered = situation.offer.hueco if situation.offer else None
    if not piezas.recurso_otro or offered is None:
        return piezas
    others = (
        r for r in situation.tenant.recursos if r.id != offered.recurso_id and r.does(before.servicios_id)
    )
    return replace(piezas, recursos_id=tuple(recurso.id for recurso in others), recurso_otro=False)
