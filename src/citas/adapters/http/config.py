"""What the HTTP service is told by whoever starts it."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import Scope

from citas.adapters.http.limits import SharedLimit

CALL = "citas.call"
REQUEST_ID = "citas.request_id"


@dataclass(frozen=True, slots=True)
class HttpConfig:
    """`message_timeout` in seconds; `limite_por_minuto` 0: no limit; `metrics_token` None: loopback only.

    `store_patience`: seconds after which a message that is not stored yet is given up with a 503.

    `lease_patience`: for so long a store that just failed is asked to give an Idempotency-Key back.

    `shared_limit`: who counts the requests of a key over all processes; None: each counts its own.
    """

    message_timeout: float = 10.0
    store_patience: float = 13.0
    lease_patience: float = 1.0
    limite_por_minuto: int = 1200
    shared_limit: SharedLimit | None = None
    cors_origins: tuple[str, ...] = ()
    metrics_token: str | None = None


RenderMetrics = Callable[[], bytes]


def request_id_of(scope: Scope) -> str:
    """Return the id under which this request is logged."""
    request_id: str = scope[REQUEST_ID]
    return request_id
