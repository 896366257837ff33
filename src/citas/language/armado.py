"""From a reading to `Entendido`: the wishes with their pieces, and what stands beside them."""

from dataclasses import replace

from citas.domain.deseos import Consulta, Deseo, Entendido, Intencion, Referencia
from citas.language.ajenos import is_foreign
from citas.language.intencion import Disparo, wishes
from citas.language.lectura import Lectura
from citas.language.nodos import Desplazo, Duracion
from citas.language.nombres import named, unknown_person, unknown_service
from citas.language.preguntas import all_questions, questions
from citas.language.reparto import Papeles, Reparto, share_out
from citas.language.trato import choice, lets_go, says_yes, shift

_NO_BARE = ("dejar", "llegada", "cuento", "resultado")
_ASKED_ABOUT = frozenset((Consulta.CITAS, Consulta.PRECIO, Consulta.DURACION))
_PIECES = "DIA/HORA/SERV/DUDA/RECU/DESPL/con"
_OF_AGENDA = "DIA/HORA/SERV/DUDA/RECU/cita/turno/cupo/reserva/agenda"
_PIECE_ACTS = (
    *("misma_hora", "mismo_dia", "para_otro", "a_nombre", "todas", "ultima", "agrega", "quita"),
    *("lo_mismo", "otra", "cualquiera"),
)


def assemble(lectura: Lectura) -> Entendido:
    """Put a reading together."""
    if is_foreign(lectura):
        return Entendido(ajeno=True, de_agenda=lectura.has_any(_OF_AGENDA))
    named_questions = questions(lectura)
    deseos = _wishes(lectura, named_questions)
    piezas = deseos[0] if deseos else _pieces(lectura)
    intencion = deseos[0].intencion if deseos else Intencion.OTRO
    si, desplaza = says_yes(lectura), shift(lectura)
    no = lectura.has("no") and intencion is not Intencion.CANCELAR
    no = no or (piezas is None and lectura.has("no_puedo"))
    dejar = lets_go(lectura, wanted=bool(deseos))
    answers = si or no or dejar or desplaza is not None
    consultas = all_questions(lectura, named_questions, deseos, piezas, answers=answers)
    return Entendido(
        intencion=intencion,
        deseos=deseos,
        piezas=piezas,
        consultas=consultas,
        si=si,
        no=no,
        eleccion=choice(lectura),
        desplaza=desplaza,
        saludo=lectura.has("saludo"),
        gracias=lectura.has("gracias"),
        humano=lectura.has("humano") and Consulta.IDENTIDAD not in consultas,
        avisame=lectura.has("avisame"),
        dejar=dejar,
        pregunta=lectura.has_any("pregunta") or bool(consultas),
        de_agenda=bool(deseos) or Consulta.HUECOS in consultas or lectura.has_any(_OF_AGENDA),
        nombre=piezas.nombre if piezas else None,
        entidades=tuple(sorted(lectura.actos)),
    )


def _wishes(lectura: Lectura, consultas: tuple[Consulta, ...]) -> tuple[Deseo, ...]:
    end = len(lectura.nodos)
    triggers = wishes(lectura)
    if not triggers:
        return _bare(lectura, consultas) or ()
    first = triggers[0]
    if len(triggers) == 1:
        deseo = _wish(lectura, first, 0, end)
        empty = _asks_nothing(first, deseo, consultas) or (lectura.has("avisame") and not deseo.tiene_cuando)
        return () if empty else (deseo,)
    cut = _cut(lectura, triggers[1].span[0])
    return _wish(lectura, first, 0, cut), _wish(lectura, triggers[1], cut, end)


def _cut(lectura: Lectura, at: int) -> int:
    """Return where the second wish begins: after the last `y` or border before its words."""
    while at > 0 and not lectura.is_at(at - 1, ",/y"):
        at -= 1
    return at


def _asks_nothing(trigger: Disparo, deseo: Deseo, consultas: tuple[Consulta, ...]) -> bool:
    """Tell a mere question from a wish: "¿hay cupo?" with no day, "¿hacen cejas?", "¿cuánto vale…?"."""
    if deseo.intencion is not Intencion.AGENDAR:
        return False
    if not trigger.firme:
        return not (
            deseo.tiene_cuando or deseo.servicios_id or deseo.servicios_dudosos or deseo.servicio_desconocido
        )
    return Consulta.SERVICIOS in consultas and not deseo.tiene_cuando


def _bare(lectura: Lectura, consultas: tuple[Consulta, ...]) -> tuple[Deseo, ...]:
    """Read "Corte sábado 9am": a servicio and a day or hour are a wish where nothing else is asked."""
    if not (lectura.has_any("SERV/DUDA") and lectura.has_any("DIA/HORA")):
        return ()
    if lectura.has(*_NO_BARE) or not _ASKED_ABOUT.isdisjoint(consultas):
        return ()
    deseo = _deseo(lectura, Intencion.AGENDAR, share_out(lectura, Intencion.AGENDAR, 0, len(lectura.nodos)))
    corrects = lectura.has("correccion") and not (deseo.dias and deseo.horas)
    complete = (deseo.servicios_id or deseo.servicios_dudosos) and (deseo.dias or deseo.horas)
    if not complete or corrects or (deseo.agrega and not (deseo.dias and deseo.horas)):
        return ()
    return (replace(deseo, agrega=False),)


def _pieces(lectura: Lectura) -> Deseo | None:
    if lectura.has("llegada", "dejar") or not (lectura.has_any(_PIECES) or lectura.has(*_PIECE_ACTS)):
        return None
    reparto = share_out(lectura, Intencion.OTRO, 0, len(lectura.nodos))
    deseo = _deseo(lectura, Intencion.OTRO, reparto)
    return None if deseo == Deseo(Intencion.OTRO) else deseo


def _wish(lectura: Lectura, trigger: Disparo, start: int, end: int) -> Deseo:
    return _deseo(lectura, trigger.intencion, share_out(lectura, trigger.intencion, start, end), trigger)


def _services(papeles: Papeles) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sure = tuple(one for _, mencion in papeles.servicios if not mencion.dudosa for one in mencion.ids)
    doubt = next((mencion.ids for _, mencion in papeles.servicios if mencion.dudosa), ())
    return sure, () if sure else doubt


def _recursos(papeles: Papeles) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for _, mencion in papeles.recursos for one in mencion.ids))


def _reference(lectura: Lectura, papeles: Papeles) -> Referencia:
    servicios, _ = _services(papeles)
    return Referencia(
        dias=papeles.days(),
        horas=papeles.hours(),
        servicios_id=servicios,
        recursos_id=_recursos(papeles),
        todas=lectura.has("todas"),
        ultima=lectura.has("ultima"),
    )


def _moved_by(lectura: Lectura) -> Desplazo | None:
    """Read "córrala media hora" and "adelánteme la cita una hora": later, or earlier."""
    duration = next((nodo.pieza.minutos for nodo in lectura.nodos if isinstance(nodo.pieza, Duracion)), None)
    minutes = duration if duration is not None else 60 if lectura.has("una_hora") else None
    if minutes is None or not lectura.has_any("correr/atrasar/adelantar"):
        return None
    return Desplazo(minutos=-minutes if lectura.has_any("adelantar") else minutes)


def _deseo(lectura: Lectura, intencion: Intencion, reparto: Reparto, trigger: Disparo | None = None) -> Deseo:
    objetivo = reparto.objetivo
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
        recurso_cualquiera=lectura.has("cualquiera"),
        recurso_desconocido=None if objetivo.recursos else unknown_person(lectura),
        referencia=_reference(lectura, reparto.referencia),
        desplaza_minutos=desplazo.minutos if desplazo else None,
        desplaza_dias=desplazo.dias if desplazo else None,
        misma_hora=lectura.has("misma_hora"),
        mismo_dia=lectura.has("mismo_dia"),
        agrega=lectura.has("agrega") and bool(servicios),
        quita=lectura.has("quita"),
        pregunta=trigger is not None and not trigger.firme and intencion is Intencion.AGENDAR,
        para_otro=lectura.has("para_otro"),
        otra=lectura.has("otra"),
        lo_mismo=lectura.has("lo_mismo"),
        nombre=named(lectura),
    )
