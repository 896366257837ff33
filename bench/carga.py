"""A small HTTP client that asks as fast as it is answered, and tells how long each answer took."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """One request, ready to be written."""

    raw: bytes

    @classmethod
    def of(cls, method: str, path: str, key: str, body: bytes = b"", **headers: str) -> "Request":
        """Write it down for keep-alive on loopback."""
        lines = [f"{method} {path} HTTP/1.1", "Host: loopback", f"X-API-Key: {key}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        if body:
            lines += ["Content-Type: application/json"]
        lines += [f"Content-Length: {len(body)}", "", ""]
        return cls("\r\n".join(lines).encode() + body)


@dataclass(frozen=True, slots=True)
class Load:
    """What a run of requests took; `seconds` of wall time, `latencies` in seconds, sorted."""

    seconds: float
    latencies: tuple[float, ...]
    statuses: dict[int, int]
    bodies: tuple[tuple[int, bytes], ...] = ()

    @property
    def per_second(self) -> float:
        """Requests a second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """Return a latency in milliseconds."""
        return 1000 * self.latencies[min(len(self.latencies) - 1, int(share * len(self.latencies)))]


async def load(port: int, requests: Sequence[Request], connections: int, *, keep: bool = False) -> Load:
    """Send every request once, over so many connections; `keep` keeps status and body of each."""
    work = iter(requests)
    latencies: list[float] = []
    statuses: dict[int, int] = {}
    bodies: list[tuple[int, bytes]] = []

    async def worker() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in work:
            began = time.perf_counter()
            writer.write(request.raw)
            status, body = await read_answer(reader)
            latencies.append(time.perf_counter() - began)
            statuses[status] = statuses.get(status, 0) + 1
            if keep:
                bodies.append((status, body))
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(connections)))
    seconds = time.perf_counter() - began
    return Load(seconds, tuple(sorted(latencies)), statuses, tuple(bodies))


async def read_answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Read one answer: its status and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    lowered = head.lower()
    at = lowered.find(b"content-length:")
    if at < 0:
        return status, b""
    length = int(lowered[at + 15 : lowered.index(b"\r\n", at)])
    return status, await reader.readexactly(length)
