"""A cliente who writes to a business: the language in which conversations are tested."""

from dataclasses import dataclass, field, replace

from builders import dia, minutos
from citas.application.book_cita import BookCita, book_cita
from citas.application.entrante import Entrante, Linea
from citas.application.handle_mensaje import handle_mensaje
from citas.application.ports import Caller, CitaFilter
from citas.application.wire import Wire, local
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita
from fakes import Fakes, a_caller


@dataclass
class Chat:
    """One chat with the business; every mensaje is written at the service's clock, a second apart."""

    fakes: Fakes
    tenant: Tenant
    de: str = "+57 310 987 6543"
    conversation_id: str | None = None
    nombre: str | None = None
    caller: Caller | None = None
    sent: list[Entrante] = field(default_factory=list)

    async def says(self, text: str, *lines: str, pasa: float = 1, **changes: object) -> Wire:
        """Write a text (or a burst) `pasa` seconds later; `changes` are fields of the post."""
        self.fakes.clock.advance(pasa)
        timestamp = self.fakes.clock.now_ms()
        linea = tuple(Linea(line, timestamp + n) for n, line in enumerate((text, *lines)))
        plain = Entrante(self.de, linea, nombre=self.nombre, conversation_id=self.conversation_id)
        return await self.posts(replace(plain, **changes))  # type: ignore[arg-type] # the test names fields

    async def posts(self, entrante: Entrante) -> Wire:
        """Post exactly this."""
        self.sent.append(entrante)
        return await handle_mensaje(self.fakes.world, self.caller or a_caller(self.tenant), entrante)

    async def edits(self, text: str, edited: Wire, *, of: int = -1) -> Wire:
        """Replace the text of a mensaje that was sent: the notification keeps its time."""
        before = self.sent[of].lineas[-1]
        message_id = str(edited["message_id"])
        entrante = replace(self.sent[of], lineas=(Linea(text, before.timestamp),), edita=message_id)
        return await self.posts(entrante)

    async def agenda(self) -> list[str]:
        """Return the confirmed citas as "2025/08/30 15:00 corte cabello @Andrés"."""
        door = self.fakes.stores.of(self.tenant.id)
        return [shown(cita, self.tenant) for cita in await door.citas(CitaFilter(desde=0, limit=200))]


def shown(cita: Cita, tenant: Tenant) -> str:
    """Return a cita in one line."""
    start = local(cita.start, tenant.zona)
    recurso = tenant.recurso(cita.recurso_id)
    servicios = (tenant.servicio(servicio_id) for servicio_id in cita.servicios_id)
    names = "+".join(servicio.nombre if servicio else "?" for servicio in servicios)
    return f"{start:%Y/%m/%d %H:%M} {names} @{recurso.nombre if recurso else '?'}"


async def given(
    fakes: Fakes,
    tenant: Tenant,
    cuando: str,
    servicio: str = "corte cabello",
    *,
    telefono: str | None = "+57 310 987 6543",
    nombre: str | None = None,
    recurso: str | None = None,
) -> Cita:
    """Book by the owner's call: `given(fakes, tenant, "2025/08/30 10:00", "barba")`."""
    fecha, hora = cuando.split()
    servicio_id = next(s.id for s in tenant.servicios if s.nombre == servicio)
    recurso_id = next((r.id for r in tenant.recursos if r.nombre == recurso), None)
    request = BookCita(nombre, telefono, None, (servicio_id,), dia(fecha), minutos(hora), recurso_id)
    return await book_cita(fakes.world, a_caller(tenant), request)
