"""Refuse a lock that names a host or an index, or that lets anything in without its hash."""

import re
import sys
from pathlib import Path

NAMES_A_HOST = re.compile(r"://|^\s*--(?!hash=)|^\s*-[a-z]\b|\s@\s")
REQUIREMENT = re.compile(r"^[A-Za-z0-9]")
PINNED = re.compile(r"^[a-z0-9-]+==[^ ]+( ; .+)? \\$")


def faults(text: str) -> list[str]:
    """Return the lines of a lock that must not stand there."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    hashes = [*lines[1:], ""]
    return [
        line
        for line, following in zip(lines, hashes, strict=True)
        if NAMES_A_HOST.search(line)
        or (REQUIREMENT.match(line) and not (PINNED.match(line) and "--hash=sha256:" in following))
    ]


def main(files: list[str]) -> int:
    """Check every file; say which line is wrong."""
    wrong = [f"{file}: {line}" for file in files for line in faults(Path(file).read_text(encoding="utf-8"))]
    sys.stderr.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
