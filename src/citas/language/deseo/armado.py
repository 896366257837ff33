"""From a reading to `Entendido`: the wishes with their pieces, and what stands beside them."""

import re
from dataclasses import replace

from citas.domain.deseos import Consulta, Deseo, Dias, Entendido, Intencion, Referencia
from citas.language.deseo.ajenos import is_foreign
from citas.language.deseo.certeza import is_doubtful, is_sure
from citas.language.deseo.charla import asks_nothing, is_talk
from citas.language.deseo.descartes import asides
from citas.language.deseo.intencion import Disparo, wishes
from citas.language.deseo.nombres import named, unknown_person, unknown_service
from citas.language.deseo.papeles import Papeles
from citas.language.deseo.partes import cut_of
from citas.language.deseo.preguntas import about_data, all_questions, questions, servicios_asked_about
from citas.language.deseo.reparto import Reparto, share_out, takes_away
from citas.language.lectura.lectura import Lectura
from citas.language.lectura.nodos import Desplazo, Duracion
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.trato.respuestas import choice, lets_go, people, says_no, shift
from citas.language.trato.si import agreement

_BORDERS = 2  # nothing stands between them in "jajaja" and "😂"
_NO_BARE = ("dejar", "llegada", "cuento", "resultado", "hecho", "talvez")
_ASKED_ABOUT = frozenset((Consulta.CITAS, Consulta.PRECIO, Consulta.DURACION, Consulta.HORARIO))
_ASKING = ("precio", "duracion", "horario")
_APART = ",/y/pregunta"
_TELL_ME = frozenset(
    ("me", "dime", "digame", "diga", "dices", "dice", "dicen", "decirme", "saber", "quisiera", "quiero")
)
_WHEN = re.compile(f"[{ALFABETO.charset('DIA/HORA')}]")
_PIECES = "DIA/HORA/SERV/DUDA/RECU/DESPL/con"
_OF_AGENDA = "DIA/HORA/SERV/DUDA/OFIC/RECU/cita/turno/cupo/reserva/agenda"
_WHICH = ("menos", "todas", "ultima")
_NONE, _ANY, _NOTHING = Papeles(), Referencia(), Deseo(Intencion.OTRO)
_PIECE_ACTS = (
    *("misma_hora", "mismo_dia", "para_otro", "a_nombre", "todas", "ultima", "agrega", "quita"),
    *("lo_mismo", "otra", "cualquiera", "con_otro", "personas", "mi_y_otro"),
)


def assemble(lectura: Lectura) -> Entendido:
    """Put a reading together."""
    if is_foreign(lectura):
        return Entendido(ajeno=True, de_agenda=lectura.has_any(_OF_AGENDA))
    acts = lectura.actos
    named_questions = questions(lectura)
    deseos = _wishes(lectura, named_questions)
    piezas = deseos[0] if deseos else _pieces(lectura)
    intencion = deseos[0].intencion if deseos else Intencion.OTRO
    agrees, desplaza = agreement(lectura, wanted=bool(deseos)), shift(lectura)
    si = agrees == "si"
    no = says_no(lectura, wanted=bool(deseos)) and intencion is not Intencion.CANCELAR
    no = no or (piezas is None and not si and "no_puedo" in acts)
    dejar = lets_go(lectura, wanted=bool(deseos))
    answers = si or no or dejar or desplaza is not None
    consultas = all_questions(lectura, named_questions, deseos, piezas, answers=answers)
    return Entendido(
        intencion=intencion,
        deseos=deseos,
        piezas=piezas,
        consultas=consultas,
        servicios_consultados=servicios_asked_about(lectura, deseos),
        si=si,
        no=no,
        eleccion=choice(lectura),
        desplaza=desplaza,
        saludo="saludo" in acts,
        gracias="gracias" in acts,
        humano="no_robot" in acts or ("humano" in acts and Consulta.IDENTIDAD not in consultas),
        avisame="avisame" in acts,
        dejar=dejar,
        aplaza="aplaza" in acts or (len(lectura.nodos) == _BORDERS and not no),
        pregunta=lectura.has_any("pregunta") or bool(consultas),
        de_agenda=bool(deseos) or Consulta.HUECOS in consultas or lectura.has_any(_OF_AGENDA),
        nombre=piezas.nombre if piezas else None,
        datos=about_data(lectura),
        urgente="urgente" in acts and "no_urgente" not in acts,
        charla=not (deseos or named_questions) and (_is_dropped(lectura) or is_talk(lectura)),
        entidades=tuple(sorted(acts if agrees is None else {*acts, agrees})),
    )


def _is_dropped(lectura: Lectura) -> bool:
    """Tell words of a wish that make none: "si reservo hoy", "agenda tú la reunión"."""
    return lectura.has("agendar", "cancelar", "cambiar", "cita_para") and not lectura.has(
        "dejar", "negado", "avisame"
    )


def _wishes(lectura: Lectura, consultas: tuple[Consulta, ...]) -> tuple[Deseo, ...]:
    triggers = wishes(lectura) if lectura.actos else []
    cut = cut_of(lectura, triggers)
    if cut is not None:
        halves = (lectura.part(0, cut), lectura.part(cut, len(lectura.nodos)))
        both = tuple(one for half in halves for one in _one_wish(half, wishes(half), questions(half)))
        if len(both) == len(halves):
            return both
    return _one_wish(lectura, triggers, consultas)


def _one_wish(
    lectura: Lectura, triggers: list[Disparo], consultas: tuple[Consulta, ...]
) -> tuple[Deseo, ...]:
    if not triggers:
        return _bare(lectura, consultas) or ()
    first = triggers[0]
    deseo = _wish(lectura, first)
    empty = asks_nothing(lectura, first, deseo, consultas) or (
        lectura.has("avisame") and not deseo.tiene_cuando
    )
    if empty:
        return ()
    return (replace(deseo, supuesto=True) if is_doubtful(lectura, deseo, first) else deseo,)


def _bare(lectura: Lectura, consultas: tuple[Consulta, ...]) -> tuple[Deseo, ...]:
    """Read "Corte sábado 9am": a servicio and a day or hour are a wish where nothing else is asked."""
    if not (lectura.has_any("<serv>") and lectura.has_any("DIA/HORA")):
        return ()
    if not _ASKED_ABOUT.isdisjoint(consultas):
        head = _before_question(lectura)
        return _bare(head, ()) if head else ()
    if lectura.has(*_NO_BARE):
        return ()
    deseo = deseo_of(lectura, Intencion.AGENDAR, share_out(lectura, Intencion.AGENDAR))
    gone = bool(deseo.dias) and all(dias.hasta and dias.hasta < lectura.ancla.hoy for dias in deseo.dias)
    corrects = lectura.has("correccion") and not (deseo.dias and deseo.horas)
    complete = (deseo.servicios_id or deseo.servicios_dudosos or deseo.servicio_desconocido) and (
        deseo.dias or deseo.horas
    )
    if not complete or corrects or gone or (deseo.agrega and not (deseo.dias and deseo.horas)):
        return ()
    sure = is_sure(lectura, deseo, None)
    return (deseo if sure and not deseo.agrega else replace(deseo, agrega=False, supuesto=not sure),)


def _before_question(lectura: Lectura) -> Lectura | None:
    """Read what stands before "…, ¿cuánto cuesta?", where the question names no day or hour of its own."""
    first = min((start for act in _ASKING for start, _ in lectura.spans(act)), default=0)
    while first > 1 and lectura.nodos[first - 1].forma in _TELL_ME:
        first -= 1
    if first <= 1 or not lectura.is_at(first - 1, _APART) or _WHEN.search(lectura.simbolos, first):
        return None
    return lectura.part(0, first)


def _pieces(lectura: Lectura) -> Deseo | None:
    if (
        lectura.has("llegada", "dejar", "otra_consulta")
        or _says_goodbye(lectura)
        or not (lectura.has_any(_PIECES) or lectura.has(*_PIECE_ACTS))
    ):
        return None
    reparto = share_out(lectura, Intencion.OTRO)
    deseo = deseo_of(lectura, Intencion.OTRO, reparto)
    return None if deseo == _NOTHING else deseo


def _says_goodbye(lectura: Lectura) -> bool:
    """Tell "gracias, hasta el jueves" and "nos vemos el jueves", which name a day and ask for nothing."""
    for start, end in lectura.spans("despedida"):
        dia = lectura.nodos[end - 1].pieza
        greets = lectura.is_at(start, "feliz")
        if greets or not isinstance(dia, Dias) or (start and dia.texto.lower().startswith("hasta")):
            return True
    return False


def _wish(lectura: Lectura, trigger: Disparo) -> Deseo:
    reparto = share_out(lectura, trigger.intencion, asides(lectura, trigger))
    return deseo_of(lectura, trigger.intencion, reparto, trigger)


def _services(papeles: Papeles) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not papeles.servicios:
        return (), ()
    sure = tuple(one for _, mencion in papeles.servicios if not mencion.dudosa for one in mencion.ids)
    doubt = next((mencion.ids for _, mencion in papeles.servicios if mencion.dudosa), ())
    return sure, () if sure else doubt


def _aliases(papeles: Papeles) -> tuple[tuple[str, str], ...]:
    return tuple((mencion.ids[0], mencion.alias) for _, mencion in papeles.servicios if mencion.alias)


def _recursos(papeles: Papeles) -> tuple[str, ...]:
    named = papeles.recursos
    return tuple(dict.fromkeys(one for _, mencion in named for one in mencion.ids)) if named else ()


def _reference(lectura: Lectura, papeles: Papeles) -> Referencia:
    salvo = _NONE
    if papeles.empty and lectura.actos.keys().isdisjoint(_WHICH):
        return _ANY
    if lectura.has("menos"):
        papeles, salvo = papeles.parted(lectura.spans("menos")[0][1])
    servicios, _ = _services(papeles)
    return Referencia(
        dias=papeles.days(),
        horas=papeles.hours(),
        servicios_id=servicios,
        recursos_id=_recursos(papeles),
        todas=bool(lectura.clear("todas", "de_esas", "menos", "personas")) and not lectura.has("mi_y_otro"),
        ultima=lectura.has("ultima"),
        salvo_dias=salvo.days(),
        salvo_servicios_id=_services(salvo)[0],
    )


def _moved_by(lectura: Lectura) -> Desplazo | None:
    """Read "córrala media hora" and "adelánteme la cita una hora": later, or earlier."""
    if lectura.has("una_semana"):
        return Desplazo(dias=7)
    if not lectura.has_any("correr/atrasar/adelantar"):
        return None
    duration = next((nodo.pieza.minutos for nodo in lectura.nodos if isinstance(nodo.pieza, Duracion)), None)
    minutes = duration if duration is not None else 60 if lectura.has("una_hora") else None
    if minutes is None:
        return None
    return Desplazo(minutos=-minutes if lectura.has_any("adelantar") else minutes)


def deseo_of(
    lectura: Lectura, intencion: Intencion, reparto: Reparto, trigger: Disparo | None = None
) -> Deseo:
    """Return the wish that these pieces make."""
    objetivo, acts = reparto.objetivo, lectura.actos
    servicios, dudosos = _services(objetivo)
    desplazo = objetivo.desplazo or _moved_by(lectura)
    return Deseo(
        intencion,
        dias=objetivo.days(),
        horas=objetivo.hours(),
        servicios_id=servicios,
        servicios_dudosos=dudosos,
        servicio_desconocido=None if servicios or dudosos else unknown_service(lectura, intencion),
        recursos_id=_recursos(objetivo),
        recurso_cualquiera="cualquiera" in acts,
        recurso_desconocido=None if objetivo.recursos else unknown_person(lectura),
        recurso_otro="con_otro" in acts,
        referencia=_reference(lectura, reparto.referencia),
        desplaza_minutos=desplazo.minutos if desplazo else None,
        desplaza_dias=desplazo.dias if desplazo else None,
        misma_hora="misma_hora" in acts,
        mismo_dia="mismo_dia" in acts,
        agrega="agrega" in acts and bool(servicios),
        quita=takes_away(lectura, objetivo),
        pregunta=trigger is not None and not trigger.firme and intencion is Intencion.AGENDAR,
        para_otro="para_otro" in acts,
        personas=people(lectura),
        otra="otra" in acts and "con_otro" not in acts and intencion is not Intencion.CAMBIAR,
        lo_mismo="lo_mismo" in acts,
        nombre=named(lectura),
        dichos=_aliases(objetivo),
    )
