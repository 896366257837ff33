"""Claims in short: a run of atoms of one recurso and day instead of one element for each."""

from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from citas.domain.citas import Slot

_WHERE = attrgetter("recurso_id", "fecha")
_NUMBER = attrgetter("slot")


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
    return [
        Run(_fecha(day), first, atoms, recurso_id)
        for (recurso_id, day), neighbours in groupby(slots, _WHERE)
        for first, atoms in _stretches(list(map(_NUMBER, neighbours)))
    ]


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    """Split numbers where one does not follow the other: the first of each stretch, and how many."""
    first, many = numbers[0], len(numbers)
    if numbers == list(range(first, first + many)):
        return [(first, many)]
    breaks = [at for at in range(1, many) if numbers[at] != numbers[at - 1] + 1]
    return [(numbers[begin], end - begin) for begin, end in pairwise([0, *breaks, many])]


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
