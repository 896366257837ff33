"""Text to tokens: folded words, numbers, clocks and dates in figures, with spans into the NFC text."""

import re
import unicodedata
from typing import NamedTuple

# A character above this is folded each time, so that no text can make the table grow without end.
_KEPT_BELOW = 0x3000


class _Fold(dict[int, str]):
    """Lower case without accents (ñ stays), one character for one, so that spans hold."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFKD", char)[:1].lower()[:1] or " "
        folded = " " if unicodedata.combining(base) else base
        if code < _KEPT_BELOW:
            self[code] = folded
        return folded


_FOLD = _Fold(
    {
        ord("ñ"): "ñ",
        ord("Ñ"): "ñ",
        ord("º"): "º",
        ord("°"): "º",
        ord("ª"): "º",
        ord("½"): "½",
        ord("…"): ".",
        ord("–"): "-",
    }
)

_TOKEN = re.compile(
    r"(?P<url>(?:https?://|www\.)\S+|[a-z0-9._+-]{1,64}@[a-z0-9-]{1,64}\.[a-z.]{2,64})"
    r"|(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
    r"|(?P<dma>\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d))"
    r"|(?P<reloj>\d{1,2}\s?:\s?\d{2}(?::\d{2})?(?!\d)|\d{1,2}[.h;]\d{2}(?![\d]|[.,]\d))"
    r"|(?P<dm>\d{1,2}[-/]\d{1,2}(?![\d/-]))"
    r"|(?P<monto>\$\s?[\d.,]*\d|\d{1,3}(?:[.,]\d{3})+(?!\d))"
    r"|(?P<num>\d+)"
    r"|(?P<meridiano>[ap]\s?\.\s?m\b\.?)"
    r"|(?P<palabra>[a-zñ]+)"
    r"|(?P<salto>\s*\n\s*)"
    r"|(?P<pregunta>[?¿])"
    r"|(?P<pausa>[.,;:!¡()]+)"
    r"|(?P<signo>\S)"
)


class Token(NamedTuple):
    """`clase`: the kind of token; `forma`: its folded text; [inicio, fin) in the NFC text."""

    clase: str
    forma: str
    inicio: int
    fin: int


def fold(texto: str) -> str:
    """Lower case without accents (ñ stays); as long as `texto`, which should be NFC."""
    return texto.translate(_FOLD)


def tokenize(texto: str) -> list[Token]:
    """Split an NFC text; linear in its length."""
    return [
        Token(match.lastgroup or "signo", match.group(), match.start(), match.end())
        for match in _TOKEN.finditer(fold(texto))
    ]
