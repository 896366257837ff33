from builders import dia
from citas.domain.plazos import last_day_to_answer, working_day_after


def test_working_days_leave_out_weekends_and_public_holidays() -> None:
    # 12 October 2026 is a public holiday in Colombia (moved to Monday).
    assert working_day_after("CO", dia("2026/10/09"), 1) == dia("2026/10/13")
    assert working_day_after("ES", dia("2026/10/08"), 1) == dia("2026/10/09")


def test_colombia_answers_a_consulta_in_ten_working_days_and_a_reclamo_in_fifteen() -> None:
    assert last_day_to_answer("CO", "consulta", dia("2026/08/24")) == dia("2026/09/07")
    assert last_day_to_answer("co", "reclamo", dia("2026/08/24")) == dia("2026/09/14")


def test_elsewhere_no_date_is_said() -> None:
    assert last_day_to_answer("MX", "reclamo", dia("2026/08/24")) is None
