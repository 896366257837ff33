"""The rules of what is counted in a month or a year: the second Tuesday, the last day, the first day of work."""

from datetime import timedelta

from citas.domain.deseos import Dias, ProblemaDia
from citas.language.lectura.nodos import Vista, rule
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_fecha import day, nth_of, ordinal_of, weekday_of, year_said
from citas.language.tiempo.reglas_fiestas import dated
from citas.language.tiempo.reglas_mes import OF_MONTH, month_said

_WEEK = 7
_MONTHS = 12


def _following(v: Vista, ano: int, mes: int) -> tuple[int, int]:
    """Return the next month of which the same may be said."""
    return fechas.add_months(ano, mes, _MONTHS if v.has("deano") else 1)


def _nth_weekday(v: Vista) -> Dias:
    ano, mes = month_said(v)
    made = fechas.nth_weekday(ano, mes, weekday_of(v), nth_of(v))
    if made < v.ancla.hoy and not v.has("m"):
        if v.has("este"):
            return Dias(made, made, v.texto, v.span, ProblemaDia.PASADA)
        ano, mes = _following(v, ano, mes)
        made = fechas.nth_weekday(ano, mes, weekday_of(v), nth_of(v))
    return day(v, made if made.month == mes else None)


def _nth_day(v: Vista) -> Dias:
    ano, mes = month_said(v)
    nth = nth_of(v)
    if v.has("m") and nth > 0:
        return dated(v, nth, mes, year_said(v))
    end = fechas.month_end(ano, mes)
    made = fechas.make(ano, mes, nth) if nth > 0 else fechas.plus(end, nth + 1)
    if made is not None and made < v.ancla.hoy and not v.has("m"):
        made = fechas.make(*_following(v, ano, mes), max(nth, 1))
    return day(v, made)


def _day_and_month(v: Vista) -> Dias | None:
    """Read "el segundo de abril" and "3ro de octubre"."""
    if not v.has("el") and not v.form("n")[0].isdigit():
        return None
    return dated(v, ordinal_of(v, "n"), month_said(v)[1], None)


def _first_of_month(v: Vista) -> Dias | None:
    """Read "el día primero"."""
    return day(v, fechas.day_of_month(v.ancla.hoy, 1)) if v.form("n").startswith("primer") else None


def _nth_workday(v: Vista) -> Dias | None:
    ano, mes = month_said(v)
    made = fechas.nth_workday(ano, mes, nth_of(v))
    if made is not None and made < v.ancla.hoy and not v.has("ano"):
        made = fechas.nth_workday(*fechas.add_months(ano, mes, _MONTHS if v.has("m") else 1), nth_of(v))
    return day(v, made) if made else None


def _workdays_ahead(v: Vista) -> Dias:
    """Read "el próximo día hábil" and "en tres días hábiles"."""
    days = (v.ancla.hoy + timedelta(days=ahead) for ahead in range(1, 6 * _WEEK))
    working = [dia for dia in days if fechas.is_workday(dia)]
    return day(v, working[min(v.number("n", 1), len(working)) - 1])


_NTH = "( el )? ( ord=<ord> pausa? ro/er? | ultimo=ultimo | penultimo=penultimo )"

ORDENES = (
    rule("enesimo", f"{_NTH} w=<semana7> {OF_MONTH}", _nth_weekday),  # el segundo martes de octubre
    rule("enesimo_dia", f"{_NTH} dia {OF_MONTH}", _nth_day),
    rule(
        "enesimo_sin_dia", "el=el? n=segundo/tercera/cuarto/quinta de m=<mes12>", _day_and_month
    ),  # el segundo de abril
    rule("dia_primero", "( el )? dia n=n12", _first_of_month),
    rule("dia_habil_de_mes", f"{_NTH} dia laboral {OF_MONTH}", _nth_workday),
    rule("proximo_dia_habil", "( el )? ( <sig> dia laboral | dia laboral <sig> )", _workdays_ahead),
    rule("en_dias_habiles", "( en | dentro de | de ahi a ) n=n12/n24 dias laboral", _workdays_ahead),
)
