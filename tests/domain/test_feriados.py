from builders import dia
from citas.domain.feriados import is_feriado


def test_a_public_holiday_is_one() -> None:
    assert is_feriado("CO", dia("2025/07/20"))
    assert not is_feriado("CO", dia("2025/07/21"))


def test_a_holiday_that_moves_to_monday_is_observed_there() -> None:
    assert is_feriado("CO", dia("2025/08/18"))
    assert not is_feriado("CO", dia("2025/08/15"))


def test_a_new_year_observed_in_december_belongs_to_the_old_year() -> None:
    assert is_feriado("US", dia("2027/12/31"))


def test_regional_holidays_do_not_count() -> None:
    assert not is_feriado("ES", dia("2025/09/11"))


def test_a_country_is_known_in_small_letters_too() -> None:
    assert is_feriado("co", dia("2025/07/20"))


def test_an_unknown_country_has_no_holidays() -> None:
    assert not is_feriado("XX", dia("2025/01/01"))
