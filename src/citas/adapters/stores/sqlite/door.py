"""A tenant's door to the SQLite store; nothing here reads or writes without its tenant."""

from collections.abc import Iterable, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from citas.adapters.stores.sqlite.agenda import ocupaciones_in
from citas.adapters.stores.sqlite.apply import apply, needs_zona, restore, restored, steps_of
from citas.adapters.stores.sqlite.catalogue import Catalogue
from citas.adapters.stores.sqlite.erase import forget, purge, truncate_log
from citas.adapters.stores.sqlite.export import export_page
from citas.adapters.stores.sqlite.reader import Reader
from citas.adapters.stores.sqlite.writer import Writer
from citas.adapters.stores.units import LONGEST_SECONDS
from citas.application.ports import CitaFilter, Configured, Document, Page, Unit
from citas.domain.citas import Bloqueo, Cita, Instant, Ocupacion
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.errors import NotFoundError
from citas.domain.mensajes import (
    Aviso,
    Espera,
    Gasto,
    Idempotencia,
    Latido,
    Mensaje,
    Salida,
    Trabajo,
)

_PENDIENTE = "AND estado = 'pendiente' "
_CONFIRMED_OF = "AND cliente_id = ? AND estado = 'confirmada' "


class SqliteDoor:
    """See `Door`."""

    def __init__(self, tenant_id: str, reader: Reader, writer: Writer, catalogue: Catalogue) -> None:
        self._tenant_id = tenant_id
        self._reader = reader
        self._writer = writer
        self._catalogue = catalogue

    async def commit(self, unit: Unit, now: Instant) -> None:
        steps = steps_of(self._tenant_id, unit, self._zona_for(write.document for write in unit))
        await self._writer.run(partial(apply, steps=steps, now=now), brief=True)

    def _zona_for(self, documents: Iterable[Document]) -> ZoneInfo | None:
        return self._catalogue.zona(self._tenant_id) if needs_zona(documents) else None

    async def configured(self) -> Configured:
        found = self._catalogue.configured(self._tenant_id)
        if found is None:
            raise NotFoundError
        return found

    async def conversacion(self, conversacion_id: str) -> Conversacion | None:
        return self._reader.find(Conversacion, self._tenant_id, conversacion_id)

    async def cliente(self, cliente_id: str) -> Cliente | None:
        return self._reader.find(Cliente, self._tenant_id, cliente_id)

    async def cliente_by_telefono(self, telefono: str) -> Cliente | None:
        found = self._reader.all(Cliente, self._tenant_id, "AND telefono = ?", telefono)
        return found[0] if found else None

    async def mensaje(self, mensaje_id: str) -> Mensaje | None:
        return self._reader.find(Mensaje, self._tenant_id, mensaje_id)

    async def mensaje_at(self, instante: str) -> Mensaje | None:
        found = self._reader.all(
            Mensaje, self._tenant_id, "AND instante = ? ORDER BY recibido, rowid LIMIT 1", instante
        )
        return found[0] if found else None

    async def cadena(self, message_id: str) -> tuple[Mensaje, ...]:
        return self._reader.all(
            Mensaje, self._tenant_id, "AND cadena = ? ORDER BY recibido, rowid", message_id
        )

    async def cita(self, cita_id: str) -> Cita | None:
        return self._reader.find(Cita, self._tenant_id, cita_id)

    async def citas(self, which: CitaFilter) -> tuple[Cita, ...]:
        where, params = _filtered(which)
        return self._reader.all(
            Cita, self._tenant_id, where + "ORDER BY start, id LIMIT ?", *params, which.limit
        )

    async def citas_of(self, cliente_id: str, desde: Instant) -> tuple[Cita, ...]:
        return self._reader.all(
            Cita,
            self._tenant_id,
            _CONFIRMED_OF + 'AND start > ? AND "end" > ? ORDER BY start, id',
            cliente_id,
            desde - LONGEST_SECONDS,
            desde,
        )

    async def ultima_cita_of(self, cliente_id: str, before: Instant) -> Cita | None:
        where = _CONFIRMED_OF + "AND start < ? ORDER BY start DESC, id DESC LIMIT 1"
        found = self._reader.all(Cita, self._tenant_id, where, cliente_id, before)
        return found[0] if found else None

    async def ocupaciones(self, desde: Instant, hasta: Instant) -> tuple[Ocupacion, ...]:
        zona = self._catalogue.zona(self._tenant_id)
        return ocupaciones_in(self._reader, self._tenant_id, zona, desde, hasta)

    async def bloqueos(self, desde: Instant, hasta: Instant) -> tuple[Bloqueo, ...]:
        return self._reader.all(
            Bloqueo,
            self._tenant_id,
            'AND start > ? AND start < ? AND "end" > ? ORDER BY start, id',
            desde - LONGEST_SECONDS,
            hasta,
            desde,
        )

    async def bloqueo(self, bloqueo_id: str) -> Bloqueo | None:
        return self._reader.find(Bloqueo, self._tenant_id, bloqueo_id)

    async def salida(self, salida_id: str) -> Salida | None:
        return self._reader.find(Salida, self._tenant_id, salida_id)

    async def salidas_of(self, conversacion_id: str) -> tuple[Salida, ...]:
        return self._pendientes("AND conversacion = ? ", conversacion_id)

    async def salidas_due(self, now: Instant) -> tuple[Salida, ...]:
        return self._pendientes("AND libre_en <= ? AND caduca > ? ", now, now)

    async def expired_salidas(self, now: Instant) -> tuple[Salida, ...]:
        return self._pendientes("AND caduca <= ? ", now)

    def _pendientes(self, where: str, *params: str | int) -> tuple[Salida, ...]:
        return self._reader.all(Salida, self._tenant_id, _PENDIENTE + where + "ORDER BY creada, id", *params)

    async def avisos(self) -> tuple[Aviso, ...]:
        return self._reader.all(Aviso, self._tenant_id, "AND reconocido = 0 ORDER BY creado, rowid")

    async def aviso(self, aviso_id: str) -> Aviso | None:
        return self._reader.find(Aviso, self._tenant_id, aviso_id)

    async def esperas(self, now: Instant) -> tuple[Espera, ...]:
        where = "AND avisada = 0 AND hasta > ? ORDER BY creada, rowid"
        return self._reader.all(Espera, self._tenant_id, where, now)

    async def latidos(self) -> tuple[Latido, ...]:
        return self._reader.all(Latido, self._tenant_id, "ORDER BY id")

    async def latido(self, dispositivo_id: str) -> Latido | None:
        return self._reader.find(Latido, self._tenant_id, dispositivo_id)

    async def idempotencia(self, record_id: str) -> Idempotencia | None:
        return self._reader.find(Idempotencia, self._tenant_id, record_id)

    async def expired_holds(self, now: Instant) -> tuple[Cita, ...]:
        where = "AND estado = 'bloqueada' AND expira <= ? ORDER BY start, id"
        return self._reader.all(Cita, self._tenant_id, where, now)

    async def trabajo(self, trabajo_id: str) -> Trabajo | None:
        return self._reader.find(Trabajo, self._tenant_id, trabajo_id)

    async def unfinished(self, now: Instant) -> tuple[Trabajo, ...]:
        where = "AND lease <= ? ORDER BY recibido, id"
        return self._reader.all(Trabajo, self._tenant_id, where, now)

    async def gasto(self, mes: str) -> Gasto | None:
        return self._reader.find(Gasto, self._tenant_id, mes)

    async def purge(self, now: Instant) -> int:
        return await self._writer.run(partial(purge, tenant_id=self._tenant_id, now=now))

    async def forget(self, cliente_id: str, now: Instant) -> None:
        del now  # what is forgotten leaves no date behind
        await self._writer.run(
            partial(forget, tenant_id=self._tenant_id, cliente_id=cliente_id),
            after=partial(truncate_log, patience=self._writer.patience),
        )

    async def export(self, after: tuple[str, str] | None = None, limit: int = 1000) -> Page:
        return export_page(self._reader, self._tenant_id, after or ("", ""), limit)

    async def restore(self, documents: Sequence[Document]) -> int:
        steps = restored(self._tenant_id, documents, self._zona_for(documents))
        return await self._writer.run(partial(restore, steps=steps))


def _filtered(which: CitaFilter) -> tuple[str, list[str | int]]:
    where = "AND estado = ? AND start >= ? "
    params: list[str | int] = [which.estado, which.desde]
    optional: list[tuple[str, str | int | None]] = [
        ("AND start < ? ", which.hasta),
        ("AND telefono = ? ", which.telefono),
        ("AND recurso_id = ? ", which.recurso_id),
    ]
    chosen = [(phrase, value) for phrase, value in optional if value is not None]
    where += "".join(phrase for phrase, _ in chosen)
    params += [value for _, value in chosen]
    if which.after is not None:
        where += "AND (start, id) > (?, ?) "
        params += which.after
    return where, params
