"""The contract's formats on the way in: dates, hours, ids, instants; each refuses in Spanish."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, JsonValue, WithJsonSchema

# Years outside overflow calendars and zones somewhere; nobody books in them.
FECHA_PATTERN: Final = "^(197[1-9]|19[89][0-9]|2[01][0-9]{2})/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])$"
HORA_PATTERN: Final = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
MARCA_PATTERN: Final = "^([01][0-9]|2[0-3]):[0-5][05]$"
CIERRE_PATTERN: Final = "^(([01][0-9]|2[0-3]):[0-5][05]|24:00)$"
ID_PATTERN: Final = "^[0-9a-f]{24}$"
INSTANT_PATTERN: Final = (
    "^(19[7-9][0-9]|2[01][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$|^[0-9]{1,13}$"
)
MAX_MS: Final = 7_258_118_400_000  # the first instant of the year 2200

_FECHA: Final = re.compile(FECHA_PATTERN)
_HORA: Final = re.compile(HORA_PATTERN)
_MARCA: Final = re.compile(MARCA_PATTERN)
_CIERRE: Final = re.compile(CIERRE_PATTERN)
_ID: Final = re.compile(ID_PATTERN)
_WHOLE: Final = re.compile("[0-9]{1,9}")
_INSTANT: Final = re.compile(INSTANT_PATTERN)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def is_id(text: str) -> bool:
    """Tell whether it has the form of an id."""
    return _ID.fullmatch(text) is not None


def fecha(value: object) -> date:
    """Read `yyyy/mm/dd`. Raises ValueError, in Spanish."""
    if isinstance(value, str) and _FECHA.fullmatch(value):
        try:
            return date(int(value[:4]), int(value[5:7]), int(value[8:]))
        except ValueError:
            raise ValueError("esa fecha no existe") from None
    raise ValueError("debe ser una fecha aaaa/mm/dd")


def hora(value: object) -> int:
    """Read `hh:mm` as minutes since midnight. Raises ValueError, in Spanish."""
    if isinstance(value, str) and _HORA.fullmatch(value):
        return int(value[:2]) * 60 + int(value[3:])
    raise ValueError("debe ser una hora hh:mm, de 00:00 a 23:59")


def marca(value: object) -> int:
    """Read `hh:mm` on a 5-minute mark. Raises ValueError, in Spanish."""
    if isinstance(value, str) and _MARCA.fullmatch(value):
        return hora(value)
    raise ValueError("debe ser una hora hh:mm en pasos de 5 minutos, de 00:00 a 23:55")


def cierre(value: object) -> int:
    """Read `hh:mm` on a 5-minute mark, or `24:00`. Raises ValueError, in Spanish."""
    if isinstance(value, str) and _CIERRE.fullmatch(value):
        return int(value[:2]) * 60 + int(value[3:])
    raise ValueError("debe ser una hora hh:mm en pasos de 5 minutos, hasta las 24:00")


def milliseconds(value: object) -> int:
    """Read an instant (RFC 3339 with offset, or epoch milliseconds) as milliseconds. Raises ValueError."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _bounded(value)
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return _bounded(int(value) if value.isdigit() else _rfc3339(value))
    raise ValueError("debe ser un instante RFC 3339 con zona, o milisegundos")


def _rfc3339(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        raise ValueError("esa fecha no existe") from None
    return round((moment - _EPOCH) // _MICROSECOND / 1000)


def _bounded(ms: int) -> int:
    if 0 <= ms < MAX_MS:
        return ms
    raise ValueError("ese instante está fuera de lo posible")


def _shape(pattern: str, example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, "examples": [example]})


Fecha = Annotated[date, BeforeValidator(fecha), _shape(FECHA_PATTERN, "2025/08/30")]
Hora = Annotated[int, BeforeValidator(hora), _shape(HORA_PATTERN, "10:00")]
Marca = Annotated[int, BeforeValidator(marca), _shape(MARCA_PATTERN, "10:00")]
Cierre = Annotated[int, BeforeValidator(cierre), _shape(CIERRE_PATTERN, "10:45")]
Milliseconds = Annotated[
    int,
    BeforeValidator(milliseconds),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": INSTANT_PATTERN},
                {"type": "integer", "minimum": 0, "maximum": MAX_MS - 1},
            ],
            "examples": ["2025-08-29T14:03:11-05:00", 1756494191000],
        }
    ),
]
Id = Annotated[str, Field(pattern=ID_PATTERN, examples=["68b1c2d3e4f5a6b7c8d9e0f1"])]
Nombre = Annotated[
    # A person's or device's name on one line: what is shown may not move the cursor about.
    str, Field(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$")
]
Breve = Annotated[str, Field(max_length=500)]
FECHA_SCHEMA: Final[dict[str, JsonValue]] = {
    "type": "string",
    "pattern": FECHA_PATTERN,
    "examples": ["2025/08/30"],
}
ID_SCHEMA: Final[dict[str, JsonValue]] = {"type": "string", "pattern": ID_PATTERN}


def some_id(text: str) -> str:
    """Read an id. Raises ValueError, in Spanish."""
    if not is_id(text):
        raise ValueError("debe ser un id de 24 dígitos hexadecimales")
    return text


def whole(text: str) -> int:
    """Read a whole number that is not negative. Raises ValueError, in Spanish."""
    if not _WHOLE.fullmatch(text):
        raise ValueError("debe ser un número entero")
    return int(text)
