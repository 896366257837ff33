"""An order that is badly written: said in Spanish, with where to look."""

from collections.abc import Callable
from typing import Final

import typer
from typer.exceptions import Abort, TyperException

from citas.adapters.cli.talk import warn

WRONG: Final = 2
ABORTED: Final = 130
# Without a word more, a group of orders has shown its help already.
_HELPED: Final = "NoArgsIsHelpError"


def run_command(app: typer.Typer, argv: list[str]) -> int:
    """Run the command line and return its exit code."""
    try:
        code = app(argv, prog_name="citas", standalone_mode=False)
    except Abort:
        warn("Interrumpido.")
        return ABORTED
    except TyperException as exc:
        if type(exc).__name__ != _HELPED:
            warn(complaint(exc, argv))
        return WRONG
    return code if isinstance(code, int) else 0


def complaint(error: TyperException, argv: list[str]) -> str:
    """Say what is wrong with the order, and how to ask for the right one."""
    say = _SENTENCES.get(type(error).__name__, _other)
    path = getattr(getattr(error, "ctx", None), "command_path", "citas")
    return f"{say(error, argv)}\nVea cómo se escribe:  {path} --help"


def _no_such_option(error: TyperException, _argv: list[str]) -> str:
    possible = getattr(error, "possibilities", None)
    meant = f" ¿Quiso decir {' o '.join(sorted(possible))}?" if possible else ""
    return f"No existe la opción {getattr(error, 'option_name', '')}.{meant}"


def _missing(error: TyperException, _argv: list[str]) -> str:
    return f"Falta {_place(error)}."


def _bad_value(error: TyperException, _argv: list[str]) -> str:
    return f"El valor de {_place(error)} no sirve."


def _bad_option(error: TyperException, _argv: list[str]) -> str:
    return f"A la opción {getattr(error, 'option_name', '')} le falta o le sobra un valor."


def _other(_error: TyperException, argv: list[str]) -> str:
    """What is left is an order that does not exist, or more words than one takes."""
    return f"No existe esa orden: citas {' '.join(argv)}".rstrip()


def _place(error: TyperException) -> str:
    hint = getattr(getattr(error, "param", None), "get_error_hint", None)
    return str(hint()) if callable(hint) else "un dato"


_SENTENCES: Final[dict[str, Callable[[TyperException, list[str]], str]]] = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "BadOptionUsage": _bad_option,
}
