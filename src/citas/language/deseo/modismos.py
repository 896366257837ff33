"""Words of servicios and of wishes that are said of something else: an idiom, or what is asked in general."""

from citas.language.lectura.lectura import MOST, Lectura, Span, starts
from citas.language.lectura.nodos import FORMA
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.motor.patrones import Patron, compile_pattern

# "Quisiera hacer una consulta" and "hola, una consulta" ask a question; "una consulta con la doctora" does not.
_CONSULTA = (
    compile_pattern("( hacer/hacerme/pedirte/tengo ) <clit>? ( una/otra/unas/mi ) a=SERV/DUDA", ALFABETO),
    compile_pattern("<saluda> ,? ( <saluda> ,? )? una a=SERV/DUDA por? ->,", ALFABETO),
    compile_pattern("una a=SERV/DUDA ( por ->, | sobre )", ALFABETO),
    compile_pattern("una a=SERV/DUDA con ( un/una )? <gente> -!profesional", ALFABETO),
)
_MANO = (compile_pattern("una/otra/la a=SERV/DUDA ( por | con x )? ->,", ALFABETO),)
# "El corte lo dejo", "la del domingo sí va", "la barba se queda", "la del lunes no la toques".
_STAYS = tuple(
    compile_pattern(f"{which} ( {how} ) ->,", ALFABETO)
    for which in ("la/el de/del a=<cuando>", "a=SERV")
    for how in (
        "si ( va/voy/la/lo/quiero )* | lo/la dejaron/x | no lo/la x",
        "se tiene quieta/asi? | viene quieta/asi",
    )
)
_IDIOMS = (
    (frozenset(("consulta", "consultas", "consultica")), _CONSULTA),
    (frozenset(("mano", "manito")), _MANO),
)
_WORDS = frozenset(word for words, _ in _IDIOMS for word in words)
_OF_CITA = ALFABETO.symbols("<cuando>/para/profesional/RECU/medica")
_WHEN = ALFABETO.symbols("<cuando>")
_WHICH = ALFABETO.symbols("DIA/SERV")
_NOUNS = frozenset(("programa", "programas", "agendas"))
_LATER = ALFABETO.symbols("<cuando>/ahora/luego/despues")
_ACTING = ALFABETO.symbols("<acto>/<mueve>/sacar")
_WANTED = ALFABETO.symbols("quiero/<puedo>/voy/me/nos/chance/tengo/toca/posible/mejor/a/y/o")
_MONEY = frozenset(ALFABETO.charset("cuanto/precio/cuesta/pago/pagar/promo/politica"))


def idioms(lectura: Lectura) -> set[int]:
    """Return the nodes of "una consulta" that is a question, and of "una mano" that is help."""
    if _WORDS.isdisjoint(map(FORMA, lectura.nodos)):
        return set()
    return set().union(*(_of(lectura, patrones, words) for words, patrones in _IDIOMS))


def _of(lectura: Lectura, patrones: tuple[Patron, ...], words: frozenset[str]) -> set[int]:
    return {
        at
        for at in starts(lectura, patrones)
        if lectura.nodos[at].forma in words and not _is_cita(lectura, at)
    }


def _is_cita(lectura: Lectura, at: int) -> bool:
    """Tell "una consulta para mañana" and "hacer una consulta con la doctora"."""
    return not _OF_CITA.isdisjoint(lectura.simbolos[at + 1 : lectura.clause_end(at)])


def let_stand(lectura: Lectura) -> set[int]:
    """Return the nodes of "…, el del sábado déjalo": another cita than the one that is moved or cancelled."""
    found: set[int] = set()
    for at, _ in lectura.spans("dejar")[:MOST]:
        start = lectura.clause_start(at)
        found |= _apart(lectura, start, at, _said_of(lectura, 0, start))
    for at in sorted(starts(lectura, _STAYS))[:MOST]:
        start, end = lectura.clause_start(at), lectura.clause_end(at)
        others = _said_of(lectura, 0, start) + _said_of(lectura, end, len(lectura.nodos))
        found |= _apart(lectura, start, at + 1, others)
    return found


def _apart(lectura: Lectura, start: int, end: int, others: list[object]) -> set[int]:
    """Return the clause of what is said from `start` to `end`, where others are said and none of it is among them."""
    own = _said_of(lectura, start, end)
    stands = own and others and not any(one in others for one in own)
    return set(range(start, lectura.clause_end(start))) if stands else set()


def _said_of(lectura: Lectura, start: int, end: int) -> list[object]:
    return [nodo.pieza for nodo in lectura.nodos[start:end] if nodo.simbolo in _WHICH]


def asked_in_general(lectura: Lectura, span: Span) -> bool:
    """Tell "¿cuánto cuesta reservar?" and "al cancelar, ¿me devuelven?" from "quiero reservar, ¿cuánto cuesta?"."""
    acting = next((at for at in range(*span) if lectura.simbolos[at] in _ACTING), None)
    if acting is None:
        return _is_needed(lectura, span[0]) or _is_needed(lectura, span[0] - 1)
    forma = lectura.nodos[acting].forma
    if forma.endswith("r"):
        return lectura.is_at(acting - 1, "al") or _costs(lectura, acting)
    if not lectura.is_at(acting, "agendar"):
        return False
    if forma in _NOUNS and lectura.is_at(acting - 1, "<dets>/aceptan/tiene/hay"):
        return True
    return _is_custom(lectura, acting) if forma.endswith("an") else _is_put_off(lectura, acting, forma)


def _is_needed(lectura: Lectura, at: int) -> bool:
    """Tell "¿necesito cita para la valoración?" from "necesito una cita"."""
    end = lectura.clause_end(at)
    asked = lectura.is_at(at + 1, "<cita>") and lectura.is_at(end, "pregunta")
    return asked and lectura.nodos[at].forma.startswith("ne") and _WHEN.isdisjoint(lectura.simbolos[at:end])


def _before(lectura: Lectura, at: int) -> str:
    return lectura.simbolos[lectura.clause_start(at) : at]


def _costs(lectura: Lectura, at: int) -> bool:
    clause = _before(lectura, at) + lectura.simbolos[at : lectura.clause_end(at)]
    return lectura.simbolos[at - 1] not in _WANTED and not _MONEY.isdisjoint(clause)


def _is_custom(lectura: Lectura, at: int) -> bool:
    """Tell "¿ustedes reservan?" and "¿agendan los domingos?" from "¿me agendan mañana?"."""
    if lectura.is_at(at - 1, "me/nos/le"):
        return False
    after = lectura.simbolos[at + 1 : lectura.clause_end(at)]
    return _WHEN.isdisjoint(after) or lectura.is_at(at + 1, "los")


def _is_put_off(lectura: Lectura, at: int, forma: str) -> bool:
    """Tell "mañana reservo", which asks for nothing yet."""
    before = _before(lectura, at)
    return forma.endswith("o") and not _LATER.isdisjoint(before) and _WANTED.isdisjoint(before)
