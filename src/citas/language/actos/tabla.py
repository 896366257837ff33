"""What is done with words: the acts found over the nodes, after days, hours and names are folded."""

from citas.language.actos.consultas import CONSULTAS
from citas.language.actos.cuento import CUENTOS
from citas.language.actos.deseo import AGENDAR, CAMBIAR, CANCELAR
from citas.language.actos.trato import TRATO
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.motor.indice import Indice
from citas.language.motor.patrones import Patron, compile_pattern


def _compile(*tables: tuple[tuple[str, str], ...]) -> tuple[tuple[str, Patron], ...]:
    return tuple((name, compile_pattern(pattern, ALFABETO)) for table in tables for name, pattern in table)


_ACTOS = _compile(AGENDAR, CAMBIAR, CANCELAR, CONSULTAS, CUENTOS, TRATO)


_INDICE = Indice([patron for _, patron in _ACTOS])


Actos = dict[str, list[tuple[int, int]]]


def find_acts(text: str) -> Actos:
    """Find every act in the symbols of a text, with where it stands."""
    acts: Actos = {}
    for index in _INDICE.candidates(text):
        name, patron = _ACTOS[index]
        match = patron.regex.search(text)
        while match and match[0]:  # most find nothing, and a search that does costs less than an iterator
            acts.setdefault(name, []).append(match.span())
            match = patron.regex.search(text, match.end())
    return acts
