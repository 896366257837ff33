"""The privacy notice says all that the law and the mission ask of it."""

import re
from dataclasses import replace
from html import unescape

import pytest

from builders import a_tenant
from citas.domain.catalogo import Responsable
from citas.domain.mensajes import Consentimiento
from citas.domain.politicas import Politicas
from citas.language.escritos.privacidad import notice_html

RESPONSABLE = Responsable("Los Brothers S.A.S.", "Cali", "datos@losbrothers.com")
TENANT = a_tenant(Politicas(retencion_dias=45), responsable=RESPONSABLE)
ACEPTA = Consentimiento(
    1, acepta=True, texto_version="2026-1", nombre="Ana", cuando=0, dispositivo=None, origen="archivo"
)


def read(html: str) -> str:
    """Return the text that a person sees; every element must be closed by its own end."""
    stands: list[str] = []
    for end, tag in re.findall(r"<(/?)(\w+)", html.replace("<!doctype", "")):
        if end:
            assert stands.pop() == tag
        elif tag != "meta":
            stands.append(tag)
    assert not stands
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    "said",
    [
        "Aviso de privacidad de Barbería Los Brothers",
        "Responsable: Los Brothers S.A.S.",
        "Domicilio: Cali",
        "Correo: datos@losbrothers.com",
        "gestión de notificaciones para agenda",
        "independiente de WhatsApp y de Meta",
        "número de teléfono o el nombre",
        "El texto de los mensajes",
        "La fecha y la hora de cada mensaje",
        "La clave de la notificación",
        "Reservar, cambiar y cancelar citas",
        "se borran solos a los 45 días",
        "pedir que se borren",
        "Escribe a datos@losbrothers.com",
        "Ley 1581 de 2012",
        "autorizó de forma expresa",
        "(versión 2026-1)",
        "Ningún modelo de inteligencia artificial lee los mensajes",
    ],
)
def test_the_notice_says(said: str) -> None:
    assert said in read(notice_html(TENANT, ACEPTA, "reglas"))


@pytest.mark.parametrize("ia", ["llm", "hibrido"])
def test_a_model_and_its_provider_are_named_wherever_one_reads(ia: str) -> None:
    texto = read(notice_html(TENANT, ACEPTA, ia, "modelo-mini", "Proveedora Inc."))

    assert "modelo-mini, de Proveedora Inc." in texto
    assert "Ningún modelo" not in texto


def test_the_law_of_colombia_is_named_only_there() -> None:
    texto = read(notice_html(a_tenant(pais="CL"), ACEPTA, "reglas"))

    assert "1581" not in texto
    assert "autoridad de protección de datos de tu país" in texto


def test_without_a_responsable_the_business_answers_by_its_own_name() -> None:
    texto = read(notice_html(a_tenant(), ACEPTA, "reglas"))

    assert "Responsable: Barbería Los Brothers" in texto
    assert "Escribe por el mismo chat." in texto


@pytest.mark.parametrize("consentimiento", [None, replace(ACEPTA, version=2, acepta=False)])
def test_without_the_opt_in_it_says_that_nothing_is_read(consentimiento: Consentimiento | None) -> None:
    assert "ningún mensaje se procesa" in read(notice_html(TENANT, consentimiento, "reglas"))


def test_the_name_of_a_business_is_text_and_never_markup() -> None:
    html = notice_html(a_tenant(nombre="<script>alert('x')</script> & Cía"), ACEPTA, "reglas")

    assert "<script>" not in html
    assert "<script>alert('x')</script> & Cía" in read(html)
