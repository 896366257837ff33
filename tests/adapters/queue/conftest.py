"""A Redis that a test may kill."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from servidores import VALKEY, Running, answers_redis, launch, or_skip, valkey_command


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Running]:
    """Serve one of this test's own."""
    running: Running = or_skip(
        VALKEY, lambda: launch(valkey_command(VALKEY.find(tmp_path), tmp_path), tmp_path, answers_redis)
    )
    yield running
    running.end()
