"""Every error that an answer can carry: its `codigo`, status and words, in one total table."""

from dataclasses import dataclass
from typing import Final

from citas.domain.desenlaces import Motivo
from citas.domain.errors import (
    AgendaRuleError,
    CitasError,
    CitaStateError,
    ConflictError,
    ConsentMissingError,
    InputError,
    InterpreterError,
    NotFoundError,
    PreconditionError,
    SlotTakenError,
    UnavailableError,
)


@dataclass(frozen=True, slots=True)
class Codigo:
    """`detail` is Spanish and safe to show; `regla`: against a rule of the agenda, so it is kept for replays."""

    status: int
    title: str
    detail: str
    regla: bool = False


def _regla(title: str, detail: str) -> Codigo:
    return Codigo(422, title, detail, regla=True)


CODIGOS: Final[dict[str, Codigo]] = {
    "clave_invalida": Codigo(401, "Clave inválida", "Falta la clave X-API-Key, o no es válida."),
    "cuerpo_demasiado_grande": Codigo(413, "Cuerpo demasiado grande", "El cuerpo pasa de 64 KiB."),
    "demasiadas_peticiones": Codigo(
        429, "Demasiadas peticiones", "Esta clave hizo demasiadas peticiones en un minuto."
    ),
    "tenant_ajeno": Codigo(403, "Tenant ajeno", "X-Tenant-Id no es el negocio de esta clave."),
    "permiso_insuficiente": Codigo(403, "Permiso insuficiente", "Esta clave no puede hacer esto."),
    "sin_consentimiento": Codigo(
        403,
        "Sin consentimiento",
        "El negocio no ha aceptado el acceso a sus notificaciones: no se guarda ningún mensaje.",
    ),
    "no_encontrado": Codigo(404, "No encontrado", "Eso no existe."),
    "metodo_no_permitido": Codigo(405, "Método no permitido", "Esta ruta no admite ese método."),
    "entrada_invalida": Codigo(422, "Entrada inválida", "La petición tiene un campo que no es válido."),
    "idempotencia_reutilizada": Codigo(
        422, "Idempotency-Key reutilizada", "Esa Idempotency-Key ya se usó con otro cuerpo."
    ),
    "version_requerida": Codigo(
        428, "Versión requerida", "Falta If-Match con la versión de la cita que usted vio."
    ),
    "version_obsoleta": Codigo(412, "Versión obsoleta", "La cita cambió desde que usted la vio."),
    "estado_invalido": Codigo(409, "Estado inválido", "La cita no está confirmada."),
    "idempotencia_en_curso": Codigo(
        409, "Petición en curso", "La petición con esa Idempotency-Key todavía se atiende."
    ),
    "horario_ocupado": Codigo(409, "Horario ocupado", "Ese horario ya está ocupado."),
    "en_el_pasado": _regla("En el pasado", "Esa hora ya pasó."),
    "fuera_de_plazo": _regla("Fuera de plazo", "Ese día está más lejos de lo que se puede reservar."),
    "anticipacion": _regla("Falta anticipación", "Falta la anticipación mínima que pide el negocio."),
    "cerrado": _regla("Cerrado", "El negocio no abre ese día."),
    "feriado": _regla("Feriado", "Ese día es feriado y el negocio no abre."),
    "fuera_de_horario": _regla("Fuera de horario", "El negocio no atiende a esa hora."),
    "hora_no_alineada": _regla("Hora no alineada", "Esa hora no está en la cuadrícula de la agenda."),
    "servicio_desconocido": _regla("Servicio desconocido", "Ese servicio no existe."),
    "recurso_desconocido": _regla("Recurso desconocido", "Ese recurso no existe."),
    "recurso_no_disponible": _regla(
        "Recurso no disponible", "Ese recurso no trabaja entonces o no presta esos servicios."
    ),
    "error_interno": Codigo(500, "Error interno", "Algo falló de nuestro lado; quedó anotado."),
    "almacen_no_disponible": Codigo(
        503, "Almacén no disponible", "El almacén no responde; intente de nuevo en unos segundos."
    ),
}

_BY_TYPE: Final[dict[type[CitasError], str]] = {
    SlotTakenError: "horario_ocupado",
    CitaStateError: "estado_invalido",
    NotFoundError: "no_encontrado",
    InputError: "entrada_invalida",
    ConflictError: "almacen_no_disponible",  # bounded retries ended: trying later is all there is
    ConsentMissingError: "sin_consentimiento",
    UnavailableError: "almacen_no_disponible",
    InterpreterError: "error_interno",  # whoever asks a model answers by the rules instead
}


def codigo_of(error: CitasError) -> str:
    """Return the `codigo` of an error of the house. Raises KeyError on a gap, which a test looks for."""
    match error:
        case AgendaRuleError(codigo=Motivo.OCUPADO):
            return "horario_ocupado"
        case AgendaRuleError():
            return str(error.codigo)
        case PreconditionError():
            return "version_requerida" if error.cita is None else "version_obsoleta"
        case _:
            return _BY_TYPE[type(error)]
