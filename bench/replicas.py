"""A replica set of real nodes on loopback, started for a measure and ended by their ids."""

import argparse
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from pymongo import MongoClient
from pymongo.errors import PyMongoError
from tests.servidores import (
    MONGOD,
    Running,
    accepts,
    initiate,
    is_primary,
    launch,
    mongod_command,
    wait_until,
)

ELECTION_MS = 2000
HEALTHY_SECONDS = 60
# As compose.yaml sets it: what a process that was killed was writing is held until then.
TRANSACTION_SECONDS = 10
LIMITS = ("--setParameter", f"transactionLifetimeLimitSeconds={TRANSACTION_SECONDS}")
_names = count(1)


@dataclass
class Replicas:
    """The nodes of one set."""

    nodes: list[Running]

    def address(self, name: str | None = None) -> str:
        """Return where a database of it is, as CITAS_STORE takes it; a new one by default."""
        hosts = ",".join(f"127.0.0.1:{node.port}" for node in self.nodes)
        return f"mongodb://{hosts}/{name or f'citas_bench_{next(_names)}'}?replicaSet=rs0"

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes of its nodes."""
        return tuple(node.pid for node in self.nodes)

    def primary(self) -> Running:
        """Return the node that takes writes."""
        found: list[Running] = []
        if not wait_until(lambda: bool(_into(found, self._primaries())), HEALTHY_SECONDS):
            raise RuntimeError("the replica set has no primary")
        return found[0]

    def _primaries(self) -> list[Running]:
        return [node for node in self.nodes if node.process.poll() is None and is_primary(node.port)]

    def kill(self, node: Running) -> None:
        """End a node with no chance to tidy up."""
        node.process.kill()
        node.process.wait()

    def stop(self, node: Running) -> None:
        """Let a node stand still, with its connections open."""
        os.kill(node.pid, signal.SIGSTOP)

    def go_on(self, node: Running) -> None:
        """Let it go on."""
        os.kill(node.pid, signal.SIGCONT)

    def heal(self) -> None:
        """Start what ended, and wait until every node has all that the primary has."""
        for node in self.nodes:
            if node.process.poll() is not None:
                node.again()
        if not wait_until(self._is_healthy, HEALTHY_SECONDS):
            raise RuntimeError("the replica set did not recover")

    def _is_healthy(self) -> bool:
        try:
            client: MongoClient[dict[str, Any]] = MongoClient(
                "127.0.0.1", self.primary().port, directConnection=True, serverSelectionTimeoutMS=500
            )
            with client:
                members = client.admin.command("replSetGetStatus")["members"]
        except (PyMongoError, RuntimeError):
            return False
        return sorted(member["stateStr"] for member in members) == [
            "PRIMARY",
            *["SECONDARY"] * (len(self.nodes) - 1),
        ]

    def memory(self) -> float:
        """Return the resident memory of all nodes, in MiB."""
        pages = (int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self.pids)
        return sum(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _into(found: list[Running], these: list[Running]) -> list[Running]:
    found[:] = these
    return found


@contextmanager
def replicas(count: int, cache_gb: float = 0.25) -> Iterator[Replicas]:
    """Start a replica set of so many nodes, each with so much cache."""
    with tempfile.TemporaryDirectory(prefix="citas-bench-mongo-") as folder:
        nodes: list[Running] = []
        try:
            for number in range(count):
                place = Path(folder, str(number))
                command = mongod_command(MONGOD.find(place), place / "datos", *LIMITS)
                nodes.append(launch(_with_cache(command, cache_gb), place, accepts))
            initiate([node.port for node in nodes], ELECTION_MS)
            yield Replicas(nodes)
        finally:
            for node in nodes:
                if node.process.poll() is None:
                    os.kill(node.pid, signal.SIGCONT)
                    node.end()


def _with_cache(command: Callable[[int], list[str]], gigabytes: float) -> Callable[[int], list[str]]:
    def changed(port: int) -> list[str]:
        words = command(port)
        words[words.index("--wiredTigerCacheSizeGB") + 1] = str(gigabytes)
        return words

    return changed


def add_store(parser: argparse.ArgumentParser) -> None:
    """Let a measure be asked for on another store."""
    parser.add_argument(
        "--almacen",
        default="sqlite",
        help="sqlite; mongodb: un replica set, levantado para esto; o la dirección de una base vacía",
    )


@contextmanager
def place(asked: str, nodes: int) -> Iterator[str | None]:
    """Yield the address that was asked for, started if need be; None: a new SQLite file."""
    if asked == "mongodb":
        with replicas(nodes) as together:
            yield together.address()
    else:
        yield None if asked == "sqlite" else asked
