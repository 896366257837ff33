"""The answer to a mensaje in the shape of the contract."""

from dataclasses import dataclass

from citas.application.wire import Wire, alternativa_wire, cita_wire
from citas.domain.catalogo import Tenant
from citas.domain.desenlaces import Desenlace


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered: the desenlace, its words, and under which ids."""

    message_id: str
    desenlace: Desenlace
    respuesta: str | None = None
    salida_id: str | None = None
    corrige: str | None = None


def answer_wire(answer: Answer, tenant: Tenant) -> Wire:
    """Return the answer as JSON shows it."""
    desenlace = answer.desenlace
    cita = desenlace.cita or min(desenlace.citas, key=lambda one: one.start, default=None)
    citas = desenlace.citas if len(desenlace.citas) > 1 else ()
    return {
        "message_id": answer.message_id,
        "duplicado": False,
        "corrige": answer.corrige,
        "intencion": desenlace.intencion.value,
        "estado": desenlace.estado.value,
        "motivo": desenlace.motivo.value if desenlace.motivo else None,
        "respuesta": answer.respuesta,
        "salida_id": answer.salida_id,
        "cita": cita_wire(cita, tenant) if cita else None,
        "citas": [cita_wire(cita, tenant) for cita in citas],
        "alternativas": [alternativa_wire(hueco, tenant) for hueco in desenlace.alternativas],
        "faltan": [falta.value for falta in desenlace.faltan],
    }
