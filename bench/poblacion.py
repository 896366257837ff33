"""Many businesses with their citas, straight into a database by the store's own mapping: what time would have left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from bench.instalacion import ZONA
from bench.muestras import a_chat, a_cita_at, a_cliente, a_mensaje, a_tenant, new_id
from pymongo import MongoClient
from pymongo.write_concern import WriteConcern

from citas.adapters.stores.mongo import MongoStores
from citas.adapters.stores.mongo.documents import CODECS, arrival
from citas.application.ports import Document

BATCH = 1000
CHAIRS = 4
FIRST_DAY = date(2026, 10, 1)
PER_DAY = 16  # citas of 45 minutes from 08:00 to 20:00


@dataclass(frozen=True, slots=True)
class Population:
    """How many businesses, and what each has."""

    tenants: int
    citas: int
    clientes: int
    mensajes: int


async def settle(address: str, population: Population) -> None:
    """Make the schema and the businesses."""
    stores = MongoStores(address, patience=60)
    await stores.start()
    for number in range(population.tenants):
        await stores.operator.save_tenant(a_tenant(number, CHAIRS), None, ())
    await stores.close()


def fill(address: str, population: Population) -> int:
    """Insert all that the businesses have; return how many documents that was."""
    # Only for loading: what is measured afterwards writes as the store always does.
    quick = WriteConcern(w=1, j=False)
    client: MongoClient[dict[str, Any]] = MongoClient(address)
    inserted = 0
    with client:
        database = client.get_default_database(write_concern=quick)
        for number in range(population.tenants):
            for collection, raws in _raws(number, population):
                database[collection].insert_many(raws, ordered=False)
                inserted += len(raws)
    return inserted


def _raws(number: int, population: Population) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for documents in documents_of(number, population):
        while batch := list(islice(documents, BATCH)):
            codec = CODECS[type(batch[0])]
            yield (
                codec.collection,
                [
                    {**codec.where(new_id(number), one.id), **codec.body(one, ZONA)[0], **arrival(one)}
                    for one in batch
                ],
            )


def documents_of(number: int, population: Population) -> Iterator[Iterator[Document]]:
    """Yield the documents of one business, those of each kind by themselves."""
    yield (_cita(number, n, population) for n in range(population.citas))
    yield (a_cliente(number, n) for n in range(population.clientes))
    yield (a_chat(number, n) for n in range(population.clientes))
    yield (a_mensaje(number, n, population.clientes) for n in range(population.mensajes))


def _cita(number: int, n: int, population: Population) -> Document:
    day, place = divmod(n, PER_DAY * CHAIRS)
    return a_cita_at(
        number, n, FIRST_DAY + timedelta(days=day), place % CHAIRS, place // CHAIRS, n % population.clientes
    )
