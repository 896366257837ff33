"""Which role each day, hour, servicio and recurso plays in a wish: wanted, referred to, or taken back."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from citas.domain.deseos import Intencion
from citas.language.deseo.descartes import WHEN, denied, habits, own_story, taken_back
from citas.language.deseo.modismos import let_stand
from citas.language.deseo.papeles import Papeles
from citas.language.deseo.preguntas import OF_COST, asked_about
from citas.language.lectura.lectura import Lectura, nodes_of, starts
from citas.language.lectura.nodos import Mencion
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.motor.patrones import compile_pattern

_OBJ = "( <cita>/hora | la/el/lo/las/los | SERV/DUDA )"
# "la del jueves", "mi turno de mañana", "tengo cita el martes", "la que tenía el lunes".
_REFERRED = (
    compile_pattern(f"{_OBJ} de/del a=<cuando>", ALFABETO),
    compile_pattern(f"{_OBJ} de/del SERV/DIA ( de/del ) a=<cuando>", ALFABETO),
    compile_pattern("tengo ( <dets>* <cita>/hora/SERV )? ( para/de/del/con/RECU )* a=<cuando>", ALFABETO),
    compile_pattern("no .. <asiste> ( a la <cita> ( de/del )? | para | el )? a=<cuando>", ALFABETO),
    compile_pattern("no voy a <puedo> para? a=<cuando>", ALFABETO),
    compile_pattern("<-, a=<cuando> se me/nos", ALFABETO),  # mañana se me complicó
    compile_pattern("a=<cuando> HORA? ya? no ( voy a? )? ( <puedo> | <asiste> )", ALFABETO),
    compile_pattern("en ( cupo | vez ) de/del a=<cuando>/RECU", ALFABETO),
    compile_pattern("<dets> OFIC/sesion/x ( de/del ) a=<cuando>", ALFABETO),
    compile_pattern(
        "( dieron/agendo/agendada/estaba/dijo/pedido ) ( a/para/el/con/en )* a=<cuando>", ALFABETO
    ),
    compile_pattern("quedo ( a/para/el/con/en )* a=DIA", ALFABETO),
    compile_pattern("habia quedo para? a=HORA", ALFABETO),
    compile_pattern("quedo ( para/en )? a=HORA ( ,? pero/y )", ALFABETO),
    compile_pattern("( la/lo ) tengo/tiene ( a/para )* a=<cuando>", ALFABETO),
    compile_pattern("<mueve> ( el/la/de/del )* a=DIA ( por/a/al/para ) DIA", ALFABETO),
    compile_pattern("<mueve> ( la/de )* a=HORA ( por/a/para )? HORA", ALFABETO),
    compile_pattern("ser ( a/el/para/pal )* DIA ,? y? no ( a/el/para/pal )* a=DIA", ALFABETO),
    compile_pattern("ser ( a/para/pal )* HORA ,? y? no ( a/para/pal )* a=HORA", ALFABETO),
    compile_pattern(
        "no ser ( a/el/para/pal )* a=<cuando> ,? ser", ALFABETO
    ),  # no es para hoy, es para mañana
    compile_pattern("de/del a=<cuando> <mueve>", ALFABETO),  # de las 9 pásame a las 10
    compile_pattern("a=HORA ser ( temprano/tarde/pronto )", ALFABETO),
    compile_pattern("de a=RECU ( a/por/para )", ALFABETO),  # de Mateo a Yulián
    compile_pattern("a=DIA ( que | ,? ) tengo <dets>* <cita>/hora/SERV", ALFABETO),
)
# "Era el 16, no el 15": the first is the right one.
_RIGHT = (
    compile_pattern("ser ( a/el/para/pal )* a=DIA ,? y? no ( a/el/para/pal )* DIA", ALFABETO),
    compile_pattern("ser ( a/para/pal )* a=HORA ,? y? no ( a/para/pal )* HORA", ALFABETO),
)
_OF_OWN_CITAS = (Intencion.CAMBIAR, Intencion.CANCELAR)
_OWN_ACTS = ("cancelar", "cambiar", "mueve_la", "no_va", "sobra")
_SOME = (2, 3)  # "dos cortes"
_SERV = ALFABETO.chars("SERV")
_DIA = ALFABETO.chars("DIA")
_T = TypeVar("_T")
_CORRECTS = ("correccion", "no")


def referred(lectura: Lectura) -> set[int]:
    """Return the nodes that say which cita of their own is meant: a day, and the hour right after it."""
    found = starts(lectura, _REFERRED)
    for at in list(found):
        if lectura.simbolos[at] == _DIA and lectura.is_at(at + 1, "HORA"):
            found.add(at + 1)
    return found


def _destinations(lectura: Lectura, refers: set[int]) -> set[int]:
    """Leave out what only looks referred to: "cambie la que tengo para el viernes" names where it goes."""
    when = {at for at, simbolo in enumerate(lectura.simbolos) if simbolo in WHEN}
    if not lectura.has("ya_tengo") or not when <= refers:
        return refers
    there = {at for at in when if lectura.is_at(at - 1, "para/pal/al")}
    return refers - there - {at + 1 for at in there}


class Reparto(NamedTuple):
    """The nodes of one wish: what is wanted and what is referred to."""

    objetivo: Papeles
    referencia: Papeles


_NOTHING = Reparto(Papeles(), Papeles())


def _unwanted(lectura: Lectura, intencion: Intencion) -> set[int]:
    found = denied(lectura) | habits(lectura) | let_stand(lectura)
    if intencion in _OF_OWN_CITAS:
        found |= _asked_beside(lectura)
    if intencion is Intencion.AGENDAR:
        found |= asked_about(lectura)
    if intencion is Intencion.AGENDAR or (intencion is Intencion.OTRO and not lectura.has("citas")):
        found |= own_story(lectura)
    return found if intencion in _OF_OWN_CITAS else found | taken_back(lectura)


def _asked_beside(lectura: Lectura) -> set[int]:
    """Return the nodes of "…, ¿cuánto vale la barba?" beside a move or a cancellation."""
    acting = {at for act in _OWN_ACTS for at, _ in lectura.spans(act)}
    asked = (
        range(lectura.clause_start(start), lectura.clause_end(start))
        for act in OF_COST
        for start, _ in lectura.spans(act)
    )
    return {at for clause in asked if acting.isdisjoint(clause) for at in clause}


def _referred(lectura: Lectura, intencion: Intencion) -> set[int]:
    if intencion is Intencion.CAMBIAR:
        return (_destinations(lectura, referred(lectura)) | taken_back(lectura)) - starts(lectura, _RIGHT)
    return referred(lectura) if intencion is Intencion.CANCELAR else set()


def _count(lectura: Lectura, at: int) -> int:
    """Read "dos cortes" as the servicio twice."""
    several = lectura.is_at(at - 1, "n12") and lectura.nodos[at - 1].numero in _SOME
    return lectura.nodos[at - 1].numero if several else 1


def share_out(lectura: Lectura, intencion: Intencion, aside: Iterable[int] = ()) -> Reparto:
    """Give each piece its role in a wish; those of `aside` are of something else."""
    pieces = [(at, nodo) for at, nodo in enumerate(lectura.nodos) if nodo.pieza is not None]
    if not pieces:
        return _NOTHING
    unwanted, refers = _unwanted(lectura, intencion).union(aside), _referred(lectura, intencion)
    objetivo, referencia = Papeles(), Papeles()
    for at, nodo in pieces:
        if at in unwanted:
            continue
        role = referencia if at in refers or intencion is Intencion.CANCELAR else objetivo
        for _ in range(_count(lectura, at) if nodo.simbolo == _SERV else 1):
            role.add(at, nodo)
    if intencion is Intencion.CAMBIAR:
        _services_refer(lectura, objetivo, referencia)
    elif lectura.has("quita", "seguidas"):
        objetivo.servicios = _kept_services(lectura, objetivo)
    correct(lectura, objetivo)
    return Reparto(objetivo, referencia)


def takes_away(lectura: Lectura, objetivo: Papeles) -> bool:
    """Tell "sin la barba" of what was said before from "corte sin barba", which says what is wanted."""
    if not lectura.has("quita"):
        return False
    away = nodes_of(lectura.spans("quita"))
    return not objetivo.servicios or any(at in away for at, _ in objetivo.servicios)


def _kept_services(lectura: Lectura, objetivo: Papeles) -> list[tuple[int, Mencion]]:
    """Drop "sin barba" beside a servicio that stays; take "dos turnos seguidos" for the one servicio twice."""
    away = nodes_of(lectura.spans("quita"))
    kept = [one for one in objetivo.servicios if one[0] not in away]
    kept = objetivo.servicios if not kept or lectura.has("agrega") else kept
    times = next((lectura.nodos[start].numero for start, _ in lectura.spans("seguidas")), 1)
    return kept * times if len(kept) == 1 and times in _SOME else kept


def _services_refer(lectura: Lectura, objetivo: Papeles, referencia: Papeles) -> None:
    """A servicio in a move names the cita, unless it is what it changes into ("a barba", "por barba")."""
    if lectura.has("agrega", "quita"):
        return
    into = [at for at, _ in objetivo.servicios if _changes_into(lectura, at)]
    first = min(into, default=len(lectura.nodos))
    referencia.servicios += [one for one in objetivo.servicios if one[0] < first]
    objetivo.servicios = [one for one in objetivo.servicios if one[0] >= first]


def _changes_into(lectura: Lectura, at: int) -> bool:
    return lectura.is_at(at - 1, "a/por/para/sino/sea/mejor") or (
        lectura.is_at(at - 2, "a/por/sino/sea/mejor") and lectura.is_at(at - 1, "la/el/un/una/solo")
    )


def correct(lectura: Lectura, papeles: Papeles) -> None:
    """Drop what a later piece of the same kind corrects ("a las 3, perdón, a las 4")."""
    marks = [start for name in _CORRECTS for start, _ in lectura.spans(name)]
    if not marks:
        return
    marks += _preferred(lectura, marks)
    papeles.dias = _after_corrections(papeles.dias, marks)
    papeles.horas = _after_corrections(papeles.horas, marks)
    papeles.servicios = _after_corrections(papeles.servicios, marks)


def _preferred(lectura: Lectura, marks: list[int]) -> list[int]:
    """Return where the clauses of "el sábado es la boda. El viernes a las 7 mejor" begin that end with it."""
    last = [at for at in marks if lectura.is_at(at, "mejor") and lectura.clause_end(at) == at + 1]
    return [lectura.clause_start(at) - 1 for at in last]


def _after_corrections(pieces: list[tuple[int, _T]], marks: list[int]) -> list[tuple[int, _T]]:
    last = 0
    for index in range(1, len(pieces)):
        if any(pieces[index - 1][0] < mark < pieces[index][0] for mark in marks):
            last = index
    return pieces[last:]
