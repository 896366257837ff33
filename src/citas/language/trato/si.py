"""A yes: only where every word of the mensaje agrees with it, or where it orders what was offered and doubts nothing."""

import re

from citas.domain.deseos import Dias, Horas
from citas.language.lectura.lectura import Lectura, Span, nodes_of
from citas.language.lectura.nodos import Pieza
from citas.language.lexico.alfabeto import ALFABETO, DESCONOCIDA
from citas.language.trato.dichos import dichos, folded
from citas.language.trato.excusas import excuses

_UNDOING = "cancelar/borrar/quitar/tumbar/descartar/desocupar"
_MOVING = "mover/correr/pasar/pasarlo/cambiar/reprogramar"
_BOOKING = "agendar/agenda/guardar/ponla"
_ORDERS = {
    simbolo: order
    for concepts, order in (
        (_BOOKING, "orden_agendar"),
        (_MOVING, "orden_cambiar"),
        (_UNDOING, "orden_cancelar"),
    )
    for simbolo in ALFABETO.symbols(concepts)
}
_ORDERING = f"{_BOOKING}/{_MOVING}/{_UNDOING}"
# They agree with anything: particles, pieces of what was offered (which are compared with it), courtesy.
_AGREES = (
    ALFABETO.symbols(
        "a/al/de/del/el/la/las/los/lo/en/por/para/pal/con/y/me/te/le/se/nos/mi/mis/su/un/una/DIA/HORA/SERV/DUDA/RECU/"
        "OFIC/familiar/pariente/jefe/profesional/hola/buenas/feliz/dias/tardes/noches/gracias/adios/cita/turno/cupo/reserva/"
        "hora/horario/esa/ese/eso/esta/este/ahi/asi/ya/mismo/misma/bien/bueno/ok/sisi/vale/confirmar/supuesto/sirve/va/"
        "entonces/acepto/llego/estar/vernos/sacar/ambos/mejor/cancelacion/borde/pausa/salto"
    )
    | _ORDERS.keys()
)
_WANTED = "quiero"  # now, where "quería" and "quisiera" may be of another time
_IF, _BORDERS = ALFABETO.symbols("si"), ALFABETO.symbols(",")
_LOADED = ALFABETO.symbols("si/quiero/SERV/DUDA")  # with others beside them they say more
_EXPLAINED = (
    "si",
    "la_quiero",
    "lo_nombra",
    "gracias",
    "saludo",
    "despedida",
    "eleccion",
    "para_otro",
    "todas",
)
_NO = ("no",)  # beside "quítala": "no, ya no voy"
# Why it is wanted, moved or cancelled, and where it is: clauses of their own.
_REASONS = ("impedido", "imprevisto_dia", "no_va", "no_puedo", "porque", "direccion")
_HEDGES = ALFABETO.symbols(
    "pero/si/creo/talvez/avisar/escribo/ver/perdon/espera/todavia/pensar/cuando/luego/menos"
)
# What a person does, where "corte" is what is given.
_TRADES = frozenset(
    ("corta", "peina", "afeita", "rasura", "pinta", "tiñe", "depila", "maquilla", "lava", "limpia")
)
_UNREAL = ("ra", "ras", "ran", "ramos")  # pudiera, saliera
_VERBS = f"{DESCONOCIDA}/<puedo>/ser/tengo/quiero/voy"
_ONCE = ("eria", "erias", "eaba")  # quería
_SOFT_IF = ALFABETO.symbols("me/te/le/se/ya")
_NO_ORDER = re.compile(r"(?:[aei]r)(?:me|nos|te|se)?(?:l[aeo]s?)?$|(?:(?<!l)o|cion|ria|mos)$")
_REFUSED = ("negado", "cuento", "condicional", "como_cancelo")
_UNKNOWN = ALFABETO.symbols(f"{DESCONOCIDA}/hizo/complico/venir/hacer/dar/que/porque/tengo/voy/este/esta")
_MOST_UNKNOWN = 5
_DOUBTS = re.compile("[🤔🙄🤨😒😏🤷❌🚫🙅👎]")
_NOD = re.compile("[\\s!.👍👌✅🙌💯☑✔🫡🤝💪🏻-🏿\ufe0f]+$")
_TIMES = ALFABETO.symbols("HORA")


def agreement(lectura: Lectura, *, wanted: bool) -> str | None:
    """Tell a yes ("si") from an order, which is one where just that was offered; None where something is open.

    `wanted`: some wish stands in the text, which then agrees only by a plain yes or an order.
    """
    if lectura.has("dejar") or (lectura.has_any("pregunta") and not lectura.has("direccion")):
        return None
    order, says_so = _ordered(lectura), lectura.has("si", "la_quiero", "lo_nombra")
    if wanted and not (order or says_so or lectura.has_any("<puedo>")):
        return None
    texto = lectura.ancla.texto
    said = dichos(texto)
    agrees = says_so or "si" in said or _NOD.match(texto) is not None
    if not (agrees or order) or "duda" in said or _is_open(lectura):
        return None
    rest = _unexplained(lectura, [*said.get("si", ()), *said.get("cortesia", ())])
    if agrees and not rest:
        return "si" if wanted or not lectura.has("mueve_la") else "orden_cambiar"
    return order if _adds_nothing(lectura, rest) else None


def _is_wide(pieza: Pieza | None) -> bool:
    """Tell "por la tarde sí", which takes no one time, from "a las 4 sí"."""
    if isinstance(pieza, Horas):
        return pieza.aproximada or not pieza.es_punto
    return isinstance(pieza, Dias) and pieza.desde != pieza.hasta


def _is_open(lectura: Lectura) -> bool:
    """Tell what a sign leaves open, and "sí, a las 4 salgo del trabajo" beside the hour that was offered."""
    if _DOUBTS.search(lectura.ancla.texto):
        return True
    only_named = lectura.has("lo_nombra") and not lectura.has("si")
    if only_named and any(_is_wide(nodo.pieza) for nodo in lectura.nodos):
        return True
    return sum(map(lectura.simbolos.count, _TIMES)) > 1


def _unexplained(lectura: Lectura, phrases: list[Span]) -> list[int]:
    """Return the nodes that are no part of an agreement."""
    simbolos, rest = lectura.simbolos, list[int]()
    if not _AGREES.issuperset(simbolos):
        rest = [
            at for at, one in enumerate(simbolos) if one not in _AGREES and not _agrees_there(lectura, at)
        ]
    if rest:
        clauses = excuses(folded(lectura.ancla.texto)) if lectura.has_any(",") else ()
        explained = _explained(lectura) | _within(lectura, [*phrases, *clauses])
        rest = [at for at in rest if at not in explained]
    if _LOADED.isdisjoint(simbolos):
        return rest
    return rest + [at for at, one in enumerate(simbolos) if one in _LOADED and _says_more(lectura, at)]


def _explained(lectura: Lectura) -> set[int]:
    """Return the nodes of acts that go with an agreement."""
    acts = (*_EXPLAINED, *_NO) if lectura.has_any(f"{_UNDOING}/{_MOVING}") else _EXPLAINED
    explained = nodes_of(span for act in acts for span in lectura.spans(act))
    return explained | _reasons(lectura) | _named(lectura)


def _agrees_there(lectura: Lectura, at: int) -> bool:
    """Tell a word that agrees where it stands: "si" where a clause begins, or after another; "mi pez"."""
    if lectura.simbolos[at] in _IF:
        return lectura.simbolos[at - 1] in _IF | _BORDERS
    if lectura.is_at(at, DESCONOCIDA):
        return lectura.is_at(at - 1, "mi")
    return lectura.nodos[at].forma == _WANTED


def _says_more(lectura: Lectura, at: int) -> bool:
    """Tell "si pudiera", "la quería" and "Andrés corta bien", though each word of it may agree."""
    if lectura.simbolos[at] in _IF:
        return _is_conditional(lectura, at)
    if lectura.is_at(at, "quiero"):
        return lectura.nodos[at].forma.endswith(_ONCE)
    return lectura.nodos[at].forma in _TRADES and lectura.is_at(at - 1, "RECU")


def _within(lectura: Lectura, phrases: list[Span]) -> set[int]:
    """Return the nodes of set phrases."""
    if not phrases:
        return set()
    places = [(at, nodo.inicio) for at, nodo in enumerate(lectura.nodos)]
    return {at for start, end in phrases for at, inicio in places if start <= inicio < end}


def _reasons(lectura: Lectura) -> set[int]:
    """Return the clauses that only say why, or ask where it is, each with the border before it."""
    clauses = [
        (act, lectura.clause_start(start), lectura.clause_end(end - 1))
        for act in _REASONS
        for start, end in lectura.spans(act)
    ]
    return nodes_of(
        (first - 1, last + 1)
        for act, first, last in clauses
        if lectura.is_at(last, "pregunta") is (act == "direccion")
        and _HEDGES.isdisjoint(lectura.simbolos[first:last])
    )


def _named(lectura: Lectura) -> set[int]:
    """Return the clauses that say in whose name."""
    spans = [span for span in lectura.spans("a_nombre") if lectura.is_at(span[1], f"{DESCONOCIDA}/familiar")]
    return nodes_of((start, lectura.clause_end(start)) for start, _ in spans)


def _is_conditional(lectura: Lectura, at: int) -> bool:
    """Tell "si no llego" and "si pudiera" from "sí" and "si me sirve", where a "si" is."""
    if lectura.is_at(at + 1, _VERBS) and lectura.nodos[at + 1].forma.endswith(_UNREAL):
        return True
    if _is_stressed(lectura, at):
        return False
    if lectura.is_at(at + 1, "esta"):
        return not lectura.is_at(at + 2, "bien/ok/asi/va")
    begins = any(start == at for start, _ in lectura.spans("condicional"))
    return begins and lectura.simbolos[at + 1] not in _SOFT_IF


def _is_stressed(lectura: Lectura, at: int) -> bool:
    nodo = lectura.nodos[at]
    return lectura.ancla.texto[nodo.inicio : nodo.fin].lower() == "sí"


def _ordered(lectura: Lectura) -> str | None:
    """Return what it orders first: "resérvala", "me la corre", "quítela"."""
    if not lectura.has_any(_ORDERING):
        return None
    simbolos, nodos = lectura.simbolos, lectura.nodos
    orders = [
        at for at, one in enumerate(simbolos) if one in _ORDERS and not _NO_ORDER.search(nodos[at].forma)
    ]
    barred = nodes_of(span for act in _REFUSED for span in lectura.spans(act)) if orders else ()
    return next((_ORDERS[simbolos[at]] for at in orders if at not in barred), None)


def _adds_nothing(lectura: Lectura, rest: list[int]) -> bool:
    """Tell whether the words beside an order are too few, and of no kind, to change it."""
    return len(rest) <= _MOST_UNKNOWN and all(lectura.simbolos[at] in _UNKNOWN for at in rest)
