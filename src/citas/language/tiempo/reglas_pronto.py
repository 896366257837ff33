"""The rules of what is counted from now: now itself, in so many minutes or hours, as soon as can be."""

from citas.domain.deseos import Dias, Horas
from citas.language.lectura.nodos import Pieza, Vista, rule
from citas.language.tiempo import fechas

_MIDNIGHT, _HOUR = 1440, 60
_QUARTER, _HALF = 15, 30


def _from_now(v: Vista) -> tuple[Pieza, ...] | None:
    """Say the day and clock time that are so many minutes or hours from now."""
    if v.preceded("llego/voy/salir") or v.follows("para", "las/la", "<h24>"):
        return None  # "llego en 5 minutos" asks for nothing
    count = 2 if v.has("par") else v.number("n") if v.has("n") else int(v.has("u"))
    minutes = count * (_HOUR if v.is_("u", "hora/horas/h") else 1)
    minutes += _HALF * v.has("media") + _QUARTER * v.has("q") + max(0, v.number("min"))
    if v.has("medio"):
        minutes = _HALF
    if v.has("cuarto"):
        minutes = _QUARTER * (count or 1)
    at = v.ancla.minuto + minutes
    dia = fechas.plus(v.ancla.hoy, at // _MIDNIGHT)
    at %= _MIDNIGHT
    return Dias(dia, dia, v.texto, v.span), Horas(at, at, v.texto, v.span)


def _from_now_on(v: Vista) -> tuple[Pieza, ...] | None:
    hoy, minuto = v.ancla.hoy, v.ancla.minuto
    until = minuto + v.number("n", 1) * (1 if v.is_("u", "minuto") else _HOUR)
    if until > _MIDNIGHT:
        return (Dias(hoy, fechas.plus(hoy, (until - 1) // _MIDNIGHT), v.texto, v.span),)
    return Dias(hoy, hoy, v.texto, v.span), Horas(minuto, until, v.texto, v.span)


def _rest_of_today(v: Vista) -> tuple[Pieza, ...]:
    hoy, minuto = v.ancla.hoy, v.ancla.minuto
    return Dias(hoy, hoy, v.texto, v.span), Horas(minuto, _MIDNIGHT - 1, v.texto, v.span)


def _now(v: Vista) -> tuple[Pieza, ...]:
    """The first free start from now on: nobody is served in the very minute that he writes."""
    hoy, minuto = v.ancla.hoy, v.ancla.minuto
    return Dias(hoy, hoy, v.texto, v.span), Horas(minuto, None, v.texto, v.span, extremo="primera")


def _soonest(v: Vista) -> tuple[Pieza, ...]:
    return Dias(v.ancla.hoy, None, v.texto, v.span), Horas(None, None, v.texto, v.span, extremo="primera")


AHORAS = (
    rule("ahora", "( !-, ahora ->, | <-borde ahora ->borde )", _now),  # ¿tiene campo ahora?
    rule(
        "proximas_horas",
        "( en/durante )? los/las? ( <sig> n=<n> | n=<n> <sig> ) u=minuto/hora/horas",
        _from_now_on,
    ),
    rule("ahora_mismo", "( ahora mismo | ya mismo | en este x/quiero? momento | inmediatamente )", _now),
    rule(
        "lo_antes",
        "( lo ( antes | mas pronto ) posible? | a la brevedad posible? | cuanto antes -!debo/se/<puedo>/hay/tengo )",
        _soonest,
    ),  # lo antes posible
    rule("proximo_libre", "( el/la )? <sig> hora/turno/cita/cupo disponible/libre", _soonest),
    rule("tan_pronto", "x? pronto como ( sea posible | se? <puedo> )", _soonest),  # tan pronto como puedan
    rule(
        "en_un_rato",
        "( en | dentro de | de ahi a ) ( alrededor/unas/como | cosa/menos de | mas o menos )? n=<n> u=minuto/hora/horas/h ( y ( media=media | q=cuarto | min=<mm> minuto? ) )?",
        _from_now,
    ),  # en dos horas
    rule(
        "desde_ahora",
        "( en | dentro de | a )? n=<n> u=minuto/hora/horas/h ( y media=media )? ( desde | a partir de ) ahora",
        _from_now,
    ),  # dos horas a partir de ahora
    rule("en_un_par", "( en | dentro de | de ahi a ) un par=par de u=hora/horas/minuto", _from_now),
    rule("en_hora_y_media", "( en | dentro de ) u=hora y media=media", _from_now),
    rule("en_media_hora", "( en | dentro de | de ahi a ) alrededor? medio=media hora", _from_now),
    rule("en_cuartos", "( en | dentro de ) ( n=n12/un )? cuarto=cuarto de hora", _from_now),
    rule("proxima_hora", "( en/durante )? la <sig> u=hora -!disponible/libre", _from_now_on),
    rule("resto_dia", "( el? resto | lo que tiene ) de/del la? dia/jornada ( de hoy )?", _rest_of_today),
)
