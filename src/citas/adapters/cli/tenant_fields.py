"""The fields of a tenant file: each reader gives a value, or notes line and remedy and gives None."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from citas.adapters.cli.tenant_nodes import Lista, Mapa, Nodo, Problema, Texto

T = TypeVar("T")
Read = Callable[["Campo"], T | None]

_YES = frozenset({"true", "si", "yes"})
_NO = frozenset({"false", "no"})
_MAX_TEXT = 200


def fold(text: str) -> str:
    """Return the text without case, accents and superfluous blanks: how names are compared."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant."""
    by_fold = {fold(name): name for name in known}
    found = get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class Campo:
    """A place in the file: its path in words, what stands there, and where problems are noted."""

    ruta: str
    nodo: Nodo
    problemas: list[Problema]

    @property
    def nulo(self) -> bool:
        """Nothing was written there."""
        return isinstance(self.nodo, Texto) and self.nodo.nulo

    def reject(self, que: str, remedio: str) -> None:
        """Note that this field cannot be as it is."""
        where = f"«{self.ruta}»: " if self.ruta else ""
        self.problemas.append(Problema(self.nodo.linea, where + que, remedio))

    def at(self, name: str, nodo: Nodo) -> "Campo":
        """Return the place below this one."""
        return Campo(f"{self.ruta}.{name}" if self.ruta else name, nodo, self.problemas)


class Ficha:
    """A mapping being read: keys are taken by name, and `close` reports those that nobody took."""

    def __init__(self, campo: Campo) -> None:
        self.campo = campo
        self._pares: dict[str, tuple[Texto, Nodo]] = {}
        self._known: list[str] = []
        if isinstance(campo.nodo, Mapa):
            self._index(campo.nodo)
        elif not campo.nulo:
            campo.reject("aquí van claves con su valor", "escriba «clave: valor», una por línea")

    def _index(self, mapa: Mapa) -> None:
        for clave, nodo in mapa.pares:
            name = fold(clave.texto)
            if name in self._pares:
                first = self._pares[name][0].linea
                self.campo.at(clave.texto, clave).reject(
                    f"la clave ya está en la línea {first}", "deje una sola de las dos"
                )
            else:
                self._pares[name] = (clave, nodo)

    def take(self, name: str) -> Campo | None:
        """Take a key; None where it is absent or empty."""
        self._known.append(name)
        clave, nodo = self._pares.pop(fold(name), (None, None))
        if clave is None or nodo is None:
            return None
        campo = self.campo.at(name, nodo)
        return None if campo.nulo else campo

    def get(self, name: str, read: Read[T]) -> T | None:
        """Read a key that may be left out."""
        campo = self.take(name)
        return read(campo) if campo else None

    def need(self, name: str, read: Read[T], ejemplo: str) -> T | None:
        """Read a key that must be there."""
        campo = self.take(name)
        if campo is None:
            self.campo.reject(f"falta «{name}»", f"agréguela, por ejemplo «{name}: {ejemplo}»")
            return None
        return read(campo)

    def rest(self) -> list[tuple[str, Campo]]:
        """Take every key that is left, with the key as it was written."""
        taken = [(clave.texto, self.campo.at(clave.texto, nodo)) for clave, nodo in self._pares.values()]
        self._pares.clear()
        return taken

    def close(self) -> None:
        """Note the keys that mean nothing here."""
        for clave, _ in self._pares.values():
            close = nearest(clave.texto, self._known)
            remedio = f"¿quiso decir «{close}»?" if close else f"aquí caben: {', '.join(self._known)}"
            self.campo.at(clave.texto, clave).reject("la clave no existe", remedio)
        self._pares.clear()


def scalar(campo: Campo) -> str | None:
    """Read one line of text, in NFC, without blanks around."""
    if not isinstance(campo.nodo, Texto):
        campo.reject("aquí va un solo texto", "quite la lista o las llaves")
        return None
    return unicodedata.normalize("NFC", campo.nodo.texto).strip()


def text(campo: Campo) -> str | None:
    """Read a text that says something: 1 to 200 characters, none of them invisible control codes."""
    value = scalar(campo)
    if value is None:
        return None
    if not any(unicodedata.category(c)[0] in "LNPS" for c in value):
        campo.reject("está vacío", "escriba el texto o quite la clave")
        return None
    if any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in value):
        campo.reject("tiene saltos de línea o caracteres de control", "escríbalo en una sola línea")
        return None
    if len(value) > _MAX_TEXT:
        campo.reject(f"pasa de {_MAX_TEXT} caracteres", "acórtelo")
        return None
    return value


def integer(low: int, high: int) -> Read[int]:
    """Make a reader of whole numbers from `low` to `high`, both included."""

    def read(campo: Campo) -> int | None:
        value = scalar(campo)
        if value is None:
            return None
        if not (re.fullmatch(r"[0-9]{1,9}", value) and low <= int(value) <= high):
            campo.reject(
                f"«{value}» no sirve",
                f"escriba un número entero entre {low} y {high}, sin puntos ni unidades",
            )
            return None
        return int(value)

    return read


def boolean(campo: Campo) -> bool | None:
    """Read true or false, in English or Spanish."""
    value = scalar(campo)
    if value is None:
        return None
    word = fold(value)
    if word in _YES or word in _NO:
        return word in _YES
    campo.reject(f"«{value}» no es ni sí ni no", "escriba true o false")
    return None


def choice(*options: str) -> Read[str]:
    """Make a reader of one of a few words."""

    def read(campo: Campo) -> str | None:
        value = scalar(campo)
        if value is None:
            return None
        found = next((option for option in options if fold(option) == fold(value)), None)
        if found is None:
            campo.reject(f"«{value}» no existe", f"escriba {', '.join(options[:-1])} o {options[-1]}")
        return found

    return read


def items(campo: Campo) -> list[Campo]:
    """Return the places of a list; a single text stands for a list of one."""
    if isinstance(campo.nodo, Lista):
        return [
            Campo(f"{campo.ruta}[{number}]", nodo, campo.problemas)
            for number, nodo in enumerate(campo.nodo.nodos, start=1)
        ]
    if isinstance(campo.nodo, Texto):
        return [campo]
    campo.reject("aquí va una lista", "escriba los valores entre corchetes, o uno por línea con «- »")
    return []


def texts(campo: Campo) -> tuple[str, ...]:
    """Read a list of texts; what is repeated counts once."""
    values = [text(item) for item in items(campo)]
    by_fold = {fold(value): value for value in reversed(values) if value is not None}
    return tuple(value for value in values if value is not None and by_fold.get(fold(value)) is value)
