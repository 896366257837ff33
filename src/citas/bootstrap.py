"""The only module that knows which adapter stands behind which port."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import structlog
from starlette.applications import Starlette

from citas.adapters.cli.wiring import Advance, Wiring
from citas.adapters.logs import configure_logs
from citas.adapters.serving import listen, serve_alone, serve_together, wait_for_the_end
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.sqlite import SqliteStores
from citas.adapters.system import (
    MovableClock,
    ProcessBell,
    ServiceClock,
    SystemIds,
    file_ms,
    machine_ms,
    parse_instant_ms,
)
from citas.adapters.telemetry import MinuteGate, PrometheusTelemetry, SilentTelemetry
from citas.adapters.worker import sweep_forever, sweep_until
from citas.application.ports import World
from citas.application.sweep import sweep
from citas.settings import Settings, SettingsError, metrics_folder, read_settings, set_metrics_folder

_NO_INSTANT = (
    "CITAS_CLOCK: «{source}» no da un instante; escriba 2026-08-24T09:00:00-05:00, "
    "o file:RUTA de un archivo que lo contenga"
)

log = structlog.get_logger("citas")


@dataclass(frozen=True, slots=True)
class Installation:
    """A world, and the telemetry behind its port, which the service also shows."""

    world: World
    telemetry: PrometheusTelemetry


def install(settings: Settings) -> Installation:
    """Put the adapters behind the ports; nothing is opened yet. Raises SettingsError."""
    clock = _clock(settings.clock)
    folder = metrics_folder()
    gate = MinuteGate(clock, Path(folder) if folder else None)
    telemetry = PrometheusTelemetry(gate, settings.alerta_webhook, folder)
    world = World(
        stores=SqliteStores(settings.sqlite_path),
        clock=clock,
        ids=SystemIds(),
        telemetry=telemetry,
        bell=ProcessBell(),
        url_publica=settings.url_publica,
    )
    return Installation(world, telemetry)


def _clock(source: str | None) -> ServiceClock:
    if source is None:
        return ServiceClock()
    try:
        clock = ServiceClock(_instant_ms(source))
        clock.now_ms()
    except (OSError, ValueError) as exc:
        raise SettingsError((_NO_INSTANT.format(source=source),)) from exc
    return clock


def _instant_ms(source: str) -> Callable[[], int]:
    if source.startswith("file:"):
        return file_ms(Path(source.removeprefix("file:")))
    fixed = parse_instant_ms(source)
    return lambda: fixed


@asynccontextmanager
async def running(installation: Installation) -> AsyncIterator[World]:
    """Open the store, and let go of everything at the end. Raises SettingsError, UnavailableError."""
    try:
        await installation.world.stores.start()
    except ValueError as exc:
        raise SettingsError((f"CITAS_STORE: {exc}",)) from exc
    try:
        yield installation.world
    finally:
        await installation.telemetry.close()
        await installation.world.stores.close()


@asynccontextmanager
async def open_world() -> AsyncIterator[World]:
    """Give one command its world. Raises SettingsError."""
    settings = read_settings()
    configure_logs(settings.log)
    async with running(install(settings)) as world:
        yield world


def demo_world(start_ms: int | None) -> tuple[World, Advance]:
    """Make a world over an empty store in memory, and the hand that moves its clock."""
    clock = MovableClock(machine_ms if start_ms is None else lambda: start_ms)
    world = World(MemoryStores(), clock, SystemIds(), SilentTelemetry(), ProcessBell())
    return world, clock.advance


def http_app() -> Starlette:
    """Make the HTTP service that the environment describes: what every worker of `serve` calls."""
    settings = read_settings()
    configure_logs(settings.log)
    return _http_app(settings)


def _http_app(settings: Settings) -> Starlette:
    from citas.adapters.http.app import create_app  # noqa: PLC0415 — slow to load, and only the service pays
    from citas.adapters.http.config import HttpConfig  # noqa: PLC0415 — slow to load, and only the service pays

    installation = install(settings)
    config = HttpConfig(
        message_timeout=settings.message_timeout,
        limite_por_minuto=settings.limite_por_minuto,
        cors_origins=settings.cors_origins,
        metrics_token=settings.metrics_token,
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with running(installation) as world:
            sweeper = asyncio.create_task(sweep_forever(lambda: sweep(world), world.clock))
            try:
                yield
            finally:
                sweeper.cancel()
                with suppress(asyncio.CancelledError):
                    await sweeper

    app = create_app(installation.world, config, render_metrics=installation.telemetry.render)
    app.router.lifespan_context = lifespan
    return app


def serve(host: str, port: int, workers: int, started: Callable[[int], None]) -> None:
    """Serve HTTP until told to stop. Raises SettingsError, and OSError where the address is taken."""
    settings = read_settings()
    configure_logs(settings.log)
    _announce(settings)
    # Faults of the store show here, once, and not in each worker.
    asyncio.run(_touch(install(settings)))
    taken = listen(host, port)
    started(taken.getsockname()[1])
    if workers == 1:
        serve_alone(_http_app(settings), taken)
    else:
        serve_together("citas.bootstrap:http_app", taken, workers, set_metrics_folder)


def _announce(settings: Settings) -> None:
    if settings.clock is not None:
        log.warning("RELOJ PUESTO A MANO: el servicio no usa la hora real", citas_clock=settings.clock)
    for name, meant in settings.unknown:
        log.warning("variable_desconocida", variable=name, quiso_decir=meant)


async def _touch(installation: Installation) -> None:
    async with running(installation):
        pass


def work() -> None:
    """Do the deferred tasks until told to stop. Raises SettingsError."""
    settings = read_settings()
    configure_logs(settings.log)
    _announce(settings)
    asyncio.run(_work(install(settings)))


async def _work(installation: Installation) -> None:
    async with running(installation) as world:
        await sweep_until(wait_for_the_end(), lambda: sweep(world), world.clock)


wiring = Wiring(open_world=open_world, demo_world=demo_world, serve=serve, work=work)
