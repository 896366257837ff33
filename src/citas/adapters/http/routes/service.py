"""What operators and clientes reach without a key: health, metrics and the privacy notice."""

from hmac import compare_digest
from typing import Final

from starlette.responses import Response

from citas.adapters.http import values
from citas.adapters.http.answers import Listo, Salud
from citas.adapters.http.call import Visit, answer
from citas.adapters.http.openapi import query
from citas.adapters.http.problems import RefusalError
from citas.adapters.http.rutas import Ruta
from citas.application.interpret import mode_of
from citas.application.wire import Wire
from citas.domain.errors import NotFoundError
from citas.language.escritos.privacidad import notice_html

_LOOPBACK: Final = ("127.0.0.1", "::1", "::ffff:127.0.0.1")
_METRICS_TEXT: Final = "text/plain"
_HTML: Final = "text/html"


async def get_healthz(_visit: Visit) -> Response:
    """The process lives."""
    return answer({"estado": "ok"}).response()


async def get_readyz(visit: Visit) -> Response:
    """The store answers. That the queue does not is said, but does not take a process out of service."""
    await visit.world.stores.ping()
    ready: Wire = {"estado": "ok", "almacen": "ok"}
    queue = visit.world.queue
    if queue is not None:
        ready["cola"] = "ok" if await queue.ping() else "caida"
    return answer(ready).response()


async def get_metrics(visit: Visit) -> Response:
    """Show the metrics, over all workers."""
    if not (_from_loopback(visit) or _has_token(visit)):
        raise RefusalError("permiso_insuficiente")
    return Response(
        visit.render_metrics(), headers={"Content-Type": f"{_METRICS_TEXT}; version=0.0.4; charset=utf-8"}
    )


def _from_loopback(visit: Visit) -> bool:
    client = visit.scope.get("client")
    return client is not None and client[0] in _LOOPBACK


def _has_token(visit: Visit) -> bool:
    token, sent = visit.config.metrics_token, visit.headers.get(b"authorization", b"")
    return token is not None and compare_digest(sent, f"Bearer {token}".encode())


async def get_privacidad(visit: Visit) -> Response:
    """Show a tenant's privacy notice."""
    tenant_id = visit.query.one("tenant", str)
    if not values.is_id(tenant_id):
        raise NotFoundError
    known = await visit.world.stores.of(tenant_id).configured()
    ia, model = mode_of(visit.world, known.tenant), visit.world.interpreter
    named = (model.modelo, model.proveedor) if model else ()
    return Response(notice_html(known.tenant, known.consentimiento, ia, *named), media_type=_HTML)


RUTAS: Final = (
    Ruta("GET", "/healthz", get_healthz, "El proceso vive", answer=Salud, keyed=False),
    Ruta("GET", "/readyz", get_readyz, "El almacén responde", answer=Listo, keyed=False),
    Ruta(
        "GET", "/metrics", get_metrics, "Métricas para Prometheus",
        keyed=False, media_type=_METRICS_TEXT, codigos=("permiso_insuficiente",),
    ),
    Ruta(
        "GET", "/privacidad", get_privacidad, "El aviso de privacidad de un negocio",
        keyed=False, media_type=_HTML, codigos=("no_encontrado", "entrada_invalida"),
        params=(query("tenant", values.ID_SCHEMA, "El id del negocio.", required=True),),
    ),
)  # fmt: skip  # packed, to be read at a glance
