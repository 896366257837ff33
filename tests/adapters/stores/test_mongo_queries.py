"""Every question behind a tenant's door is answered by an index that begins with that tenant."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from pymongo.monitoring import CommandListener, CommandStartedEvent
from typing_extensions import override

from builders import a_bloqueo, a_cita, a_tenant, hex_id
from citas.adapters.stores.mongo import MongoStores, database
from citas.application.ports import CitaFilter, Document, Door, Insert, Operator, Remove, Replace
from servidores import WITH_SERVER, a_client
from store_scenes import (
    ANA,
    JUAN,
    NOW,
    a_clave,
    a_cliente,
    a_consentimiento,
    a_conversacion,
    a_gasto,
    a_hold,
    a_latido,
    a_mensaje,
    a_pausa,
    a_salida,
    a_trabajo,
    an_aviso,
    an_espera,
    an_idempotencia,
    newer,
)

pytestmark = WITH_SERVER

TENANTS = [hex_id(0x7E0 + number) for number in range(3)]
ASKS = ("find", "aggregate", "update", "delete")
DAY = 86_400

# What the operator's door may ask of everybody, and nothing else: by which index.
OPERATORS = {
    "_id_",  # a key by its id, who does a task, the generation
    "key",
    "nombre_contacto_telefono",
    "expira_tenant_id",
    "caduca_tenant_id",
    "lease_tenant_id",
    "borrar_en",
}


class Overheard(CommandListener):
    """What the store asks the server."""

    def __init__(self) -> None:
        self.commands: list[dict[str, Any]] = []

    @override
    def started(self, event: CommandStartedEvent) -> None:
        if event.command_name in ASKS:
            self.commands.append(dict(event.command))

    @override
    def succeeded(self, event: object) -> None:
        """Nothing to hear."""

    @override
    def failed(self, event: object) -> None:
        """Nothing to hear."""


def some_of_each(number: int) -> list[Document]:
    """A busy year: every twentieth cita is cancelled, every hundredth a hold."""
    agenda: list[Document] = []
    for at in range(900):
        start = NOW + DAY * (at // 12 - 60) + 3600 * (at % 12)
        plain = a_cita(
            id=hex_id(0x10000 + at),
            start=start,
            end=start + 2700,
            cliente_id=hex_id(0xC00 + at % 100),
            slots=tuple(slot._replace(recurso_id=hex_id(at)) for slot in a_cita().slots),
        )
        agenda.append(plain)
        if at % 20 == 0:
            agenda[-1] = replace(plain, estado="cancelada", slots=())
        elif at % 100 == 7:
            agenda[-1] = replace(plain, estado="bloqueada", expira=NOW + at, borrar_en=NOW + at)
    rest: list[Document] = [
        document
        for at in range(60)
        for document in (
            a_cliente(id=hex_id(0xC00 + at), telefono=f"+57300{at:07d}"),
            a_conversacion(id=f"chat-{at}", cliente_id=hex_id(0xC00 + at), borrar_en=NOW + at),
            a_mensaje(
                id=f"{at:064x}",
                cliente_id=hex_id(0xC00 + at),
                conversacion=f"chat-{at}",
                timestamp=1000 * (NOW + at),
                instante=f"chat-{at}\n1\nx",
                cadena=f"{at // 3:064x}",
                borrar_en=NOW + at,
            ),
            a_salida(
                id=hex_id(0x5A00 + at),
                conversacion=f"chat-{at}",
                creada=NOW + at,
                caduca=NOW + at + 600,
                estado="pendiente" if at % 10 == 0 else "enviado",
                borrar_en=NOW + at,
            ),
            an_aviso(id=hex_id(0xA700 + at), reconocido=at % 10 != 0, borrar_en=NOW + at),
            an_espera(
                id=hex_id(0xE500 + at), conversacion=f"chat-{at}", avisada=at % 10 != 0, borrar_en=NOW + at
            ),
            an_idempotencia(id=f"{at:064x}", borrar_en=NOW + at),
            a_bloqueo("2025/08/29 10:00", id=hex_id(0xB000 + at), recurso_id=hex_id(0xB000 + at)),
            a_latido(id=hex_id(0xD000 + at)),
            a_trabajo(id=f"{at:064x}", lease=NOW + at),
            a_gasto(id=f"{2000 + at}-01"),
        )
    ]
    return [*agenda, *rest, a_consentimiento(), a_pausa(hasta=NOW + number)]


@pytest.fixture
def overheard(monkeypatch: pytest.MonkeyPatch) -> Overheard:
    listener = Overheard()
    monkeypatch.setitem(database._OPTIONS, "event_listeners", [listener])
    return listener


@pytest.fixture(scope="module")
def busy(mongod: str) -> Iterator[str]:
    """The address of a database with busy tenants, filled once for all that ask it."""
    address = mongod.replace("/?", "/citas_prueba_llena?")
    asyncio.run(fill(address))
    yield address
    with a_client(address) as client:
        client.drop_database("citas_prueba_llena")


async def fill(address: str) -> None:
    stores = MongoStores(address, patience=60)
    await stores.start()
    for number, tenant_id in enumerate(TENANTS):
        tenant = a_tenant(id=tenant_id, nombre=f"Negocio {number}")
        clave = a_clave(id=hex_id(number + 1), tenant_id=tenant_id, hash=f"{number:064x}")
        await stores.operator.save_tenant(tenant, None, [clave])
        documents = some_of_each(number)
        for first in range(0, len(documents), 1000):
            await stores.of(tenant_id).restore(documents[first : first + 1000])
    await stores.close()


@pytest.fixture
async def stores(overheard: Overheard, busy: str) -> AsyncIterator[MongoStores]:
    """A store that is overheard."""
    stores = MongoStores(busy, patience=60)
    await stores.start()
    overheard.commands.clear()
    yield stores
    await stores.close()


def behind_the_door(door: Door) -> dict[str, Callable[[], Awaitable[object]]]:
    """Every method of the port, asked as the use cases do."""
    later = a_cita("2026/01/15 10:00", id=hex_id(1))
    hold = a_hold("2026/01/16 10:00")
    everything = CitaFilter(NOW, NOW + 30 * DAY)

    async def commit() -> None:
        await door.commit([Insert(later), Insert(hold)], NOW)
        await door.commit([Insert(a_cita("2026/01/16 10:15", id=hex_id(2)))], hold.expira or NOW)
        await door.commit([Replace(newer(later, motivo="x"))], NOW)
        await door.commit([Remove(newer(later)), Remove(a_cita("2026/01/16 10:15", id=hex_id(2)))], NOW)

    async def citas() -> None:
        await door.citas(everything)
        await door.citas(replace(everything, telefono="+573109876543"))
        await door.citas(replace(everything, recurso_id=hex_id(700)))
        await door.citas(replace(everything, hasta=None, estado="cancelada", after=(NOW + DAY, hex_id(5))))

    return {
        "commit": commit,
        "configured": door.configured,
        "conversacion": lambda: door.conversacion("chat-7"),
        "cliente": lambda: door.cliente(JUAN),
        "cliente_by_telefono": lambda: door.cliente_by_telefono("+573000000007"),
        "mensaje": lambda: door.mensaje(f"{7:064x}"),
        "mensaje_at": lambda: door.mensaje_at("chat-7\n1\nx"),
        "cadena": lambda: door.cadena(f"{7:064x}"),
        "cita": lambda: door.cita(hex_id(0x10007)),
        "citas": citas,
        "citas_of": lambda: door.citas_of(hex_id(0xC07), NOW),
        "ultima_cita_of": lambda: door.ultima_cita_of(hex_id(0xC07), NOW),
        "ocupaciones": lambda: door.ocupaciones(NOW, NOW + DAY),
        "bloqueos": lambda: door.bloqueos(NOW, NOW + DAY),
        "bloqueo": lambda: door.bloqueo(hex_id(0xB007)),
        "salida": lambda: door.salida(hex_id(0x5A07)),
        "salidas_of": lambda: door.salidas_of("chat-10"),
        "salidas_due": lambda: door.salidas_due(NOW + 60),
        "expired_salidas": lambda: door.expired_salidas(NOW + 700),
        "avisos": door.avisos,
        "aviso": lambda: door.aviso(hex_id(0xA707)),
        "esperas": lambda: door.esperas(NOW),
        "latidos": door.latidos,
        "latido": lambda: door.latido(hex_id(0xD007)),
        "idempotencia": lambda: door.idempotencia(f"{7:064x}"),
        "expired_holds": lambda: door.expired_holds(NOW + 200),
        "trabajo": lambda: door.trabajo(f"{7:064x}"),
        "unfinished": lambda: door.unfinished(NOW + 5),
        "gasto": lambda: door.gasto("2007-01"),
        "export": lambda: door.export(after=("cita", hex_id(0x10100)), limit=300),
        "restore": lambda: door.restore([a_cliente(id=ANA, telefono=None)]),
        "purge": lambda: door.purge(NOW + 20),
        "forget": lambda: door.forget(hex_id(0xC21), NOW),
    }


def explained(address: str, command: dict[str, Any]) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Return each filter of a command with the index scans of its plan; a scan of the collection has no keys."""
    filters: list[dict[str, Any]] = []
    questions: list[dict[str, Any]] = []
    kept = ("find", "filter", "sort", "limit", "projection", "hint", "aggregate", "pipeline", "cursor")
    if "updates" in command or "deletes" in command:
        verb, plural = ("update", "updates") if "updates" in command else ("delete", "deletes")
        for change in command[plural]:
            filters.append(change["q"])
            questions.append({verb: command[verb], plural: [change]})
    else:
        filters.append(command["filter"] if "filter" in command else command["pipeline"][0]["$match"])
        questions.append({name: value for name, value in command.items() if name in kept})
    with a_client(address) as client:
        plans = [client.get_default_database().command("explain", each) for each in questions]
    return [(where, list(scans(plan))) for where, plan in zip(filters, plans, strict=True)]


def scans(plan: Any) -> Iterator[dict[str, Any]]:
    """Yield what reads documents in a winning plan, however deep it lies."""
    if isinstance(plan, list):
        for part in plan:
            yield from scans(part)
    elif isinstance(plan, dict):
        if plan.get("stage") in ("COLLSCAN", "IXSCAN", "IDHACK", "CLUSTERED_IXSCAN"):
            yield plan
        for name, part in plan.items():
            if name != "rejectedPlans":
                yield from scans(part)


def begins_with_the_tenant(where: dict[str, Any], scan: dict[str, Any]) -> bool:
    """One value of the tenant, or an `_id` (which begins with the tenant) beside a filter that says it too."""
    keys = list(scan.get("keyPattern", {"_id": 1} if scan["stage"] == "IDHACK" else {}))
    if keys[:1] == ["_id"]:
        return "tenant_id" in where
    return keys[:1] == ["tenant_id"] and len(scan["indexBounds"]["tenant_id"]) == 1


# What is read of no tenant's documents: the number that tells that configuration changed.
COMMON = {"generacion"}


async def test_every_question_behind_a_door_begins_with_its_tenant(
    stores: MongoStores, overheard: Overheard, busy: str
) -> None:
    asked = behind_the_door(stores.of(TENANTS[1]))
    assert set(asked) == {name for name in vars(Door) if not name.startswith("_")}

    faults: list[str] = []
    for name, ask in asked.items():
        overheard.commands.clear()
        await ask()
        assert overheard.commands, name
        for command in list(overheard.commands):
            if next(iter(command.values())) in COMMON:
                continue
            for where, found in explained(busy, command):
                faults += [
                    f"{name}: {where} {scan.get('indexName', scan['stage'])}"
                    for scan in found
                    if not begins_with_the_tenant(where, scan)
                ]
                faults += [] if found else [f"{name}: {where} reads by nothing"]

    assert not faults, "\n".join(faults)


async def test_the_operators_questions_are_few_and_each_has_its_index(
    stores: MongoStores, overheard: Overheard, busy: str
) -> None:
    operator = stores.operator
    asked: dict[str, Callable[[], Awaitable[object]]] = {
        "tenants": operator.tenants,
        "clave_by_hash": lambda: operator.clave_by_hash("1" * 64),
        "clave": lambda: operator.clave(hex_id(1)),
        "claves": lambda: operator.claves(TENANTS[0]),
        "due": lambda: operator.due(NOW + 50),
        "lease": lambda: operator.lease("barrido", "yo", NOW + 60, NOW),
        "generation": operator.generation,
        "save_claves": lambda: operator.save_claves(
            [newer(a_clave(id=hex_id(1), tenant_id=TENANTS[0], hash="0" * 64))]
        ),
        "save_tenant": lambda: operator.save_tenant(a_tenant(id=TENANTS[0]), None, ()),
    }
    assert set(asked) == {name for name in vars(Operator) if not name.startswith("_")}

    faults: list[str] = []
    for name, ask in asked.items():
        overheard.commands.clear()
        await ask()
        assert len(overheard.commands) == 1 or name in {"tenants", "save_claves", "save_tenant"}
        for command in list(overheard.commands):
            for where, found in explained(busy, command):
                faults += [
                    f"{name}: {where} {scan.get('indexName', scan['stage'])}"
                    for scan in found
                    if not (begins_with_the_tenant(where, scan) or is_the_operators(name, scan))
                ]

    assert not faults, "\n".join(faults)


def is_the_operators(name: str, scan: dict[str, Any]) -> bool:
    """Tell whether it reads by an index of the operator's; to list all tenants is to read them all."""
    index = "_id_" if scan["stage"] == "IDHACK" else scan.get("indexName")
    return index in OPERATORS or (name == "tenants" and scan["stage"] == "COLLSCAN")


async def test_what_is_due_is_told_without_a_word_of_content(
    stores: MongoStores, overheard: Overheard
) -> None:
    assert set(await stores.operator.due(NOW + 50)) == set(TENANTS)

    (asked,) = overheard.commands
    shown = [stage["$unionWith"]["pipeline"][1] for stage in asked["pipeline"] if "$unionWith" in stage]
    assert all(each == {"$project": {"_id": 0, "tenant_id": 1}} for each in [asked["pipeline"][1], *shown])


async def test_every_index_begins_with_the_tenant_but_those_of_the_operator(
    busy: str,
) -> None:
    with a_client(busy) as client:
        db = client.get_default_database()
        odd = {
            name
            for collection in db.list_collection_names()
            for name, index in db[collection].index_information().items()
            if index["key"][0][0] != "tenant_id"
        }

    assert odd == OPERATORS
