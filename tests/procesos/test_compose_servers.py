"""The servers of compose.yaml take the options that it gives them: tried on the programs of the tests."""

import re
from pathlib import Path
from typing import Any

import pytest
import redis
import yaml
from pymongo import MongoClient

from citas.adapters.stores.mongo import MongoStores
from servidores import (
    MONGOD,
    VALKEY,
    WITH_SERVER,
    accepts,
    answers_redis,
    is_primary,
    launch,
    or_skip,
    wait_until,
)

pytestmark = [*WITH_SERVER, pytest.mark.proceso]

COMPOSE: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "compose.yaml").read_text(encoding="utf-8")
)


async def test_mongod_starts_so_and_becomes_the_replica_set_that_citas_takes(tmp_path: Path) -> None:
    program = or_skip(MONGOD, lambda: MONGOD.find(tmp_path))
    options = [word for word in COMPOSE["services"]["mongo"]["command"][1:] if word != "--bind_ip_all"]
    (tmp_path / "datos").mkdir()
    running = launch(
        lambda port: [
            *[str(program), "--dbpath", str(tmp_path / "datos"), "--port", str(port)],
            *["--bind_ip", "127.0.0.1", "--nounixsocket"],
            *options,
        ],
        tmp_path,
        accepts,
    )
    try:
        evaluated = COMPOSE["services"]["mongo"]["healthcheck"]["test"][-1]
        set_name, host = re.findall(r"'([^']+)'", evaluated)
        assert host == "mongo:27017"
        member = {"_id": 0, "host": f"127.0.0.1:{running.port}"}
        client: MongoClient[dict[str, Any]]
        with MongoClient("127.0.0.1", running.port, directConnection=True) as client:
            client.admin.command("replSetInitiate", {"_id": set_name, "members": [member]})
        assert wait_until(lambda: is_primary(running.port))

        stores = MongoStores(f"mongodb://127.0.0.1:{running.port}/citas?replicaSet={set_name}")
        await stores.start()
        await stores.close()
    finally:
        running.end()


def test_redis_starts_so(tmp_path: Path) -> None:
    program = or_skip(VALKEY, lambda: VALKEY.find(tmp_path))
    options = COMPOSE["services"]["redis"]["command"][1:]
    running = launch(
        lambda port: [str(program), "--bind", "127.0.0.1", "--port", str(port), *options],
        tmp_path,
        answers_redis,
    )
    try:
        with redis.Redis(port=running.port) as client:
            assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
    finally:
        running.end()
