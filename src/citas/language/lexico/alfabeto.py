"""From a token to its concept: by its letters, by its sound, by its root, by one slip."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from citas.language.lexico.agenda import CITA, FUNCION, VERBOS
from citas.language.lexico.raices import ESTRECHOS, RAICES
from citas.language.lexico.tiempo import DIAS_SEMANA, MESES, NUMEROS, ORDINALES, TIEMPO
from citas.language.lexico.trato import RELLENO, TRATO
from citas.language.motor.fonetica import nearest, slip_table, sound
from citas.language.motor.patrones import Alfabeto
from citas.language.motor.tokens import fold

LIMITES = ("borde", "pausa", "salto", "pregunta")
TABLAS = (DIAS_SEMANA, MESES, TIEMPO, ORDINALES, FUNCION, CITA, VERBOS, TRATO)
SEMANA = tuple(DIAS_SEMANA)
MES = tuple(MESES)
DESCONOCIDA = "x"
MUDA = ""

# Numbers by what they can be: an hour, a day, minutes, a clock written in one piece, a year.
_RANGOS = ((0, "n0"), (12, "n12"), (24, "n24"), (31, "n31"), (59, "n59"), (99, "n99"))
_NUMBER_CONCEPTS = frozenset(concept for _, concept in _RANGOS)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MOST_FIGURES = 4  # of a clock written in one piece, or of a year
_SHORTEST_SOUND = 4
_SHORTEST_SLIP = 5
_RUN = re.compile(r"(.)\1{2,}")

ALFABETO = Alfabeto(LIMITES)


def _plain(form: str) -> str:
    return fold(form).replace("ñ", "n")


def _forms() -> Iterator[tuple[str, str]]:
    for tabla in TABLAS:
        for concept, forms in tabla.items():
            for form in (concept, *forms.split()):
                yield _plain(form), concept
    for value, words in NUMEROS.items():
        for word in words.split():
            yield _plain(word), number_concept(word, value)
    for form in RELLENO.split():
        yield _plain(form), MUDA


def number_concept(form: str, value: int) -> str:
    """Classify a number by its value and figures: `n12` an hour, `n31` a day of a month, `nreloj` 340."""
    for limit, concept in _RANGOS:
        if value <= limit:
            return concept
    if _FIRST_YEAR <= value <= _LAST_YEAR:
        return "nano"
    if len(form) <= _MOST_FIGURES and value // 100 < 24 and value % 100 < 60:  # noqa: PLR2004 - hhmm
        return "nreloj"
    return "n"


def _first_wins(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    table: dict[str, str] = {}
    for key, value in pairs:
        table.setdefault(key, value)
    return table


NUMERO_DE = {_plain(word): value for value, words in NUMEROS.items() for word in words.split()}
_BY_FORM = _first_wins(_forms())
_BY_SOUND = _first_wins(
    (sound(form), concept) for form, concept in _BY_FORM.items() if len(form) >= _SHORTEST_SOUND
)
_NUMBER_BY_SOUND = _first_wins((sound(form), form) for form in NUMERO_DE if len(form) >= _SHORTEST_SOUND)
_ROOTS = tuple((concept, re.compile(pattern)) for concept, pattern in RAICES)
# Words worth mending: a slip in them changes what is booked.
_MENDED = slip_table(
    [
        *SEMANA,
        "febrero",
        "septiembre",
        "setiembre",
        "octubre",
        "noviembre",
        "diciembre",
        "manana",
        "proximo",
        "semana",
        "agendar",
        "agendame",
        "reservar",
        "cancelar",
        "cancelame",
        "cambiar",
        "cambiarla",
        "quiero",
        "necesito",
        "quisiera",
        "gracias",
        "perfecto",
        "disponible",
        "disponibilidad",
        "mediodia",
        "temprano",
        "siguiente",
    ],
)
# One slip from a word above, and no slip.
_WORDS_OF_THEIR_OWN = frozenset(
    (
        *("luces", "lunas", "jueces", "salado", "manada", "semanal", "cambiare"),
        *("madres", "mates", "manzana", "manzanas", "sacado", "sobado", "domina", "dominio"),
    )
)
_SYMBOL_CONCEPTS = {
    "/": "barra",
    "-": "guion",
    "+": "mas",
    "&": "y",
    "½": "media",
    "¼": "cuarto",
    "¾": "cuarto",
    "👍": "ok",
    "👌": "ok",
    "✅": "ok",
    "💯": "ok",
    "🙌": "ok",
    "👎": "nop",
}
for _concept in (
    *(concept for tabla in TABLAS for concept in tabla),
    *(concept for _, concept in _RANGOS),
    *(concept for concept, _ in RAICES),
    *(
        "nano",
        "nreloj",
        "n",
        "url",
        "iso",
        "dma",
        "reloj",
        "dm",
        "monto",
        "barra",
        "guion",
        "ro",
        "signo",
        DESCONOCIDA,
    ),
    *("hizo", "agendo"),
    *("DIA", "HORA", "SERV", "DUDA", "OFIC", "RECU", "DESPL", "DURA"),
):
    ALFABETO.add(_concept)
_BY_FORM.update({"ro": "ro", "ero": "ro"})
ALFABETO.forms = _BY_FORM
ALFABETO.add_class("puedo", ("puedo", "puedes"))
for _wide, _narrow in ESTRECHOS.items():
    ALFABETO.widen(_wide, _narrow)
_UNKNOWN, _DONE = ALFABETO.chars(DESCONOCIDA), ALFABETO.chars("hizo")
_CLITICS = frozenset(ALFABETO.charset("me/se/te/le/nos"))
# "agendé", "canceló": it is done, and nothing is asked.
_STRESSED = {
    ALFABETO.chars(present): ALFABETO.chars(past)
    for present, past in (
        ("agendar", "agendo"),
        ("acabo", "hizo"),
        ("cambio", "cambiada"),
        ("llego", "hizo"),
        ("sacar", "agendo"),
        ("pido", "agendo"),
        ("cancelar", "cancelada"),
        ("cancelo", "cancelada"),
        ("cambiar", "cambiada"),
        ("reprogramar", "cambiada"),
        ("atrasar", "cambiada"),
        ("adelantar", "cambiada"),
    )
}

# Two words that are often written as one.
PEGADAS = {
    first + last: (first, last)
    for heads, tails in (
        (
            "el este al del hasta para pal hoy manana mañana proximo otro",
            f"{' '.join(SEMANA)} sab finde dia mediodia proximo otro",
        ),
        ("a por en de para pa la esta", "manana mañana tarde noche tardecita"),
        ("el para hasta desde de a pasado", "hoy manana mañana pasado ayer"),
        ("hoy manana mañana", "alas temprano tarde mismo tipo en"),
        ("enla porla ala dela", "manana mañana tarde noche"),
        ("y", "media cuarto pico"),
        ("en una media un cuarto", "hora horita rato ratito semana mes"),
        ("a", "primera ultima"),
        ("esta proxima otra entre la", "semana"),
    )
    for first in heads.split()
    for last in tails.split()
}


@lru_cache(maxsize=8192)
def word_concept(form: str) -> str:
    """Classify a folded word; `x` when it is none of ours, and the empty text when it says nothing."""
    plain = _RUN.sub(r"\1", form.replace("ñ", "n"))
    found = _BY_FORM.get(plain)
    if found is None and len(plain) >= _SHORTEST_SOUND:
        found = _BY_SOUND.get(sound(plain))
    if found is None:
        found = next((concept for concept, root in _ROOTS if root.match(plain)), None)
    if found is None and len(plain) >= _SHORTEST_SLIP and plain not in _WORDS_OF_THEIR_OWN:
        mended = nearest(plain, _MENDED)
        found = mended and word_concept(mended)
    return DESCONOCIDA if found is None else found


def stressed(simbolo: str, before: str) -> str:
    """Return the symbol of a word that ends in `é` or `ó`: what was done."""
    if simbolo == _UNKNOWN:
        return _DONE if before in _CLITICS else simbolo
    return _STRESSED.get(simbolo, simbolo)


@lru_cache(maxsize=8192)
def word(forma: str) -> tuple[str, int]:
    """Return the symbol of a folded word (empty when it says nothing) and its number, -1 where it is none."""
    concept = word_concept(forma)
    return ALFABETO.chars(concept) if concept != MUDA else "", _number(forma, concept)


def _number(forma: str, concept: str) -> int:
    """Return the number of a word, also of one that only sounds so ("sinco"); -1 where it is none."""
    value = NUMERO_DE.get(forma, -1)
    if value >= 0 or concept not in _NUMBER_CONCEPTS:
        return value
    return NUMERO_DE.get(_NUMBER_BY_SOUND.get(sound(forma), ""), -1)


def other(clase: str, forma: str) -> tuple[str, int]:
    """Return the same of a token that is no word."""
    numero = int(forma) if clase == "num" and len(forma) <= _MOST_FIGURES else -1
    if clase == "num":
        clase = number_concept(forma, numero) if numero >= 0 else "n"
    elif clase == "meridiano":
        clase = forma[0] + "m"
    elif clase == "primas":
        clase = "minuto"  # 45'
    elif clase == "signo":
        clase = _SYMBOL_CONCEPTS.get(forma, MUDA)
    return ALFABETO.chars(clase) if clase != MUDA else "", numero
