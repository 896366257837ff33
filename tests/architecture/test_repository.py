"""What no file of the repository may hold, and what each must."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GENERATED = {"__pycache__", "build", "dist", "node_modules"}
KEPT_HIDDEN = {".ci", ".editorconfig", ".gitattributes", ".gitignore"}

# Written so that this file does not name what it looks for.
INDEX_HOST = re.compile(
    r"pypi\.(?:org|python)|(?:files\.)?python(?:hosted)\.org|(?:npmjs|crates)\.(?:org|com|io)"
)
MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:work|root|home|Users|tmp/(?:pip|bash))/[\w.-]+")


def files(folder: Path) -> Iterator[Path]:
    """Yield the files that a clone holds, without what is made from them."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") and path.name not in KEPT_HIDDEN:
            continue
        if path.is_dir():
            if path.name not in GENERATED and not path.name.endswith(".egg-info"):
                yield from files(path)
        else:
            yield path


def texts() -> Iterator[tuple[str, str]]:
    for path in files(ROOT):
        try:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


TEXTS = dict(texts())
SOURCE = [name for name in TEXTS if name.startswith("src/") and name.endswith(".py")]


@pytest.mark.parametrize("pattern", [INDEX_HOST, MACHINE_PATH], ids=["index-host", "machine-path"])
def test_no_file_names_a_package_index_or_a_path_of_one_machine(pattern: re.Pattern[str]) -> None:
    found = {name: match.group() for name, text in TEXTS.items() if (match := pattern.search(text))}

    assert found == {}


@pytest.mark.parametrize("name", SOURCE)
def test_every_module_of_the_source_says_in_one_line_what_it_is(name: str) -> None:
    docstring = ast.get_docstring(ast.parse(TEXTS[name]))

    assert docstring is not None
    assert len(docstring.splitlines()[0]) > len("x.")


def test_text_files_end_with_one_line_end_and_hold_no_carriage_return() -> None:
    wrong = [name for name, text in TEXTS.items() if text and (not text.endswith("\n") or "\r" in text)]

    assert wrong == []


def test_the_licence_is_the_whole_apache_licence() -> None:
    licence = TEXTS["LICENSE"]

    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_ci_calls_exactly_what_a_person_types() -> None:
    commands = [line for line in TEXTS[".ci/run"].splitlines() if line.startswith("make ")]

    assert commands == ["make check", "make test"]


@pytest.mark.parametrize("target", ["setup", "demo", "run", "test", "test-rapido", "check", "bench", "chaos"])
def test_every_promised_target_prepares_what_it_needs(target: str) -> None:
    assert re.search(rf"^{target}: \$\((RUNTIME|DEV)\)( \$\(SERVERS\))?$", TEXTS["Makefile"], re.MULTILINE)
