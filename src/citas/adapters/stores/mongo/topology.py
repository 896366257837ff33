"""What stands at the address: only a replica set (of one node, too) or a sharded cluster has transactions."""

from typing import Any

from pymongo import AsyncMongoClient
from pymongo.errors import OperationFailure, PyMongoError
from pymongo.uri_parser import parse_uri

from citas.adapters.stores.mongo.database import Database
from citas.domain.errors import UnavailableError

# MongoDB 4.4: the oldest that has all that is asked of it.
_OLDEST_WIRE = 9
_REFUSED = frozenset({13, 18})

STANDALONE = (
    "este MongoDB corre suelto (standalone), y sin réplica no hay transacciones. Vuélvalo un replica set, que puede "
    "ser de un solo nodo: arránquelo con «mongod --replSet rs0 …» y dígale una vez «mongosh --eval 'rs.initiate()'»."
)
NOT_INITIATED = "a este replica set le falta nacer: dígale una vez «mongosh --eval 'rs.initiate()'»."
TOO_OLD = "este MongoDB es anterior a 4.4: actualícelo."
NO_ENTRY = "MongoDB no acepta el usuario o la clave, o ese usuario no puede leer y escribir en la base."


async def check_replica_set(database: Database, address: str) -> None:
    """Raise ValueError, in Spanish and with the remedy, unless transactions can be had there."""
    try:
        hello = await database.ask(database.client.admin.command("hello"))
        await database.ask(database.raw.command("ping"))
    except OperationFailure as error:
        if error.code in _REFUSED:
            raise ValueError(NO_ENTRY) from error
        raise
    except UnavailableError:
        problem = await _look_closer(address)
        if problem:
            raise ValueError(problem) from None
        raise
    problem = _problem(hello)
    if problem:
        raise ValueError(problem)


async def _look_closer(address: str) -> str | None:
    """Ask each host alone: where a set's name is in the address, one that is in no set counts as absent."""
    if "+srv" in address:
        return None
    for host, port in parse_uri(address, validate=False)["nodelist"]:
        client: AsyncMongoClient[dict[str, Any]] = AsyncMongoClient(
            host, port, directConnection=True, serverSelectionTimeoutMS=1000, connectTimeoutMS=1000
        )
        try:
            return _problem(await client.admin.command("hello"))
        except PyMongoError:
            continue
        finally:
            await client.close()
    return None


def _problem(hello: dict[str, Any]) -> str | None:
    if hello.get("maxWireVersion", 0) < _OLDEST_WIRE:
        return TOO_OLD
    if hello.get("isreplicaset"):
        return NOT_INITIATED
    if "setName" not in hello and hello.get("msg") != "isdbgrid":
        return STANDALONE
    return None
