"""The command `citas demo`."""

import asyncio
from contextlib import suppress
from typing import Annotated

import typer
from rich.console import Console

from citas.adapters.cli.wiring import wiring_of

# Monday, 24 August 2026, 10:00 in Cali.
START_MS = 1_787_583_600_000
_BYE = "Nada de esto quedó guardado. Para su negocio: citas tenant crear examples/barberia.yaml"


def demo(
    ctx: typer.Context,
    *,
    guion: Annotated[bool, typer.Option("--guion", help="Pasa una conversación fija, sin teclado.")] = False,
) -> None:
    """Una barbería de ejemplo: usted chatea y ve la agenda moverse; sin clave, servidor ni red."""
    from citas.adapters.cli.demo.stage import perform  # noqa: PLC0415 — slow to load, and only the demo pays

    world, advance = wiring_of(ctx).demo_world(START_MS if guion else None)
    console = Console(highlight=False)
    with suppress(KeyboardInterrupt):
        asyncio.run(perform(world, advance, console, guion=guion))
    if not guion:
        console.print(f"\n{_BYE}")
