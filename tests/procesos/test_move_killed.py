"""`citas mover` killed for real, and then run again."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from builders import a_tenant
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Stores
from servidores import wait_until
from store_scenes import NOW, a_clave, a_consentimiento, a_mensaje

TENANT = a_tenant()
DOCUMENTS = 8000


async def fill(path: Path) -> None:
    stores: Stores = SqliteStores(path)
    await stores.start()
    await stores.operator.save_tenant(TENANT, a_consentimiento(), (a_clave(tenant_id=TENANT.id),))
    await stores.of(TENANT.id).restore(
        [
            a_mensaje(id=f"{n:064x}", message_id=f"{n:064x}", timestamp=NOW * 1000 + n)
            for n in range(DOCUMENTS)
        ]
    )
    await stores.close()


def count(path: Path, table: str) -> int:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as base:
            found: int = base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - a name of this file
            return found
    except sqlite3.OperationalError:
        return 0


def test_a_move_that_is_killed_in_the_middle_goes_on_and_ends_the_same(tmp_path: Path) -> None:
    source, target = tmp_path / "source.db", tmp_path / "target.db"
    asyncio.run(fill(source))
    command = [sys.executable, "-m", "citas", "mover"]
    command += ["--de", f"sqlite:///{source}", "--a", f"sqlite:///{target}"]
    env = {"PATH": os.defpath}

    process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)  # noqa: S603 - our own program
    assert wait_until(lambda: count(target, "mensajes") > 0 or process.poll() is not None)
    process.kill()
    process.wait()
    there = count(target, "mensajes")
    assert 0 < there < DOCUMENTS
    assert count(target, "api_keys") == 0

    again = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own program

    assert again.returncode == 0, again.stderr
    assert "Todo es igual en los dos" in again.stdout
    assert count(target, "mensajes") == DOCUMENTS
    assert count(target, "api_keys") == 1
