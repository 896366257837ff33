"""How many mensajes a finished wish takes, in the conversations of `tests/` that hold each answer to its script.

python -m bench.turnos
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from conversations.guion import Turno, guiones

FINISHED = ("confirmada", "reprogramada", "cancelada", "en_espera")
ASKED = "aclaracion"


def finished(turnos: Iterable[Turno]) -> Iterator[tuple[str, int, int]]:
    """Yield each finished wish: what became of it, the mensajes that it took, and the questions among the answers."""
    sent = asked = 0
    for turno in turnos:
        if turno.dueno is not None:
            continue
        sent += 1
        asked += turno.espera.startswith(ASKED)
        if turno.espera.startswith(FINISHED):
            yield turno.espera.split()[0].split("|")[0].split("/")[0], sent, asked
            sent = asked = 0


def main() -> None:
    """Print it for each kind of ending."""
    of: dict[str, list[tuple[int, int]]] = {}
    for guion in guiones():
        for ending, sent, asked in finished(guion.turnos):
            of.setdefault(ending, []).append((sent, asked))
    print(f"{'desenlace':14} {'n':>4} {'mensajes':>9} {'mediana':>8} {'preguntas':>10}  reparto")
    for ending, each in sorted(of.items()):
        counts = [count for count, _ in each]
        spread = " ".join(f"{count}:{n}" for count, n in sorted(Counter(counts).items()))
        questions = mean(questions for _, questions in each)
        print(
            f"{ending:14} {len(each):4} {mean(counts):9.2f} {median(counts):8.0f} {questions:10.2f}  {spread}"
        )


if __name__ == "__main__":
    main()
