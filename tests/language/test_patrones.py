"""The notation of patterns, and the index of those worth trying."""

import pytest

from citas.language.lectura.nodos import simbolos
from citas.language.lectura.texto import read
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.motor.indice import Indice
from citas.language.motor.patrones import compile_pattern
from citas.language.tiempo import reglas_fecha, reglas_hora, reglas_rango

BEGINNINGS = (
    ("a? las n12", "nos vemos las 3"),
    ("( a | hasta )? las n12", "hasta las 3"),
    ("( a? ( las | la )? )* n12", "mañana 3"),
    ("<-las n12", "las 3"),
    ("!-la n12", "a las 3"),
    ("( a la | las ) n12", "a las 3"),
    (".. n12", "a las 3"),
    ("( a | .. ) n12", "nos vemos 3"),
    ("->las/la las n12", "a las 3"),
)


@pytest.mark.parametrize(("pattern", "texto"), BEGINNINGS)
def test_a_pattern_is_found_however_it_begins(pattern: str, texto: str) -> None:
    assert compile_pattern(pattern, ALFABETO).regex.search(simbolos(read(texto)))


def test_a_pattern_is_tried_only_where_all_that_it_needs_is_said() -> None:
    patterns = ("las n12", "n12 de la tarde", "a? las?", "( mediodia | las ) n12", "a las n12 de la noche")
    indice = Indice([compile_pattern(pattern, ALFABETO) for pattern in patterns])

    assert indice.candidates(simbolos(read("a las 3 de la tarde"))) == [0, 1, 2, 3]
    assert indice.candidates(simbolos(read("hola"))) == [2]
    assert Indice([]).candidates(simbolos(read("hola"))) == []


def test_no_rule_matches_between_words() -> None:
    text = simbolos(read("hola, a las 3 y media de la tarde del lunes o el 5 de mayo de 9 a 11"))

    for regla in (*reglas_fecha.DIAS, *reglas_hora.HORAS, *reglas_rango.RANGOS):
        assert all(match[0] for match in regla.patron.regex.finditer(text)), regla.nombre
