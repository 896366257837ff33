"""The log: one line for each event, with request_id and tenant_id, and nothing personal."""

import hashlib
import json
import logging
import sys
import traceback
from types import TracebackType
from typing import Literal

import structlog
from pydantic_core import to_json
from structlog.typing import EventDict, Processor, WrappedLogger

# Whoever logs one of these by mistake logs a hash.
_PERSONAL = frozenset(
    {"texto", "text", "lineas", "nombre", "telefono", "from", "de", "para", "email", "respuesta", "cuerpo"}
)

_to_json_of_anything = json.JSONEncoder(default=repr).encode


def configure_logs(form: Literal["json", "text"]) -> None:
    """Send structlog and the standard library's log to stderr, in one form."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _whose,
        _hash_personal,
        _failure,
    ]
    # Every request writes a line: straight to the file, past the standard library's handlers.
    structlog.configure(
        processors=[*shared, *_render(form)],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_render(form)],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    # Its lines hold the query, and a query may hold a phone.
    logging.getLogger("uvicorn.access").disabled = True
    logging.getLogger("httpx2").setLevel(logging.WARNING)


def _render(form: Literal["json", "text"]) -> tuple[Processor, ...]:
    if form == "json":
        return (_as_json,)
    return (structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()),)


def _as_json(_logger: WrappedLogger, _method: str, event: EventDict) -> str:
    try:
        return to_json(event, fallback=repr).decode()
    except ValueError:  # half a character, or bytes that are no text
        return _to_json_of_anything(event)


def _whose(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    event.setdefault("request_id", None)
    event.setdefault("tenant_id", None)
    return event


def _hash_personal(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    for key in _PERSONAL & event.keys():
        if event[key] is not None:
            event[key] = "sha256:" + hashlib.sha256(str(event[key]).encode()).hexdigest()[:16]
    return event


def _failure(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Name the error and where it came from; its message may quote what somebody wrote."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    exc = info[1] if isinstance(info, tuple) else info
    if isinstance(exc, BaseException):
        event["error"] = type(exc).__name__
        event["donde"] = _frames(exc.__traceback__)
    return event


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
