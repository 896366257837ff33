"""How a route is served: with FastAPI's docs, and without its machinery."""

from collections.abc import Awaitable, Callable
from typing import cast

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from citas.adapters.http.call import Call
from citas.adapters.http.config import CALL
from citas.adapters.http.openapi import operation
from citas.adapters.http.problems import RefusalError
from citas.adapters.http.rutas import Ruta


class LeanRoute(APIRoute):
    """A route of FastAPI for its docs, served without its machinery: bodies are read by the handler."""

    def __init__(self, path: str, endpoint: Callable[..., Awaitable[Response]], **options: object) -> None:
        super().__init__(path, endpoint, **options)  # type: ignore[arg-type] # passed on as FastAPI gave them

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            response = await endpoint(Request(scope, receive))
            await response(scope, receive, send)

        self.app = app


def mount(app: FastAPI, ruta: Ruta) -> None:
    """Add a route to the service and to its docs."""
    handler, device = ruta.handler, ruta.device

    async def endpoint(request: Request) -> Response:
        call: object = request.scope[CALL]
        if not device and isinstance(call, Call) and call.caller.dispositivo is not None:
            raise RefusalError("permiso_insuficiente")
        return await handler(cast("Call", call))

    app.router.add_api_route(
        ruta.path,
        endpoint,
        methods=[ruta.method],
        status_code=ruta.status,
        summary=ruta.summary,
        name=handler.__name__,
        operation_id=handler.__name__,
        tags=[ruta.path.split("/")[2] if ruta.keyed else "servicio"],
        response_class=Response,
        route_class_override=LeanRoute,
        openapi_extra=operation(ruta),
    )
