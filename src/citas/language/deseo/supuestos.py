"""What is only supposed, asked in general, hung on a condition or quoted: words of a wish that make none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from citas.domain.deseos import Intencion
from citas.language.deseo.modismos import asked_in_general
from citas.language.lectura.lectura import MOST, Lectura, Span
from citas.language.lexico.alfabeto import ALFABETO

_IF = ALFABETO.symbols("si/cuando/apenas/despues/luego")
_ASKS_FOR_IT = ALFABETO.symbols("<puedo>/quiero")
_MAY, _NO = ALFABETO.symbols("<puedo>"), ALFABETO.symbols("no/tampoco")
_ACTING = ALFABETO.symbols("<acto>/<mueve>/cancelo/pido/sacar/hacer/venir")
_POLITE = ALFABETO.symbols("problema/molesta")
# "Si se puede, …" and "si no hay problema, …" ask; "si sale el viaje, …" waits.
_OF_COURTESY = ALFABETO.symbols(
    "<puedo>/problema/molesta/hay/tiene/<cita>/disponible/bien/sirve/ok/posible/hacer/dar/cupo"
)
_KINDNESS = ("import", "gust", "eres", "parec", "amab", "molest")
_WAITS_FOR = ALFABETO.symbols("x/<fam>/jefe/promo/pago/pagar/aceptan/politica/confirmar/duele")
_PROMO = ALFABETO.symbols("promo/politica")
_SI = ALFABETO.symbols("si/cuando/apenas")
_QUOTED = re.compile('["“«][^"”»]{3,}["”»]')


class Disparo(NamedTuple):
    """What makes a wish: the intention and the nodes that say it."""

    intencion: Intencion
    span: Span
    firme: bool = True  # False: "no <puedo> ir", "¿hay cupo?": another wish beside it decides


def meant(lectura: Lectura, found: list[Disparo]) -> Iterator[Disparo]:
    """Leave out what is only supposed ("tal vez…", "si cancelo…", "después reservo") or another's words."""
    quotes = [match.span() for match in _QUOTED.finditer(lectura.ancla.texto)] if found else []
    for one in found[:MOST]:
        if not (
            _is_supposed(lectura, one)
            or asked_in_general(lectura, one.span)
            or (quotes and _is_quoted(lectura, one.span, quotes))
        ):
            yield one


def _is_supposed(lectura: Lectura, one: Disparo) -> bool:
    span = one.span
    start = lectura.clause_start(span[0])
    hedge = next((end for at, end in lectura.spans("talvez") if start <= at <= span[0]), None)
    if hedge is not None:
        return not _may_be_asked(lectura, lectura.simbolos[hedge : span[1]])
    if lectura.is_at(start, "si") and span in lectura.spans("no_va"):
        return True
    if one.intencion is not Intencion.AGENDAR and _waits(lectura, start, span):
        return True
    acting = next((at for at in range(*span) if lectura.simbolos[at] in _ACTING), None)
    if acting is None or not lectura.nodos[acting].forma.endswith("o"):
        return False
    before = lectura.simbolos[start:acting]
    return not _IF.isdisjoint(before) and _ASKS_FOR_IT.isdisjoint(before) and _POLITE.isdisjoint(before)


def _waits(lectura: Lectura, start: int, span: Span) -> bool:
    """Tell "si sale el viaje, la paso al viernes" and "cámbiela si hay descuento", which wait for something."""
    before = start > 1 and not lectura.is_at(start, "pero")
    if before and _is_condition(lectura, lectura.clause_start(start - 1), start - 1):
        return True
    end = lectura.clause_end(span[0])
    after = next((at for at in range(span[1], end) if lectura.simbolos[at] in _SI), 0)
    return after > 0 and not lectura.is_at(after - 1, "y/pero") and _is_condition(lectura, after, end)


def _is_condition(lectura: Lectura, start: int, end: int) -> bool:
    said = lectura.simbolos[start:end]
    if not said or said[0] not in _SI or _WAITS_FOR.isdisjoint(said[1:]):
        return False
    kind = any(nodo.forma.startswith(_KINDNESS) for nodo in lectura.nodos[start:end])
    return not _PROMO.isdisjoint(said) or (_OF_COURTESY.isdisjoint(said) and not kind)


def _may_be_asked(lectura: Lectura, said: str) -> bool:
    """Tell "de pronto me puede apartar…" from "puede que no vaya"."""
    if not _NO.isdisjoint(said):
        return False
    return not _MAY.isdisjoint(said) or (not _ASKS_FOR_IT.isdisjoint(said) and lectura.has_any("pregunta"))


def _is_quoted(lectura: Lectura, span: Span, quotes: list[Span]) -> bool:
    """Tell whether it stands between quotation marks that do not hold the whole text."""
    at = lectura.nodos[span[0]].inicio
    whole = len(lectura.ancla.texto.strip())
    return any(start <= at < end and end - start < whole for start, end in quotes)
