"""The processes that listen: one, or several behind one socket, and how they end."""

import asyncio
import signal
import socket
import tempfile
from collections.abc import Callable
from types import FrameType

import uvicorn
from starlette.types import ASGIApp
from uvicorn.supervisors import Multiprocess

# Long polls of up to 30 s are cut; what a message does takes milliseconds.
_GRACE_SECONDS = 5
# Phones and proxies keep a connection for about a minute.
_KEEP_ALIVE_SECONDS = 75
_BACKLOG = 2048
# A worker that does not answer for this long is replaced; on a starved machine the imports alone take seconds.
_START_SECONDS = 20


def listen(host: str, port: int) -> socket.socket:
    """Take an address; port 0 is any free one. Raises OSError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    taken.set_inheritable(True)
    return taken


def serve_alone(app: ASGIApp, taken: socket.socket) -> None:
    """Serve from this process until a signal ends it."""
    _end_quietly()
    uvicorn.Server(_config(app)).run(sockets=[taken])


def serve_together(factory: str, taken: socket.socket, workers: int, share: Callable[[str], None]) -> None:
    """Serve from several processes, each made by `factory`; `share` is told the folder they have in common."""
    with tempfile.TemporaryDirectory(prefix="citas-metricas-") as folder:
        share(folder)
        Multiprocess(_config(factory, workers=workers), sockets=[taken]).run()


def _config(app: ASGIApp | str, workers: int = 1) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=workers,
        log_config=None,
        access_log=False,
        server_header=False,
        # Behind a proxy on this machine everybody would look like loopback, for whom /metrics is open.
        proxy_headers=True,
        ws="none",
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        timeout_worker_healthcheck=_START_SECONDS,
    )


def _end_quietly() -> None:
    """The server raises the signal again once it has stopped; then there is nothing left to kill."""

    def leave(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)


def wait_for_the_end() -> asyncio.Event:
    """Return an event of the running loop that SIGTERM or SIGINT sets."""
    end = asyncio.Event()
    loop = asyncio.get_running_loop()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(end.set)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return end
