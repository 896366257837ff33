"""What everything is measured beside, in turns with it: a bare POST of the same server, and one durable commit.

A machine that others use is faster in one minute than in the next: what is measured at another time tells little.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.carga import Load, Request, load
from bench.confirmacion import Commits
from bench.servidor import Server

TURNS = 10
BODY = json.dumps(
    {
        "cliente": {"nombre": "Cliente", "telefono": "+573100000000"},
        "servicios_id": ["a" * 24],
        "fecha": "2026/11/02",
        "hora_inicio": "10:00",
        "recurso_id": "b" * 24,
    }
).encode()


@dataclass(slots=True)
class Measured:
    """Loads of one kind, and the seconds of CPU that the server and the processes of its store spent on them."""

    loads: list[Load] = field(default_factory=list)
    cpu: float = 0.0
    cpu_beside: float = 0.0

    @property
    def many(self) -> int:
        """How many requests were made."""
        return sum(len(one.latencies) for one in self.loads)

    @property
    def each(self) -> float:
        """The server's CPU for one request, in ms."""
        return 1000 * self.cpu / self.many

    @property
    def beside(self) -> float:
        """The same of the processes of its store."""
        return 1000 * self.cpu_beside / self.many

    @property
    def per_second(self) -> float:
        """Requests a second."""
        return self.many / sum(one.seconds for one in self.loads)

    @property
    def statuses(self) -> dict[int, int]:
        """How often each status was answered."""
        return dict(sum((Counter(one.statuses) for one in self.loads), Counter[int]()))

    def percentile(self, share: float) -> float:
        """Return a latency in milliseconds."""
        every = tuple(sorted(latency for one in self.loads for latency in one.latencies))
        return Load(1.0, every, {}).percentile(share)

    def add(self, server: Server, requests: Sequence[Request], connections: int) -> None:
        """Make requests and measure them."""
        before, beside = server.cpu(), server.cpu_beside()
        self.loads.append(asyncio.run(load(server.port, requests, connections)))
        self.cpu += server.cpu() - before
        self.cpu_beside += server.cpu_beside() - beside


@dataclass(slots=True)
class Ground:
    """What the floor took; `wall` and `commit`: ms of time and of CPU of one commit."""

    posted: Measured = field(default_factory=Measured)
    wall_seconds: float = 0.0
    cpu_seconds: float = 0.0

    @property
    def wall(self) -> float:
        """Time of one commit in ms."""
        return 1000 * self.wall_seconds / self.posted.many

    @property
    def commit(self) -> float:
        """CPU of one commit in ms."""
        return 1000 * self.cpu_seconds / self.posted.many

    @property
    def each(self) -> float:
        """CPU of a POST and a commit together, in ms."""
        return self.posted.each + self.commit


@dataclass(frozen=True, slots=True)
class Floor:
    """A running bare server and an open file."""

    server: Server
    commits: Commits
    connections: int

    def take(self, many: int, ground: Ground | None = None) -> Ground:
        """Make so many POSTs and so many commits; add them to what is known of the floor."""
        ground = ground or Ground()
        ground.posted.add(self.server, [Request.of("POST", "/", "k", BODY)] * many, self.connections)
        wall, cpu = self.commits.spend(many)
        ground.wall_seconds += wall
        ground.cpu_seconds += cpu
        return ground


def in_turns(floor: Floor, server: Server, requests: Sequence[Request]) -> tuple[Measured, Ground]:
    """Measure requests in ten parts, each right after as many of the floor (two hundred at least in all)."""
    here, ground = Measured(), Ground()
    for turn in range(TURNS):
        part = requests[turn::TURNS]
        if part:
            floor.take(max(len(part), 20), ground)
            here.add(server, part, floor.connections)
    return here, ground
