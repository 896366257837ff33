"""A task has one holder at a time, among all processes, for as long as it says."""

import asyncio

from citas.application.ports import Stores
from store_scenes import NOW


async def test_of_two_that_want_a_task_one_has_it(stores: Stores, rivals: Stores) -> None:
    won = await asyncio.gather(
        stores.operator.lease("barrido", "uno", NOW + 30, NOW),
        rivals.operator.lease("barrido", "otro", NOW + 30, NOW),
    )

    assert sorted(won) == [False, True]


async def test_of_a_crowd_one_has_it(stores: Stores, rivals: Stores) -> None:
    won = await asyncio.gather(
        *(
            (stores, rivals)[number % 2].operator.lease("barrido", f"{number}", NOW + 30, NOW)
            for number in range(20)
        )
    )

    assert won.count(True) == 1


async def test_a_task_that_is_held_is_anothers_when_its_lease_ends(stores: Stores, rivals: Stores) -> None:
    assert await stores.operator.lease("barrido", "uno", NOW + 30, NOW)

    assert not await rivals.operator.lease("barrido", "otro", NOW + 59, NOW + 29)
    assert await rivals.operator.lease("barrido", "otro", NOW + 60, NOW + 30)
    assert not await stores.operator.lease("barrido", "uno", NOW + 90, NOW + 59)


async def test_a_holder_prolongs_what_it_has(stores: Stores, rivals: Stores) -> None:
    assert await stores.operator.lease("barrido", "uno", NOW + 30, NOW)
    assert await stores.operator.lease("barrido", "uno", NOW + 60, NOW + 20)

    assert not await rivals.operator.lease("barrido", "otro", NOW + 75, NOW + 45)


async def test_a_holder_that_comes_too_late_has_it_if_nobody_took_it(stores: Stores) -> None:
    assert await stores.operator.lease("barrido", "uno", NOW + 30, NOW)
    assert await stores.operator.lease("barrido", "uno", NOW + 90, NOW + 60)


async def test_a_task_that_is_given_back_is_anothers_at_once(stores: Stores, rivals: Stores) -> None:
    assert await stores.operator.lease("barrido", "uno", NOW + 30, NOW)
    assert await stores.operator.lease("barrido", "uno", NOW + 1, NOW + 1)

    assert await rivals.operator.lease("barrido", "otro", NOW + 31, NOW + 1)


async def test_nobody_gives_back_what_another_has(stores: Stores, rivals: Stores) -> None:
    assert await stores.operator.lease("barrido", "uno", NOW + 30, NOW)

    assert not await rivals.operator.lease("barrido", "otro", 0, NOW + 1)
    assert not await rivals.operator.lease("barrido", "otro", NOW + 31, NOW + 1)


async def test_each_task_has_a_lease_of_its_own(stores: Stores, rivals: Stores) -> None:
    assert await stores.operator.lease("barrido", "uno", NOW + 30, NOW)
    assert await rivals.operator.lease("recordatorios", "otro", NOW + 30, NOW)


async def test_a_lease_is_no_change_of_configuration(stores: Stores) -> None:
    before = await stores.operator.generation()

    await stores.operator.lease("barrido", "uno", NOW + 30, NOW)

    assert await stores.operator.generation() == before
