"""The answers to an offer: a yes, a no, and a yes that comes too late."""

from dataclasses import replace

from citas.domain.agenda import Solicitud
from citas.domain.citas import Cita, Hueco
from citas.domain.conversacion import Oferta
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo
from citas.domain.deseos import Deseo, Intencion
from citas.domain.dialogo.agendar import booked
from citas.domain.dialogo.choosing import Chosen
from citas.domain.dialogo.memory import wish_in_course
from citas.domain.dialogo.own_citas import cancelled, moved, offered_to_cancel, too_late
from citas.domain.dialogo.situation import Asker, Situation, Step, Talk
from citas.domain.dialogo.steps import ask, inform, instead, propose, refuse
from citas.domain.dialogo.wall import local_day_minute
from citas.domain.politicas import has_room_for

OFFER_SECONDS = 30 * 60  # a yes books what was offered, where it is still free
NAME_SECONDS = 10 * 60  # a yes to exactly that name says which cita is meant


def accepted(situation: Situation, oferta: Oferta) -> Talk[Step]:
    """A yes to the offer: do exactly what was offered, or say why not."""
    if oferta.intencion is Intencion.AGENDAR:
        return (yield from accepted_booking(situation, oferta))
    step = stale_cita(situation, oferta)
    if step is not None:
        return step
    citas = offered_citas(situation, oferta)
    for cita in citas:
        late = too_late(situation, oferta.deseo, cita)
        if late is not None:
            return late
    if oferta.hueco is None:
        if expired(situation, oferta):
            return offered_to_cancel(oferta.deseo, citas)
        return replace(cancelled(citas), result="aceptada")
    return (yield from accepted_slot(situation, oferta, oferta.hueco, citas[0]))


def expired(situation: Situation, oferta: Oferta) -> bool:
    """Tell whether a yes comes too late for this offer, or its words never arrived."""
    return situation.now - oferta.hecha > OFFER_SECONDS or situation.offer_failed


def offered_citas(situation: Situation, oferta: Oferta) -> tuple[Cita, ...]:
    """Return the citas of the offer that stand as they stood."""
    wanted = dict(zip(oferta.citas_id, oferta.versiones, strict=True))
    return tuple(cita for cita in situation.future if wanted.get(cita.id) == cita.version)


def stale_cita(situation: Situation, oferta: Oferta) -> Step | None:
    """Ask again where the cita changed since, or where the name alone no longer says whose it is."""
    if situation.by_name and (oferta.de != situation.de or situation.now - oferta.hecha > NAME_SECONDS):
        return ask(oferta.deseo, Falta.CITA, Matiz.IDENTIFICA)
    if len(offered_citas(situation, oferta)) != len(oferta.citas_id):
        now = tuple(cita for cita in situation.future if cita.id in oferta.citas_id)
        return ask(Deseo(Intencion.OTRO), Falta.INTENCION, Matiz.OFERTA_CAMBIADA, citas=now)
    return None


def accepted_booking(situation: Situation, oferta: Oferta) -> Talk[Step]:
    """Book what was offered."""
    if not has_room_for(situation.tenant.politicas, len(situation.future)):
        return refuse(oferta.deseo, Motivo.DEMASIADAS_CITAS)
    if oferta.hueco is None:
        raise ValueError(oferta)  # a bug: an offer to book has its hueco
    return (yield from accepted_slot(situation, oferta, oferta.hueco, None))


def accepted_slot(situation: Situation, oferta: Oferta, hueco: Hueco, cita: Cita | None) -> Talk[Step]:
    """Take the offered start if it is still free; an old offer is made anew instead."""
    deseo = oferta.deseo
    asker = Asker(situation, moving=cita, for_other=deseo.para_otro or bool(cita and cita.para_otro))
    day, minute = local_day_minute(situation.tenant.zona, hueco.start)
    agenda = yield from asker.look(day, day)
    verdict = agenda.check(Solicitud(hueco.servicios_id, hueco.recurso_id), day, minute)
    if isinstance(verdict, Motivo):
        if situation.now - oferta.hecha > OFFER_SECONDS:
            return ask(replace(deseo, dias=(), horas=()), Falta.FECHA, Matiz.OFERTA_CADUCADA)
        return (yield from instead(asker, deseo, Chosen(day, minute, motivo=verdict), cita=cita))
    if expired(situation, oferta):
        return propose(deseo, hueco, Matiz.DE_NUEVO, citas=(cita,) if cita else ())
    done = moved(cita, hueco) if cita else booked(situation, deseo, hueco)
    return replace(done, result="aceptada")


def declined(situation: Situation, intencion: Intencion) -> Step:
    """A no: let the offer go; what stands, stands.

    Servicio and day stay known: "a las 4" or "mejor el jueves" often follows.
    """
    stays = intencion in (Intencion.CAMBIAR, Intencion.CANCELAR)
    stays = stays or (intencion is Intencion.OTRO and bool(situation.future))
    citas = () if situation.by_name or not stays else situation.future
    step = inform(Matiz.SE_QUEDA if stays else Matiz.OLVIDADO, citas=citas[:1])
    return replace(step, result="rechazada", deseo=None if stays else without_hour(wish_in_course(situation)))


def without_hour(deseo: Deseo | None) -> Deseo | None:
    """Return what is left of a wish to book whose start is given up."""
    if deseo is None or not deseo.servicios_id:
        return None
    return Deseo(
        deseo.intencion,
        dias=deseo.dias,
        servicios_id=deseo.servicios_id,
        para_otro=deseo.para_otro,
        dichos=deseo.dichos,
    )


def restated(oferta: Oferta) -> Step:
    """Older than the offer: neither takes nor replaces it."""
    huecos = (oferta.hueco,) if oferta.hueco else ()
    desenlace = Desenlace(
        oferta.intencion,
        Estado.ACLARACION,
        matiz=Matiz.OFERTA_EN_PIE,
        faltan=(Falta.INTENCION,),
        alternativas=huecos,
    )
    return Step(desenlace, keep=True)
