"""Real processes on one SQLite file: a short run of what `bench.carreras` and `bench.muertes` do at length."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS = 150  # far more than they take: for a machine that is busy with something else


def said(module: str, *options: str) -> str:
    """Run it and return what it printed; each exits with 1 when it finds any fault."""
    command = [sys.executable, "-m", module, *options]
    done = subprocess.run(  # noqa: S603 - this interpreter, and the repository's own module
        command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_rivals_from_three_processes_and_the_command_line_never_share_a_chair() -> None:
    printed = said("bench.carreras", "--intentos", "600")

    assert ", 0 faltas" in printed
    assert int(printed.split(" intentos en ")[0].split()[-1]) >= 600


def test_a_service_that_is_killed_loses_and_doubles_nothing_and_changes_no_answer() -> None:
    printed = said("bench.muertes", "--muertes", "5", "--carriles", "1", "--sin-espera")

    assert "5 muertes" in printed
    assert ", 0 faltas" in printed
