"""The composition: what the environment says is what is put behind the ports."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from citas.__main__ import main
from citas.bootstrap import http_app, install, open_world
from citas.settings import Settings, SettingsError


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
    settings = Settings(sqlite_path=tmp_path / "citas.db", clock=f"file:{tmp_path}/nada")

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


@pytest.mark.usefixtures("environment")
def test_a_wrong_environment_ends_with_two_and_a_sentence_for_each_fault(
    environment: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.setenv("CITAS_LOG", "xml")
    environment.setenv("CITAS_REDIS", "redis://x")
    environment.setattr(sys, "argv", ["citas", "tenant", "listar"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
