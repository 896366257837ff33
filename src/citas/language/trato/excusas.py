"""Excuses for an answer that comes late: "perdón, estaba manejando", beside which a yes is as much of one."""

import re

from citas.language.trato.dichos import Span

_OPENING = r"(?:(?:hola|buenas|buenos|dias|tardes|noches|ay|uy+|uf+|ah+|eh|oye|oiga|mil|muchas)\W+){0,4}"
_SORRY = r"(?:perdon(?:[ae]n?(?:me)?)?|perdoncito|disculp(?:as?|en?)(?:me)?|sorry)"
# What decides something does not excuse a silence: "estaba viendo otras opciones".
_WORD = (
    r"(?!(?:no|ni|pero|si|que|cuando|porque|mejor|ya|las|otr[ao]s?|citas?|turnos?|horas?|libres?|temprano|tarde|tu|viendo)\b"
    r"|cancel|cambi|reserv|agend|muev|mov|pens|dud|decid|busc|mirando|averig|consult|compar|esper|consider|prefer|quer)[a-zñ]+"
)
_MORE = rf"(?:,? {_WORD}){{0,4}}"
_WAS = "(?:yo )?(?:estaba|andaba|estuve|anduve|iba|venia|seguia)"
_LATE = (
    "(?: por)?(?: (?:la|el|tanta|tanto|mi))? (?:demora|tardanza|retraso|atraso|molestia|insistencia|silencio)"
    "|(?: por)? la hora"
    f"| por (?:demorar|tardar|no (?:contestar|responder))(?:me|te|le|les)?{_MORE}"
    r"|\W+(?:me|se me) (?:demore|atrase|retrase|tarde)"
    rf"|\W+(?:(?:es )?que )?{_WAS} (?:muy |re |super )?(?:ocupad|dormid|enferm|liad|distraid|desconectad)[ao]s?{_MORE}"
)
_DEVICE = "(?:internet|señal|senal|wifi|luz|bateria|pila|cel|celu|celular|telefono|movil|datos|saldo|carga|conexion|red)"
_BUSY = (
    rf"(?:(?:es )?que )?(?:{_WAS} (?:(?={_WORD})[a-zñ]{{2,}}ndo|(?:en|con|sin|por|fuera) {_WORD}){_MORE}"
    rf"|tenia (?:el |mi |una? )?(?:{_DEVICE}|clases?|reunion|junta|gente|visita){_MORE}"
    rf"|no (?:l[oa] |te |les? )?(?:habia|he|pude|podia|alcance a|vi|lei)(?: (?:visto|leido|ver|leer|contestar|responder)(?:te|les?|l[oa])?)?{_MORE}"
    rf"|(?:recien|apenas|hasta ahora|hasta ahorita|ahorita|ahora) (?:l[oa] |te |les? )?(?:veo|vi|leo|lei){_MORE}"
    rf"|(?:se )?me (?:fue|cayo|acabo|corto|descargo|apago|murio|quede) (?:sin |el |la |los )?{_DEVICE}"
    r"|me quede dormid[ao])"
)
_BEFORE = re.compile(
    rf"\W*{_OPENING}(?:{_SORRY}(?:{_LATE})|(?:{_SORRY}\W+)?{_BUSY}|{_SORRY})(?=\s*(?:[^\w\s?¿]|\n))"
)
_AFTER = re.compile(rf"[,.;:!\n]\s{{0,3}}{_OPENING}{_SORRY}(?:{_LATE}|\W+{_BUSY})\W*$")


def excuses(plain: str) -> list[Span]:
    """Return where a folded text excuses itself, before what it answers or after it."""
    return [found.span() for found in (_BEFORE.match(plain), _AFTER.search(plain)) if found]
