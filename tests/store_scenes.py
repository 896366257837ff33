"""Documents for the tests of stores: each differs from the next only in what the test says."""

from dataclasses import replace
from typing import TypeVar

from builders import a_bloqueo, a_cita, at, hex_id
from citas.application.ports import Document
from citas.domain.citas import Cita
from citas.domain.claves import Clave
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.deseos import Deseo, Intencion
from citas.domain.mensajes import (
    Aviso,
    Consentimiento,
    Espera,
    Gasto,
    Idempotencia,
    Latido,
    Mensaje,
    Pausa,
    Salida,
    Trabajo,
)

NOW = at("2025/08/28 09:00")
JUAN = hex_id(0xC1)
ANA = hex_id(0xC2)
CHAT = "chat-juan"

D = TypeVar("D", bound=Document | Clave)


def a_cliente(**changes: object) -> Cliente:
    return _with(Cliente(JUAN, 1, nombre="Juan Pérez", telefono="+573109876543"), changes)


def a_hold(
    when: str = "2025/08/29 10:00", minutos: int = 45, *, expira: int = NOW + 60, **changes: object
) -> Cita:
    held = a_cita(when, minutos, estado="bloqueada", expira=expira, conversacion=CHAT)
    return _with(replace(held, id=hex_id(0xB0)), changes)


def a_conversacion(**changes: object) -> Conversacion:
    return _with(Conversacion(CHAT, 1, cliente_id=JUAN, de="Juan"), changes)


def a_mensaje(**changes: object) -> Mensaje:
    plain = Mensaje(
        id="a" * 64,
        version=1,
        message_id="a" * 64,
        conversacion=CHAT,
        timestamp=NOW * 1000,
        recibido=NOW,
        cliente_id=JUAN,
        texto="una cita mañana",
        intencion=Intencion.AGENDAR,
        entidades=("fecha",),
        respuesta='{"estado": "propuesta"}',
    )
    return _with(plain, changes)


def a_salida(**changes: object) -> Salida:
    plain = Salida(
        id=hex_id(0x5A),
        version=1,
        conversacion=CHAT,
        para="Juan",
        texto="¿Le sirve?",
        creada=NOW,
        caduca=NOW + 600,
        libre_en=NOW + 60,
        cliente_id=JUAN,
    )
    return _with(plain, changes)


def an_aviso(**changes: object) -> Aviso:
    return _with(Aviso(hex_id(0xA7), 1, "humano", "Juan pide una persona.", NOW, cliente_id=JUAN), changes)


def an_espera(**changes: object) -> Espera:
    plain = Espera(
        id=hex_id(0xE5),
        version=1,
        conversacion=CHAT,
        cliente_id=JUAN,
        deseo=Deseo(Intencion.AGENDAR, nombre="Juan"),
        desde=NOW,
        hasta=NOW + 86_400,
        recursos_id=(),
        creada=NOW,
    )
    return _with(plain, changes)


def a_consentimiento(**changes: object) -> Consentimiento:
    plain = Consentimiento(
        version=1,
        acepta=True,
        texto_version="1",
        nombre="Ana Gómez",
        cuando=NOW,
        dispositivo=None,
        origen="archivo",
    )
    return _with(plain, changes)


def a_pausa(**changes: object) -> Pausa:
    return _with(Pausa(1, NOW + 3600), changes)


def a_latido(**changes: object) -> Latido:
    plain = Latido(
        id=hex_id(0xD1),
        version=1,
        nombre="mostrador",
        cuando=NOW,
        permiso=True,
        escuchando=True,
        bateria_sin_limite=False,
        cola=0,
        version_app="1.0",
    )
    return _with(plain, changes)


def an_idempotencia(**changes: object) -> Idempotencia:
    plain = Idempotencia(
        id="1" * 64,
        version=1,
        cuerpo="2" * 64,
        lease=NOW + 30,
        borrar_en=NOW + 86_400,
        cliente_id=JUAN,
        cabeceras=(("ETag", '"1"'),),
    )
    return _with(plain, changes)


def a_trabajo(**changes: object) -> Trabajo:
    plain = Trabajo(
        id="7" * 64,
        version=1,
        conversacion=CHAT,
        entrante='{"text": "una cita mañana"}',
        clave_id=hex_id(0x4E),
        dispositivo="mostrador",
        recibido=NOW,
        espera=NOW + 8,
        lease=NOW + 15,
    )
    return _with(plain, changes)


def a_gasto(**changes: object) -> Gasto:
    return _with(Gasto("2025-08", 1, nanos=1_250_000), changes)


def a_clave(**changes: object) -> Clave:
    return _with(Clave(hex_id(0x4E), 1, hex_id(0x7E), "h" * 64, NOW), changes)


def newer(document: D, **changes: object) -> D:
    """Return the document as its next writer would write it."""
    return _with(document, {"version": document.version + 1, **changes})


def _with(document: D, changes: dict[str, object]) -> D:
    return replace(document, **changes)  # type: ignore[arg-type] # the test names fields


ONE_OF_EACH: tuple[Document, ...] = (
    a_cita(),
    a_hold("2025/08/29 12:00"),
    a_bloqueo("2025/08/29 15:00"),
    a_cliente(),
    a_conversacion(),
    a_mensaje(),
    a_salida(),
    an_aviso(),
    an_espera(),
    a_consentimiento(),
    a_pausa(),
    a_latido(),
    an_idempotencia(),
    a_trabajo(),
    a_gasto(),
)
