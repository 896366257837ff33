"""How sure a wish to book is: what is not sure is offered, and never done at once."""

from citas.domain.deseos import Deseo
from citas.language.lectura import BORDER, Lectura, Span, nodes_of
from citas.language.lexico import ALFABETO, DESCONOCIDA
from citas.language.patrones import compile_pattern
from citas.language.tokens import fold

_OF_ANOTHER_LIFE = (
    f"{DESCONOCIDA}/hizo/estuvo/negocio/trabajo/salir/reunion/fiesta/futbol/casa/suministro/vehiculo/llego"
    "/medica/cosa/aprender/cena/desayuno/almuerzo/pago/cancelo/confirmar/pero/no/nunca/tampoco/menos/ver"
)
_STRANGERS = frozenset(ALFABETO.charset(_OF_ANOTHER_LIFE)) - ALFABETO.symbols("tanto")  # "mientras tanto"
_PIECES = frozenset(ALFABETO.charset("SERV/DUDA/DIA/HORA"))
_FOR_WHOM = ("para_otro", "a_nombre")
_HEDGES = ("talvez", "cuento", "aplaza", "pagar", "resultado", "hecho", "suceso", "otro_objeto")
_TOLD = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "familiar/pariente tiene",  # mi hermana tiene limpieza el jueves
        "agendar/avisar que",  # anóteme que el jueves vienen
        "decir ( a/al .. )? que",  # dile a Elsa que el jueves le llevo lo de la limpieza
        "!-, si -!hay/se/<puedo>/tiene/ser/estar/por",  # si cuesta menos
        "o mejor? no",
    )
)
# "la limpieza del jueves": the one that was or will be, rather than one to be had.
_THE_KNOWN_ONE = compile_pattern("el/la/mi <serv> de/del DIA", ALFABETO)


def is_sure(lectura: Lectura, deseo: Deseo, trigger: Span | None) -> bool:
    """Tell whether every word of the clauses that hold the wish was understood, and none of them hedges.

    `trigger`: the nodes of the act that asks for it; None where a servicio and a time are all that is said.
    """
    if lectura.has(*_HEDGES) or _is_told(lectura, bare=trigger is None):
        return False
    told = nodes_of(span for act in _FOR_WHOM for span in lectura.spans(act))
    named = fold(deseo.nombre or "").split()
    for start, end in _clauses(lectura):
        strangers = (
            at
            for at in range(start, end)
            if lectura.simbolos[at] in _STRANGERS and at not in told and lectura.nodos[at].forma not in named
        )
        if _is_of_wish(lectura, start, end, trigger) and any(True for _ in strangers):
            return False
    return True


def _is_told(lectura: Lectura, *, bare: bool) -> bool:
    patterns = (*_TOLD, _THE_KNOWN_ONE) if bare else _TOLD
    return any(one.may_match(lectura.mask) and one.regex.search(lectura.simbolos) for one in patterns)


def _clauses(lectura: Lectura) -> list[Span]:
    edges = [border.start() for border in BORDER.finditer(lectura.simbolos)]
    return list(zip([0, *edges], [*edges, len(lectura.simbolos)], strict=True))


def _is_of_wish(lectura: Lectura, start: int, end: int, trigger: Span | None) -> bool:
    if trigger is None or start <= trigger[0] < end:
        return True
    return not _PIECES.isdisjoint(lectura.simbolos[start:end])
