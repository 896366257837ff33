"""A tenant's door to the MongoDB store; nothing here reads or writes without its tenant."""

from collections.abc import Sequence

from citas.adapters.stores.mongo.apply import Step, apply, bump, evict, steps_of
from citas.adapters.stores.mongo.catalogue import Catalogue
from citas.adapters.stores.mongo.database import Database, Session
from citas.adapters.stores.mongo.documents import BLOQUEO, REMEMBERED
from citas.adapters.stores.mongo.erase import forget, purge
from citas.adapters.stores.mongo.export import export_page, restore
from citas.adapters.stores.mongo.indexes import HOLDS, LEASES, PENDING
from citas.adapters.stores.mongo.reader import Reader
from citas.adapters.stores.mongo.values import SECONDS, Raw, oid
from citas.adapters.stores.units import LONGEST_SECONDS
from citas.application.ports import CitaFilter, Configured, Document, Page, Unit
from citas.domain.citas import Bloqueo, Cita, Instant, Ocupacion, TipoOcupacion
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.errors import SlotTakenError
from citas.domain.mensajes import Aviso, Espera, Gasto, Idempotencia, Latido, Mensaje, Salida, Trabajo

_BY_START = [("start", 1), ("_id", 1)]
_BY_CREADA = [("creada", 1), ("_id", 1)]
_BY_ARRIVAL = [("recibido", 1), ("llegada", 1)]
_PENDIENTE: Raw = {"estado": "pendiente"}

_TIPOS: dict[str, TipoOcupacion] = {"confirmada": "cita", "bloqueada": "hold", BLOQUEO: "bloqueo"}
_OCUPACION = (
    "recurso_id", "otros_recursos_id", "start", "end", "reclama_hasta", "estado", "expira", "mueve",
)  # fmt: skip  # packed, to be read at a glance


class MongoDoor:
    """See `Door`."""

    def __init__(self, tenant_id: str, database: Database, catalogue: Catalogue) -> None:
        self._tenant_id = tenant_id
        self._database = database
        self._catalogue = catalogue
        self._reader = Reader(database, tenant_id)

    async def commit(self, unit: Unit, now: Instant) -> None:
        agenda = any(isinstance(write.document, Cita | Bloqueo) for write in unit)
        zona = await self._catalogue.zona(self._tenant_id) if agenda else None
        steps = steps_of(self._tenant_id, unit, zona)
        if steps:
            await self._database.lasting(self._commit(steps, now))

    async def _commit(self, steps: list[Step], now: Instant) -> None:
        remembered = any(step.codec.kind in REMEMBERED for step in steps)

        async def whole(session: Session, *, evicting: bool = False) -> None:
            if evicting and not await evict(self._database, self._tenant_id, steps, now, session):
                raise SlotTakenError
            await apply(self._database, steps, session)
            if remembered:
                await bump(self._database, session)

        try:
            if len(steps) == 1 and not remembered:
                # One write is whole by itself, and the driver repeats it without doing it twice.
                await self._database.ask(apply(self._database, steps, None))
            else:
                await self._database.transact(whole)
        except SlotTakenError:
            await self._database.transact(lambda session: whole(session, evicting=True))

    async def configured(self) -> Configured:
        return await self._catalogue.configured(self._tenant_id)

    async def conversacion(self, conversacion_id: str) -> Conversacion | None:
        return await self._reader.find(Conversacion, conversacion_id)

    async def cliente(self, cliente_id: str) -> Cliente | None:
        return await self._reader.find(Cliente, cliente_id)

    async def cliente_by_telefono(self, telefono: str) -> Cliente | None:
        return await self._reader.first(Cliente, {"telefono": telefono}, [])

    async def mensaje(self, mensaje_id: str) -> Mensaje | None:
        return await self._reader.find(Mensaje, mensaje_id)

    async def mensaje_at(self, instante: str) -> Mensaje | None:
        return await self._reader.first(Mensaje, {"instante": instante}, _BY_ARRIVAL)

    async def cadena(self, message_id: str) -> tuple[Mensaje, ...]:
        return await self._reader.all(Mensaje, {"cadena": message_id}, _BY_ARRIVAL)

    async def cita(self, cita_id: str) -> Cita | None:
        return await self._reader.find(Cita, cita_id)

    async def citas(self, which: CitaFilter) -> tuple[Cita, ...]:
        return await self._reader.all(Cita, self._listed(which), _BY_START, which.limit)

    def _listed(self, which: CitaFilter) -> Raw:
        start: Raw = {"$gte": SECONDS.into(which.desde)}
        where: Raw = {"estado": which.estado, "start": start}
        if which.hasta is not None:
            start["$lt"] = SECONDS.into(which.hasta)
        if which.telefono is not None:
            where["telefono"] = which.telefono
        if which.recurso_id is not None:
            where["recurso_id"] = oid(which.recurso_id)
        if which.after is not None:
            last, cita_id = SECONDS.into(which.after[0]), which.after[1]
            start["$gte"] = max(last, start["$gte"])
            after = {"tenant_id": oid(self._tenant_id), "id": oid(cita_id)}
            where["$or"] = [{"start": {"$gt": last}}, {"start": last, "_id": {"$gt": after}}]
        return where

    async def citas_of(self, cliente_id: str, desde: Instant) -> tuple[Cita, ...]:
        where = {
            "cliente_id": oid(cliente_id),
            "estado": "confirmada",
            "start": {"$gt": SECONDS.into(desde - LONGEST_SECONDS)},
            "end": {"$gt": SECONDS.into(desde)},
        }
        return await self._reader.all(Cita, where, _BY_START)

    async def ultima_cita_of(self, cliente_id: str, before: Instant) -> Cita | None:
        where = {
            "cliente_id": oid(cliente_id),
            "estado": "confirmada",
            "start": {"$lt": SECONDS.into(before)},
        }
        return await self._reader.first(Cita, where, [("start", -1), ("_id", -1)])

    async def ocupaciones(self, desde: Instant, hasta: Instant) -> tuple[Ocupacion, ...]:
        where = {
            "estado": {"$in": list(_TIPOS)},
            "start": {"$gt": SECONDS.into(desde - LONGEST_SECONDS), "$lt": SECONDS.into(hasta)},
            "reclama_hasta": {"$gt": SECONDS.into(desde)},
        }
        rows = await self._reader.rows("cita", where, _OCUPACION)
        found = [ocupacion for row in rows for ocupacion in _ocupaciones(row)]
        return tuple(sorted(found, key=_by_start))

    async def bloqueos(self, desde: Instant, hasta: Instant) -> tuple[Bloqueo, ...]:
        where = {
            "estado": BLOQUEO,
            "start": {"$gt": SECONDS.into(desde - LONGEST_SECONDS), "$lt": SECONDS.into(hasta)},
            "end": {"$gt": SECONDS.into(desde)},
        }
        return await self._reader.all(Bloqueo, where, _BY_START)

    async def bloqueo(self, bloqueo_id: str) -> Bloqueo | None:
        return await self._reader.find(Bloqueo, bloqueo_id)

    async def salida(self, salida_id: str) -> Salida | None:
        return await self._reader.find(Salida, salida_id)

    async def salidas_of(self, conversacion_id: str) -> tuple[Salida, ...]:
        return await self._pendientes({"conversacion": conversacion_id})

    async def salidas_due(self, now: Instant) -> tuple[Salida, ...]:
        instant = SECONDS.into(now)
        return await self._pendientes({"libre_en": {"$lte": instant}, "caduca": {"$gt": instant}})

    async def expired_salidas(self, now: Instant) -> tuple[Salida, ...]:
        return await self._pendientes({"caduca": {"$lte": SECONDS.into(now)}})

    async def _pendientes(self, where: Raw) -> tuple[Salida, ...]:
        return await self._reader.all(Salida, _PENDIENTE | where, _BY_CREADA, hint=PENDING)

    async def avisos(self) -> tuple[Aviso, ...]:
        return await self._reader.all(Aviso, {"reconocido": False}, [("creado", 1), ("_id", 1)])

    async def aviso(self, aviso_id: str) -> Aviso | None:
        return await self._reader.find(Aviso, aviso_id)

    async def esperas(self, now: Instant) -> tuple[Espera, ...]:
        where = {"avisada": False, "hasta": {"$gt": SECONDS.into(now)}}
        return await self._reader.all(Espera, where, _BY_CREADA)

    async def latidos(self) -> tuple[Latido, ...]:
        return await self._reader.all(Latido, self._reader.ids_after(Latido), [("_id", 1)])

    async def latido(self, dispositivo_id: str) -> Latido | None:
        return await self._reader.find(Latido, dispositivo_id)

    async def idempotencia(self, record_id: str) -> Idempotencia | None:
        return await self._reader.find(Idempotencia, record_id)

    async def expired_holds(self, now: Instant) -> tuple[Cita, ...]:
        where = {"estado": "bloqueada", "expira": {"$lte": SECONDS.into(now)}}
        return await self._reader.all(Cita, where, _BY_START, hint=HOLDS)

    async def trabajo(self, trabajo_id: str) -> Trabajo | None:
        return await self._reader.find(Trabajo, trabajo_id)

    async def unfinished(self, now: Instant) -> tuple[Trabajo, ...]:
        where = {"lease": {"$lte": SECONDS.into(now)}}
        return await self._reader.all(Trabajo, where, [("recibido", 1), ("_id", 1)], hint=LEASES)

    async def gasto(self, mes: str) -> Gasto | None:
        return await self._reader.find(Gasto, mes)

    async def purge(self, now: Instant) -> int:
        return await self._database.lasting(purge(self._database, self._tenant_id, now))

    async def forget(self, cliente_id: str, now: Instant) -> None:
        del now  # what is forgotten leaves no date behind
        await self._database.lasting(forget(self._database, self._tenant_id, cliente_id))

    async def export(self, after: tuple[str, str] | None = None, limit: int = 1000) -> Page:
        return await export_page(self._reader, after, limit)

    async def restore(self, documents: Sequence[Document]) -> int:
        zona = await self._catalogue.zona(self._tenant_id)
        return await self._database.lasting(restore(self._database, self._tenant_id, zona, documents))


def _ocupaciones(row: Raw) -> list[Ocupacion]:
    """Return what a document occupies, one for each recurso that it claims."""
    hold = row if row["estado"] == "bloqueada" else {}
    mueve = hold.get("mueve")
    first = Ocupacion(
        recurso_id=str(row["recurso_id"]),
        start=SECONDS.back(row["start"]),
        end=SECONDS.back(row["end"]),
        claimed_end=SECONDS.back(row["reclama_hasta"]),
        tipo=_TIPOS[row["estado"]],
        owner_id=str(row["_id"].get("id") or row["_id"][BLOQUEO]),
        expira=SECONDS.back(hold["expira"]) if "expira" in hold else None,
        mueve=str(mueve) if mueve else None,
    )
    return [first, *(first._replace(recurso_id=str(other)) for other in row.get("otros_recursos_id", ()))]


def _by_start(ocupacion: Ocupacion) -> tuple[Instant, str]:
    return ocupacion.start, ocupacion.owner_id
