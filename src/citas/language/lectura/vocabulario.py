"""What one business's servicios and recursos are called, and finding them among the nodes of a text."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from citas.domain.catalogo import Recurso, Servicio
from citas.language.lectura.nodos import Mencion, Nodo
from citas.language.lexico.alfabeto import ALFABETO, DESCONOCIDA, word_concept
from citas.language.lexico.familias import FAMILIAS, GENERICAS
from citas.language.lexico.oficios import OFICIOS, trade_key
from citas.language.lexico.raices import ESTRECHOS
from citas.language.motor.fonetica import nearest, slip_table, sound, stem
from citas.language.motor.tokens import fold

# They head many names and tell none.
_HEADING = (
    "arreglo arreglar servicio tratamiento completo completa sesion general paquete combo hora cita basico sencillo "
    "nuevo adulto dental clasico clasica profesional spa premium cambio"
)
_HEADS = frozenset(key for word in _HEADING.split() for key in (stem(word), sound(word).rstrip("s")))
_SKIPPED = frozenset(ALFABETO.charset("de/del/la/el/en/los/las/para/con/y/mi/mis/me"))
_UNKNOWN = ALFABETO.symbols(DESCONOCIDA)
_UNAS = ALFABETO.chars("unas")
_OFICIO, _RECU = ALFABETO.chars("OFIC"), ALFABETO.chars("RECU")
_SERV, _DUDA = ALFABETO.chars("SERV"), ALFABETO.chars("DUDA")
_NAILS_AFTER = frozenset(ALFABETO.charset("las/mis/de"))
# After these a name is one of a list, or begins what is said of it; "tomo medicina" names no servicio.
_LEADS = ALFABETO.symbols(
    ",/y/con/para/de/un/una/el/la/mi/quiero/mas/tambien/hacer/hacerme/dar/agendar/cita/turno/cupo/reserva/DIA/HORA/SERV"
)
_SHORT = 3
_SHORTEST_SLIP = 5
_WORD: Callable[[Nodo], tuple[str, str]] = itemgetter(0, 1)  # its symbol and form
_REMEMBERED = 1024  # words of each catalogue
_GREETED = frozenset(ALFABETO.charset("hola/buenas/dias/tardes/noches/gracias/soy/llamo/hablar"))


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
    known = word_concept(word) not in {DESCONOCIDA, *ESTRECHOS[DESCONOCIDA], ""}
    return _known_key(word) if known and word != "uñas" else _key(word)


def _known_key(word: str) -> str:
    """Keep "valor" apart from the stem of "valorar"."""
    return "=" + sound(word).rstrip("s")


# The keys of a name, and what it names.
_Frase = tuple[tuple[str, ...], Mencion]


class _Dicho(NamedTuple):
    """What a word says in one catalogue: the names that begin with it, what it may mean alone, a trade's work."""

    key: str
    phrases: tuple[_Frase, ...]
    partial: Mencion | None
    recurso: Mencion | None
    oficio: bool


_NOTHING = _Dicho("", (), None, None, oficio=False)


class Vocabulario:
    """The names of one catalogue, by key."""

    def __init__(self, servicios: Sequence[Servicio], recursos: Sequence[Recurso]) -> None:
        """Index names and alias; a word that heads several servicios is a doubt between them."""
        names: dict[str, dict[tuple[str, ...], Mencion]] = {}
        self._partial: dict[str, tuple[str, ...]] = {}
        self._heard: dict[tuple[str, str], _Dicho] = {}
        sounds: list[str] = []
        for servicio in servicios:
            for name in (servicio.nombre, *servicio.alias):
                words = _content(name)
                keys = tuple(_word_key(word) for word in words)
                if not keys:
                    continue
                alias = name if name != servicio.nombre else ""
                known = names.setdefault(keys[0], {})
                known[keys] = _also(known.get(keys), servicio.id, alias)
                sounds.extend(sound(word) for word in words)
                for key in keys:
                    self._add_partial(key, servicio.id)
        self._inside = {key for known in names.values() for keys in known for key in keys}
        self._phrases = {key: _longest_first(known) for key, known in names.items()}
        self._add_families(servicios)
        self._sounds = slip_table(one for one in sounds if len(one) >= _SHORTEST_SLIP)
        self._recursos: dict[str, tuple[str, ...]] = {}
        for recurso in recursos:
            for word in _content(recurso.nombre):
                ids = self._recursos.get(sound(word), ())
                self._recursos[sound(word)] = (*ids, recurso.id)

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
        known = map(self._heard.get, map(_WORD, nodos))
        said = [one or self._hear(nodos, at) for at, one in enumerate(known)]
        spoken = [at for at, one in enumerate(said) if one is not _NOTHING]
        if not spoken:
            return nodos
        marked, found = _mark_whole(nodos, said, spoken)
        if not found:
            weak = [(at, one) for at in spoken if (one := said[at].partial)]
            strong = [(at, one) for at, one in weak if said[at].key not in _BODY]
            for at, one in strong or weak:
                marked[at] = _named(nodos[at], nodos[at].fin, one)
        elif any(said[at].phrases and said[at].partial for at in spoken):
            self._mark_heads(marked)
        return marked

    def _mark_heads(self, marked: list[Nodo]) -> None:
        """Fold "corte" of "corte y barba" too, where the whole name is "corte de cabello"."""
        whole = {one for nodo in marked if nodo.simbolo == _SERV for one in _ids(nodo)}
        for at, nodo in enumerate(marked):
            said = self._heard.get(_WORD(nodo), _NOTHING) if nodo.pieza is None else _NOTHING
            head = said.partial if said.phrases else None
            if head and not head.dudosa and whole.isdisjoint(head.ids) and marked[at - 1].simbolo in _LEADS:
                marked[at] = _named(nodo, nodo.fin, head)

    def _hear(self, nodos: list[Nodo], at: int) -> _Dicho:
        """Return what a word says; remembered, for words come back, but where what stands before it counts."""
        nodo = nodos[at]
        if nodo.simbolo == _UNAS and "ñ" not in nodo.forma:
            return self._said("uñas" if nodos[at - 1].simbolo in _NAILS_AFTER else "", nodo)
        said = self._said(nodo.forma, nodo)
        if len(self._heard) >= _REMEMBERED:
            self._heard.clear()
        self._heard[_WORD(nodo)] = said
        return said

    def _said(self, forma: str, nodo: Nodo) -> _Dicho:
        nails, unknown = nodo.simbolo == _UNAS, nodo.simbolo in _UNKNOWN
        key = _form_key(forma, known=not (unknown or nails))
        phrases = self._phrases.get(key, ()) if key else ()
        if unknown and key and not phrases:
            phrases = self._mended(forma)
        partial = self._partial.get(key, ()) if key else ()
        recurso = self._recursos.get(sound(nodo.forma), ()) if nodo.forma else ()
        oficio = "ñ" in nodo.forma if nails else unknown and key in OFICIOS
        if not (phrases or partial or len(recurso) == 1 or oficio or key in self._inside):
            return _NOTHING
        weak = Mencion(partial, dudosa=len(partial) > 1) if partial else None
        return _Dicho(key, phrases, weak, Mencion(recurso) if len(recurso) == 1 else None, oficio)

    def _mended(self, forma: str) -> tuple[_Frase, ...]:
        """Return the phrases that begin with a word one slip away."""
        heard = sound(forma)
        mended = nearest(heard, self._sounds) if len(heard) >= _SHORTEST_SLIP else None
        return self._phrases.get(_key(mended), ()) if mended else ()


def _ids(nodo: Nodo) -> tuple[str, ...]:
    return nodo.pieza.ids if isinstance(nodo.pieza, Mencion) else ()


def _also(known: Mencion | None, servicio_id: str, alias: str) -> Mencion:
    """Add a servicio to those that a name names."""
    if known is None:
        return Mencion((servicio_id,), alias=alias)
    return known if servicio_id in known.ids else Mencion((*known.ids, servicio_id), dudosa=True)


def _longest_first(known: dict[tuple[str, ...], Mencion]) -> tuple[_Frase, ...]:
    return tuple(sorted(known.items(), key=lambda one: -len(one[0])))


def _form_key(forma: str, *, known: bool) -> str:
    if not forma.isalpha():
        return ""
    if known:
        return _known_key(forma) if len(forma) > _SHORT else ""
    return _key(forma)


def _mark_whole(nodos: list[Nodo], said: list[_Dicho], spoken: list[int]) -> tuple[list[Nodo], bool]:
    """Fold the whole names, and tell whether a servicio's was among them."""
    marked: list[Nodo] = []
    done, found = 0, False
    for at in spoken:
        if at < done:
            continue
        nodo, one, end = nodos[at], said[at], 0
        if one.phrases:
            nodo, end = _whole(nodos, said, at)
        if end:
            found = True
        elif one.recurso and nodos[at - 1].simbolo not in _GREETED:
            nodo = Nodo(_RECU, nodo.forma, nodo.inicio, nodo.fin, -1, one.recurso)
        elif one.oficio:
            nodo = nodo._replace(simbolo=_OFICIO)
        marked += nodos[done:at]
        marked.append(nodo)
        done = end or at + 1
    marked += nodos[done:]
    return marked, found


def _whole(nodos: list[Nodo], said: list[_Dicho], at: int) -> tuple[Nodo, int]:
    """Return the name that begins at `at` as one node, and where it ends: 0 where none does."""
    for words, mencion in said[at].phrases:
        end = _phrase_end(nodos, said, at, words)
        if end:
            return _named(nodos[at], nodos[end - 1].fin, mencion), end
    return nodos[at], 0


def _phrase_end(nodos: list[Nodo], said: list[_Dicho], at: int, words: tuple[str, ...]) -> int:
    """Return where the phrase that begins at `at` ends, small words aside; 0 if it is not there."""
    index = at + 1
    for word in words[1:]:
        while index < len(nodos) and nodos[index].simbolo in _SKIPPED and index - at < len(words) + 2:
            index += 1
        if index >= len(nodos) or said[index].key != word:
            return 0
        index += 1
    return index


def _named(nodo: Nodo, fin: int, mencion: Mencion) -> Nodo:
    return Nodo(_DUDA if mencion.dudosa else _SERV, nodo.forma, nodo.inicio, fin, -1, mencion)
