"""Where a text that holds two wishes is cut: each half says for itself what, which day and which hour."""

import re

from citas.domain.deseos import Intencion
from citas.language.deseo.intencion import Disparo
from citas.language.lectura.lectura import Lectura
from citas.language.lexico.alfabeto import ALFABETO

_JOINT = re.compile(f"[{ALFABETO.charset(',/y/ademas/tambien')}]")
_CUTS = ALFABETO.charset(",/y")
_WHOLE = tuple(ALFABETO.symbols(kind) for kind in ("SERV/DUDA/OFIC/cita", "DIA/DESPL", "HORA"))
_NEW = tuple(ALFABETO.symbols(kind) for kind in ("SERV/DUDA/OFIC/cita/una/un/otra/n12", "DIA"))


def cut_of(lectura: Lectura, triggers: list[Disparo]) -> int | None:
    """Return the node at which the second of two wishes begins; None where the text makes one."""
    if len(triggers) > 1:
        return _clause_of(lectura, triggers[1].span[0])
    if triggers and triggers[0].intencion is not Intencion.AGENDAR:
        return _booking_after(lectura, triggers[0])
    return _whole_halves(lectura)


def _clause_of(lectura: Lectura, at: int) -> int:
    """Return where the wish begins whose words stand at `at`: after the last `y` or border."""
    return 1 + max(lectura.simbolos.rfind(cut, 0, at) for cut in _CUTS)


def _booking_after(lectura: Lectura, first: Disparo) -> int | None:
    """Find "… y agéndeme un corte el sábado" after a move or a cancellation."""
    for start, _ in lectura.spans("agendar"):
        cut = _clause_of(lectura, start)
        if cut >= first.span[1] and _holds(lectura.simbolos[cut:], _NEW):
            return cut
    return None


def _whole_halves(lectura: Lectura) -> int | None:
    text = lectura.simbolos
    if text.count(ALFABETO.chars("HORA")) < 2 or text.count(ALFABETO.chars("DIA")) < 2:  # noqa: PLR2004 - one each
        return None
    for joint in _JOINT.finditer(text):
        at = joint.end()
        if _holds(text[:at], _WHOLE) and _holds(text[at:], _WHOLE) and not _JOINT.match(text, at):
            return at
    return None


def _holds(text: str, kinds: tuple[frozenset[str], ...]) -> bool:
    return all(not kind.isdisjoint(text) for kind in kinds)
