"""From a text to the row of nodes that the rules read."""

from functools import lru_cache
from itertools import islice

from citas.language.lectura.nodos import Nodo, new_nodo
from citas.language.lexico.alfabeto import (
    ALFABETO,
    DESCONOCIDA,
    PEGADAS,
    number_concept,
    other,
    stressed,
    word,
)
from citas.language.motor.tokens import tokens

# The longest text that a person writes has fewer; what only looks long costs no more.
_MOST_TOKENS = 360
_TEN = 10
_TENS = frozenset(range(20, 100, 10))
_LEAST_OF_TEN = 6
_THOUSANDS, _THOUSAND = 2, 1000
_STRESS = frozenset("éóÉÓ")
_UNKNOWN = ALFABETO.chars(DESCONOCIDA)
_OF_HOURS = ALFABETO.symbols("las/la")
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
        if simbolo == _UNKNOWN and forma in PEGADAS:
            nodos += _split(forma, inicio)
            continue
        if texto[fin - 1] in _STRESS:
            simbolo = stressed(simbolo, nodos[-1].simbolo)
        joined = _joined(nodos, fin, numero) if numero > 0 and clase == "palabra" else None
        if joined:
            nodos.append(joined)
            continue
        nodos.append(new_nodo((simbolo, forma, inicio, fin, numero, None)))
    nodos.append(Nodo(_BORDE, "", len(texto), len(texto)))
    return nodos


def _split(forma: str, inicio: int) -> list[Nodo]:
    """Part "elviernes" into its two words."""
    first, last = PEGADAS[forma]
    middle, fin = inicio + len(first), inicio + len(forma)
    halves = ((first, inicio, middle), (last, middle, fin))
    return [Nodo(word(half)[0], half, begin, end, word(half)[1]) for half, begin, end in halves]


def _joined(nodos: list[Nodo], fin: int, numero: int) -> Nodo | None:
    """Take back the words of a number that goes on with this one, and return it whole; None where none does."""
    if numero < _TEN and nodos[-1].forma == "y":
        return _join_tens(nodos, fin, numero)
    if nodos[-1].forma != "mil" or nodos[-2].numero != _THOUSANDS:
        return None
    thousands = nodos[-2]
    del nodos[-2:]
    return _year(thousands, fin, numero)


def _year(thousands: Nodo, fin: int, units: int) -> Nodo:
    """Read "dos mil veintiséis" as a year."""
    value = thousands.numero * _THOUSAND + units
    return Nodo(ALFABETO.chars(number_concept("", value)), thousands.forma, thousands.inicio, fin, value)


def _is_teen(nodos: list[Nodo], units: int) -> bool:
    """Tell "diez y ocho", which is 18, from "a las diez y ocho"."""
    return nodos[-2].numero == _TEN and units >= _LEAST_OF_TEN and nodos[-3].simbolo not in _OF_HOURS


def _join_tens(nodos: list[Nodo], fin: int, units: int) -> Nodo | None:
    """Take back "cuarenta y" before "cinco" and return 45; None where nothing was begun."""
    tens = nodos[-2]
    if not tens.forma.isalpha() or not (tens.numero % _THOUSAND in _TENS or _is_teen(nodos, units)):
        return None
    del nodos[-2:]
    value = tens.numero + units
    return Nodo(ALFABETO.chars(number_concept("", value)), tens.forma, tens.inicio, fin, value)
