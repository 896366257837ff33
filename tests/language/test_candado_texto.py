"""The lock on wording: courteous words around marks, and nothing that the house did not put there."""

from dataclasses import replace
from datetime import date

import pytest

from builders import a_cita, a_tenant, at
from citas.domain.citas import Hueco
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz
from citas.domain.deseos import Consulta, Deseo, Intencion
from citas.language.candado.contratos import Redaccion, Situacion
from citas.language.candado.situaciones import Frase, filled, sentence_of
from citas.language.candado.texto import flaw
from citas.language.replies import word

TENANT = a_tenant()
HOY = date(2025, 8, 25)
CITA = a_cita("2025/08/29 10:00")
HUECO = Hueco(at("2025/08/29 10:00"), at("2025/08/29 10:45"), CITA.recurso_id, CITA.servicios_id)
PROPUESTA = Desenlace(Intencion.AGENDAR, Estado.PROPUESTA, alternativas=(HUECO,))
CREADA = Desenlace(Intencion.AGENDAR, Estado.CONFIRMADA, cita=CITA)
SIN_DIA = Desenlace(
    Intencion.AGENDAR, Estado.ACLARACION, faltan=(Falta.FECHA,), deseo=Deseo(Intencion.AGENDAR)
)
MARCAS = ("servicio", "fecha", "hora")
BASE = "Hay lugar {{fecha}} a {{hora}} para {{servicio}}."


def frase_of(desenlace: Desenlace) -> Frase:
    frase = sentence_of(desenlace, TENANT, HOY, word(desenlace, TENANT, HOY))
    assert frase is not None
    return frase


def said(desenlace: Desenlace, texto: str) -> str | None:
    frase = frase_of(desenlace)
    return filled(frase, Redaccion(frase.encargo.situacion, texto))


def test_the_facts_go_into_their_places_and_the_other_lines_stay() -> None:
    assert said(PROPUESTA, "¡Claro que sí! Tenemos {{servicio}} {{fecha}} a {{hora}}, ¿te sirve?") == (
        "¡Claro que sí! Tenemos corte cabello con Andrés el viernes 29 de agosto a las 10:00 a. m., ¿te sirve?\n"
        "Aún no queda reservada: responde sí para confirmarla."
    )


def test_a_cita_that_is_booked_may_be_told_as_booked() -> None:
    worded = said(CREADA, "¡Listo! Quedó confirmada: {{servicio}}, {{fecha}} a {{hora}}.")

    assert worded is not None
    assert worded.splitlines()[0].startswith(
        "¡Listo! Quedó confirmada: corte cabello con Andrés, el viernes 29"
    )


def test_a_question_stays_a_question() -> None:
    assert said(SIN_DIA, "¿Qué día prefieres?")
    assert said(SIN_DIA, "Dime qué día prefieres.") is None


@pytest.mark.parametrize(
    "texto",
    [
        "Tenemos {{servicio}} {{fecha}}.",
        "{{servicio}} {{fecha}} {{hora}} {{hora}}",
        "{{servicio}} {{fecha}} {{hora}} {{precio}}",
        "{servicio} {{fecha}} {{hora}}",
        "{{servicio}} {{fecha}} {{hora}}, a las 3",
        "{{servicio}} {{fecha}} {{hora}}, vale 20.000",
        "{{servicio}} {{fecha}} {{hora}} en www.otro.example",
        "{{servicio}} {{fecha}} {{hora}} @negocio",
        "{{servicio}} {{fecha}} {{hora}} $",
        "{{servicio}} {{fecha}} {{hora}}, queda confirmada",
        "{{servicio}} {{fecha}} {{hora}}, te esperamos",
        "{{servicio}} {{fecha}} {{hora}}, ya la reservé",
        "{{servicio}} {{fecha}} {{hora}} no se puede",
        "{{servicio}} {{fecha}} {{hora}} o el martes",
        "{{servicio}} {{fecha}} {{hora}}, o mejor a las tres",
        "{{servicio}} {{fecha}} {{hora}}, gratis",
        "{{servicio}} {{fecha}} {{hora}} con Camilo",
        "{{servicio}} {{fecha}} {{hora}} 😀",
        "{{servicio}} {{fecha}} {{hora}} " + "muy " * 200,
        "",
    ],
)
def test_what_code_did_not_put_there_sends_it_back_to_the_template(texto: str) -> None:
    assert flaw(texto, Situacion.CONFIRMAR_PROPUESTA, MARCAS, BASE) is not None
    assert said(PROPUESTA, texto) is None


def test_a_claim_of_another_situation_is_refused() -> None:
    assert said(CREADA, "Quedó cancelada: {{servicio}}, {{fecha}} a {{hora}}.") is None
    assert said(CREADA, "Te gustaría {{servicio}}, {{fecha}} a {{hora}}.") is None


def test_another_situation_than_the_one_asked_for_is_refused() -> None:
    frase = frase_of(PROPUESTA)

    assert filled(frase, Redaccion(Situacion.CITA_CREADA, BASE)) is None


@pytest.mark.parametrize(
    "desenlace",
    [
        replace(PROPUESTA, matiz=Matiz.CONVENCION),
        replace(PROPUESTA, consultas=(Consulta.PRECIO,)),
        replace(PROPUESTA, otro_deseo=Deseo(Intencion.CANCELAR)),
        Desenlace(Intencion.OTRO, Estado.INFORMADA),
        Desenlace(Intencion.AGENDAR, Estado.CONFIRMADA, citas=(CITA, CITA)),
    ],
)
def test_what_says_more_than_one_plain_thing_keeps_the_houses_words(desenlace: Desenlace) -> None:
    assert sentence_of(desenlace, TENANT, HOY, word(desenlace, TENANT, HOY)) is None


def test_a_tenant_whose_own_words_look_like_marks_keeps_the_houses_words() -> None:
    assert sentence_of(PROPUESTA, TENANT, HOY, "Hay lugar {{fecha}}") is None
