"""How sure a wish to book is: what is not sure is offered, and never done at once."""

from citas.domain.deseos import Deseo, Intencion
from citas.language.deseo.supuestos import Disparo
from citas.language.lectura.lectura import BORDER, Lectura, Span, nodes_of
from citas.language.lexico.alfabeto import ALFABETO, DESCONOCIDA
from citas.language.motor.patrones import compile_pattern
from citas.language.motor.tokens import fold

_OF_ANOTHER_LIFE = (
    f"{DESCONOCIDA}/hizo/estuvo/negocio/trabajo/salir/reunion/fiesta/futbol/casa/suministro/vehiculo/llego"
    "/medica/agendo/tramite/empresa/cosa/aprender/cena/desayuno/almuerzo/pago/cancelo/confirmar/pero/no/nunca/tampoco/menos/ver"
)
_STRANGERS = frozenset(ALFABETO.charset(_OF_ANOTHER_LIFE)) - ALFABETO.symbols("tanto")  # "mientras tanto"
_PIECES = frozenset(ALFABETO.charset("SERV/DUDA/DIA/HORA"))
_WHO_ONE_IS = frozenset(["cedula", "documento", "dni", "rut", "curp", "identificacion", "paciente", "numero"])
_FULL_STOPS = frozenset(".!\n")
_FOR_WHOM = ("para_otro", "a_nombre")
_HEDGES = (
    "talvez",
    "cuento",
    "aplaza",
    "pagar",
    "resultado",
    "hecho",
    "suceso",
    "otro_objeto",
    "retira",
    "a_cambio",
)
_TOLD = tuple(
    compile_pattern(pattern, ALFABETO)
    for pattern in (
        "<fam> ( tiene/aceptan )",  # mi hermana tiene limpieza el jueves
        "como asi",
        "pero antes/primero/primera",
        "su/tu <serv>",
        "quiero ( una/un )? <fam> para",  # busco señora para limpieza
        "<serv> OFIC",
        "agendar/avisar que",  # anóteme que el jueves vienen
        "decir ( a/al .. )? que",  # dile a Elsa que el jueves le llevo lo de la limpieza
        "!-, si -!hay/se/<puedo>/tiene/ser/estar/por",  # si cuesta menos
        "o mejor? no",
        "avisar .. si | si hay ... avisar",
        "dijo",  # mi jefe me dijo: agende…
        "le toca",  # ¿a mi mamá le toca la limpieza el jueves?
    )
)
# "la limpieza del jueves": the one that was or will be, rather than one to be had.
_THE_KNOWN_ONE = compile_pattern("el/la/mi <serv> de/del DIA | <serv> ser | ultima/ultimo <serv>", ALFABETO)


def is_doubtful(lectura: Lectura, deseo: Deseo, first: Disparo) -> bool:
    """Tell a wish that may not be done at once: words that were not read, or "mi mamá no puede ir"."""
    if deseo.intencion is Intencion.AGENDAR:
        return not is_sure(lectura, deseo, first.span)
    return not first.firme and lectura.has_any("familiar/pariente")


def is_sure(lectura: Lectura, deseo: Deseo, trigger: Span | None) -> bool:
    """Tell whether every word beside the wish was understood, and none of them hedges.

    `trigger`: the nodes of the act that asks for it, whose clause counts, and those of its pieces; None where a
    servicio and a time are all that is said: then their whole sentence counts.
    """
    if lectura.has(*_HEDGES) or _is_told(lectura, bare=trigger is None):
        return False
    if _STRANGERS.isdisjoint(lectura.simbolos):
        return True
    counted = (
        (start, end)
        for start, end in _parts(lectura, whole=trigger is None)
        if (trigger and start <= trigger[0] < end) or not _PIECES.isdisjoint(lectura.simbolos[start:end])
    )
    told = nodes_of(span for act in _FOR_WHOM for span in lectura.spans(act))
    named = _WHO_ONE_IS.union(fold(deseo.nombre or "").split())
    return not any(
        lectura.simbolos[at] in _STRANGERS and at not in told and lectura.nodos[at].forma not in named
        for at in nodes_of(counted)
    )


def _is_told(lectura: Lectura, *, bare: bool) -> bool:
    patterns = (*_TOLD, _THE_KNOWN_ONE) if bare else _TOLD
    return any(one.may_match(lectura.mask) and one.regex.search(lectura.simbolos) for one in patterns)


def _parts(lectura: Lectura, *, whole: bool) -> list[Span]:
    """Return the clauses of a text, or its whole sentences."""
    borders = (border.start() for border in BORDER.finditer(lectura.simbolos))
    edges = [at for at in borders if not whole or lectura.nodos[at].forma in _FULL_STOPS]
    return list(zip([0, *edges], [*edges, len(lectura.simbolos)], strict=True))
