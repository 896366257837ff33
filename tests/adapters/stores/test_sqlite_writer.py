"""One writer at a time over many processes: held doors, shared transactions, cancelled awaits, fairness."""

import asyncio
import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from builders import a_cita, hex_id
from citas.adapters.stores.sqlite import SqliteStores
from citas.adapters.stores.sqlite.transactions import Job, Transactions
from citas.application.peaks import abreast
from citas.application.ports import Document, Insert, Replace
from citas.domain.errors import ConflictError, SlotTakenError
from store_scenes import CHAT, NOW, a_cliente, a_conversacion, a_hold, an_idempotencia, newer

Opener = Callable[[], Awaitable[SqliteStores]]
Params = tuple[str | int, ...]

TENANT = hex_id(0x7E)
TESTS = Path(__file__).parents[2]

RIVAL = """
import asyncio, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from builders import a_cita, hex_id
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Insert
from citas.domain.errors import SlotTakenError
from store_scenes import NOW

async def main():
    stores = SqliteStores(Path(sys.argv[1]))
    await stores.start()
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        await stores.of(hex_id(0x7E)).commit([Insert(a_cita("2025/08/29 10:30", id=hex_id(9)))], NOW)
        print("booked", flush=True)
    except SlotTakenError:
        print("taken", flush=True)
    await stores.close()

asyncio.run(main())
"""

STARVING = """
import asyncio, json, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from builders import hex_id
from citas.adapters.stores.sqlite import SqliteStores
from citas.application.ports import Insert
from store_scenes import NOW, a_mensaje

async def main():
    stores = SqliteStores(Path(sys.argv[1]))
    await stores.start()
    print("ready", flush=True)
    sys.stdin.readline()
    waits = []
    until = time.monotonic() + 1.5
    while (began := time.monotonic()) < until:
        await stores.of(sys.argv[3]).commit([Insert(a_mensaje(id=f"{len(waits)}"))], NOW)
        waits.append(time.monotonic() - began)
    print(json.dumps({"commits": len(waits), "longest": max(waits)}), flush=True)
    await stores.close()

asyncio.run(main())
"""


class HeldTransaction:
    """A writer that has the lock and has checked, and stands still until it is let go on."""

    def __init__(self, stores: SqliteStores, sql: str, params: Params = ()) -> None:
        self._inside = threading.Event()
        self._go_on = threading.Event()
        work = partial(self._work, sql=sql, params=params)
        self.done = asyncio.ensure_future(stores._writer.run(work))

    def _work(self, connection: sqlite3.Connection, sql: str, params: Params) -> None:
        connection.execute("SELECT count(*) FROM claims").fetchone()
        self._inside.set()
        self._go_on.wait(10)
        connection.execute(sql, params)

    async def standing(self) -> None:
        await asyncio.to_thread(self._inside.wait, 10)

    async def go_on(self) -> None:
        self._go_on.set()
        await self.done


async def turns(count: int = 50) -> None:
    """Let the other tasks go as far as they can."""
    loop = asyncio.get_running_loop()
    for _ in range(count):
        await loop.run_in_executor(None, lambda: None)


async def test_a_rival_waits_while_another_process_stands_between_check_and_write(opened: Opener) -> None:
    first, second = await opened(), await opened()
    (atom, *_) = a_cita().slots
    held = HeldTransaction(
        first,
        "INSERT INTO claims VALUES (?, ?, '2025/08/29', ?, 'first')",
        (TENANT, atom.recurso_id, atom.slot),
    )
    await held.standing()

    rival = asyncio.ensure_future(second.of(TENANT).commit([Insert(a_cita())], NOW))
    await turns()
    assert not rival.done()
    assert await second.of(TENANT).ocupaciones(0, 2**40) == ()

    await held.go_on()
    with pytest.raises(SlotTakenError):
        await rival
    assert await second.of(TENANT).export() == ()


@pytest.mark.parametrize(
    ("before", "change", "late"),
    [
        (a_conversacion(), "UPDATE conversacion SET version = 2", Replace(newer(a_conversacion()))),
        (an_idempotencia(), "UPDATE idempotencia SET version = 2", Replace(newer(an_idempotencia()))),
        (a_hold(), "UPDATE cita SET version = 2", Replace(newer(a_hold()))),
        (a_cita(), "UPDATE cita SET version = 2", Replace(newer(a_cita()))),
        (a_cliente(), "UPDATE cliente SET version = 2", Replace(newer(a_cliente()))),
    ],
    ids=["conversacion", "idempotencia", "hold", "move", "cliente"],
)
async def test_a_version_is_checked_under_the_lock_and_not_before(
    opened: Opener, before: Document, change: str, late: Replace
) -> None:
    first, second = await opened(), await opened()
    await first.of(TENANT).commit([Insert(before)], NOW)
    held = HeldTransaction(first, change)
    await held.standing()

    rival = asyncio.ensure_future(second.of(TENANT).commit([late], NOW))
    await turns()
    await held.go_on()

    with pytest.raises(ConflictError):
        await rival


async def test_two_processes_book_overlapping_times_and_one_wins(path: Path, opened: Opener) -> None:
    stores = await opened()
    rival = _process(RIVAL, str(path))
    assert rival.stdout is not None
    assert await asyncio.to_thread(rival.stdout.readline) == "ready\n"
    held = HeldTransaction(stores, "DELETE FROM claims WHERE owner_id = 'x'")
    await held.standing()
    mine = asyncio.ensure_future(stores.of(TENANT).commit([Insert(a_cita())], NOW))

    _say(rival, "go")
    await turns()
    await held.go_on()
    with suppress(SlotTakenError):
        await mine

    theirs = (await asyncio.to_thread(rival.communicate))[0].strip()
    assert (mine.exception() is None) == (theirs == "taken")
    assert len(await stores.of(TENANT).ocupaciones(0, 2**40)) == 1


async def test_no_writer_of_three_processes_starves(path: Path, opened: Opener) -> None:
    await opened()
    writers = [_process(STARVING, str(path), hex_id(number)) for number in range(3)]
    for writer in writers:
        assert writer.stdout is not None
        assert await asyncio.to_thread(writer.stdout.readline) == "ready\n"
    for writer in writers:
        _say(writer, "go")

    said = [json.loads((await asyncio.to_thread(writer.communicate))[0]) for writer in writers]

    assert max(each["longest"] for each in said) < 1.0, said
    assert min(each["commits"] for each in said) * 5 > max(each["commits"] for each in said), said


async def test_units_that_wait_together_are_each_whole(opened: Opener) -> None:
    stores = await opened()
    door = stores.of(TENANT)
    held = HeldTransaction(stores, "SELECT 1")
    await held.standing()

    wanted = [
        a_cita(f"2025/08/29 {hour:02d}:{half}0", id=hex_id(2 * hour + half))
        for hour in range(8, 18)
        for half in (0, 3)
    ]
    waiting = [
        asyncio.ensure_future(door.commit([Insert(a_cliente(id=cita.id, telefono=None)), Insert(cita)], NOW))
        for cita in wanted
    ]
    await turns(5)
    await held.go_on()
    results = await asyncio.gather(*waiting, return_exceptions=True)

    won = {cita.id for cita, result in zip(wanted, results, strict=True) if result is None}
    assert len(won) == 10
    assert all(result is None or isinstance(result, SlotTakenError) for result in results)
    assert {document.id for _, document in await door.export()} == won


class Watched:
    """Notes how many units each transaction holds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sizes: list[int] = []
        begun = Transactions.begun

        def watched(transactions: Transactions, jobs: list[Job]) -> bool:
            self.sizes.append(len(jobs))
            return begun(transactions, jobs)

        monkeypatch.setattr(Transactions, "begun", watched)


async def commits_one_a_turn(stores: SqliteStores, many: int) -> None:
    async def late(number: int) -> None:
        for _ in range(number):
            await abreast()
        await stores.of(TENANT).commit([Insert(a_cliente(id=f"{number}", telefono=None))], NOW)

    await asyncio.gather(*map(late, range(many)))


async def test_units_that_come_one_after_another_share_a_transaction(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores = await opened()
    watched = Watched(monkeypatch)

    await commits_one_a_turn(stores, 6)

    assert watched.sizes == [6]


async def test_enough_units_wait_for_no_others(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    stores = await opened()
    watched = Watched(monkeypatch)

    await commits_one_a_turn(stores, 40)

    assert watched.sizes[0] < 20
    assert sum(watched.sizes) == 40


async def test_a_bug_in_one_unit_spares_those_that_wait_with_it(opened: Opener) -> None:
    stores = await opened()
    door = stores.of(TENANT)
    held = HeldTransaction(stores, "SELECT 1")
    await held.standing()

    good = asyncio.ensure_future(door.commit([Insert(a_cita())], NOW))
    bug = asyncio.ensure_future(
        door.commit([Insert(a_cliente()), Insert(a_cliente(id="x", aviso_en=2**99))], NOW)
    )
    also_good = asyncio.ensure_future(door.commit([Insert(a_hold("2025/08/29 15:00"))], NOW))
    await turns(5)
    await held.go_on()

    await good
    await also_good
    with pytest.raises(OverflowError):
        await bug
    assert len(await door.export()) == 2


async def test_a_cancelled_await_leaves_its_commit_alone(opened: Opener) -> None:
    stores = await opened()
    door = stores.of(TENANT)
    held = HeldTransaction(stores, "SELECT 1")
    await held.standing()

    impatient = asyncio.ensure_future(door.commit([Insert(a_cita()), Insert(a_conversacion())], NOW))
    await turns(5)
    impatient.cancel()
    await held.go_on()
    await stores.ping()

    assert impatient.cancelled()
    assert await door.cita(a_cita().id) == a_cita()
    assert await door.conversacion(CHAT) == a_conversacion()


async def test_the_loop_goes_on_while_another_process_has_the_lock(path: Path, opened: Opener) -> None:
    stores = await opened()
    stranger = sqlite3.connect(path, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    waiting = [
        asyncio.ensure_future(stores.of(TENANT).commit([Insert(a_cita(f"2025/08/29 {hour}:00"))], NOW))
        for hour in range(10, 18)
    ]

    await turns()
    assert not any(each.done() for each in waiting)
    assert await stores.of(TENANT).cita(a_cita().id) is None

    stranger.execute("ROLLBACK")
    stranger.close()
    await asyncio.gather(*waiting)


async def test_reads_that_follow_each_other_see_one_moment_and_the_next_turn_sees_the_next(
    path: Path, opened: Opener
) -> None:
    door = (await opened()).of(TENANT)
    stranger = sqlite3.connect(path, isolation_level=None)

    assert await door.cliente(a_cliente().id) is None
    stranger.execute(
        "INSERT INTO cliente (tenant_id, id, version) VALUES (?, ?, 1)", (TENANT, a_cliente().id)
    )
    assert await door.cliente(a_cliente().id) is None
    await turns(1)
    assert await door.cliente(a_cliente().id) is not None

    stranger.close()


async def test_what_waits_is_committed_before_the_store_closes(opened: Opener) -> None:
    stores = await opened()
    waiting = [
        asyncio.ensure_future(stores.of(TENANT).commit([Insert(a_cliente(id=hex_id(n), telefono=None))], NOW))
        for n in range(200)
    ]
    await turns(1)
    await stores.close()
    await asyncio.gather(*waiting)

    assert len(await (await opened()).of(TENANT).export()) == 200


def _process(script: str, *arguments: str) -> "subprocess.Popen[str]":
    database, *rest = arguments
    return subprocess.Popen(  # noqa: S603 - this very test's script
        [sys.executable, "-c", script, database, str(TESTS), *rest],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _say(process: "subprocess.Popen[str]", line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
