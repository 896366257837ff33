"""Claims in short: a run of atoms of one recurso and day instead of one element for each."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from citas.domain.citas import Slot


class Run(NamedTuple):
    """So many atoms of `recurso_id` on `fecha` (`yyyy/mm/dd`), from number `first` on."""

    fecha: str
    first: int
    atoms: int
    recurso_id: str

    @property
    def last(self) -> int:
        """The number of its last atom."""
        return self.first + self.atoms - 1


def runs_of(slots: tuple[Slot, ...]) -> list[Run]:
    """Join neighbours, in the order given, so that `unpack` gives the very same tuple back."""
    runs: list[Run] = []
    recurso_id, day, first, following = "", date.min, 0, 0
    for slot in slots:
        if slot.slot == following and slot.fecha == day and slot.recurso_id == recurso_id:
            following += 1
            continue
        if following > first:
            runs.append(Run(_fecha(day), first, following - first, recurso_id))
        recurso_id, day, first, following = slot.recurso_id, slot.fecha, slot.slot, slot.slot + 1
    if slots:
        runs.append(Run(_fecha(day), first, following - first, recurso_id))
    return runs


def pack(slots: tuple[Slot, ...]) -> str:
    """Write slots as the text of their runs."""
    return "\n".join(
        [f"{fecha} {first} {atoms} {recurso}" for fecha, first, atoms, recurso in runs_of(slots)]
    )


@lru_cache(maxsize=2048)
def unpack(text: str) -> tuple[Slot, ...]:
    """Read slots back."""
    return tuple(
        Slot(run.recurso_id, day, run.first + step)
        for run in runs_in(text)
        for day in (date.fromisoformat(run.fecha.replace("/", "-")),)
        for step in range(run.atoms)
    )


def runs_in(text: str) -> list[Run]:
    """Read the runs of a packed claim."""
    return [_read(line) for line in text.split("\n")] if text else []


def _read(line: str) -> Run:
    fecha, first, atoms, recurso_id = line.split(" ", 3)
    return Run(fecha, int(first), int(atoms), recurso_id)


@lru_cache(maxsize=512)
def _fecha(day: date) -> str:
    return day.isoformat().replace("-", "/")
