"""`make test-llm CONVERSACIONES=RUTA`: conversations of acceptance read by a real model, beside the rules.

RUTA is a folder with `run.py`, which plays conversations against `citas serve` from outside and judges them.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
NEEDS = ("httpx", "pyyaml", "holidays", "tzdata")
# So a nano-USD of the account is a thousandth of a token.
PRICES = "1,1"
HOW = (
    "test-llm: diga dónde están las conversaciones, una carpeta con run.py:\n"
    "    make test-llm CONVERSACIONES=../shared/conversations"
)


@dataclass(frozen=True, slots=True)
class Jugada:
    """All conversations in one mode."""

    ia: str
    result: Mapping[str, Any]
    lecturas: int
    peticiones: int
    tokens: int

    @property
    def right(self) -> set[str]:
        """The ids of those that ended as they should."""
        return {one["id"] for one in self.result["conversaciones"] if one["ok"]}

    @property
    def critical(self) -> set[str]:
        """The ids of those in which something must never happen and did."""
        return {one["id"] for one in self.result["conversaciones"] if one["criticos"]}

    @property
    def mensajes(self) -> int:
        """How many were answered."""
        return sum(len(one["latencias"]) for one in self.result["conversaciones"])


@contextmanager
def real_model(address: str | None) -> Iterator[str]:
    """Serve the small model of the tests, or take the one that is named."""
    if address:
        yield address
        return
    sys.path.insert(0, str(ROOT / "tests"))
    from modelo_real import serving_model  # noqa: PLC0415 - of the tests, and only here

    with tempfile.TemporaryDirectory(prefix="citas-modelo-") as folder, serving_model(Path(folder)) as base:
        yield base


def player(folder: Path) -> Path:
    """Make an environment that has what run.py needs."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *NEEDS], check=True)
    return python


def played(python: Path, conversaciones: Path, ia: str, base: str, more: list[str]) -> Jugada:
    """Play them all in a mode."""
    with tempfile.TemporaryDirectory(prefix="citas-jugada-") as folder:
        out = Path(folder) / "out.json"
        env = {"CITAS_LLM_PRECIOS": PRICES}
        if ia != "reglas":
            env |= {"CITAS_LLM_BASE_URL": base, "CITAS_LLM_MODEL": "de-pruebas"}
        command = [
            *(
                str(python),
                "run.py",
                "--project",
                str(ROOT),
                "--citas",
                str(Path(sys.executable).with_name("citas")),
            ),
            *("--ia", ia, "--json", str(out), "--keep", *more),
            *(part for name, value in env.items() for part in ("--env", f"{name}={value}")),
        ]
        done = subprocess.run(command, cwd=conversaciones, capture_output=True, text=True, check=False)
        if not out.exists():
            raise SystemExit(done.stdout[-3000:] + done.stderr[-3000:])
        kept = Path(done.stdout.rsplit("carpeta: ", 1)[1].strip())
        return Jugada(ia, json.loads(out.read_text()), *_accounted(kept))


def _accounted(kept: Path) -> tuple[int, int, int]:
    """Add up readings, requests and tokens, by the log."""
    readings = requests = nanos = 0
    for file in kept.rglob("*"):
        if not file.is_file() or file.suffix.startswith(".db"):
            continue
        for line in file.read_bytes().splitlines():
            if b"_de_modelo" in line and line.startswith(b"{"):
                facts = json.loads(line)
                readings += facts["event"] == "lectura_de_modelo"
                requests += facts["peticiones"]
                nanos += facts["nanos_usd"]
    return readings, requests, nanos // 1000


def told(one: Jugada, rules: Jugada) -> bool:
    """Print a mode beside the rules; whether it may be so."""
    extra, whole = one.result["preguntas_de_mas"]
    latency = one.result["latencia_ms"] or {"media": 0, "p95": 0}
    print(
        f"{one.ia:8} {len(one.right)}/{one.result['total']} desenlaces, {len(one.critical)} críticos, preguntas de más {extra}/{whole}, "
        f"{one.lecturas} lecturas, {one.peticiones} peticiones y {one.tokens} tokens en {one.mensajes} mensajes, {latency['media'] / 1000:.2f} s por mensaje "
        f"(p95 {latency['p95'] / 1000:.2f})",
        flush=True,
    )
    worse = sorted(rules.right - one.right)
    if worse:
        print(f"         peor que las reglas en {len(worse)}: {', '.join(worse[:40])}")
    return not one.critical and (one.ia != "hibrido" or not worse)


def main() -> int:
    """Play; 0 only if nothing was critical and hibrido was in no case worse than the rules."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("conversaciones", type=Path, nargs="?")
    parser.add_argument("--modelo", metavar="URL", help="otro modelo; si no, el pequeño de las pruebas")
    parser.add_argument("--python", type=Path, help="un Python que ya tiene lo que run.py necesita")
    parser.add_argument("--modos", default="reglas,hibrido,llm")
    args, more = parser.parse_known_args()
    if args.conversaciones is None or not (args.conversaciones / "run.py").is_file():
        print(HOW, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="citas-python-") as folder, real_model(args.modelo) as base:
        python = args.python or player(Path(folder))
        rules = played(python, args.conversaciones, "reglas", base, more)
        others = [mode for mode in args.modos.split(",") if mode != "reglas"]
        told(rules, rules)
        # Every mode is played, whatever the one before it came to.
        rights = [told(played(python, args.conversaciones, mode, base, more), rules) for mode in others]
    return 0 if all(rights) else 1


if __name__ == "__main__":
    sys.exit(main())
