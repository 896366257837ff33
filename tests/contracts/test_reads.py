"""What each question to the store finds, and in which order."""

from builders import CAMILO, a_bloqueo, a_cita, at, hex_id
from citas.application.ports import CitaFilter, Door, Insert, Remove, Replace
from store_scenes import (
    ANA,
    CHAT,
    JUAN,
    NOW,
    a_gasto,
    a_hold,
    a_mensaje,
    a_salida,
    a_trabajo,
    an_aviso,
    an_espera,
    newer,
)

DAY = at("2025/08/29 00:00")


async def test_citas_are_listed_by_start_then_id_and_only_of_the_estado_asked_for(door: Door) -> None:
    late, early = a_cita("2025/08/29 11:00"), a_cita("2025/08/29 09:00")
    twin = a_cita("2025/08/29 09:00", id=hex_id(1), recurso_id=CAMILO)
    gone = a_cita("2025/08/29 10:00", estado="cancelada", motivo="viaje")
    hold = a_hold("2025/08/29 12:00")
    await door.commit([Insert(cita) for cita in (late, early, twin, gone, hold)], NOW)

    assert await door.citas(CitaFilter(DAY)) == (twin, early, late)
    assert await door.citas(CitaFilter(DAY, estado="cancelada")) == (gone,)
    assert await door.citas(CitaFilter(DAY, estado="bloqueada")) == (hold,)


async def test_citas_are_listed_from_desde_on_and_before_hasta(door: Door) -> None:
    citas = [a_cita(f"2025/08/29 {hour:02d}:00") for hour in (9, 10, 11)]
    await door.commit([Insert(cita) for cita in citas], NOW)

    assert await door.citas(CitaFilter(citas[1].start)) == tuple(citas[1:])
    assert await door.citas(CitaFilter(DAY, hasta=citas[1].start)) == tuple(citas[:1])


async def test_citas_are_listed_of_one_recurso_or_telefono(door: Door) -> None:
    his = a_cita(telefono="+573000000001")
    hers = a_cita(id=hex_id(2), recurso_id=CAMILO, telefono="+573000000002")
    await door.commit([Insert(his), Insert(hers)], NOW)

    assert await door.citas(CitaFilter(DAY, telefono="+573000000002")) == (hers,)
    assert await door.citas(CitaFilter(DAY, recurso_id=his.recurso_id)) == (his,)
    assert await door.citas(CitaFilter(DAY, recurso_id=his.recurso_id, telefono="+573000000002")) == ()


async def test_pages_follow_each_other_without_gap_or_repeat(door: Door) -> None:
    twins = [a_cita("2025/08/29 09:00", id=hex_id(n), recurso_id=hex_id(n)) for n in range(1, 6)]
    rest = [a_cita(f"2025/08/29 {hour}:00") for hour in range(10, 14)]
    await door.commit([Insert(cita) for cita in (*twins, *rest)], NOW)

    seen: list[str] = []
    after = None
    while page := await door.citas(CitaFilter(DAY, limit=2, after=after)):
        assert len(page) <= 2
        seen += [cita.id for cita in page]
        after = page[-1].start, page[-1].id

    assert seen == [cita.id for cita in (*twins, *rest)]


async def test_a_clientes_citas_are_the_confirmed_ones_that_have_not_ended(door: Door) -> None:
    running, coming = a_cita("2025/08/29 09:00"), a_cita("2025/08/30 09:00")
    theirs = a_cita("2025/08/29 12:00", cliente_id=ANA)
    gone = a_cita("2025/08/29 15:00", estado="cancelada")
    await door.commit([Insert(c) for c in (coming, running, theirs, gone, a_hold("2025/08/29 17:00"))], NOW)

    assert await door.citas_of(JUAN, at("2025/08/29 09:44")) == (running, coming)
    assert await door.citas_of(JUAN, at("2025/08/29 09:45")) == (coming,)


async def test_a_clientes_latest_cita_is_the_one_that_started_last(door: Door) -> None:
    first, second = a_cita("2025/08/27 09:00"), a_cita("2025/08/28 09:00")
    gone = a_cita("2025/08/28 15:00", estado="cancelada")
    await door.commit([Insert(c) for c in (second, first, gone)], NOW)

    assert await door.ultima_cita_of(JUAN, DAY) == second
    assert await door.ultima_cita_of(JUAN, second.start) == first
    assert await door.ultima_cita_of(JUAN, first.start) is None


async def test_bloqueos_are_those_that_touch_the_span_by_start(door: Door) -> None:
    late, early = a_bloqueo("2025/08/29 15:00"), a_bloqueo("2025/08/29 09:00", motivo="médico")
    await door.commit([Insert(late), Insert(early)], NOW)

    assert await door.bloqueos(DAY, DAY + 86_400) == (early, late)
    assert await door.bloqueos(early.end, late.start) == ()
    assert await door.bloqueos(early.end - 1, late.start + 1) == (early, late)


async def test_a_chain_of_edits_is_told_in_order_of_arrival(door: Door) -> None:
    first, edit, back = (
        a_mensaje(id=f"{letter}" * 64, cadena="c" * 64, timestamp=ms)
        for letter, ms in (("f", 3), ("e", 1), ("b", 2))
    )
    for mensaje in (first, edit, back):
        await door.commit([Insert(mensaje)], NOW)
    await door.commit([Replace(newer(first, texto=None))], NOW)

    assert [m.id[0] for m in await door.cadena("c" * 64)] == ["f", "e", "b"]


async def test_a_mensaje_is_known_by_its_instante_and_the_first_counts(door: Door) -> None:
    first = a_mensaje(id="f" * 64, instante="chat\n1\nx")
    again = a_mensaje(id="e" * 64, instante="chat\n1\nx")
    await door.commit([Insert(first), Insert(again), Insert(a_mensaje())], NOW)

    assert await door.mensaje_at("chat\n1\nx") == first


async def test_salidas_of_a_chat_are_the_pending_ones_oldest_first(door: Door) -> None:
    newest, oldest = a_salida(id=hex_id(1), creada=NOW + 5), a_salida(id=hex_id(2))
    same = a_salida(id=hex_id(0))
    done = a_salida(id=hex_id(3), estado="enviado")
    elsewhere = a_salida(id=hex_id(4), conversacion="otra")
    for salida in (newest, oldest, same, done, elsewhere):
        await door.commit([Insert(salida)], NOW)

    assert await door.salidas_of(CHAT) == (same, oldest, newest)


async def test_salidas_are_due_from_libre_en_until_before_caduca(door: Door) -> None:
    salida = a_salida(libre_en=NOW + 60, caduca=NOW + 600)
    await door.commit([Insert(salida), Insert(a_salida(id=hex_id(3), estado="fallido"))], NOW)

    assert await door.salidas_due(NOW + 59) == ()
    assert await door.salidas_due(NOW + 60) == (salida,)
    assert await door.salidas_due(NOW + 599) == (salida,)
    assert await door.salidas_due(NOW + 600) == ()
    assert await door.expired_salidas(NOW + 599) == ()
    assert await door.expired_salidas(NOW + 600) == (salida,)


async def test_an_acknowledged_salida_is_pending_no_more(door: Door) -> None:
    await door.commit([Insert(a_salida())], NOW)
    await door.commit([Replace(newer(a_salida(), estado="enviado"))], NOW)

    assert await door.salidas_of(CHAT) == await door.salidas_due(NOW + 90) == ()


async def test_avisos_are_those_that_nobody_acknowledged_oldest_first(door: Door) -> None:
    late, early = an_aviso(id=hex_id(1), creado=NOW + 9), an_aviso(id=hex_id(2))
    await door.commit([Insert(late), Insert(early), Insert(an_aviso(id=hex_id(3)))], NOW)
    await door.commit([Replace(newer(an_aviso(id=hex_id(3)), reconocido=True))], NOW)

    assert await door.avisos() == (early, late)


async def test_the_waiting_list_holds_whom_nobody_told_and_whose_time_has_not_passed(door: Door) -> None:
    late, early = an_espera(id=hex_id(1), creada=NOW + 9), an_espera(id=hex_id(2))
    told, past = an_espera(id=hex_id(3), avisada=True), an_espera(id=hex_id(4), hasta=NOW + 5)
    await door.commit([Insert(espera) for espera in (late, early, told, past)], NOW)

    assert await door.esperas(NOW + 4) == (early, past, late)
    assert await door.esperas(NOW + 5) == (early, late)


async def test_holds_expire_at_their_instant(door: Door) -> None:
    hold = a_hold(expira=NOW + 60)
    await door.commit([Insert(hold), Insert(a_cita("2025/08/29 12:00", expira=NOW))], NOW)

    assert await door.expired_holds(NOW + 59) == ()
    assert await door.expired_holds(NOW + 60) == (hold,)


async def test_a_trabajo_is_unfinished_as_soon_as_its_lease_ends(door: Door) -> None:
    begun = a_trabajo(lease=NOW + 15)
    await door.commit([Insert(begun)], NOW)

    assert await door.unfinished(NOW + 14) == ()
    assert await door.unfinished(NOW + 15) == (begun,)


async def test_unfinished_trabajos_are_told_oldest_first(door: Door) -> None:
    oldest, same, newest = (
        a_trabajo(id=letter * 64, recibido=NOW + second) for letter, second in (("e", 1), ("f", 1), ("a", 2))
    )
    running = a_trabajo(lease=NOW + 99)
    await door.commit([Insert(trabajo) for trabajo in (newest, same, running, oldest)], NOW)

    assert await door.unfinished(NOW + 15) == (oldest, same, newest)


async def test_a_trabajo_that_is_taken_up_or_answered_is_unfinished_no_more(door: Door) -> None:
    taken, answered = a_trabajo(), a_trabajo(id="8" * 64)
    await door.commit([Insert(taken), Insert(answered)], NOW)
    again = newer(taken, lease=NOW + 30, intentos=1)
    await door.commit([Replace(again), Remove(answered)], NOW)

    assert await door.unfinished(NOW + 29) == ()
    assert await door.unfinished(NOW + 30) == (again,)
    assert await door.trabajo(answered.id) is None


async def test_a_month_has_a_gasto_of_its_own(door: Door) -> None:
    august, september = a_gasto(), a_gasto(id="2025-09", nanos=7)
    await door.commit([Insert(august), Insert(september)], NOW)
    await door.commit([Replace(newer(august, nanos=2_000_000, alertado=True))], NOW)

    assert await door.gasto("2025-08") == newer(august, nanos=2_000_000, alertado=True)
    assert await door.gasto("2025-09") == september


async def test_another_process_sees_what_was_committed(door: Door, rival: Door) -> None:
    assert await rival.ocupaciones(0, 2**40) == ()

    await door.commit([Insert(a_cita())], NOW)

    assert await rival.cita(a_cita().id) == a_cita()
    assert len(await rival.ocupaciones(0, 2**40)) == 1
