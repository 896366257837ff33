"""Whatever silences a tool or a test says why, on its own line."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = [path for folder in ("src", "tests", "bench", "tools") for path in (ROOT / folder).rglob("*.py")]

SILENCES = re.compile(r"# (noqa|type: ignore|fmt: skip)\b|\bpytest\.(skip|xfail)\(")
REASON = re.compile(
    r"# noqa: [A-Z0-9, ]+ [-—] \w"
    r"|# type: ignore\[[a-z-]+\] +# \S"
    r"|# fmt: skip +# \S"
    r"|pytest\.(skip|xfail)\(.*\) +# \S"
)


def test_every_suppression_has_its_reason_beside_it() -> None:
    lines = [
        (path.relative_to(ROOT), number, line.strip())
        for path in FILES
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]
    bare = [place for place in lines if SILENCES.search(place[2]) and not REASON.search(place[2])]

    assert bare == []
    assert any(SILENCES.search(line) for _, _, line in lines)
