"""Which role each day, hour, servicio and recurso plays in a wish: wanted, referred to, or taken back."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from citas.domain.deseos import Dias, Horas, Intencion
from citas.language.lectura import Lectura
from citas.language.lexico import ALFABETO
from citas.language.nodos import Desplazo, Mencion, Nodo
from citas.language.patrones import Patron, compile_pattern
from citas.language.piezas import complete_days, complete_hours

_OBJ = "( <cita>/hora | la/el/lo/las/los | SERV/DUDA )"
# "la del jueves", "mi turno de mañana", "tengo cita el martes", "la que tenía el lunes".
_REFERRED = (
    compile_pattern(f"{_OBJ} de/del a=<cuando>", ALFABETO),
    compile_pattern(f"{_OBJ} de/del SERV/DIA ( de/del ) a=<cuando>", ALFABETO),
    compile_pattern("tengo ( <dets>* <cita>/hora/SERV )? ( para/de/del/con/RECU )* a=<cuando>", ALFABETO),
    compile_pattern("no .. <asiste> ( a la <cita> ( de/del )? | para | el )? a=<cuando>", ALFABETO),
    compile_pattern("no voy a puedo para? a=<cuando>", ALFABETO),
    compile_pattern("a=<cuando> HORA? ya? no ( voy a? )? ( puedo | <asiste> )", ALFABETO),
    compile_pattern("en ( cupo | vez ) de/del a=<cuando>", ALFABETO),
    compile_pattern("a=DIA ( que | ,? ) tengo <dets>* <cita>/hora/SERV", ALFABETO),
)
_TAKEN_BACK = (
    compile_pattern("a=<cuando> HORA? ,? no/tampoco ( puedo/voy/me/sirve/hay | -><visto> | ->, )", ALFABETO),
    compile_pattern("a=<cuando> HORA? ,? ya? no puedo", ALFABETO),
    compile_pattern("no a=<cuando> ( ,? sino )", ALFABETO),
    compile_pattern("ni para? a=<cuando>", ALFABETO),
    compile_pattern("y no a=<cuando>", ALFABETO),
    compile_pattern("vez/cupo de/del a=<cuando>", ALFABETO),
    compile_pattern("no ( puedo/sirve ) ( para/el )? a=<cuando>", ALFABETO),
)
_NOT_THAT = (compile_pattern("no ( <dets> )* de/del a=<cuando>", ALFABETO),)
_NOT_SERVICE = (compile_pattern("no ( ser/quiero )? ( el/la/un/una )? a=SERV", ALFABETO),)
_ENDS_STORY = frozenset(ALFABETO.charset("agendar/quiero/dar/asi/entonces"))
_SOME = (2, 3)  # "dos cortes"
_SERV = ALFABETO.chars("SERV")
_DIA = ALFABETO.chars("DIA")
_T = TypeVar("_T")
_CORRECTS = ("correccion", "no")


def starts(lectura: Lectura, patrones: tuple[Patron, ...]) -> set[int]:
    """Return where the item named `a` of these patterns stands."""
    found: set[int] = set()
    for patron in patrones:
        if patron.may_match(lectura.mask):
            group = patron.groups["a"][0]
            found.update(match.start(group) for match in patron.regex.finditer(lectura.simbolos))
    return found


def referred(lectura: Lectura) -> set[int]:
    """Return the nodes that say which cita of their own is meant: a day, and the hour right after it."""
    found = starts(lectura, _REFERRED)
    for at in list(found):
        if lectura.simbolos[at] == _DIA and lectura.is_at(at + 1, "HORA"):
            found.add(at + 1)
    return found


def own_story(lectura: Lectura) -> set[int]:
    """Return the nodes of "tengo cita médica a las 3": said, but no part of a wish to book."""
    found: set[int] = set()
    for start, _ in lectura.spans("tengo") + lectura.spans("ya_tengo"):
        if start in found:
            continue
        at = start
        end = lectura.clause_end(start)
        while at < end and lectura.simbolos[at] not in _ENDS_STORY:
            found.add(at)
            at += 1
    return found


def _refused(lectura: Lectura) -> set[int]:
    """Return the nodes of "no cancele la del jueves", where another clause says which one to."""
    found: set[int] = set()
    for start, end in lectura.spans("negado"):
        last = lectura.clause_end(start)
        acts = [at for act in ("cancelar", "cambiar", "agendar", "quiere") for at, _ in lectura.spans(act)]
        if not any(end <= at < last for at in acts):
            found.update(range(start, last))
    return found


@dataclass(slots=True)
class Papeles:
    """The nodes of one role, by kind, with where they stand."""

    dias: list[tuple[int, Dias]] = field(default_factory=list)
    horas: list[tuple[int, Horas]] = field(default_factory=list)
    servicios: list[tuple[int, Mencion]] = field(default_factory=list)
    recursos: list[tuple[int, Mencion]] = field(default_factory=list)
    desplazo: Desplazo | None = None

    def add(self, at: int, nodo: Nodo) -> None:
        """Take a node in."""
        pieza = nodo.pieza
        if isinstance(pieza, Dias):
            self.dias.append((at, pieza))
        elif isinstance(pieza, Horas):
            self.horas.append((at, pieza))
        elif isinstance(pieza, Desplazo):
            self.desplazo = pieza
        elif isinstance(pieza, Mencion):
            (self.recursos if nodo.simbolo == ALFABETO.chars("RECU") else self.servicios).append((at, pieza))

    def days(self) -> tuple[Dias, ...]:
        """Return the days, those said twice once."""
        near = [two[0] - one[0] == 1 for one, two in pairwise(self.dias)]
        return complete_days([dia for _, dia in self.dias], touching=near)

    def hours(self) -> tuple[Horas, ...]:
        """Return the hours, completed by the part of the day."""
        return complete_hours([hora for _, hora in self.horas])


@dataclass(frozen=True, slots=True)
class Reparto:
    """The nodes of one wish: what is wanted and what is referred to."""

    objetivo: Papeles
    referencia: Papeles


def share_out(lectura: Lectura, intencion: Intencion, start: int, end: int) -> Reparto:
    """Give each piece between two places its role in a wish."""
    if all(nodo.pieza is None for nodo in lectura.nodos[start:end]):
        return Reparto(Papeles(), Papeles())
    back = starts(lectura, _TAKEN_BACK) if intencion is not Intencion.CANCELAR else set()
    unwanted = starts(lectura, _NOT_SERVICE) | starts(lectura, _NOT_THAT) | _refused(lectura)
    refers = referred(lectura) if intencion in {Intencion.CAMBIAR, Intencion.CANCELAR} else set()
    tells = intencion is Intencion.AGENDAR or (intencion is Intencion.OTRO and not lectura.has("citas"))
    story = own_story(lectura) if tells else set()
    objetivo, referencia = Papeles(), Papeles()
    for at in range(start, end):
        nodo = lectura.nodos[at]
        if nodo.pieza is None or at in story or at in unwanted:
            continue
        if at in back and intencion is not Intencion.CAMBIAR:
            continue
        is_reference = intencion is Intencion.CANCELAR or at in refers or at in back
        (referencia if is_reference else objetivo).add(at, nodo)
        if nodo.simbolo == _SERV and lectura.is_at(at - 1, "n12") and lectura.nodos[at - 1].numero in _SOME:
            for _ in range(lectura.nodos[at - 1].numero - 1):
                objetivo.add(at, nodo)
    if intencion is Intencion.CAMBIAR:
        _services_refer(lectura, objetivo, referencia)
    _correct(lectura, objetivo)
    return Reparto(objetivo, referencia)


def _services_refer(lectura: Lectura, objetivo: Papeles, referencia: Papeles) -> None:
    """A servicio in a move names the cita, unless it is what it changes into ("a barba", "por barba")."""
    if lectura.has("agrega", "quita"):
        return
    into = [at for at, _ in objetivo.servicios if _changes_into(lectura, at)]
    first = min(into, default=len(lectura.nodos))
    referencia.servicios += [one for one in objetivo.servicios if one[0] < first]
    objetivo.servicios = [one for one in objetivo.servicios if one[0] >= first]


def _changes_into(lectura: Lectura, at: int) -> bool:
    return lectura.is_at(at - 1, "a/por/para") or (
        lectura.is_at(at - 2, "a/por") and lectura.is_at(at - 1, "la/el/un/una/solo")
    )


def _correct(lectura: Lectura, papeles: Papeles) -> None:
    """Drop what a later piece of the same kind corrects ("a las 3, perdón, a las 4")."""
    marks = [start for name in _CORRECTS for start, _ in lectura.spans(name)]
    if not marks:
        return
    papeles.dias = _after_corrections(papeles.dias, marks)
    papeles.horas = _after_corrections(papeles.horas, marks)
    papeles.servicios = _after_corrections(papeles.servicios, marks)


def _after_corrections(pieces: list[tuple[int, _T]], marks: list[int]) -> list[tuple[int, _T]]:
    last = 0
    for index in range(1, len(pieces)):
        if any(pieces[index - 1][0] < mark < pieces[index][0] for mark in marks):
            last = index
    return pieces[last:]
