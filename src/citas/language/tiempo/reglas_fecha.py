"""The rules of days counted from today: each with its pattern, its meaning and an example beside it."""

from collections.abc import Callable
from datetime import date

from citas.domain.deseos import Dias
from citas.language.lectura.nodos import Vista, rule
from citas.language.lexico.alfabeto import ALFABETO, MES, SEMANA
from citas.language.tiempo import fechas

for _name, _members in (
    ("semana7", (*SEMANA, "mar")),
    ("mes12", (*MES, "mar")),
    ("d31", ("n12", "n24", "n31")),
    ("n", ("n12", "n24", "n31", "n59", "n99", "un", "una")),
    ("sig", ("proximo", "siguiente", "entrante")),
    ("ord", ("primera", "segunda", "segundo", "tercera", "cuarta", "cuarto", "quinta", "n12")),
):
    ALFABETO.add_class(_name, _members)

_WEEKDAY = {ALFABETO.chars(name): index for index, name in enumerate(SEMANA)} | {ALFABETO.chars("mar"): 1}
_MONTH = {ALFABETO.chars(name): index + 1 for index, name in enumerate(MES)} | {ALFABETO.chars("mar"): 3}
_ORDINAL = {"primera": 1, "segunda": 2, "segundo": 2, "tercera": 3, "cuarta": 4, "cuarto": 4, "quinta": 5}
_LONGEST_ABBREVIATION = len("sept")
_WEEK, _HALF_WEEK, _HALF_MONTH = 7, 3, 15
_LONGEST_TITLE = 10
_TITLES = frozenset(
    ("don", "doña", "sr", "sr.", "sra", "sra.", "señor", "señora", "dr", "dr.", "dra", "dra.")
)
_ROUNDED_WEEKS = {8: 7, 15: 14}


def weekday_of(v: Vista, name: str = "w") -> int:
    """Return the weekday of a named item, Monday 0."""
    return _WEEKDAY[v.node(name).simbolo]


def month_of(v: Vista, name: str = "m") -> int:
    """Return the month of a named item."""
    return _MONTH[v.node(name).simbolo]


def ordinal_of(v: Vista, name: str = "ord") -> int:
    """Return what an ordinal counts."""
    return next(
        (value for word, value in _ORDINAL.items() if v.is_(name, word)),
        v.number(name),
    )


OF_YEAR = (
    "( ,? de/del? ano=nano | ( de/del )? ano ano=nano | de/del el? otroano=proximo/otro ano "
    "| de/del ano que? otroano=viene/entrante/proximo/siguiente | de este esteano=ano )?"
)


def year_said(v: Vista) -> int | None:
    """Return the year of "de 2027", "del año que viene" and "de este año"; None where none was said."""
    if v.has("ano"):
        return v.number("ano")
    return v.ancla.hoy.year + v.has("otroano") if v.has("otroano") or v.has("esteano") else None


def nth_of(v: Vista, name: str = "ord") -> int:
    """Return what an ordinal counts, from the end below 0: the last is -1."""
    if v.has("ultimo"):
        return -1
    if v.has("penultimo"):
        return -3 if v.form("penultimo").startswith("ante") else -2
    return ordinal_of(v, name)


def is_abbreviated(v: Vista, number: str) -> bool:
    """Tell "sept. 4" from "en octubre. 4 personas"."""
    joint = v.ancla.texto[v.node("m").fin : v.node(number).inicio].strip()
    return joint == "." and len(v.form("m")) <= _LONGEST_ABBREVIATION


def day(v: Vista, dia: date | None) -> Dias:
    """Make the day that the match says."""
    return fechas.one(dia, v.texto, v.span)


def _in_n(v: Vista) -> Dias | None:
    hoy, count = (
        fechas.plus(v.ancla.hoy, int(v.has("manana"))) or v.ancla.hoy,
        2 if v.has("par") else v.number("n"),
    )
    count = max(count, 1)
    if v.is_("u", "semana/semanas"):
        return day(v, fechas.plus(hoy, _WEEK * count + _HALF_WEEK * v.has("mitad")))
    if v.is_("u", "mes/meses"):
        ano, mes = fechas.add_months(hoy.year, hoy.month, count)
        made = fechas.make(ano, mes, min(hoy.day, fechas.month_end(ano, mes).day))
        return day(v, made and fechas.plus(made, _HALF_MONTH * v.has("mitad")))
    if v.is_("u", "ano/anos"):
        return day(v, fechas.make(hoy.year + count, hoy.month, hoy.day))
    rounded = count if v.has("exacto") else _ROUNDED_WEEKS.get(count, count)
    return day(v, fechas.plus(hoy, rounded))


def _in_eight(v: Vista) -> Dias | None:
    weeks = _ROUNDED_WEEKS.get(v.number("n"))
    if weeks is None:
        return None
    to_weekday = (weekday_of(v) - v.ancla.hoy.weekday()) % _WEEK if v.has("w") else 0
    return day(v, fechas.plus(v.ancla.hoy, to_weekday + v.has("manana") + weeks))


def _plus(days: int) -> Callable[[Vista], Dias]:
    return lambda v: day(v, fechas.plus(v.ancla.hoy, days))


def _today_where_hours_follow(v: Vista) -> Dias | None:
    return day(v, v.ancla.hoy) if v.follows("a/en/por", "las/la") else None


def titled(v: Vista) -> bool:
    """Tell "don Julio" and "doña Abril", where the title says nothing to the rules."""
    before = v.ancla.texto[max(0, v.span[0] - _LONGEST_TITLE) : v.span[0]].lower().split()
    return bool(before) and before[-1] in _TITLES


def _is_name(v: Vista) -> bool:
    """Tell "Domingo Pérez" and "con Domingo" from "domingo temprano"."""
    if v.texto != "Domingo":
        return False
    after = v.ancla.texto[v.span[1] : v.span[1] + 3]
    surname = v.follows("x") and after[1:2].isupper() and after[2:].islower()
    return surname or titled(v) or v.preceded("con") or v.after("nombre", "ser")


def _weekday(v: Vista) -> Dias | None:
    if _is_name(v):
        return None
    hoy, weekday = v.ancla.hoy, weekday_of(v)
    dia = fechas.next_weekday(hoy, weekday)
    return Dias(dia, dia, v.texto, v.span, hoy_si_hora=hoy.weekday() == weekday and not v.has("fijo"))


def _weekday_week(weeks: int) -> Callable[[Vista], Dias]:
    return lambda v: day(v, fechas.weekday_of_week(v.ancla.hoy, weekday_of(v), weeks))


def _after_tomorrow(v: Vista) -> Dias | None:
    """Read "mañana o pasado"; "el pasado 6 de mayo" was."""
    was = v.preceded("el") and v.follows("n12/n24")
    return None if was or v.follows("n12/n24", "de/del") else day(v, fechas.plus(v.ancla.hoy, 2))


def _weekday_past(v: Vista) -> Dias:
    hoy = v.ancla.hoy
    return day(v, fechas.plus(hoy, -((hoy.weekday() - weekday_of(v) - 1) % _WEEK) - 1))


def _weekday_after_named(v: Vista) -> Dias:
    weeks = 2 if v.has("semana") else 1
    return day(v, fechas.weekday_of_week(v.ancla.hoy, weekday_of(v), weeks))


def _weekdays_ahead(v: Vista) -> Dias:
    """Read "dentro de dos lunes": the second Monday to come."""
    first = fechas.next_weekday(v.ancla.hoy, weekday_of(v))
    return day(v, fechas.plus(first, _WEEK * (v.number("n") - 1)))


def _weekday_in_weeks(v: Vista) -> Dias:
    return day(v, fechas.weekday_of_week(v.ancla.hoy, weekday_of(v), v.number("n")))


NEXT_WEEK = "( la/el/de? proximo/siguiente/otra/entrante semana | la? semana ( que )? viene/entrante/proximo/siguiente | la? semana otra )"

DIAS = (
    rule("hoy", "( el dia de )? hoy ( mismo )?", _plus(0)),  # hoy
    rule(
        "en_el_dia",
        "( en/para/dentro el dia ->, | dentro del dia ->, | ( en/para )? el mismo dia de hoy )",
        _plus(0),
    ),  # ¿hay turno en el día?
    rule("ahora_a_la_hora", "ahora ->a/en/por", _today_where_hours_follow),  # ahora a las 5
    rule("manana", "!-la/las manana -!del", _plus(1)),  # mañana
    rule("manana_dia", "( el dia de ) manana", _plus(1)),  # el día de mañana
    rule("traspasado_manana", "traspasado manana", _plus(3)),
    rule("pasado_manana", "pasado manana", _plus(2)),  # pasado mañana
    rule(
        "pasado",
        "( <-para/el/a/,/o/y/<puedo>/tiene/hay/tengo/sirve/quiero/cita/turno/mejor/seria ) pasado ->,/DIA/x/a/n12/n24/reloj/por/en/tipo/temprano/o/si/tambien/mejor/bien/entonces/sirve",
        _after_tomorrow,
    ),  # mañana o pasado
    rule("ayer", "ayer", _plus(-1)),
    rule("anteayer", "anteayer", _plus(-2)),
    rule(
        "en_ocho", "( de/para )? ( hoy | manana=manana | el/este? w=<semana7> ) en n=<n> dias?", _in_eight
    ),  # de hoy en ocho
    rule(
        "en_n", "en unas? n=<n> u=dias/dia/semana/semanas/mes/meses/ano/anos ( y mitad=media/medio )?", _in_n
    ),  # en dos semanas
    rule("en_y_media", "( en | dentro de ) u=semana/mes y mitad=media/medio", _in_n),
    rule("de_hoy_en", "de ( hoy | manana=manana ) en n=<n> u=semana/semanas/mes/meses", _in_n),
    rule("en_un_par", "( en | exacto=dentro de ) un par=par de u=dias/semanas/meses", _in_n),
    rule("de_aqui_a", "de ahi a n=<n> u=dias/dia/semana/semanas/mes/meses", _in_n),
    rule("en_quince", "en n=n12/n24 ->,/a/por/el/para", _in_eight),  # sería en ocho
    rule(
        "a_partir",
        "( ( exacto=dentro de | en )? n=<n> u=dias/dia/semana/semanas ( a partir de | desde | despues de ) | a n=<n> u=dias/dia/semana/semanas/mes/meses de ) "
        "( hoy | ahora | manana=manana )",
        _in_n,
    ),
    rule(
        "dentro_de",
        "exacto=dentro de unas? n=<n> u=dias/dia/semana/semanas/mes/meses/ano/anos ( y mitad=media/medio )?",
        _in_n,
    ),
    rule("semana", "( el/dia | !-soy/llamo/ahi ) w=<semana7>", _weekday),  # el juebes
    rule("este", "fijo=este/proximo w=<semana7> ( que viene )?", _weekday),  # este viernes
    rule("el_proximo", "el fijo=proximo/siguiente/entrante w=<semana7>", _weekday),
    rule("que_viene", "( el )? w=<semana7> ( fijo=proximo/entrante/siguiente | fijo=que viene )", _weekday),
    rule("w_esta_semana", "( el )? w=<semana7> de esta ( misma )? semana", _weekday_week(0)),
    rule("esta_semana_w", "esta ( misma )? semana ,? ( el )? w=<semana7>", _weekday_week(0)),
    rule("w_otra_semana", f"( el )? w=<semana7> ( de/en )? {NEXT_WEEK}", _weekday_week(1)),
    rule("w_de_la_otra", "( el )? w=<semana7> de la proximo/otra/siguiente/entrante ->,", _weekday_week(1)),
    rule("otra_semana_w", f"{NEXT_WEEK} ,? ( el )? ( dia )? w=<semana7>", _weekday_week(1)),
    rule(
        "el_otro_w",
        "el/este? otro w=<semana7> ( ,? no ( el )? este ,? sino el otro/siguiente )?",
        _weekday_week(1),
    ),
    rule(
        "w_no_el_otro",
        "( el/este )? w=<semana7> ( semana=de la otra/proximo semana | de esta semana )? ,? no ( este )? ,? ( sino )? "
        "el ( de la )? otro/otra/siguiente/proximo ( semana )? -!<semana7>",
        _weekday_after_named,
    ),
    rule("en_n_w", "( en | dentro de | de ahi a ) n=n12 w=<semana7> -!en/a", _weekdays_ahead),
    rule(
        "w_en_semanas",
        "( ( el )? w=<semana7> ( en | de en | de? dentro de ) n=<n> semanas | ( en | dentro de ) n=<n> semanas ,? el/un? w=<semana7> )",
        _weekday_in_weeks,
    ),  # en dos semanas el lunes
    rule(
        "w_pasado",
        "( ( el )? w=<semana7> proximo? pasado -!el/medio/mediodia | el pasado w=<semana7> )",
        _weekday_past,
    ),
)
