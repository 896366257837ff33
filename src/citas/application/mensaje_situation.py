"""What the conversation knows when a mensaje arrives, read from the store."""

from dataclasses import replace

from citas.application.mensaje_turn import Turn
from citas.application.ports import Door
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita
from citas.domain.conversacion import Conversacion
from citas.domain.deseos import Entendido
from citas.domain.dialogo.situation import Situation

PAST_CITAS_SECONDS = 7 * 86_400


async def situation_of(turn: Turn) -> Situation:
    """Read the cliente's citas, what an edit goes back to, and what became of the offer that waits."""
    chat, cliente = turn.who.chat, turn.who.cliente
    citas: tuple[Cita, ...] = ()
    if cliente.version:
        citas = await turn.door.citas_of(cliente.id, turn.now - PAST_CITAS_SECONDS)
        citas = tuple(sorted((*citas, *turn.who.adopted), key=lambda cita: (cita.start, cita.id)))
    booked_by_chain = _booked_by_chain(turn)
    corrected = next((c for c in citas if c.id == booked_by_chain and c.start >= turn.now), None)
    return Situation(
        tenant=turn.tenant,
        now=turn.now,
        ahora=turn.ahora,
        timestamp=turn.timestamp,
        mensaje_id=turn.mensaje_id,
        de=turn.entrante.de,
        conversacion=still_possible(chat, turn.tenant),
        citas=citas,
        by_name=turn.who.by_name,
        offer_failed=await _offer_failed(turn.door, chat),
        late=turn.timestamp < chat.desde,
        corrects=bool(turn.got.chain),
        corrected_cita=corrected,
    )


async def with_last_cita(turn: Turn, situation: Situation, said: Entendido) -> Situation:
    """Read the cita that "lo mismo de la otra vez" means, however long ago it was."""
    deseos = (*said.deseos, said.piezas, situation.conversacion.deseo)
    if not turn.who.cliente.version or not any(deseo.lo_mismo for deseo in deseos if deseo):
        return situation
    return replace(situation, last=await turn.door.ultima_cita_of(turn.who.cliente.id, turn.now))


def still_possible(chat: Conversacion, tenant: Tenant) -> Conversacion:
    """Return the chat without what waits, where that names a servicio or recurso that the business gave up."""
    oferta = chat.oferta
    deseos = (chat.deseo, chat.pendiente, oferta and oferta.deseo)
    huecos = (*chat.alternativas, oferta and oferta.hueco)
    servicios = {one for waits in (*deseos, *huecos) if waits for one in waits.servicios_id}
    recursos = {one for deseo in deseos if deseo for one in deseo.recursos_id}
    recursos |= {hueco.recurso_id for hueco in huecos if hueco}
    if all(map(tenant.servicio, servicios)) and all(map(tenant.recurso, recursos)):
        return chat
    return replace(chat, deseo=None, pendiente=None, faltan=(), alternativas=(), oferta=None)


def _booked_by_chain(turn: Turn) -> str | None:
    """Return the cita that the edited mensaje booked, by itself or by the yes to its offer."""
    chat = turn.who.chat
    offered = any(mensaje.message_id == chat.ultima_por for mensaje in turn.got.chain)
    return turn.got.cita_id or (chat.ultima_cita_id if offered else None)


async def _offer_failed(door: Door, chat: Conversacion) -> bool:
    """Tell whether the words of the offer that waits are known never to have arrived."""
    salida = await door.salida(chat.oferta.salida_id) if chat.oferta else None
    if salida is None:
        return False
    return salida.estado == "fallido" or (salida.estado == "caducada" and not salida.dada)
