"""How a route is served: with FastAPI's docs, and without its machinery."""

from collections.abc import Awaitable, Callable
from typing import cast

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Router
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


class Switch:
    """Finds a route without parameters by its path alone; the framework tries its patterns for the rest."""

    def __init__(self, router: Router) -> None:
        self._router = router
        self._exact = {
            (method, route.path): route
            for route in router.routes
            if isinstance(route, LeanRoute) and not route.param_convertors
            for method in route.methods or ()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        route = self._exact.get((scope.get("method", ""), scope.get("path", "")))
        if route is None:
            await self._router(scope, receive, send)
            return
        scope["route"] = route
        await route.app(scope, receive, send)


def mount(app: FastAPI, ruta: Ruta) -> None:
    """Add a route to the service and to its docs."""
    handler, device, keyed = ruta.handler, ruta.device, ruta.keyed

    async def endpoint(request: Request) -> Response:
        call: object = request.scope[CALL]
        if isinstance(call, Call):
            if call.caller.dispositivo is not None and not device:
                raise RefusalError("permiso_insuficiente")
        elif keyed:
            raise RefusalError("clave_invalida")
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
