"""A stored cita that the owner wants to change: seen as it is now, and still changeable."""

from citas.application.ports import Door, Remove
from citas.application.withdraw import freed_hold
from citas.domain.citas import Cita, Instant
from citas.domain.desenlaces import Motivo
from citas.domain.errors import AgendaRuleError, CitaStateError, NotFoundError, PreconditionError


async def cita_to_change(door: Door, cita_id: str, version: int | None, now: Instant) -> Cita:
    """Return the cita that the caller saw as `version`.

    Raises, in this order:
        NotFoundError: no such cita.
        PreconditionError: no version, or not the stored one (it then carries the cita).
        CitaStateError: it is not `confirmada`.
        AgendaRuleError: it has ended.
    """
    cita = await door.cita(cita_id)
    if cita is None:
        raise NotFoundError
    if version is None:
        raise PreconditionError(None)
    if version != cita.version:
        raise PreconditionError(cita)
    if cita.estado != "confirmada":
        raise CitaStateError(cita)
    if cita.end <= now:
        raise AgendaRuleError(Motivo.EN_EL_PASADO)
    return cita


async def dropped_offer(door: Door, cita: Cita) -> tuple[Remove, ...]:
    """Free the hold of the offer to move `cita` that its chat may have.

    The offer itself falls by the cita's version; only its hold would stand in the way.
    """
    chat = await door.conversacion(cita.conversacion) if cita.conversacion else None
    if chat is None or chat.oferta is None or cita.id not in chat.oferta.citas_id:
        return ()
    return await freed_hold(door, chat)
