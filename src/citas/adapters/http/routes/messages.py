"""`POST /v1/messages`: what the phone saw, and what to answer."""

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import Final

import structlog
from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json
from starlette.responses import Response

from citas.adapters.http.answers import EnProceso, Respuesta
from citas.adapters.http.bodies import MAX_TEXT, MensajeBody, PrimeraAppBody, RafagaBody
from citas.adapters.http.call import Answer, Call, answer
from citas.adapters.http.forms import read, refusal
from citas.adapters.http.idempotency import once
from citas.adapters.http.rutas import Ruta
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.trabajos import late
from citas.application.wire import Wire
from citas.domain.errors import ConsentMissingError, InputError, UnavailableError

_MENSAJE: Final = TypeAdapter(MensajeBody)
_RAFAGA: Final = TypeAdapter(RafagaBody)
_PRIMERA_APP: Final = TypeAdapter(PrimeraAppBody)
_MAX_PHONE: Final = 64
# Whoever answers says itself that it takes longer; here it is said for a store that does not even say that.
_GRACE: Final = 0.25
_ACCEPTED: Final = 202
_EN_PROCESO: Final = "en_proceso"
log = structlog.get_logger("citas.http")

# The loop itself holds tasks only weakly: whoever stopped waiting must not make the work vanish.
_working: set[asyncio.Task[Response]] = set()


@dataclass(frozen=True, slots=True)
class Posted:
    """A message in the house's terms; `key`: the first app's, which it wants back."""

    entrante: Entrante
    key: str | None = None


@dataclass(slots=True)
class _Reading:
    """What has been read of a request so far: the store may keep even that waiting."""

    posted: Posted | None = None


async def post_message(call: Call) -> Response:
    """Answer a message, or say that it takes longer."""
    reading = _Reading()
    task = asyncio.create_task(_answered(call, reading))
    soon = call.config.message_timeout + _GRACE
    for seconds in (soon, max(0.0, call.config.store_patience - soon)):
        if await _ends(task, seconds):
            return task.result()
        if reading.posted is not None and await _is_stored(call, reading.posted):
            _let_go_on(task)
            return _in_work(reading.posted).response()
    _let_go_on(task)
    raise UnavailableError


async def _ends(task: asyncio.Task[Response], seconds: float) -> bool:
    """Wait for a task, but no longer than that; tell whether it ended. `asyncio.wait`, for one."""
    loop = asyncio.get_running_loop()
    woken = loop.create_future()

    def wake(*_: object) -> None:
        if not woken.done():
            woken.set_result(None)

    timer = loop.call_later(seconds, wake)
    task.add_done_callback(wake)
    try:
        await woken
    finally:
        timer.cancel()
        task.remove_done_callback(wake)
    return task.done()


async def _is_stored(call: Call, posted: Posted) -> bool:
    """Tell whether a crash could not lose it any more: only then may a 202 acknowledge it."""
    message_id = _message_id(posted)
    return bool(await call.door.mensaje(message_id) or await call.door.trabajo(message_id))


def _message_id(posted: Posted) -> str:
    return posted.entrante.message_id(posted.entrante.lineas[-1])


def _let_go_on(task: asyncio.Task[Response]) -> None:
    _working.add(task)
    task.add_done_callback(_finished)


def _finished(task: asyncio.Task[Response]) -> None:
    _working.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("message_failed_late", error=type(error).__name__)


def _in_work(posted: Posted) -> Answer:
    return answer(_for_app(late(posted.entrante), posted), _ACCEPTED)


async def _answered(call: Call, reading: _Reading) -> Response:
    if not (await call.door.configured()).opted_in:
        raise ConsentMissingError
    posted = reading.posted = read_message(call.raw)

    def render(wire: Wire) -> Answer:
        status = _ACCEPTED if wire["estado"] == _EN_PROCESO else 200
        return answer(_for_app(wire, posted), status, cliente_id=_cliente_id(wire))

    patience = call.config.message_timeout
    work = partial(handle_mensaje, call.world, call.caller, posted.entrante, patience=patience)
    return await once(call, work, render)


def _for_app(wire: Wire, posted: Posted) -> Wire:
    if posted.key is None:
        return wire
    return {**wire, "mensaje": {"key": posted.key, "message_id": wire["message_id"]}}


def _cliente_id(wire: Wire) -> str | None:
    cita = wire.get("cita")
    found = cita.get("cliente_id") if isinstance(cita, dict) else None
    return found if isinstance(found, str) else None


def read_message(raw: bytes) -> Posted:
    """Read any of the three bodies that the contract accepts. Raises InputError."""
    try:
        body = _MENSAJE.validate_json(raw)
    except ValidationError as invalid:
        return _other_form(raw, invalid)
    return Posted(_entrante(body, (Linea(body.text, body.timestamp),)))


def _other_form(raw: bytes, invalid: ValidationError) -> Posted:
    fields = _fields(raw)
    if fields.get("lineas") is not None:
        return _burst(read(_RAFAGA, raw))
    if "contenido" in fields and "from" not in fields:
        return _first_app(read(_PRIMERA_APP, raw))
    raise refusal(invalid)


def _fields(raw: bytes) -> dict[str, object]:
    try:
        found = from_json(raw)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _burst(body: RafagaBody) -> Posted:
    lineas = tuple(Linea(linea.text, linea.timestamp) for linea in body.lineas)
    if sum(len(linea.text) for linea in lineas) > MAX_TEXT:
        raise InputError("lineas", f"tienen entre todas más de {MAX_TEXT} caracteres")
    return Posted(_entrante(body, lineas))


def _entrante(body: MensajeBody | RafagaBody, lineas: tuple[Linea, ...]) -> Entrante:
    return Entrante(
        de=_shown(body.de, "from"),
        lineas=lineas,
        nombre=body.nombre,
        conversation_id=body.conversation_id or None,
        telefono=_usable(body.telefono),
        notification_key=body.notification_key,
        grupo=body.grupo is True,
        propio=body.propio is True,
        salida_id=body.salida_id,
        edita=body.edita,
        puede_responder=body.puede_responder is not False,
    )


def _usable(telefono: object) -> str | None:
    """A phone that is none is passed over, never refused: the message counts."""
    return telefono if isinstance(telefono, str) and 1 <= len(telefono) <= _MAX_PHONE else None


def _first_app(body: PrimeraAppBody) -> Posted:
    entrante = Entrante(
        de=_shown(body.telefono, "telefono"),
        lineas=(Linea(body.contenido.texto, body.timestamp),),
        nombre=body.nombre,
        notification_key=body.key,
    )
    return Posted(entrante, body.key)


def _shown(de: str, campo: str) -> str:
    stripped = de.strip()
    if not stripped:
        raise InputError(campo, "está vacío")
    return stripped


RUTAS: Final = (
    Ruta(
        "POST", "/v1/messages", post_message, "Contestar un mensaje",
        answer=Respuesta, device=True, bodies=(MensajeBody, RafagaBody, PrimeraAppBody),
        codigos=("sin_consentimiento",), idempotent=True, late=EnProceso,
        example={
            "from": "+57 310 987 6543",
            "nombre": "Juan Pérez",
            "text": "Hola, me regala una cita para corte mañana a las 3",
            "timestamp": "2025-08-29T14:03:11-05:00",
            "notification_key": "0|com.whatsapp|1|abc|10123",
            "app": "com.whatsapp",
        },
    ),
)  # fmt: skip  # packed, to be read at a glance
