"""Days that were said each with hours of its own."""

from datetime import date

from citas.domain.deseos import Deseo, Dias, Horas, Intencion
from citas.domain.dialogo.pairs import apart, owners

SABADO, DOMINGO = date(2026, 8, 29), date(2026, 8, 30)


def _dia(dia: date, at: int) -> Dias:
    return Dias(dia, dia, "", (at, at + 1))


def _hora(minutos: int, at: int) -> Horas:
    return Horas(minutos, minutos, "", (at, at + 1))


def test_an_hour_belongs_to_the_day_before_it() -> None:
    assert owners([0, 10], [5, 15]) == (0, 1)


def test_an_hour_that_comes_first_belongs_to_the_day_after_it() -> None:
    assert owners([5, 15], [0, 10]) == (0, 1)


def test_hours_after_a_list_of_days_are_of_all_of_them() -> None:
    assert owners([0, 5], [10, 15]) is None


def test_one_hour_is_of_every_day() -> None:
    assert owners([0, 10], [15]) is None


def test_a_wish_with_pairs_comes_apart_in_the_order_said() -> None:
    deseo = Deseo(
        Intencion.AGENDAR,
        dias=(_dia(SABADO, 0), _dia(DOMINGO, 10)),
        horas=(_hora(600, 5), _hora(960, 15)),
    )

    first, second = apart(deseo)

    assert (first.dias[0].desde, first.horas[0].desde) == (SABADO, 600)
    assert (second.dias[0].desde, second.horas[0].desde) == (DOMINGO, 960)


def test_a_wish_without_pairs_stays_whole() -> None:
    deseo = Deseo(Intencion.AGENDAR, dias=(_dia(SABADO, 0),), horas=(_hora(600, 5),))

    assert apart(deseo) == (deseo,)
