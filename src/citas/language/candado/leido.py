"""What was put to a model, what stands here to hold its answers against, and the verdict on each of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita
from citas.domain.deseos import Entendido
from citas.language.rules import understand

# As the rules read it too, or what they had not read.
_BELIEVED = frozenset({"de_acuerdo", "nueva"})


@dataclass(frozen=True, slots=True)
class Leido:
    """What was put to a model, and what stands here to hold its answers against.

    `texto`: as the cliente wrote it; `enviado`: as it was sent. `servicios` and `citas`: what s1…sN and c1…cN
    are. `espera`: something waits in the chat, so that rules alone say what an answer to it means;
    `faltan`: the fields that were asked for last.
    """

    tenant: Tenant
    texto: str
    enviado: str
    ahora: datetime
    said: Entendido
    servicios: Mapping[str, str]
    citas: Mapping[str, Cita]
    espera: bool = False
    faltan: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """The rules know what the text says though it makes no wish: a question, an answer, a piece of what waits."""
        said = self.said
        asks = bool(said.consultas) or said.avisame or said.urgente
        answers = said.si or said.eleccion is not None or said.desplaza is not None
        return asks or answers or (self.espera and said.piezas is not None)

    def reading(self, quote: str) -> Entendido:
        """Read a quote by the rules."""
        return understand(quote, self.tenant, self.ahora)


@dataclass(frozen=True, slots=True)
class Veredicto:
    """A field of the model's answer, and the code that says why it was believed, or why not."""

    campo: str
    porque: str

    @property
    def creido(self) -> bool:
        """Whether it was believed."""
        return self.porque in _BELIEVED
