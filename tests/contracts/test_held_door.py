"""The held door: one writer has checked and not yet written; a rival goes through; then the first goes on.

A crowd is not a race: it finds a store that is not atomic only now and then. This finds it every time.
"""

from dataclasses import dataclass

import pytest

from builders import a_bloqueo, a_cita, hex_id
from citas.application.ports import Document, Door, Insert, Remove, Replace, Unit
from citas.domain.errors import ConflictError, SlotTakenError
from store_scenes import (
    ANA,
    CHAT,
    NOW,
    a_cliente,
    a_consentimiento,
    a_conversacion,
    a_gasto,
    a_hold,
    a_mensaje,
    a_pausa,
    a_salida,
    a_trabajo,
    an_aviso,
    an_espera,
    an_idempotencia,
    newer,
)


@dataclass
class Race:
    """What both saw, what each decided by it, and how the late one must hear of it."""

    before: tuple[Document, ...]
    held: Unit
    passing: Unit
    refusal: type[Exception]


CITA = a_cita()
LATER = a_cita("2025/08/29 12:00")
MIDDAY = a_cita("2025/08/29 10:30").slots
HOLD = a_hold()
CANCELLED = newer(CITA, estado="cancelada", slots=())

RACES = {
    "two bookings": Race((), [Insert(CITA)], [Insert(a_cita("2025/08/29 10:30"))], SlotTakenError),
    "a booking and a bloqueo": Race(
        (), [Insert(CITA)], [Insert(a_bloqueo("2025/08/29 10:40"))], SlotTakenError
    ),
    "a bloqueo and a booking": Race(
        (), [Insert(a_bloqueo("2025/08/29 10:40"))], [Insert(CITA)], SlotTakenError
    ),
    "two bookings of one cliente": Race(
        (a_cliente(),),
        [Replace(newer(a_cliente())), Insert(CITA)],
        [Replace(newer(a_cliente())), Insert(a_cita("2025/08/29 15:00"))],
        ConflictError,
    ),
    "two clientes of one telefono": Race(
        (), [Insert(a_cliente())], [Insert(a_cliente(id=ANA))], ConflictError
    ),
    "two moves to one time": Race(
        (CITA, LATER),
        [Replace(newer(CITA, slots=a_cita("2025/08/29 15:00").slots))],
        [Replace(newer(LATER, slots=a_cita("2025/08/29 15:30").slots))],
        SlotTakenError,
    ),
    "a move and a booking": Race(
        (LATER,), [Replace(newer(LATER, slots=MIDDAY))], [Insert(CITA)], SlotTakenError
    ),
    "a booking and a move": Race(
        (LATER,), [Insert(CITA)], [Replace(newer(LATER, slots=MIDDAY))], SlotTakenError
    ),
    "two moves of one cita": Race(
        (CITA,),
        [Replace(newer(CITA, slots=a_cita("2025/08/29 15:00").slots))],
        [Replace(newer(CITA, slots=a_cita("2025/08/29 16:00").slots))],
        ConflictError,
    ),
    "a move and a cancel": Race(
        (CITA,), [Replace(newer(CITA, slots=MIDDAY))], [Replace(CANCELLED)], ConflictError
    ),
    "a cancel and a move": Race(
        (CITA,), [Replace(CANCELLED)], [Replace(newer(CITA, slots=MIDDAY))], ConflictError
    ),
    "two holds": Race((), [Insert(HOLD)], [Insert(a_hold("2025/08/29 10:30", id=hex_id(1)))], SlotTakenError),
    "a hold and a booking": Race((), [Insert(HOLD)], [Insert(CITA)], SlotTakenError),
    "a yes to an offer, given twice": Race(
        (HOLD, a_conversacion()),
        [Remove(HOLD), Insert(CITA), Replace(newer(a_conversacion()))],
        [Remove(HOLD), Insert(a_cita(id=hex_id(1))), Replace(newer(a_conversacion()))],
        ConflictError,
    ),
    "a yes and the sweep of its hold": Race(
        (HOLD,), [Remove(HOLD), Insert(CITA)], [Remove(HOLD)], ConflictError
    ),
    "a yes and the owner's bloqueo in its place": Race(
        (HOLD,),
        [Remove(HOLD), Insert(CITA)],
        [Remove(HOLD), Insert(a_bloqueo("2025/08/29 10:00"))],
        ConflictError,
    ),
    "a yes without its hold and a booking": Race(
        (), [Insert(CITA)], [Insert(a_cita(id=hex_id(1)))], SlotTakenError
    ),
    "two requests of one key": Race(
        (),
        [Insert(an_idempotencia()), Insert(CITA)],
        [Insert(an_idempotencia()), Insert(LATER)],
        ConflictError,
    ),
    "two finders of an ended lease": Race(
        (an_idempotencia(),),
        [Replace(newer(an_idempotencia(), lease=NOW + 60))],
        [Replace(newer(an_idempotencia(), lease=NOW + 61))],
        ConflictError,
    ),
    "an answer and the finder of its ended lease": Race(
        (an_idempotencia(),),
        [Replace(newer(an_idempotencia(), status=201)), Insert(CITA)],
        [Replace(newer(an_idempotencia(), lease=NOW + 61))],
        ConflictError,
    ),
    "two that take up one trabajo": Race(
        (a_trabajo(),),
        [Replace(newer(a_trabajo(), lease=NOW + 60))],
        [Replace(newer(a_trabajo(), lease=NOW + 61))],
        ConflictError,
    ),
    "an answer and whoever takes its trabajo up": Race(
        (a_trabajo(),),
        [Remove(a_trabajo()), Insert(a_mensaje()), Insert(CITA)],
        [Replace(newer(a_trabajo(), lease=NOW + 61))],
        ConflictError,
    ),
    "two that spend of one gasto": Race(
        (a_gasto(),),
        [Replace(newer(a_gasto(), nanos=2))],
        [Replace(newer(a_gasto(), nanos=3))],
        ConflictError,
    ),
    "two mensajes of one chat": Race(
        (a_conversacion(),),
        [Replace(newer(a_conversacion(), turno=1)), Insert(a_mensaje())],
        [Replace(newer(a_conversacion(), turno=1)), Insert(a_mensaje(id="b" * 64))],
        ConflictError,
    ),
    "two first mensajes of one chat": Race(
        (),
        [Insert(a_conversacion()), Insert(a_mensaje())],
        [Insert(a_conversacion()), Insert(a_mensaje(id="b" * 64))],
        ConflictError,
    ),
    "one mensaje posted twice": Race(
        (), [Insert(a_mensaje()), Insert(CITA)], [Insert(a_mensaje())], ConflictError
    ),
    "two devices that take one salida": Race(
        (a_salida(),),
        [Replace(newer(a_salida(), intento=1))],
        [Replace(newer(a_salida(), estado="retirada"))],
        ConflictError,
    ),
    "two that acknowledge one aviso": Race(
        (an_aviso(),),
        [Replace(newer(an_aviso(), reconocido=True))],
        [Replace(newer(an_aviso(), reconocido=True))],
        ConflictError,
    ),
    "two that tell one espera": Race(
        (an_espera(),),
        [Replace(newer(an_espera(), avisada=True)), Insert(an_aviso())],
        [Replace(newer(an_espera(), avisada=True)), Insert(an_aviso(id=hex_id(1)))],
        ConflictError,
    ),
    "an opt-in and its withdrawal": Race(
        (a_consentimiento(),),
        [Replace(newer(a_consentimiento()))],
        [Replace(newer(a_consentimiento(), acepta=False))],
        ConflictError,
    ),
    "two first pausas": Race((), [Insert(a_pausa())], [Insert(a_pausa(hasta=None))], ConflictError),
}


def inserts(documents: tuple[Document, ...]) -> Unit:
    return [Insert(document) for document in documents]


@pytest.mark.parametrize("race", RACES.values(), ids=RACES)
async def test_whoever_writes_second_writes_nothing(door: Door, rival: Door, race: Race) -> None:
    await door.commit(inserts(race.before), NOW)
    assert await door.conversacion(CHAT) == await rival.conversacion(CHAT)

    await rival.commit(race.passing, NOW)
    after = await rival.export()
    with pytest.raises(race.refusal):
        await door.commit(race.held, NOW)

    assert set(await door.export()) == set(after)


@pytest.mark.parametrize("race", RACES.values(), ids=RACES)
async def test_alone_the_late_one_would_have_written(door: Door, race: Race) -> None:
    await door.commit(inserts(race.before), NOW)

    await door.commit(race.held, NOW)


async def test_a_claim_that_was_let_go_in_between_is_free_for_the_one_who_waited(
    door: Door, rival: Door
) -> None:
    await door.commit([Insert(CITA)], NOW)

    await rival.commit([Replace(CANCELLED)], NOW)
    await door.commit([Insert(a_cita("2025/08/29 10:30"))], NOW)

    assert len(await rival.ocupaciones(0, 2**40)) == 1
