"""From bytes and queries to typed values, or an InputError that names the field, in Spanish."""

from collections.abc import Callable
from typing import Final, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from citas.domain.errors import InputError

T = TypeVar("T")

CUERPO: Final = "cuerpo"

_DETAILS: Final = {
    "json_invalid": "no es JSON válido en UTF-8",
    "model_type": "debe ser un objeto",
    "missing": "falta",
    "string_type": "debe ser texto",
    "string_too_short": "tiene menos de {min_length} caracteres",
    "string_too_long": "tiene más de {max_length} caracteres",
    "string_pattern_mismatch": "no tiene la forma que pide el contrato",
    "bool_type": "debe ser true o false",
    "int_type": "debe ser un número entero",
    "greater_than_equal": "debe ser al menos {ge}",
    "less_than_equal": "debe ser a lo más {le}",
    "list_type": "debe ser una lista",
    "too_short": "tiene menos de {min_length} elementos",
    "too_long": "tiene más de {max_length} elementos",
    "literal_error": "debe ser {expected}",
    "value_error": "{error}",
}


def read(adapter: TypeAdapter[T], raw: bytes) -> T:
    """Read a body. Raises InputError: the first field that cannot be."""
    try:
        return adapter.validate_json(raw)
    except ValidationError as invalid:
        raise refusal(invalid) from None


def refusal(invalid: ValidationError) -> InputError:
    """Return the error that names the first field in fault."""
    first = invalid.errors(include_url=False, include_input=False)[0]
    return InputError(".".join(map(str, first["loc"])) or CUERPO, _detail(first))


def _detail(error: ErrorDetails) -> str:
    pattern = _DETAILS.get(error["type"], "no es válido")
    return pattern.format(**error.get("ctx", {}))


class Query:
    """The parameters of a query string."""

    def __init__(self, values: dict[str, list[str]]) -> None:
        self._values = values

    def many(self, campo: str) -> tuple[str, ...]:
        """Return every value of a parameter that repeats."""
        return tuple(self._values.get(campo, ()))

    def one(self, campo: str, parse: Callable[[str], T]) -> T:
        """Return a parameter that must be there. Raises InputError."""
        value = self.maybe(campo, parse)
        if value is None:
            raise InputError(campo, "falta")
        return value

    def maybe(self, campo: str, parse: Callable[[str], T]) -> T | None:
        """Return a parameter that may be absent. Raises InputError where it is given twice or unreadable."""
        match self._values.get(campo):
            case None:
                return None
            case [text]:
                return parsed(campo, text, parse)
            case _:
                raise InputError(campo, "se dio más de una vez")


def parsed(campo: str, text: str, parse: Callable[[str], T]) -> T:
    """Read one value. Raises InputError."""
    try:
        return parse(text)
    except ValueError as invalid:
        raise InputError(campo, str(invalid)) from None
