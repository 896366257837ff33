"""One mensaje in its chat: what is known of it, and what is answered."""

from dataclasses import dataclass, field
from datetime import datetime

from citas.application.entrante import Entrante
from citas.application.interpret import Llamadas, Pregunta, interpret
from citas.application.mensaje_answer import Answer
from citas.application.mensaje_effects import Actor, Done
from citas.application.mensaje_once import Received
from citas.application.mensaje_who import Who
from citas.application.ports import Caller, Door, World
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.deseos import Entendido
from citas.domain.dialogo.situation import Step
from citas.domain.mensajes import Pausa, Trabajo
from citas.language.notices import Notice
from citas.language.rules import understand

NOTHING_SAID = Entendido()


@dataclass(slots=True)
class Course:
    """The course of one post over all attempts to answer it.

    What was understood is read once, however often a decision must be taken anew. `trabajo`: the stored
    post that is answered, under a lease of ours; None: it was not stored. `llamadas`: what may still be
    asked of a model.
    """

    trabajo: Trabajo | None = None
    llamadas: Llamadas | None = None
    by_text: dict[tuple[str, datetime], Entendido] = field(default_factory=dict)
    by_model: dict[tuple[str, datetime], Entendido] = field(default_factory=dict)

    @property
    def by_rules_alone(self) -> bool:
        """Whether the post was begun before, and whoever began it never came to the end."""
        return self.trabajo is not None and self.trabajo.intentos > 1

    def understood(self, text: str, tenant: Tenant, ahora: datetime) -> Entendido:
        """Understand the text, or remember what was understood."""
        key = (text, ahora)
        if key not in self.by_text:
            self.by_text[key] = understand(text, tenant, ahora)
        return self.by_text[key]

    async def asked(self, world: World, pregunta: Pregunta) -> Entendido:
        """Ask the model what the text says, or remember what came of it."""
        key = (pregunta.text, pregunta.ahora)
        if key not in self.by_model:
            self.by_model[key] = await interpret(world, pregunta, self.calls(world))
        return self.by_model[key]

    def calls(self, world: World) -> Llamadas:
        """Return what may still be asked for this post."""
        self.llamadas = self.llamadas or Llamadas.of(world)
        return self.llamadas


@dataclass(frozen=True, slots=True)
class Turn:
    """One mensaje in its chat. `notice`: what it is where nobody wrote a text; `stale`: too old to answer.

    `ahora`: the mensaje's moment in the tenant's zone. `trabajo`: the stored post that it answers.
    """

    world: World
    caller: Caller
    door: Door
    tenant: Tenant
    entrante: Entrante
    now: Instant
    got: Received
    who: Who
    text: str
    notice: Notice | None
    timestamp: int
    ahora: datetime
    stale: bool
    pausa: Pausa | None = None
    trabajo: Trabajo | None = None

    @property
    def mensaje_id(self) -> str:
        """The id under which it is answered: that of its last new line."""
        return self.got.new[-1].message_id

    @property
    def actor(self) -> Actor:
        """On whose behalf something is done."""
        return Actor(self.world, self.door, self.tenant, self.who.cliente, self.who.chat.id, self.now)


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered, what is done, and what the chat remembers.

    `counts`: the reply counts towards the limit and takes the place of earlier ones. `withdraws`: what was
    not sent yet is taken back though nothing is answered.
    """

    answer: Answer
    step: Step
    acted: Done
    said: Entendido = NOTHING_SAID
    changes: bool = False
    counts: bool = True
    withdraws: bool = False
