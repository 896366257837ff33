"""Claims in short: a run of atoms of one recurso and day instead of one element for each."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from citas.domain.citas import Slot


@dataclass(frozen=True, slots=True)
class Run:
    """`count` atoms of `recurso_id` on `fecha` (`yyyy/mm/dd`), from number `first` on."""

    recurso_id: str
    fecha: str
    first: int
    count: int

    @property
    def last(self) -> int:
        """The number of its last atom."""
        return self.first + self.count - 1


def runs_of(slots: tuple[Slot, ...]) -> list[Run]:
    """Join neighbours, in the order given, so that `slots_of` gives the very same tuple back."""
    runs: list[Run] = []
    first = 0
    for at in range(1, len(slots) + 1):
        if at == len(slots) or not _follows(slots[at], slots[at - 1]):
            start = slots[first]
            runs.append(Run(start.recurso_id, _fecha(start.fecha), start.slot, at - first))
            first = at
    return runs


def pack(slots: tuple[Slot, ...]) -> str:
    """Write slots as the text of their runs."""
    return "\n".join(f"{run.fecha} {run.first} {run.count} {run.recurso_id}" for run in runs_of(slots))


@lru_cache(maxsize=2048)
def unpack(text: str) -> tuple[Slot, ...]:
    """Read slots back."""
    return tuple(
        Slot(run.recurso_id, day, run.first + step)
        for run in runs_in(text)
        for day in (date.fromisoformat(run.fecha.replace("/", "-")),)
        for step in range(run.count)
    )


def runs_in(text: str) -> list[Run]:
    """Read the runs of a packed claim."""
    return [_read(line) for line in text.split("\n")] if text else []


def _read(line: str) -> Run:
    fecha, first, count, recurso_id = line.split(" ", 3)
    return Run(recurso_id, fecha, int(first), int(count))


def _follows(slot: Slot, before: Slot) -> bool:
    return (
        slot.slot == before.slot + 1 and slot.recurso_id == before.recurso_id and slot.fecha == before.fecha
    )


@lru_cache(maxsize=512)
def _fecha(day: date) -> str:
    return day.isoformat().replace("-", "/")
