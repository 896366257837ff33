"""The tone of the replies, as a table to read; and the lines around them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from builders import ANDRES, BARBA, CAMILO, CORTE, a_cita, a_recurso, a_servicio, a_tenant, at, dia, horarios
from citas.domain.catalogo import Contacto
from citas.domain.citas import Hueco
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo, Pedido
from citas.domain.deseos import Consulta, Deseo, Horas, Intencion
from citas.domain.politicas import Politicas
from citas.language.replies import eco_text, privacy_line, word

TENANT = a_tenant()
HOY = dia("2026/08/24")
MARTES, VIERNES = dia("2026/08/25"), dia("2026/08/28")
CITA = a_cita("2026/08/26 15:00")
BARBA_VIERNES = a_cita("2026/08/28 09:00", recurso_id=CAMILO, servicios_id=(BARBA,))
AGENDAR, CAMBIAR, CANCELAR, OTRO = Intencion
QUIERE_CORTE = Deseo(AGENDAR, servicios_id=(CORTE,))


def a_hueco(when: str, recurso_id: str = ANDRES) -> Hueco:
    return Hueco(at(when), at(when) + 45 * 60, recurso_id, (CORTE,))


LIBRES = (
    a_hueco("2026/08/25 15:45"),
    a_hueco("2026/08/25 16:00"),
    a_hueco("2026/08/25 16:15", CAMILO),
    a_hueco("2026/08/26 09:00"),
)
SAID_LIBRES = (
    "Hay libre: mañana martes 25 de agosto a las 3:45 p. m., 4:00 p. m. o 4:15 p. m.; "
    "el miércoles 26 de agosto a las 9:00 a. m.\n¿Cuál prefieres?"
)


def instead(motivo: Motivo, pedido: Pedido, deseo: Deseo = QUIERE_CORTE) -> Desenlace:
    return Desenlace(AGENDAR, Estado.ALTERNATIVAS, motivo, alternativas=LIBRES, pedido=pedido, deseo=deseo)


def asks(*faltan: Falta, matiz: Matiz = Matiz.NINGUNO, **facts: object) -> Desenlace:
    plain = Desenlace(AGENDAR, Estado.ACLARACION, matiz=matiz, faltan=faltan)
    return replace(plain, **facts)  # type: ignore[arg-type] # the test names fields


def tells(*consultas: Consulta, **facts: object) -> Desenlace:
    plain = Desenlace(OTRO, Estado.INFORMADA, consultas=consultas)
    return replace(plain, **facts)  # type: ignore[arg-type] # the test names fields


DONE = {
    "an offer": (
        Desenlace(AGENDAR, Estado.PROPUESTA, alternativas=LIBRES[:1]),
        (
            "Hay lugar mañana martes 25 de agosto a las 3:45 p. m. para corte cabello con Andrés.\n"
            "Aún no queda reservada: responde sí para confirmarla."
        ),
    ),
    "an offer whose half of the day is a guess": (
        Desenlace(AGENDAR, Estado.PROPUESTA, matiz=Matiz.CONVENCION, alternativas=LIBRES[3:]),
        (
            "Hay lugar el miércoles 26 de agosto a las 9:00 a. m. para corte cabello con Andrés.\n"
            "Si es por la noche, dímelo.\n"
            "Aún no queda reservada: responde sí para confirmarla."
        ),
    ),
    "an offer with another person, a price and a second wish": (
        Desenlace(
            AGENDAR,
            Estado.PROPUESTA,
            matiz=Matiz.OTRO_RECURSO,
            pedido=Pedido(recurso_id=ANDRES),
            alternativas=LIBRES[2:3],
            consultas=(Consulta.PRECIO,),
            servicios_consultados=(CORTE,),
            otro_deseo=Deseo(CANCELAR),
        ),
        (
            "Corte cabello: 20.000\n"
            "Andrés no está libre a esa hora, pero hay otra opción.\n"
            "Hay lugar mañana martes 25 de agosto a las 4:15 p. m. para corte cabello con Camilo.\n"
            "Aún no queda reservada: responde sí para confirmarla.\n"
            "También escribiste que quieres cancelar una cita: lo vemos apenas terminemos con esto."
        ),
    ),
    "an offer to move": (
        Desenlace(CAMBIAR, Estado.PROPUESTA, cita=CITA, alternativas=LIBRES[:1]),
        (
            "Hay lugar mañana martes 25 de agosto a las 3:45 p. m. para corte cabello con Andrés.\n"
            "La cita aún no se ha cambiado (sigue el miércoles 26 de agosto a las 3:00 p. m.): "
            "responde sí para cambiarla."
        ),
    ),
    "an offer to cancel": (
        Desenlace(CANCELAR, Estado.PROPUESTA, cita=CITA),
        (
            "¿Cancelamos la cita de corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m.?\n"
            "Aún no está cancelada: responde sí para cancelarla."
        ),
    ),
    "booked": (
        Desenlace(AGENDAR, Estado.CONFIRMADA, cita=CITA),
        (
            "Listo, cita confirmada: corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m.\n"
            "La dirección es Calle 123 # 45-67, por si no la tienes."
        ),
    ),
    "moved": (
        Desenlace(CAMBIAR, Estado.REPROGRAMADA, cita=BARBA_VIERNES, antes=CITA),
        (
            "Listo, la cita queda así: barba con Camilo, el viernes 28 de agosto a las 9:00 a. m.\n"
            "Antes: corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m."
        ),
    ),
    "cancelled, two at once": (
        Desenlace(CANCELAR, Estado.CANCELADA, cita=CITA, citas=(CITA, BARBA_VIERNES)),
        (
            "Listo, citas canceladas:\n"
            "- corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m.\n"
            "- barba con Camilo, el viernes 28 de agosto a las 9:00 a. m.\n"
            "Si luego quieres otra, escríbenos por aquí."
        ),
    ),
    "waiting": (
        Desenlace(AGENDAR, Estado.EN_ESPERA, pedido=Pedido(dia=MARTES, minutos=900)),
        (
            "Tomé nota en la lista de espera: mañana martes 25 de agosto a las 3:00 p. m.\n"
            "Si se desocupa algo, el negocio te avisa. Aún no hay nada reservado."
        ),
    ),
}
INSTEAD = {
    "taken": (
        Motivo.OCUPADO,
        Pedido(dia=MARTES, minutos=900),
        "Mañana martes 25 de agosto a las 3:00 p. m. ya está ocupado.",
    ),
    "a part of the day is full": (
        Motivo.OCUPADO,
        Pedido(dia=MARTES, parte="mañana"),
        "Mañana martes 25 de agosto por la mañana ya no hay nada libre.",
    ),
    "a day off": (Motivo.CERRADO, Pedido(dia=dia("2026/08/30")), "El domingo 30 de agosto no abrimos."),
    "a holiday": (
        Motivo.FERIADO,
        Pedido(dia=dia("2026/10/12"), minutos=900),
        "El lunes 12 de octubre es festivo y no abrimos.",
    ),
    "after hours": (
        Motivo.FUERA_DE_HORARIO,
        Pedido(dia=MARTES, minutos=22 * 60),
        (
            "A las 10:00 p. m. no se puede: mañana martes 25 de agosto abrimos "
            "de 8:00 a. m. a 12:00 p. m. y de 2:00 p. m. a 6:00 p. m."
        ),
    ),
    "too near closing": (
        Motivo.FUERA_DE_HORARIO,
        Pedido(dia=MARTES, minutos=11 * 60 + 45),
        (
            "A las 11:45 a. m. no alcanza el tiempo antes de cerrar: mañana martes 25 de agosto abrimos "
            "de 8:00 a. m. a 12:00 p. m. y de 2:00 p. m. a 6:00 p. m."
        ),
    ),
    "off the grid": (
        Motivo.HORA_NO_ALINEADA,
        Pedido(dia=MARTES, minutos=907),
        "A las 3:07 p. m. no se puede: las citas empiezan cada 15 minutos.",
    ),
    "nobody of that name": (
        Motivo.RECURSO_NO_DISPONIBLE,
        Pedido(dia=MARTES, recurso_desconocido="pedro"),
        "No encuentro a esa persona en el equipo.",
    ),
    "nobody works then": (
        Motivo.RECURSO_NO_DISPONIBLE,
        Pedido(dia=MARTES, minutos=900),
        "Mañana martes 25 de agosto a las 3:00 p. m. no atiende quien hace corte cabello.",
    ),
    "too soon": (
        Motivo.ANTICIPACION,
        Pedido(dia=HOY, minutos=600),
        "Hoy lunes 24 de agosto a las 10:00 a. m. ya no alcanza: se reserva con al menos 1 hora de anticipación.",
    ),
    "gone": (
        Motivo.EN_EL_PASADO,
        Pedido(dia=HOY, minutos=500),
        "Hoy lunes 24 de agosto a las 8:20 a. m. ya pasó.",
    ),
}
QUESTIONS = {
    "which servicio": (asks(Falta.SERVICIO), "¿Qué servicio quieres: corte cabello o barba?"),
    "which day": (asks(Falta.FECHA, deseo=QUIERE_CORTE), "Corte cabello: ¿para qué día?"),
    "day and hour together": (
        asks(Falta.FECHA, Falta.HORA, deseo=QUIERE_CORTE),
        "Corte cabello: ¿para qué día y a qué hora?",
    ),
    "which hour": (
        asks(Falta.HORA, pedido=Pedido(dia=MARTES), deseo=QUIERE_CORTE),
        (
            "Corte cabello: ¿a qué hora mañana martes 25 de agosto? "
            "Abrimos de 8:00 a. m. a 12:00 p. m. y de 2:00 p. m. a 6:00 p. m."
        ),
    ),
    "which hour of those free": (
        asks(Falta.HORA, pedido=Pedido(dia=MARTES), deseo=QUIERE_CORTE, alternativas=LIBRES[:2]),
        "Corte cabello: ¿a qué hora?\nHay libre, por ejemplo: mañana martes 25 de agosto a las 3:45 p. m. o 4:00 p. m.",
    ),
    "where to move it": (
        asks(Falta.FECHA, intencion=CAMBIAR, citas=(CITA,)),
        "La cita de corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m.: ¿a qué día la pasamos?",
    ),
    "which cita": (
        asks(Falta.CITA, matiz=Matiz.CUAL_CITA, intencion=CANCELAR, citas=(CITA, BARBA_VIERNES)),
        (
            "Tienes 2 citas:\n"
            "- corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m.\n"
            "- barba con Camilo, el viernes 28 de agosto a las 9:00 a. m.\n"
            "¿Cuál quieres cancelar?"
        ),
    ),
    "a day that is another weekday": (
        asks(Falta.FECHA, matiz=Matiz.FECHA_INCOHERENTE, pedido=Pedido(dia=VIERNES)),
        "El 28 de agosto cae en viernes, y no es el día que escribiste. ¿Para qué día la quieres?",
    ),
    "a greeting": (
        asks(Falta.INTENCION, matiz=Matiz.SALUDO, intencion=OTRO),
        (
            "Hola, esta es la agenda de Barbería Los Brothers. Dime qué servicio quieres y para cuándo, "
            "o si es para cambiar o cancelar una cita."
        ),
    ),
}
ANSWERS = {
    "prices": (tells(Consulta.PRECIO), "Corte cabello: 20.000\nBarba: 12.000"),
    "price and length of one": (
        tells(Consulta.DURACION, Consulta.PRECIO, servicios_consultados=(BARBA,)),
        "Barba: 12.000 (30 minutos)",
    ),
    "the week": (
        tells(Consulta.HORARIO),
        (
            "Atendemos de lunes a viernes de 8:00 a. m. a 12:00 p. m. y de 2:00 p. m. a 6:00 p. m., "
            "y los sábados de 9:00 a. m. a 2:00 p. m. Los festivos no abrimos."
        ),
    ),
    "a day": (
        tells(Consulta.HORARIO, dias_consultados=(dia("2026/08/30"),)),
        "El domingo 30 de agosto no abrimos.",
    ),
    "where": (tells(Consulta.DIRECCION), "Estamos en Calle 123 # 45-67"),
    "own cita": (
        tells(matiz=Matiz.CITAS, cita=CITA),
        "Tu cita es corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m.",
    ),
    "free times": (tells(matiz=Matiz.HUECOS, alternativas=LIBRES), SAID_LIBRES),
    "no citas": (
        tells(motivo=Motivo.SIN_CITAS, intencion=CANCELAR),
        "No encuentro ninguna cita por venir para cancelar. Si quieres una, dime el servicio, el día y la hora.",
    ),
    "a person": (
        tells(motivo=Motivo.HUMANO),
        "Le aviso a una persona de Barbería Los Brothers para que te responda por aquí.",
    ),
    "who answers": (
        tells(Consulta.IDENTIDAD, matiz=Matiz.ROBOT),
        (
            "Te responde un sistema automático de Barbería Los Brothers: gestión de notificaciones para agenda, "
            "independiente de WhatsApp y de Meta."
        ),
    ),
    "it stays": (
        tells(matiz=Matiz.SE_QUEDA, cita=CITA),
        (
            "De acuerdo, no se cambió nada.\n"
            "La cita sigue: corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m."
        ),
    ),
}
REFUSED = {
    "too late": (
        Desenlace(CANCELAR, Estado.RECHAZADA, Motivo.CANCELACION_TARDIA, cita=CITA),
        (
            "Ya no se puede cancelar por aquí: hay que pedirlo con al menos 24 horas de anticipación.\n"
            "Es la cita de corte cabello con Andrés, el miércoles 26 de agosto a las 3:00 p. m.\n"
            "Le aviso al negocio, por si pueden ayudarte."
        ),
    ),
    "too far": (
        Desenlace(AGENDAR, Estado.RECHAZADA, Motivo.FUERA_DE_PLAZO),
        (
            "Todavía no se puede: las citas se dan con 30 días de adelanto como máximo, "
            "hasta el miércoles 23 de septiembre. ¿Qué otro día te sirve?"
        ),
    ),
    "not done here": (
        Desenlace(AGENDAR, Estado.RECHAZADA, Motivo.SERVICIO_DESCONOCIDO),
        "Ese servicio no lo hacemos. Hacemos corte cabello y barba. ¿Cuál quieres?",
    ),
}
TABLE = {**DONE, **QUESTIONS, **ANSWERS, **REFUSED}


@pytest.mark.parametrize("case", TABLE)
def test_the_words_are(case: str) -> None:
    desenlace, said = TABLE[case]

    assert word(desenlace, TENANT, HOY) == said


@pytest.mark.parametrize("case", INSTEAD)
def test_the_reason_comes_before_what_is_free(case: str) -> None:
    motivo, pedido, said = INSTEAD[case]
    tenant = a_tenant(Politicas(anticipacion_min_minutos=60))

    assert word(instead(motivo, pedido), tenant, HOY) == f"{said}\n{SAID_LIBRES}"


def test_whose_hour_it_is_is_said_where_another_person_was_asked_for() -> None:
    texto = word(instead(Motivo.OCUPADO, Pedido(dia=MARTES, minutos=900, recurso_id=ANDRES)), TENANT, HOY)

    assert "3:45 p. m. con Andrés, 4:00 p. m. con Andrés o 4:15 p. m. con Camilo; el miércoles" in texto


def test_a_recurso_that_does_not_do_it_or_does_not_work_then_is_said_so() -> None:
    camilo = a_recurso("Camilo", servicios_id=(CORTE,), horarios=horarios("martes 08:00-12:00"))
    tenant = replace(TENANT, recursos=(a_recurso(), camilo))
    asked = Pedido(dia=MARTES, minutos=900, recurso_id=CAMILO)
    barba = Deseo(AGENDAR, servicios_id=(BARBA,))

    not_done = word(instead(Motivo.RECURSO_NO_DISPONIBLE, asked, barba), tenant, HOY)
    not_then = word(instead(Motivo.RECURSO_NO_DISPONIBLE, asked), tenant, HOY)
    not_that_day = word(instead(Motivo.RECURSO_NO_DISPONIBLE, replace(asked, dia=VIERNES)), tenant, HOY)

    assert not_done.startswith("Camilo no hace barba.")
    assert "a las 3:00 p. m.: su horario ese día es de 8:00 a. m. a 12:00 p. m.\n" in not_then
    assert not_that_day.startswith("Camilo no atiende el viernes 28 de agosto.")


def test_an_hour_that_a_clock_change_skips_is_explained() -> None:
    madrid = a_tenant(zona_horaria="Europe/Madrid", pais="ES", horarios=horarios("domingo 00:00-05:00"))
    asked = Pedido(dia=dia("2027/03/28"), minutos=150)

    texto = word(instead(Motivo.FUERA_DE_HORARIO, asked), madrid, dia("2027/03/22"))

    assert texto.startswith(
        "A las 2:30 a. m. no se puede, por el cambio de hora: el domingo 28 de marzo abrimos"
    )


def test_an_hour_that_fits_both_halves_of_the_day_is_asked_with_both() -> None:
    long_day = a_tenant(horarios=horarios("lunes-domingo 08:00-21:00"))
    said = Deseo(AGENDAR, servicios_id=(CORTE,), horas=(Horas(480, 480, "8", dudosa=True),))

    texto = word(asks(Falta.HORA, pedido=Pedido(dia=MARTES, minutos=480), deseo=said), long_day, HOY)

    assert texto == "Corte cabello: mañana martes 25 de agosto, ¿8:00 a. m. o 8:00 p. m.?"


def test_nothing_free_asks_for_another_day() -> None:
    nothing = replace(instead(Motivo.OCUPADO, Pedido(dia=MARTES)), alternativas=())

    assert word(nothing, TENANT, HOY) == (
        "Mañana martes 25 de agosto ya no hay nada libre.\n"
        "No hay nada libre en días cercanos. ¿Qué otro día te sirve?"
    )


def test_a_long_catalogue_is_not_listed_in_a_question() -> None:
    many = a_tenant(servicios=tuple(a_servicio(f"masaje {n}") for n in "abcdefghi"))

    assert word(asks(Falta.SERVICIO), many, HOY) == "¿Qué servicio quieres?"


def test_a_doubtful_word_asks_only_between_its_servicios() -> None:
    doubtful = Deseo(AGENDAR, servicios_dudosos=(BARBA,))

    assert word(asks(Falta.SERVICIO, deseo=doubtful), TENANT, HOY) == "¿Qué servicio quieres: barba?"


def test_a_servicio_asked_for_twice_and_a_place_are_said_so() -> None:
    cabina = a_tenant(recursos=(a_recurso(), a_recurso("Cabina 2", tipo="espacio")))
    hueco = replace(LIBRES[0], servicios_id=(CORTE, CORTE, BARBA), recurso_id=cabina.recursos[1].id)

    texto = word(Desenlace(AGENDAR, Estado.PROPUESTA, alternativas=(hueco,)), cabina, HOY)

    assert "para corte cabello (dos veces) y barba en Cabina 2." in texto


def test_a_far_day_carries_its_year() -> None:
    far = a_cita("2027/08/26 15:00")

    assert "jueves 26 de agosto de 2027" in word(Desenlace(AGENDAR, Estado.CONFIRMADA, cita=far), TENANT, HOY)


def test_contact_names_every_way_and_a_missing_address_is_admitted() -> None:
    contacto = Contacto(telefono="+57 3001234567", email="info@losbrothers.com")
    tenant = a_tenant(contacto=contacto, direccion=None)

    texto = word(tells(Consulta.CONTACTO, Consulta.DIRECCION), tenant, HOY)

    assert texto == "Contacto: +57 3001234567, info@losbrothers.com\nEse dato no lo tengo a mano."


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (("lunes-domingo 00:00-24:00",), "Atendemos todos los días las 24 horas. Los festivos no abrimos."),
        (
            ("sabado-domingo 09:00-13:00",),
            "Atendemos los sábados y domingos de 9:00 a. m. a 1:00 p. m. Los festivos no abrimos.",
        ),
        ((), "Por ahora no tenemos un horario de atención."),
    ],
)
def test_the_week_is_said_as_people_say_it(week: tuple[str, ...], said: str) -> None:
    assert word(tells(Consulta.HORARIO), a_tenant(horarios=horarios(*week)), HOY) == said


def test_whether_holidays_count_is_said_with_the_week() -> None:
    tenant = a_tenant(Politicas(abre_feriados=True), pais="CL", zona_horaria="America/Santiago")

    assert word(tells(Consulta.HORARIO), tenant, HOY).endswith(" Los feriados abrimos también.")


def test_a_holiday_is_called_as_in_its_country() -> None:
    chile = a_tenant(pais="CL", zona_horaria="America/Santiago")

    assert "es feriado y no abrimos" in word(
        tells(Consulta.HORARIO, dias_consultados=(dia("2026/09/18"),)), chile, HOY
    )


def test_the_privacy_line_is_the_last_line_and_says_where_the_notice_is() -> None:
    assert privacy_line(TENANT, "https://citas.example/") == (
        "\nRespuesta automática de Barbería Los Brothers: gestión de notificaciones para agenda, "
        "independiente de WhatsApp y Meta · aviso de privacidad: "
        f"https://citas.example/privacidad?tenant={TENANT.id}"
    )
    assert privacy_line(TENANT, "https://citas.example/privacidad") == privacy_line(
        TENANT, "https://citas.example"
    )
    assert privacy_line(TENANT, None) == (
        "\nRespuesta automática de Barbería Los Brothers: gestión de notificaciones para agenda, "
        "independiente de WhatsApp y Meta · pide al negocio su aviso de privacidad"
    )


def test_the_echo_names_the_business_and_the_services_hour() -> None:
    hora = datetime.fromtimestamp(at("2026/08/24 10:05"), UTC)

    assert eco_text(TENANT, hora) == (
        "Eco de Barbería Los Brothers: la conexión funciona. Hora del servicio: lunes 24 de agosto, 10:05 a. m."
    )
