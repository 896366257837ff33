"""What one business's servicios and recursos are called, and finding them among the nodes of a text."""

from collections.abc import Sequence
from functools import lru_cache

from citas.domain.catalogo import Recurso, Servicio
from citas.language.familias import FAMILIAS, GENERICAS
from citas.language.fonetica import nearest, slip_table, sound, stem
from citas.language.lexico import ALFABETO, DESCONOCIDA, word_concept
from citas.language.nodos import Mencion, Nodo
from citas.language.oficios import OFICIOS, trade_key
from citas.language.tokens import fold

# They head many names and tell none.
_HEADS = frozenset(
    key
    for word in [
        "arreglo",
        "arreglar",
        "servicio",
        "tratamiento",
        "completo",
        "completa",
        "sesion",
        "general",
        "paquete",
        "combo",
        "hora",
        "cita",
        "basico",
        "sencillo",
        "nuevo",
        "adulto",
        "dental",
        "clasico",
        "clasica",
        "profesional",
        "spa",
        "premium",
    ]
    for key in (stem(word), sound(word).rstrip("s"))
)
_SKIPPED = frozenset(ALFABETO.charset("de/del/la/el/en/los/las/para/con/y/mi/mis/me"))
_UNKNOWN = ALFABETO.chars(DESCONOCIDA)
_UNAS = ALFABETO.chars("unas")
_OFICIO = ALFABETO.chars("OFIC")
_MAY_BE_TRADE = frozenset((_UNKNOWN, _UNAS))
_NAILS_AFTER = frozenset(ALFABETO.charset("las/mis/de"))
_SHORT = 3
_SHORTEST_SLIP = 5
_REMEMBERED = 2048
_GREETED = frozenset(ALFABETO.charset("hola/buenas/dias/tardes/noches/gracias/soy/llamo"))


def _words(texto: str) -> list[str]:
    return [word for word in fold(texto).replace("-", " ").split() if word.isalpha()]


def _content(texto: str) -> list[str]:
    return [
        word for word in _words(texto) if ALFABETO.chars(word_concept(word) or DESCONOCIDA) not in _SKIPPED
    ]


_key = lru_cache(maxsize=4096)(trade_key)


# Where it is done, not what: "teñirme el pelo" asks for no haircut.
_BODY = frozenset(_key(word) for word in ("pelo", "cabello", "cara", "pies", "manos"))


def _word_key(word: str) -> str:
    """Return the key of a word of a name; one that the language knows counts by its whole sound."""
    known = word_concept(word) not in {DESCONOCIDA, ""}
    return _known_key(word) if known and word != "uñas" else _key(word)


def _known_key(word: str) -> str:
    """Keep "valor" apart from the stem of "valorar"."""
    return "=" + sound(word).rstrip("s")


class Vocabulario:
    """The names of one catalogue, by key."""

    def __init__(self, servicios: Sequence[Servicio], recursos: Sequence[Recurso]) -> None:
        """Index names and alias; a word that heads several servicios is a doubt between them."""
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._partial: dict[str, tuple[str, ...]] = {}
        self._slips: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        sounds: list[str] = []
        for servicio in servicios:
            for name in (servicio.nombre, *servicio.alias):
                words = _content(name)
                keys = tuple(_word_key(word) for word in words)
                if not keys:
                    continue
                alias = name if name != servicio.nombre else ""
                self._phrases.setdefault(keys[0], []).append((keys, servicio.id, alias))
                sounds.extend(sound(word) for word in words)
                for key in keys:
                    self._add_partial(key, servicio.id)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda one: -len(one[0]))
        self._add_families(servicios)
        self._sounds = slip_table(one for one in sounds if len(one) >= _SHORTEST_SLIP)
        self._recursos: dict[str, tuple[str, ...]] = {}
        for recurso in recursos:
            for word in _content(recurso.nombre):
                known = self._recursos.get(sound(word), ())
                self._recursos[sound(word)] = (*known, recurso.id)

    def _add_partial(self, key: str, servicio_id: str) -> None:
        known = self._partial.get(key, ())
        if key.strip("=") not in _HEADS and servicio_id not in known:
            self._partial[key] = (*known, servicio_id)

    def _add_families(self, servicios: Sequence[Servicio]) -> None:
        own = dict(self._partial)
        for family in FAMILIAS:
            keys = dict.fromkeys(_word_key(word) for word in _words(family))
            ids = {one for key in keys for one in own.get(key, ())}
            members = tuple(servicio.id for servicio in servicios if servicio.id in ids)
            for key in keys if members else ():
                if key not in own:
                    self._partial.setdefault(key, members)
        for words, names in GENERICAS:
            ids = {one for word in _words(names) for one in own.get(_word_key(word), ())}
            for word in _words(words) if ids else ():
                self._partial[_key(word)] = tuple(servicio.id for servicio in servicios if servicio.id in ids)

    def mark(self, nodos: list[Nodo]) -> list[Nodo]:
        """Fold the names of servicios and recursos into single nodes."""
        keys = [_node_key(nodos, at) for at in range(len(nodos))]
        marked, found = self._mark_full(keys, nodos)
        if not found:
            weak = {at: ids for at, key in enumerate(keys) if key and (ids := self._partial.get(key))}
            strong = {at: ids for at, ids in weak.items() if keys[at] not in _BODY}
            for at, ids in (strong or weak).items():
                marked[at] = _folded(nodos, at, at + 1, ids)
        return [_as_trade(nodo) if nodo[0] in _MAY_BE_TRADE else nodo for nodo in marked]

    def _mark_full(self, keys: list[str], nodos: list[Nodo]) -> tuple[list[Nodo], bool]:
        marked: list[Nodo] = []
        at, found = 0, False
        while at < len(nodos):
            key = keys[at]
            ids, end, alias = self._full(keys, nodos, at) if key else ((), at, "")
            if ids:
                marked.append(_folded(nodos, at, end, ids, alias))
                at, found = end, True
                continue
            recurso = self._recurso(nodos, at) if nodos[at].forma else ()
            marked.append(_named(nodos[at], recurso) if recurso else nodos[at])
            at += 1
        return marked, found

    def _full(self, keys: list[str], nodos: list[Nodo], at: int) -> tuple[tuple[str, ...], int, str]:
        phrases = self._phrases.get(keys[at])
        if phrases is None and nodos[at].simbolo == _UNKNOWN:
            phrases = self._mended(nodos[at].forma)
        for words, _, alias in phrases or ():
            end = _phrase_end(keys, nodos, at, words)
            if end:
                ids = tuple(dict.fromkeys(one for other, one, _ in phrases or () if other == words))
                return ids, end, alias
        return (), at, ""

    def _mended(self, forma: str) -> list[tuple[tuple[str, ...], str, str]]:
        """Return the phrases that begin with a word one slip away; remembered, for strange words come back."""
        known = self._slips.get(forma)
        if known is None:
            heard = sound(forma)
            mended = nearest(heard, self._sounds) if len(heard) >= _SHORTEST_SLIP else None
            known = self._phrases.get(_key(mended), []) if mended else []
            if len(self._slips) >= _REMEMBERED:
                self._slips.clear()
            self._slips[forma] = known
        return known

    def _recurso(self, nodos: list[Nodo], at: int) -> tuple[str, ...]:
        nodo = nodos[at]
        if nodo.pieza is not None:
            return ()
        ids = self._recursos.get(sound(nodo.forma), ())
        if len(ids) != 1:
            return ()
        before = nodos[at - 1].simbolo
        return () if before in _GREETED else ids


def _node_key(nodos: list[Nodo], at: int) -> str:
    nodo = nodos[at]
    if nodo.pieza is not None:
        return ""
    if nodo.simbolo == _UNAS:
        return _key("uñas") if "ñ" in nodo.forma or nodos[at - 1].simbolo in _NAILS_AFTER else ""
    return _form_key(nodo.forma, known=nodo.simbolo != _UNKNOWN)


@lru_cache(maxsize=8192)
def _form_key(forma: str, *, known: bool) -> str:
    if not forma.isalpha():
        return ""
    if known:
        return _known_key(forma) if len(forma) > _SHORT else ""
    return _key(forma)


def _as_trade(nodo: Nodo) -> Nodo:
    """Mark what some trade does among the words that are none of ours."""
    is_trade = "ñ" in nodo.forma if nodo.simbolo == _UNAS else _form_key(nodo.forma, known=False) in OFICIOS
    return nodo._replace(simbolo=_OFICIO) if is_trade else nodo


def _phrase_end(keys: list[str], nodos: list[Nodo], at: int, words: tuple[str, ...]) -> int:
    """Return where the phrase that begins at `at` ends, small words aside; 0 if it is not there."""
    index = at + 1
    for word in words[1:]:
        while index < len(nodos) and nodos[index].simbolo in _SKIPPED and index - at < len(words) + 2:
            index += 1
        if index >= len(nodos) or keys[index] != word:
            return 0
        index += 1
    return index


def _folded(nodos: list[Nodo], at: int, end: int, ids: tuple[str, ...], alias: str = "") -> Nodo:
    dudosa = len(ids) > 1
    symbol = ALFABETO.chars("DUDA" if dudosa else "SERV")
    return Nodo(
        symbol,
        nodos[at].forma,
        nodos[at].inicio,
        nodos[end - 1].fin,
        -1,
        Mencion(ids, dudosa, "" if dudosa else alias),
    )


def _named(nodo: Nodo, ids: tuple[str, ...]) -> Nodo:
    return Nodo(ALFABETO.chars("RECU"), nodo.forma, nodo.inicio, nodo.fin, -1, Mencion(ids))
