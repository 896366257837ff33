"""Which wishes a text holds and where each begins: negations, payments and own stories aside."""

import re
from typing import NamedTuple

from citas.domain.deseos import Intencion
from citas.language.lectura import Lectura, Span, nodes_of
from citas.language.lexico import ALFABETO

_WHEN = re.compile(f"[{ALFABETO.charset('DIA/HORA')}]")
# Said so, it is asked for even where a question stands beside it.
_ORDERS = ("agendar", "lo_mismo")
_BOOKING = ("agendar", "quiere", "quiere_x", "lo_mismo", "cita_para", "hueco", "puede")
# Where these stand, the same words ask for no cita.
_NO_BOOKING = (
    "negado",
    "no_quiero",
    "citas",
    "no_va",
    "cuento",
    "precio",
    "duracion",
    "llegada",
    "humano",
    "cualquiera",
    "otra_consulta",
)


class Disparo(NamedTuple):
    """What makes a wish: the intention and the nodes that say it."""

    intencion: Intencion
    span: Span
    firme: bool = True  # False: "no <puedo> ir", "¿hay cupo?": another wish beside it decides


def _cancels(lectura: Lectura) -> list[Disparo]:
    if lectura.has("avisame", "pagar", "reclamo", "consulta_datos"):
        return []
    firm = [Disparo(Intencion.CANCELAR, span) for span in lectura.clear("cancelar", "negado", "cuento")]
    soft = [Disparo(Intencion.CANCELAR, span, firme=False) for span in lectura.clear("no_va", "cuento")]
    return firm or soft


def _moves(lectura: Lectura) -> list[Disparo]:
    found = [Disparo(Intencion.CAMBIAR, span) for span in lectura.clear("cambiar", "negado", "cuento")]
    if not found and lectura.has("tengo", "tengo_cuando"):
        found = [Disparo(Intencion.CAMBIAR, span, firme=False) for span in lectura.spans("propone_ser")]
    if not found and lectura.has("no_puedo") and lectura.has("otro_dia", "otra_hora"):
        found = [Disparo(Intencion.CAMBIAR, span, firme=False) for span in lectura.spans("no_puedo")]
    if (
        not found
        and lectura.has("imprevisto")
        and lectura.has("tengo", "otro_dia", "otra_hora")
        and not lectura.has("cancelar")
    ):
        found = [Disparo(Intencion.CAMBIAR, span, firme=False) for span in lectura.spans("imprevisto")]
    return found


def _kept(lectura: Lectura, found: list[Disparo]) -> list[Disparo]:
    """Leave out what is let go afterwards ("pensaba cambiarla, pero ya no")."""
    if not lectura.has("dejar"):
        return found
    last = max(start for start, _ in lectura.spans("dejar"))
    return [one for one in found if one.span[0] > last]


def _books(lectura: Lectura, others: list[Disparo]) -> list[Disparo]:
    if lectura.actos.keys().isdisjoint(_BOOKING):
        return []
    barred = nodes_of(other.span for other in others)
    barred |= nodes_of(span for act, spans in lectura.actos.items() if act in _NO_BOOKING for span in spans)
    asks = lectura.has("puede") or bool(lectura.clear("hueco", "cualquiera"))
    found = [
        Disparo(Intencion.AGENDAR, span, firme=not asks or name in _ORDERS)
        for name in _BOOKING
        if name in lectura.actos
        for span in lectura.actos[name]
        if barred.isdisjoint(range(*span)) and not (name == "quiere_x" and lectura.has_any("pregunta"))
    ]
    if lectura.has("resultado"):
        found = [one for one in found if one.firme]
    return sorted(found, key=lambda one: (not one.firme, one.span))


def wishes(lectura: Lectura) -> list[Disparo]:
    """Return the wishes of a text in the order said: one, or a cancellation beside a booking."""
    cancels, moves = _kept(lectura, _cancels(lectura)), _kept(lectura, _moves(lectura))
    books = _books(lectura, cancels + moves)
    if moves:
        firm_cancel = [one for one in cancels if one.firme and one.span < moves[0].span]
        return firm_cancel[:1] if firm_cancel else moves[:1]
    if not cancels:
        return books[:1]
    cancel = cancels[0]
    proposes = any(start >= cancel.span[1] for start, _ in lectura.spans("propone"))
    if not cancel.firme and (proposes or lectura.has("otro_dia", "otra_hora", "mas_tarde", "mas_temprano")):
        return [Disparo(Intencion.CAMBIAR, cancel.span, firme=False)]
    others = [one for one in books if one.firme or _asks_instead(lectura, one) or not cancel.firme]
    if not others:
        return [cancel]
    if not cancel.firme:
        return [Disparo(Intencion.CAMBIAR, cancel.span, firme=False)]
    return sorted((cancel, others[0]), key=lambda one: one.span)


def _asks_instead(lectura: Lectura, one: Disparo) -> bool:
    """Tell whether a question for a free hour names a day or hour of its own."""
    start = one.span[0]
    return _WHEN.search(lectura.simbolos, start, lectura.clause_end(start)) is not None
