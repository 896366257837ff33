"""The first ten minutes and the owner's hand: consentimiento, eco and pausa."""

from functools import partial
from typing import Final

from pydantic import TypeAdapter
from starlette.responses import Response

from citas.adapters.http.answers import Consentimiento as ConsentimientoAnswer
from citas.adapters.http.answers import Eco, Pausa
from citas.adapters.http.bodies import AceptaBody, DecideBody, EcoBody, PausaBody, RetiraBody
from citas.adapters.http.call import Answer, Call, answer
from citas.adapters.http.forms import read
from citas.adapters.http.idempotency import once
from citas.adapters.http.rutas import Ruta
from citas.application.consent import read_consent, record_consent
from citas.application.echo import Echo, echo
from citas.application.pause import pause
from citas.application.wire import Wire, hora_wire, instant_wire, local
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.mensajes import Consentimiento

_DECIDE: Final = TypeAdapter(DecideBody)
_ACEPTA: Final = TypeAdapter(AceptaBody)
_RETIRA: Final = TypeAdapter(RetiraBody)
_ECO: Final = TypeAdapter(EcoBody)
_PAUSA: Final = TypeAdapter(PausaBody)
_NOBODY_YET: Final[Wire] = {
    "acepta": False,
    "version": None,
    "nombre": None,
    "cuando": None,
    "dispositivo": None,
    "origen": None,
}


async def get_consentimiento(call: Call) -> Response:
    """Show the record of the opt-in."""
    record = await read_consent(call.world, call.caller)
    tenant = (await call.door.configured()).tenant
    return answer(_consentimiento(record, tenant) if record else _NOBODY_YET).response()


async def post_consentimiento(call: Call) -> Response:
    """Record the opt-in, or its withdrawal."""
    body = _opt_in(call.raw)
    tenant = (await call.door.configured()).tenant

    work = partial(record_consent, call.world, call.caller, body.acepta, body.version, body.nombre)

    def render(record: Consentimiento) -> Answer:
        return answer(_consentimiento(record, tenant))

    return await once(call, work, render)


def _opt_in(raw: bytes) -> AceptaBody | RetiraBody:
    return read(_ACEPTA, raw) if read(_DECIDE, raw).acepta else read(_RETIRA, raw)


def _consentimiento(record: Consentimiento, tenant: Tenant) -> Wire:
    return {
        "acepta": record.acepta,
        "version": record.texto_version,
        "nombre": record.nombre,
        "cuando": instant_wire(record.cuando, tenant.zona),
        "dispositivo": record.dispositivo,
        "origen": record.origen,
    }


async def post_eco(call: Call) -> Response:
    """Say back what came in, and who answers."""
    body = read(_ECO, call.raw)
    tenant = (await call.door.configured()).tenant

    async def work(_seal: object) -> Echo:
        return await echo(call.world, call.caller, body.texto)

    def render(said: Echo) -> Answer:
        return answer(_eco(said, tenant))

    return await once(call, work, render)


def _eco(said: Echo, tenant: Tenant) -> Wire:
    return {
        "texto": said.texto,
        "tenant_id": said.tenant_id,
        "nombre": said.nombre,
        "dispositivo": said.dispositivo,
        "hora": hora_wire(local(said.hora, tenant.zona)),
    }


async def post_pausa(call: Call) -> Response:
    """Be silent for a while, in one chat or in all."""
    body = read(_PAUSA, call.raw)
    tenant = (await call.door.configured()).tenant

    work = partial(pause, call.world, call.caller, body.minutos, body.conversation_id or body.de)

    def render(hasta: Instant | None) -> Answer:
        return answer({"hasta": None if hasta is None else instant_wire(hasta, tenant.zona)})

    return await once(call, work, render)


RUTAS: Final = (
    Ruta(
        "GET", "/v1/consentimiento", get_consentimiento, "El consentimiento del negocio",
        answer=ConsentimientoAnswer, device=True,
    ),
    Ruta(
        "POST", "/v1/consentimiento", post_consentimiento, "Aceptar o retirar el consentimiento",
        answer=ConsentimientoAnswer, device=True, bodies=(AceptaBody, RetiraBody), idempotent=True,
        example={"acepta": True, "version": "1", "nombre": "Ana Gómez"},
    ),
    Ruta(
        "POST", "/v1/eco", post_eco, "Prueba de instalación",
        answer=Eco, device=True, bodies=(EcoBody,), idempotent=True, example={"texto": "eco"},
    ),
    Ruta(
        "POST", "/v1/pausa", post_pausa, "Callar un rato",
        answer=Pausa, device=True, bodies=(PausaBody,), idempotent=True, example={"minutos": 60},
    ),
)  # fmt: skip  # packed, to be read at a glance
