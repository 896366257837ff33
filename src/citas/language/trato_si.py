"""A yes: only where every word of the mensaje agrees with it, or where it orders what was offered and doubts nothing."""

import re

from citas.language.lectura import Lectura, nodes_of
from citas.language.lexico import ALFABETO, DESCONOCIDA
from citas.language.trato_dichos import agreeing, courteous, doubting, folded

_UNDOING = "cancelar/borrar/quitar/tumbar/descartar/desocupar"
_MOVING = "mover/correr/pasar/pasarlo/cambiar/reprogramar"
_ORDERING = f"agendar/agenda/guardar/ponla/{_UNDOING}/{_MOVING}"
_KINDS = (
    (ALFABETO.symbols(_UNDOING), "orden_cancelar"),
    (ALFABETO.symbols(_MOVING), "orden_cambiar"),
    (ALFABETO.symbols(_ORDERING), "orden_agendar"),
)
# They agree with anything: particles, pieces of what was offered (which are compared with it), courtesy.
_AGREES = ALFABETO.symbols(
    "a/al/de/del/el/la/las/los/lo/en/por/para/pal/con/y/me/te/le/se/nos/mi/mis/su/un/una/DIA/HORA/SERV/DUDA/RECU/"
    "OFIC/familiar/pariente/jefe/profesional/hola/buenas/feliz/dias/tardes/noches/gracias/adios/cita/turno/cupo/reserva/"
    "hora/horario/esa/ese/eso/esta/este/ahi/asi/ya/mismo/misma/bien/bueno/ok/si/sisi/vale/confirmar/supuesto/sirve/va/"
    "entonces/acepto/llego/estar/vernos/sacar/ambos/mejor/cancelacion/borde/pausa/salto"
) | ALFABETO.symbols(_ORDERING)
_IF, _BORDERS = ALFABETO.symbols("si"), ALFABETO.symbols(",")
_EXPLAINED = ("si", "la_quiero", "gracias", "saludo", "despedida", "eleccion", "para_otro", "todas")
_NO = ("no",)  # beside "quítala": "no, ya no voy"
# Why it is wanted, moved or cancelled, and where it is: clauses of their own.
_REASONS = ("impedido", "imprevisto_dia", "no_va", "no_puedo", "porque", "direccion")
_HEDGES = ALFABETO.symbols(
    "pero/si/creo/talvez/avisar/escribo/ver/perdon/espera/todavia/pensar/cuando/luego/menos"
)
_UNREAL = ("ra", "ras", "ran", "ramos")  # pudiera, saliera
_VERBS = f"{DESCONOCIDA}/<puedo>/ser/tengo/quiero/voy"
_SOFT_IF = ALFABETO.symbols("me/te/le/se/ya")
_NO_ORDER = re.compile(r"(?:[aei]r)(?:me|nos|te|se)?(?:l[aeo]s?)?$|(?:(?<!l)o|cion|ria|mos)$")
_REFUSED = ("negado", "cuento", "condicional", "como_cancelo")
_UNKNOWN = ALFABETO.symbols(f"{DESCONOCIDA}/hizo/complico/venir/hacer/dar/que/porque/tengo/voy/este/esta")
_MOST_UNKNOWN = 5
# To whom it is said and how heartily: neither is a piece of anything.
_VOCATIVES = (
    "abrazo abrazos agradecida agradecido amiga amigazo amigo bendiciones besos bro broder brother caballero "
    "capo carnal causa chama chamo chaval chica chico cielo compa compadre compita crack cuate cumpa equipo "
    "favor feliz gente guapa guapo guey habla hermana hermano hombre jefe jefecito linda lindo llave loco "
    "maestra maestro maja majo man manito mano master men mona mono mucha muchacho mucho mujer nomas nomás "
    "obligado oe pana panita parcera patron pe pes plomo po prima primo pronto quiero saludos socio tia tio "
    "toda todo total tranquila tranquilo viejo we weon wey ñaño fa microbio s ss"
)
_SAID_BESIDE = frozenset(_VOCATIVES.split())
_DOUBTS = re.compile("[🤔🙄🤨😒😏🤷❌🚫🙅👎]")
_NOD = re.compile("[\\s!.👍👌✅🙌💯☑✔🫡🤝💪🏻-🏿\ufe0f]+$")
_TIMES = ALFABETO.symbols("HORA")


def agreement(lectura: Lectura, *, wanted: bool) -> str | None:
    """Tell a yes ("si") from an order, which is one where just that was offered; None where something is open.

    `wanted`: some wish stands in the text, which then agrees only by a plain yes or an order.
    """
    if lectura.has("dejar") or (lectura.has_any("pregunta") and not lectura.has("direccion")):
        return None
    orders, says_so = _ordered(lectura), lectura.has("si", "la_quiero")
    if wanted and not (orders or says_so or lectura.has_any("<puedo>")):
        return None
    plain = folded(lectura.ancla.texto)
    phrases = agreeing(plain)
    agrees = says_so or bool(phrases) or _NOD.match(lectura.ancla.texto) is not None
    return _firmness(lectura, plain, phrases, agrees=agrees) if agrees or orders else None


def _firmness(lectura: Lectura, plain: str, phrases: list[tuple[int, int]], *, agrees: bool) -> str | None:
    if doubting(plain) or _DOUBTS.search(plain):
        return None
    if sum(simbolo in _TIMES for simbolo in lectura.simbolos) > 1:
        return None  # "sí, a las 4 salgo del trabajo"
    rest = _unexplained(lectura, [*phrases, *courteous(plain)])
    if agrees and not rest:
        return "si"
    return _ordered(lectura) if _adds_nothing(lectura, rest) else None


def _unexplained(lectura: Lectura, phrases: list[tuple[int, int]]) -> list[int]:
    """Return the nodes that are no part of an agreement."""
    names = (*_EXPLAINED, *_NO) if lectura.has_any(f"{_UNDOING}/{_MOVING}") else _EXPLAINED
    explained = nodes_of(span for act in names for span in lectura.spans(act))
    explained |= _reasons(lectura) | _named(lectura)
    return [
        at
        for at, nodo in enumerate(lectura.nodos)
        if _is_conditional(lectura, at)
        or not (
            at in explained
            or _agrees(lectura, at)
            or any(start <= nodo.inicio < end for start, end in phrases)
        )
    ]


def _agrees(lectura: Lectura, at: int) -> bool:
    """Tell a word that agrees with anything; "si" only where a clause begins, or after another."""
    nodo = lectura.nodos[at]
    if nodo.simbolo in _IF:
        return lectura.simbolos[at - 1] in _IF | _BORDERS
    if nodo.simbolo in _AGREES or nodo.forma in _SAID_BESIDE:
        return True
    return lectura.is_at(at, DESCONOCIDA) and lectura.is_at(at - 1, "mi")  # listo mi pez


def _reasons(lectura: Lectura) -> set[int]:
    """Return the clauses that only say why, or ask where it is."""
    found: set[int] = set()
    for act, (start, end) in [(name, span) for name in _REASONS for span in lectura.spans(name)]:
        first, last = lectura.clause_start(start), lectura.clause_end(end - 1)
        said = lectura.simbolos[first:last]
        if lectura.is_at(last, "pregunta") is not (act == "direccion"):
            continue
        if _HEDGES.isdisjoint(said):
            found.update(range(first, last + 1))
            found.add(first - 1)
    return found


def _named(lectura: Lectura) -> set[int]:
    """Return the clauses that say in whose name."""
    spans = [span for span in lectura.spans("a_nombre") if lectura.is_at(span[1], f"{DESCONOCIDA}/familiar")]
    return nodes_of((start, lectura.clause_end(start)) for start, _ in spans)


def _is_conditional(lectura: Lectura, at: int) -> bool:
    """Tell "si no llego" and "si pudiera" from "sí" and "si me sirve"."""
    if lectura.simbolos[at] not in _IF:
        return False
    if lectura.is_at(at + 1, _VERBS) and lectura.nodos[at + 1].forma.endswith(_UNREAL):
        return True
    nodo = lectura.nodos[at]
    stressed = lectura.ancla.texto[nodo.inicio : nodo.fin].lower() == "sí"
    if not stressed and lectura.is_at(at + 1, "esta") and not lectura.is_at(at + 2, "bien/ok/asi/va"):
        return True
    begins = any(start == at for start, _ in lectura.spans("condicional"))
    return begins and not stressed and lectura.simbolos[at + 1] not in _SOFT_IF


def _ordered(lectura: Lectura) -> str | None:
    """Return what it orders first: "resérvala", "me la corre", "quítela"."""
    if not lectura.has_any(_ORDERING):
        return None
    symbols = ALFABETO.symbols(_ORDERING)
    barred = nodes_of(span for act in _REFUSED for span in lectura.spans(act))
    said = (
        nodo.simbolo
        for at, nodo in enumerate(lectura.nodos)
        if nodo.simbolo in symbols and at not in barred and not _NO_ORDER.search(nodo.forma)
    )
    first = next(said, None)
    return next((kind for kinds, kind in _KINDS if first in kinds), None) if first else None


def _adds_nothing(lectura: Lectura, rest: list[int]) -> bool:
    """Tell whether the words beside an order are too few, and of no kind, to change it."""
    return len(rest) <= _MOST_UNKNOWN and all(lectura.simbolos[at] in _UNKNOWN for at in rest)
