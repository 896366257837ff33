"""One mensaje in its chat: what is known of it, and what is answered."""

from dataclasses import dataclass, field
from datetime import datetime

from citas.application.entrante import Entrante
from citas.application.mensaje_answer import Answer
from citas.application.mensaje_effects import Actor, Done
from citas.application.mensaje_once import Received
from citas.application.mensaje_who import Who
from citas.application.ports import Caller, Door, World
from citas.domain.catalogo import Tenant
from citas.domain.citas import Instant
from citas.domain.deseos import Entendido
from citas.domain.dialogo.situation import Step
from citas.language.notices import Notice
from citas.language.rules import understand

NOTHING_SAID = Entendido()


@dataclass(slots=True)
class Reading:
    """What was understood of a post: read once, however often a decision must be taken anew."""

    by_text: dict[tuple[str, datetime], Entendido] = field(default_factory=dict)

    def of(self, text: str, tenant: Tenant, ahora: datetime) -> Entendido:
        """Understand the text, or remember what was understood."""
        key = (text, ahora)
        if key not in self.by_text:
            self.by_text[key] = understand(text, tenant, ahora)
        return self.by_text[key]


@dataclass(frozen=True, slots=True)
class Turn:
    """One mensaje in its chat. `notice`: what it is where nobody wrote a text; `stale`: too old to answer.

    `ahora`: the mensaje's moment in the tenant's zone.
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
