"""What was said before and still counts."""

from citas.domain.citas import Cita
from citas.domain.deseos import Deseo, Entendido, Intencion
from citas.domain.dialogo.situation import Situation

FRESH_MS = 60 * 60 * 1000  # what was said longer ago is no part of what is said now


def is_fresh(situation: Situation) -> bool:
    """Tell whether what waits was caused recently enough, and before this mensaje."""
    return not situation.late and situation.timestamp - situation.conversacion.desde <= FRESH_MS


def wish_in_course(situation: Situation) -> Deseo | None:
    """Return the wish that a piece said now belongs to."""
    if not is_fresh(situation):
        return None
    return situation.offer.deseo if situation.offer else situation.conversacion.deseo


def is_awaited(situation: Situation) -> bool:
    """Tell whether an offer, a question or a list waits for its answer; a wish that was given up waits for none."""
    chat = situation.conversacion
    open_question = bool(chat.faltan or chat.alternativas)
    return situation.offer is not None or (open_question and wish_in_course(situation) is not None)


def pending_wish(situation: Situation) -> Deseo | None:
    """Return the second wish of an earlier mensaje, where that was named and asked for and nothing else waits."""
    if wish_in_course(situation) is not None or not is_fresh(situation):
        return None
    return situation.conversacion.pendiente


def intencion_in_course(situation: Situation) -> Intencion:
    """Return what the wish in course is for."""
    deseo = wish_in_course(situation)
    return deseo.intencion if deseo else Intencion.OTRO


def last_made(situation: Situation) -> Cita | None:
    """Return the cita that this chat made last, where it is still to come."""
    made = situation.conversacion.ultima_cita_id
    return next((cita for cita in situation.future if cita.id == made), None)


def piezas_of(said: Entendido) -> Deseo | None:
    """Return the pieces that were said, with a wish or without."""
    return said.deseos[0] if said.deseos else said.piezas
