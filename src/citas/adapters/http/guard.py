"""Before every route: keys, sizes and limits, in the order of the contract; after it: errors as problems."""

from traceback import walk_tb
from typing import Final

import structlog
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match, Router
from starlette.types import Receive, Scope, Send

from citas.adapters.http.call import Call, Visit
from citas.adapters.http.config import CALL, HttpConfig, RenderMetrics, request_id_of
from citas.adapters.http.forms import CUERPO
from citas.adapters.http.keyring import Keyring
from citas.adapters.http.limits import RateLimit
from citas.adapters.http.mounting import Switch
from citas.adapters.http.problems import RefusalError, answered, problem, refused
from citas.application.ports import Caller, World
from citas.domain.errors import CitasError, InputError, UnavailableError

MAX_BODY: Final = 64 * 1024
_LENGTH_DIGITS: Final = 18
_NO_BODY: Final = ("GET", "HEAD")
_KEYED: Final = "/v1/"
_KEYLESS: Final = "/v1/channels/cloud"  # Meta signs instead
log = structlog.get_logger("citas.http")


class Guard:
    """Lets in what may come in. Every error below becomes its problem here."""

    def __init__(
        self, router: Router, world: World, config: HttpConfig, render_metrics: RenderMetrics
    ) -> None:
        self._router = router
        self._switch = Switch(router)
        self._world = world
        self._config = config
        self._render_metrics = render_metrics
        self._keyring = Keyring(world.stores.operator, world.clock)
        self._limit = RateLimit(config.limite_por_minuto, config.shared_limit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._router(scope, receive, send)
            return
        try:
            scope[CALL] = await self._admit(scope, receive)
            await self._switch(scope, receive, send)
        except Exception as error:  # noqa: BLE001 - the last stop: whatever fails is answered, and logged
            response = await self._answer(error, scope)
            await response(scope, receive, send)

    async def _admit(self, scope: Scope, receive: Receive) -> Visit:
        headers = dict(scope["headers"])
        visit = (scope, self._world, self._config, self._render_metrics, request_id_of(scope), headers)
        path = scope["path"]
        if not path.startswith(_KEYED) or path == _KEYLESS:
            return Visit(*visit)
        caller = await self._authenticate(headers)
        raw = await _body(scope, headers, receive)
        await self._meter(caller)
        if headers.get(b"x-tenant-id", caller.tenant_id.encode()) != caller.tenant_id.encode():
            raise RefusalError("tenant_ajeno")
        return Call(*visit, caller, raw)

    async def _authenticate(self, headers: dict[bytes, bytes]) -> Caller:
        key = headers.get(b"x-api-key")
        clave = await self._keyring.find(key) if key else None
        if clave is None:
            raise RefusalError("clave_invalida")
        structlog.contextvars.bind_contextvars(tenant_id=clave.tenant_id)
        return Caller(clave.tenant_id, clave.id, clave.dispositivo)

    async def _meter(self, caller: Caller) -> None:
        wait = await self._limit.wait(caller.clave_id, self._world.clock.monotonic())
        if wait:
            raise RefusalError("demasiadas_peticiones", headers={"Retry-After": str(wait)})

    async def _answer(self, error: Exception, scope: Scope) -> Response:
        request_id = request_id_of(scope)
        match error:
            case CitasError():
                return await self._house(error, scope, request_id)
            case RefusalError():
                return refused(error, request_id)
            case HTTPException(status_code=404):
                return problem("no_encontrado", request_id, detail="Esa ruta no existe.")
            case HTTPException(status_code=405):
                allow = ", ".join(_methods(self._router, scope))
                return problem("metodo_no_permitido", request_id, headers={"Allow": allow})
            case _:
                # The exception's own words may carry what was sent; its type and place do not.
                log.error("unexpected", error=type(error).__name__, trace=_trace(error))
                return problem("error_interno", request_id)

    async def _house(self, error: CitasError, scope: Scope, request_id: str) -> Response:
        call = scope.get(CALL)
        tenant_id = call.caller.tenant_id if isinstance(call, Call) else ""
        try:
            return await answered(error, self._world, tenant_id, request_id)
        except UnavailableError:
            return problem("almacen_no_disponible", request_id)


def _trace(error: Exception) -> list[str]:
    frames = walk_tb(error.__traceback__)
    return [f"{frame.f_code.co_filename}:{line} {frame.f_code.co_qualname}" for frame, line in frames]


def _methods(router: Router, scope: Scope) -> list[str]:
    found: set[str] = set()
    for route in router.routes:
        if route.matches(scope)[0] is not Match.NONE:
            found |= getattr(route, "methods", None) or set()
    return sorted(found)


async def _body(scope: Scope, headers: dict[bytes, bytes], receive: Receive) -> bytes:
    length = headers.get(b"content-length", b"")
    if length.isdigit() and (len(length) > _LENGTH_DIGITS or int(length) > MAX_BODY):
        raise RefusalError("cuerpo_demasiado_grande")
    if scope["method"] in _NO_BODY:
        return b""
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise InputError(CUERPO, "se cortó antes de terminar")
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            raise RefusalError("cuerpo_demasiado_grande")
        more = message.get("more_body", False)
    return body
