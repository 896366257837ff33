"""Phones as people write them, and as they are stored: E.164."""

import re
from functools import lru_cache

import phonenumbers

# Marks that Android and WhatsApp put around a number so that it reads left to right.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202c\u2066\u2069\ufeff"))
# Letters are refused: the library would dial them ("300-FLORES").
_WRITTEN = re.compile(r"\+?[\d\s().\-/\u2010-\u2015\u2212]+")
# WhatsApp still shows the 1 of Mexican mobiles, which left the numbers in 2019.
_MEXICAN_MOBILE = re.compile(r"\+521(\d{10})")


@lru_cache(maxsize=8192)
def e164(raw: str, pais: str) -> str | None:
    """Return the phone that `raw` spells for someone in `pais` (ISO 3166 alpha-2), in E.164.

    None for what is no phone: a LID, a word, a short code, a number that cannot be.
    """
    text = raw.translate(_INVISIBLE).strip()
    text = "+" + text[2:].lstrip() if text.startswith("(+") else text
    if not _WRITTEN.fullmatch(text.replace("+ ", "+", 1)):
        return None
    if text.startswith("00"):
        # Colombia's own prefix is 00 and a carrier's digit, and would eat the country code.
        return _parsed("+" + text[2:], pais) or _parsed(text, pais)
    return _parsed(text, pais)


def _parsed(text: str, pais: str) -> str | None:
    whole = _whole(text, pais)
    if whole is not None:
        return whole
    try:
        number = phonenumbers.parse(text, pais.upper())
    except phonenumbers.NumberParseException:
        return None
    phone = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if _MEXICAN_MOBILE.fullmatch(phone):
        return _MEXICAN_MOBILE.sub(r"+52\1", phone)
    plausible = text.startswith("+") and _has_a_length(number)
    return phone if plausible or phonenumbers.is_valid_number(number) else None


def _whole(text: str, pais: str) -> str | None:
    """Return a number of the country itself that was written whole: its pattern tells, without a parse.

    A 0 or a 1 behind the country's code may be no part of the number: None leaves that to the parse.
    """
    phone = "+" + "".join(filter(str.isdigit, text))
    code = phonenumbers.country_code_for_region(pais.upper())
    national = phone.removeprefix(f"+{code}")
    if not (text.startswith("+") and phone.isascii()) or national == phone or national.startswith(("0", "1")):
        return None
    if _is_mobile(national, pais.upper()):
        return phone
    number = phonenumbers.PhoneNumber(country_code=code, national_number=int(national or 0))
    return phone if phonenumbers.is_valid_number_for_region(number, pais.upper()) else None


def _is_mobile(national: str, pais: str) -> bool:
    """Tell whether it is a mobile of the country, as most are: the library asks after nine other kinds first."""
    known = phonenumbers.PhoneMetadata.metadata_for_region(pais)
    return known is not None and _is_of(national, known.general_desc) and _is_of(national, known.mobile)


def _is_of(national: str, kind: phonenumbers.PhoneNumberDesc | None) -> bool:
    if kind is None or kind.national_number_pattern is None:
        return False
    if kind.possible_length and len(national) not in kind.possible_length:
        return False
    return re.fullmatch(kind.national_number_pattern, national) is not None


def _has_a_length(number: phonenumbers.PhoneNumber) -> bool:
    """Tell whether a number with its country code may be one of a range too new for the library."""
    return phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
