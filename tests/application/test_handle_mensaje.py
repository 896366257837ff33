"""Whole chats at a fixed clock: to book, to move, to cancel, and to change one's mind."""

from dataclasses import replace

import pytest

from builders import a_tenant, at, dia
from chat import Chat, given
from citas.application.bloquear import NewBloqueo, add_bloqueo, remove_bloqueo
from citas.application.move_cita import MoveCita, move_cita
from citas.application.ports import CitaFilter
from citas.domain.errors import ConsentMissingError
from citas.domain.politicas import Politicas
from fakes import Fakes, a_caller, a_world

FRIDAY = at("2025/08/29 08:00")
ASKS = a_tenant()
DIRECT = a_tenant(Politicas(confirmar=False))
WISH = "corte el lunes a las 10 am"


@pytest.fixture
async def fakes() -> Fakes:
    return await a_world(ASKS, now=FRIDAY)


@pytest.fixture
def chat(fakes: Fakes) -> Chat:
    return Chat(fakes, ASKS)


async def a_direct_chat() -> Chat:
    return Chat(await a_world(DIRECT, now=FRIDAY), DIRECT)


async def test_a_yes_books_exactly_what_was_offered(chat: Chat) -> None:
    offered = await chat.says("me regala una cita para corte el lunes a las 3 de la tarde")
    assert await chat.agenda() == []
    booked = await chat.says("sí")

    assert (offered["estado"], booked["estado"]) == ("propuesta", "confirmada")
    assert await chat.agenda() == ["2025/09/01 15:00 corte cabello @Andrés"]
    assert isinstance(booked["cita"], dict)
    assert isinstance(offered["alternativas"], list)
    assert booked["cita"]["hora_inicio"] == offered["alternativas"][0]["hora_inicio"] == "15:00"


@pytest.mark.parametrize("waits", ["corte el lunes a las 10 am", "corte el lunes", "corte"])
async def test_what_waits_is_let_go_where_the_business_gave_up_its_servicio(
    fakes: Fakes, chat: Chat, waits: str
) -> None:
    await chat.says(waits)
    await fakes.world.stores.operator.save_tenant(replace(ASKS, servicios=ASKS.servicios[1:]), None, ())
    answers = [(await chat.says(text))["estado"] for text in ("sí", "el lunes a las 10")]

    assert "confirmada" not in answers
    assert await chat.agenda() == []


async def test_without_confirmar_a_whole_wish_is_booked_at_once() -> None:
    chat = await a_direct_chat()
    booked = await chat.says("corte el lunes a las 3 de la tarde")

    assert booked["estado"] == "confirmada"
    assert await chat.agenda() == ["2025/09/01 15:00 corte cabello @Andrés"]


async def test_missing_pieces_are_asked_for_one_at_a_time_and_never_again(chat: Chat) -> None:
    asked = [(await chat.says(text))["faltan"] for text in ("quiero una cita", "corte", "el lunes")]
    offered = await chat.says("a las 10")

    assert asked == [["servicio"], ["fecha"], ["hora"]]
    assert offered["estado"] == "propuesta"


async def test_a_no_lets_the_offer_go_and_its_slots_at_once(chat: Chat, fakes: Fakes) -> None:
    await chat.says("corte el lunes a las 10 am con Andrés")
    await chat.says("no, gracias")
    other = Chat(fakes, ASKS, de="+57 311 222 3344")
    offered = await other.says("corte el lunes a las 10 am con Andrés")

    assert offered["estado"] == "propuesta"
    assert await chat.agenda() == []


async def test_a_live_hold_is_busy_for_others_and_never_for_oneself(chat: Chat, fakes: Fakes) -> None:
    await chat.says("corte el lunes a las 10 am con Andrés")
    other = Chat(fakes, ASKS, de="+57 311 222 3344")
    refused = await other.says("corte el lunes a las 10:15 am con Andrés")
    again = await chat.says("corte el lunes a las 10:15 am con Andrés")

    assert (refused["estado"], refused["motivo"]) == ("alternativas", "ocupado")
    assert again["estado"] == "propuesta"


async def test_an_offer_outlives_its_hold_while_it_is_still_free(chat: Chat, fakes: Fakes) -> None:
    await chat.says(WISH)
    booked = await chat.says("sí", pasa=29 * 60)

    assert booked["estado"] == "confirmada"
    assert await fakes.stores.of(ASKS.id).expired_holds(FRIDAY + 86_400) == ()


async def test_an_offer_whose_place_was_taken_meanwhile_is_not_booked(chat: Chat, fakes: Fakes) -> None:
    await chat.says("corte el lunes a las 10 am con Andrés")
    fakes.clock.advance(120)
    other = Chat(fakes, ASKS, de="+57 311 222 3344")
    await other.says("corte el lunes a las 10 am con Andrés")
    await other.says("sí")
    late = await chat.says("sí")

    assert (late["estado"], late["motivo"]) == ("alternativas", "ocupado")
    assert await chat.agenda() == ["2025/09/01 10:00 corte cabello @Andrés"]


async def test_a_yes_after_half_an_hour_gets_the_same_offer_anew(chat: Chat) -> None:
    first = await chat.says(WISH)
    anew = await chat.says("sí", pasa=31 * 60)

    assert anew["estado"] == "propuesta"
    assert anew["alternativas"] == first["alternativas"]
    assert (await chat.says("sí"))["estado"] == "confirmada"


async def test_a_change_of_mind_replaces_the_offer_and_keeps_what_was_not_changed(chat: Chat) -> None:
    await chat.says(WISH)
    offered = await chat.says("no, mejor el martes")
    await chat.says("sí")

    assert offered["estado"] == "propuesta"
    assert await chat.agenda() == ["2025/09/02 10:00 corte cabello @Andrés"]


async def test_a_taken_place_lists_the_nearest_and_the_second_can_be_chosen(chat: Chat, fakes: Fakes) -> None:
    for recurso in ("Andrés", "Camilo"):
        await given(fakes, ASKS, "2025/09/01 10:00", telefono="+573112223344", recurso=recurso)
    listed = await chat.says(WISH)
    assert isinstance(listed["alternativas"], list)
    assert (listed["estado"], listed["motivo"]) == ("alternativas", "ocupado")
    starts = [alternativa["hora_inicio"] for alternativa in listed["alternativas"]]
    assert starts == sorted(starts)
    assert len(starts) == 5
    unclear = await chat.says("sí")
    await chat.says("la segunda")
    booked = await chat.says("sí")

    assert (unclear["estado"], unclear["faltan"]) == ("aclaracion", ["hora"])
    assert isinstance(booked["cita"], dict)
    assert booked["cita"]["hora_inicio"] == starts[1]


async def test_a_cita_is_moved_and_keeps_its_id(chat: Chat, fakes: Fakes) -> None:
    cita = await given(fakes, ASKS, "2025/09/01 10:00", recurso="Camilo")
    offered = await chat.says("me puede cambiar la cita del lunes para el martes a las 11 am?")
    moved = await chat.says("sí")

    assert (offered["estado"], offered["intencion"]) == ("propuesta", "cambiar")
    assert isinstance(moved["cita"], dict)
    assert (moved["estado"], moved["cita"]["id"], moved["cita"]["version"]) == ("reprogramada", cita.id, 2)
    assert await chat.agenda() == ["2025/09/02 11:00 corte cabello @Camilo"]


async def test_a_move_may_overlap_the_cita_that_moves(chat: Chat, fakes: Fakes) -> None:
    await given(fakes, ASKS, "2025/09/01 10:00", recurso="Camilo")
    await chat.says("córrame la cita del lunes para las 10:15 am")

    assert (await chat.says("sí"))["estado"] == "reprogramada"
    assert await chat.agenda() == ["2025/09/01 10:15 corte cabello @Camilo"]


async def test_an_offer_to_move_is_dropped_by_the_owners_own_change(chat: Chat, fakes: Fakes) -> None:
    cita = await given(fakes, ASKS, "2025/09/01 10:00", recurso="Camilo")
    await chat.says("me puede pasar la cita del lunes para el martes a las 11 am?")
    door = fakes.stores.of(ASKS.id)
    stored = await door.cita(cita.id)
    assert stored is not None
    await move_cita(fakes.world, a_caller(ASKS), MoveCita(cita.id, stored.version, minutos=16 * 60))
    answer = await chat.says("sí")

    assert answer["estado"] == "aclaracion"
    assert await chat.agenda() == ["2025/09/01 16:00 corte cabello @Camilo"]


async def test_a_cita_is_cancelled_after_a_yes(chat: Chat, fakes: Fakes) -> None:
    await given(fakes, ASKS, "2025/09/01 10:00")
    offered = await chat.says("no voy a poder ir el lunes, me cancela la cita")
    done = await chat.says("sí")

    assert (offered["estado"], offered["intencion"]) == ("propuesta", "cancelar")
    assert done["estado"] == "cancelada"
    assert await chat.agenda() == []


async def test_a_late_cancellation_is_refused_to_the_very_minute_and_the_owner_told(
    chat: Chat, fakes: Fakes
) -> None:
    await given(fakes, ASKS, "2025/09/01 10:00")
    fakes.clock.set(at("2025/08/31 10:00"))
    late = await chat.says("cancele mi cita del lunes")
    fakes.clock.set(at("2025/08/31 09:59"))
    in_time = await chat.says("cancele mi cita del lunes")

    assert (late["estado"], late["motivo"]) == ("rechazada", "cancelacion_tardia")
    assert in_time["estado"] == "propuesta"
    assert [aviso.tipo for aviso in await fakes.stores.of(ASKS.id).avisos()] == ["cancelacion_tardia"]


async def test_what_was_booked_a_moment_ago_may_be_taken_back(fakes: Fakes) -> None:
    chat = Chat(fakes, ASKS)
    await chat.says("corte hoy a las 9 am")
    await chat.says("sí")
    await chat.says("ay no, cancele la cita")

    assert (await chat.says("sí"))["estado"] == "cancelada"


async def test_two_citas_are_asked_about_and_only_the_named_one_moves(chat: Chat, fakes: Fakes) -> None:
    await given(fakes, ASKS, "2025/09/01 10:00")
    await given(fakes, ASKS, "2025/09/03 10:00", "barba")
    asked = await chat.says("necesito cambiar mi cita para el jueves a las 4 pm")
    offered = await chat.says("la de la barba")
    await chat.says("sí")

    assert (asked["estado"], asked["faltan"]) == ("aclaracion", ["cita"])
    assert isinstance(asked["cita"], dict)
    assert asked["cita"]["fecha"] == "2025/09/01"
    assert offered["estado"] == "propuesta"
    assert await chat.agenda() == [
        "2025/09/01 10:00 corte cabello @Andrés",
        "2025/09/04 16:00 barba @Andrés",
    ]


async def test_cancelling_and_booking_the_same_servicio_is_a_move(chat: Chat, fakes: Fakes) -> None:
    cita = await given(fakes, ASKS, "2025/09/01 10:00")
    offered = await chat.says("cancele la del lunes y me da una el martes a las 3 de la tarde")
    await chat.says("sí")

    assert offered["intencion"] == "cambiar"
    assert await chat.agenda() == ["2025/09/02 15:00 corte cabello @Andrés"]
    stored = await fakes.stores.of(ASKS.id).cita(cita.id)
    assert stored is not None
    assert stored.version == 2


async def test_one_person_cannot_sit_in_two_chairs_but_his_brother_can(chat: Chat, fakes: Fakes) -> None:
    await given(fakes, ASKS, "2025/09/01 10:00", recurso="Andrés")
    refused = await chat.says("otra cita: barba el lunes a las 10:15 am")
    offered = await chat.says("es para mi hermano, a esa misma hora")
    await chat.says("sí")

    assert (refused["estado"], refused["motivo"]) == ("alternativas", "ocupado")
    assert offered["estado"] == "propuesta"
    assert "2025/09/01 10:15 barba @Camilo" in await chat.agenda()


async def test_no_more_than_the_limit_of_future_citas(fakes: Fakes) -> None:
    chat = Chat(fakes, ASKS)
    for day in range(1, 6):
        await given(fakes, ASKS, f"2025/09/0{day} 10:00")
    refused = await chat.says("corte el viernes 12 de septiembre a las 3 de la tarde")

    assert (refused["estado"], refused["motivo"]) == ("rechazada", "demasiadas_citas")


async def test_the_wish_of_the_waiting_list_is_told_to_the_owner_when_a_bloqueo_goes(
    chat: Chat, fakes: Fakes
) -> None:
    blocks = [NewBloqueo(recurso.id, dia("2025/09/01"), 9 * 60, 12 * 60, None) for recurso in ASKS.recursos]
    stored = [await add_bloqueo(fakes.world, a_caller(ASKS), block) for block in blocks]
    await chat.says(WISH)
    waits = await chat.says("avísame si se desocupa algo")
    await remove_bloqueo(fakes.world, a_caller(ASKS), stored[0].id)

    assert waits["estado"] == "en_espera"
    assert [aviso.tipo for aviso in await fakes.stores.of(ASKS.id).avisos()] == ["hueco_liberado"]


async def test_a_correction_right_after_booking_is_a_move_of_that_cita(chat: Chat) -> None:
    await chat.says(WISH)
    await chat.says("sí")
    await chat.says("¿cuánto vale el corte?")
    offered = await chat.says("uy no, mejor el martes a la misma hora")
    await chat.says("sí")

    assert (offered["estado"], offered["intencion"]) == ("propuesta", "cambiar")
    assert await chat.agenda() == ["2025/09/02 10:00 corte cabello @Andrés"]


async def test_a_question_in_between_leaves_the_offer_standing(chat: Chat) -> None:
    await chat.says(WISH)
    told = await chat.says("¿cuánto vale el corte?")

    assert told["estado"] == "informada"
    assert "20.000" in str(told["respuesta"])
    assert (await chat.says("sí"))["estado"] == "confirmada"


@pytest.mark.parametrize(
    ("text", "estado", "motivo"),
    [
        ("corte el domingo a las 10 am", "alternativas", "cerrado"),
        ("corte el lunes a las 7 de la mañana", "alternativas", "fuera_de_horario"),
        ("corte el lunes a las 10:20 am", "alternativas", "hora_no_alineada"),
        ("corte ayer a las 10 am", "alternativas", "en_el_pasado"),
        ("corte el 30 de noviembre a las 10 am", "rechazada", "fuera_de_plazo"),
    ],
)
async def test_what_cannot_be_had_says_why(chat: Chat, text: str, estado: str, motivo: str) -> None:
    answer = await chat.says(text)

    assert (answer["estado"], answer["motivo"]) == (estado, motivo)


async def test_late_in_the_evening_manana_counts_from_the_local_day(fakes: Fakes) -> None:
    fakes.clock.set(at("2025/08/31 22:30"))  # already Monday in UTC
    chat = Chat(fakes, ASKS)
    await chat.says("corte mañana a las 10 am")
    await chat.says("sí")

    assert await chat.agenda() == ["2025/09/01 10:00 corte cabello @Andrés"]


async def test_the_first_reply_alone_carries_the_privacy_line_and_it_is_recorded(
    chat: Chat, fakes: Fakes
) -> None:
    first = await chat.says("hola")
    second = await chat.says(WISH)
    await chat.says("sí")
    cita = (await fakes.stores.of(ASKS.id).citas(CitaFilter(desde=0)))[0]
    cliente = await fakes.stores.of(ASKS.id).cliente(cita.cliente_id)

    assert "privacidad" in str(first["respuesta"])
    assert "privacidad" not in str(second["respuesta"])
    assert cliente is not None
    assert (cliente.aviso_version, cliente.aviso_en) == ("1", FRIDAY + 1)


async def test_without_consent_nothing_is_answered_or_stored() -> None:
    fakes = await a_world(ASKS, now=FRIDAY, consent=False)
    chat = Chat(fakes, ASKS)
    with pytest.raises(ConsentMissingError):
        await chat.says(WISH)

    assert [kind for kind, _ in await fakes.stores.of(ASKS.id).export() if kind == "mensajes"] == []


async def test_a_mean_tenant_never_sees_anothers_citas() -> None:
    other = replace(ASKS, id="b" * 24, nombre="Otra")
    fakes = await a_world(ASKS, other, now=FRIDAY)
    await given(fakes, ASKS, "2025/09/01 10:00")
    answer = await Chat(fakes, other).says("¿a qué hora es mi cita?")

    assert (answer["estado"], answer["motivo"]) == ("informada", "sin_citas")


async def test_the_same_as_last_time_is_the_servicio_of_the_last_cita_however_long_ago(
    chat: Chat, fakes: Fakes
) -> None:
    await given(fakes, ASKS, "2025/08/29 10:00", "barba")
    fakes.clock.advance(days=21)
    offered = await chat.says("lo mismo de la otra vez, el lunes a las 10 am")

    assert offered["estado"] == "propuesta"
    assert "barba" in str(offered["respuesta"])


async def test_the_same_as_last_time_is_asked_about_where_the_business_gave_it_up(
    chat: Chat, fakes: Fakes
) -> None:
    await given(fakes, ASKS, "2025/08/29 10:00", "barba")
    fakes.clock.advance(days=21)
    without = replace(
        ASKS, servicios=(ASKS.servicios[0], replace(ASKS.servicios[1], id="d" * 24, nombre="cejas"))
    )
    await fakes.stores.operator.save_tenant(without, None, ())
    asked = await chat.says("lo mismo de la otra vez, el lunes a las 10 am")

    assert (asked["estado"], asked["faltan"]) == ("aclaracion", ["servicio"])
