"""Calendar arithmetic: from the words' numbers to days, and why a day cannot be."""

from datetime import date, timedelta

from citas.domain.deseos import Dias, ProblemaDia

_ASKED_WHEN_PAST_LESS_THAN = 60
_MONTHS = 12
_WEEK = 7
_SATURDAY = 5
_OFF_EVERYWHERE = frozenset(((1, 1), (5, 1), (12, 25)))


def plus(hoy: date, dias: int) -> date | None:
    """Add days; None beyond the calendar."""
    try:
        return hoy + timedelta(days=dias)
    except OverflowError:
        return None


def next_weekday(hoy: date, weekday: int) -> date:
    """Return the nearest such day after today (today itself: in a week)."""
    return hoy + timedelta(days=(weekday - hoy.weekday() - 1) % _WEEK + 1)


def weekday_of_week(hoy: date, weekday: int, weeks: int) -> date:
    """Return that day of the calendar week that is `weeks` after this one."""
    return hoy + timedelta(days=weekday - hoy.weekday() + _WEEK * weeks)


def make(ano: int, mes: int, dia: int) -> date | None:
    """Return the date, or None where there is none such."""
    try:
        return date(ano, mes, dia)
    except ValueError:
        return None


def add_months(ano: int, mes: int, count: int) -> tuple[int, int]:
    """Return the year and month `count` months later."""
    index = ano * _MONTHS + mes - 1 + count
    return index // _MONTHS, index % _MONTHS + 1


def month_end(ano: int, mes: int) -> date:
    """Return the last day of a month."""
    following = add_months(ano, mes, 1)
    return date(*following, 1) - timedelta(days=1)


def one(dia: date | None, texto: str, span: tuple[int, int], *, weekday: int | None = None) -> Dias:
    """Make one day of what was said, or say why there is none."""
    if dia is None:
        return Dias(None, None, texto, span, ProblemaDia.IMPOSIBLE)
    if weekday is not None and dia.weekday() != weekday:
        return Dias(dia, dia, texto, span, ProblemaDia.INCOHERENTE)
    return Dias(dia, dia, texto, span)


def day_of_month(hoy: date, dia: int) -> date | None:
    """Return the next such day: of this month, or of the next that has it if it is past or not in this one."""
    first = int(dia < hoy.day)
    months = (add_months(hoy.year, hoy.month, ahead) for ahead in range(first, first + 2))
    return next((found for ano, mes in months if (found := make(ano, mes, dia))), None)


def day_and_month(hoy: date, dia: int, mes: int) -> tuple[date | None, ProblemaDia | None]:
    """Return the next such date; one that passed less than 60 days ago is asked about, not moved a year on."""
    this_year = make(hoy.year, mes, dia)
    if this_year is None:
        # 29 de febrero: the next February decides.
        later = make(hoy.year + 1, mes, dia) if mes < hoy.month else None
        return later, None if later else ProblemaDia.IMPOSIBLE
    if this_year >= hoy:
        return this_year, None
    if (hoy - this_year).days < _ASKED_WHEN_PAST_LESS_THAN:
        return this_year, ProblemaDia.PASADA
    return make(hoy.year + 1, mes, dia), None


def nth_weekday(ano: int, mes: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month; of a negative nth the last, the last but one and so on."""
    if nth < 0:
        last = month_end(ano, mes)
        return last - timedelta(days=(last.weekday() - weekday) % _WEEK + _WEEK * (-nth - 1))
    first = date(ano, mes, 1)
    return first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (nth - 1))


def is_workday(dia: date) -> bool:
    """Tell whether people work that day in every country: of the feasts only those of all."""
    return dia.weekday() < _SATURDAY and (dia.month, dia.day) not in _OFF_EVERYWHERE


def nth_workday(ano: int, mes: int, nth: int) -> date | None:
    """Return the nth day of a month on which people work, a negative nth from its end; None where it has fewer."""
    days = range(1, month_end(ano, mes).day + 1)
    working = [dia for number in days if is_workday(dia := date(ano, mes, number))]
    return working[nth - 1 if nth > 0 else nth] if nth <= len(working) else None


def easter(ano: int) -> date:
    """Return Easter Sunday of a year (Gregorian computus of Meeus)."""
    a, (b, c) = ano % 19, divmod(ano, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    mes, dia = divmod(h + m - 7 * n + 114, 31)
    return date(ano, mes, dia + 1)


def near_easter(hoy: date, first: int, last: int) -> tuple[date, date]:
    """Return the days from `first` to `last`, counted from the next Easter whose `last` is not past."""
    day = easter(hoy.year)
    if day + timedelta(days=last) < hoy:
        day = easter(hoy.year + 1)
    return day + timedelta(days=first), day + timedelta(days=last)


def full_year(ano: int) -> int:
    """Read a year of two figures as one of this century."""
    return ano + 2000 if ano < 100 else ano  # noqa: PLR2004 - two figures
