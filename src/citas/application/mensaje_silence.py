"""Silence: what is known not to be answered before a word of it is understood."""

from citas.application.entrante import Entrante, huella
from citas.application.identity import folded
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.conversacion import Conversacion
from citas.domain.desenlaces import Motivo
from citas.domain.mensajes import Pausa
from citas.domain.telefonos import e164
from citas.language.notices import Notice

# Of these only the hash is ever written.
WITHOUT_TEXT = frozenset({Motivo.AJENO, Motivo.GRUPO, Motivo.PROPIO, Motivo.SISTEMA, Motivo.EXCLUIDO})

WINDOW_MS = 10 * 60 * 1000
MOST_REPLIES = 12
TWICE = 2
HOUR_MS = 60 * 60 * 1000


def silence(
    tenant: Tenant,
    entrante: Entrante,
    chat: Conversacion,
    notice: Notice | None,
    pausa: Pausa | None,
    timestamp: int,
    *,
    stale: bool,
) -> Motivo | None:
    """Return why nothing is answered, the first that holds in the contract's order; None to go on."""
    reasons = (
        (Motivo.GRUPO, entrante.grupo),
        (Motivo.PROPIO, entrante.propio),
        (Motivo.EXCLUIDO, is_excluded(tenant, entrante)),
        (
            Motivo.SISTEMA,
            notice is Notice.SISTEMA or (notice is Notice.MEDIO and told_of_media(chat, timestamp)),
        ),
        (Motivo.ELIMINADO, notice is Notice.ELIMINADO),
        (Motivo.REZAGADO, stale),
        (Motivo.PAUSA_HUMANA, is_paused(chat, pausa, timestamp)),
    )
    return next((motivo for motivo, holds in reasons if holds), None)


def is_excluded(tenant: Tenant, entrante: Entrante) -> bool:
    """Tell whether the business never wants this sender answered: by name or by phone, in any spelling."""
    if not tenant.excluidos:
        return False
    names = {squeezed(name) for name in (entrante.de, entrante.nombre) if name}
    phone = entrante.phone(tenant)
    return any(
        squeezed(excluido) in names or (phone is not None and e164(excluido, tenant.pais) == phone)
        for excluido in tenant.excluidos
    )


def squeezed(name: str) -> str:
    """Return a name without case, accents and spaces."""
    return folded(name).replace(" ", "")


def told_of_media(chat: Conversacion, timestamp: int) -> bool:
    """Tell whether this chat was told within the hour that only text is read."""
    return chat.ultimo_medio is not None and timestamp - chat.ultimo_medio < HOUR_MS


def is_paused(chat: Conversacion, pausa: Pausa | None, timestamp: int) -> bool:
    """Tell whether a person speaks in this chat, or in all of them."""
    here = chat.pausa_hasta is not None and timestamp < chat.pausa_hasta
    return here or (pausa is not None and pausa.hasta is not None and timestamp < pausa.hasta * 1000)


def is_over_limit(chat: Conversacion, timestamp: int) -> bool:
    """Tell whether the chat had its replies of these ten minutes."""
    recent = [replica for replica in chat.replicas if replica.timestamp > timestamp - WINDOW_MS]
    return len(recent) >= MOST_REPLIES


def is_said_twice(chat: Conversacion, *same: str) -> bool:
    """Tell whether the last two replies were this very text, with or without what a first reply ends with."""
    last = chat.replicas[-TWICE:]
    return len(last) == TWICE and {replica.huella for replica in last} <= {huella(text) for text in same}


def now_or(timestamp: int, now: Instant) -> int:
    """Return the mensaje's moment (ms); one of more than 5 minutes ahead of the clock is now."""
    return now * 1000 if timestamp > (now + 300) * 1000 else timestamp
