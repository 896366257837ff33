"""A yes that something leaves open is none: it would book, move or cancel what nobody agreed to."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from citas.domain.catalogo import Tenant
from citas.language.rules import understand

CORPUS = Path(__file__).parent.parent / "corpus"
DUDOSOS, FRESCOS = CORPUS / "sies_dudosos.jsonl", CORPUS / "sies_frescos.jsonl"


def test_no_line_of_the_doubtful_ones_says_yes(negocios: dict[str, Tenant]) -> None:
    taken = []
    for text in DUDOSOS.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        tenant = negocios[line["tenant"]]
        ahora = datetime.fromisoformat(line["ahora"]).astimezone(tenant.zona)
        if understand(line["mensaje"], tenant, ahora).si:
            taken.append(line["mensaje"])

    assert taken == []


def _says_yes(texto: str, tenant: Tenant) -> bool:
    return understand(texto, tenant, datetime(2026, 8, 24, 9, tzinfo=tenant.zona)).si


@pytest.mark.parametrize(
    "texto", ["sí, Mateo corta bien", "sí, Mateo corta muy bien", "listo, Mateo afeita bien"]
)
def test_praise_of_who_works_there_takes_nothing(texto: str, negocios: dict[str, Tenant]) -> None:
    assert not _says_yes(texto, negocios["barberia"])


@pytest.mark.parametrize("texto", ["sí ajá", "sí, ajá", "sí, ajá, cómo no", "ajá, cómo no"])
def test_a_yes_that_mocks_takes_nothing(texto: str, negocios: dict[str, Tenant]) -> None:
    assert not _says_yes(texto, negocios["barberia"])


@pytest.mark.parametrize(
    "texto",
    ["sí, con Mateo", "sí, Mateo corte a las 4", "ajá", "ajá, sí", "cómo no, con gusto", "listo, voy"],
)
def test_a_yes_with_pieces_of_what_was_offered_is_one(texto: str, negocios: dict[str, Tenant]) -> None:
    assert _says_yes(texto, negocios["barberia"])


def test_a_yes_that_ends_in_what_is_no_good_is_none(negocios: dict[str, Tenant]) -> None:
    assert not _says_yes("listo, qué va", negocios["barberia"])
    assert _says_yes("dale que va", negocios["barberia"])


def test_a_yes_of_another_land_is_one_and_what_is_almost_one_is_none(negocios: dict[str, Tenant]) -> None:
    wrong = []
    for text in FRESCOS.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        tenant = negocios[line["tenant"]]
        ahora = datetime.fromisoformat(line["ahora"]).astimezone(tenant.zona)
        if understand(line["mensaje"], tenant, ahora).si != line["espera"].get("si", False):
            wrong.append(line["mensaje"])

    assert wrong == []


@pytest.mark.parametrize(
    "texto", ["perdón, estaba manejando, sí", "sí, disculpa la demora", "no había visto el mensaje, dale"]
)
def test_an_excuse_for_the_silence_leaves_a_yes_as_it_is(texto: str, negocios: dict[str, Tenant]) -> None:
    assert _says_yes(texto, negocios["barberia"])


@pytest.mark.parametrize(
    "texto",
    ["estaba viendo otras opciones, sí", "estaba ocupado, sí", "perdón, estaba manejando", "sí, perdón, no"],
)
def test_what_explains_more_than_a_silence_leaves_it_open(texto: str, negocios: dict[str, Tenant]) -> None:
    assert not _says_yes(texto, negocios["barberia"])


@pytest.mark.parametrize(
    "texto", ["jaja ok gracias", "ok, gracias jajaja", "jajaja listo, gracias", "jeje, bueno"]
)
def test_who_laughs_and_gives_thanks_has_taken_nothing(texto: str, negocios: dict[str, Tenant]) -> None:
    assert not _says_yes(texto, negocios["barberia"])


@pytest.mark.parametrize("texto", ["ok gracias", "jaja sí", "jajaja dale, gracias", "jaja listo"])
def test_a_laugh_takes_nothing_from_a_plain_yes(texto: str, negocios: dict[str, Tenant]) -> None:
    assert _says_yes(texto, negocios["barberia"])


def test_one_who_wants_to_move_it_agrees_only_to_that(negocios: dict[str, Tenant]) -> None:
    ahora = datetime(2026, 8, 24, 9, tzinfo=negocios["barberia"].zona)

    entendido = understand("sí, la quiero mover", negocios["barberia"], ahora)

    assert not entendido.si
    assert "orden_cambiar" in entendido.entidades
