"""The only module that knows which adapter stands behind which port."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from starlette.applications import Starlette

from citas.adapters.cli.wiring import Advance, Route, Wiring
from citas.adapters.llm.interprete import ChatInterpreter, Modelo
from citas.adapters.logs import configure_logs
from citas.adapters.serving import listen, serve_alone, serve_together, wait_for_the_end
from citas.adapters.stores.memory import MemoryStores
from citas.adapters.stores.places import check_route
from citas.adapters.stores.sqlite import SqliteStores
from citas.adapters.system import (
    MovableClock,
    ProcessBell,
    ServiceClock,
    SystemIds,
    file_ms,
    machine_ms,
    parse_instant_ms,
    settle_memory,
)
from citas.adapters.telemetry import MinuteGate, PrometheusTelemetry, SilentTelemetry
from citas.adapters.worker import HANDS, HANDS_BESIDE_REQUESTS, at_work
from citas.application.ports import Clock, Stores, Telemetry, World
from citas.domain.errors import UnavailableError
from citas.settings import (
    ModelSettings,
    Settings,
    SettingsError,
    metrics_folder,
    read_settings,
    set_metrics_folder,
    settings_from,
)

if TYPE_CHECKING:
    from citas.adapters.queue import SharedRedis

_NO_INSTANT = (
    "CITAS_CLOCK: «{source}» no da un instante; escriba 2026-08-24T09:00:00-05:00, "
    "o file:RUTA de un archivo que lo contenga"
)

_AGAIN_SECONDS = 1.0

log = structlog.get_logger("citas")


@dataclass(frozen=True, slots=True)
class Installation:
    """A world, and the telemetry behind its port, which the service also shows; `redis` if it has one."""

    world: World
    telemetry: PrometheusTelemetry
    redis: "SharedRedis | None" = None


def install(settings: Settings) -> Installation:
    """Put the adapters behind the ports; nothing is opened yet. Raises SettingsError."""
    clock = _clock(settings.clock)
    folder = metrics_folder()
    gate = MinuteGate(clock, Path(folder) if folder else None)
    telemetry = PrometheusTelemetry(gate, settings.alerta_webhook, folder)
    redis = _redis(settings.redis, clock, telemetry)
    world = World(
        stores=_stores(settings),
        clock=clock,
        ids=SystemIds(),
        telemetry=telemetry,
        bell=redis.bell if redis else ProcessBell(),
        url_publica=settings.url_publica,
        queue=redis.queue if redis else None,
        interpreter=_interpreter(settings.modelo, clock),
        ia=settings.ia,
    )
    return Installation(world, telemetry, redis)


def _redis(address: str | None, clock: Clock, telemetry: Telemetry) -> "SharedRedis | None":
    if address is None:
        return None
    from citas.adapters.queue import SharedRedis  # noqa: PLC0415 — slow to load, and only its users pay

    return SharedRedis(address, ProcessBell(), clock, telemetry)


def _stores(settings: Settings) -> Stores:
    if isinstance(settings.store, Path):
        return SqliteStores(settings.store)
    from citas.adapters.stores.mongo import MongoStores  # noqa: PLC0415 — slow to load, and only its users pay

    return MongoStores(settings.store)


def _interpreter(modelo: ModelSettings | None, clock: ServiceClock) -> ChatInterpreter | None:
    if modelo is None:
        return None
    return ChatInterpreter(
        Modelo(
            base_url=modelo.base_url,
            nombre=modelo.nombre,
            api_key=modelo.api_key,
            forma=modelo.forma,
            acceso=modelo.acceso,
            precios=modelo.precios,
            segundos=modelo.segundos,
        ),
        clock,
    )


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
async def running(installation: Installation, *, waits: bool = False) -> AsyncIterator[World]:
    """Open the store, and let go of everything at the end. Raises SettingsError, UnavailableError.

    `waits`: a store that is away is waited for.
    """
    try:
        while not await _opened(installation.world.stores, waits=waits):
            await installation.world.clock.sleep(_AGAIN_SECONDS)
    except ValueError as exc:
        raise SettingsError((f"CITAS_STORE: {exc}",)) from exc
    try:
        yield installation.world
    finally:
        if installation.world.interpreter is not None:
            await installation.world.interpreter.close()
        await installation.telemetry.close()
        await installation.world.stores.close()


async def _opened(stores: Stores, *, waits: bool) -> bool:
    try:
        await stores.start()
    except UnavailableError:
        if not waits:
            raise
        log.warning("almacen_no_disponible_al_arrancar")
        return False
    return True


@asynccontextmanager
async def working(installation: Installation, hands: int, *, waits: bool = False) -> AsyncIterator[World]:
    """Open the store, join the other processes, and do the work that nobody waits for, until the block ends."""
    async with AsyncExitStack() as stack:
        world = await stack.enter_async_context(running(installation, waits=waits))
        if installation.redis is not None:
            await stack.enter_async_context(installation.redis.connected())
        await stack.enter_async_context(at_work(world, hands))
        yield world


@asynccontextmanager
async def open_world() -> AsyncIterator[World]:
    """Give one command its world. Raises SettingsError."""
    settings = read_settings()
    configure_logs(settings.log)
    async with running(install(settings)) as world:
        yield world


@asynccontextmanager
async def open_route(de: str, a: str) -> AsyncIterator[Route]:
    """Open two stores. Raises SettingsError for addresses that cannot be a way, UnavailableError."""
    source, target = _checked_route(de, a)
    async with _started(source, "--de"), _started(target, "--a"):
        yield Route(source, target, ServiceClock())


def _checked_route(de: str, a: str) -> tuple[Stores, Stores]:
    both = _stores(_addressed("--de", de)), _stores(_addressed("--a", a))
    try:
        check_route(de, a)
    except ValueError as exc:
        raise SettingsError((str(exc),)) from exc
    return both


def _addressed(option: str, address: str) -> Settings:
    if not address.strip():
        raise SettingsError((f"{option}: está vacía; escriba un almacén, como sqlite:///citas.db",))
    try:
        return settings_from({"CITAS_STORE": address})
    except SettingsError as exc:
        problemas = (problema.replace("CITAS_STORE", option) for problema in exc.problemas)
        raise SettingsError(tuple(problemas)) from exc


@asynccontextmanager
async def _started(stores: Stores, option: str) -> AsyncIterator[None]:
    try:
        await stores.start()
    except ValueError as exc:
        raise SettingsError((f"{option}: {exc}",)) from exc
    try:
        yield
    finally:
        await stores.close()


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
        shared_limit=installation.redis.limit if installation.redis else None,
        cors_origins=settings.cors_origins,
        metrics_token=settings.metrics_token,
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        # Where one of several workers cannot start, all of them are ended: it waits until it can.
        async with working(installation, HANDS_BESIDE_REQUESTS, waits=True):
            settle_memory()
            yield

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
    async with working(installation, HANDS):
        await wait_for_the_end().wait()


wiring = Wiring(open_world=open_world, open_route=open_route, demo_world=demo_world, serve=serve, work=work)
