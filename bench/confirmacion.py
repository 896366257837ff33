"""The floor of a booking: one durable commit of a cita and its nine unique atoms, in the service's own schema.

Everything is encoded beforehand: what is measured are the statements, their indexes and the way to the disk.
"""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from citas.adapters.stores.sqlite.apply import Step, apply, steps_of
from citas.adapters.stores.sqlite.files import open_writer
from citas.application.ports import Insert
from citas.domain.citas import Cita, Slot

ATOMS = 9
START = 1_762_000_200
FIRST_DAY = date(2025, 11, 1)
CITA = Cita(
    id="",
    version=1,
    estado="confirmada",
    cliente_id="c1" * 12,
    servicios_id=("c0" * 12,),
    recurso_id="a1" * 12,
    start=START,
    end=START + 300 * ATOMS,
    slots=(),
    creada=START,
    nombre="Juan Pérez",
    telefono="+573109876543",
)


class Commits:
    """Commits of one cita after another, on one file."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._numbers = count()

    def spend(self, many: int) -> tuple[float, float]:
        """Make so many, each durable; return the seconds of wall time and of CPU that they took together."""
        units = [booking(number) for number in islice(self._numbers, many)]
        wall, cpu = time.perf_counter(), time.process_time()
        for unit in units:
            self._base.execute("BEGIN IMMEDIATE")
            apply(self._base, unit, START)
            self._base.execute("COMMIT")
        return time.perf_counter() - wall, time.process_time() - cpu


@contextmanager
def commits() -> Iterator[Commits]:
    """Open an empty file of the service's own schema."""
    with tempfile.TemporaryDirectory(prefix="citas-bench-") as folder:
        base = open_writer(Path(folder, "suelo.db"), patience=1.0)
        with closing(base):
            yield Commits(base)


def booking(number: int) -> list[Step]:
    """Return the statements that book one cita, each on a place of its own."""
    day, place = divmod(number, 16)
    start = START + 86_400 * day + 300 * ATOMS * place
    fecha = FIRST_DAY + timedelta(days=day)
    slots = tuple(Slot(CITA.recurso_id, fecha, ATOMS * place + atom) for atom in range(ATOMS))
    cita = replace(CITA, id=f"{number:024x}", start=start, end=start + 300 * ATOMS, slots=slots)
    return steps_of("7e" * 12, [Insert(cita)], None)
