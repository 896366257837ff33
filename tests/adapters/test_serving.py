from starlette.types import Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from citas.adapters.serving import _config


async def test_a_proxy_on_this_machine_does_not_make_everybody_loopback() -> None:
    seen: list[object] = []

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope["client"])

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(_message: Message) -> None:
        """Take it."""

    config = _config(app)
    config.load()
    scope = {"type": "http", "client": ("127.0.0.1", 1), "headers": [(b"x-forwarded-for", b"203.0.113.9")]}
    await config.loaded_app(scope, receive, send)

    assert isinstance(config.loaded_app, ProxyHeadersMiddleware)
    assert seen == [("203.0.113.9", 0)]
