"""kill -9 at random moments of a booking load, and what is left of it after a new start on the same file.

    python -m bench.muertes [--muertes 100] [--carriles 3] [--semilla 1] [--sin-espera]

Every acknowledged cita must be there once, with the same answer; what was not answered must have happened
once or not at all; no atom may stay claimed by nobody. Exit code 1 on any fault.
"""

import argparse
import asyncio
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import sys
import time
from contextlib import ExitStack

from bench.autopsia import Tally
from bench.instalacion import installed
from bench.servidor import bugs_logged
from bench.vidas import DESCRIBED, Lane


async def lived(lanes: list[Lane], kills: int, *, patient: bool) -> None:
    """Let every lane have its share of the deaths."""
    shares = [kills // len(lanes) + (n < kills % len(lanes)) for n in range(len(lanes))]
    await asyncio.gather(
        *(lane.live(share, patient=patient) for lane, share in zip(lanes, shares, strict=True))
    )


def show_deeds(tally: Tally) -> None:
    """Print what was done, and what came of it."""
    print(f"{'se hizo':34} {'contestado':>11} {'sin respuesta':>14} {'de ellos, ya hecho':>19}")
    for kind in sorted(tally.answered.keys() | tally.unanswered.keys()):
        row = tally.answered[kind], tally.unanswered[kind], tally.happened[kind]
        print(f"{kind:34} {row[0]:11} {row[1]:14} {row[2]:19}")
    print(
        f"claves tomadas por un muerto, esperadas: {tally.waited}; ofertas sin sí, vencidas: {tally.holds}; "
        f"citas al final: {tally.citas}"
    )


def show(tally: Tally, seconds: float, seed: int) -> None:
    """Print what was seen."""
    show_deeds(tally)
    print(
        f"{tally.kills} muertes ({tally.stillborn} al arrancar, {tally.workers} con dos workers, uno muerto antes) "
        f"en {seconds:.0f} s, {len(tally.faults)} faltas (semilla {seed})"
    )
    for fault in tally.faults[:20]:
        print("FALTA:", fault)


def run(kills: int, lanes: int, seed: int, *, patient: bool) -> int:
    """Kill, look, print, and return the exit code."""
    began, tally = time.monotonic(), Tally()
    with ExitStack() as stack:
        sites = [stack.enter_context(installed(DESCRIBED)) for _ in range(lanes)]
        # Each lane draws its own lots, so that a run can be repeated however the lanes interleave.
        lots = [random.Random(seed + n) for n in range(lanes)]  # noqa: S311 - nothing secret hangs on it
        lives = [Lane(site, each, tally) for site, each in zip(sites, lots, strict=True)]
        asyncio.run(lived(lives, kills, patient=patient))
        tally.faults += [f"en el registro: {bug}" for site in sites for bug in bugs_logged(site.folder)]
    show(tally, time.monotonic() - began, seed)
    return 1 if tally.faults else 0


def main() -> None:
    """Read what was asked and kill."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--muertes", type=int, default=100, help="cuántas (100)")
    parser.add_argument("--carriles", type=int, default=3, help="archivos a la vez (3)")
    parser.add_argument("--semilla", type=int, default=1, help="de los sorteos (1)")
    parser.add_argument("--sin-espera", action="store_true", help="sin esperar las claves que tomó un muerto")
    asked = parser.parse_args()
    lanes = min(asked.carriles, asked.muertes)
    sys.exit(run(asked.muertes, lanes, asked.semilla, patient=not asked.sin_espera))


if __name__ == "__main__":
    main()
