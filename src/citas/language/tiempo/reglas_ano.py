"""The rules of years and their parts, and of what is left of a week, a month or a year."""

from datetime import date

from citas.domain.deseos import Dias
from citas.language.lectura.nodos import Vista, rule
from citas.language.tiempo import fechas
from citas.language.tiempo.reglas_mes import days_between, month_said, part_of_month

_JANUARY, _JUNE, _JULY, _DECEMBER = 1, 6, 7, 12
_SUNDAY = 6
BEGINS = ("emp", "comi", "comen", "inic", "arran", "entr")
ENDS = ("term", "acab", "cierr", "finali", "conclu")


def _next_year(v: Vista) -> Dias:
    ano = v.ancla.hoy.year + 1
    return days_between(v, date(ano, _JANUARY, 1), fechas.month_end(ano, _DECEMBER))


def _part_of_year(v: Vista) -> Dias:
    """Read "a principios de año" as its first month, "a mediados" as the two in its middle."""
    hoy = v.ancla.hoy
    first, last = (
        (_JANUARY, _JANUARY)
        if v.has("principios")
        else (_JUNE, _JULY)
        if v.has("mediados")
        else (_DECEMBER, _DECEMBER)
    )
    ano = hoy.year + (v.has("otro") or fechas.month_end(hoy.year, last) < hoy)
    return days_between(v, max(date(ano, first, 1), hoy), fechas.month_end(ano, last))


def _until_end(v: Vista) -> Dias | None:
    """Read "antes de que termine el mes" and "lo que queda del año"."""
    if v.has("verbo") and not v.form("verbo").startswith(ENDS):
        return None
    hoy = v.ancla.hoy
    if v.is_("u", "semana"):
        return days_between(v, hoy, fechas.weekday_of_week(hoy, _SUNDAY, 0))
    return days_between(v, hoy, fechas.month_end(hoy.year, hoy.month if v.is_("u", "mes") else _DECEMBER))


def _part_by_verb(v: Vista) -> Dias | None:
    """Read "entrando septiembre", "apenas empiece octubre" and "finalizando el mes"."""
    begins, ends = v.form("verbo").startswith(BEGINS), v.form("verbo").startswith(ENDS)
    if not begins and not ends:
        return None
    ano, mes = month_said(v)
    if begins and not v.has("m"):
        ano, mes = fechas.add_months(ano, mes, 1)
    desde, hasta = part_of_month(ano, mes, 1 if begins else 3)
    return days_between(v, max(desde, v.ancla.hoy), hasta) if hasta >= v.ancla.hoy else None


ANOS = (
    rule("mes_por_verbo", "apenas/cuando? verbo=x ( el mes | m=<mes12> )", _part_by_verb),
    rule(
        "otro_ano",
        "en? ( el proximo/otro/entrante ano | el ano ( que )? viene/entrante/proximo/siguiente )",
        _next_year,
    ),  # el año que viene
    rule(
        "partes_de_ano",
        "( a/en/para/hacia )? ( principios=principios | mediados=mediados/mitad | finales ) de/del ( este | otro=proximo )? "
        "ano ( que? otro=viene/entrante/proximo )?",
        _part_of_year,
    ),
    rule("resto_del_ano", "( el? resto | lo que ( tiene | resto ) ) de/del este? u=ano", _until_end),
    rule(
        "antes_de_que_acabe",
        "antes de que se? verbo=x/acabo ( este/esta | el/la ) u=mes/ano/semana",
        _until_end,
    ),  # antes de que termine el mes
)
