"""Documents as plain values and as one canonical text, and the fingerprint of many of them."""

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256

_MODULUS = 2**256
# Most fields by far, and nothing is to be done with them.
_ALREADY = frozenset({str, int, bool, type(None)})
_NAMES: dict[type[object], tuple[str, ...]] = {}


def plain(value: object) -> object:
    """Return a value as JSON has it: dataclasses as objects, dates as the contract writes them."""
    kind = type(value)
    if kind in _ALREADY:
        return value
    names = _names(kind)
    if names:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return f"{value:%Y/%m/%d}" if isinstance(value, date) else value


def _names(kind: type[object]) -> tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return _NAMES[kind]


def canonical(document: object) -> str:
    """Return the one text that a document has, wherever it is stored."""
    return json.dumps(plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """How many documents, and a hash of them all that does not depend on their order."""

    count: int = 0
    total: int = 0

    def plus(self, document: object) -> "Fingerprint":
        """Add one document."""
        digest = int.from_bytes(sha256(canonical(document).encode()).digest())
        return Fingerprint(self.count + 1, (self.total + digest) % _MODULUS)

    def __add__(self, other: "Fingerprint") -> "Fingerprint":
        """Put the documents of both together."""
        return Fingerprint(self.count + other.count, (self.total + other.total) % _MODULUS)

    @property
    def hex(self) -> str:
        """The hash as text."""
        return f"{self.total:064x}"
