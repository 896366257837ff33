"""What the owner is told: short sentences that name the cita and who wrote, never what was written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco
from citas.language.wording.palabras import Palabras, punto

_SOMEBODY = "Un cliente"


class TipoAviso(StrEnum):
    """The closed set of reasons to tell the owner something."""

    HUMANO = "humano"  # asks for a person, or was not understood twice
    CONSULTA = "consulta"  # a question that the catalogue cannot answer
    SIN_RESPUESTA = "sin_respuesta"  # the phone has no way to answer this chat
    DATOS_CONSULTA = "datos_consulta"  # asks what is known of them
    DATOS_RECLAMO = "datos_reclamo"  # asks to correct or erase it
    URGENCIA = "urgencia"  # says that it cannot wait
    MEDIO = "medio"  # a photo, sticker or voice note
    CANCELACION_TARDIA = "cancelacion_tardia"
    HUECO_LIBERADO = "hueco_liberado"  # a place that somebody on the waiting list wanted
    DESCONOCIDO = "desconocido"  # the app died between sending and knowing
    CADUCADA = "caducada"  # a reply expired in the outbox
    OLVIDO = "olvido"  # a client's data were erased and a future cita stands
    DISPOSITIVO_SILENCIOSO = "dispositivo_silencioso"


@dataclass(frozen=True, slots=True)
class _Facts:
    palabras: Palabras
    quien: str
    cita: Cita | Hueco | None
    detalle: str | None
    plazo: date | None

    def until(self) -> str:
        """Say the last day to answer, where a law says one."""
        return f" Último día para responder: {self.palabras.el(self.plazo)}." if self.plazo else ""

    def of_cita(self, before: str, otherwise: str) -> str:
        """Say `before` and the cita, or `otherwise` where none is known."""
        return f"{before} {self.palabras.linea(self.cita)}" if self.cita else otherwise


def aviso_text(
    tipo: str,
    tenant: Tenant,
    *,
    quien: str | None = None,
    cita: Cita | Hueco | None = None,
    detalle: str | None = None,
    plazo: date | None = None,
) -> str:
    """Word one aviso.

    `quien`: the name or phone of who wrote. `cita`: the cita it is about, or for `hueco_liberado` the
    place that is free. `plazo`: the last day to answer. `detalle`: the device's name for `dispositivo_silencioso`.

    Raises:
        ValueError: `tipo` is not a TipoAviso.
    """
    # An aviso may be read days later, so its days are said by date alone.
    facts = _Facts(Palabras(tenant, None), quien or _SOMEBODY, cita, detalle, plazo)
    return _TEXTS[TipoAviso(tipo)](facts)


def _humano(facts: _Facts) -> str:
    return f"{facts.quien} necesita que le responda una persona. Abre su chat."


def _consulta(facts: _Facts) -> str:
    return f"{facts.quien} preguntó algo que el catálogo no responde. Abre su chat."


def _datos_consulta(facts: _Facts) -> str:
    return f"{facts.quien} pregunta qué datos tienen suyos. Abre su chat y respóndele.{facts.until()}"


def _datos_reclamo(facts: _Facts) -> str:
    wants = f"{facts.quien} pide que se corrijan o se borren sus datos."
    return f"{wants} Se borran con «citas olvidar».{facts.until()}"


def _urgencia(facts: _Facts) -> str:
    return f"{facts.quien} dice que es urgente. Abre su chat."


def _sin_respuesta(facts: _Facts) -> str:
    return f"{facts.quien} escribió y el teléfono no permite responderle solo. Abre su chat."


def _medio(facts: _Facts) -> str:
    return f"{facts.quien} envió una foto, un audio o un sticker; solo se lee texto. Abre su chat."


def _cancelacion_tardia(facts: _Facts) -> str:
    horas = facts.palabras.tenant.politicas.cancelacion_min_horas
    least = "1 hora" if horas == 1 else f"{horas} horas"
    wanted = f"{facts.quien} quiso cancelar o cambiar"
    which = facts.of_cita(f"{wanted}:", f"{wanted} una cita.")
    return f"{punto(which)} No se hizo, porque faltan menos de {least}; la cita sigue en la agenda."


def _hueco_liberado(facts: _Facts) -> str:
    free = facts.of_cita("Se liberó:", "Se liberó un espacio.")
    return f"{punto(free)} {facts.quien} pidió que le avisaran."


def _desconocido(facts: _Facts) -> str:
    return f"No se sabe si {_lower(facts.quien)} recibió la respuesta. Abre su chat y revísalo."


def _caducada(facts: _Facts) -> str:
    return f"{facts.quien} se quedó sin respuesta: no se pudo enviar a tiempo. Abre su chat."


def _olvido(facts: _Facts) -> str:
    stands = facts.of_cita("Sigue en la agenda, sin nombre ni teléfono:", "No le quedaban citas por venir")
    return f"Se borraron los datos de un cliente a petición suya. {punto(stands)}"


def _dispositivo_silencioso(facts: _Facts) -> str:
    which = f" «{facts.detalle}»" if facts.detalle else ""
    return f"El teléfono{which} dejó de reportarse: puede haber clientes sin respuesta. Revísalo."


def _lower(quien: str) -> str:
    return quien.lower() if quien == _SOMEBODY else quien


_TEXTS: dict[TipoAviso, Callable[[_Facts], str]] = {
    TipoAviso.HUMANO: _humano,
    TipoAviso.CONSULTA: _consulta,
    TipoAviso.SIN_RESPUESTA: _sin_respuesta,
    TipoAviso.DATOS_CONSULTA: _datos_consulta,
    TipoAviso.DATOS_RECLAMO: _datos_reclamo,
    TipoAviso.URGENCIA: _urgencia,
    TipoAviso.MEDIO: _medio,
    TipoAviso.CANCELACION_TARDIA: _cancelacion_tardia,
    TipoAviso.HUECO_LIBERADO: _hueco_liberado,
    TipoAviso.DESCONOCIDO: _desconocido,
    TipoAviso.CADUCADA: _caducada,
    TipoAviso.OLVIDO: _olvido,
    TipoAviso.DISPOSITIVO_SILENCIOSO: _dispositivo_silencioso,
}
