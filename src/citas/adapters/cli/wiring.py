"""What the command line is given by whoever starts it; it knows no store, no server, no environment."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import typer

from citas.application.ports import Clock, Stores, World

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Route:
    """Two stores, open, to go from one to the other."""

    source: Stores
    target: Stores
    clock: Clock


@dataclass(frozen=True, slots=True)
class Wiring:
    """`open_world`: the world over the installation's store, for one command.

    `open_route(de, a)`: two stores by their addresses, which must be two, and something must be at the first.
    `demo_world`: a world over an empty store that vanishes, with a way to let seconds pass; its clock
    begins at the given instant (epoch milliseconds), or is the machine's.
    `serve(host, port, workers, started)` and `work` return when they are told to stop; `started` is told
    the port once it is taken.
    """

    open_world: Callable[[], AbstractAsyncContextManager[World]]
    open_route: Callable[[str, str], AbstractAsyncContextManager[Route]]
    demo_world: Callable[[int | None], tuple[World, Advance]]
    serve: Callable[[str, int, int, Callable[[int], None]], None]
    work: Callable[[], None]


def wiring_of(ctx: typer.Context) -> Wiring:
    """Return what the command line was built with."""
    wiring = ctx.find_object(Wiring)
    if wiring is None:
        raise LookupError("build_app gives every command its wiring")
    return wiring
