"""A yes and a no: whether a mensaje takes what was offered, and nothing else, or lets go of it."""

from dataclasses import replace

from citas.domain.conversacion import Oferta
from citas.domain.deseos import Consulta, Deseo, Entendido, Intencion, Referencia
from citas.domain.dialogo.memory import is_awaited, pending_wish, piezas_of, wish_in_course
from citas.domain.dialogo.merging import agrees, as_reference, fits_reference, says_something
from citas.domain.dialogo.situation import Situation

# What says, of a cita that is offered to be cancelled or moved, that it is wanted as it is.
WANTS_IT = frozenset(("la_quiero", "asistira"))
HARMLESS = frozenset((Consulta.DIRECCION, Consulta.CONTACTO))
UNABLE = frozenset(("impedido", "imprevisto_dia", "no_va"))


def says_only_yes(oferta: Oferta, said: Entendido) -> bool:
    """Tell a yes with which no no, no shift, no second wish and no question of weight stands.

    An order ("quítala", "resérvala") is a yes to the offer of just that.
    """
    agrees = said.si or f"orden_{oferta.intencion}" in said.entidades
    if not agrees or not HARMLESS.issuperset(said.consultas):
        return False
    return not (said.no or said.dejar or said.desplaza or len(said.deseos) > 1)


def is_for_offer(deseo: Deseo, oferta: Oferta) -> bool:
    """Tell whether a wish said with a yes can be the one that was offered: "sí, cancélala", "dale, muévela"."""
    own = {Intencion.CANCELAR, Intencion.CAMBIAR}
    return deseo.intencion is oferta.intencion or not ({deseo.intencion, oferta.intencion} & own)


def keeps_it(situation: Situation, said: Entendido) -> bool:
    """Tell "sí la quiero", "ahí estaré" and "déjala el viernes" said to the offer to cancel or to move: it stays."""
    oferta = situation.offer
    if oferta is None or said.deseos or not oferta.citas_id:
        return False
    if oferta.intencion is Intencion.CANCELAR:
        return not WANTS_IT.isdisjoint(said.entidades) and agrees_citas(situation, said.piezas)
    return names_its_own_time(situation, said.piezas, oferta)


def names_its_own_time(situation: Situation, piezas: Deseo | None, oferta: Oferta) -> bool:
    """Tell whether only the time that a cita has is said to the offer to move it."""
    if piezas is None or oferta.hueco is None or says_something(replace(piezas, dias=(), horas=())):
        return False
    zona = situation.tenant.zona
    stands = all(
        fits_reference(cita, as_reference(piezas), zona)
        for cita in situation.future
        if cita.id in oferta.citas_id
    )
    return bool(piezas.dias) and stands and not agrees(piezas, oferta.hueco, zona)


def contradicts(oferta: Oferta, said: Entendido) -> bool:
    """Tell what no yes to this offer says: "me salió un viaje" of a cita that is to be booked."""
    return oferta.intencion is Intencion.AGENDAR and not UNABLE.isdisjoint(said.entidades)


def is_unwanted(oferta: Oferta, said: Entendido) -> bool:
    """Tell "ya no la necesito", which agrees where it is offered to cancel."""
    cancels = oferta.intencion is Intencion.CANCELAR and "ya_no_quiero" in said.entidades
    return cancels and not (said.no or said.pregunta or said.desplaza)


def with_name(oferta: Oferta, said: Entendido) -> Oferta:
    """Return the offer for whom the yes says that it is: "sí, a nombre de mi hija Valeria"."""
    piezas = piezas_of(said)
    if piezas is None or not (piezas.nombre or piezas.para_otro):
        return oferta
    named = replace(
        oferta.deseo,
        nombre=piezas.nombre or oferta.deseo.nombre,
        para_otro=piezas.para_otro or oferta.deseo.para_otro,
    )
    return replace(oferta, deseo=named)


def wish_beside(situation: Situation, said: Entendido) -> Deseo | None:
    """Return the wish to book said with a yes to an offer that it is no part of: "sí, y agéndame barba el viernes"."""
    oferta, piezas = situation.offer, piezas_of(said)
    if oferta is None or piezas is None or not (said.si and says_only_yes(oferta, said)):
        return None
    if oferta.intencion is Intencion.AGENDAR:
        return for_another(oferta, said, piezas)
    books = bool(said.deseos) and piezas.intencion is Intencion.AGENDAR
    apart = oferta.intencion is Intencion.CANCELAR and books
    return piezas if apart and (piezas.servicios_id or piezas.tiene_cuando) else None


def for_another(oferta: Oferta, said: Entendido, piezas: Deseo) -> Deseo | None:
    """Return the wish for whom is named besides: "dale, y también para mi hermano"."""
    if not piezas.para_otro or oferta.deseo.para_otro or "agrega" not in said.entidades:
        return None
    return replace(
        piezas,
        intencion=Intencion.AGENDAR,
        servicios_id=piezas.servicios_id or oferta.deseo.servicios_id,
        dias=piezas.dias or oferta.deseo.dias,
        agrega=False,
        otra=True,
    )


def takes(situation: Situation, said: Entendido) -> bool:
    """Tell whether it is a yes to the offer and to nothing else."""
    oferta, piezas = situation.offer, piezas_of(said)
    if oferta is None or keeps_it(situation, said) or contradicts(oferta, said):
        return False
    if not (says_only_yes(oferta, said) or is_unwanted(oferta, said)):
        return False
    if said.deseos and not is_for_offer(said.deseos[0], oferta):
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
    if keeps_it(situation, said):
        return True
    if said.dejar:
        return waits or bool(situation.future)
    # "A esa hora no" names nothing but what was offered.
    other = said.piezas and replace(said.piezas, misma_hora=False, mismo_dia=False)
    says_more = says_something(other) or said.eleccion is not None or said.desplaza is not None
    return said.no and waits and not says_more and not said.consultas


def postpones(situation: Situation, said: Entendido) -> bool:
    """Tell "déjame ver y te aviso", which neither takes an offer nor lets it go."""
    says_more = said.no or said.deseos or said.consultas or said.desplaza or says_something(said.piezas)
    return situation.offer is not None and "pospone" in said.entidades and not says_more


def gives_up(situation: Situation, said: Entendido) -> bool:
    """Tell whether a wish to cancel means the wish to book that waits, and no cita."""
    deseo, before = said.deseos[0], wish_in_course(situation)
    if len(said.deseos) > 1 or deseo.intencion is not Intencion.CANCELAR:
        return False
    if before is None or before.intencion is not Intencion.AGENDAR:
        return False
    # "Quiero cancelar mi cita" is of the one that stands, where nothing is offered.
    if situation.offer is None and situation.future and "la_cita" in said.entidades:
        return False
    return deseo.referencia.vacia or is_of_wish(situation, deseo.referencia, before)


def is_of_wish(situation: Situation, referencia: Referencia, before: Deseo) -> bool:
    """Tell "ya no quiero el corte" of the corte that is wished from one of a cita with a corte."""
    alone = referencia == Referencia(servicios_id=referencia.servicios_id)
    wished = set(referencia.servicios_id) <= set(before.servicios_id)
    zona = situation.tenant.zona
    return alone and wished and not any(fits_reference(cita, referencia, zona) for cita in situation.future)
