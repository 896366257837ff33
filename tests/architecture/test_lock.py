"""The check of the lock catches what a lock must not hold."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

ROOT = Path(__file__).parents[2]
HASHED = "rich==15.0.0 \\\n    --hash=sha256:00ff\n    # via citas\n"


def load_faults() -> Callable[[str], list[str]]:
    spec = importlib.util.spec_from_file_location("check_lock", ROOT / "tools" / "check_lock.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[[str], list[str]]", module.faults)


FAULTS = load_faults()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-servers.lock"])
def test_our_locks_have_no_fault(name: str) -> None:
    assert FAULTS((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://example.test/simple",
        "--extra-index-url=x",
        "--find-links wheels",
        "--trusted-host example.test",
        "-i https://example.test/simple",
        "-f wheels",
        "-e .",
        "rich @ https://example.test/rich.whl",
        "rich==15.0.0",
        "rich>=15 \\",
        "rich",
    ],
)
def test_a_host_an_index_or_a_missing_hash_is_refused(line: str) -> None:
    assert FAULTS(f"{HASHED}{line}\n{HASHED}") == [line]


def test_a_hashed_pin_with_a_marker_is_fine() -> None:
    assert FAULTS("uvloop==0.23.0 ; sys_platform != 'win32' \\\n    --hash=sha256:00ff\n") == []
