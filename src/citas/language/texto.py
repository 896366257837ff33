"""From a text to the row of nodes that the rules read."""

from functools import lru_cache
from itertools import islice

from citas.language.lexico import ALFABETO, number_concept, other, stressed, word
from citas.language.nodos import Nodo, new_nodo
from citas.language.tokens import tokens

# The longest text that a person writes has fewer; what only looks long costs no more.
_MOST_TOKENS = 440
_TEN = 10
_TENS = frozenset((20, 30, 40, 50))
_STRESS = frozenset("éóÉÓ")
_BORDE = ALFABETO.chars("borde")

_other = lru_cache(maxsize=8192)(other)


def read(texto: str) -> list[Nodo]:
    """Read an NFC text as nodes between two borders; what says nothing is left out."""
    nodos = [Nodo(_BORDE, "", 0, 0)]
    for match in islice(tokens(texto), _MOST_TOKENS):
        clase, forma = match.lastgroup or "signo", match[0]
        if clase != "palabra":
            simbolo, numero = _other(clase, forma)
        else:
            simbolo, numero = word(forma)
        if not simbolo:
            continue
        inicio, fin = match.span()
        if texto[fin - 1] in _STRESS:
            simbolo = stressed(simbolo, nodos[-1].simbolo)
        if 0 < numero < _TEN and nodos[-1].forma == "y" and clase == "palabra":
            joined = _join_tens(nodos, fin, numero)
            if joined:
                nodos.append(joined)
                continue
        nodos.append(new_nodo((simbolo, forma, inicio, fin, numero, None)))
    nodos.append(Nodo(_BORDE, "", len(texto), len(texto)))
    return nodos


def _join_tens(nodos: list[Nodo], fin: int, units: int) -> Nodo | None:
    """Take back "cuarenta y" before "cinco" and return 45; None where nothing was begun."""
    tens = nodos[-2]
    if tens.numero not in _TENS or not tens.forma.isalpha():
        return None
    del nodos[-2:]
    value = tens.numero + units
    return Nodo(ALFABETO.chars(number_concept("", value)), tens.forma, tens.inicio, fin, value)
