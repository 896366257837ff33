"""What stands beside a wish: a no, a choice, a shift, courtesy."""

import re

from citas.language.lectura.lectura import Lectura
from citas.language.trato.dichos import dichos, folded

_ORDINAL = (
    ("primera", 1),
    ("segunda/segundo", 2),
    ("tercera", 3),
    ("cuarta", 4),
    ("quinta", 5),
    ("sexta", 6),
    ("septima", 7),
    ("octava", 8),
    ("ultima/ultimo", -1),
)
_SUPERLATIVES = (("la_primera", 1), ("la_ultima", -1), ("de_esas", 1))
_SHIFTS = (
    ("mas_tarde", "tarde"),
    ("mas_temprano", "temprano"),
    ("otra_hora", "otra"),
    ("otro_dia", "otro_dia"),
)
_CHOOSING = frozenset(("eleccion", "eleccion_n", *(act for act, _ in _SUPERLATIVES)))
# "Serían dos niños", "vamos tres".
_COUNTED = re.compile(
    r"\b(?:somos|son|seriamos|serian|seran|sean|para|vamos|iriamos) (?:los |las |como )?(dos|tres|2|3)"
    r" (?:niñ|chic|chav|person|adult|señor|amig|herman|hij|cort)"
)
_FEW = {"uno": 1, "1": 1, "dos": 2, "2": 2, "tres": 3, "3": 3, "cuatro": 4, "4": 4, "5": 5}
_SHAKE = re.compile("[\\s!.👎❌🚫🙅✖🏻-🏿\ufe0f\u200d♀♂]+$")
_NAMED_FIGURE = re.compile(
    r"(?:(?:la|el|opcion|numero|quiero|dame|si|mejor|mejor la|ok|dale)\W+){0,3}(uno|dos|tres|cuatro|[1-5])\W*$"
)
# "Uf, muy tarde", "es demasiado temprano para mí": of what was offered.
_TOO = re.compile(
    r"(?:(?:no|uy+|uf+|ay|uh+|huy|eso?|ya|me|se|es|esta|queda|seria|hace|parece|a esa hora|gracias|pero)\W+){0,5}"
    r"(?:muy|demasiado|re|super|bien|tan|mucho) (tard(?:e|isimo|ecito)|tempran(?:o|ito)|temprano)(?: (?:para|pa) (?:mi|nosotros))?\W*$"
)
_SHIFTING = frozenset(act for act, _ in _SHIFTS)


def _ordinal(lectura: Lectura) -> int | None:
    for start, end in lectura.spans("eleccion"):
        for at in range(start, end):
            for concepts, value in _ORDINAL:
                if lectura.is_at(at, concepts):
                    return value
    return None


def choice(lectura: Lectura) -> int | None:
    """Return which alternative is chosen: 1, 2… or -1 for the last."""
    alone = _NAMED_FIGURE.match(folded(lectura.ancla.texto))
    if alone:
        return _FEW[alone[1]]
    if _CHOOSING.isdisjoint(lectura.actos) or lectura.has("aplaza"):
        return None
    ordinal = _ordinal(lectura)
    if ordinal is not None:
        return ordinal
    superlative = next((value for act, value in _SUPERLATIVES if lectura.has(act)), None)
    if superlative is not None:
        return superlative
    for start, end in lectura.spans("eleccion_n"):
        return next(
            (lectura.nodos[at].numero for at in range(start, end) if lectura.nodos[at].numero > 0), None
        )
    return None


def shift(lectura: Lectura) -> str | None:
    """Return the direction of "más tarde", "más temprano", "otra hora", "otro día"."""
    too = _TOO.match(folded(lectura.ancla.texto))
    if too:
        return "tarde" if too[1].startswith("tempran") else "temprano"
    if _SHIFTING.isdisjoint(lectura.actos):
        return None
    put_off = lectura.has("dejar") and lectura.has("otro_dia")  # "otro día paso"
    return None if put_off else next((value for act, value in _SHIFTS if lectura.has(act)), None)


def people(lectura: Lectura) -> int | None:
    """Return for how many people it is asked; None for one, or where it is not said."""
    counted = lectura.has_any("n12") and _COUNTED.search(folded(lectura.ancla.texto))
    if counted:
        return _FEW[counted[1]]
    if lectura.has("seguidas") and lectura.has_any("SERV"):
        return None
    for start, end in lectura.spans("personas"):
        count = max(lectura.nodos[at].numero for at in range(start, end))
        return count if count > 1 else None
    return 2 if lectura.has("mi_y_otro") else None


def says_no(lectura: Lectura, *, wanted: bool) -> bool:
    """Tell whether it refuses, in a word or, where nothing is wished, in a set phrase."""
    if lectura.has("no") or wanted:
        return lectura.has("no")
    return "no" in dichos(lectura.ancla.texto) or _SHAKE.match(lectura.ancla.texto) is not None


def lets_go(lectura: Lectura, *, wanted: bool) -> bool:
    """Tell "déjela como está"; "no quiero cancelar" says it where no other wish stands."""
    if lectura.has("dejar") or wanted:
        return lectura.has("dejar")
    said = dichos(lectura.ancla.texto)
    return "dejar" in said or (bool(lectura.clear("negado", "cuento")) and "si" not in said)
