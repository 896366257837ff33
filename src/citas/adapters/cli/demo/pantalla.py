"""The live screen: the chat on one side, the day's agenda on the other, a line to write on below."""

from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.panel import Panel
from rich.table import Table

from citas.adapters.cli.demo.chat import bubble, chat
from citas.adapters.cli.demo.sesion import Sesion
from citas.adapters.cli.demo.tablero import Dia, read_dia, table

_NARROW = 88
_LOW = 16
_CLEAR, _HOME, _SAVE, _RESTORE, _TO_END = "\x1b[2J", "\x1b[H", "\x1b7", "\x1b8", "\x1b[K"


@dataclass(slots=True)
class Pantalla:
    """Draws when something changed; a terminal without room, or none, gets bubbles one after another."""

    console: Console
    _drawn: str = ""
    _told: int = 0

    @property
    def live(self) -> bool:
        """There is a terminal, and room for a screen in it."""
        return (
            self.console.is_terminal
            and not self.console.is_dumb_terminal
            and self.console.size.height >= _LOW
        )

    async def draw(self, sesion: Sesion, nota: str, *, afresh: bool = False) -> None:
        """Show how things stand. `afresh`: the line to write on is cleared too."""
        dia = await read_dia(sesion.world, sesion.tenant, sesion.dia)
        if self.live:
            self._draw_screen(sesion, dia, nota, afresh=afresh)
        elif afresh:
            self._tell(sesion, dia, nota)

    def _draw_screen(self, sesion: Sesion, dia: Dia, nota: str, *, afresh: bool) -> None:
        size = self.console.size
        rows = self._rows(self._layout(sesion, dia), size.height - 2)
        rows.append(self._rows(nota, 1)[0])
        text = "".join(f"{row}{_TO_END}\r\n" for row in rows)
        if not afresh and text == self._drawn:
            return
        self._drawn = text
        if afresh:
            prompt = f"\x1b[{size.height};1H{_TO_END}{sesion.quien} > "
            self._put(f"{_CLEAR}{_HOME}{text}{prompt}")
        else:
            self._put(f"{_SAVE}{_HOME}{text}{_RESTORE}")

    def _put(self, text: str) -> None:
        self.console.file.write(text)
        self.console.file.flush()

    def _rows(self, what: RenderableType, height: int) -> list[str]:
        """Render to exactly `height` rows; the newest stay."""
        with self.console.capture() as capture:
            self.console.print(what)
        rows = capture.get().rstrip("\n").split("\n")[-height:]
        return rows + [""] * (height - len(rows))

    def _layout(self, sesion: Sesion, dia: Dia) -> RenderableType:
        size = self.console.size
        if size.width < _NARROW:
            return chat(sesion.globos[-6:])
        both = Table.grid(expand=True, padding=(0, 1))
        both.add_column(ratio=1)
        both.add_column(ratio=1)
        height = size.height - 2
        half = size.width // 2 - 4
        both.add_row(
            Panel(self._newest(sesion, half, height - 2), title=sesion.tenant.nombre, height=height),
            table(dia),
        )
        return both

    def _newest(self, sesion: Sesion, width: int, height: int) -> RenderableType:
        """Return the last bubbles that fit."""
        fitting, used = 0, 0
        for globo in reversed(sesion.globos):
            used += len(self.console.render_lines(bubble(globo), self.console.options.update(width=width)))
            if used > height:
                break
            fitting += 1
        return chat(sesion.globos[len(sesion.globos) - max(fitting, 1) :])

    def _tell(self, sesion: Sesion, dia: Dia, nota: str) -> None:
        for globo in sesion.globos[self._told :]:
            self.console.print(bubble(globo))
        if self._told and dia.filas:
            self.console.print(table(dia))
        self._told = len(sesion.globos)
        self.console.print(nota)
        self.console.print(f"{sesion.quien} > ", end="")
