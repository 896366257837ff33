"""The lock on wording: a model may choose among courteous words; every fact stays a mark until it passed.

A list of forbidden words never ends; this one allows. Whatever is not on it (a number in letters, a weekday, a
price, a "no", a promise) sends the reply back to its template.
"""

import re
import unicodedata

from citas.language.candado.contratos import Situacion
from citas.language.motor.tokens import fold

LONGEST = 600
_MARK = re.compile(r"\{\{([a-z]+)\}\}")
_PLAIN = re.compile(r"[^\W\d_]|[ \n.,;:!?¡¿()«»\"'-]")


def _words(texto: str) -> frozenset[str]:
    return frozenset(fold(texto).split())


_COURTEOUS = _words(
    "a al algo aquí así ayuda ayudarte ayudamos bien buen bueno buena buenas buenos claro como con cosa cuál cuáles cuándo "
    "cuéntame cuéntanos cualquier cita citas de del día días dime dinos disponible e el ella elige en encantados encanto "
    "encantado es escoge escoges escogemos escríbeme escríbenos espacio esta está este esto estos estas favor fecha genial "
    "gracias gusta gustaría gusto ha hacer hacerte hay hola hora horario horas indica indícame indícanos la las le les libre "
    "listo lo los lugar me mejor mensaje mucho muchas muy necesitas nos o ofrecemos ofrecerte opción opciones otra otro para "
    "perfecto placer podemos podrías por prefiere prefieres puede puedes puedo qué que querrías quieres quisieras responde "
    "respóndeme respóndenos sabes saber se ser sería servicio servicios servirte si sí solo son su súper tal también te "
    "tenemos tengo tienes toda todo tu tú tus un una usted va vamos venir y entonces excelente estupendo amable atención "
    "atenderte confirmar deseas desees desea necesita agenda agendar elegir tienen quedaría conviene convenga viene quede "
    "sirve sirven podría pueda"
)
_CLAIMS = {
    Situacion.CITA_CREADA: _words("confirmada confirmado reservada reservado agendada agendado"),
    Situacion.CITA_CAMBIADA: _words("cambiada cambiado reprogramada reprogramado movida movido"),
    Situacion.CITA_CANCELADA: _words("cancelada cancelado"),
}
_DONE = _words("quedó queda ya nuestra tuya esperamos espera")
_ASKS = frozenset({Situacion.PEDIR_SERVICIO, Situacion.PEDIR_FECHA, Situacion.PEDIR_HORA, Situacion.ACLARAR})
# "Cita" and "agenda" with these would say that it is done.
_CONDITIONAL = _words("confirmar agendar quedaría")


def flaw(texto: str, situacion: Situacion, marcas: tuple[str, ...], base: str) -> str | None:
    """Return what is wrong with a wording, or None; `base` is the house's own, whose words are allowed."""
    return (
        _wrong_form(texto, marcas)
        or _wrong_words(texto, situacion, base)
        or ("no_pregunta" if situacion in _ASKS and "?" not in texto else None)
    )


def _wrong_form(texto: str, marcas: tuple[str, ...]) -> str | None:
    if not 0 < len(texto) <= LONGEST:
        return "largo"
    if sorted(_MARK.findall(texto)) != sorted(marcas):
        return "marcas"
    bare = _MARK.sub(" ", unicodedata.normalize("NFC", texto))
    return None if all(map(_PLAIN.match, bare)) else "signos"


def _wrong_words(texto: str, situacion: Situacion, base: str) -> str | None:
    said, claims = _said(texto), _CLAIMS.get(situacion, frozenset[str]())
    allowed = _COURTEOUS | _said(base) | claims
    if claims:
        allowed = (allowed | _DONE) - _CONDITIONAL
    if said - allowed:
        return "palabra"
    return "no_lo_dice" if claims and not said & claims else None


def _said(texto: str) -> frozenset[str]:
    bare = fold(_MARK.sub(" ", unicodedata.normalize("NFC", texto)))
    return frozenset("".join(c if c.isalpha() else " " for c in bare).split())
