"""A tenant's door to the memory store."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from citas.adapters.stores.memory.forget import forget, purge
from citas.adapters.stores.memory.shelf import Shelf
from citas.adapters.stores.units import COLLECTIONS, Claimant, ocupaciones_of
from citas.application.ports import CitaFilter, Configured, Document, Page, Unit
from citas.domain.citas import Bloqueo, Cita, Instant, Ocupacion
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.errors import NotFoundError
from citas.domain.mensajes import (
    Aviso,
    Consentimiento,
    Espera,
    Gasto,
    Idempotencia,
    Latido,
    Mensaje,
    Pausa,
    Salida,
    Trabajo,
)

_by_start = attrgetter("start", "id")
_by_creada = attrgetter("creada", "id")


class MemoryDoor:
    """See `Door`."""

    def __init__(self, shelf: Shelf, changed: Callable[[], None]) -> None:
        self._shelf = shelf
        self._changed = changed

    async def commit(self, unit: Unit, now: Instant) -> None:
        self._shelf.commit(unit, now)
        self._tell_of(write.document for write in unit)

    def _tell_of(self, documents: Iterable[Document]) -> None:
        if any(isinstance(document, Consentimiento) for document in documents):
            self._changed()

    async def configured(self) -> Configured:
        if self._shelf.tenant is None:
            raise NotFoundError
        consentimiento = self._shelf.find(Consentimiento, "consentimiento")
        return Configured(self._shelf.tenant, consentimiento, self._shelf.find(Pausa, "pausa"))

    async def conversacion(self, conversacion_id: str) -> Conversacion | None:
        return self._shelf.find(Conversacion, conversacion_id)

    async def cliente(self, cliente_id: str) -> Cliente | None:
        return self._shelf.find(Cliente, cliente_id)

    async def cliente_by_telefono(self, telefono: str) -> Cliente | None:
        return next((c for c in self._shelf.all(Cliente) if c.telefono == telefono), None)

    async def mensaje(self, mensaje_id: str) -> Mensaje | None:
        return self._shelf.find(Mensaje, mensaje_id)

    async def mensaje_at(self, instante: str) -> Mensaje | None:
        return next((m for m in self._arrived() if m.instante == instante), None)

    async def cadena(self, message_id: str) -> tuple[Mensaje, ...]:
        return tuple(m for m in self._arrived() if m.cadena == message_id)

    def _arrived(self) -> list[Mensaje]:
        return sorted(self._shelf.all(Mensaje), key=attrgetter("recibido"))

    async def cita(self, cita_id: str) -> Cita | None:
        return self._shelf.find(Cita, cita_id)

    async def citas(self, which: CitaFilter) -> tuple[Cita, ...]:
        found = sorted((c for c in self._shelf.all(Cita) if _listed(c, which)), key=_by_start)
        return tuple(found[: which.limit])

    async def citas_of(self, cliente_id: str, desde: Instant) -> tuple[Cita, ...]:
        return tuple(sorted((c for c in self._confirmed(cliente_id) if c.end > desde), key=_by_start))

    async def ultima_cita_of(self, cliente_id: str, before: Instant) -> Cita | None:
        past = (c for c in self._confirmed(cliente_id) if c.start < before)
        return max(past, key=_by_start, default=None)

    def _confirmed(self, cliente_id: str) -> list[Cita]:
        mine = (c for c in self._shelf.all(Cita) if c.cliente_id == cliente_id)
        return [c for c in mine if c.estado == "confirmada"]

    async def ocupaciones(self, desde: Instant, hasta: Instant) -> tuple[Ocupacion, ...]:
        claimants: list[Claimant] = [*self._shelf.all(Cita), *self._shelf.all(Bloqueo)]
        found = [
            ocupacion
            for document in claimants
            for ocupacion in ocupaciones_of(document, self._shelf.zona)
            if ocupacion.start < hasta and ocupacion.claimed_end > desde
        ]
        return tuple(sorted(found, key=attrgetter("start", "owner_id")))

    async def bloqueos(self, desde: Instant, hasta: Instant) -> tuple[Bloqueo, ...]:
        found = (b for b in self._shelf.all(Bloqueo) if b.start < hasta and b.end > desde)
        return tuple(sorted(found, key=_by_start))

    async def bloqueo(self, bloqueo_id: str) -> Bloqueo | None:
        return self._shelf.find(Bloqueo, bloqueo_id)

    async def salida(self, salida_id: str) -> Salida | None:
        return self._shelf.find(Salida, salida_id)

    async def salidas_of(self, conversacion_id: str) -> tuple[Salida, ...]:
        return tuple(s for s in self._pendientes() if s.conversacion == conversacion_id)

    async def salidas_due(self, now: Instant) -> tuple[Salida, ...]:
        return tuple(s for s in self._pendientes() if s.libre_en <= now < s.caduca)

    async def expired_salidas(self, now: Instant) -> tuple[Salida, ...]:
        return tuple(s for s in self._pendientes() if s.caduca <= now)

    def _pendientes(self) -> list[Salida]:
        return sorted((s for s in self._shelf.all(Salida) if s.estado == "pendiente"), key=_by_creada)

    async def avisos(self) -> tuple[Aviso, ...]:
        found = (a for a in self._shelf.all(Aviso) if not a.reconocido)
        return tuple(sorted(found, key=attrgetter("creado")))

    async def aviso(self, aviso_id: str) -> Aviso | None:
        return self._shelf.find(Aviso, aviso_id)

    async def esperas(self, now: Instant) -> tuple[Espera, ...]:
        found = (e for e in self._shelf.all(Espera) if e.hasta > now and not e.avisada)
        return tuple(sorted(found, key=attrgetter("creada")))

    async def latidos(self) -> tuple[Latido, ...]:
        return tuple(sorted(self._shelf.all(Latido), key=attrgetter("id")))

    async def latido(self, dispositivo_id: str) -> Latido | None:
        return self._shelf.find(Latido, dispositivo_id)

    async def idempotencia(self, record_id: str) -> Idempotencia | None:
        return self._shelf.find(Idempotencia, record_id)

    async def expired_holds(self, now: Instant) -> tuple[Cita, ...]:
        return tuple(sorted(self._shelf.expired_holds(now), key=_by_start))

    async def trabajo(self, trabajo_id: str) -> Trabajo | None:
        return self._shelf.find(Trabajo, trabajo_id)

    async def unfinished(self, now: Instant) -> tuple[Trabajo, ...]:
        return tuple(sorted(self._shelf.unfinished(now), key=attrgetter("recibido", "id")))

    async def gasto(self, mes: str) -> Gasto | None:
        return self._shelf.find(Gasto, mes)

    async def purge(self, now: Instant) -> int:
        return purge(self._shelf, now)

    async def forget(self, cliente_id: str, now: Instant) -> None:
        del now  # what is forgotten leaves no date behind
        forget(self._shelf, cliente_id)

    async def export(self, after: tuple[str, str] | None = None, limit: int = 1000) -> Page:
        lines = sorted(self._lines(), key=_place)
        return tuple(line for line in lines if after is None or _place(line) > after)[:limit]

    def _lines(self) -> Iterator[tuple[str, Document]]:
        return ((name, document) for kind, name in COLLECTIONS.items() for document in self._shelf.all(kind))

    async def restore(self, documents: Sequence[Document]) -> int:
        missing = self._shelf.restore(documents)
        self._tell_of(documents)
        return missing


def _place(line: tuple[str, Document]) -> tuple[str, str]:
    collection, document = line
    return collection, document.id


def _listed(cita: Cita, which: CitaFilter) -> bool:
    return (
        cita.estado == which.estado
        and which.desde <= cita.start
        and (which.hasta is None or cita.start < which.hasta)
        and which.telefono in (None, cita.telefono)
        and which.recurso_id in (None, cita.recurso_id)
        and (which.after is None or (cita.start, cita.id) > which.after)
    )
