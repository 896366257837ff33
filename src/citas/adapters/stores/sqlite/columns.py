"""Dataclasses as rows: a column for each field, JSON only where a field is no plain value."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from enum import Enum
from operator import attrgetter
from types import NoneType
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from citas.adapters.stores.sqlite.runs import pack, unpack
from citas.application.ports import Document
from citas.domain.claves import Clave

T = TypeVar("T", bound=Document | Clave)
Value = str | int | None
Convert = Callable[[Any], Any]

_PLAIN = (str, int)
_NOTHING = "[]"  # most lists of a document are empty: that is known without a parser


class Codec(Generic[T]):
    """Turns documents of one kind into rows and back; columns are the fields, in their order.

    `defaults`: what an older row is taken to hold in a column that it was written without.
    """

    def __init__(self, kind: type[T]) -> None:
        hints = get_type_hints(kind)
        self._kind: Callable[..., T] = kind
        self.names = [field.name for field in fields(kind)]
        self.integers = {name for name in self.names if _without_none(hints[name]) in (int, bool)}
        self._get = attrgetter(*self.names)
        converters = [_converters(name, hints[name]) for name in self.names]
        self._encoders = [(at, into) for at, (into, _) in enumerate(converters) if into]
        self._decoders = [(at, back) for at, (_, back) in enumerate(converters) if back]
        self.defaults = self._encode(_defaults(kind))

    def encode(self, document: T) -> list[Value]:
        """Return the values of a document's columns."""
        return self._encode(list(self._get(document)))

    def decode(self, row: tuple[Value, ...]) -> T:
        """Return the document of a row."""
        values: list[object] = list(row)
        for at, convert in self._decoders:
            if values[at] is not None:
                values[at] = convert(values[at])
        return self._kind(*values)

    def _encode(self, values: list[Any]) -> list[Value]:
        for at, convert in self._encoders:
            if values[at] is not None:
                values[at] = convert(values[at])
        return values


def _defaults(kind: type[T]) -> list[object]:
    defaults = ((field.default, field.default_factory) for field in fields(kind))
    return [
        None if value is MISSING and factory is MISSING else value if factory is MISSING else factory()
        for value, factory in defaults
    ]


def _converters(name: str, hint: Any) -> tuple[Convert | None, Convert | None]:
    """Return how a field goes into its column and comes back; None: as it is."""
    if name == "slots":
        return pack, unpack
    base = _without_none(hint)
    if base in _PLAIN or get_origin(base) is Literal:
        return None, None
    if base is bool:
        return int, bool
    if isinstance(base, type) and issubclass(base, Enum):
        return attrgetter("value"), base
    return _json(hint)


def _json(hint: Any) -> tuple[Convert, Convert]:
    adapter: TypeAdapter[object] = TypeAdapter(hint)
    # The adapter's own methods only pass on two dozen arguments.
    dump, load = adapter.serializer.to_json, adapter.validator.validate_json

    def into(value: object) -> str:
        return _NOTHING if value == () else dump(value, exclude_defaults=True).decode()

    def back(text: str) -> object:
        return () if text == _NOTHING else load(text)

    return into, back


def _without_none(hint: Any) -> Any:
    options = [option for option in get_args(hint) if option is not NoneType]
    return options[0] if len(options) == 1 and NoneType in get_args(hint) else hint
