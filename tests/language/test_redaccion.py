"""Nothing that names or reaches a person leaves; what says when and what for stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citas.language.candado.redaccion import plain, redact


@pytest.mark.parametrize(
    ("texto", "sale"),
    [
        ("mi cel es 310 987 6543", "mi cel es [TELEFONO]"),
        ("al +57 (310) 987-6543 porfa", "al [TELEFONO] porfa"),
        ("(300 123 4567)", "[TELEFONO]"),
        ("ana@example.com o ana.ruiz+citas@correo.example.co", "[CORREO] o [CORREO]"),
        ("mira https://fotos.example/yo?x=1", "mira [ENLACE]"),
        ("tarjeta 4111 1111 1111 1111", "tarjeta [TARJETA]"),
        ("ES91 2100 0418 4502 0005 1332", "[IBAN]"),
        ("dni 12345678Z y nie X1234567L", "dni [DOCUMENTO] y nie [DOCUMENTO]"),
        ("cédula 1.098.765.432", "cédula [TELEFONO]"),
        ("código 481516", "código [NUMERO]"),
        ("hola, soy Carolina Pérez y quiero cita", "hola, soy [NOMBRE] y quiero cita"),
        ("me llamo ana maría", "me llamo [NOMBRE]"),
        ("a nombre de pedro para mañana", "a nombre de [NOMBRE] para mañana"),
        ("es para mi hija Valentina", "es para mi hija [NOMBRE]"),
    ],
)
def test_personal_data_becomes_a_mark(texto: str, sale: str) -> None:
    assert redact(texto) == sale


@pytest.mark.parametrize(
    "texto",
    [
        "un corte el 30/08/2025 a las 15:30",
        "el 2025/08/30 de 8:00 a 12:00",
        "el viernes 12 a las 3 y media, o el 13",
        "soy el de la cita de ayer",
        "mejor de 10 a 11",
        "¿vale 20.000?",
    ],
)
def test_days_hours_and_prices_stay(texto: str) -> None:
    assert redact(texto) == texto


def test_what_the_house_knows_of_whoever_writes_goes_however_it_is_written() -> None:
    sale = redact("JOSÉ quiere cita, 3 1 0-9876543", ("José de la Torre",), ("+573109876543",))

    assert sale == "[NOMBRE] quiere cita, [TELEFONO]"


def test_what_nobody_sees_does_not_leave() -> None:
    assert plain("co\u200brte\u202e ma\u00f1ana\u0000") == "corte mañana"


@given(st.text(max_size=300))
def test_no_long_number_and_no_address_is_left_in_any_text(texto: str) -> None:
    sale = redact(f"{texto} 3109876543 yo@correo.example")

    assert "3109876543" not in sale
    assert "@correo" not in sale
