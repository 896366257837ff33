"""Which of many patterns are worth trying on a text, by the symbols that stand in it."""

from collections import Counter
from collections.abc import Sequence

from citas.language.motor.patrones import Patron, symbols_of

_ROWS = 3  # more would hardly tell more


class Indice:
    """What the symbols of a text meet of what each pattern needs."""

    __slots__ = ("_met_always", "_met_by", "_width")

    def __init__(self, patrones: Sequence[Patron]) -> None:
        """Give each pattern a bit in each of three rows, for its rarest needs: what a symbol meets is one int."""
        wanted = Counter(
            symbol for patron in patrones for need in patron.needs for symbol in symbols_of(need)
        )
        self._width = len(patrones)
        self._met_always = 0
        self._met_by: dict[str, int] = {}
        for index, patron in enumerate(patrones):
            needs = sorted(patron.needs, key=lambda need: sum(wanted[symbol] for symbol in symbols_of(need)))
            for row in range(_ROWS):
                place = 1 << (row * self._width + index)
                if row >= len(needs):
                    self._met_always |= place
                    continue
                for symbol in symbols_of(needs[row]):
                    self._met_by[symbol] = self._met_by.get(symbol, 0) | place

    def candidates(self, text: str) -> list[int]:
        """Return the positions of the patterns worth trying, in order."""
        met, met_by, width = self._met_always, self._met_by, self._width
        for symbol in set(text):
            if symbol in met_by:
                met |= met_by[symbol]
        found = met & (met >> width) & (met >> 2 * width)
        kept: list[int] = []
        while found:
            last = found.bit_length() - 1
            kept.append(last)
            found ^= 1 << last
        kept.reverse()
        return kept
