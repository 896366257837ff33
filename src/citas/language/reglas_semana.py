"""The rules of weeks, weekends, fortnights, months and numbered ranges of days."""

from collections.abc import Callable
from datetime import date, timedelta

from citas.domain.deseos import Dias
from citas.language import fechas
from citas.language.nodos import Vista, rule
from citas.language.reglas_fecha import NEXT_WEEK, month_of, ordinal_of

_WEEK = 7
_SATURDAY, _SUNDAY = 5, 6
_DAYS_EDGE = 10
_NEAR = 10
_TITLES = frozenset(
    ("don", "doña", "sr", "sr.", "sra", "sra.", "señor", "señora", "dr", "dr.", "dra", "dra.")
)


def days_between(v: Vista, desde: date | None, hasta: date | None) -> Dias:
    return Dias(desde, hasta, v.texto, v.span)


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


def month_said(v: Vista) -> tuple[int, int]:
    hoy = v.ancla.hoy
    if v.has("m"):
        return v.number("ano", hoy.year + (month_of(v) < hoy.month)), month_of(v)
    return fechas.add_months(hoy.year, hoy.month, int(v.has("otro") or v.has("otra")))


def _whole_month(v: Vista) -> Dias:
    ano, mes = month_said(v)
    return days_between(
        v,
        max(date(ano, mes, 1), v.ancla.hoy) if v.has("este") else date(ano, mes, 1),
        fechas.month_end(ano, mes),
    )


def _named_month(v: Vista) -> Dias | None:
    """Read "en julio"; "don Julio" is a person."""
    before = v.ancla.texto[max(0, v.span[0] - _NEAR) : v.span[0]].lower().split()
    return None if before and before[-1] in _TITLES else _whole_month(v)


def _part_of_month(v: Vista) -> Dias:
    ano, mes = month_said(v)
    edge = 1 if v.has("principios") else 2 if v.has("mediados") else 3
    if date(ano, mes, min(edge * _DAYS_EDGE, fechas.month_end(ano, mes).day)) < v.ancla.hoy and edge < 3:  # noqa: PLR2004 - the end is never past
        # "a principios de mes" said on the 24th is of the month to come.
        ano, mes = fechas.add_months(ano, mes, 1 if not v.has("m") else 12)
    first = date(ano, mes, (edge - 1) * _DAYS_EDGE + 1)
    last = date(ano, mes, edge * _DAYS_EDGE) if edge < 3 else fechas.month_end(ano, mes)  # noqa: PLR2004 - thirds
    return days_between(v, max(first, v.ancla.hoy) if last >= v.ancla.hoy else first, last)


def _fortnight(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    second = hoy.day > 15  # noqa: PLR2004 - a quincena ends on the 15th
    ano, mes = hoy.year, hoy.month
    if v.has("otra"):
        if second:
            ano, mes = fechas.add_months(ano, mes, 1)
        second = not second
    first = date(ano, mes, 16 if second else 1)
    return days_between(v, max(first, hoy), fechas.month_end(ano, mes) if second else date(ano, mes, 15))


def _fortnight_of(v: Vista) -> Dias:
    ano, mes = month_said(v)
    if v.has("segunda"):
        return days_between(v, date(ano, mes, 16), fechas.month_end(ano, mes))
    return days_between(v, date(ano, mes, 1), date(ano, mes, 15))


def _first_of(ano: int, mes: int, weekday: int, nth: int) -> date:
    first = date(ano, mes, 1)
    return first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (nth - 1))


def _week_of(v: Vista) -> Dias:
    ano, mes = month_said(v)
    if v.has("ultima"):
        last = fechas.month_end(ano, mes)
        monday = last - timedelta(days=last.weekday())
        if last.weekday() != _SUNDAY:
            monday -= timedelta(days=_WEEK)
    else:
        monday = _first_of(ano, mes, 0, ordinal_of(v))
    return days_between(v, monday, monday + timedelta(days=_WEEK - 1))


def _last_week_of_year(v: Vista) -> Dias:
    monday = fechas.weekday_of_week(fechas.month_end(v.number("ano"), 12), 0, -1)
    return days_between(v, monday, monday + timedelta(days=_WEEK - 1))


def _weekend_of(v: Vista) -> Dias:
    ano, mes = month_said(v)
    if v.has("ultimo"):
        last = fechas.month_end(ano, mes)
        saturday = last - timedelta(days=(last.weekday() - _SATURDAY) % _WEEK)
    else:
        saturday = _first_of(ano, mes, _SATURDAY, ordinal_of(v))
    return days_between(v, saturday, saturday + timedelta(days=1))


def _rest(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    if v.has("mes"):
        return days_between(v, hoy, fechas.month_end(hoy.year, hoy.month))
    return days_between(v, hoy, fechas.weekday_of_week(hoy, _SUNDAY, 0))


def _next_days(v: Vista) -> Dias:
    hoy, count = v.ancla.hoy, v.number("n")
    if v.has("habil"):
        # Whole weeks of five, then what is left of one; a weekend is stepped over.
        weeks, left = divmod(count + min(hoy.weekday(), 4), 5)
        monday = hoy - timedelta(days=hoy.weekday())
        return days_between(v, fechas.plus(hoy, 1), fechas.plus(monday, weeks * _WEEK + left))
    days = count * (_WEEK if v.is_("u", "semanas") else 1)
    return days_between(v, fechas.plus(hoy, 1), fechas.plus(hoy, days))


_THIS = "este=este/esta"
_OF_MONTH = "( de/del? ( mes de )? m=<mes12> ( de/del ano=nano )? | del otro=proximo mes | del mes que? otra=viene/entrante | de este mes | del mes )"

SEMANAS = (
    rule("esta_semana", "en? esta ( misma )? semana", _week(0)),  # esta semana
    rule("otra_semana", f"en? {NEXT_WEEK}", _week(1)),  # la otra semana
    rule(
        "finde", "( el/este )? ( proximo )? ( fin de semana | finde ) ( proximo | que? viene )?", _weekend
    ),  # el finde
    rule(
        "otro_finde",
        f"( el otro=otro ( fin de semana | finde ) | el? ( fin de semana | finde ) ( otro=entrante/siguiente | otro=de {NEXT_WEEK} ) )",
        _weekend,
    ),
    rule("finde_del", "el? ( fin de semana | finde ) del a=<d31> ( de m=<mes12> )?", _weekend_with),
    rule("entre_semana", "entre semana", _workdays),  # entre semana
    rule(
        "partes_de_semana",
        "( a/en )? ( principios=principios | mediados=mediados/media/mitad | finales ) de? ( la )? ( otra=proximo/otra )? semana ( que? otra=viene/proximo/entrante )?",
        _part_of_week,
    ),
    rule(
        "este_mes",
        f"( en )? {_THIS} ( mismo )? mes | este=todo el mes -!de/que/proximo/entrante",
        _whole_month,
    ),
    rule(
        "otro_mes",
        "( en )? ( el otro=proximo/otro mes | otro=proximo/siguiente mes | el? mes ( que )? otro=viene/proximo/entrante/siguiente )",
        _whole_month,
    ),
    rule(
        "mes",
        "( en/este | !-con/soy/llamo/nombre/x ) proximo? m=<mes12> proximo? ( ,? de/del? ano=nano )? -!<d31>",
        _named_month,
    ),  # en octubre
    rule(
        "partes_de_mes",
        "( a/en )? ( los? principios=principios dias? | mediados=mediados/mitad | fin/finales | los ultimo dias ) de/del ( ( este mes | otro=proximo mes | mes que? otro=viene/proximo/entrante | mes ) | m=<mes12> )",
        _part_of_month,
    ),
    rule("quincena", "( esta/la )? ( otra=otra/proximo )? quincena ( que? otra=viene )?", _fortnight),
    rule("quincena_de", f"la? ( primera | segunda=segunda/ultima ) quincena {_OF_MONTH}", _fortnight_of),
    rule("ultima_del_ano", "la? ultima semana de/del ano? ano=nano", _last_week_of_year),
    rule("semana_de", f"la? ( ord=<ord> | ultima=ultima ) semana {_OF_MONTH}", _week_of),
    rule("finde_de", f"el? ( ord=<ord> | ultimo=ultimo ) ( finde | fin de semana ) {_OF_MONTH}", _weekend_of),
    rule(
        "fin_de_la_semana",
        "( a/al )? fin de la ( otra=proximo/otra )? semana ( que? otra=viene/entrante )?",
        _part_of_week,
    ),
    rule(
        "semana_actual",
        "( durante la semana | en el x de la semana | todo la semana | la semana actual | en la semana -!que/de/del/proximo/entrante/siguiente/viene )",
        _week(0),
    ),
    rule("fines_de_semana", "los finales de semana", _weekend),
    rule(
        "mas_tarde_en_la_semana",
        "( mas tarde ( en/de )? esta=esta semana | esta=esta semana mas tarde -!por/en/a/de )",
        _late_in_week,
    ),  # más tarde esta semana
    rule("mas_tarde_en_otra", f"mas tarde ( en/de )? {NEXT_WEEK}", _late_in_week),
    rule("mas_tarde_en_el_mes", "mas tarde ( en/de )? este=este mes", _part_of_month),
    rule("resto", "( el? resto | lo que ( tiene | resto ) ) de/del la? ( semana | mes=mes )", _rest),
    rule(
        "proximos_dias",
        "( en/durante )? ( los/las )? ( <sig> n=<n> | n=<n> <sig> ) u=dias/semanas habil=laboral?",
        _next_days,
    ),
    rule("dias_siguientes", "( los/las )? n=<n> u=dias/semanas siguiente/proximo", _next_days),
)
