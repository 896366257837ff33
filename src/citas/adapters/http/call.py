"""One request as a route sees it: who calls, what was sent, and the world to do it in."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

from pydantic_core import to_json
from starlette.responses import Response
from starlette.types import Scope

from citas.adapters.http.config import HttpConfig, RenderMetrics
from citas.adapters.http.forms import Query
from citas.adapters.http.values import is_id
from citas.application.ports import Caller, Door, World
from citas.application.wire import Wire
from citas.domain.errors import InputError, NotFoundError

JSON: Final = "application/json"
_VERSION_DIGITS: Final = 18


@dataclass(frozen=True, slots=True)
class Visit:
    """A request that needs no key."""

    scope: Scope
    world: World
    config: HttpConfig
    render_metrics: RenderMetrics
    request_id: str
    headers: dict[bytes, bytes]

    def header(self, name: bytes) -> str | None:
        """Return a header by its lower-case name."""
        value = self.headers.get(name)
        return None if value is None else value.decode("latin-1")

    @property
    def query(self) -> Query:
        """The parameters of the query string."""
        raw: bytes = self.scope["query_string"]
        return Query(parse_qs(raw.decode("latin-1"), keep_blank_values=True))


@dataclass(frozen=True, slots=True)
class Call(Visit):
    """A request under a key; `raw` is its whole body."""

    caller: Caller
    raw: bytes

    @property
    def door(self) -> Door:
        """The door of the caller's tenant."""
        return self.world.stores.of(self.caller.tenant_id)

    @property
    def path_id(self) -> str:
        """The id in the path. Raises NotFoundError where it has not even the form of one."""
        value: str = next(iter(self.scope["path_params"].values()))
        if not is_id(value):
            raise NotFoundError
        return value

    @property
    def version(self) -> int | None:
        """The version in If-Match, `3` or `"3"`. Raises InputError."""
        text = self.header(b"if-match")
        if text is None:
            return None
        digits = text.strip()
        if len(digits) > 1 and digits[0] == digits[-1] == '"':
            digits = digits[1:-1]
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _VERSION_DIGITS):
            raise InputError("If-Match", 'debe ser la versión de la cita, 3 o "3"')
        return int(digits)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer before it is sent: what an Idempotency-Key keeps, and whose personal data it holds."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = JSON
    cliente_id: str | None = None

    def response(self, extra: dict[str, str] | None = None) -> Response:
        """Return it as the framework sends it."""
        headers = {**dict(self.headers), **(extra or {})}
        return Response(self.body, self.status, headers, self.media_type if self.body else None)


def answer(
    wire: Wire, status: int = 200, headers: dict[str, str] | None = None, cliente_id: str | None = None
) -> Answer:
    """Return an answer of JSON."""
    return Answer(status, to_json(wire), tuple((headers or {}).items()), cliente_id=cliente_id)
