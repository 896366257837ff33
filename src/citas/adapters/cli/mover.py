"""`citas mover`: all that one store holds into another, compared at the end."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from citas.adapters.cli.mover_words import as_json, complaint, number, refusal, report
from citas.adapters.cli.talk import REFUSED, refuse, refuse_store, say, say_json, warn
from citas.adapters.cli.wiring import wiring_of
from citas.application.move_store import Moved, MoveError, Phase, move_store
from citas.domain.errors import UnavailableError

Address = Annotated[
    str,
    typer.Option(
        metavar="ALMACÉN",
        help="Como se escribe en CITAS_STORE: sqlite:///citas.db, mongodb://…/citas?replicaSet=rs0.",
    ),
]

_PHASES: dict[Phase, str] = {"copy": "Copiando", "compare": "Comparando", "keys": "Pasando claves"}
_STOPPED = (
    "«citas serve» y «citas worker» tienen que estar parados sobre los dos almacenes mientras dura la copia."
)
_AGAIN = "Repita la misma orden: sigue donde iba."


def mover(
    ctx: typer.Context,
    de: Address,
    a: Address,
    *,
    json: Annotated[
        bool, typer.Option("--json", help="Responde con un objeto JSON, para programas.")
    ] = False,
) -> None:
    """Copia todo de un almacén a otro, y compara los dos al final.

    Pasan los negocios con su catálogo y su consentimiento, cada documento
    con su versión y su fecha de borrado, y las huellas de las claves: los
    teléfonos siguen con la clave que tienen. El origen queda como estaba.

    Antes, pare «citas serve» y «citas worker». Si algo se escribe en el
    origen mientras tanto, la comparación dice en qué negocio, y repetir la
    orden lo remedia. Si se corta, repetirla sigue donde iba.

    Las claves pasan al final, y sólo si todo es igual: un destino a medias
    no atiende a nadie, y en uno que ya atiende no se toca nada.
    """
    warn(_STOPPED)
    try:
        moved = _moved(ctx, de, a)
    except MoveError as error:
        refuse(refusal(error))
    except UnavailableError as error:
        warn(_AGAIN)
        refuse_store(error)
    if json:
        say_json(as_json(moved))
    else:
        say(report(moved))
    if not moved.same:
        refuse(complaint(moved), REFUSED)


def _moved(ctx: typer.Context, de: str, a: str) -> Moved:
    async def within(progress: "_Shown") -> Moved:
        async with wiring_of(ctx).open_route(de, a) as route:
            return await move_store(route.source, route.target, route.clock, progress)

    with _shown() as progress:
        return asyncio.run(within(progress))


class _Shown:
    """A bar for each phase, where somebody looks."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._documents, self._began = 0, bars.get_time()
        self._task = bars.add_task("Abriendo", total=None, said="")

    def phase(self, phase: Phase, tenants: int) -> None:
        self._bars.stop_task(self._task)
        self._documents, self._began = 0, self._bars.get_time()
        self._task = self._bars.add_task(_PHASES[phase], total=tenants, said="")

    def tenant(self, nombre: str) -> None:
        del nombre
        self._bars.advance(self._task)

    def documents(self, count: int) -> None:
        self._documents += count
        seconds = max(self._bars.get_time() - self._began, 0.001)
        said = f"{number(self._documents)} documentos, {number(round(self._documents / seconds))} por segundo"
        self._bars.update(self._task, said=said)


@contextmanager
def _shown() -> Iterator[_Shown]:
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description:14}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("negocios"),
        TextColumn("{task.fields[said]}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        yield _Shown(bars)
