"""The bodies that the contract's routes take. Unknown fields are ignored; types are exact."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from citas.adapters.http.values import Breve, Cierre, Fecha, Hora, Id, Marca, Milliseconds, Nombre
from citas.application.pause import MAX_MINUTES

MAX_TEXT = 4096

Texto = Annotated[str, Field(max_length=MAX_TEXT)]
Remitente = Annotated[
    str, Field(min_length=1, max_length=256, pattern=r"[^\s\x00-\x1f]", examples=["+57 310 987 6543"])
]
Clave = Annotated[str, Field(max_length=512)]
MessageId = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Body(BaseModel):
    """What every body shares."""

    model_config = ConfigDict(strict=True, extra="ignore", populate_by_name=False)


class LineaBody(Body):
    """Una línea de una ráfaga."""

    text: Texto
    timestamp: Milliseconds


class ContenidoBody(Body):
    """El contenido que manda la primera aplicación."""

    texto: Texto


class Chat(Body):
    """What may come with a message of either form of ours."""

    de: Remitente = Field(alias="from")
    nombre: Annotated[str, Field(max_length=256)] | None = None
    notification_key: Clave | None = None
    app: Annotated[str, Field(max_length=256)] | None = None
    conversation_id: Clave | None = None
    telefono: JsonValue = Field(default=None, description="Si no sirve como teléfono, se pasa por alto")
    grupo: bool | None = None
    propio: bool | None = None
    salida_id: Id | None = None
    edita: MessageId | None = None
    puede_responder: bool | None = None
    captured_at: Milliseconds | None = None


class MensajeBody(Chat):
    """Un mensaje."""

    text: Texto
    timestamp: Milliseconds
    lineas: None = None  # otherwise it is a burst, and whoever took `text` would lose the rest


class RafagaBody(Chat):
    """Varias líneas seguidas, la más antigua primero; entre todas, 4.096 caracteres."""

    lineas: Annotated[list[LineaBody], Field(min_length=1, max_length=20)]


class PrimeraAppBody(Body):
    """El cuerpo que manda la primera aplicación del cliente."""

    telefono: Remitente
    nombre: Annotated[str, Field(max_length=256)] | None = None
    timestamp: Milliseconds
    contenido: ContenidoBody
    key: Clave


class ClienteBody(Body):
    """Para quién es la cita: un nombre o un teléfono."""

    nombre: Nombre | None = None
    telefono: Annotated[str, Field(min_length=1, max_length=64, examples=["+57 310 987 6543"])] | None = None
    email: Annotated[str, Field(max_length=254, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+$")] | None = None


ServiciosId = Annotated[list[Id], Field(min_length=1, max_length=20)]


class CitaBody(Body):
    """Una cita que se pide."""

    cliente: ClienteBody
    servicios_id: ServiciosId
    fecha: Fecha
    hora_inicio: Hora
    recurso_id: Id | None = None


class CambioBody(Body):
    """Lo que cambia de una cita; lo demás queda como está."""

    fecha: Fecha | None = None
    hora_inicio: Hora | None = None
    recurso_id: Id | None = None
    servicios_id: ServiciosId | None = None


class CancelacionBody(Body):
    """Por qué se cancela, si se quiere decir."""

    motivo: Breve | None = None


class BloqueoBody(Body):
    """Un rato en que un recurso no atiende, en pasos de 5 minutos."""

    recurso_id: Id
    fecha: Fecha
    hora_inicio: Marca
    hora_fin: Cierre
    motivo: Breve | None = None


class AckBody(Body):
    """Qué fue de una salida o de un aviso."""

    resultado: Literal["enviado", "confirmado", "fallido", "desconocido"]
    motivo: Breve | None = None


class LatidoBody(Body):
    """Cómo está el dispositivo."""

    permiso: bool
    escuchando: bool
    bateria_sin_limite: bool
    cola: Annotated[int, Field(ge=0, le=1_000_000)]
    version_app: Annotated[str, Field(max_length=64)]


class DecideBody(Body):
    """Si acepta o no: de eso depende lo demás."""

    acepta: bool


class AceptaBody(Body):
    """El negocio acepta: quién, y qué versión del texto."""

    acepta: Literal[True]
    version: Annotated[str, Field(min_length=1, max_length=64)]
    nombre: Nombre


class RetiraBody(Body):
    """El negocio lo retira."""

    acepta: Literal[False]
    version: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    nombre: Nombre | None = None


class EcoBody(Body):
    """Lo que vuelve tal cual."""

    texto: Texto


class PausaBody(Body):
    """Silencio por unos minutos; 0 lo termina.

    Un chat se nombra por su `conversation_id` o, si no tiene, por su `from`; sin ninguno, es para todos.
    """

    minutos: Annotated[int, Field(ge=0, le=MAX_MINUTES)]
    conversation_id: Annotated[str, Field(min_length=1, max_length=512, pattern=r"\S")] | None = None
    de: Remitente | None = Field(default=None, alias="from")


class DispositivoBody(Body):
    """El nombre con que se conoce el teléfono."""

    nombre: Nombre
