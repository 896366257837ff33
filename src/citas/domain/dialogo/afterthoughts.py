"""What is said without a wish, or in addition, of a cita that stands: to move it, to add to it, or neither."""

from dataclasses import replace

from citas.domain.citas import Cita
from citas.domain.deseos import Deseo, Entendido, Intencion, Referencia
from citas.domain.dialogo.memory import last_made, wish_in_course
from citas.domain.dialogo.merging import fits_reference, names_somebody, says_something
from citas.domain.dialogo.situation import Situation
from citas.domain.dialogo.targets import exact_reference, fitting

CANNOT = frozenset(("no_puedo", "impedido"))


def after_thought(situation: Situation, said: Entendido, piezas: Deseo) -> Deseo | None:
    """A correction where nothing waits is of the cita that this chat booked last: "no, mejor el viernes"."""
    shifts = piezas.desplaza_minutos or piezas.desplaza_dias or piezas.misma_hora or piezas.mismo_dia
    says_so = said.no or "correccion" in said.entidades
    corrects = says_so or shifts or names_somebody(piezas)
    stands = last_made(situation) is not None or (says_so and len(situation.future) == 1)
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


def grown(situation: Situation, piezas: Deseo) -> Deseo | None:
    """Return the wish to add servicios to a cita that stands, or to take some away; all of them is to cancel it."""
    cita = cita_that_grows(situation, piezas)
    if cita is None:
        return None
    ref = exact_reference(situation, cita)
    if piezas.quita and set(cita.servicios_id) <= set(piezas.servicios_id):
        return Deseo(Intencion.CANCELAR, referencia=ref)
    return replace(piezas, intencion=Intencion.CAMBIAR, dias=(), referencia=ref)


def unable(situation: Situation, said: Entendido) -> Deseo | None:
    """Return the wish to move the one cita for which it is said that they cannot: "no puedo el sábado"."""
    cannot = not CANNOT.isdisjoint(said.entidades)
    if not cannot or said.si or said.desplaza or said.dejar or wish_in_course(situation) is not None:
        return None
    if situation.by_name or len(situation.future) != 1:
        return None
    return Deseo(Intencion.CAMBIAR, referencia=exact_reference(situation, situation.future[0]))


def changed_servicio(situation: Situation, deseo: Deseo, said: Entendido) -> Deseo | None:
    """Return the wish to change what the one cita is for: "en vez de corte quiero barba"."""
    named = "cambia_servicio" in said.entidades and deseo.servicios_id and not deseo.tiene_cuando
    if not named or situation.by_name or len(situation.future) != 1 or deseo.para_otro or deseo.otra:
        return None
    return replace(
        deseo, intencion=Intencion.CAMBIAR, referencia=exact_reference(situation, situation.future[0])
    )


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
