"""What a field says is kept in the customer's words, and comes back as it was."""

from datetime import date

import bson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_cita, a_tenant, excepcion, hex_id
from citas.adapters.stores.mongo.database import CODEC
from citas.adapters.stores.mongo.documents import CODECS
from citas.adapters.stores.mongo.tenants import recursos_raw, servicios_raw, tenant_of, tenant_raw
from citas.adapters.stores.mongo.values import kept, oid
from citas.application.ports import Document
from citas.domain.catalogo import Tenant
from citas.domain.citas import Bloqueo, Cita
from citas.domain.conversacion import Conversacion, Oferta
from citas.domain.deseos import Deseo, Dias, Horas, Intencion, ProblemaDia, Referencia
from citas.domain.mensajes import Espera, Mensaje, Salida

TENANT = hex_id(0x7E)


def there_and_back(document: Document) -> Document:
    """Through the codec and the bytes of the database."""
    codec = CODECS[type(document)]
    body, _ = codec.body(document, a_tenant().zona)
    raw = bson.decode(bson.encode({**codec.where(TENANT, document.id), **body}), CODEC)
    found: Document = codec.decode(raw)
    return found


def test_a_piece_that_was_not_said_comes_back_unsaid() -> None:
    tarde = Horas(desde=None, hasta=None, texto="por la tarde", parte="tarde")
    desde_el_lunes = Dias(desde=None, hasta=None, texto="30 de febrero", problema=ProblemaDia.IMPOSIBLE)
    deseo = Deseo(
        Intencion.CAMBIAR, dias=(desde_el_lunes,), horas=(tarde,), referencia=Referencia(horas=(tarde,))
    )
    chat = Conversacion(
        "c", 1, deseo=deseo, oferta=Oferta(Intencion.CAMBIAR, "m", 1, 2, hex_id(3), "Ana", deseo)
    )

    assert there_and_back(chat) == chat


@pytest.mark.parametrize("conversacion", [hex_id(1), "a" * 24, "", "x\n#2"])
def test_what_a_phone_calls_a_chat_stays_a_text_even_if_it_looks_like_an_id(conversacion: str) -> None:
    chat = Conversacion(conversacion, 1)

    assert CODECS[Conversacion].where(TENANT, conversacion)["_id"]["id"] == conversacion
    assert there_and_back(chat) == chat


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | texts
instants = st.integers(-(10**9), 10**11)
places = st.sampled_from([hex_id(1), hex_id(2), "x"])
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
horas = st.builds(
    Horas, desde=st.none() | st.integers(0, 1440), hasta=st.none() | st.integers(0, 1440), texto=texts
)
dias = st.builds(Dias, desde=st.none() | days, hasta=st.none() | days, texto=texts)
deseos = st.builds(
    Deseo,
    st.sampled_from(Intencion),
    dias=st.lists(dias, max_size=2).map(tuple),
    horas=st.lists(horas, max_size=2).map(tuple),
    referencia=st.builds(Referencia, salvo_dias=st.lists(dias, max_size=1).map(tuple)),
    desplaza_minutos=st.none() | st.integers(-9999, 9999),
)
documents = st.one_of(
    st.builds(Conversacion, id=texts, version=st.integers(1, 9), deseo=st.none() | deseos, pendiente=st.none() | deseos),
    st.builds(Mensaje, id=texts, version=st.just(1), message_id=texts, conversacion=texts, timestamp=instants, recibido=instants),
    st.builds(Salida, id=places, version=st.just(1), creada=instants, caduca=instants, libre_en=instants, dispositivo_id=st.none() | places, borrar_en=st.none() | instants),
    st.builds(Espera, id=places, version=st.just(1), cliente_id=places, deseo=deseos, desde=instants, hasta=instants, creada=instants, recursos_id=st.lists(places, max_size=2).map(tuple), borrar_en=st.none() | instants),
)  # fmt: skip  # packed, to be read at a glance


@given(documents)
def test_every_document_comes_back_as_it_was(document: Document) -> None:
    assert there_and_back(document) == document


def test_what_claims_time_comes_back_with_its_atoms() -> None:
    for document in (
        a_cita(),
        a_cita(estado="cancelada"),
        Bloqueo(hex_id(1), 1, "x", 0, 300, a_cita().slots),
    ):
        assert there_and_back(document) == document
    assert CODECS[Cita].collection == CODECS[Bloqueo].collection


def test_a_business_comes_back_with_all_that_its_file_says() -> None:
    tenant: Tenant = a_tenant(
        excepciones=(excepcion("2025/12/24", "08:00-24:00"), excepcion("2025/12/30-2026/01/02"))
    )

    raw = tenant_raw(tenant)

    assert raw["excepciones"][0]["horarios"] == ["08:00-24:00"]
    assert raw["horarios"]["sabado"] == ["09:00-14:00"]
    assert tenant_of(raw, servicios_raw(tenant), recursos_raw(tenant)) == tenant


def test_only_24_lower_case_hexadecimal_digits_are_an_object_id() -> None:
    for text in ("A" * 24, "a" * 23, "a" * 25, "g" * 24, ""):
        assert oid(text) == text
    assert str(oid("a" * 24)) == "a" * 24
    assert kept(str).into("a" * 24) == "a" * 24
