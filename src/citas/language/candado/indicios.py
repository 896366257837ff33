"""What a quote must hold to be believed: that it stands in the text, and names what it is said to name."""

import unicodedata

from citas.domain.catalogo import Servicio
from citas.domain.deseos import Intencion
from citas.language.motor.fonetica import stem
from citas.language.motor.tokens import fold


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in words.split())


# No list of all that can be said: a quote without any of these says something else.
_BOOKS = _stems(
    "agendar agenda reservar apartar separar anotar apuntar programar cupo espacio campo hueco lugar quiero quisiera querer "
    "necesito busco gustaría puede podría pueden disponible disponibilidad atender atienden recibir reciben venir vengo "
    "hacer hacerme arreglar arregla cortar peinar pintar revisar ver verme regala colabora ayuda deme dame anoteme sacar "
    "pedir coger tomar"
)
# A cita is spoken of in every wish: these say that one is asked for only where no other wish was read.
_NOUNS = _stems("cita turno hora consulta control sesión ir voy vamos llegar llego pasar paso caer")
_MOVES = _stems(
    "cambiar cambio mover muevo correr pasar pasarla aplazar posponer postergar adelantar atrasar retrasar reprogramar "
    "reagendar surgió imprevisto complicó"
)
_CANCELS = _stems(
    "cancelar cancela cancelo anular anula eliminar borrar quitar suspender desistir tumbar imprevisto surgió complicó "
    "descartar liberar soltar"
)
_CANNOT = _stems(
    "ir voy vamos iré puedo podré alcanzo alcanzaré llego llegaré asistir asistiré quiero necesito va podemos"
)
_NO = "no"
_LIST = {
    Intencion.AGENDAR: _BOOKS,
    Intencion.CAMBIAR: _MOVES,
    Intencion.CANCELAR: _CANCELS,
    Intencion.OTRO: frozenset[str](),
}
_ALIKE = 4  # letters that two words begin with, to be forms of one


def collapsed(texto: str) -> str:
    """Return a text as quotes are compared: NFC, case folded, spaces collapsed."""
    return " ".join(unicodedata.normalize("NFC", texto).casefold().split())


def stands_in(quote: str | None, texto: str) -> bool:
    """Tell whether a quote is literally in the text, cut at the borders of words."""
    if quote is None:
        return False
    wanted, whole = collapsed(quote), collapsed(texto)
    start = whole.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not (_inside_word(whole, start) or _inside_word(whole, end)):
            return True
        start = whole.find(wanted, start + 1)
    return False


def _inside_word(texto: str, at: int) -> bool:
    return 0 < at < len(texto) and texto[at - 1].isalnum() and texto[at].isalnum()


def words_of(quote: str) -> tuple[str, ...]:
    """Return the folded words of a quote."""
    return tuple(
        "".join(c if c.isalpha() else " " for c in fold(unicodedata.normalize("NFC", quote))).split()
    )


def speaks_of(quote: str, intencion: Intencion, *, alone: bool = True) -> bool:
    """Tell whether a quote holds a word by which people say this wish; `alone`: no other was read in the text."""
    words = words_of(quote)
    stems = {stem(word) for word in words}
    if stems & _LIST[intencion]:
        return True
    if alone and intencion is Intencion.AGENDAR and stems & _NOUNS:
        return True
    declines = intencion in (Intencion.CAMBIAR, Intencion.CANCELAR)
    return declines and _NO in words and bool(stems & _CANNOT)


def names_servicio(quote: str, servicio: Servicio) -> bool:
    """Tell whether a word of the quote is a form of a word of the servicio's name or aliases."""
    named = {
        stem(w) for said in (servicio.nombre, *servicio.alias) for w in words_of(said) if len(w) >= _ALIKE
    }
    return any(_is_form(stem(word), one) for word in words_of(quote) if len(word) >= _ALIKE for one in named)


def _is_form(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _ALIKE and one[:_ALIKE] == other[:_ALIKE])
