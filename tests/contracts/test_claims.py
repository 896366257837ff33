"""No atom of the agenda ever has two holders, whoever asks, however, and however many at once."""

from dataclasses import replace

import pytest

from builders import ANDRES, CAMILO, a_bloqueo, a_cita, a_tenant, at, hex_id
from citas.application.ports import Document, Door, Insert, Remove, Replace, Stores, Unit
from citas.domain.citas import Cita, Ocupacion
from citas.domain.errors import ConflictError, SlotTakenError
from citas.domain.intervals import claim
from citas.domain.politicas import Politicas
from fakes import at_once
from store_scenes import NOW, a_cliente, a_hold, newer

TARDE = NOW + 3600
ANOTHER = hex_id(9)


async def is_free(door: Door, wanted: Cita) -> bool:
    """Try it, and take it away again."""
    probe = replace(wanted, id=hex_id(0xFFFF))
    try:
        await door.commit([Insert(probe)], NOW)
    except SlotTakenError:
        return False
    await door.commit([Remove(probe)], NOW)
    return True


@pytest.mark.parametrize("standing", [a_cita(), a_hold(), a_bloqueo("2025/08/29 10:00", 45)])
@pytest.mark.parametrize(
    "wanted",
    [
        a_cita(id=ANOTHER),
        a_cita("2025/08/29 10:40", id=ANOTHER),
        a_cita("2025/08/29 09:20", id=ANOTHER),
        a_cita("2025/08/29 09:00", 180, id=ANOTHER),
        a_cita("2025/08/29 10:15", 5, id=ANOTHER),
        a_hold("2025/08/29 10:30", id=ANOTHER),
        a_bloqueo("2025/08/29 10:40", 5, id=ANOTHER),
    ],
)
async def test_what_overlaps_is_refused(door: Door, standing: Document, wanted: Document) -> None:
    await door.commit([Insert(standing)], NOW)

    with pytest.raises(SlotTakenError):
        await door.commit([Insert(wanted)], NOW)

    assert [document for _, document in await door.export()] == [standing]


async def test_back_to_back_citas_do_not_overlap(door: Door) -> None:
    await door.commit([Insert(a_cita()), Insert(a_cita("2025/08/29 10:45"))], NOW)
    await door.commit([Insert(a_cita("2025/08/29 09:15"))], NOW)


async def test_another_recurso_or_day_is_free(door: Door) -> None:
    await door.commit([Insert(a_cita())], NOW)
    await door.commit([Insert(a_cita(id=ANOTHER, recurso_id=CAMILO))], NOW)
    await door.commit([Insert(a_cita("2025/08/30 10:00"))], NOW)


async def test_two_overlapping_citas_of_one_unit_are_refused_together(door: Door) -> None:
    with pytest.raises(SlotTakenError):
        await door.commit([Insert(a_cita()), Insert(a_cita("2025/08/29 10:30"))], NOW)

    assert await door.export() == ()


async def test_a_cita_that_needs_two_recursos_claims_both_or_none(door: Door) -> None:
    plain = a_cita()
    both = replace(plain, slots=claim(a_tenant().zona, (ANDRES, CAMILO), plain.start, plain.end))
    await door.commit([Insert(a_bloqueo(recurso_id=CAMILO))], NOW)

    with pytest.raises(SlotTakenError):
        await door.commit([Insert(both)], NOW)
    assert await is_free(door, plain)

    await door.commit([Remove(a_bloqueo(recurso_id=CAMILO)), Insert(both)], NOW)
    assert not await is_free(door, plain)
    assert not await is_free(door, a_cita(recurso_id=CAMILO))


async def test_a_cancelled_cita_frees_its_atoms_at_once(door: Door) -> None:
    await door.commit([Insert(a_cita())], NOW)
    await door.commit([Replace(newer(a_cita(), estado="cancelada", slots=()))], NOW)

    assert await is_free(door, a_cita())


async def test_a_moved_cita_frees_what_it_left_and_keeps_what_it_took(door: Door) -> None:
    await door.commit([Insert(a_cita())], NOW)
    target = a_cita("2025/08/29 10:30")
    await door.commit([Replace(newer(a_cita(), start=target.start, end=target.end, slots=target.slots))], NOW)

    assert await is_free(door, a_cita("2025/08/29 09:45"))
    assert not await is_free(door, a_cita("2025/08/29 11:10"))


async def test_a_move_that_is_refused_leaves_the_old_claim_whole(door: Door) -> None:
    await door.commit([Insert(a_cita()), Insert(a_cita("2025/08/29 11:00"))], NOW)
    target = a_cita("2025/08/29 10:30")

    with pytest.raises(SlotTakenError):
        await door.commit([Replace(newer(a_cita(), slots=target.slots))], NOW)

    assert await door.cita(a_cita().id) == a_cita()
    assert not await is_free(door, a_cita("2025/08/29 10:00", 5))
    assert await is_free(door, a_cita("2025/08/29 10:45", 15))


async def test_two_citas_change_places_in_one_unit(door: Door) -> None:
    early, late = a_cita(), a_cita("2025/08/29 11:00")
    await door.commit([Insert(early), Insert(late)], NOW)

    await door.commit([Replace(newer(early, slots=late.slots)), Replace(newer(late, slots=early.slots))], NOW)

    found = await door.cita(early.id)
    assert found is not None
    assert found.slots == late.slots


async def test_a_hold_passes_its_atoms_to_the_cita_in_one_unit(door: Door) -> None:
    await door.commit([Insert(a_hold())], NOW)

    await door.commit([Insert(a_cita()), Remove(a_hold())], NOW)

    assert await door.cita(a_hold().id) is None
    assert not await is_free(door, a_cita())


async def test_a_hold_for_a_move_keeps_only_what_the_cita_has_not(door: Door) -> None:
    cita, target = a_cita(), a_cita("2025/08/29 10:15")
    extra = tuple(slot for slot in target.slots if slot not in cita.slots)
    hold = a_hold("2025/08/29 10:15", slots=extra, mueve=cita.id)
    await door.commit([Insert(cita), Insert(hold)], NOW)
    assert not await is_free(door, a_cita("2025/08/29 10:55", 5))

    moved = newer(cita, start=target.start, end=target.end, slots=target.slots)
    await door.commit([Replace(moved), Remove(hold)], NOW)

    assert await is_free(door, a_cita("2025/08/29 10:00", 15))
    assert not await is_free(door, a_cita("2025/08/29 10:55", 5))


async def test_an_expired_hold_makes_way_in_the_same_breath(door: Door) -> None:
    await door.commit([Insert(a_hold(expira=NOW + 60))], NOW)
    wanted = a_cita("2025/08/29 10:30", id=ANOTHER)

    with pytest.raises(SlotTakenError):
        await door.commit([Insert(wanted)], NOW + 59)
    await door.commit([Insert(wanted)], NOW + 60)

    assert await door.cita(a_hold().id) is None
    assert await is_free(door, a_cita("2025/08/29 10:00", 30))


async def test_an_expired_hold_stays_where_the_claim_fails_for_another_reason(door: Door) -> None:
    await door.commit([Insert(a_hold()), Insert(a_cita("2025/08/29 10:45"))], NOW)

    with pytest.raises(SlotTakenError):
        await door.commit([Insert(a_cita("2025/08/29 10:15", id=ANOTHER))], TARDE)

    assert await door.cita(a_hold().id) == a_hold()


async def test_several_expired_holds_make_way_together(door: Door) -> None:
    holds = [a_hold(f"2025/08/29 {hour}:00", 60, id=hex_id(hour)) for hour in (10, 11, 12)]
    await door.commit([Insert(hold) for hold in holds], NOW)

    await door.commit([Insert(a_cita("2025/08/29 10:30", 120))], TARDE)

    assert len(await door.export()) == 1


async def test_neither_a_confirmed_cita_nor_a_bloqueo_ever_makes_way(door: Door) -> None:
    odd = a_cita(expira=NOW)
    await door.commit([Insert(odd), Insert(a_bloqueo("2025/08/29 11:00"))], NOW)

    for wanted in (a_cita(id=ANOTHER), a_cita("2025/08/29 11:30", id=ANOTHER)):
        with pytest.raises(SlotTakenError):
            await door.commit([Insert(wanted)], NOW + 10**8)


async def test_an_expired_hold_of_another_tenant_is_left_alone(door: Door, other: Door) -> None:
    await door.commit([Insert(a_hold())], NOW)
    await other.commit([Insert(a_cita())], TARDE)

    assert await door.cita(a_hold().id) == a_hold()


async def test_a_buffer_that_passes_midnight_claims_the_next_days_first_atoms(door: Door) -> None:
    tenant = a_tenant(Politicas(buffer_minutos=20))
    late = a_cita("2025/08/29 23:15", 45, tenant=tenant)
    await door.commit([Insert(late)], NOW)

    assert not await is_free(door, a_cita("2025/08/30 00:15", 15))
    assert await is_free(door, a_cita("2025/08/30 00:20", 15))
    (ocupacion,) = await door.ocupaciones(at("2025/08/30 00:10"), at("2025/08/30 01:00"))
    assert (ocupacion.end, ocupacion.claimed_end) == (at("2025/08/30 00:00"), at("2025/08/30 00:20"))


async def test_what_occupies_is_told_with_its_true_end_and_where_its_claim_ends(door: Door) -> None:
    tenant = a_tenant(Politicas(buffer_minutos=7))
    cita = a_cita("2025/08/29 10:00", 45, tenant=tenant)
    hold = a_hold("2025/08/29 11:00", 30)
    bloqueo = a_bloqueo("2025/08/29 15:00", 60, recurso_id=CAMILO)
    gone = a_cita("2025/08/29 16:00", estado="cancelada")
    await door.commit([Insert(document) for document in (bloqueo, hold, cita, gone)], NOW)

    assert await door.ocupaciones(at("2025/08/29 00:00"), at("2025/08/30 00:00")) == (
        Ocupacion(ANDRES, cita.start, cita.end, cita.end + 10 * 60, "cita", cita.id),
        Ocupacion(ANDRES, hold.start, hold.end, hold.end, "hold", hold.id, expira=hold.expira),
        Ocupacion(CAMILO, bloqueo.start, bloqueo.end, bloqueo.end, "bloqueo", bloqueo.id),
    )


async def test_the_hold_of_a_move_occupies_to_the_end_of_its_last_atom(stores: Stores, door: Door) -> None:
    tenant = a_tenant(Politicas(buffer_minutos=10))
    await stores.operator.save_tenant(tenant, None, ())
    cita, target = a_cita(tenant=tenant), a_cita("2025/08/29 10:15", tenant=tenant)
    extra = tuple(slot for slot in target.slots if slot not in cita.slots)
    hold = a_hold("2025/08/29 10:15", slots=extra, mueve=cita.id)
    await door.commit([Insert(cita), Insert(hold)], NOW)

    _, found = await door.ocupaciones(cita.start, target.end)

    assert (found.start, found.end, found.mueve) == (target.start, target.end, cita.id)
    assert found.claimed_end == target.end + 600


async def test_a_cita_of_two_recursos_occupies_both(door: Door) -> None:
    plain = a_cita()
    both = replace(plain, slots=claim(a_tenant().zona, (ANDRES, CAMILO), plain.start, plain.end))
    await door.commit([Insert(both)], NOW)

    found = await door.ocupaciones(plain.start, plain.end)

    assert [(o.recurso_id, o.start, o.claimed_end) for o in found] == [
        (ANDRES, plain.start, plain.end),
        (CAMILO, plain.start, plain.end),
    ]


async def test_only_what_touches_the_span_occupies_it(door: Door) -> None:
    await door.commit(
        [Insert(a_cita("2025/08/29 10:00", 60)), Insert(a_bloqueo("2025/08/29 12:00", 60))], NOW
    )

    assert await door.ocupaciones(at("2025/08/29 11:00"), at("2025/08/29 12:00")) == ()
    assert len(await door.ocupaciones(at("2025/08/29 10:55"), at("2025/08/29 12:05"))) == 2
    assert len(await door.ocupaciones(at("2025/08/29 10:20"), at("2025/08/29 10:25"))) == 1


async def test_of_a_crowd_that_wants_overlapping_times_exactly_one_wins(door: Door, rival: Door) -> None:
    wanted = [a_cita(f"2025/08/29 10:{5 * step:02d}", id=hex_id(step)) for step in range(9)]

    results = await at_once(
        *((door, rival)[at % 2].commit([Insert(cita)], NOW) for at, cita in enumerate(wanted))
    )

    assert results.count(None) == 1
    assert all(result is None or isinstance(result, SlotTakenError) for result in results)
    (winner,) = [cita for cita, result in zip(wanted, results, strict=True) if result is None]
    assert [document for _, document in await rival.export()] == [winner]


async def test_of_a_crowd_that_moves_to_one_time_exactly_one_wins(door: Door, rival: Door) -> None:
    citas = [a_cita(f"2025/08/29 {hour:02d}:00", 60, id=hex_id(hour)) for hour in range(8, 17)]
    await door.commit([Insert(cita) for cita in citas], NOW)
    slots = a_cita("2025/08/29 18:30", 60).slots

    results = await at_once(
        *(
            (door, rival)[at % 2].commit([Replace(newer(cita, slots=slots))], NOW)
            for at, cita in enumerate(citas)
        )
    )

    assert results.count(None) == 1
    assert len(await door.ocupaciones(0, 2**40)) == len(citas)


async def test_of_a_crowd_that_holds_books_and_blocks_exactly_one_wins(door: Door, rival: Door) -> None:
    wanted: list[Document] = [
        *(a_hold(f"2025/08/29 10:{5 * step:02d}", id=hex_id(0x10 + step)) for step in range(6)),
        *(a_cita(f"2025/08/29 10:{5 * step:02d}", id=hex_id(0x20 + step)) for step in range(6)),
        *(a_bloqueo(f"2025/08/29 10:{5 * step:02d}", 45, id=hex_id(0x30 + step)) for step in range(6)),
    ]

    results = await at_once(
        *((door, rival)[at % 2].commit([Insert(each)], NOW) for at, each in enumerate(wanted))
    )

    assert results.count(None) == 1
    assert len(await door.export()) == 1


async def test_of_a_crowd_that_saw_one_version_exactly_one_writes(door: Door, rival: Door) -> None:
    await door.commit([Insert(a_cliente())], NOW)
    units: list[Unit] = [
        [Replace(newer(a_cliente())), Insert(a_cita(f"2025/08/29 {hour:02d}:00", id=hex_id(hour)))]
        for hour in range(8, 18)
    ]

    results = await at_once(*((door, rival)[at % 2].commit(unit, NOW) for at, unit in enumerate(units)))

    assert results.count(None) == 1
    assert all(result is None or isinstance(result, ConflictError) for result in results)
    assert len(await rival.ocupaciones(0, 2**40)) == 1
