"""Which wishes a text holds and where each begins: negations, payments and own stories aside."""

import re
from itertools import islice

from citas.domain.deseos import Intencion
from citas.language.deseo.modismos import idioms, let_stand
from citas.language.deseo.supuestos import Disparo, meant
from citas.language.lectura.lectura import MOST, Lectura, Span, nodes_of
from citas.language.lexico.alfabeto import ALFABETO

__all__ = ["Disparo", "wishes"]
_WHEN = re.compile(f"[{ALFABETO.charset('DIA/HORA')}]")
_FORGET_IT = frozenset(("olvidalo", "olvidelo", "olvidenlo", "olvidala", "olvidela", "olvidenla", "olvidate"))
_NOTED = re.compile("(?:apart|anot|apunt|separ|program)[aeo]$")  # nobody's name in it
_CHANGE_ME = frozenset(("cambiame", "cambieme", "cambienme", "cambiarme", "muevame", "mueveme", "muevanme"))
_UNSAID = ("propone_ser", "puede", "no_puedo", "imprevisto_dia", "estaba", "puede_ir", "imprevisto")
_KINDS = (ALFABETO.chars("DIA"), ALFABETO.chars("HORA"))
_WISHED = "pregunta/quiero/prefiero/mejor/sea/dar/xse/sirve/hacer"
_ASKED_FOR = "pregunta/prefiero/mejor"
_NOT_MOVED = ("citas", "negado", "dejar", "cuento", "llegada", "avisame", "cancelar", "sobra")
_TAKES_BACK = ("dejar", "retira")
# Said so, it is asked for even where a question stands beside it.
_ORDERS = ("agendar", "lo_mismo")
_BOOKING = ("agendar", "quiere", "quiere_x", "trae", "lo_mismo", "cita_para", "hueco", "puede")
_TREATED = "pregunta/vehiculo/<fam>/<serv>"
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
    "pagar",
    "humano",
    "cualquiera",
    "otra_consulta",
)


def _cancels(lectura: Lectura) -> list[Disparo]:
    if lectura.has("gracias_si"):
        return [Disparo(Intencion.CANCELAR, span) for span in lectura.spans("gracias_si")]
    if lectura.has("avisame", "reclamo", "consulta_datos"):
        return []
    if lectura.has("pagar"):
        return [one for one in _of_citas(lectura) if not _is_payment(lectura, one.span)]
    firm = [Disparo(Intencion.CANCELAR, span) for span in lectura.clear("cancelar", "negado", "cuento")]
    if lectura.has("sobra") and not lectura.has_any("pregunta"):
        firm += [Disparo(Intencion.CANCELAR, span) for span in lectura.spans("sobra")]
    if not lectura.has("condicional"):
        firm += [Disparo(Intencion.CANCELAR, span) for span in lectura.spans("como_cancelo")]
    soft = [Disparo(Intencion.CANCELAR, span, firme=False) for span in lectura.clear("no_va", "cuento")]
    return firm or soft


def _of_citas(lectura: Lectura) -> list[Disparo]:
    return [Disparo(Intencion.CANCELAR, span) for span in lectura.clear("la_cita", "negado", "cuento")]


def _is_payment(lectura: Lectura, span: Span) -> bool:
    """Tell whether what is cancelled is paid: "cancelo la cita con tarjeta"."""
    end = lectura.clause_end(span[0])
    return any(span[0] < start < end for start, _ in lectura.spans("con_que"))


def _moves_it(lectura: Lectura, span: Span) -> bool:
    forma = lectura.nodos[span[0]].forma
    return forma.endswith(("la", "lo")) or forma in _CHANGE_ME


def _moves(lectura: Lectura) -> list[Disparo]:
    said = list(lectura.clear("cambiar", "negado", "cuento", "otro_objeto"))
    said += [(end - 1, end) for _, end in lectura.spans("contraste")]
    said += [span for span in lectura.clear("mueve_la", "negado", "cuento") if _moves_it(lectura, span)]
    if lectura.has("mueve_si") and lectura.has_any("DIA/HORA/DESPL"):
        said += lectura.spans("mueve_si")
    if lectura.has("deja_en") and (_two_of_a_kind(lectura) or lectura.has("tengo", "tengo_cuando")):
        said += lectura.spans("deja_en")
    if said:
        return [Disparo(Intencion.CAMBIAR, span) for span in said]
    act = _unsaid_move(lectura)
    return [Disparo(Intencion.CAMBIAR, span, firme=False) for span in lectura.spans(act)] if act else []


def _unsaid_move(lectura: Lectura) -> str | None:
    """Return the act that moves a cita without a word for it: "tengo cita a las 3, ¿puedo ir más tarde?"."""
    if not lectura.has(*_UNSAID):
        return None
    owns, elsewhen = lectura.has("tengo"), lectura.has("otro_dia", "otra_hora")
    later = lectura.has("mas_tarde", "mas_temprano") or lectura.has_any("DESPL")
    holds = (
        ("propone_ser", owns or lectura.has("tengo_cuando")),
        ("puede", later and (owns or lectura.has("tengo_cuando"))),
        ("no_puedo", elsewhen or lectura.has("imprevisto")),
        ("imprevisto_dia", True),
        ("estaba", lectura.has("estaba") and _wants_elsewhen(lectura, elsewhen=elsewhen or later)),
        ("puede_ir", lectura.has("mi_cita")),
        (
            "imprevisto",
            (owns or elsewhen or lectura.has("estaba", "propone_ser")) and not lectura.has("cancelar"),
        ),
    )
    return next((act for act, may in holds if may and lectura.has(act)), None)


def _kept(lectura: Lectura, found: list[Disparo]) -> list[Disparo]:
    """Leave out what is let go afterwards ("pensaba cambiarla, pero ya no")."""
    if lectura.has("a_cambio"):  # "… o me cobran?": the answer decides
        return []
    if not found or not lectura.has(*_TAKES_BACK):
        return found
    stands = let_stand(lectura)
    marks = sorted({start for act in _TAKES_BACK for start, _ in lectura.spans(act)}, reverse=True)[:MOST]
    last = next((at for at in marks if at not in stands and not _of_another(lectura, at)), -1)
    return [one for one in found if one.span[0] > last or one.span[1] > last + 1]


def _wants_elsewhen(lectura: Lectura, *, elsewhen: bool) -> bool:
    """Tell "habíamos quedado a las 2, ¿te parece a las 3?": what stands, another moment and a wish for it."""
    other = elsewhen or lectura.has_any("otra/otro") or _two_of_a_kind(lectura)
    wished = _ASKED_FOR if lectura.has("no_va") else _WISHED
    return other and (lectura.has_any(wished) or lectura.has("propone_ser")) and not lectura.has(*_NOT_MOVED)


def _two_of_a_kind(lectura: Lectura) -> bool:
    return any(lectura.simbolos.count(kind) > 1 for kind in _KINDS)


def _of_another(lectura: Lectura, at: int) -> bool:
    """Tell "cancela la de ella y a mí déjame igual": what is let stand is another's."""
    if any(lectura.is_at(before, "y") for before in range(at - 3, at)):
        return True
    # "cancélela, y si me animo le escribo"
    start = lectura.clause_start(at)
    after = (one for one in range(max(at - 7, start), at) if one == start or lectura.is_at(one - 1, "y"))
    return any(lectura.is_at(one, "si/cuando/apenas") for one in after)


def _books(lectura: Lectura, others: list[Disparo]) -> list[Disparo]:
    if lectura.actos.keys().isdisjoint(_BOOKING):
        return []
    barred = nodes_of(other.span for other in others) | idioms(lectura)
    barred |= nodes_of(span for act, spans in lectura.actos.items() if act in _NO_BOOKING for span in spans)
    asks = lectura.has("puede") or bool(lectura.clear("hueco", "cualquiera"))
    found = [
        Disparo(Intencion.AGENDAR, span, firme=not asks or name in _ORDERS)
        for name in _BOOKING
        if name in lectura.actos
        for span in lectura.actos[name]
        if barred.isdisjoint(range(*span))
        and not (name == "quiere_x" and lectura.has_any("pregunta"))
        and not (name == "trae" and not lectura.has_any(_TREATED))
        and not (name == "agendar" and _notes_a_thing(lectura, span))
    ]
    if lectura.has("resultado"):
        found = [one for one in found if one.firme]
    return sorted(found, key=lambda one: (not one.firme, one.span))


def _not_forgotten(lectura: Lectura, found: list[Disparo]) -> list[Disparo]:
    """Leave out what is taken back afterwards: "… a las 12? Ay no, olvídalo"."""
    spans = lectura.spans("dejar") if found else []
    last = max((at for at, _ in spans if lectura.nodos[at].forma in _FORGET_IT), default=-1)
    return [one for one in found if one.span[0] > last]


def _notes_a_thing(lectura: Lectura, span: Span) -> bool:
    """Tell "anota el gol" and "programa la lavadora" from "apártame la tarde"."""
    things = not nodes_of(lectura.spans("apunta_cosa")).isdisjoint(range(*span))
    for_me = lectura.is_at(span[0] - 1, "me/nos")
    return things and not for_me and _NOTED.match(lectura.nodos[span[0]].forma) is not None


def wishes(lectura: Lectura) -> list[Disparo]:
    """Return the wishes of a text in the order said: one, or a cancellation beside a booking."""
    cancels, moves = _kept(lectura, _cancels(lectura)), _kept(lectura, _moves(lectura))
    books = meant(lectura, _not_forgotten(lectura, _books(lectura, cancels + moves)))
    cancels, moves = list(meant(lectura, cancels)), list(meant(lectura, moves))
    the_same = any(
        lectura.is_at(one.span[0], "pasarlo/ponla") for one in moves
    )  # "cancélala y pásala al lunes"
    if moves and not the_same:
        firm_cancel = [
            one for one in cancels if one.firme and (one.span < moves[0].span or not moves[0].firme)
        ]
        return firm_cancel[:1] if firm_cancel else moves[:1]
    if moves or not cancels:
        return moves[:1] or list(islice(books, 1))
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
