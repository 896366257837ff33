"""The rules of clock times and parts of the day: each with its pattern, its meaning and an example beside it."""

from collections.abc import Callable

from citas.domain.deseos import Dias, Horas
from citas.language import fechas
from citas.language.lexico import ALFABETO
from citas.language.nodos import Duracion, Pieza, Vista, rule

for _name, _members in (
    ("h24", ("n0", "n12", "n24", "una")),
    ("mm", ("n0", "n12", "n24", "n31", "n59")),
    ("parte", ("manana", "mananita", "tarde", "tardecita", "noche", "madrugada", "mediodia")),
    (
        "unidad",
        (
            "dia",
            "dias",
            "semana",
            "semanas",
            "mes",
            "meses",
            "ano",
            "anos",
            "minuto",
            "hora",
            "horas",
            "h",
            "persona",
        ),
    ),
):
    ALFABETO.add_class(_name, _members)

_NOON, _MIDNIGHT, _HOUR = 720, 1440, 60
_LAST_HOUR, _HOURS = 12, 24
_LEAST_BARE_MINUTES = 10
_QUARTER, _HALF = 15, 30
_DAWN = 5
_PART = {
    "mananita": "mañana",
    "tardecita": "tarde",
    "madrugada": "madrugada",
    "manana": "mañana",
    "tarde": "tarde",
    "noche": "noche",
    "mediodia": "mediodia",
    "dia": "mediodia",
    "am": "am",
    "pm": "pm",
    "a": "am",
    "para": "pm",
}
_SAID_PART = {"am": None, "pm": None, "madrugada": "mañana"}


def _part_of(v: Vista, name: str = "fr") -> str | None:
    if not v.has(name):
        return None
    return next(part for word, part in _PART.items() if v.is_(name, word))


def _in_half(minutos: int, part: str) -> int:
    """Put a 12-hour clock time into the half of the day that was said."""
    hour = minutos // _HOUR
    if hour == _LAST_HOUR:
        if part == "noche":
            return minutos - _NOON or _MIDNIGHT
        return minutos - _NOON if part in {"am", "madrugada"} else minutos
    late = (
        part in {"pm", "tarde"}
        or (part == "noche" and hour >= _DAWN)
        or (part == "mediodia" and hour < _DAWN)
    )
    return minutos + _NOON if late else minutos


def point(v: Vista, minutos: int, part: str | None, *, sure: bool = False) -> Horas | None:
    """Make a clock time; None where no clock shows it."""
    if not 0 <= minutos <= _MIDNIGHT:
        return None
    twelve = _HOUR <= minutos < (_LAST_HOUR + 1) * _HOUR
    if part and twelve:
        minutos = _in_half(minutos, part)
    dudosa = twelve and part is None and not sure
    said = _SAID_PART.get(part, part) if part else None
    return Horas(minutos, minutos, v.texto, v.span, dudosa=dudosa, parte=said, aproximada=v.has("aprox"))


def _minutes(v: Vista, suffix: str = "") -> int | None:
    """Return the minutes said beside the hour; None where they cannot be minutes."""
    if v.has("media" + suffix):
        return _HALF
    if v.has("cuarto" + suffix):
        return _QUARTER
    if v.has("mcuarto" + suffix):
        return -_QUARTER
    if v.has("mmin" + suffix):
        return -v.number("mmin" + suffix)
    if v.has("frac" + suffix):
        return _HALF if v.form("frac" + suffix) == "1/2" else None
    if not v.has("min" + suffix):
        return 0
    value = v.number("min" + suffix)
    bare = not v.has("y" + suffix) and not v.has("u" + suffix)
    return None if bare and value < _LEAST_BARE_MINUTES else value


def _is_both(v: Vista) -> bool:
    """Tell "las dos" (both of them) from "a las dos"."""
    alone = v.has("las") and not (v.has("pre") or v.has("aprox") or v.has("fr"))
    return (
        alone and not v.preceded("para/pal/de/desde/hasta/entre/antes/despues/mejor") and v.number("h") == 2
    )


def _hours(v: Vista) -> Horas | Duracion | None:
    """Read "18h" as a clock time; "3 horas" is a while, and no clock time."""
    whole = v.is_("horas", "horas") and v.is_("h", "n12/una")
    if whole or v.preceded("por/durante"):
        return Duracion(v.number("h") * _HOUR + max(0, v.number("min")))
    return _clock(v)


def _while(v: Vista) -> Duracion:
    unit = 1 if v.is_("u", "minuto") else _HOUR
    count = 2 if v.has("par") else v.number("n") if v.has("n") else 0
    more = _HALF if v.has("media") else max(0, v.number("min"))
    return Duracion(count * unit + more)


def _past(v: Vista) -> Horas | None:
    minutes = _QUARTER if v.has("cuarto") else _HALF if v.has("media") else v.number("n")
    return point(v, v.number("h") * _HOUR + minutes, _part_of(v))


def _clock(v: Vista) -> Horas | None:
    minutes = _minutes(v)
    if (
        minutes is None
        or (v.has("la") and v.number("h") != 1)
        or (v.has("min") and v.follows("de/del", "<mes12>"))
    ):
        return None
    if _is_both(v) and not minutes:
        return None
    hour = v.number("h")
    written = v.form("h").startswith("0") and hour > 0
    return point(v, hour * _HOUR + minutes, _part_of(v), sure=written)


def _before(v: Vista) -> Horas | None:
    taken = _QUARTER if v.has("cuarto") else v.number("n")
    return point(v, v.number("h") * _HOUR - taken, _part_of(v))


def _figures(v: Vista) -> Horas | None:
    figures = [
        int(part) for part in v.form("f").replace(".", ":").replace("h", ":").replace(";", ":").split(":")
    ]
    hour, minute = figures[0], figures[1]
    if hour > _HOURS or minute >= _HOUR:
        return None
    minus = _minutes(v) or 0
    return point(v, hour * _HOUR + minute + minus, _part_of(v), sure=v.form("f")[0] == "0")


def _glued(v: Vista) -> Horas | None:
    value = v.number("h")
    return point(v, value // 100 * _HOUR + value % 100, _part_of(v), sure=v.form("h")[0] == "0")


def _part(part: str, extremo: str | None = None) -> Callable[[Vista], Horas]:
    return lambda v: Horas(None, None, v.texto, v.span, parte=part, extremo=extremo)


def _named_part(v: Vista) -> Horas:
    part = _part_of(v, "p")
    return Horas(None, None, v.texto, v.span, parte=_SAID_PART.get(part or "", part))


def _edge(v: Vista) -> Horas:
    part = _part_of(v) or ("mañana" if v.has("temprano") else None)
    return Horas(None, None, v.texto, v.span, parte=part, extremo="ultima" if v.has("ultima") else "primera")


def _first_free(v: Vista) -> Horas | None:
    return _edge(v) if v.form("n").startswith("primer") else None


def _at(minutos: int) -> Callable[[Vista], Horas]:
    return lambda v: Horas(minutos, minutos, v.texto, v.span)


def _window(desde: int | None, hasta: int | None) -> Callable[[Vista], Horas]:
    return lambda v: Horas(desde, hasta, v.texto, v.span)


def window(v: Vista, first: Horas, last: Horas) -> Horas | None:
    """Join two clock times: a half of the day said for one holds for both, where the order allows."""
    desde, hasta = first.desde, last.hasta
    if desde is None or hasta is None:
        return None
    if first.dudosa and not last.dudosa and desde + _NOON <= hasta:
        desde += _NOON
    if last.dudosa and hasta <= desde:
        hasta += _NOON
    if hasta <= desde:
        return None
    dudosa = first.dudosa and last.dudosa and last.hasta == hasta
    return Horas(desde, hasta, v.texto, v.span, dudosa=dudosa, parte=last.parte or first.parte)


def _raw_window(v: Vista) -> Horas | None:
    minutes, more = _minutes(v), _minutes(v, "2")
    if minutes is None or more is None:
        return None
    first = point(v, v.number("h") * _HOUR + minutes, _part_of(v))
    last = point(v, v.number("h2") * _HOUR + more, _part_of(v, "fr2"))
    return window(v, first, last) if first and last else None


def _figures_window(v: Vista) -> Horas | None:
    figures = v.form("f").split("-")
    if len(figures) != 2:  # noqa: PLR2004 - from, to
        return None
    first = point(v, int(figures[0]) * _HOUR, None)
    last = point(v, int(figures[1]) * _HOUR, _part_of(v))
    return window(v, first, last) if first and last else None


def _from_now(v: Vista) -> tuple[Pieza, ...] | None:
    """Say the day and clock time that are so many minutes or hours from now."""
    count = v.number("n") if v.has("n") else 0
    minutes = count * (_HOUR if v.is_("u", "hora/horas/h") else 1) + _HALF * v.has("media")
    if v.has("medio"):
        minutes = _HALF
    at = v.ancla.minuto + minutes
    dia = fechas.plus(v.ancla.hoy, at // _MIDNIGHT)
    at %= _MIDNIGHT
    return Dias(dia, dia, v.texto, v.span), Horas(at, at, v.texto, v.span)


def _from_now_on(v: Vista) -> tuple[Pieza, ...] | None:
    hoy, minuto = v.ancla.hoy, v.ancla.minuto
    until = minuto + v.number("n") * (1 if v.is_("u", "minuto") else _HOUR)
    if until > _MIDNIGHT:
        return None
    return Dias(hoy, hoy, v.texto, v.span), Horas(minuto, until, v.texto, v.span)


def _now(v: Vista) -> tuple[Pieza, ...]:
    hoy, minuto = v.ancla.hoy, v.ancla.minuto
    return Dias(hoy, hoy, v.texto, v.span), Horas(minuto, minuto, v.texto, v.span)


def _today_part(v: Vista) -> tuple[Pieza, ...]:
    hoy = v.ancla.hoy
    return Dias(hoy, hoy, v.texto, v.span), _named_part(v)


def _minutes_pattern(tag: str = "") -> str:
    value = f"( media{tag}=media/medio | cuarto{tag}=cuarto | min{tag}=<mm> u{tag}=minuto? | frac{tag}=dm )"
    return (
        f"( ( horas )? y{tag}=y/con {value} | min{tag}=<mm> u{tag}=minuto? | media{tag}=media "
        f"| menos ( mcuarto{tag}=cuarto | mmin{tag}=<mm> minuto? ) )?"
    )


def _half_pattern(tag: str = "") -> str:
    fr = f"fr{tag}="
    return (
        f"( ,? {fr}am/pm | ,? {fr}a/para m | ( en? punto )? ( en horas )? ,? de/en/por/a la/esta {fr}<parte> "
        f"| del {fr}dia/mediodia | al? {fr}mediodia | de {fr}mediodia/noche/tarde/madrugada )"
    )


_MIN, _MIN2 = _minutes_pattern(), _minutes_pattern("2")
_HALFDAY, _HALFDAY2 = _half_pattern(), _half_pattern("2")
_NEAR = "( aprox=como a? | aprox=tipo/sobre/hacia/cerca/alrededor de? a? | aprox=mas o menos a? | a aprox=eso de )"
_PRE = f"( {_NEAR} | pre=a ->las/la )?"

HORAS = (
    rule(
        "a_las", f"{_PRE} ( las=las | la=la ) h=<h24> {_MIN} h/horas? {_HALFDAY}?", _clock
    ),  # a las 3 y media de la tarde
    rule(
        "a_las_h", f"{_PRE} ( las=las | la=la ) h=<h24> h/horas? {_HALFDAY}?", _clock
    ),  # a las 4, 30 de agosto
    rule(
        "tipo",
        f"( aprox=tipo/sobre/hacia/cerca de? a? | como aprox=a ) h=<h24> {_MIN} h/horas? {_HALFDAY}? -!<unidad>",
        _clock,
    ),  # tipo 3
    rule("a_h", "<-a h=<h24> ->,/DIA/de/el", _clock),
    rule(
        "h_y_media", f"h=<h24> y=y ( media=media/medio | cuarto=cuarto | frac=dm ) {_HALFDAY}?", _clock
    ),  # 3 y media
    rule("h_menos", f"h=<h24> menos ( mcuarto=cuarto | mmin=<mm> ) {_HALFDAY}?", _clock),  # 5 menos cuarto
    rule("h_parte", f"h=<h24> {_MIN} h/horas? {_HALFDAY}", _clock),  # 3pm, 7 y cuarto de la noche
    rule(
        "h_horas", "h=<h24> horas=h/horas ( y? min=<mm> minuto? )? -!antes/despues/mas", _hours
    ),  # 18h, 14 hs
    rule("h_en_punto", "h=<h24> en? punto", _clock),
    rule("h_y_min", "h=<h24> y=y min=<mm> -!de/x", _clock),  # 10 y 35
    rule(
        "cuarto_para",
        f"( un? cuarto=cuarto | faltando? n=<mm> minuto? ) para ( las=las | la=la ) h=<h24> {_HALFDAY}?",
        _before,
    ),
    rule("h_suelta", "<-, h=n12/n24 ->,", _clock),  # 5
    rule(
        "reloj",
        f"{_PRE} las/la? f=reloj ( menos ( mcuarto=cuarto | mmin=<mm> ) )? h/horas? {_HALFDAY}?",
        _figures,
    ),  # 9:20
    rule("pegada", f"{_PRE} las/la? h=nreloj {_HALFDAY}", _glued),  # 340pm
    rule("a_las_pegada", "a las h=nreloj", _glued),  # a las 930
    rule("doce", f"{_PRE} ( las )? h=n12 ( de la fr=noche | del fr=dia/mediodia )", _clock),
    rule(
        "de_a",
        f"!-vez/cupo de/desde/entre ( las/la )? h=<h24> {_MIN} h? {_HALFDAY}? a/y/hasta/guion ( las/la )? h2=<h24> {_MIN2} h? {_HALFDAY2}?",
        _raw_window,
    ),
    rule(
        "h_a_h",
        f"h=<h24> {_MIN} {_HALFDAY}? a/guion/hasta ( las/la )? h2=<h24> {_MIN2} h? {_HALFDAY2}",
        _raw_window,
    ),  # 3 a 5 pm
    rule("guion", f"( de/entre/a )? ( las )? f=dm {_HALFDAY}", _figures_window),  # 3-5 pm
    rule(
        "de_guion",
        "( de/entre/a ( las )? f=dm ->,/el/de/<semana7> | f=dm -><semana7>/proximo )",
        _figures_window,
    ),  # de 3-5
    rule(
        "rato", "n=n12/n24/n31/n59/n99 u=minuto/hora ( y media=media | y min=<mm> minuto? )? -!antes/despues/mas/para", _while
    ),
    rule("rato_media", "media=media hora -!antes/despues/mas", _while),  # media hora
    rule("rato_par", "un par=par de u=horas/hora", _while),
    rule(
        "pasadas",
        f"( cuarto=cuarto | media=media | n=<mm> minuto? ) pasadas de? ( las/la ) h=<h24> {_HALFDAY}?",
        _past,
    ),
    rule(
        "h_menos_tras",
        f"( a? las/la )? h=<h24> {_HALFDAY} ( menos ( mcuarto=cuarto | mmin=<mm> ) | y=y media=media )",
        _clock,
    ),
    rule("mitad_dia", "( a la mitad | en medio ) del dia", _part("mediodia")),
    rule("inicio_dia", "( a/al )? principios del dia", _part("mañana", "primera")),
    rule("fin_dia", "( a/al )? fin/finales del dia", _part("noche", "ultima")),
    rule("media_parte", "( a )? media p=manana/tarde", _named_part),  # a media tarde
    rule("hora_almuerzo", "( ( a/en la )? hora de/del ( el )? | durante el/la ) almuerzo", _part("mediodia")),
    rule("ahora", "!-, ahora ->,", _now),  # ¿tiene campo ahora?
    rule(
        "proximas_horas",
        "( en/durante )? los/las? ( proximo n=<n> | n=<n> proximo ) u=minuto/hora/horas",
        _from_now_on,
    ),
    rule("ahora_mismo", "( ahora mismo | ya mismo | en este x? momento | inmediatamente )", _now),
    rule("mediodia", "( a/al/en/para/el/como/hacia/sobre/por/este/la )* p=mediodia", _named_part),
    rule("medio_dia", "( a/al/en/para/el/como/hacia/sobre/por )* medio dia", _part("mediodia")),
    rule("medianoche", "( a/la/en/de )* ( medianoche | media noche )", _at(_MIDNIGHT)),
    rule(
        "esta_parte", "esta ( misma )? p=manana/tarde/noche/madrugada/tardecita/mananita", _today_part
    ),  # esta tarde
    rule("la_parte", "( por/en/de/a/para/al )? la p=<parte>", _named_part),  # por la tarde
    rule("en_parte", "( por/en/de )? la? !-mas p=tardecita/mananita/madrugada", _named_part),
    rule(
        "de_parte", "<-<semana7>/DIA de? p=tarde/noche/manana", _named_part
    ),  # el jueves de mañana, viernes tarde
    rule("horas_de_parte", "( en )? horas de la p=<parte>", _named_part),
    rule(
        "primera_hora",
        "( a/en/de )? ( la/las )? ( primera | ultima=ultima/ultimo ) hora/horas ( de la fr=<parte> | del dia )?",
        _edge,
    ),
    rule("temprano", "( lo mas temprano=temprano | !-mas temprano=temprano ) ( en la manana | por la manana )?", _edge),  # tempranito
    rule("lo_antes", "lo ( antes | mas pronto ) posible?", _edge),  # lo antes posible
    rule("primer_cupo", "( el/la )? n=n12 cupo ->de/del/,/que", _first_free),
    rule("salida", "( despues del? | al? salir del? ) ( la )? trabajo", _window(17 * _HOUR, None)),
    rule("tras_almuerzo", "despues de/del ( el )? almuerzo", _window(13 * _HOUR, None)),
    rule("antes_almuerzo", "antes de/del ( el )? almuerzo", _window(None, _NOON)),
    rule(
        "en_un_rato", "( en | dentro de ) n=<n> u=minuto/hora/horas/h ( y media=media )?", _from_now
    ),  # en dos horas
    rule("en_media_hora", "( en | dentro de ) medio=media hora", _from_now),
)
