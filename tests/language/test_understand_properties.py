"""What holds for any text whatever."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.deseos import Consulta, Entendido
from citas.language.notices import Notice, notice_of
from citas.language.rules import understand

ZONA = ZoneInfo("America/Bogota")
TENANT = Tenant(
    "t",
    "Negocio",
    ZONA.key,
    "CO",
    ((), (), (), (), (), (), ()),
    (Servicio("corte", "corte de pelo", 45, alias=("motilada",)), Servicio("uñas", "uñas acrílicas", 60)),
    (Recurso("ana", "Ana"), Recurso("luz", "Luz Marina")),
)
PIECES = (
    "el", "la", "a las", "de", "del", "al", "no", "sí", "3", "15", "31", "1/2", "4/7", "2026-02-30", "9:20", "340pm",
    "martes", "mañana", "en ocho", "de la tarde", "y media", "menos cuarto", "primero de", "febrero", "corte", "uñas",
    "cancela", "cambiar", "quiero", "cita", "con", "Ana", "tengo", "para", ",", ".", "?", "\n", "👍", "ñ", "entre", "hasta",
)  # fmt: skip  # packed, to be read at a glance
salads = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31)).map(
    lambda naive: naive.replace(tzinfo=ZONA)
)


everything = st.text(st.characters(categories=None), max_size=300)
mixed = st.lists(st.sampled_from(PIECES) | st.text(st.characters(), max_size=4), max_size=60).map("".join)


@given(st.text(max_size=300) | everything | mixed | salads, moments)
def test_any_text_gives_an_entendido(texto: str, ahora: datetime) -> None:
    assert isinstance(understand(texto, TENANT, ahora), Entendido)


@given(salads, moments)
def test_a_range_of_days_never_ends_before_it_begins(texto: str, ahora: datetime) -> None:
    pieces = understand(texto, TENANT, ahora).piezas
    for dias in pieces.dias if pieces else ():
        assert dias.desde is None or dias.hasta is None or dias.desde <= dias.hasta


@given(salads, moments)
def test_clock_times_lie_within_one_day(texto: str, ahora: datetime) -> None:
    pieces = understand(texto, TENANT, ahora).piezas
    for horas in pieces.horas if pieces else ():
        assert all(minutos is None or 0 <= minutos <= 1440 for minutos in (horas.desde, horas.hasta))


@given(salads, moments)
def test_the_words_of_a_piece_are_those_that_stand_in_the_text(texto: str, ahora: datetime) -> None:
    pieces = understand(texto, TENANT, ahora).piezas
    said = [(one.span, one.texto) for one in (pieces.dias if pieces else ())]
    said += [(one.span, one.texto) for one in (pieces.horas if pieces else ())]
    for (start, end), words in said:
        assert texto[start:end] == words


@given(moments)
def test_tomorrow_counts_from_the_moment_of_the_mensaje(ahora: datetime) -> None:
    pieces = understand("mañana", TENANT, ahora).piezas
    assert pieces is not None
    assert pieces.dias[0].desde == ahora.date() + timedelta(days=1)


@given(moments, st.sampled_from(("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")))
def test_a_weekday_is_one_of_the_next_seven_days(ahora: datetime, weekday: str) -> None:
    pieces = understand(f"el {weekday}", TENANT, ahora).piezas
    assert pieces is not None
    desde = pieces.dias[0].desde
    assert desde is not None
    assert 1 <= (desde - ahora.date()).days <= 7


@given(st.text(max_size=300))
def test_any_text_is_a_notice_or_a_persons(texto: str) -> None:
    assert notice_of(texto) in {None, *Notice}


LONG = (
    "9:",
    "hasta 9:30 ",
    "de ",
    "y ",
    "a las ",
    "1",
    "a las 3 y media de la tarde ",
    "no puedo ir 12 3 ",
    "tengo cita ",
    "\t",
    "la del jueves ",
    "x1 ",
    "\u0301",
)


@pytest.mark.parametrize("piece", LONG)
def test_a_text_of_the_greatest_length_is_read_to_its_bound(piece: str) -> None:
    texto = (piece * 4096)[:4096]
    assert isinstance(understand(texto, TENANT, datetime(2026, 8, 24, 9, tzinfo=ZONA)), Entendido)


@given(salads, moments)
def test_a_text_that_only_asks_a_price_never_books(texto: str, ahora: datetime) -> None:
    said = understand(f"¿cuánto vale el corte?\n{texto}", TENANT, ahora)
    assert Consulta.PRECIO in said.consultas or said.ajeno or Consulta.OTRA in said.consultas


@given(moments, st.sampled_from(("mañana", "el viernes", "el 15 de octubre", "hoy a las 5 pm")))
def test_what_was_let_go_is_no_wish(ahora: datetime, cuando: str) -> None:
    said = understand(f"lo pienso y le aviso {cuando}", TENANT, ahora)
    assert not said.deseos
    assert not said.si
