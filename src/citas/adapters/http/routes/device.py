"""What a device does besides messages: the outbox, its heartbeat, and its own key."""

from functools import partial
from typing import Final

from pydantic import TypeAdapter
from starlette.responses import Response

from citas.adapters.http import values
from citas.adapters.http.answers import Acuse, Bandeja, Dispositivo
from citas.adapters.http.answers import Latido as LatidoAnswer
from citas.adapters.http.bodies import AckBody, DispositivoBody, LatidoBody
from citas.adapters.http.call import Answer, Call, answer
from citas.adapters.http.forms import read
from citas.adapters.http.idempotency import once
from citas.adapters.http.openapi import query
from citas.adapters.http.rutas import Ruta
from citas.application.claves import new_clave
from citas.application.heartbeat import Beat, beat
from citas.application.outbox import acknowledge, take_outbox
from citas.application.wire import Wire, instant_wire
from citas.domain.catalogo import Tenant
from citas.domain.errors import NotFoundError
from citas.domain.mensajes import Aviso, Salida

_ACK: Final = TypeAdapter(AckBody)
_LATIDO: Final = TypeAdapter(LatidoBody)
_DISPOSITIVO: Final = TypeAdapter(DispositivoBody)
_MAX_WAIT: Final = 30


async def get_outbox(call: Call) -> Response:
    """Wait for what has to be sent or told."""
    page = await take_outbox(call.world, call.caller, call.query.maybe("espera", _espera) or 0)
    tenant = (await call.door.configured()).tenant
    wire: Wire = {
        "salidas": [_salida(salida, tenant) for salida in page.salidas],
        "avisos": [_aviso(aviso) for aviso in page.avisos],
    }
    return answer(wire).response()


def _espera(text: str) -> int:
    if (espera := values.whole(text)) > _MAX_WAIT:
        raise ValueError(f"debe ser a lo más {_MAX_WAIT}")
    return espera


def _salida(salida: Salida, tenant: Tenant) -> Wire:
    return {
        "salida_id": salida.id,
        "notification_key": salida.notification_key,
        "conversation_id": salida.conversation_id,
        "para": salida.para,
        "texto": salida.texto,
        "intento": salida.intento,
        "caduca": instant_wire(salida.caduca, tenant.zona),
    }


def _aviso(aviso: Aviso) -> Wire:
    return {"aviso_id": aviso.id, "texto": aviso.texto, "cita_id": aviso.cita_id}


async def post_ack(call: Call) -> Response:
    """Say what became of a salida, or that an aviso was seen."""
    some_id = call.path_id
    if await call.door.salida(some_id) is None and await call.door.aviso(some_id) is None:
        raise NotFoundError
    body = read(_ACK, call.raw)

    work = partial(acknowledge, call.world, call.caller, some_id, body.resultado, body.motivo)

    def render(_done: None) -> Answer:
        return answer({"id": some_id, "resultado": body.resultado})

    return await once(call, work, render)


async def post_heartbeat(call: Call) -> Response:
    """Say that the device lives, and how it is."""
    body = read(_LATIDO, call.raw)
    tenant, now = (await call.door.configured()).tenant, call.world.clock.now()
    said = Beat(
        permiso=body.permiso,
        escuchando=body.escuchando,
        bateria_sin_limite=body.bateria_sin_limite,
        cola=body.cola,
        version_app=body.version_app,
    )

    def render(_done: None) -> Answer:
        return answer({"recibido": instant_wire(now, tenant.zona)})

    return await once(call, partial(beat, call.world, call.caller, said), render)


async def post_dispositivo(call: Call) -> Response:
    """Give a device a key of its own. Never under an Idempotency-Key: a key in clear is never kept."""
    body = read(_DISPOSITIVO, call.raw)
    clave, key = await new_clave(call.world, call.caller.tenant_id, body.nombre.strip())
    return answer({"dispositivo_id": clave.id, "api_key": key}, 201).response()


RUTAS: Final = (
    Ruta(
        "GET", "/v1/outbox", get_outbox, "Lo que falta enviar, y avisos para el dueño",
        answer=Bandeja, device=True,
        params=(
            query(
                "espera", {"type": "integer", "minimum": 0, "maximum": _MAX_WAIT},
                "Segundos que espera si no hay nada.",
            ),
        ),
    ),
    Ruta(
        "POST", "/v1/outbox/{salida_id}/ack", post_ack, "Qué fue de una salida o de un aviso",
        answer=Acuse, device=True, bodies=(AckBody,), idempotent=True, example={"resultado": "enviado"},
    ),
    Ruta(
        "POST", "/v1/heartbeat", post_heartbeat, "El dispositivo está vivo",
        answer=LatidoAnswer, device=True, bodies=(LatidoBody,), idempotent=True,
        example={
            "permiso": True,
            "escuchando": True,
            "bateria_sin_limite": True,
            "cola": 0,
            "version_app": "1.0",
        },
    ),
    Ruta(
        "POST", "/v1/dispositivos", post_dispositivo, "Dar a un teléfono su propia clave",
        answer=Dispositivo, status=201, bodies=(DispositivoBody,), example={"nombre": "Caja"},
    ),
)  # fmt: skip  # packed, to be read at a glance
