"""What a tenant file says, once read: names instead of ids, because ids are given later."""

from dataclasses import dataclass, field

from citas.domain.catalogo import Cloud, Contacto, ModoIA, Responsable, TipoRecurso
from citas.domain.horarios import Excepcion, Horarios
from citas.domain.politicas import Politicas


@dataclass(frozen=True, slots=True)
class ServicioDraft:
    """`antes`: the name it had, where the file renames it."""

    nombre: str
    minutos: int
    precio: str | None = None
    alias: tuple[str, ...] = ()
    antes: str | None = None


@dataclass(frozen=True, slots=True)
class RecursoDraft:
    """`servicios`: names, None for all; `horarios` None: the tenant's; `antes`: the name it had."""

    nombre: str
    tipo: TipoRecurso = "persona"
    servicios: tuple[str, ...] | None = None
    horarios: Horarios | None = None
    excepciones: tuple[Excepcion, ...] = ()
    antes: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentimientoDraft:
    """The opt-in as the file records it."""

    acepta: bool
    nombre: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class TenantDraft:
    """A whole tenant file, without a flaw: unique names, and somebody who does each servicio."""

    nombre: str
    zona_horaria: str
    pais: str
    horarios: Horarios
    servicios: tuple[ServicioDraft, ...]
    recursos: tuple[RecursoDraft, ...]
    rubro: str | None = None
    direccion: str | None = None
    contacto: Contacto = field(default_factory=Contacto)
    responsable: Responsable = field(default_factory=Responsable)
    consentimiento: ConsentimientoDraft | None = None
    excepciones: tuple[Excepcion, ...] = ()
    politicas: Politicas = field(default_factory=Politicas)
    excluidos: tuple[str, ...] = ()
    ia: ModoIA | None = None
    cloud: Cloud | None = None
