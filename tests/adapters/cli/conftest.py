"""A command line over a store of its own, which vanishes."""

from pathlib import Path

import pytest

from terminal import Terminal, a_terminal


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return a_terminal(tmp_path)
