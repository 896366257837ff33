"""Set phrases: what their notation means, and that a person can add a line without hiding another."""

import pytest

from citas.language.motor.tokens import fold
from citas.language.trato.dichos import CLASES, dichos, phrases


def _said(texto: str) -> set[str]:
    return set(dichos(texto))


def test_a_phrase_is_all_its_ways_to_be_said() -> None:
    ways = {" ".join(words) for words, _, _ in phrases(("no se? diga/hable mas | hecho $",))}

    assert ways == {"no se diga mas", "no se hable mas", "no diga mas", "no hable mas", "hecho"}


def test_a_phrase_keeps_the_sign_before_it_and_the_one_after() -> None:
    signs = [(opening, closing) for _, opening, closing in phrases(("^ voy . | hecho $ | trato hecho",))]

    assert signs == [("^", "."), ("", "$"), ("", "")]


def test_a_phrase_is_found_where_it_stands_in_the_text() -> None:
    texto = "¡Ándele, no se diga más!"

    ((start, end),) = dichos(texto)["si"]

    assert texto[start:end] == "no se diga más"


@pytest.mark.parametrize("texto", ["voy", "listo, voy", "¡Voy!", "voy, y gracias"])
def test_a_phrase_of_a_clause_stands_between_its_borders(texto: str) -> None:
    assert _said(texto) == {"si"}


@pytest.mark.parametrize("texto", ["ya no voy", "voy tarde", "hecho eso", "hecho, mejor no"])
def test_a_phrase_does_not_stand_where_its_signs_forbid(texto: str) -> None:
    assert _said(texto) == set()


def test_a_comma_parts_what_agrees_but_not_what_refuses() -> None:
    assert _said("dale que va") == {"si"}
    assert _said("dale, qué va") == {"no"}
    assert _said("paso, gracias") == _said("paso gracias") == {"no"}
    assert _said("¿a qué hora paso? gracias") == set()


def test_the_longest_phrase_is_the_one_that_is_said() -> None:
    assert _said("por ahí") == {"duda"}
    assert _said("por ahí llego") == {"si"}
    assert _said("no me late") == {"no"}


def test_a_long_text_is_no_answer_though_it_can_leave_it_open() -> None:
    story = "resulta que ayer hablé con mi hermana de la fiesta de su hija y del vestido que le van a coser para entonces, y ni hablar, "

    assert _said(story + "trato hecho") == set()
    assert _said(story + "a lo mejor") == {"duda"}


@pytest.mark.parametrize("clase", sorted(CLASES))
def test_each_phrase_says_by_itself_what_it_is_listed_under(clase: str) -> None:
    hidden = [
        " ".join(words) for words, _, _ in phrases(CLASES[clase]) if clase not in _said(" ".join(words))
    ]

    assert hidden == []


def test_what_agrees_is_nowhere_a_refusal() -> None:
    # "Como que no" at the end is both, and the doubt wins.
    agreeing = {words for words, _, _ in phrases(CLASES["si"])}
    refusing = {words for clase in ("no", "dejar") for words, _, _ in phrases(CLASES[clase])}

    assert agreeing & refusing == set()


def test_the_phrases_are_written_as_a_folded_text_reads() -> None:
    words = {word for lines in CLASES.values() for ways, _, _ in phrases(lines) for word in ways}

    assert {word for word in words if not word.isalnum() or fold(word) != word} == set()


@pytest.mark.parametrize("texto", ["voy gracias", "voy por favor", "dele jefe"])
def test_thanks_and_who_is_spoken_to_end_a_clause_as_a_comma_does(texto: str) -> None:
    assert "si" in _said(texto)
    assert _said("dele por la tarde") == set()
