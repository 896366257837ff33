"""A move that is killed, or whose source changes meanwhile: told, and mended by the next run."""

from dataclasses import replace

import pytest

from builders import a_cita, hex_id
from citas.adapters.stores.memory import MemoryStores
from citas.application.move_store import move_store
from citas.application.ports import Insert, Remove, Replace
from fakes import FakeClock
from move_scenes import ONE, TWO, Busy, CutOffError, Followed, Killed, contents, filled, many, moved
from store_scenes import (
    NOW,
    a_cliente,
    a_hold,
    an_aviso,
    an_espera,
    newer,
)


async def test_a_move_that_was_killed_goes_on_and_ends_the_same() -> None:
    source, target = await filled(MemoryStores(), many(1200)), Killed(lives=2)
    with pytest.raises(CutOffError):
        await moved(source, target)
    assert await target.operator.claves(ONE.id) == ()
    there = len(await target.of(ONE.id).export(limit=10_000))
    assert there == 1000

    target.lives = 100
    result = await moved(source, target)

    assert result.same
    assert result.documents == 2 * 1216 + 1 - there
    assert await contents(target) == await contents(source)


async def test_what_the_source_changed_after_a_move_was_killed_is_mended() -> None:
    source, target = await filled(MemoryStores(), many(600)), Killed(lives=3)
    with pytest.raises(CutOffError):
        await moved(source, target)
    door = source.of(ONE.id)
    at_ten = a_cita("2025/08/30 10:00", id=hex_id(0xFE))
    await door.commit([Remove(a_cita("2025/08/30 10:00", estado="cancelada")), Insert(at_ten)], NOW)
    await door.commit([Remove(an_aviso()), Replace(newer(an_espera(), avisada=True))], NOW)
    await source.operator.save_tenant(replace(ONE, direccion="Calle 2"), None, ())

    target.lives = 100
    result = await moved(source, target)

    assert result.same
    assert await contents(target) == await contents(source)


async def test_a_source_that_is_written_meanwhile_is_told_by_tenant_and_the_next_run_mends_it() -> None:
    source, target = Busy(), MemoryStores()
    await filled(source, many(600))
    source.writes = [[Insert(a_cliente(id=hex_id(77), telefono="+573000000077"))]]

    result = await moved(source, target)

    assert [(one.tenant.id, one.differing) for one in result.changed] == [(ONE.id, ("cliente",))]
    assert result.used == ()
    assert await target.operator.claves(ONE.id) == ()
    assert await target.operator.claves(TWO.id) == ()
    assert (await moved(source, target)).same
    assert await contents(target) == await contents(source)


async def test_a_chair_that_changes_hands_meanwhile_is_a_change_and_no_crash() -> None:
    source, target = Busy(), MemoryStores()
    await filled(source, [a_cita(id=hex_id(n), estado="cancelada") for n in range(0x1000, 0x1400)])
    first, then = (a_cita("2025/08/28 08:00", id=one) for one in (hex_id(1), "f" * 24))
    await source.of(ONE.id).commit([Insert(first)], NOW)
    source.writes = [[Remove(first), Insert(then)]]

    result = await moved(source, target)

    assert [one.tenant.id for one in result.changed] == [ONE.id]
    assert (await moved(source, target)).same


async def test_a_hold_of_an_older_try_makes_way_for_what_the_source_has_there_now() -> None:
    source, target = await filled(MemoryStores()), Killed(lives=1)
    hold = a_hold("2025/09/03 10:00", id=hex_id(0xB1), expira=NOW + 60, borrar_en=NOW + 120)
    await source.of(ONE.id).commit([Insert(hold)], NOW)
    with pytest.raises(CutOffError):
        await moved(source, target)
    cita = a_cita("2025/09/03 10:00", id=hex_id(0x0A))
    await source.of(ONE.id).commit([Insert(cita)], NOW + 3600)

    target.lives = 100
    clock = FakeClock(NOW + 3600)
    result = await move_store(source, target, clock, Followed())

    assert result.same
    assert await target.of(ONE.id).cita(cita.id) == cita
