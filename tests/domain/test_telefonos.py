import phonenumbers
import pytest

from citas.domain.telefonos import e164


@pytest.mark.parametrize(
    ("raw", "pais", "phone"),
    [
        ("310 987 6543", "CO", "+573109876543"),
        ("+57 310 987 6543", "CO", "+573109876543"),
        ("+573109876543", "MX", "+573109876543"),
        ("573109876543", "CO", "+573109876543"),
        ("(+57) 310-987.6543", "CO", "+573109876543"),
        ("+ 57 (310) 987 6543", "CO", "+573109876543"),
        ("0057 310 987 6543", "CO", "+573109876543"),
        ("0034 600 000 001", "ES", "+34600000001"),
        ("\u202a+57\u00a0310\u00a09876543\u202c", "CO", "+573109876543"),
        ("310\u2011987\u20116543", "CO", "+573109876543"),
        ("602 555 1234", "CO", "+576025551234"),
        ("55 1234 5678", "MX", "+525512345678"),
        ("+52 1 55 1234 5678", "CO", "+525512345678"),
        ("5215512345678", "MX", "+525512345678"),
        ("+54 9 11 2345-6789", "CO", "+5491123456789"),
        ("11 15 2345 6789", "AR", "+5491123456789"),
        ("9 8765 4321", "CL", "+56987654321"),
        ("310 987 6543", "co", "+573109876543"),
    ],
)
def test_a_phone_is_understood_however_it_is_written(raw: str, pais: str, phone: str) -> None:
    assert e164(raw, pais) == phone


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "   ",
        "+",
        "()",
        "Mamá",
        "Juan 2",
        "123",
        "911",
        "12345",
        "6543210",
        "123456789012345",
        "123456789012345@lid",
        "573109876543@lid",
        "juan@correo.com",
        "300-FLORES1",
        "310 987 6543 ext. 12",
        "+57 12345",
        "+999 1234 5678",
        "00",
        "😀",
        "3109876543, 3001234567",
        "+57+573109876543",
    ],
)
def test_what_is_no_phone_has_none(raw: str) -> None:
    assert e164(raw, "CO") is None


def test_an_unknown_country_reads_only_international_numbers() -> None:
    assert e164("310 987 6543", "XX") is None
    assert e164("+57 310 987 6543", "XX") == "+573109876543"


def test_the_mobiles_of_every_country_are_phones_as_they_are_written_whole() -> None:
    for pais in phonenumbers.SUPPORTED_REGIONS:
        mobile = phonenumbers.example_number_for_type(pais, phonenumbers.PhoneNumberType.MOBILE)
        phone = mobile and phonenumbers.format_number(mobile, phonenumbers.PhoneNumberFormat.E164)
        assert phone is None or e164(phone, pais) == phone
