"""The core is pure: no waiting, no input or output, and two libraries through one module each."""

import ast
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "citas"
CORE = sorted([*(SOURCE / "domain").rglob("*.py"), *(SOURCE / "language").rglob("*.py")])

# Each enters the core through one module only.
BORROWED = {"holidays": "domain/feriados.py", "phonenumbers": "domain/telefonos.py"}
OUTSIDE = {
    "asyncio",
    "io",
    "logging",
    "os",
    "pathlib",
    "secrets",
    "socket",
    "sqlite3",
    "subprocess",
    "threading",
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def noqa_lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if "noqa" in line]


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_never_waits(path: Path) -> None:
    waits = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)

    assert not any(isinstance(node, waits) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_touches_neither_files_nor_network_nor_processes(path: Path) -> None:
    assert imported(path) & OUTSIDE == set()


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_borrows_two_libraries_through_one_module_each(path: Path) -> None:
    foreign = imported(path) - set(sys.stdlib_module_names) - {"citas"}

    assert foreign == {library for library, module in BORROWED.items() if module == name_of(path)}


def test_one_file_reads_the_clock_and_chance_and_one_the_environment() -> None:
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    excused = {file for file, rules in lint["per-file-ignores"].items() if "TID251" in rules}

    assert {file for file in excused if file.startswith("src/")} == {
        "src/citas/adapters/system.py",
        "src/citas/settings.py",
    }
    assert not any("TID251" in line for path in SOURCE.rglob("*.py") for line in noqa_lines(path))
