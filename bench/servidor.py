"""Servers that are started for a measure, on loopback, and ended by their own id."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import yaml

TICK = os.sysconf("SC_CLK_TCK")
START_SECONDS = 30
BUG = ("Traceback", '"trace"', '"donde"')  # what stands in a line of the log about something unexpected


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its port and its process; and the tenant it serves, where it has one."""

    port: int
    pid: int
    tenant_id: str = ""
    key: str = ""
    servicios: tuple[str, ...] = ()
    recursos: tuple[str, ...] = ()
    store: str = ""
    beside: tuple[int, ...] = ()

    def cpu(self) -> float:
        """Return the seconds of CPU that it and its children have used."""
        return sum(cpu_of(pid) for pid in (self.pid, *children(self.pid)))

    def cpu_beside(self) -> float:
        """Return the seconds of CPU that the processes of its store have used."""
        return sum(map(cpu_of, self.beside))

    def memory(self) -> float:
        """Return the proportional memory (PSS) of it and its children, in MiB."""
        return sum(pss_of(pid) for pid in (self.pid, *children(self.pid)))


def cpu_of(pid: int) -> float:
    """Return the seconds of CPU of a process."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def pss_of(pid: int) -> float:
    """Return the proportional set size of a process in MiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def children(pid: int) -> tuple[int, ...]:
    """Return the ids of a process's children."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return tuple(int(child) for child in text.split())


def workers_of(pid: int) -> tuple[int, ...]:
    """Return the ids of the workers that a `serve` has started; none where it serves by itself."""
    return tuple(
        child for child in children(pid) if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    )


@contextmanager
def halted(*pids: int) -> Iterator[None]:
    """Let processes that were started here stand still for a moment."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], workers: int = 1) -> None:
    """Wait until something listens and all workers are there, or raise what the process left behind."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        with socket.socket() as probe:
            listens = probe.connect_ex(("127.0.0.1", port)) == 0
        if listens and workers in (1, len(workers_of(process.pid))):
            return
        time.sleep(0.05)  # noqa: TID251 - real processes are waited for in real time
    raise RuntimeError("the server did not listen in time")


def ended(process: subprocess.Popen[bytes]) -> None:
    """End what was started here, by its id."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def bare() -> Iterator[Server]:
    """A FastAPI app with one POST and a model, on the same server: what HTTP alone costs."""
    port = free_port()
    command = [sys.executable, "-m", "bench.desnudo", str(port)]
    process = subprocess.Popen(command)
    try:
        wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        ended(process)


@contextmanager
def citas(
    tenant: dict[str, object],
    *,
    workers: int = 1,
    clock: str | None = None,
    store: str | None = None,
    beside: tuple[int, ...] = (),
) -> Iterator[Server]:
    """The service with one tenant, by default over a new SQLite file; `beside`: the processes of its store."""
    with tempfile.TemporaryDirectory(prefix="citas-bench-") as folder:
        store = store or f"sqlite:///{folder}/citas.db"
        env = environment(store, clock)
        made = made_tenant(tenant, folder, env)
        process, port = serving(folder, env, workers)
        try:
            wait_for(port, process, workers)
            yield Server(
                port,
                process.pid,
                str(made["tenant_id"]),
                str(made["api_key"]),
                tuple(s["id"] for s in made["servicios"]),
                tuple(r["id"] for r in made["recursos"]),
                store,
                beside,
            )
        finally:
            ended(process)


def serving(
    folder: str, env: dict[str, str], workers: int = 1, port: int | None = None
) -> tuple[subprocess.Popen[bytes], int]:
    """Start `citas serve`, by default on a free port; what it logs goes to the folder."""
    port = port or free_port()
    command = [*program(), "serve", "--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)]
    with Path(folder, f"serve-{port}.log").open("ab") as log:
        return subprocess.Popen(command, env=env, stdout=log, stderr=log), port


def last_words(folder: str, port: int) -> str:
    """Return the end of what a `serve` logged."""
    return Path(folder, f"serve-{port}.log").read_text()[-2000:]


def bugs_logged(folder: str) -> list[str]:
    """Return the lines that the servers logged of what they did not expect: those with a traceback."""
    lines = (line for path in Path(folder).glob("serve-*.log") for line in path.read_text().splitlines())
    return [line for line in lines if any(sign in line for sign in BUG)]


def slain(process: subprocess.Popen[bytes]) -> None:
    """Kill it and its children with no chance to tidy up; the parent first, or it would replace them."""
    family = (process.pid, *children(process.pid)) if process.poll() is None else ()
    for pid in family:
        killed(pid)
    process.wait()
    for pid in family:
        gone(pid)


def killed(pid: int) -> None:
    """Send SIGKILL to a process that was started here; it may be gone already."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def gone(pid: int) -> None:
    """Wait until a killed process holds nothing any more (as a zombie it does not)."""
    with suppress(OSError):
        while Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX":
            time.sleep(0.001)  # noqa: TID251 - real processes are waited for in real time


def program() -> list[str]:
    """Return the command that runs citas with this interpreter."""
    return [sys.executable, "-m", "citas"]


def environment(store: str, clock: str | None) -> dict[str, str]:
    """Return the environment of a measured process: no limit of requests, no settings of this shell."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("CITAS_")}  # noqa: TID251 - a measure starts from a clean one
    env |= {"CITAS_STORE": store, "CITAS_LIMITE_POR_MINUTO": "0"}
    return env | ({"CITAS_CLOCK": clock} if clock else {})


def made_tenant(
    tenant: dict[str, object], folder: str, env: dict[str, str]
) -> dict[str, list[dict[str, str]]]:
    """Create the tenant and return what `tenant crear --json` prints."""
    path = Path(folder, "tenant.yaml")
    path.write_text(yaml.safe_dump(tenant, allow_unicode=True))
    command = [*program(), "tenant", "crear", str(path), "--json"]
    done = subprocess.run(command, env=env, capture_output=True, check=False, text=True)
    if done.returncode:
        raise RuntimeError(f"tenant crear ended with {done.returncode}: {done.stderr}")
    made: dict[str, list[dict[str, str]]] = json.loads(done.stdout)
    return made
