"""Personal data out of a text before it leaves: each piece becomes a mark that says what stood there."""

import re
import unicodedata
from collections.abc import Iterable

from citas.language.lexico.nombres_de_pila import NOMBRES
from citas.language.motor.tokens import fold

_DATE_OR_HOUR = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)|\d{1,2}\s?:\s?\d{2}(?!\d)"
# What looks like a date goes first, so that no number swallows it.
_NUMBERS = re.compile(
    rf"(?P<keep>{_DATE_OR_HOUR})"
    r"|(?P<IBAN>(?<!\w)[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?(?!\w))"
    r"|(?P<TARJETA>(?<!\w)(?:\d[ -]?){13,19}(?!\w))"
    r"|(?P<DOCUMENTO>(?<!\w)(?:[XYZxyz][ -]?)?\d{1,3}(?:\.?\d{3}){2}[ -]?[A-HJ-NP-TV-Za-hj-np-tv-z](?!\w))"
    r"|(?P<TELEFONO>(?<!\w)\(?\+?\d(?:[ ().-]{0,3}\d){6,16}\)?(?!\w))"
)
_CORREO = re.compile(r"[\w.+-]{1,64}\s?@\s?[\w-]{1,64}(?:\.[\w-]{2,64})*")
_ENLACE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# A number that no separator was written into is an id where it is as long as one.
_LONG_NUMBER = re.compile(r"\d{6,}")
_NAME = r"[^\W\d_][\w'’-]*"
_INTRODUCED = re.compile(
    r"\b(?P<how>me llamo|mi nombre es|mi nombre|a nombre de|al nombre de|de parte de|habla|le habla|le escribe|te escribe|soy|"
    r"se llama|llamad[oa]|señor|señora|sr\.?|sra\.?|don|doña|doctora?|dra?\.)\s+(?:(?:de|el|la|con)\s+)?"
    rf"(?P<name>{_NAME}(?:\s+(?:de\s+(?:la\s+|los\s+)?)?{_NAME}){{0,3}})",
    re.IGNORECASE,
)
# After these almost anything may follow; only what is written or known as a name is one.
_LOOSE = frozenset({"soy", "habla", "le habla", "señor", "señora", "don", "doña", "se llama"})
_WORD = re.compile(_NAME)
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "y"})
_ENDS_A_NAME = frozenset(
    {
        *(
            "para",
            "quiero",
            "quisiera",
            "necesito",
            "por",
            "a",
            "en",
            "que",
            "el",
            "mi",
            "me",
            "con",
            "una",
            "un",
        ),
        *("cita", "hoy", "mañana", "manana", "y", "favor", "tengo", "puedo", "gracias", "lunes", "martes"),
        *("miercoles", "jueves", "viernes", "sabado", "domingo", "pero", "si", "no", "es", "al", "porque"),
    }
)
_SHORTEST_NAME = 3
_KEPT_CONTROLS = "\n\t"


def plain(texto: str) -> str:
    """Return the text in NFC, without characters that nobody sees."""
    nfc = unicodedata.normalize("NFC", texto)
    return "".join(c for c in nfc if c in _KEPT_CONTROLS or unicodedata.category(c) not in _UNSEEN)


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def redact(texto: str, nombres: Iterable[str] = (), telefonos: Iterable[str] = ()) -> str:
    """Return the text as it may leave: phones, addresses, ids, cards and names are marks.

    `nombres` and `telefonos` are those that the house knows of whoever writes.
    """
    said = _CORREO.sub("[CORREO]", _ENLACE.sub("[ENLACE]", plain(texto)))
    for telefono in telefonos:
        said = _without_phone(said, telefono)
    said = _NUMBERS.sub(_marked, said)
    said = _LONG_NUMBER.sub("[NUMERO]", said)
    said = _INTRODUCED.sub(_introduced, said)
    for nombre in nombres:
        said = _without_name(said, nombre)
    return _WORD.sub(_common_name, said)


def _marked(match: re.Match[str]) -> str:
    kind = match.lastgroup or "keep"
    return match[0] if kind == "keep" else f"[{kind}]"


def _without_phone(texto: str, telefono: str) -> str:
    """Take a known phone away, however its digits are parted."""
    digits = [c for c in telefono if c.isdigit()]
    if len(digits) <= _SHORTEST_NAME:
        return texto
    tail = r"[\s().-]{0,3}".join(digits[-10:])
    return re.sub(rf"\+?(?:\d[\s().-]{{0,3}}){{0,4}}{tail}", "[TELEFONO]", texto)


def _introduced(match: re.Match[str]) -> str:
    loose = fold(match["how"]) in {fold(how) for how in _LOOSE}
    words = match["name"].split()
    taken = _name_length(words, loose=loose)
    if not taken:
        return match[0]
    begin = match.start("name") - match.start()
    rest = " ".join(words[taken:])
    return f"{match[0][:begin]}[NOMBRE]{' ' + rest if rest else ''}"


def _name_length(words: list[str], *, loose: bool) -> int:
    """Return how many of the words are a name."""
    taken = 0
    for index, word in enumerate(words):
        folded = fold(word)
        if folded in _PARTICLES and index:
            continue
        named = word[:1].isupper() or folded in NOMBRES
        if folded in _ENDS_A_NAME or (loose and not named):
            break
        taken = index + 1
    return taken


def _without_name(texto: str, nombre: str) -> str:
    """Take a known name away, whole and word by word, whatever its accents."""
    for word in nombre.split():
        if len(word) >= _SHORTEST_NAME and fold(word) not in _PARTICLES:
            texto = _replace_folded(texto, word)
    return texto


def _replace_folded(texto: str, word: str) -> str:
    wanted = fold(unicodedata.normalize("NFC", word))
    return _WORD.sub(lambda match: "[NOMBRE]" if fold(match[0]) == wanted else match[0], texto)


def _common_name(match: re.Match[str]) -> str:
    return "[NOMBRE]" if fold(match[0]) in NOMBRES and match[0][:1].isupper() else match[0]
