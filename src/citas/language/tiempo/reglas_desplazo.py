"""The rules of shifts: so much later or earlier than what stands."""

from citas.language.lectura.nodos import Desplazo, Vista, rule

_WEEK = 7


def _shift(v: Vista) -> Desplazo:
    sign = -1 if v.has("antes") else 1
    if v.is_("u", "dia/dias"):
        return Desplazo(dias=sign * v.number("n"))
    if v.is_("u", "semana/semanas"):
        return Desplazo(dias=sign * _WEEK * v.number("n"))
    minutes = v.number("n") * (1 if v.is_("u", "minuto") else 60) if v.has("n") else 0
    return Desplazo(minutos=sign * (minutes + 30 * v.has("media") + 15 * v.has("cuarto")))


def _day_before(v: Vista) -> Desplazo | None:
    return Desplazo(dias=-1) if v.form("x") in {"anterior", "previo"} else None


_LATER = "( despues | mas tarde | mas adelante | antes=antes | mas antes=temprano/antes )"

DESPLAZOS = (
    rule(
        "al_otro_dia",
        "( al otro dia | al dia siguiente | el dia ( siguiente | despues ) )",
        lambda _: Desplazo(dias=1),
    ),
    rule("el_dia_antes", "el dia antes ->de/del", lambda _: Desplazo(dias=-1)),
    rule("el_dia_anterior", "el dia x=x", _day_before),  # al otro día a la misma hora
    rule(
        "unidades_despues",
        f"n=<n> ( y medio )? u=dia/dias/semana/semanas/minuto/hora/horas ( y media=media )? {_LATER}",
        _shift,
    ),
    rule("cuarto_despues", f"un? cuarto=cuarto de hora {_LATER}", _shift),
    rule("media_hora_despues", f"media=media hora {_LATER}", _shift),
)
