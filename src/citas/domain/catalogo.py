"""What a tenant is: its servicios, its recursos, its hours and how to reach it."""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from citas.domain.horarios import Excepcion, Horarios
from citas.domain.politicas import Politicas

TipoRecurso = Literal["persona", "espacio"]
ModoIA = Literal["reglas", "llm", "hibrido"]

# More names than these are no help to choose from.
MOST_TO_CHOOSE = 6


@dataclass(frozen=True, slots=True)
class Servicio:
    """Something that the business does: `minutos` of time that passes."""

    id: str
    nombre: str
    minutos: int
    precio: str | None = None
    alias: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recurso:
    """Whoever or whatever serves one cliente at a time.

    `servicios_id` None: it does every servicio. `horarios` None: the tenant's.
    """

    id: str
    nombre: str
    tipo: TipoRecurso = "persona"
    servicios_id: tuple[str, ...] | None = None
    horarios: Horarios | None = None
    excepciones: tuple[Excepcion, ...] = ()

    def does(self, servicios_id: tuple[str, ...]) -> bool:
        """Tell whether it does every one of `servicios_id`."""
        mine = self.servicios_id
        return mine is None or all(servicio in mine for servicio in servicios_id)


@dataclass(frozen=True, slots=True)
class Contacto:
    """How clientes reach the business, as it wrote it."""

    telefono: str | None = None
    email: str | None = None
    whatsapp: str | None = None
    redes_sociales: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Responsable:
    """Who answers for the personal data of the clientes."""

    nombre: str | None = None
    domicilio: str | None = None
    correo: str | None = None


@dataclass(frozen=True, slots=True)
class Cloud:
    """The business's number at the official Cloud API; the token stays in the environment."""

    phone_number_id: str
    token_env: str


@dataclass(frozen=True, slots=True)
class Tenant:
    """One business, as its file says it, with the ids that its catalogue was given."""

    id: str
    nombre: str
    zona_horaria: str
    pais: str
    horarios: Horarios
    servicios: tuple[Servicio, ...]
    recursos: tuple[Recurso, ...]
    rubro: str | None = None
    direccion: str | None = None
    contacto: Contacto = field(default_factory=Contacto)
    responsable: Responsable = field(default_factory=Responsable)
    excepciones: tuple[Excepcion, ...] = ()
    politicas: Politicas = field(default_factory=Politicas)
    excluidos: tuple[str, ...] = ()
    ia: ModoIA | None = None
    cloud: Cloud | None = None

    @property
    def zona(self) -> ZoneInfo:
        """The time zone of its agenda."""
        return zona(self.zona_horaria)

    def servicio(self, servicio_id: str) -> Servicio | None:
        """Find a servicio by id."""
        return next((s for s in self.servicios if s.id == servicio_id), None)

    def servicios_to_choose(self, dudosos: tuple[str, ...]) -> tuple[Servicio, ...]:
        """Return the servicios that a question names, in order: those in doubt, or all; none where they are too many."""
        named = tuple(s for s in self.servicios if s.id in dudosos) or self.servicios
        return named if len(named) <= MOST_TO_CHOOSE else ()

    def recurso(self, recurso_id: str) -> Recurso | None:
        """Find a recurso by id."""
        return next((r for r in self.recursos if r.id == recurso_id), None)

    def minutos(self, servicios_id: tuple[str, ...]) -> int:
        """Length of these servicios one after another; the same one twice counts twice."""
        by_id = {servicio.id: servicio.minutos for servicio in self.servicios}
        return sum(by_id[servicio_id] for servicio_id in servicios_id)


@cache
def zona(nombre: str) -> ZoneInfo:
    """Return the IANA time zone; raises `ZoneInfoNotFoundError` for an unknown name."""
    return ZoneInfo(nombre)
