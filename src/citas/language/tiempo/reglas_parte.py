"""The rules of parts of the day and of its edges."""

from collections.abc import Callable

from citas.domain.deseos import Dias, Horas
from citas.language.lectura.nodos import Pieza, Vista, rule
from citas.language.tiempo.reloj import SAID_PART, part_of

_NOON, _MIDNIGHT, _HOUR = 720, 1440, 60
_QUARTER, _HALF = 15, 30
_AT_OPENING, _AT_CLOSING = {"abrir", "apertura"}, {"cierre", "cerrar"}
_BEGIN = ("empez", "comenz", "inici", "arranc")
_END = ("acab", "termin", "culmin", "finaliz", "caer", "cerrar")
_SHIFTS = (("matut", "mañana"), ("vespert", "tarde"), ("noctur", "noche"))
_DAY_PARTS = (("tarde", "tarde"), ("noche", "noche"), ("mañana", "mañana"))


def _part(part: str, extremo: str | None = None) -> Callable[[Vista], Horas]:
    return lambda v: Horas(None, None, v.texto, v.span, parte=part, extremo=extremo)


def _named_part(v: Vista) -> Horas:
    part = part_of(v, "p")
    return Horas(None, None, v.texto, v.span, parte=SAID_PART.get(part or "", part))


def _part_before_its_day(v: Vista) -> Horas | None:
    return _named_part(v) if v.follows("de", "este/hoy/<semana7>/proximo") else None


def _shift_named(v: Vista) -> Horas | None:
    part = next((part for root, part in _SHIFTS if v.form("x").startswith(root)), None)
    return Horas(None, None, v.texto, v.span, parte=part) if part else None


def _half_named(v: Vista) -> Horas:
    return Horas(None, None, v.texto, v.span, parte="mañana" if v.is_("p", "am") else "tarde")


def _meal(v: Vista) -> Horas:
    part = "mañana" if v.is_("p", "desayuno") else "noche" if v.is_("p", "cena") else "mediodia"
    return Horas(None, None, v.texto, v.span, parte=part)


def _edge(v: Vista) -> Horas | None:
    if v.has("temprano") and (v.preceded("no") or v.after("no", "sea")):
        return None
    part = part_of(v) or ("mañana" if v.has("temprano") else None)
    return Horas(None, None, v.texto, v.span, parte=part, extremo="ultima" if v.has("ultima") else "primera")


def _edge_by_verb(v: Vista) -> Horas | None:
    """Read "al acabar el día" and "al empezar la tarde"."""
    begins, ends = v.texto.lower().split()[1].startswith(_BEGIN), v.texto.lower().split()[1].startswith(_END)
    part = next(
        (part for word, part in _DAY_PARTS if word in v.texto.lower()), "mañana" if begins else "noche"
    )
    if not begins and not ends:
        return None
    return Horas(None, None, v.texto, v.span, parte=part, extremo="primera" if begins else "ultima")


def _opening_or_closing(v: Vista) -> Horas | None:
    word = v.texto.lower().split()[-1]
    if (v.has("antes") and word in _AT_OPENING) or word not in _AT_OPENING | _AT_CLOSING:
        return None
    return Horas(None, None, v.texto, v.span, extremo="primera" if word in _AT_OPENING else "ultima")


def _past_noon(v: Vista) -> Horas:
    at = _NOON + (_HALF if v.has("media") else _QUARTER)
    return Horas(at, at, v.texto, v.span)


def _first_free(v: Vista) -> Horas | None:
    return _edge(v) if v.form("n").startswith("primer") else None


def _at(minutos: int) -> Callable[[Vista], Horas]:
    return lambda v: Horas(minutos, minutos, v.texto, v.span)


def _window(desde: int | None, hasta: int | None) -> Callable[[Vista], Horas]:
    return lambda v: Horas(desde, hasta, v.texto, v.span)


def _any_day(v: Vista) -> Dias:
    """Read "cualquier día" and "el día que tenga libre" as all that are to come."""
    return Dias(v.ancla.hoy, None, v.texto, v.span)


def _any_hour(v: Vista) -> Horas:
    """Read "a cualquier hora" as the first that is free."""
    return Horas(None, None, v.texto, v.span, extremo="primera")


def _today_part(v: Vista) -> tuple[Pieza, ...] | None:
    if v.is_("p", "manana") and v.texto.lower().startswith("está") and not v.preceded(","):
        return None  # "¿qué tan lleno está mañana?"
    hoy = v.ancla.hoy
    return Dias(hoy, hoy, v.texto, v.span), _named_part(v)


PARTES = (
    rule("mitad_dia", "( a la mitad | en medio ) del dia", _part("mediodia")),
    rule("inicio_dia", "( a/al )? principios del dia", _part("mañana", "primera")),
    rule("fin_dia", "( ( a/al )? fin/finales de/del | al fin el ) dia", _part("noche", "ultima")),
    rule(
        "al_verbo_el_dia", "al x ( el dia | la tarde/manana/jornada/noche )", _edge_by_verb
    ),  # al terminar el día
    rule(
        "al_abrir", "( al | a/en la hora de/del | antes=antes de ) x/abrir", _opening_or_closing
    ),  # al cierre
    rule("media_parte", "( a )? media p=manana/tarde", _named_part),  # a media tarde
    rule("hora_almuerzo", "hora de/del ( el )? almuerzo", _part("mediodia")),
    rule("mediodia", "( a/al/en/para/el/como/hacia/sobre/por/la )* p=mediodia", _named_part),
    rule("mediodia_y", "( a/al )? ( mediodia | medio dia ) y ( media=media | cuarto )", _past_noon),
    rule("medio_dia", "( a/al/en/para/el/como/hacia/sobre/por )* medio dia", _part("mediodia")),
    rule("medianoche", "( a/la/en/de )* ( medianoche | media noche )", _at(_MIDNIGHT)),
    rule("este_mediodia", "este ( mismo )? p=mediodia", _today_part),
    rule(
        "esta_parte", "esta ( misma )? p=manana/tarde/noche/madrugada/tardecita/mananita", _today_part
    ),  # esta tarde
    rule("la_parte", "( ( por/en/de/a/para/al )? la | dela ) p=<parte>", _named_part),  # por la tarde
    rule("en_parte", "( por/en/de )? la? !-mas p=tardecita/mananita/madrugada", _named_part),
    rule(
        "de_parte", "( <-<semana7>/DIA/manana/hoy/o de? | <-turno ) p=tarde/noche", _named_part
    ),  # el jueves de mañana, viernes tarde
    rule(
        "sigla", "( <-<semana7>/hoy/manana ( en la )? | en/por la ) p=am/pm -!de", _half_named
    ),  # viernes pm
    rule("antes_cena", "antes de/del ( la )? cena", _window(None, 19 * _HOUR)),
    rule("una_tarde", "( una/alguno/cualquiera p=tarde/noche | alguno p=manana )", _named_part),  # una tarde
    rule("tarde_noche", "( ( por/en/a la )? tarde guion? noche | tipo noche )", _part("noche")),
    rule("tipo_tarde", "tipo tarde", _part("tarde")),
    rule("de_tarde", "!-turno/llego/voy de p=tarde/noche", _named_part),
    rule("de_manana", "<-<semana7>/DIA de? p=manana", _named_part),
    rule("las_partes", "( por/en/de/a )? las p=manana/tardes/noches", _named_part),  # por las tardes
    rule("parte_del", "<-,/para/el p=noche/tarde/madrugada/manana ->del", _named_part),  # noche del sábado
    rule("parte_de", "<-, p=noche/tarde/madrugada/manana ->de", _part_before_its_day),  # tarde de este lunes
    rule("al_anochecer", "al p=noche/tardecita/mananita", _named_part),
    rule("horas_de_trabajo", "( en )? horas/horario ( de )? laboral/trabajo", _window(8 * _HOUR, 18 * _HOUR)),
    rule("horario_de_parte", "en? horario/turno/jornada x=x", _shift_named),  # en horario vespertino
    rule("horas_de_parte", "( en )? horas de la p=<parte>", _named_part),
    rule(
        "primera_hora",
        "( a/en/de )? ( la/las )? ( primera | ultima=ultima/ultimo ) hora/horas/h ( de la fr=<parte> | del dia )?",
        _edge,
    ),
    rule(
        "temprano",
        "( lo mas temprano=temprano | !-mas temprano=temprano | ( por/en/de/a )? la fr=<parte> bien? temprano=temprano ) ( en la manana | por la manana )?",
        _edge,
    ),  # tempranito
    rule("lo_primero", "lo n=n12 de la fr=<parte>", _first_free),  # lo primero de la mañana
    rule("lo_ultimo", "lo ultima=mas tarde posible?", _edge),  # lo más tarde posible
    rule(
        "bordes_de_parte", "( a/al )? lo? ( principios | ultima=fin/finales/ultimo ) de? la fr=<parte>", _edge
    ),  # al final de la tarde
    rule(
        "cualquier_dia",
        "( cualquiera dia -!de/del/entre/menos/en/esta/la/a/despues/antes/por | el dia que ( sea | <puedo> | tengo disponible/cupo ) )",
        _any_day,
    ),  # el día que tenga libre
    rule(
        "cualquier_hora",
        "( a? cualquiera hora -!de/por/en/a | a? la hora que sea | dar quieta la hora )",
        _any_hour,
    ),  # me da igual la hora
    rule("primer_cupo", "( el/la )? n=n12 cupo/turno/cita ->de/del/,/que", _first_free),
    rule("primera_cita", "( el/la )? ( primera | ultima=ultima/ultimo ) cita/turno/cupo ->de/del", _edge),
    rule("salida", "( despues/luego de/del | al? salir de/del? ) la? trabajo", _window(17 * _HOUR, None)),
    rule(
        "tras_almuerzo",
        "( ( despues/luego ) de/del ( el/la )? | tras ( el/la )? ) almuerzo",
        _window(13 * _HOUR, None),
    ),
    rule(
        "comidas",
        "( a/en la hora de/del ( el/la )? | en? horario de/del ( el/la )? | ( a/en/durante ) ( el/la ) | al ) p=almuerzo/desayuno/cena",
        _meal,
    ),
    rule("pasado_mediodia", "pasado/pasadas el? ( mediodia | medio dia )", _window(_NOON, None)),
    rule("tras_desayuno", "( despues/luego ) de/del ( el )? desayuno", _part("mañana")),
    rule("tras_cena", "( despues/luego ) de/del ( la )? cena", _part("noche")),
    rule("antes_almuerzo", "antes de/del ( el/la )? almuerzo", _window(None, _NOON)),
)
