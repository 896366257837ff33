"""The floor of a booking: one durable commit of a cita and its nine unique atoms, in the barest schema."""

import json
import sqlite3
import tempfile
import time
from pathlib import Path

COMMITS = 3000
ATOMS = 9


def commit_cost() -> tuple[float, float]:
    """Return the seconds of wall time and of CPU of one such commit, over many."""
    with tempfile.TemporaryDirectory(prefix="citas-bench-") as folder:
        base = sqlite3.connect(Path(folder, "suelo.db"), isolation_level=None)
        base.executescript(
            """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE cita (id TEXT PRIMARY KEY, documento TEXT) WITHOUT ROWID;
            CREATE TABLE slot (recurso TEXT, fecha TEXT, slot INTEGER, cita TEXT,
                               PRIMARY KEY (recurso, fecha, slot)) WITHOUT ROWID;
            """
        )
        document = json.dumps({"cliente": "Juan Pérez", "servicios": ["a" * 24], "estado": "confirmada"})
        wall, cpu = time.perf_counter(), time.process_time()
        for number in range(COMMITS):
            one_commit(base, number, document)
        spent = (time.perf_counter() - wall) / COMMITS, (time.process_time() - cpu) / COMMITS
        base.close()
    return spent


def one_commit(base: sqlite3.Connection, number: int, document: str) -> None:
    """Book one cita."""
    cita = f"{number:024x}"
    day, place = divmod(number, 16)
    atoms = [("r" * 24, f"{day:05d}", place * ATOMS + n, cita) for n in range(ATOMS)]
    base.execute("BEGIN IMMEDIATE")
    base.execute("INSERT INTO cita VALUES (?, ?)", (cita, document))
    base.executemany("INSERT INTO slot VALUES (?, ?, ?, ?)", atoms)
    base.execute("COMMIT")
