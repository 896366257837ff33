"""What is said of days, hours and servicios that is not wanted: taken back, refused, a habit, another story."""

import re
from collections.abc import Iterator

from citas.domain.deseos import Intencion
from citas.language.deseo.intencion import Disparo
from citas.language.deseo.modismos import idioms
from citas.language.lectura.lectura import BORDER, Lectura, starts
from citas.language.lectura.nodos import FORMA
from citas.language.lexico.alfabeto import ALFABETO, DESCONOCIDA
from citas.language.motor.patrones import compile_pattern

_TAKEN_BACK = (
    compile_pattern(
        "a=<cuando> HORA? ,? ya? no/tampoco ( <puedo>/voy/me/sirve/hay/llego/aceptan/tengo/estoy/sino | -><visto> | ->, )",
        ALFABETO,
    ),
    compile_pattern("a=<cuando> HORA? ,? ya? no <puedo>", ALFABETO),
    compile_pattern("no a=<cuando> ( ,? sino )", ALFABETO),
    compile_pattern("no ser/sea ( el/a )? a=<cuando> ( ,? sino | ,? ser )", ALFABETO),
    compile_pattern("ni para? a=<cuando>", ALFABETO),
    compile_pattern("no llego a=HORA ,* ( <puedo> | ser | sea | mejor | para )* HORA", ALFABETO),
    compile_pattern("dijo a=<cuando> ,? pero ser", ALFABETO),
    compile_pattern("no me tiene bien a=<cuando>", ALFABETO),
    compile_pattern("y/pero no a=<cuando>", ALFABETO),
    compile_pattern("( imposible | nada de/del ) ( para/el/los )? a=<cuando>", ALFABETO),
    compile_pattern("a=<cuando> ,? ser? imposible", ALFABETO),
    compile_pattern(
        "a=DIA ( trabajo | lo? tengo lleno | estoy lleno ) ,? ( y/pero )? mejor? .. DIA", ALFABETO
    ),
    compile_pattern("prefiero/mejor <cuando> antes? que ( a/el )? a=<cuando>", ALFABETO),
    compile_pattern("a=DIA no aceptan/abrir/atienden", ALFABETO),  # el lunes no abren
    compile_pattern(
        "a=DIA HORA? , no? broma ,? ( ser/mejor )? ( el/para )? DIA", ALFABETO
    ),  # no mentiras, el viernes
    compile_pattern("a=HORA , no? broma ,? ( ser/mejor )? a? HORA", ALFABETO),
    compile_pattern("menos ( el/los )? a=<cuando>", ALFABETO),  # cualquier día menos el lunes
    compile_pattern("vez/cupo de/del a=<cuando>", ALFABETO),
    compile_pattern("no ( <puedo>/sirve ) ( para/el )? a=<cuando>", ALFABETO),
)
# One against another of its kind: "mejor a las 4, no a las 3". Without a comma "el viernes no el sábado" may as
# well correct itself.
_AGAINST = (
    compile_pattern("DIA HORA? , no ( a/al/para/pal )? a=DIA -!mejor", ALFABETO),
    compile_pattern("HORA , no a? a=HORA -!mejor", ALFABETO),
    compile_pattern("mejor DIA HORA? no ( a/al/para/pal )? a=DIA -!mejor", ALFABETO),
    compile_pattern("mejor HORA no a? a=HORA -!mejor", ALFABETO),
    compile_pattern("no ( a/al/para/pal )? a=DIA HORA? , mejor? ( a/al/para/pal )? DIA", ALFABETO),
    compile_pattern("no a=HORA , mejor? HORA", ALFABETO),
)
_NOT_THAT = (compile_pattern("no ( <dets> )* de/del a=<cuando>", ALFABETO),)
_NOT_SERVICE = (
    compile_pattern("no me? ( ser/quiero )? ( el/la/un/una )? a=SERV/DUDA", ALFABETO),
    compile_pattern("vez/cupo de/del ( el/la/un/una )? a=SERV", ALFABETO),
    compile_pattern("a=RECU no ->,", ALFABETO),
    compile_pattern("no con a=RECU", ALFABETO),
    compile_pattern("cualquiera menos a=RECU", ALFABETO),
)
# What was, beside what is wanted now.
_BEFORE = (
    compile_pattern("ser a? a=<cuando> pero", ALFABETO),  # mi cita era a las 2 pero quiero a las 4
    compile_pattern("agendo .. a=<cuando> pero", ALFABETO),
    compile_pattern("habia pedido .. a=<cuando>", ALFABETO),
    compile_pattern("a=DIA ,? no pude/hizo", ALFABETO),  # ayer no pude ir
    compile_pattern("no pude .. a=DIA", ALFABETO),
)
_SUITS = (compile_pattern("me/nos sirve ser? ( el/para/pal )* a=DIA", ALFABETO),)
_ENDS_STORY = frozenset(ALFABETO.charset("agendar/quiero/dar/asi/entonces"))
_SERVICES = ALFABETO.mask(ALFABETO.charset("SERV/DUDA"))
_PEDI = "pedi"  # the pedicure, and without its accent what was asked for
_A_CITA = re.compile(f"[{ALFABETO.charset('una/un/la/el/mi')}]?[{ALFABETO.charset('<cita>/hora')}]")
_DIA, _HORA = ALFABETO.chars("DIA"), ALFABETO.chars("HORA")
WHEN = ALFABETO.symbols("DIA/HORA")
_COMPLETE = ALFABETO.symbols("SERV/DIA/HORA")
_OF_RULES = ALFABETO.symbols("politica/olvidar/olvide/dijo")
_JOINT = re.compile(f"[{ALFABETO.charset(',/y/pero/entonces')}]")
_DENIES = ALFABETO.mask(
    ALFABETO.charset("no/tampoco/ni/menos/vez/cupo/imposible/nada/trabajo/lleno/prefiero/mejor/dijo/broma")
)
# What a remark about one's own day holds.
_ELSEWHERE = ALFABETO.symbols(
    f"{DESCONOCIDA}/trabajo/salir/tengo/reunion/fiesta/futbol/casa/familiar/pariente"
)


def denied(lectura: Lectura) -> set[int]:
    """Return the nodes of "no la del viernes, la otra", "no corte sino barba" and "pedí" that is no pedicure."""
    before = _requested(lectura) | idioms(lectura) | starts(lectura, _BEFORE) | unsuitable(lectura)
    if not lectura.mask & _DENIES:
        return before
    return (
        before | starts(lectura, _NOT_SERVICE) | starts(lectura, (*_NOT_THAT, *_AGAINST)) | refused(lectura)
    )


def unsuitable(lectura: Lectura) -> set[int]:
    """Return the days and hours of "el martes tengo reunión a las dos, me sirve el jueves" before what suits."""
    suits = min(starts(lectura, _SUITS), default=0)
    return {at for at, simbolo in enumerate(lectura.simbolos[:suits]) if simbolo in WHEN}


def _requested(lectura: Lectura) -> set[int]:
    if not lectura.mask & _SERVICES or _PEDI not in map(FORMA, lectura.nodos):
        return set()
    text = lectura.ancla.texto
    return {
        at
        for at, nodo in enumerate(lectura.nodos)
        if nodo.forma == _PEDI and (text[nodo.fin - 1] == "í" or _A_CITA.match(lectura.simbolos, at + 1))
    }


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


def refused(lectura: Lectura) -> set[int]:
    """Return the nodes of "no cancele la del jueves", where another clause says which one to."""
    found: set[int] = set()
    for start, end in lectura.spans("negado"):
        last = lectura.clause_end(start)
        acts = [at for act in ("cancelar", "cambiar", "agendar", "quiere") for at, _ in lectura.spans(act)]
        if not any(end <= at < last for at in acts):
            found.update(range(start, last))
    return found


def taken_back(lectura: Lectura) -> set[int]:
    """Return the nodes of "el viernes no"; of "… a las 9, no, perdón, a las 10" only what is said anew."""
    if not lectura.mask & _DENIES:
        return set()
    if starts(lectura, _AGAINST):
        return set()
    said = {at for one in starts(lectura, _TAKEN_BACK) for at in _listed_with(lectura, one)}
    back = {_hour_alone(lectura, at) for at in said}
    if not back or not lectura.has("correccion"):
        return back
    after = lectura.simbolos[max(back) + 1 :]
    anew = not WHEN.isdisjoint(after)
    return {at for at in back if lectura.simbolos[at] in after} if anew else back


def _listed_with(lectura: Lectura, at: int) -> Iterator[int]:
    """Yield the nodes of one list: "el 15 y 16 no" takes back both."""
    inicio = lectura.nodos[at].inicio
    while lectura.nodos[at].inicio == inicio and lectura.nodos[at].pieza is not None:
        yield at
        at -= 1


def _hour_alone(lectura: Lectura, at: int) -> int:
    """Of "el jueves a las 3 no, a las 4" take back the hour: no other day is said."""
    paired = lectura.simbolos[at] == _DIA and lectura.is_at(at + 1, "HORA")
    after = lectura.simbolos[at + 2 :]
    return at + 1 if paired and _HORA in after and _DIA not in after else at


def habits(lectura: Lectura) -> set[int]:
    """Return the days of "cierran los lunes" where another day is named that is no habit."""
    if lectura.simbolos.count(_DIA) < 2:  # noqa: PLR2004 - one may be the habit
        return set()
    dias = [at for at, simbolo in enumerate(lectura.simbolos) if simbolo == _DIA]
    habits = {at for at in dias if lectura.is_at(at - 1, "los")}
    return habits if len(habits) < len(dias) else set()


def asides(lectura: Lectura, trigger: Disparo) -> set[int]:
    """Return the days and hours of a remark before a wish that names its own ("a las 3 recojo al niño, …")."""
    if trigger.intencion is not Intencion.AGENDAR:
        return set()
    first = trigger.span[0]
    begins = max((joint.end() for joint in _JOINT.finditer(lectura.simbolos, 0, first)), default=0)
    own = lectura.simbolos[begins:]
    told = _told_before(lectura, begins) if _COMPLETE.issubset(own) else set()
    return told | {
        at
        for at, simbolo in enumerate(lectura.simbolos[:begins])
        if simbolo in WHEN and simbolo in own and _is_remark(lectura, at)
    }


def _told_before(lectura: Lectura, begins: int) -> set[int]:
    """Return the nodes of "desde hoy el corte es gratis", said before a wish that is whole without them."""
    if _OF_RULES.isdisjoint(lectura.simbolos):
        return set()
    return {
        at
        for at in range(begins)
        if not _OF_RULES.isdisjoint(lectura.simbolos[lectura.clause_start(at) : lectura.clause_end(at)])
    }


def _is_remark(lectura: Lectura, at: int) -> bool:
    start = max((border.end() for border in BORDER.finditer(lectura.simbolos, 0, at)), default=0)
    clause = lectura.simbolos[start : lectura.clause_end(at)]
    return not _ELSEWHERE.isdisjoint(clause) and ALFABETO.symbols(
        "SERV/DUDA/OFIC/cita/turno/cupo"
    ).isdisjoint(clause)
