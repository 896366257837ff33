"""Around every request: its id, its log line, and headers that hold for every answer."""

import re
from typing import Final

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from citas.adapters.http.config import REQUEST_ID
from citas.application.ports import World

_SANE_ID: Final = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_SECURITY: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)
log = structlog.get_logger("citas.http")


class Envelope:
    """The outermost application. Its log line has the route's template: no query, no id, no text."""

    def __init__(self, app: ASGIApp, world: World) -> None:
        self._app = app
        self._world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = self._world.clock.monotonic()
        scope[REQUEST_ID] = request_id = self._request_id(scope)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        status = 0

        async def dressed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], *_SECURITY, (b"x-request-id", request_id.encode())]
            await send(message)

        await self._app(scope, receive, dressed)
        self._log(scope, status, began)

    def _request_id(self, scope: Scope) -> str:
        for name, value in scope["headers"]:
            if name == b"x-request-id" and _SANE_ID.fullmatch(value):
                return str(value, "ascii")
        return self._world.ids.new_id()

    def _log(self, scope: Scope, status: int, began: float) -> None:
        route = getattr(scope.get("route"), "path", None)
        milliseconds = round((self._world.clock.monotonic() - began) * 1000, 1)
        log.info("request", method=scope["method"], route=route, status=status, ms=milliseconds)
