"""The demo on its stage: a fixed conversation, or somebody at the keyboard."""

import asyncio
from contextlib import nullcontext

from rich.console import Console

from citas.adapters.cli.demo.guion import play
from citas.adapters.cli.demo.pantalla import Pantalla
from citas.adapters.cli.demo.sesion import Sesion, open_sesion
from citas.adapters.cli.demo.teclado import lines
from citas.adapters.cli.wiring import Advance
from citas.application.ports import World

_TICK_SECONDS = 1.0
_HELP = "escriba como cliente · /otro NOMBRE escribe otra persona · /pasa 30 adelanta 30 min · /salir"


async def perform(world: World, advance: Advance, console: Console, *, guion: bool) -> None:
    """Found the barbershop, then play the script or chat until the end of the input."""
    sesion = await open_sesion(world, advance)
    await (play(sesion, console) if guion else _chat(sesion, console))


async def _chat(sesion: Sesion, console: Console) -> None:
    pantalla = Pantalla(console)
    with console.screen(hide_cursor=False) if pantalla.live else nullcontext():
        redraw = asyncio.create_task(_keep_fresh(sesion, pantalla))
        try:
            await _converse(sesion, pantalla)
        finally:
            redraw.cancel()


async def _converse(sesion: Sesion, pantalla: Pantalla) -> None:
    await pantalla.draw(sesion, _HELP, afresh=True)
    async for line in lines():
        nota = await _obey(sesion, line)
        if nota is None:
            return
        await pantalla.draw(sesion, nota, afresh=True)


async def _keep_fresh(sesion: Sesion, pantalla: Pantalla) -> None:
    """Count the seconds of what is held."""
    while True:
        await sesion.world.clock.sleep(_TICK_SECONDS)
        await pantalla.draw(sesion, _HELP)


async def _obey(sesion: Sesion, line: str) -> str | None:
    """Do what a line says and return the remark below the screen; None ends the demo."""
    order, _, rest = line.partition(" ")
    match order.lower():
        case "/salir" | "salir":
            return None
        case "/otro":
            sesion.quien = rest.strip() or "Ana Ruiz"
        case "/pasa":
            return await _pass(sesion, rest.strip())
        case text if text and not text.startswith("/"):
            await sesion.write(line)
    return _HELP


async def _pass(sesion: Sesion, rest: str) -> str:
    minutos = int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 6 else 30  # noqa: PLR2004 — 69 days at most
    await sesion.let_pass(minutos)
    return f"pasaron {minutos} minutos: son las {sesion.ahora():%H:%M} · {_HELP}"
