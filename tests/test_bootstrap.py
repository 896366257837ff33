"""The composition: what the environment says is what is put behind the ports."""

import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import structlog
from httpx2 import ASGITransport, AsyncClient
from typing_extensions import override

from citas.__main__ import main
from citas.adapters.stores.memory import MemoryStores
from citas.bootstrap import Installation, http_app, install, open_world, running
from citas.domain.errors import UnavailableError
from citas.settings import Settings, SettingsError
from fakes import FakeClock


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    """Whatever a command configures is undone."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.fixture(autouse=True)
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("CITAS_STORE", f"sqlite:///{tmp_path}/citas.db")
    return monkeypatch


async def test_a_command_gets_the_clock_that_the_environment_names(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CITAS_CLOCK", "2026-08-24T09:00:00-05:00")

    async with open_world() as world:
        assert world.clock.now() == 1_787_580_000


def test_a_clock_file_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "citas.db", clock=f"file:{tmp_path}/nada")

    with pytest.raises(SettingsError, match="CITAS_CLOCK"):
        install(settings)


async def test_a_file_of_another_program_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "citas.db").write_text("no soy una base de datos, y soy más largo que un encabezado" * 20)

    with pytest.raises(Exception, match=r"CITAS_STORE|base de datos|dañado") as caught:
        async with open_world():
            pass
    assert caught.value is not None


async def test_the_service_opens_its_store_and_closes_it(tmp_path: Path) -> None:
    app = http_app()

    async with app.router.lifespan_context(app):
        assert (tmp_path / "citas.db").exists()


async def test_a_service_whose_redis_is_away_starts_all_the_same_and_says_so(
    environment: pytest.MonkeyPatch,
) -> None:
    environment.setenv("CITAS_REDIS", "redis://127.0.0.1:1/0")
    app = http_app()

    async with (
        app.router.lifespan_context(app),
        AsyncClient(transport=ASGITransport(app=app), base_url="http://citas") as http,
    ):
        ready = await http.get("/readyz")
        metrics = await http.get("/metrics")

    assert (ready.status_code, ready.json()) == (200, {"estado": "ok", "almacen": "ok", "cola": "caida"})
    assert "citas_cola_disponible 0.0" in metrics.text


@pytest.mark.usefixtures("environment")
def test_a_wrong_environment_ends_with_two_and_a_sentence_for_each_fault(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("CITAS_LOG", "xml")
    environment.setenv("CITAS_REDIS", "redis:x")
    environment.setattr(sys, "argv", ["citas", "tenant", "listar"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


class Late(MemoryStores):
    """A store that is away when it is asked for the first times."""

    def __init__(self, away: int) -> None:
        super().__init__()
        self.away = away

    @override
    async def start(self) -> None:
        self.away -= 1
        if self.away >= 0:
            raise UnavailableError


def over(stores: Late, tmp_path: Path) -> Installation:
    installed = install(Settings(store=tmp_path / "citas.db"))
    return replace(installed, world=replace(installed.world, stores=stores, clock=FakeClock(0)))


async def test_a_worker_of_the_service_waits_for_a_store_that_is_away_when_it_starts(tmp_path: Path) -> None:
    async with running(over(Late(away=3), tmp_path), waits=True) as world:
        assert world.clock.monotonic() == 3


async def test_a_command_does_not_wait_for_a_store_that_is_away(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError):
        async with running(over(Late(away=1), tmp_path)):
            pass
