"""The rules of bounds, windows and lists of clock times, over what the rules of single hours made."""

from dataclasses import replace

from citas.domain.deseos import Horas
from citas.language.lectura.nodos import Desplazo, Pieza, Vista, rule
from citas.language.tiempo.ventanas import from_one_to_another, window

_NOON, _HOUR = 720, 60
_LAST_HOUR = 12


def horas_of(v: Vista, name: str) -> Horas:
    """Return the hours of a named node."""
    pieza = v.node(name).pieza
    assert isinstance(pieza, Horas)  # noqa: S101 - the pattern asked for HORA
    return pieza


def at_noon(horas: Horas) -> Horas:
    """Read the part "mediodía" as the bound of a window: twelve o'clock."""
    noon = horas.parte == "mediodia" and not horas.es_punto
    return replace(horas, desde=_NOON, hasta=_NOON, parte=None) if noon else horas


def _number(v: Vista, name: str) -> Horas:
    """Make a clock time of a bare number."""
    nodo = v.node(name)
    minutes = v.number(name) * _HOUR
    span = (nodo.inicio, nodo.fin)
    return Horas(
        minutes, minutes, v.ancla.texto[span[0] : span[1]], span, dudosa=0 < v.number(name) <= _LAST_HOUR
    )


def _bounded(v: Vista, horas: Horas, *, after: bool) -> Horas | None:
    if not horas.es_punto:
        return None
    desde, hasta = (horas.desde, None) if after else (None, horas.hasta)
    return replace(horas, desde=desde, hasta=hasta, texto=v.texto, span=v.span)


def _open(v: Vista, *, after: bool) -> Horas | None:
    return _bounded(v, at_noon(horas_of(v, "a")), after=after)


def _open_number(v: Vista) -> Horas | None:
    return _bounded(v, _number(v, "h"), after=not v.has("antes"))


def _shifted_hour(v: Vista) -> Horas | None:
    shift, horas = v.node("d").pieza, at_noon(horas_of(v, "a"))
    if not isinstance(shift, Desplazo) or not shift.minutos or horas.desde is None or not horas.es_punto:
        return None
    at = horas.desde + shift.minutos
    return replace(horas, desde=at, hasta=at, texto=v.texto, span=v.span) if 0 <= at <= 2 * _NOON else None


def _between(v: Vista) -> Horas | None:
    if from_one_to_another(v):
        return None
    first = at_noon(horas_of(v, "a")) if v.has("a") else _number(v, "h")
    last = at_noon(horas_of(v, "b")) if v.has("b") else _number(v, "k")
    named = not v.has("h") or v.number("h") > 0 or not last.dudosa
    return window(v, first, last) if named and first.es_punto and last.es_punto else None


def _once_past(v: Vista) -> Horas | None:
    """Read "pasando las 10"."""
    return _open(v, after=True) if horas_of(v, "a").texto.lower().startswith("la") else None


def _to_noon(v: Vista) -> Horas | None:
    """Read "de diez a mediodía", where noon has taken the "a" in."""
    noon = horas_of(v, "b")
    return _between(v) if noon.parte == "mediodia" and noon.texto.lower().startswith("a") else None


def _nearest(horas: Horas, settled: Horas) -> Horas:
    """Choose the half of the day nearer to a clock time said beside it ("3 o 4 pm")."""
    early, other = horas.desde or 0, settled.desde or 0
    if not horas.dudosa or settled.dudosa:
        return horas
    early %= _NOON
    late = early + _NOON
    at = late if abs(late - other) < abs(early - other) else early
    return replace(horas, desde=at, hasta=at, dudosa=False, parte=settled.parte)


def _listed(v: Vista) -> tuple[Pieza, ...] | None:
    """Read "a las 3, 4 o 5" and "3 o 4 pm": each by itself, all in the half of the day that one names."""
    if v.has("k") and v.follows("de/del") and not v.follows("de/del", "DIA"):
        return None
    counted = v.has("n") and (_is_whole(v, "b") if v.has("b") else not v.preceded("DIA"))
    said = [horas_of(v, name) if name in "ab" else _number(v, name) for name in "anhkb" if v.has(name)]
    if counted or not all(one.es_punto for one in said):
        return None
    settled = next((one for one in reversed(said) if not one.dudosa), None)
    return tuple(_nearest(one, settled) for one in said) if settled else tuple(said)


def _is_whole(v: Vista, name: str) -> bool:
    """Tell "a las 4" from "4 pm": a number before it counts something else."""
    inicio = v.node(name).inicio
    return v.ancla.texto[inicio : inicio + 2].lower() in {"a ", "al", "la"}


_NO_COUNT = "-!<unidad>/personas/<mes12>/SERV/x"

HORARIOS = (
    rule(
        "despues_de_hora",
        "( despues de/del | luego de | mas tarde de/del/que | pasadas de? | apenas/cuando pasar | no/ni/nunca ( sea | <puedo> ( x/ir/llegar )? )? antes de/del | a partir de/del | desde de? ) a=HORA",
        lambda v: _open(v, after=True),
    ),
    rule(
        "hora_en_adelante",
        "( de/desde )? a=HORA ( en/para adelante | para/en adelante | o despues | o mas tarde )",
        lambda v: _open(v, after=True),
    ),
    rule(
        "antes_de_hora",
        "( antes de/del | hasta | no/ni ( sea | <puedo> ( x/ir/llegar )? )? ( mas tarde | despues ) de/del/que | no mas de/del | como tarde | no pasar de/del | a mas tardar | maximo hasta? ) a=HORA",
        lambda v: _open(v, after=False),
    ),
    rule(
        "hora_a_mas_tardar",
        "a=HORA ( a mas tardar | como? maximo | como tarde | o antes )",
        lambda v: _open(v, after=False),
    ),
    rule(
        "numero_en_adelante", "( de/desde )? h=n12/n24 ( en/para ) adelante", _open_number
    ),  # de 5 en adelante
    rule(
        "tras_numero", "( despues | antes=antes ) de h=n12/n24 ->,/DIA/por/y/o/que/si/porque", _open_number
    ),  # después de 6
    rule("pasando_la_hora", "!-DIA/x/mes/semana/ano pasado a=HORA", _once_past),
    rule("numero_a_mediodia", "( de/desde ) ( las/la )? h=<h24> b=HORA", _to_noon),
    rule("minutos_antes_de", "d=DESPL de/del a=HORA", _shifted_hour),  # quince minutos antes de las 4
    rule("numero_y_hora", "( de/desde/entre )? ( las/la )? h=<h24> a/y/hasta/guion b=HORA", _between),
    rule("entre_horas", "!-vez/cupo de/del/desde/entre a=HORA ( a/y/hasta )? b=HORA", _between),
    rule(
        "horas_listadas",
        f"( a=HORA | n=n12/n24 ) ( pausa h=<h24> )? pausa? o/barra ( b=HORA | k=<h24> {_NO_COUNT} )",
        _listed,
    ),  # a las 3 o 4
    rule("hora_a_hora", "a=HORA a/hasta/guion b=HORA", _between),
    rule(
        "hora_a_numero", f"( a=HORA guion/hasta | entre a=HORA y ) k=<h24> {_NO_COUNT}", _between
    ),  # 3:30pm-5
)
