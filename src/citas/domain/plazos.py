"""How long a business has to answer who asks about personal data.

In Colombia, law 1581 of 2012, articles 14 and 15: 10 working days for a consulta, 15 for a reclamo.
"""

from datetime import date, timedelta

from citas.domain.feriados import is_feriado

SATURDAY = 5
WORKING_DAYS = {"CO": {"consulta": 10, "reclamo": 15}}


def last_day_to_answer(pais: str, que: str, received: date) -> date | None:
    """Return the last day to answer a `consulta` or `reclamo`; None where no law of ours says one."""
    count = WORKING_DAYS.get(pais.upper(), {}).get(que)
    return None if count is None else working_day_after(pais, received, count)


def working_day_after(pais: str, day: date, count: int) -> date:
    """Return the `count`-th working day after `day`: no Saturday, no Sunday, no public holiday."""
    while count:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and not is_feriado(pais, day):
            count -= 1
    return day
