"""The rules of weeks, weekends and the days to come."""

from collections.abc import Callable
from datetime import date, timedelta

from citas.domain.deseos import Dias
from citas.language.lectura.nodos import Vista, rule
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_fecha import NEXT_WEEK, month_of, ordinal_of
from citas.language.tiempo.reglas_mes import MESES, OF_MONTH, days_between, month_said

_WEEK = 7
_SATURDAY, _SUNDAY = 5, 6


def _week(weeks: int) -> Callable[[Vista], Dias]:
    def build(v: Vista) -> Dias:
        hoy = v.ancla.hoy
        monday = fechas.weekday_of_week(hoy, 0, weeks)
        return days_between(v, max(monday, hoy), monday + timedelta(days=_WEEK - 1))

    return build


def _weekend(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    saturday = fechas.weekday_of_week(hoy, _SATURDAY, int(v.has("otro")))
    return days_between(v, max(saturday, hoy), saturday + timedelta(days=1))


def _weekends(v: Vista) -> Dias | None:
    """Read "fines de semana"; "a finales de semana" is its last days."""
    return _weekend(v) if v.form("n") == "fines" or v.has("los") else None


def _weekend_with(v: Vista) -> Dias | None:
    """Read "el fin de semana del 5": the one of that week."""
    hoy, number = v.ancla.hoy, v.number("a")
    dia = (
        fechas.day_and_month(hoy, number, month_of(v))[0] if v.has("m") else fechas.day_of_month(hoy, number)
    )
    if dia is None:
        return None
    saturday = fechas.weekday_of_week(dia, _SATURDAY, 0)
    return days_between(v, saturday, saturday + timedelta(days=1))


def _workdays(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    weeks = int(hoy.weekday() >= _SATURDAY)
    monday = fechas.weekday_of_week(hoy, 0, weeks)
    return days_between(v, max(monday, hoy), monday + timedelta(days=4))


def _part_of_week(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    monday = fechas.weekday_of_week(hoy, 0, int(v.has("otra")))
    first, last = (0, 1) if v.has("principios") else (2, 3) if v.has("mediados") else (3, 4)
    if monday + timedelta(days=last) < hoy:
        monday += timedelta(days=_WEEK)
    return days_between(v, monday + timedelta(days=first), monday + timedelta(days=last))


def _late_in_week(v: Vista) -> Dias:
    """Read "más tarde esta semana": of its second half what is not past."""
    sunday = fechas.weekday_of_week(v.ancla.hoy, _SUNDAY, int(not v.has("esta")))
    return days_between(v, max(sunday - timedelta(days=3), v.ancla.hoy), sunday)


def _week_of(v: Vista) -> Dias:
    ano, mes = month_said(v)
    if v.has("ultimo") or v.has("penultimo"):
        last = fechas.month_end(ano, mes)
        monday = last - timedelta(days=last.weekday())
        if last.weekday() != _SUNDAY:
            monday -= timedelta(days=_WEEK)
        monday -= timedelta(days=_WEEK * v.has("penultimo"))
    else:
        monday = fechas.nth_weekday(ano, mes, 0, ordinal_of(v))
    return days_between(v, monday, monday + timedelta(days=_WEEK - 1))


def _last_week_of_year(v: Vista) -> Dias:
    monday = fechas.weekday_of_week(fechas.month_end(v.number("ano"), 12), 0, -1)
    return days_between(v, monday, monday + timedelta(days=_WEEK - 1))


def _weekend_of(v: Vista) -> Dias:
    ano, mes = month_said(v)
    saturday = fechas.nth_weekday(ano, mes, _SATURDAY, -1 if v.has("ultimo") else ordinal_of(v))
    return days_between(v, saturday, saturday + timedelta(days=1))


def _rest(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    if v.has("m"):
        ano, mes = month_said(v)
        return days_between(v, max(hoy, date(ano, mes, 1)), fechas.month_end(ano, mes))
    if v.has("mes"):
        return days_between(v, hoy, fechas.month_end(hoy.year, hoy.month))
    return days_between(v, hoy, fechas.weekday_of_week(hoy, _SUNDAY, 0))


def _within(v: Vista) -> Dias:
    hoy, unit = v.ancla.hoy, _WEEK if v.is_("u", "semanas") else 1
    return days_between(v, fechas.plus(hoy, v.number("n") * unit), fechas.plus(hoy, v.number("k") * unit))


def _next_days(v: Vista) -> Dias:
    hoy, count = v.ancla.hoy, v.number("n")
    if v.has("habil"):
        # Whole weeks of five, then what is left of one; a weekend is stepped over.
        weeks, left = divmod(count + min(hoy.weekday(), 4), 5)
        monday = hoy - timedelta(days=hoy.weekday())
        return days_between(v, fechas.plus(hoy, 1), fechas.plus(monday, weeks * _WEEK + left))
    if v.is_("u", "meses"):
        ano, mes = fechas.add_months(hoy.year, hoy.month, count)
        return days_between(v, hoy, date(ano, mes, min(hoy.day, fechas.month_end(ano, mes).day)))
    days = count * (_WEEK if v.is_("u", "semanas") else 1)
    return days_between(v, fechas.plus(hoy, 1), fechas.plus(hoy, days))


SEMANAS = (
    *MESES,
    rule("esta_semana", "en? esta ( misma )? semana", _week(0)),  # esta semana
    rule("otra_semana", f"( en | todo )? {NEXT_WEEK}", _week(1)),  # la otra semana
    rule(
        "semana_tras_la_otra",
        "( la? semana despues de la | no la proximo semana? ,? sino/mejor? la ) ( proximo/otra/siguiente | que viene )",
        _week(2),
    ),  # la semana después de la próxima
    rule(
        "finde",
        "( el/este )? ( proximo )? ( !-feliz/buenas fin de semana | !-feliz/buenas finde ) ( proximo | que? viene )?",
        _weekend,
    ),  # el finde
    rule(
        "otro_finde",
        f"( el otro=otro ( fin de semana | finde ) | el? ( fin de semana | finde ) ( otro=entrante/siguiente | otro=de {NEXT_WEEK} ) )",
        _weekend,
    ),
    rule("finde_del", "el? ( fin de semana | finde ) del a=<d31> ( de m=<mes12> )?", _weekend_with),
    rule("entre_semana", "entre semana -!santo", _workdays),  # entre semana
    rule("fines_de_semana", "( los=los | !-a/para/en ) n=finales de semana", _weekends),
    rule(
        "partes_de_semana",
        "( a/en )? ( principios=principios | mediados=mediados/media/mitad | finales ) de? ( la )? ( otra=proximo/otra )? semana ( que? otra=viene/proximo/entrante )?",
        _part_of_week,
    ),
    rule("ultima_del_ano", "la? ultima semana de/del ano? ano=nano", _last_week_of_year),
    rule(
        "semana_de",
        f"la? ( ord=<ord> | ultimo=ultima/ultimo | penultimo=penultimo ) semana {OF_MONTH}",
        _week_of,
    ),
    rule("finde_de", f"el? ( ord=<ord> | ultimo=ultimo ) ( finde | fin de semana ) {OF_MONTH}", _weekend_of),
    rule(
        "fin_de_la_semana",
        "( a/al )? fin de la ( otra=proximo/otra )? semana ( que? otra=viene/entrante )?",
        _part_of_week,
    ),
    rule(
        "semana_actual",
        "( durante la semana | en el x de la semana | todo la semana -!que/de/del/proximo/entrante/siguiente/viene/santo | la semana actual | en la semana -!que/de/del/proximo/entrante/siguiente/viene/dm )",
        _week(0),
    ),
    rule(
        "mas_tarde_en_la_semana",
        "( mas tarde ( en/de )? esta=esta semana | esta=esta semana mas tarde -!por/en/a/de )",
        _late_in_week,
    ),  # más tarde esta semana
    rule("mas_tarde_en_otra", f"mas tarde ( en/de )? {NEXT_WEEK}", _late_in_week),
    rule(
        "resto",
        "( el? resto | lo que ( tiene | resto ) ) de/del ( la/esta/este? ( semana | mes=mes ) actual? | m=<mes12> )",
        _rest,
    ),
    rule(
        "proximos_dias",
        "( en/durante )? ( los/las )? ( <sig> n=<n> | n=<n> <sig> ) u=dias/semanas/meses habil=laboral?",
        _next_days,
    ),
    rule("en_dos_o_tres", "( en | dentro de ) n=<n> o/a k=<n> u=dias/semanas", _within),  # en dos o tres días
    rule("dias_siguientes", "( los/las )? n=<n> u=dias/semanas/meses siguiente/proximo", _next_days),
)
