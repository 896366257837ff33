"""MongoDB's errors in the words of the house: the store is away, somebody was first, or this is a bug."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pymongo.errors import (
    BulkWriteError,
    ConnectionFailure,
    DuplicateKeyError,
    InvalidOperation,
    OperationFailure,
    PyMongoError,
)

from citas.domain.errors import UnavailableError

SLOTS_INDEX = "slots_unico"

_DUPLICATE = 11000
# Not the primary, shutting down, out of time, out of disk, not enough nodes to keep a promise, no such transaction.
_AWAY = frozenset(
    {6, 7, 24, 43, 50, 64, 74, 79, 89, 91, 100, 112, 133, 134, 136, 175, 189, 202, 225, 237, 246, 251, 256, 262,
     290, 317, 358, 365, 384, 9001, 10058, 10107, 11600, 11601, 11602, 13388, 13435, 13436, 14031}
)  # fmt: skip  # packed, to be read at a glance
_LABELS = ("TransientTransactionError", "UnknownTransactionCommitResult", "RetryableWriteError")


@contextmanager
def translated() -> Iterator[None]:
    """Raise UnavailableError for what only time can mend; anything else is a bug and passes as it is."""
    try:
        yield
    except PyMongoError as error:
        if is_away(error):
            raise UnavailableError(f"MongoDB no responde: {_public(error)}.") from error
        raise


def is_away(error: PyMongoError) -> bool:
    """Tell whether the store did not answer, or not in time."""
    if isinstance(error, ConnectionFailure) or error.timeout:
        return True
    if isinstance(error, InvalidOperation):
        return "after close" in str(error)
    if any(error.has_error_label(label) for label in _LABELS):
        return True
    return isinstance(error, OperationFailure) and error.code in _AWAY


def duplicated(error: PyMongoError) -> str | None:
    """Return which unique index refused a write; None: it was not that."""
    details = _first_write_error(error)
    if details.get("code") != _DUPLICATE:
        return None
    # Some servers do not say the pattern; every one names the index.
    return SLOTS_INDEX if f"index: {SLOTS_INDEX}" in str(details.get("errmsg")) else "otro"


def _first_write_error(error: PyMongoError) -> Any:
    if isinstance(error, BulkWriteError):
        return (error.details.get("writeErrors") or [{}])[0]
    if isinstance(error, DuplicateKeyError):
        return {"code": _DUPLICATE, "errmsg": str(error)}
    return {}


def _public(error: PyMongoError) -> str:
    """Say what happened without what was to be written: a write's error may hold the document."""
    if isinstance(error, OperationFailure):
        return f"código {error.code}"
    return type(error).__name__
