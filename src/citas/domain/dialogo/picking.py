"""Choosing among the alternatives that were listed, or asking for others."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from citas.domain.citas import Cita, Hueco
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz, Motivo
from citas.domain.deseos import Deseo, Dias, Entendido, Horas, Intencion
from citas.domain.dialogo.choosing import asked, free_starts, furthest_day, nearest_to
from citas.domain.dialogo.days import open_at
from citas.domain.dialogo.memory import is_fresh, last_made, piezas_of, wish_in_course
from citas.domain.dialogo.merging import DAY, agrees, joined, readings, says_something
from citas.domain.dialogo.situation import Asker, Situation, Step, Talk
from citas.domain.dialogo.steps import ask, listed
from citas.domain.dialogo.targets import exact_reference, fitting
from citas.domain.dialogo.wall import local_day_minute

DAYS_TO_LOOK = 14

T = TypeVar("T")


def picked(situation: Situation, said: Entendido) -> Deseo | None:
    """Return the wish for exactly the alternative that was chosen; None where none was."""
    deseo = wish_in_course(situation)
    huecos = situation.conversacion.alternativas if is_fresh(situation) else ()
    # Of a list that was chosen from already, only "no, perdón, la primera" chooses once more.
    if deseo is None or not huecos or (situation.offer is not None and said.eleccion is None):
        return None
    hueco = by_words(situation, said, huecos) or by_ordinal(situation, said, huecos)
    if hueco is None:
        hueco = only_one_then(situation, said, huecos)
        return exactly(situation, deseo, hueco, guessed=True) if hueco else None
    piezas = piezas_of(said)
    if piezas is not None:
        deseo = joined(deseo, replace(piezas, dias=(), horas=()))
    chosen = exactly(situation, deseo, hueco)
    # "La 2, pero con Camila": another than whose start was listed.
    return replace(chosen, recursos_id=piezas.recursos_id) if piezas and piezas.recursos_id else chosen


def picked_hour(situation: Situation, said: Entendido) -> Deseo | None:
    """Return the wish at the second of the hours that it named itself: "a las 10 o a las 11", "la segunda"."""
    deseo = wish_in_course(situation)
    if deseo is None or said.eleccion is None or situation.conversacion.alternativas or not deseo.horas[1:]:
        return None
    hora = nth(tuple(horas for horas in deseo.horas if horas.es_punto), said.eleccion)
    return replace(deseo, horas=(hora,)) if hora else None


def by_ordinal(situation: Situation, said: Entendido, huecos: tuple[Hueco, ...]) -> Hueco | None:
    """Return "la segunda", "la última"; or the only one, for a yes."""
    if said.eleccion is not None:
        return None if may_be_an_hour(situation, said, huecos[0]) else nth(huecos, said.eleccion)
    only = said.si and not said.no and len(huecos) == 1 and not says_something(piezas_of(said))
    return huecos[0] if only else None


def may_be_an_hour(situation: Situation, said: Entendido, hueco: Hueco) -> bool:
    """Tell whether a bare "4" is a clock time at which that day is open: hours were listed, and no numbers."""
    day, _ = local_day_minute(situation.tenant.zona, hueco.start)
    horas = said.piezas.horas if said.piezas else ()
    return any(open_at(situation.tenant, day, minute) for hora in horas for minute in readings(hora))


def nth(several: tuple[T, ...], eleccion: int) -> T | None:
    """Return the one of this ordinal: 1 the first, -1 the last."""
    index = eleccion - 1 if eleccion > 0 else len(several) + eleccion
    return several[index] if 0 <= index < len(several) else None


def by_words(situation: Situation, said: Entendido, huecos: tuple[Hueco, ...]) -> Hueco | None:
    """Return the one alternative whose clock time was said, if nothing that was said contradicts it."""
    piezas = piezas_of(said)
    if piezas is None or not any(horas.es_punto for horas in piezas.horas):
        return None
    zona = situation.tenant.zona
    named = [hueco for hueco in huecos if agrees(replace(piezas, servicios_id=()), hueco, zona)]
    return named[0] if len(named) == 1 else None


def only_one_then(situation: Situation, said: Entendido, huecos: tuple[Hueco, ...]) -> Hueco | None:
    """Return the only alternative on the day, or in the part of the day, that is all that was said."""
    piezas, zona = piezas_of(said), situation.tenant.zona
    if piezas is None or said.deseos or said.no or len(huecos) == 1:
        return None
    if says_something(replace(piezas, dias=(), horas=())) or any(h.es_punto for h in piezas.horas):
        return None
    then = [hueco for hueco in huecos if agrees(piezas, hueco, zona)]
    return then[0] if len(then) == 1 else None


def exactly(situation: Situation, deseo: Deseo, hueco: Hueco, *, guessed: bool = False) -> Deseo:
    """Return the wish for that very start; a guessed one is only offered."""
    day, minute = local_day_minute(situation.tenant.zona, hueco.start)
    moves = deseo.intencion is Intencion.CAMBIAR
    return replace(
        deseo,
        dias=(Dias(day, day, ""),),
        horas=(Horas(minute, minute, "", aproximada=guessed),),
        # What was listed for no servicio was only measured with one: it is still to be said.
        servicios_id=deseo.servicios_id or (hueco.servicios_id if moves else ()),
        recursos_id=(hueco.recurso_id,) if deseo.recursos_id else (),
        desplaza_minutos=None,
        desplaza_dias=None,
        pregunta=False,
    )


def picked_cita(situation: Situation, said: Entendido) -> Deseo | None:
    """Return the wish about the cita that was chosen among those that were listed; None where none was."""
    deseo = wish_in_course(situation)
    if deseo is None or situation.by_name or Falta.CITA not in situation.conversacion.faltan:
        return None
    told = fitting(situation, deseo.referencia)
    agreed = said.si and not said.no and not says_something(piezas_of(said))
    chosen = told[0] if agreed and len(told) == 1 else None
    if said.eleccion is not None:
        chosen = nth(told, said.eleccion)
    return replace(deseo, referencia=exact_reference(situation, chosen)) if chosen else None


def picked_servicio(situation: Situation, said: Entendido) -> Deseo | None:
    """Return the wish with the servicio that was chosen of those that were listed; None where none was."""
    deseo, faltan = wish_in_course(situation), situation.conversacion.faltan
    if deseo is None or said.eleccion is None or faltan[:1] != (Falta.SERVICIO,):
        return None
    chosen = nth(situation.tenant.servicios_to_choose(deseo.servicios_dudosos), said.eleccion)
    return replace(deseo, servicios_id=(chosen.id,), servicios_dudosos=()) if chosen else None


def unclear_choice(situation: Situation, said: Entendido) -> Step | None:
    """A yes to several alternatives, or an ordinal that is none of them, chooses nothing."""
    deseo = wish_in_course(situation)
    chooses = (said.si or said.eleccion is not None) and not said.no and not says_something(piezas_of(said))
    if deseo is None or not chooses:
        return None
    if situation.conversacion.alternativas and situation.offer is None:
        return ask(deseo, Falta.HORA, Matiz.ELIGE, alternativas=situation.conversacion.alternativas)
    if Falta.CITA in situation.conversacion.faltan and not situation.by_name:
        return ask(deseo, Falta.CITA, Matiz.CUAL_CITA, citas=fitting(situation, deseo.referencia))
    return asked_again(situation, deseo)


def asked_before(situation: Situation) -> Step | None:
    """Repeat the question that "más tardecito" does not answer."""
    deseo = wish_in_course(situation)
    return asked_again(situation, deseo) if deseo else None


def asked_again(situation: Situation, deseo: Deseo) -> Step | None:
    """Repeat the question that a bare yes leaves open."""
    open_pieces = situation.conversacion.faltan
    if situation.offer is not None or not open_pieces or deseo.intencion is Intencion.OTRO:
        return None
    return ask(deseo, Falta(open_pieces[0]))


def shifted(situation: Situation, said: Entendido) -> Talk[Step | None]:
    """List what is free later, earlier, or on another day than what was offered."""
    deseo = wish_in_course(situation) or moving(situation, said)
    cita = cita_to_move(situation, deseo)
    base = offered_start(situation) or cita
    if said.desplaza is None or base is None or deseo is None:
        return None
    day, minute = local_day_minute(situation.tenant.zona, base.start)
    kept = (Horas(minute, minute, ""),) if said.desplaza == "otro_dia" else ()
    deseo = replace(deseo, servicios_id=deseo.servicios_id or base.servicios_id, horas=())
    asker = Asker(situation, moving=cita, for_other=deseo.para_otro)
    found = yield from others(asker, deseo, said.desplaza, day, minute)
    if not found:
        near = yield from nearest_to(asker, deseo, day, minute)
        return listed(deseo, Motivo.OCUPADO, near, asked(deseo, day, None))
    told = Desenlace(
        deseo.intencion,
        Estado.INFORMADA,
        matiz=Matiz.HUECOS,
        alternativas=found,
        deseo=deseo,
        pedido=asked(deseo, None, None),
    )
    return Step(
        told,
        deseo=replace(deseo, dias=(), horas=kept) if kept else deseo,
        faltan=(Falta.HORA,),
        alternativas=found,
    )


def window_at(minute: int) -> Horas:
    """Return the window of one start."""
    return Horas(minute, minute + 1, "")


def moving(situation: Situation, said: Entendido) -> Deseo | None:
    """Return the wish to move that was said, or for "¿puede ser más tarde?" that of the cita made last."""
    if said.deseos and said.deseos[0].intencion is Intencion.CAMBIAR:
        return said.deseos[0]
    last = last_made(situation)
    if last is None or not said.pregunta:
        return None
    return Deseo(Intencion.CAMBIAR, referencia=exact_reference(situation, last))


def cita_to_move(situation: Situation, deseo: Deseo | None) -> Cita | None:
    """Return the one cita that the wish in course is to move."""
    if deseo is None or deseo.intencion is not Intencion.CAMBIAR or situation.by_name:
        return None
    meant = fitting(situation, deseo.referencia)
    return meant[0] if len(meant) == 1 else None


def offered_start(situation: Situation) -> Hueco | None:
    """Return what was offered last: the offer, else the first alternative."""
    if not is_fresh(situation):
        return None
    oferta, huecos = situation.offer, situation.conversacion.alternativas
    if oferta and oferta.hueco:
        return oferta.hueco
    return huecos[0] if huecos else None


def others(asker: Asker, deseo: Deseo, way: str, day: date, minute: int) -> Talk[tuple[Hueco, ...]]:
    """Return free starts that way from a start."""
    if way == "otro_dia":
        last = min(day + timedelta(days=DAYS_TO_LOOK), furthest_day(asker.situation))
        days = tuple(day + timedelta(days=n) for n in range(1, (last - day).days + 1))
        same = yield from free_starts(asker, replace(deseo, horas=(window_at(minute),)), days)
        return same or (yield from free_starts(asker, replace(deseo, horas=()), days))
    low, high = {"tarde": (minute + 1, DAY), "temprano": (0, minute - 1)}.get(way, (0, DAY))
    # Earlier than this: the nearest of them, not the first of the day.
    window = (Horas(low, high, "", extremo="ultima" if way == "temprano" else None),)
    found = yield from free_starts(asker, replace(deseo, horas=window), (day,))
    return tuple(
        hueco for hueco in found if local_day_minute(asker.situation.tenant.zona, hueco.start)[1] != minute
    )
