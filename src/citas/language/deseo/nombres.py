"""Names in a text: whose the cita is, a person or a servicio that the business does not have."""

from citas.domain.deseos import Intencion
from citas.language.lectura.lectura import Lectura
from citas.language.lexico.alfabeto import ALFABETO, DESCONOCIDA
from citas.language.lexico.nombres_de_pila import NOMBRES
from citas.language.motor.patrones import compile_pattern

_UNKNOWN = frozenset(ALFABETO.charset(f"{DESCONOCIDA}/OFIC"))
_OFICIO = ALFABETO.chars("OFIC")
_WITH = compile_pattern("con ( el/la )? a=x", ALFABETO)
_ASKED = (
    compile_pattern("<cita>/hora ( para/de ) ( un/una/el/la/hacer/hacerme/unas )* a=x", ALFABETO),
    compile_pattern("quiero hacerme ( un/una/unas/el/la )? a=x", ALFABETO),
    compile_pattern("quiero/agendar ( hacer/hacerme )? ( un/una/unas/el/la ) a=x", ALFABETO),
)
_LONGEST = 3
# Asked for, but no servicio.
_NO_SERVICE = frozenset(
    [
        "silla",
        "sillita",
        "fecha",
        "asesoria",
        "ayuda",
        "persona",
        "pregunta",
        "duda",
        "cosa",
        "momento",
        "ratico",
        "favor",
        "puesto",
        "sesion",
        "vez",
        "poco",
        "par",
        "domicilio",
        "descuento",
        "promocion",
        "cotizacion",
        "foto",
        "numero",
        "mensaje",
        "llamada",
        "tarde",
        "segunda",
        "medica",
    ]
)


def _run(lectura: Lectura, at: int) -> tuple[int, int]:
    end = at
    while end < len(lectura.nodos) and lectura.simbolos[end] in _UNKNOWN and end - at < _LONGEST:
        end += 1
    return lectura.nodos[at].inicio, lectura.nodos[end - 1].fin


def _written(lectura: Lectura, at: int) -> str:
    inicio, fin = _run(lectura, at)
    return lectura.ancla.texto[inicio:fin]


def named(lectura: Lectura) -> str | None:
    """Return the name after "soy", "a nombre de", "para mi hijo"."""
    for act in ("a_nombre", "para_otro"):
        for _, end in lectura.spans(act):
            if lectura.is_at(end, f"{DESCONOCIDA}/suministro"):
                words = _written(lectura, end)
                if words[:1].isupper():
                    return words
    return None


def unknown_person(lectura: Lectura) -> str | None:
    """Return a person after "con" whom the business does not have: written as a name, or one that is common."""
    for match in _WITH.regex.finditer(lectura.simbolos):
        at = match.start(_WITH.groups["a"][0])
        words = _written(lectura, at)
        if any(word[:1].isupper() for word in words.split()):
            return words
        if lectura.nodos[at].forma in NOMBRES:
            return words.split()[0]
    return None


def unknown_service(lectura: Lectura, intencion: Intencion) -> str | None:
    """Return the words that clearly ask for a servicio that it does not do."""
    if intencion is not Intencion.AGENDAR:
        return None
    trade = lectura.simbolos.find(_OFICIO)
    if trade > 0 and not lectura.has("urgente"):
        return _written(lectura, trade)
    for patron in _ASKED:
        match = patron.regex.search(lectura.simbolos)
        at = match.start(patron.groups["a"][0]) if match else 0
        if match and lectura.nodos[at].forma not in _NO_SERVICE:
            return _written(lectura, at)
    return None
