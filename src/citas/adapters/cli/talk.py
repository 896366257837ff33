"""How a command speaks: answers to stdout, complaints to stderr, and an exit code that tells them apart."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import NoReturn, TypeVar

import typer

from citas.adapters.cli.tenant_nodes import TenantFileError
from citas.adapters.cli.wiring import wiring_of
from citas.application.ports import World
from citas.domain.errors import ConflictError, InputError, NotFoundError, UnavailableError

T = TypeVar("T")

REFUSED = 1
UNAVAILABLE = 3


def say(text: str) -> None:
    """Print a line of the answer."""
    typer.echo(text)


def say_json(value: object) -> None:
    """Print one object, on one line, for programs."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def warn(text: str) -> None:
    """Print a line beside the answer."""
    typer.echo(text, err=True)


def refuse(text: str, code: int = REFUSED) -> NoReturn:
    """Say why not, and end the command."""
    warn(text)
    raise typer.Exit(code)


def run(ctx: typer.Context, work: Callable[[World], Coroutine[None, None, T]], missing: str = "") -> T:
    """Do `work` in a world of its own; what it may raise becomes a sentence (`missing`: what was not found)."""
    wiring = wiring_of(ctx)

    async def within() -> T:
        async with wiring.open_world() as world:
            return await work(world)

    try:
        return asyncio.run(within())
    except TenantFileError as exc:
        refuse(file_complaint(exc))
    except NotFoundError:
        refuse(missing or "eso no existe; «citas tenant listar» dice lo que hay")
    except InputError as exc:
        refuse(exc.detalle)
    except ConflictError:
        refuse("otro proceso cambió lo mismo a la vez; no se guardó nada: repita la orden")
    except UnavailableError as exc:
        refuse_store(exc)


def refuse_store(error: UnavailableError) -> NoReturn:
    """Say that the store is away, and what it says of that itself."""
    refuse(
        f"El almacén no responde. {str(error) or 'Revise CITAS_STORE, el espacio y los permisos.'}",
        UNAVAILABLE,
    )


def file_complaint(error: TenantFileError) -> str:
    """List every problem of a file."""
    how_many = "un problema" if len(error.problemas) == 1 else f"{len(error.problemas)} problemas"
    lines = "\n".join(f"  {problema.spell()}" for problema in error.problemas)
    return f"El archivo tiene {how_many}; no se guardó nada:\n{lines}"
