"""The HTTP service, whole: routes, guard, envelope and docs."""

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send
from typing_extensions import override

from citas.adapters.http.config import HttpConfig, RenderMetrics
from citas.adapters.http.docs import add_docs
from citas.adapters.http.envelope import Envelope
from citas.adapters.http.guard import Guard
from citas.adapters.http.mounting import mount
from citas.adapters.http.openapi import document
from citas.adapters.http.routes import RUTAS
from citas.application.ports import World

_METHODS = ("GET", "POST", "PATCH", "DELETE")
_SENT = ("Content-Type", "Idempotency-Key", "If-Match", "X-API-Key", "X-Request-Id", "X-Tenant-Id")
_SHOWN = ("ETag", "Idempotent-Replayed", "Location", "Retry-After", "X-Request-Id")


class Service(FastAPI):
    """FastAPI for the routes and their docs; around them only what this service needs."""

    def __init__(self, world: World, config: HttpConfig, render_metrics: RenderMetrics) -> None:
        super().__init__(
            title="citas", version=version("citas"), docs_url=None, redoc_url=None, redirect_slashes=False
        )
        self._world = world
        self._config = config
        self._render_metrics = render_metrics

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, without the framework's own telemetry: it reads the environment for every request."""
        scope["app"] = self
        if self.middleware_stack is None:
            self.middleware_stack = self.build_middleware_stack()
        await self.middleware_stack(scope, receive, send)

    @override
    def build_middleware_stack(self) -> ASGIApp:
        """Leave out the framework's own layers: the guard answers errors, and bodies are small."""
        app: ASGIApp = Guard(self.router, self._world, self._config, self._render_metrics)
        if self._config.cors_origins:
            app = CORSMiddleware(
                app,
                allow_origins=self._config.cors_origins,
                allow_methods=_METHODS,
                allow_headers=_SENT,
                expose_headers=_SHOWN,
            )
        return Envelope(app, self._world)

    @override
    def openapi(self) -> dict[str, Any]:
        """Return the description of the service, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = document(self, RUTAS)
        return self.openapi_schema


def create_app(world: World, config: HttpConfig, *, render_metrics: RenderMetrics) -> FastAPI:
    """Make the service over a world. `render_metrics` returns Prometheus' text, over all workers."""
    app = Service(world, config, render_metrics)
    for ruta in RUTAS:
        mount(app, ruta)
    add_docs(app)
    return app
