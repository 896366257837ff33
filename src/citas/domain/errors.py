"""The errors of the house, as a small tree. They carry data; a bug is none of them.

CitasError
├── RejectedError            understood, and the answer is no; never retried
│   ├── SlotTakenError       the recurso is taken then (with the nearest alternatives)
│   ├── AgendaRuleError      against a rule of the agenda; `motivo` names it
│   └── CitaStateError       no such move from this estado
├── NotFoundError            absent, or another tenant's: the same
├── InputError               a field that cannot be; `campo` names it
├── PreconditionError        a version that the caller did not see, or no version at all
├── ConflictError            another writer was first; read again and decide again
├── UnavailableError         a dependency is silent; nothing moved
└── InterpreterError         the model is silent or left its contract; `codigo` says how
"""

from dataclasses import dataclass
from typing import Literal

from citas.domain.citas import Cita, Hueco
from citas.domain.desenlaces import Motivo


class CitasError(Exception):
    """Root of all that can be answered."""


class RejectedError(CitasError):
    """Understood, and the answer is no."""


@dataclass(eq=False)
class SlotTakenError(RejectedError):
    """The index refused the claim: a cita, a hold or a bloqueo stands there."""

    alternativas: tuple[Hueco, ...] = ()


@dataclass(eq=False)
class AgendaRuleError(RejectedError):
    """Against a rule of the agenda; `codigo` is the motivo, or `recurso_desconocido`."""

    codigo: str
    alternativas: tuple[Hueco, ...] = ()


@dataclass(eq=False)
class CitaStateError(RejectedError):
    """The cita is not `confirmada`."""

    cita: Cita


class NotFoundError(CitasError):
    """Absent, or another tenant's."""


@dataclass(eq=False)
class InputError(CitasError):
    """A field that cannot be; `detalle` is Spanish and safe to show."""

    campo: str
    detalle: str


@dataclass(eq=False)
class PreconditionError(CitasError):
    """`cita` None: no version was given; otherwise the cita as it is now."""

    cita: Cita | None = None


class ConflictError(CitasError):
    """A document changed, appeared or went away since it was read."""


class ConsentMissingError(CitasError):
    """The business did not opt in to notification access, or withdrew it."""


class UnavailableError(CitasError):
    """A dependency did not answer in time."""


ClaseFallo = Literal["silencio", "configuracion", "invalida", "negativa", "veto"]


@dataclass(eq=False)
class InterpreterError(CitasError):
    """The model is silent or left its contract.

    `codigo` names the fault and quotes nothing. `clase`: nothing came (silencio); it will not come before
    somebody mends the configuration; what came is none of the contract's answers (invalida); the model
    refused (negativa); or the house itself asked for nothing (veto: no request left, no budget, breaker).
    """

    codigo: str = "sin_respuesta"
    clase: ClaseFallo = "silencio"


AGENDA_MOTIVOS = (
    Motivo.EN_EL_PASADO,
    Motivo.FUERA_DE_PLAZO,
    Motivo.ANTICIPACION,
    Motivo.CERRADO,
    Motivo.FERIADO,
    Motivo.FUERA_DE_HORARIO,
    Motivo.HORA_NO_ALINEADA,
    Motivo.RECURSO_NO_DISPONIBLE,
    Motivo.OCUPADO,
)
