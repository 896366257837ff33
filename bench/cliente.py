"""A caller with a key and one connection at a time, that reads what it is answered."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from bench.carga import Request

PATIENCE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Call:
    """One request, as it can be sent again and again."""

    method: str
    path: str
    body: dict[str, Any] | None = None
    headers: tuple[tuple[str, str], ...] = ()

    def raw(self, key: str) -> bytes:
        """Write it down; the same call is always the same bytes."""
        body = b"" if self.body is None else json.dumps(self.body, ensure_ascii=False).encode()
        return Request.of(self.method, self.path, key, body, **dict(self.headers)).raw


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; names of headers are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """Read the body."""
        read: dict[str, Any] = json.loads(self.body) if self.body else {}
        return read


@dataclass
class Client:
    """Asks one thing after another; whatever cuts the connection is a ConnectionError, and a new one is made."""

    port: int
    key: str
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = field(default=None, repr=False)

    async def ask(self, call: Call) -> Reply:
        """Send a call and return its answer."""
        reader, writer = await self.open()
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                writer.write(call.raw(self.key))
                return await _read(reader)
        except (OSError, EOFError) as cut:
            self.close()
            raise ConnectionError from cut

    async def open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Return the connection, made where there is none."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        return self._streams

    def close(self) -> None:
        """Let go of the connection."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def _read(reader: asyncio.StreamReader) -> Reply:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Reply(int(head[0].split()[1]), headers, body)
