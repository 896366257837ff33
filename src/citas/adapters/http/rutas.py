"""A route as data: who may call it, what it takes and gives."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from pydantic import BaseModel, JsonValue
from starlette.responses import Response

from citas.adapters.http.call import JSON, Call

Schema = dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Ruta:
    """`device`: a device's key may call it. `keyed` False: anybody may, and it is given a mere Visit.

    Its docs: `params` beside the id in the path, the `bodies` it takes (any of them), the `answer` of
    `status`, what a 202 has where it may take `late`, and the `codigos` that it adds to every route's.
    """

    method: str
    path: str
    handler: Callable[[Call], Awaitable[Response]]
    summary: str
    answer: type[BaseModel] | None = None
    status: int = 200
    device: bool = False
    keyed: bool = True
    bodies: tuple[type[BaseModel], ...] = ()
    body_required: bool = True
    example: Schema | None = None
    params: tuple[Schema, ...] = ()
    codigos: tuple[str, ...] = ()
    idempotent: bool = False
    media_type: str = JSON
    late: type[BaseModel] | None = None
