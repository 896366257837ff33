"""The deferred tasks, pass after pass, until they are told to stop."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from citas.application.ports import Clock
from citas.domain.errors import CitasError

SWEEP_SECONDS = 1.0

log = structlog.get_logger("citas.barrido")


async def sweep_forever(sweep: Callable[[], Awaitable[object]], clock: Clock) -> None:
    """Sweep about once a second. What goes wrong in one pass is logged; the next one tries again."""
    while True:
        try:
            await sweep()
        except CitasError as exc:
            log.warning("barrido_aplazado", causa=type(exc).__name__)
        except Exception:
            log.exception("barrido_fallido")
        await clock.sleep(SWEEP_SECONDS)


async def sweep_until(stop: asyncio.Event, sweep: Callable[[], Awaitable[object]], clock: Clock) -> None:
    """Sweep until `stop` is set."""
    task = asyncio.create_task(sweep_forever(sweep, clock))
    await stop.wait()
    task.cancel()
    await asyncio.wait((task,))
