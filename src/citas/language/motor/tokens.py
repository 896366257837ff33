"""Text to tokens: folded words, numbers, clocks and dates in figures, with spans into the NFC text."""

import re
import unicodedata
from collections.abc import Iterator

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
        ord("¼"): "¼",
        ord("¾"): "¾",
        ord("’"): "'",
        ord("\N{ACUTE ACCENT}"): "'",
        ord("\N{PRIME}"): "'",
        ord("…"): ".",
        ord("–"): "-",
    }
)

_ADDRESS = r"(?P<url>(?:https?://|www\.)\S+|[a-z0-9._+-]{1,64}@[a-z0-9-]{1,64}\.[a-z.]{2,64})|"
_PLAIN = (
    r"(?P<palabra>[1-9](?:ra|da|ta|ro|do|to|era|ero|a(?=\shora))(?![a-zñ\d])|[b-oq-zñ][a-zñ]*|[ap](?:[a-zñ]+|(?!\s?\.\s?m\b)))"
    r"|(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
    r"|(?P<dma>\d{1,2}(?P<raya>[-/.])\d{1,2}(?P=raya)(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<reloj>\d{1,2}\s?:\s?\d{2}(?::\d{2})?(?!\d)|\d{1,2}[.h;]\d{2}(?![\d]|[.,]\d))"
    r"|(?P<dm>(?<!\d-)\d{1,2}[-/]\d{1,2}(?![\d/]|:\d|-\d+(?![\d/])))"
    r"|(?P<monto>\$\s?[\d.,]*\d|\d{1,3}(?:[.,]\d{3})+(?!\d))"
    r"|(?P<num>\d+)"
    r"|(?P<meridiano>[ap]\s?\.\s?m\b\.?)"
    r"|(?P<salto>\n\s*)"
    r"|(?P<pregunta>[?¿])"
    r"|(?P<pausa>(?!(?:(?<=\b[ds]r)|(?<=\b[ds]ra))\.)[.,;:!¡()]+)"  # "Dr." ends no sentence
    r"|(?P<primas>(?<=\d)'{1,2}(?!\d))"
    r"|(?P<signo>\S)"
)
# No token begins with a space: one look passes it over, where each of the kinds would be tried.
_BEGINS = r"(?=[\S\n])"
_TOKEN = re.compile(f"{_BEGINS}(?:{_PLAIN})")
_TOKEN_OR_ADDRESS = re.compile(f"{_BEGINS}(?:{_ADDRESS}{_PLAIN})")


def fold(texto: str) -> str:
    """Lower case without accents (ñ stays); as long as `texto`, which should be NFC."""
    return texto.lower() if texto.isascii() else texto.translate(_FOLD)


def tokens(texto: str) -> Iterator[re.Match[str]]:
    """Find the tokens of an NFC text, folded: `lastgroup` is the kind of each; linear in its length."""
    plain = fold(texto)
    addressed = "@" in plain or "http" in plain or "www." in plain
    return (_TOKEN_OR_ADDRESS if addressed else _TOKEN).finditer(plain)
