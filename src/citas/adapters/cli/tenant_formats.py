"""Texts of a tenant file that have a form of their own: zones, countries, phones, addresses, numbers."""

import re
from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

import holidays
import phonenumbers

from citas.adapters.cli.tenant_fields import Campo, Read, nearest, scalar, text
from citas.adapters.cli.tenant_nodes import Texto

_DOOR = re.compile(r"\s+#\s*[0-9]+\s*[A-Za-z]*\s*[-–]\s*[0-9][^#]*")


def matching(pattern: str, que: str, remedio: str) -> Read[str]:
    """Make a reader of texts that match; `que` says what a text that does not is not."""

    def read(campo: Campo) -> str | None:
        value = text(campo)
        if value is None or re.fullmatch(pattern, value):
            return value
        campo.reject(f"«{value}» {que}", remedio)
        return None

    return read


correo = matching(r"[^@\s]+@[^@\s]+\.[^@\s]+", "no es un correo", "escríbalo como info@negocio.com")
version = matching(
    r"[0-9]{1,9}(\.[0-9]{1,9})?", "no es un número de versión", 'escriba "1", y luego uno más alto cada vez'
)
budget = matching(
    r"[0-9]{1,7}(\.[0-9]{1,2})?", "no es una suma", "escríbala en dólares, como 5 o 7.50; 0 es sin límite"
)
meta_id = matching(r"\S{1,64}", "no es un identificador de Meta", "cópielo del panel, sin espacios")
variable = matching(
    r"[A-Z][A-Z0-9_]{0,99}",
    "no es el nombre de una variable de entorno",
    "escriba algo como CITAS_CLOUD_TOKEN_MINEGOCIO y ponga la clave en el entorno, no aquí",
)


@cache
def _zonas() -> frozenset[str]:
    return frozenset(name for name in available_timezones() if "/" in name or name == "UTC")


def zona(campo: Campo) -> str | None:
    """Read the name of an IANA time zone."""
    value = scalar(campo)
    if value is None or value in _zonas():
        return value
    close = nearest(value, _zonas())
    campo.reject(
        f"la zona «{value}» no existe",
        f"¿quiso decir «{close}»?" if close else "escriba una de la lista de IANA, como America/Bogota",
    )
    return None


@cache
def _paises() -> frozenset[str]:
    known = {code for code in holidays.list_supported_countries() if len(code) == 2}  # noqa: PLR2004 — ISO 3166
    return frozenset(known & phonenumbers.SUPPORTED_REGIONS)


def pais(campo: Campo) -> str | None:
    """Read the ISO code of a country whose holidays are known."""
    value = scalar(campo)
    if value is None or value.upper() in _paises():
        return value.upper() if value else None
    campo.reject(
        f"«{value}» no es un país del que se conozcan los feriados",
        "escriba su código ISO de dos letras: CO, MX, AR, CL, PE, ES…",
    )
    return None


def telefono(pais_iso: str | None) -> Read[str]:
    """Make a reader of phones, written in any way; gives E.164."""

    def read(campo: Campo) -> str | None:
        value = text(campo)
        number = _number(value, pais_iso) if value else None
        if value and number is None:
            campo.reject(
                f"«{value}» no es un teléfono", 'escríbalo con indicativo y entre comillas: "+57 3001234567"'
            )
        return number

    return read


def _number(value: str, pais_iso: str | None) -> str | None:
    try:
        number = phonenumbers.parse(value, pais_iso)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def direccion(campo: Campo) -> str | None:
    """Read an address. In «Calle 123 # 45-67» YAML would take the number for a remark: here it is the door's."""
    nodo = campo.nodo
    door = _DOOR.match(nodo.cola) if isinstance(nodo, Texto) else None
    if isinstance(nodo, Texto) and door:
        return text(replace(campo, nodo=replace(nodo, texto=nodo.texto + door.group())))
    return text(campo)
