"""What a model may add to the reading of a mensaje: it is asked, held against the rules, and never trusted."""

from dataclasses import dataclass, field
from datetime import datetime

from citas.application.interpret_permit import Leave, Llamadas
from citas.application.ports import World
from citas.domain.catalogo import ModoIA, Tenant
from citas.domain.citas import Cita
from citas.domain.desenlaces import Estado, Matiz, Motivo
from citas.domain.deseos import Entendido
from citas.domain.dialogo.memory import wish_in_course
from citas.domain.dialogo.situation import Situation, Step
from citas.domain.errors import InterpreterError
from citas.language.candado.contratos import Clasificar, Extraer
from citas.language.candado.creencia import Creido, believed, doubted, wish_believed
from citas.language.candado.leido import Leido, Veredicto
from citas.language.candado.redaccion import redact
from citas.language.wording.palabras import Palabras

__all__ = ["Llamadas", "Pregunta", "interpret", "is_unsure", "may_help", "mode_of", "reading"]


def mode_of(world: World, tenant: Tenant) -> ModoIA:
    """Return how this business's mensajes are read; its privacy notice says the same, from here."""
    return "reglas" if world.interpreter is None else tenant.ia or world.ia


@dataclass(frozen=True, slots=True)
class Pregunta:
    """A mensaje that a model may be asked about.

    `said`: what the rules read. `nombres`, `telefonos`: what the house knows of whoever writes, so that it
    does not leave.
    """

    tenant: Tenant
    text: str
    ahora: datetime
    said: Entendido
    situation: Situation
    nombres: tuple[str, ...] = ()
    telefonos: tuple[str, ...] = ()


def may_help(said: Entendido, step: Step, mode: ModoIA) -> bool:
    """Tell whether a model is asked about a mensaje that the rules would answer with `step`.

    Never about what is not for the business, nor about an answer to what waits.
    """
    if mode == "reglas" or said.ajeno or said.humano or said.datos or _is_silent(step):
        return False
    if step.understood and (said.si or said.no or said.dejar or said.eleccion is not None or said.desplaza):
        return False
    return mode == "llm" or is_unsure(step)


def _is_silent(step: Step) -> bool:
    return step.desenlace.estado is Estado.IGNORADA


def is_unsure(step: Step) -> bool:
    """Tell whether the rules could not tell what is wanted."""
    desenlace = step.desenlace
    unknown = desenlace.motivo is Motivo.SERVICIO_DESCONOCIDO
    return not step.understood or unknown or desenlace.matiz is Matiz.NO_ENTENDIDO


async def interpret(world: World, pregunta: Pregunta, llamadas: Llamadas) -> Entendido:
    """Return what is understood of a mensaje with a model's help; the rules' reading whenever that fails.

    Never raises. What a model changed carries `de_modelo`, and is only ever offered.
    """
    return (await reading(world, pregunta, llamadas)).entendido


async def reading(world: World, pregunta: Pregunta, llamadas: Llamadas) -> Creido:
    """Return what is understood, and why. Never raises."""
    asked = Asked(world, pregunta)
    creido = await asked.understood(llamadas)
    _note(world, pregunta, asked, creido)
    return creido


@dataclass(slots=True)
class Asked:
    """One mensaje put to the model: what was sent, what came back."""

    world: World
    pregunta: Pregunta
    fallo: str = ""
    leave: Leave | None = None
    leido: Leido = field(init=False)

    def __post_init__(self) -> None:
        """Redact the text and number what it may choose from."""
        pregunta = self.pregunta
        nombres = (*pregunta.nombres, *_names_said(pregunta.said))
        situation = pregunta.situation
        shown = () if situation.by_name else situation.future
        self.leido = Leido(
            tenant=pregunta.tenant,
            texto=pregunta.text,
            enviado=redact(pregunta.text, nombres, pregunta.telefonos),
            ahora=pregunta.ahora,
            said=pregunta.said,
            servicios={f"s{n}": one.id for n, one in enumerate(pregunta.tenant.servicios, 1)},
            citas={f"c{n}": cita for n, cita in enumerate(shown, 1)},
            espera=situation.offer is not None or wish_in_course(situation) is not None,
            faltan=situation.conversacion.faltan,
        )

    async def understood(self, llamadas: Llamadas) -> Creido:
        """Ask, and hold what comes against the rules."""
        interpreter = self.world.interpreter
        if interpreter is None:
            return Creido(self.pregunta.said)
        self.leave = leave = Leave(self.world, interpreter, self.pregunta.tenant, llamadas)
        try:
            intento = await interpreter.classify(Clasificar(self.leido.enviado), leave)
            if not wish_believed(self.leido, intento).creido:
                return doubted(self.leido, intento)
            extraccion = await interpreter.extract(self.extraer(), leave)
        except InterpreterError as error:
            self.fallo = error.codigo
            leave.complain(error)
            leave.give_up(error)
            return Creido(self.pregunta.said, (Veredicto("modelo", error.codigo),))
        return believed(self.leido, intento, extraccion)

    def extraer(self) -> Extraer:
        """Return the question for the pieces."""
        leido = self.leido
        names = {servicio.id: servicio.nombre for servicio in leido.tenant.servicios}
        return Extraer(
            texto=leido.enviado,
            hoy=leido.ahora.date(),
            servicios={key: names[one] for key, one in leido.servicios.items()},
            citas={key: _described(leido.tenant, cita) for key, cita in leido.citas.items()},
        )


def _names_said(said: Entendido) -> tuple[str, ...]:
    deseos = (*said.deseos, said.piezas)
    return tuple(name for name in (said.nombre, *(d.nombre for d in deseos if d)) if name)


def _described(tenant: Tenant, cita: Cita) -> str:
    words = Palabras(tenant, None)
    return f"{words.servicios(cita.servicios_id)}, {words.cuando(cita.start)}"


def _note(world: World, pregunta: Pregunta, asked: Asked, creido: Creido) -> None:
    """Write what became of the reading: codes and counts."""
    entendido = creido.entendido
    world.telemetry.note(
        "lectura_de_modelo",
        pregunta.tenant.id,
        reglas=pregunta.said.intencion.value,
        entendido="duda" if entendido.duda else entendido.intencion.value,
        cambio=int(entendido is not pregunta.said),
        fallo=asked.fallo,
        veredictos=" ".join(f"{one.campo}:{one.porque}" for one in creido.veredictos),
        caracteres=len(asked.leido.enviado),
        peticiones=asked.leave.asked if asked.leave else 0,
        nanos_usd=asked.leave.spent if asked.leave else 0,
    )
