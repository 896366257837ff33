"""Questions to the business, courtesy, and what was not understood."""

from dataclasses import replace
from datetime import date

from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo
from citas.domain.deseos import Consulta, Deseo, Dias, Entendido, Intencion
from citas.domain.dialogo.agendar import with_servicios, without_hour
from citas.domain.dialogo.choosing import furthest_day
from citas.domain.dialogo.memory import last_made, piezas_of, wish_in_course
from citas.domain.dialogo.merging import joined
from citas.domain.dialogo.offers import restated
from citas.domain.dialogo.own_citas import told_citas
from citas.domain.dialogo.situation import Asker, Situation, Step, Talk, Tell
from citas.domain.dialogo.steps import ask, inform, silent


def questioned(situation: Situation, said: Entendido) -> Talk[Step | None]:
    """Answer what was asked; what waits goes on waiting."""
    if not said.consultas:
        return None
    if Consulta.CITAS in said.consultas and situation.offer is not None and not situation.future:
        return restated(situation.offer)
    if Consulta.CITAS in said.consultas:
        return keeping(told_citas(situation, piezas_of(said)))
    if Consulta.HUECOS in said.consultas:
        return (yield from free_times(situation, piezas_of(said)))
    if Consulta.OTRA in said.consultas:
        step = inform(Matiz.SIN_RESPUESTA_EN_CATALOGO, Motivo.HUMANO)
        return keeping(replace(step, effects=(Tell("consulta"),)))
    return remembering(situation, said, from_catalogue(said, wish_in_course(situation)))


def keeping(step: Step) -> Step:
    """Return the step with whatever waited still waiting."""
    return step if step.desenlace.estado is Estado.ACLARACION else replace(step, keep=True)


def of_own_cita(situation: Situation, said: Entendido) -> Step | None:
    """Tell the cita again for "¿a qué hora?" and "¿con quién?" after it was told or made."""
    told = Consulta.CITAS in situation.conversacion.consultas or last_made(situation) is not None
    if not (told and said.pregunta and situation.future) or said.si or said.gracias:
        return None
    step = told_citas(situation, None)
    return keeping(replace(step, desenlace=replace(step.desenlace, consultas=(Consulta.CITAS,))))


def remembering(situation: Situation, said: Entendido, step: Step) -> Step:
    """Return the step with what waited, or with what was asked about: "listo, a las 10" often follows."""
    piezas = piezas_of(said)
    waits = wish_in_course(situation) or situation.conversacion.pendiente or last_made(situation)
    opening = Consulta.HORARIO in said.consultas and len(days_named(piezas)) == 1
    if waits or situation.by_name or piezas is None or not (piezas.servicios_id or opening):
        return keeping(step)
    asked_about = Deseo(
        Intencion.AGENDAR,
        dias=piezas.dias,
        servicios_id=piezas.servicios_id,
        recursos_id=piezas.recursos_id,
        dichos=piezas.dichos,
    )
    return replace(step, deseo=asked_about)


def from_catalogue(said: Entendido, in_course: Deseo | None) -> Step:
    """Answer with what the business says of itself; of what is wished where no servicio is named."""
    piezas = piezas_of(said)
    named = piezas.servicios_id if piezas else ()
    robot = Consulta.IDENTIDAD in said.consultas
    desenlace = Desenlace(
        Intencion.OTRO,
        Estado.INFORMADA,
        matiz=Matiz.ROBOT if robot else Matiz.NINGUNO,
        consultas=said.consultas,
        servicios_consultados=named or (in_course.servicios_id if in_course else ()),
        dias_consultados=days_named(piezas),
    )
    return Step(desenlace)


def days_named(piezas: Deseo | None) -> tuple[date, ...]:
    """Return the single days that were named."""
    if piezas is None:
        return ()
    return tuple(dias.desde for dias in piezas.dias if dias.desde and dias.desde == dias.hasta)


def asks_what_is_free(deseo: Deseo) -> bool:
    """Tell "¿qué tienes libre mañana?", which names neither a servicio nor a clock time."""
    named = deseo.servicios_id or deseo.servicios_dudosos or deseo.servicio_desconocido or deseo.personas
    points = any(horas.es_punto for horas in deseo.horas)
    return deseo.intencion is Intencion.AGENDAR and deseo.pregunta and not (named or points)


def free_times(situation: Situation, piezas: Deseo | None) -> Talk[Step]:
    """List free starts; without a servicio, those of the shortest one."""
    before = wish_in_course(situation)
    new = piezas or Deseo(Intencion.AGENDAR)
    wish = joined(before, new) if before and before.intencion is Intencion.AGENDAR else new
    wish = replace(wish, intencion=Intencion.AGENDAR, pregunta=True, horas=new.horas)
    if not wish.dias:
        wish = replace(wish, dias=(Dias(situation.hoy, furthest_day(situation), ""),))
    asked_for = with_servicios(situation, wish)
    if not asked_for.servicios_id:
        shortest = min(situation.tenant.servicios, key=lambda servicio: servicio.minutos)
        asked_for = replace(asked_for, servicios_id=(shortest.id,))
    step = yield from without_hour(Asker(situation, for_other=wish.para_otro), asked_for)
    return step if wish.servicios_id else without_servicio(step, wish)


def without_servicio(step: Step, wish: Deseo) -> Step:
    """Forget the servicio that was only taken to measure with."""
    if not step.alternativas:
        return step
    told = replace(step.desenlace, deseo=wish)
    if told.estado is Estado.ACLARACION:
        told = replace(told, estado=Estado.INFORMADA)
    return replace(step, deseo=wish, desenlace=told)


def courtesy(situation: Situation, said: Entendido) -> Step:
    """Greetings, thanks, a yes or a no to nothing; and what was not understood."""
    waits = situation.offer is not None
    if said.gracias or (said.no and not waits):
        if waits:
            return replace(inform(Matiz.GRACIAS), keep=True)
        return silent(Motivo.CORTESIA)
    if said.saludo or said.nombre:
        greeted = ask(Deseo(Intencion.OTRO), Falta.INTENCION, Matiz.SALUDO)
        return replace(greeted, keep=True)
    if said.si:
        return yes_to_nothing(situation)
    return not_understood(situation, said)


def yes_to_nothing(situation: Situation) -> Step:
    """A yes where nothing waits: "listo" to what was told, or of the cita that this chat just made."""
    if not situation.conversacion.turno:
        return silent(Motivo.AJENO)
    if situation.conversacion.consultas:
        return silent(Motivo.CORTESIA)
    stands = last_made(situation)
    if stands and not situation.by_name:
        return inform(Matiz.INSISTE, citas=(stands,))
    return ask(Deseo(Intencion.OTRO), Falta.INTENCION, Matiz.NO_ENTENDIDO)


def not_understood(situation: Situation, said: Entendido) -> Step:
    """Ask what is meant where it may be meant for the business; the second time in a row call a person."""
    conversacion = situation.conversacion
    open_question = bool(conversacion.oferta or conversacion.faltan or conversacion.alternativas)
    if not (said.de_agenda or open_question or situation.future):
        return silent(Motivo.AJENO)
    if conversacion.sin_entender:
        step = inform(Matiz.NO_ENTENDIDO, Motivo.HUMANO)
        return replace(step, effects=(Tell("humano"),), pause=True)
    if situation.offer is not None:
        # A yes that something in it leaves open was understood; it only does not do.
        return replace(restated(situation.offer), understood="si" in said.entidades)
    asked_again = ask(Deseo(Intencion.OTRO), Falta.INTENCION, Matiz.NO_ENTENDIDO)
    return replace(asked_again, keep=True, understood=False)
