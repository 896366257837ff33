"""The answers of the contract's routes, as `/docs` shows them."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from citas.adapters.http.values import FECHA_PATTERN, HORA_PATTERN, Id
from citas.domain.desenlaces import Estado, Falta, Motivo

Dia = Annotated[str, Field(pattern=FECHA_PATTERN, examples=["2025/08/30"])]
Hora = Annotated[str, Field(pattern=HORA_PATTERN, examples=["10:00"])]
HoraFin = Annotated[str, Field(pattern="^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", examples=["10:45"])]
Instante = Annotated[
    str, Field(json_schema_extra={"format": "date-time"}, examples=["2025-08-30T10:00:00-05:00"])
]


class Problema(BaseModel):
    """Un error, según RFC 9457. `codigo` es estable; `campo` nombra lo que no vale."""

    type: str
    title: str
    status: int
    detail: str
    codigo: str
    request_id: str
    campo: str = ""
    alternativas: "list[Alternativa]" = []
    cita: "Cita | None" = None


class Servicio(BaseModel):
    """Algo que el negocio hace; `Duración` en minutos."""

    id: Id
    nombre: str = Field(alias="NombreServicio")
    duracion: int = Field(alias="Duración")
    precio: str | None = Field(alias="Precio")
    alias: list[str]


class Servicios(BaseModel):
    """El catálogo."""

    servicios: list[Servicio]


class Recurso(BaseModel):
    """Quien atiende, con sus horas por día (sin ellas: las del negocio)."""

    id: Id
    nombre: str
    servicios_id: list[Id]
    horarios: dict[str, list[str]]


class Recursos(BaseModel):
    """Quienes atienden."""

    recursos: list[Recurso]


class Hueco(BaseModel):
    """Una hora libre."""

    fecha: Dia
    hora_inicio: Hora
    hora_fin: Hora
    recurso_id: Id
    recurso: str


class Alternativa(Hueco):
    """Una hora libre, y para qué servicios."""

    servicios_id: list[Id]


class Huecos(BaseModel):
    """Horas libres, por comienzo."""

    huecos: list[Hueco]


class Cliente(BaseModel):
    """Lo que se sabe de quien tiene la cita."""

    nombre: str | None
    telefono: str | None


class Cita(BaseModel):
    """Una cita; `expira` sólo si está bloqueada, `motivo` sólo si está cancelada."""

    id: Id
    tenant_id: Id
    cliente_id: Id
    cliente: Cliente
    servicios_id: list[Id]
    recurso_id: Id
    fecha: Dia
    hora_inicio: Hora
    hora_fin: Hora
    start: Instante
    end: Instante
    estado: Literal["bloqueada", "confirmada", "cancelada"]
    version: Annotated[int, Field(ge=1)]
    expira: Instante | None = None
    motivo: str | None = None


class Citas(BaseModel):
    """Una página de citas; `cursor` pide la siguiente."""

    citas: list[Cita]
    cursor: str | None


class Bloqueo(BaseModel):
    """Un rato en que un recurso no atiende."""

    id: Id
    recurso_id: Id
    fecha: Dia
    hora_inicio: Hora
    hora_fin: HoraFin
    motivo: str | None


class Bloqueos(BaseModel):
    """Bloqueos, por comienzo."""

    bloqueos: list[Bloqueo]


class MensajePrimeraApp(BaseModel):
    """Lo que la primera aplicación del cliente espera además."""

    key: str
    message_id: str


class Respuesta(BaseModel):
    """Lo que se entendió, lo que se hizo y lo que se contesta."""

    message_id: str
    duplicado: bool
    corrige: str | None
    intencion: Literal["agendar", "cambiar", "cancelar", "otro"]
    estado: Estado
    motivo: Motivo | None
    respuesta: str | None
    salida_id: Id | None
    cita: Cita | None
    citas: list[Cita]
    alternativas: list[Alternativa]
    faltan: list[Falta]
    mensaje: MensajePrimeraApp | None = None


class EnProceso(BaseModel):
    """Tarda: la respuesta llegará a la bandeja."""

    message_id: str
    estado: Literal["en_proceso"]


class Salida(BaseModel):
    """Una respuesta que el dispositivo tiene que enviar."""

    salida_id: Id
    notification_key: str | None
    conversation_id: str | None
    para: str
    texto: str
    intento: int
    caduca: Instante


class Aviso(BaseModel):
    """Algo que el dueño debe saber."""

    aviso_id: Id
    texto: str
    cita_id: Id | None


class Bandeja(BaseModel):
    """Lo que espera al dispositivo y al dueño."""

    salidas: list[Salida]
    avisos: list[Aviso]


class Acuse(BaseModel):
    """Lo que se anotó."""

    id: Id
    resultado: Literal["enviado", "confirmado", "fallido", "desconocido"]


class Latido(BaseModel):
    """Cuándo se recibió."""

    recibido: Instante


class Consentimiento(BaseModel):
    """Quién aceptó (o retiró) el acceso a las notificaciones, cuándo y qué texto; null si nadie lo hizo."""

    acepta: bool
    version: str | None
    nombre: str | None
    cuando: Instante | None
    dispositivo: str | None
    origen: Literal["http", "archivo"] | None


class Eco(BaseModel):
    """Lo mismo que llegó, y quién contesta."""

    texto: str
    tenant_id: Id
    nombre: str
    dispositivo: str | None
    hora: Hora


class Pausa(BaseModel):
    """Hasta cuándo hay silencio."""

    hasta: Instante | None


class Dispositivo(BaseModel):
    """La clave propia del teléfono: no se vuelve a mostrar."""

    dispositivo_id: Id
    api_key: str


class Salud(BaseModel):
    """Que está bien."""

    estado: Literal["ok"]


class Listo(Salud):
    """Que puede atender. Con `cola` caída también: más despacio, y nada se pierde. Sin Redis no hay `cola`."""

    almacen: Literal["ok"]
    cola: Literal["ok", "caida"] | None = None


Problema.model_rebuild()
