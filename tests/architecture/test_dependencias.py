"""Every dependency has its line, its reason and its licence, and is locked with its hashes."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TABLE = re.compile(r"^\| ([\w.-]+) \| (.+) \| (.+) \|$", re.MULTILINE)
LOCKED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)


def canonical(requirement: str) -> str:
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def documented() -> dict[str, list[str]]:
    text = (ROOT / "docs" / "dependencias.md").read_text(encoding="utf-8")
    return {
        section.splitlines()[0]: [canonical(name) for name, *_ in TABLE.findall(section) if name != "paquete"]
        for section in text.split("\n## ")[1:]
    }


@pytest.mark.parametrize(
    ("section", "declared"),
    [
        ("Para usarlo", PROJECT["project"]["dependencies"]),
        ("Para instalarlo", PROJECT["dependency-groups"]["build"]),
        ("Para desarrollarlo", PROJECT["project"]["optional-dependencies"]["dev"]),
        ("Para probarlo con servidores de verdad", PROJECT["dependency-groups"]["servidores"]),
    ],
)
def test_the_table_names_every_declared_dependency_and_no_other(section: str, declared: list[str]) -> None:
    assert documented()[section] == sorted(canonical(requirement) for requirement in declared)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_runtime_and_build_dependency_is_locked(lock: str) -> None:
    locked = set(LOCKED.findall((ROOT / lock).read_text(encoding="utf-8")))
    needed = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]

    assert {canonical(requirement) for requirement in needed} <= locked


def test_every_development_dependency_is_locked_and_no_newcomer_pays_for_it() -> None:
    dev = {canonical(r) for r in PROJECT["project"]["optional-dependencies"]["dev"]}
    runtime_lock = LOCKED.findall((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    dev_lock = LOCKED.findall((ROOT / "requirements-dev.lock").read_text(encoding="utf-8"))

    assert dev <= set(dev_lock)
    assert dev.isdisjoint(runtime_lock)


def test_both_locks_agree_on_every_version() -> None:
    pinned = re.compile(r"^([a-z0-9-]+)==([^ ]+)", re.MULTILINE)
    runtime = dict(pinned.findall((ROOT / "requirements.lock").read_text(encoding="utf-8")))
    dev = dict(pinned.findall((ROOT / "requirements-dev.lock").read_text(encoding="utf-8")))

    assert {name: dev.get(name) for name in runtime} == runtime
