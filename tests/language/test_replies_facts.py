"""Every reply read back: it says the facts it must, and no day or hour besides."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANDRES, BARBA, CAMILO, CORTE, a_cita, a_recurso, a_tenant, at, dia
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo, Pedido
from citas.domain.deseos import Consulta, Deseo, Horas, Intencion
from citas.language.replies import word

TENANT = a_tenant()
HOY = dia("2026/08/24")
TOMORROW = dia("2026/08/25")
DIAS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
MESES = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
HOUR = re.compile(r"(\d{1,2}):(\d\d) ([ap])\. m\.")
DAY = re.compile(rf"({'|'.join(DIAS)}) (\d{{1,2}}) de ({'|'.join(MESES)})")

MOTIVOS = {
    Estado.ALTERNATIVAS: (
        Motivo.OCUPADO,
        Motivo.FUERA_DE_HORARIO,
        Motivo.CERRADO,
        Motivo.FERIADO,
        Motivo.ANTICIPACION,
        Motivo.EN_EL_PASADO,
        Motivo.RECURSO_NO_DISPONIBLE,
        Motivo.HORA_NO_ALINEADA,
    ),
    Estado.RECHAZADA: (
        Motivo.CANCELACION_TARDIA,
        Motivo.EN_EL_PASADO,
        Motivo.FUERA_DE_PLAZO,
        Motivo.SERVICIO_DESCONOCIDO,
        Motivo.DEMASIADAS_CITAS,
    ),
    Estado.INFORMADA: (None, Motivo.SIN_CITAS, Motivo.HUMANO),
}


def a_hueco(when: str, recurso_id: str = ANDRES, servicios_id: tuple[str, ...] = (CORTE,)) -> Hueco:
    return Hueco(at(when), at(when) + 45 * 60, recurso_id, servicios_id)


def hours_said(texto: str) -> list[int]:
    """Read every clock time as minutes since midnight."""
    return [
        (int(hour) % 12 + (12 if half == "p" else 0)) * 60 + int(minute)
        for hour, minute, half in HOUR.findall(texto)
    ]


def days_said(texto: str) -> list[tuple[str, int, int]]:
    """Read every day as weekday, day and month."""
    return [(weekday, int(day), MESES.index(month) + 1) for weekday, day, month in DAY.findall(texto)]


def when_of(one: Cita | Hueco) -> tuple[tuple[str, int, int], int]:
    moment = datetime.fromtimestamp(one.start, UTC).astimezone(TENANT.zona)
    return as_said(moment.date()), moment.hour * 60 + moment.minute


def as_said(fecha: date) -> tuple[str, int, int]:
    return DIAS[fecha.weekday()], fecha.day, fecha.month


CORTE_MARTES = a_cita("2026/08/25 15:00")
BARBA_VIERNES = a_cita("2026/08/28 09:00", recurso_id=CAMILO, servicios_id=(BARBA,))
CITAS: tuple[tuple[Cita, ...], ...] = ((), (CORTE_MARTES,), (CORTE_MARTES, BARBA_VIERNES))
HUECOS: tuple[tuple[Hueco, ...], ...] = (
    (),
    (a_hueco("2026/08/25 15:45"),),
    (
        a_hueco("2026/08/25 12:00"),
        a_hueco("2026/08/25 13:00", CAMILO),
        a_hueco("2026/08/25 13:15"),
        a_hueco("2026/08/26 00:00"),
        a_hueco("2026/09/01 09:00", CAMILO),
    ),
)
PEDIDOS = (
    Pedido(),
    Pedido(dia=TOMORROW),
    Pedido(minutos=900),
    Pedido(dia=TOMORROW, minutos=907, recurso_id=ANDRES),
    Pedido(dia=dia("2026/08/30"), minutos=60, recurso_desconocido="alguien"),
    Pedido(dia=TOMORROW, hasta=dia("2026/08/28"), parte="tarde"),
    Pedido(dia=HOY, parte="noche", recurso_id=CAMILO),
)
DESEOS = (
    None,
    Deseo(Intencion.AGENDAR, servicios_id=(CORTE,)),
    Deseo(Intencion.AGENDAR, servicios_id=(BARBA, BARBA), horas=(Horas(480, 480, "8", dudosa=True),)),
)


OF_INFORMADA = list(Matiz)[list(Matiz).index(Matiz.OLVIDADO) : list(Matiz).index(Matiz.OTRO_RECURSO)]
OF_PROPUESTA = list(Matiz)[list(Matiz).index(Matiz.OTRO_RECURSO) :]
OF_ACLARACION = [one for one in Matiz if one not in {Matiz.NINGUNO, *OF_INFORMADA, *OF_PROPUESTA}]
MATICES = {
    Estado.ACLARACION: OF_ACLARACION,
    Estado.INFORMADA: [*OF_INFORMADA, Matiz.NO_ENTENDIDO],
    Estado.PROPUESTA: OF_PROPUESTA,
}


@cache
def all_desenlaces() -> tuple[Desenlace, ...]:
    """Every estado with every motivo, matiz and falta of it, with few and with many facts."""
    return tuple(wished for plain in plain_desenlaces() for wished in with_wishes(plain))


def plain_desenlaces() -> Iterator[Desenlace]:
    for estado in Estado:
        if estado is Estado.IGNORADA:
            continue
        matices = [Matiz.NINGUNO, *MATICES.get(estado, [])]
        for matiz, motivo, intencion in product(matices, MOTIVOS.get(estado, (None,)), Intencion):
            for citas, huecos in zip((*CITAS, CITAS[1]), (*reversed(HUECOS), HUECOS[2]), strict=True):
                plain = Desenlace(
                    intencion,
                    estado,
                    motivo,
                    matiz=matiz,
                    cita=citas[0] if citas else None,
                    citas=citas if len(citas) > 1 else (),
                    alternativas=huecos,
                )
                if has_its_facts(plain):
                    yield plain


def has_its_facts(plain: Desenlace) -> bool:
    """What the state machine never says without its cita or its hueco."""
    if plain.estado in {Estado.CONFIRMADA, Estado.REPROGRAMADA, Estado.CANCELADA}:
        return plain.cita is not None
    if plain.estado is Estado.PROPUESTA and plain.intencion is Intencion.CANCELAR:
        return plain.cita is not None
    return plain.estado is not Estado.PROPUESTA or bool(plain.alternativas)


def with_wishes(plain: Desenlace) -> Iterator[Desenlace]:
    faltan = [(falta,) for falta in Falta] if plain.estado is Estado.ACLARACION else [()]
    yield replace(plain, consultas=tuple(Consulta), otro_deseo=Deseo(Intencion.CANCELAR))
    yield replace(plain, consultas=(Consulta.HORARIO,), dias_consultados=(dia("2026/08/30"),))
    yield replace(plain, faltan=(Falta.FECHA, Falta.HORA), deseo=DESEOS[1])
    for (number, pedido), falta in product(
        enumerate(PEDIDOS), faltan if plain.matiz is Matiz.NINGUNO else [()]
    ):
        yield replace(plain, pedido=pedido, deseo=DESEOS[number % len(DESEOS)], faltan=falta)


@cache
def all_words() -> tuple[tuple[Desenlace, str], ...]:
    return tuple((desenlace, word(desenlace, TENANT, HOY)) for desenlace in all_desenlaces())


def test_every_desenlace_but_ignorada_has_words_and_ignorada_has_none() -> None:
    for desenlace, texto in all_words():
        assert texto, desenlace
        assert texto == texto.strip(), desenlace
        assert not re.search(r"\.\.|  |\n\n|None|\{", texto), texto
    assert not word(Desenlace(Intencion.OTRO, Estado.IGNORADA, Motivo.GRUPO), TENANT, HOY)


def test_another_turn_words_every_desenlace_otherwise() -> None:
    for desenlace, texto in all_words():
        assert word(desenlace, TENANT, HOY, 1) != texto, desenlace


def test_no_reply_names_a_day_or_hour_that_is_not_of_its_facts() -> None:
    open_hours = {480, 720, 840, 1080, 540}  # those of the tenant's week
    for desenlace, texto in all_words():
        facts = (*desenlace.citas, *desenlace.alternativas, *((desenlace.cita,) if desenlace.cita else ()))
        asked = desenlace.pedido
        doubtful = {
            half for horas in (desenlace.deseo.horas if desenlace.deseo else ()) for half in (480, 1200)
        }
        may_hours = {when_of(one)[1] for one in facts} | open_hours | doubtful | {asked.minutos}
        furthest = HOY + timedelta(days=TENANT.politicas.max_adelanto_dias)
        named = (asked.dia, *desenlace.dias_consultados, furthest)
        may_days = {when_of(one)[0] for one in facts} | {as_said(fecha) for fecha in named if fecha}

        assert set(hours_said(texto)) <= may_hours, texto
        assert set(days_said(texto)) <= may_days, texto


def test_where_a_reply_with_a_cita_names_any_time_it_names_the_citas() -> None:
    for desenlace, texto in all_words():
        citas = desenlace.citas or ((desenlace.cita,) if desenlace.cita else ())
        if (
            not citas
            or desenlace.estado is Estado.ALTERNATIVAS
            or not (hours_said(texto) or days_said(texto))
        ):
            continue

        said = set(days_said(texto)), set(hours_said(texto))

        assert any(when_of(one)[0] in said[0] and when_of(one)[1] in said[1] for one in citas), texto


def test_what_is_not_stored_is_never_said_to_be() -> None:
    done = re.compile(r"(?i)cita confirmada|quedó (agendad|reservad|confirmad)|te esperamos|cita cancelada")
    changes = {Estado.CONFIRMADA, Estado.REPROGRAMADA, Estado.CANCELADA}
    for desenlace, texto in all_words():
        said = re.sub(r"(?i)no quedó nada reservado", "", texto)

        assert desenlace.estado in changes or not done.search(said), texto


def proposals() -> list[Desenlace]:
    hueco = (a_hueco("2026/08/28 09:00", CAMILO),)
    booking = [
        Desenlace(Intencion.AGENDAR, Estado.PROPUESTA, matiz=matiz, alternativas=hueco)
        for matiz in (Matiz.NINGUNO, Matiz.OTRO_RECURSO, Matiz.CONVENCION, Matiz.DE_NUEVO)
    ]
    moving = Desenlace(Intencion.CAMBIAR, Estado.PROPUESTA, cita=CORTE_MARTES, alternativas=hueco)
    return [*booking, moving]


@pytest.mark.parametrize("vuelta", [0, 1, 2])
def test_a_proposal_names_all_of_it_and_says_that_nothing_is_booked_and_what_to_answer(vuelta: int) -> None:
    for desenlace in proposals():
        texto = word(desenlace, TENANT, HOY, vuelta)

        assert days_said(texto)[0] == ("viernes", 28, 8)
        assert hours_said(texto)[0] == 9 * 60
        assert "corte cabello con Camilo" in texto
        assert re.search(r"(?i)\b(aún no|todavía no)\b", texto)
        assert "responde sí" in texto


@pytest.mark.parametrize("estado", [Estado.CONFIRMADA, Estado.CANCELADA])
def test_what_was_done_names_weekday_date_hour_servicio_and_recurso_of_every_cita(estado: Estado) -> None:
    intencion = Intencion.AGENDAR if estado is Estado.CONFIRMADA else Intencion.CANCELAR
    for citas in CITAS[1:]:
        texto = word(Desenlace(intencion, estado, cita=citas[0], citas=citas), TENANT, HOY)

        assert [*zip(days_said(texto), hours_said(texto), strict=True)] == [when_of(one) for one in citas]
        assert "corte cabello con Andrés" in texto


def test_a_proposal_to_cancel_names_every_cita_in_order() -> None:
    desenlace = Desenlace(Intencion.CANCELAR, Estado.PROPUESTA, cita=CITAS[2][0], citas=CITAS[2])

    texto = word(desenlace, TENANT, HOY)

    assert [*zip(days_said(texto), hours_said(texto), strict=True)] == [when_of(one) for one in CITAS[2]]
    assert "Aún no están canceladas: responde sí" in texto


def test_a_move_says_the_new_time_first_and_the_old_one_only_as_what_was_before() -> None:
    moved = a_cita("2026/08/28 09:00")
    desenlace = Desenlace(Intencion.CAMBIAR, Estado.REPROGRAMADA, cita=moved, antes=CORTE_MARTES)

    new, old = word(desenlace, TENANT, HOY).split("\n")

    assert (days_said(new), hours_said(new)) == ([("viernes", 28, 8)], [540])
    assert (days_said(old), hours_said(old)) == ([("martes", 25, 8)], [900])
    assert old.startswith("Antes: ")


def test_the_recurso_is_not_named_where_there_is_only_one() -> None:
    alone = replace(TENANT, recursos=(a_recurso(),))

    assert "Andrés" not in word(
        Desenlace(Intencion.AGENDAR, Estado.CONFIRMADA, cita=CORTE_MARTES), alone, HOY
    )


def test_a_street_called_after_a_date_is_told_in_a_sentence_that_promises_nothing() -> None:
    tenant = replace(TENANT, direccion="Av. 9 de Julio 1234")

    texto = word(Desenlace(Intencion.AGENDAR, Estado.CONFIRMADA, cita=CORTE_MARTES), tenant, HOY)

    assert texto.split("\n")[1] == "La dirección es Av. 9 de Julio 1234, por si no la tienes."


STARTS = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 95)), min_size=1, max_size=5, unique=True).map(
    sorted
)


@given(starts=STARTS, recursos=st.lists(st.sampled_from([ANDRES, CAMILO]), min_size=5, max_size=5))
def test_all_alternatives_are_said_by_start_each_with_its_hour_under_its_day(
    starts: list[tuple[int, int]], recursos: list[str]
) -> None:
    midnight = at("2026/08/24 00:00")  # no clock change in Bogota
    huecos = tuple(
        Hueco(midnight + day * 86_400 + quarter * 900, midnight, recurso_id, (CORTE,))
        for (day, quarter), recurso_id in zip(starts, recursos, strict=False)
    )
    desenlace = Desenlace(
        Intencion.AGENDAR,
        Estado.ALTERNATIVAS,
        Motivo.OCUPADO,
        alternativas=huecos,
        pedido=Pedido(recurso_id=ANDRES),
    )

    texto = word(desenlace, TENANT, HOY)

    assert hours_said(texto) == [when_of(hueco)[1] for hueco in huecos]
    assert days_said(texto) == list(dict.fromkeys(when_of(hueco)[0] for hueco in huecos))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026/08/24", "hoy lunes 24 "),
        ("2026/08/25", "mañana martes 25 "),
        ("2026/08/26", "el miércoles 26 "),
    ],
)
def test_today_and_tomorrow_are_said_only_of_those_days(day: str, said: str) -> None:
    cita = a_cita(f"{day} 15:00")

    assert said in word(Desenlace(Intencion.AGENDAR, Estado.CONFIRMADA, cita=cita), TENANT, HOY)


def test_a_mere_name_is_told_nothing_of_the_cita() -> None:
    desenlace = Desenlace(Intencion.CANCELAR, Estado.ACLARACION, matiz=Matiz.IDENTIFICA, faltan=(Falta.CITA,))

    texto = word(desenlace, TENANT, HOY)

    assert not hours_said(texto)
    assert not days_said(texto)


def test_a_cliente_is_never_called_by_the_name_of_the_cita() -> None:
    named = replace(CORTE_MARTES, nombre="Zoraida Quintero", telefono="+573001112233")
    for desenlace in all_desenlaces()[::7]:
        if desenlace.cita is not None and not desenlace.citas:
            assert "Zoraida" not in word(replace(desenlace, cita=named), TENANT, HOY)


def test_the_tenant_of_another_zone_reads_its_own_clock() -> None:
    madrid: Tenant = replace(TENANT, zona_horaria="Europe/Madrid", pais="ES")
    cita = a_cita("2026/08/28 09:00", tenant=madrid)

    assert "viernes 28 de agosto a las 9:00 a. m." in word(
        Desenlace(Intencion.AGENDAR, Estado.CONFIRMADA, cita=cita), madrid, HOY
    )
