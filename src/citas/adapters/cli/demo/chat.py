"""The chat as it is drawn: bubbles, and what the answers were."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from citas.adapters.cli.demo.sesion import Globo

_INDENT = 4


def bubble(globo: Globo) -> RenderableType:
    """Draw one bubble: clientes to the left, the business to the right."""
    head = f"{globo.quien} · {globo.cuando:%H:%M}"
    if globo.estado is None:
        return Group(Text(head, style="cyan"), Text(globo.texto or ""), Text(""))
    outcome = globo.estado + (f" · {globo.motivo}" if globo.motivo else "")
    said = Text(globo.texto) if globo.texto else Text("(no contesta)", style="dim italic")
    answer = Group(Text(head, style="green"), said, Text(f"[{outcome}]", style="dim"), Text(""))
    return Padding(answer, (0, 0, 0, _INDENT), expand=False)


def chat(globos: Iterable[Globo]) -> Group:
    """Draw a whole chat."""
    return Group(*(bubble(globo) for globo in globos))
