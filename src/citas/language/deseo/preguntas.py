"""What a text asks: of the catalogue, of the agenda, or of what only the owner can answer."""

from citas.domain.deseos import Consulta, Deseo
from citas.language.lectura.lectura import Lectura, nodes_of
from citas.language.lectura.nodos import Mencion
from citas.language.lexico.alfabeto import ALFABETO

_CONSULTAS = {
    "citas": Consulta.CITAS,
    "precio": Consulta.PRECIO,
    "duracion": Consulta.DURACION,
    "horario": Consulta.HORARIO,
    "direccion": Consulta.DIRECCION,
    "servicios": Consulta.SERVICIOS,
    "recursos": Consulta.RECURSOS,
    "contacto": Consulta.CONTACTO,
    "identidad": Consulta.IDENTIDAD,
}
OF_COST = ("precio", "duracion")
_WISHING = ("agendar", "quiere")  # where these begin, the question is over
_NAMES = ALFABETO.symbols("SERV/DUDA")
_OPENS = "tiene/aceptan/hacer/realizan/hacerme/cobran/atienden/que/cual/porque/quien/cuanto"
_ASKED = "tiene/aceptan/hacer/realizan/hacerme/<puedo>/cobran/hay/atienden"


def questions(lectura: Lectura) -> tuple[Consulta, ...]:
    """Return the questions that a text puts in words of their own."""
    acts = lectura.actos
    if not acts:
        return ()
    if about_data(lectura):
        return (Consulta.OTRA,)
    found = tuple(consulta for act, consulta in _CONSULTAS.items() if act in acts)
    if lectura.has("otra_consulta") and lectura.has_any("pregunta"):
        return (*found, Consulta.OTRA)
    pays = _pays(lectura) and lectura.has_any("pregunta/cancelo/<puedo>/aceptan/tiene")
    if pays or lectura.has("llegada"):
        return (*found, Consulta.OTRA)
    if lectura.has("hueco") or (lectura.has_any("HORA") and not lectura.has_any("pregunta")):
        return tuple(one for one in found if one is not Consulta.HORARIO)
    return found


def _pays(lectura: Lectura) -> bool:
    """Tell what is said of paying from "¿cuánto hay que pagar por el corte?", which asks for its price."""
    if not lectura.has("pagar"):
        return False
    priced = [
        span for span in lectura.spans("precio") if any(lectura.is_at(at, "<serv>") for at in range(*span))
    ]
    of_price = nodes_of(priced)
    return any(of_price.isdisjoint(range(*span)) for span in lectura.spans("pagar"))


def asked_about(lectura: Lectura) -> set[int]:
    """Return the servicios of "quiero corte, ¿cuánto vale la barba?" that are asked about beside one that is wanted."""
    asked = {at for act in OF_COST for start, _ in lectura.spans(act) for at in _questioned(lectura, start)}
    if not asked:
        return asked
    named = {at for at, simbolo in enumerate(lectura.simbolos) if simbolo in _NAMES}
    return asked if asked < named else set()


def servicios_asked_about(lectura: Lectura, deseos: tuple[Deseo, ...]) -> tuple[str, ...]:
    """Return the servicios whose price or length is asked beside a wish for others; "cuánto sale con barba": both."""
    if not deseos or not lectura.has(*OF_COST):
        return ()
    asked = sorted(asked_about(lectura))
    ids = [one for at in asked if isinstance(pieza := lectura.nodos[at].pieza, Mencion) for one in pieza.ids]
    together = deseos[0].servicios_id if asked and lectura.is_at(asked[0] - 1, "con/y") else ()
    return tuple(dict.fromkeys((*together, *ids)))


def _questioned(lectura: Lectura, start: int) -> list[int]:
    """Return the servicios that a question for the cost names: after it, or right before ("la barba, ¿cuánto vale?")."""
    wished = (at for act in _WISHING for at, _ in lectura.spans(act) if at > start)
    end = min(lectura.clause_end(start), *wished, len(lectura.simbolos))
    after = [at for at in range(start, end) if lectura.simbolos[at] in _NAMES]
    begins = max(
        (at for at in range(lectura.clause_start(start), start) if lectura.is_at(at, "y")), default=0
    )
    begins = max(begins, lectura.clause_start(start))
    return after or [at for at in range(begins, start) if lectura.simbolos[at] in _NAMES]


def about_data(lectura: Lectura) -> str | None:
    """Tell what is asked about personal data: that it go or be mended (reclamo), or what there is (consulta)."""
    return (
        "reclamo"
        if lectura.has("reclamo") and not lectura.has("borrado")
        else "consulta"
        if lectura.has("consulta_datos")
        else None
    )


def all_questions(
    lectura: Lectura,
    found: tuple[Consulta, ...],
    deseos: tuple[Deseo, ...],
    piezas: Deseo | None,
    *,
    answers: bool,
) -> tuple[Consulta, ...]:
    """Add the question for free hours, and the one that nothing here can answer."""
    if deseos:
        asks = deseos[0].pregunta and not deseos[0].horas
        return (*found, Consulta.HUECOS) if asks else found
    if found:
        return found
    if lectura.has("regla") and lectura.has_any("pregunta"):
        return (Consulta.OTRA,)
    if lectura.clear("hueco", "cuento", "cualquiera"):
        return (Consulta.HUECOS,)
    same = piezas is not None and (piezas.misma_hora or piezas.mismo_dia) and not lectura.has("cuento")
    gives = same or (piezas is not None and piezas.tiene_cuando)
    silent = not (answers or gives or lectura.has("humano"))
    return (Consulta.OTRA,) if silent and _asks_the_business(lectura) else ()


def _asks_the_business(lectura: Lectura) -> bool:
    if lectura.has("cuenta_de") or (lectura.has("cuento") and lectura.has_any("pregunta")):
        return True
    asked = lectura.has_any("pregunta") or _opens_a_question(lectura)
    return asked and (lectura.has_any(_ASKED) or _about_a_service(lectura))


def _opens_a_question(lectura: Lectura) -> bool:
    """Tell "cuánto dura…" and "en qué consiste…" from "qué tal"."""
    first = 2 if lectura.is_at(1, "en/de/a/para/con") and lectura.is_at(2, "que/cual/quien") else 1
    return lectura.is_at(first, _OPENS) and not lectura.is_at(first + 1, "quieta")


def _about_a_service(lectura: Lectura) -> bool:
    """Tell "¿duele el botox?" from "¿y la barba?"."""
    return lectura.has_any("<serv>") and lectura.has_any("x/ser/como/que")
