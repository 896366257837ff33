"""A command line, and what is typed into it."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from builders import at
from citas.adapters.cli.app import build_app
from citas.adapters.cli.wiring import Advance, Wiring
from citas.adapters.stores.sqlite import SqliteStores
from citas.adapters.system import SystemIds
from citas.application.ports import World
from citas.bootstrap import demo_world, open_route
from fakes import FakeBell, FakeClock, RecordingTelemetry

BARBERIA = Path(__file__).parents[1] / "examples" / "barberia.yaml"


@dataclass(frozen=True)
class Terminal:
    """What is typed into it goes to commands over one SQLite file."""

    wiring: Wiring
    clock: FakeClock

    def type(self, *words: str | Path, entrada: str | bytes | None = None) -> Result:
        return CliRunner().invoke(build_app(self.wiring), [str(word) for word in words], input=entrada)

    def ask(self, *words: str | Path) -> dict[str, Any]:
        """Run a command that must succeed, and read the object that it prints."""
        result = self.type(*words, "--json")
        assert result.exit_code == 0, result.output
        answer: dict[str, Any] = json.loads(result.stdout)
        return answer

    def barberia(self) -> str:
        """Create the example's business and return its id."""
        return str(self.ask("tenant", "crear", BARBERIA)["tenant_id"])

    def with_service(
        self, serve: Callable[[str, int, int, Callable[[int], None]], None], work: Callable[[], None]
    ) -> "Terminal":
        return replace(self, wiring=replace(self.wiring, serve=serve, work=work))


def a_terminal(folder: Path) -> Terminal:
    """Open one over a SQLite file of its own."""
    clock = FakeClock(at("2026/08/24 10:00"))

    @asynccontextmanager
    async def open_world() -> AsyncIterator[World]:
        stores = SqliteStores(folder / "citas.db")
        await stores.start()
        yield World(stores, clock, SystemIds(), RecordingTelemetry(), FakeBell(clock))
        await stores.close()

    def unused(*_: object) -> None:
        raise AssertionError("this test starts no service")

    demo: Callable[[int | None], tuple[World, Advance]] = demo_world
    return Terminal(Wiring(open_world, open_route, demo, unused, unused), clock)
