"""Any text at all: that none raises, and what the slowest of 4,096 characters costs.

python -m bench.textos_raros
python -m bench.textos_raros --textos 20000 --largos 2000 --semilla 7
"""

import json
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from bench.lenguaje import AHORA, TENANT

from citas.language.rules import understand

CORPUS = Path(__file__).resolve().parent.parent / "tests" / "corpus"
LONGEST = 4096  # characters: what a mensaje may have
SHOWN = 5
BACKWARDS = 10  # one of so many
PROMISED = 20  # ms: no text takes longer
TRIES = 3  # the best of them is the text's, so that another process does not count


def mensajes() -> list[str]:
    """Return what people write, from the corpora of `tests/`."""
    lines = (line for file in sorted(CORPUS.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines())
    return [json.loads(line)["mensaje"] for line in lines]


def odd(said: list[str], chance: random.Random, count: int) -> Iterator[str]:
    """Yield texts of all of Unicode, and mensajes with characters put in, left out and turned around."""
    for number in range(count):
        if number % 2:
            yield "".join(chr(chance.randrange(1, 0x110000)) for _ in range(chance.randrange(200)))
            continue
        chars = list(chance.choice(said) + " " + chance.choice(said))
        for _ in range(chance.randrange(1, 12)):
            chars[chance.randrange(len(chars))] = chr(chance.choice((chance.randrange(0x110000), 32, 44, 49)))
        yield "".join(reversed(chars) if number % BACKWARDS == 0 else chars)


def cost(text: str, tries: int = 1) -> float:
    """Return the milliseconds of CPU that reading it takes, at best."""
    found = []
    for _ in range(tries):
        begun = time.process_time()
        understand(text, TENANT, AHORA)
        found.append(1000 * (time.process_time() - begun))
    return min(found)


def main() -> None:
    """Print both; an exception ends it."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--textos", type=int, default=20_000)
    parser.add_argument("--largos", type=int, default=2_000)
    parser.add_argument("--semilla", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.semilla)  # noqa: S311 - nothing secret hangs on it
    said = mensajes()
    worst = max(map(cost, odd(said, chance, asked.textos)))
    print(
        f"{asked.textos} textos cualesquiera (semilla {asked.semilla}): ninguna excepción; el más lento, {worst:.1f} ms"
    )
    chosen = chance.sample(said, min(asked.largos, len(said)))
    longs = sorted(((cost((f"{one} " * LONGEST)[:LONGEST]), one) for one in chosen), reverse=True)
    print(
        f"{len(longs)} mensajes repetidos hasta {LONGEST} caracteres; los más lentos (ms, el mejor de {TRIES}):"
    )
    again = sorted(
        ((cost((f"{one} " * LONGEST)[:LONGEST], TRIES), one) for _, one in longs[: 4 * SHOWN]), reverse=True
    )
    for milliseconds, one in again[:SHOWN]:
        print(f"  {milliseconds:5.1f}  {one!r}")
    sys.exit(again[0][0] >= PROMISED)


if __name__ == "__main__":
    main()
