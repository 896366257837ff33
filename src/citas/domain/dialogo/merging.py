"""How what is said now joins what was said before."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from citas.domain.citas import Cita, Hueco
from citas.domain.deseos import Deseo, Dias, Horas, Intencion, Referencia
from citas.domain.dialogo.pairs import apart
from citas.domain.dialogo.wall import local_day_minute

NOON = 12 * 60
DAY = 24 * 60


def readings(horas: Horas) -> tuple[int, ...]:
    """Return the clock times that a point may mean, in minutes since midnight.

    >>> readings(Horas(180, 180, "a las 3", dudosa=True))
    (180, 900)
    """
    if horas.desde is None:
        return ()
    if not horas.dudosa:
        return (horas.desde % DAY,)
    early = horas.desde % NOON
    return (early, early + NOON)


def covers_day(dias: Dias, day: date) -> bool:
    """Tell whether `day` is among the days."""
    if dias.problema is not None or dias.desde is None:
        return False
    if dias.desde <= day and (dias.hasta is None or day <= dias.hasta):
        return True
    return dias.hoy_si_hora and (dias.desde - day).days == DAYS_OF_A_WEEK


def covers_start(dias: Dias, day: date, minute: int) -> bool:
    """Tell whether a start on `day` at `minute` is among the days, and within the clock times that bound them."""
    early = dias.desde_minuto is not None and day == dias.desde and minute < dias.desde_minuto
    late = dias.hasta_minuto is not None and day == dias.hasta and minute > dias.hasta_minuto
    return covers_day(dias, day) and not (early or late)


DAYS_OF_A_WEEK = 7
# They overlap, as in speech: noon is over at one, and at seven some say afternoon and others evening.
PARTES = {
    "mañana": (0, NOON),
    "mediodia": (NOON, 14 * 60),
    "tarde": (13 * 60, 20 * 60),
    "noche": (18 * 60, DAY),
}
# Which clock times are called so: "las 8 de la tarde" is none to be listed for "por la tarde".
SPOKEN = PARTES | {"mañana": (5 * 60, NOON), "tarde": (NOON, 21 * 60)}


def window_of(horas: Horas) -> tuple[int, int]:
    """Return the minutes of the day among which a start is wanted: [desde, hasta]."""
    if horas.es_punto:
        return (0, DAY)
    low, high = PARTES.get(horas.parte or "", (0, DAY))
    desde = low if horas.desde is None else horas.desde
    hasta = high if horas.hasta is None else horas.hasta
    if horas.dudosa and desde < NOON and not horas.parte:
        # "después de las 6" without a half of the day is the afternoon, as for a point.
        shift = NOON if desde < 7 * 60 and (horas.desde or horas.hasta or 0) < 7 * 60 else 0
        desde = desde + shift if horas.desde is not None else desde
        hasta = hasta + shift if horas.hasta is not None else hasta
    return (desde, hasta)


def covers_minute(horas: Horas, minute: int) -> bool:
    """Tell whether `minute` of the day is one that was said."""
    if horas.es_punto:
        return minute in readings(horas)
    desde, hasta = window_of(horas)
    return desde <= minute <= hasta


def joined(old: Deseo, new: Deseo) -> Deseo:
    """Return `old` with the pieces of `new` in their places."""
    old = narrowed(old, new)
    return replace(
        old,
        dias=said_days(new) or said_days(old),
        horas=joined_horas(old.horas, new),
        servicios_id=joined_servicios(old, new),
        servicios_dudosos=() if new.servicios_id else new.servicios_dudosos or old.servicios_dudosos,
        servicio_desconocido=new.servicio_desconocido,
        recursos_id=() if new.recurso_cualquiera else new.recursos_id or old.recursos_id,
        recurso_cualquiera=new.recurso_cualquiera or (old.recurso_cualquiera and not new.recursos_id),
        recurso_desconocido=new.recurso_desconocido,
        referencia=old.referencia if new.referencia.vacia else new.referencia,
        desplaza_minutos=new.desplaza_minutos or (None if new.tiene_cuando else old.desplaza_minutos),
        desplaza_dias=new.desplaza_dias or (None if new.tiene_cuando else old.desplaza_dias),
        misma_hora=new.misma_hora or (old.misma_hora and not new.horas),
        mismo_dia=new.mismo_dia or (old.mismo_dia and not new.dias),
        agrega=old.agrega,
        quita=old.quita,
        pregunta=new.pregunta,
        para_otro=new.para_otro or old.para_otro,
        personas=new.personas,
        otra=new.otra or old.otra,
        lo_mismo=new.lo_mismo or old.lo_mismo,
        nombre=new.nombre or old.nombre,
        dichos=tuple((dict(old.dichos) | dict(new.dichos)).items()),
        supuesto=new.supuesto or old.supuesto,
        de_modelo=new.de_modelo or old.de_modelo,
    )


def narrowed(old: Deseo, new: Deseo) -> Deseo:
    """Keep, of days that were said each with its hours, the one that is chosen now by its day."""
    if not (old.dias and new.dias) or new.horas:
        return old
    named = {dias.desde for dias in new.dias}
    meant = [way for way in apart(old) if way.dias[0].desde in named]
    return meant[0] if len(meant) == 1 else old


def names_clock(horas: Horas) -> bool:
    """Tell a clock time and a window of clock times ("de 9 a 11", "después de las 3") from a part of the day."""
    return horas.desde is not None or horas.hasta is not None


def said_days(deseo: Deseo) -> tuple[Dias, ...]:
    """Return its days; "el martes" said on a Tuesday is today only where the hour was said with it."""
    if any(names_clock(horas) for horas in deseo.horas):
        return deseo.dias
    return tuple(replace(dias, hoy_si_hora=False) for dias in deseo.dias)


def joined_horas(old: tuple[Horas, ...], new: Deseo) -> tuple[Horas, ...]:
    """Replace the hours, but let a half of the day that was said once settle a doubtful hour."""
    if not new.horas:
        return old
    said = new.horas[0]
    if len(old) == len(new.horas) == 1 and is_settled_by(said, old[0]):
        return old
    if len(old) == 1 and old[0].es_punto and old[0].dudosa and said.parte and said.desde is None:
        low, high = SPOKEN.get(said.parte, (0, DAY))
        fits = [minute for minute in readings(old[0]) if low <= minute < high]
        if len(fits) == 1:
            return (replace(old[0], desde=fits[0], hasta=fits[0], dudosa=False, parte=said.parte),)
    return new.horas


def is_settled_by(said: Horas, before: Horas) -> bool:
    """Tell whether a doubtful hour only repeats the one that was said before with its half of the day."""
    repeats = said.es_punto and said.dudosa and before.es_punto and not before.dudosa
    return repeats and before.desde in readings(said)


def joined_servicios(old: Deseo, new: Deseo) -> tuple[str, ...]:
    """Add, take away or replace servicios."""
    if not new.servicios_id:
        return old.servicios_id
    if new.agrega:
        return old.servicios_id + tuple(s for s in new.servicios_id if s not in old.servicios_id)
    if new.quita:
        return tuple(s for s in old.servicios_id if s not in new.servicios_id)
    return new.servicios_id


def says_something(piezas: Deseo | None) -> bool:
    """Tell whether any piece was said, whatever the wish."""
    return piezas is not None and replace(piezas, intencion=Intencion.OTRO, pregunta=False) != Deseo(
        Intencion.OTRO
    )


def names_somebody(piezas: Deseo | None) -> bool:
    """Tell whether all that was said is with whom."""
    return (
        piezas is not None
        and bool(piezas.recursos_id)
        and not says_something(replace(piezas, recursos_id=()))
    )


def agrees(piezas: Deseo | None, hueco: Hueco, zona: ZoneInfo) -> bool:
    """Tell whether nothing that was said contradicts `hueco`."""
    if piezas is None:
        return True
    day, minute = local_day_minute(zona, hueco.start)
    return (
        (not piezas.dias or any(covers_day(dias, day) for dias in piezas.dias))
        and (not piezas.horas or any(covers_minute(horas, minute) for horas in piezas.horas))
        and agrees_servicios(piezas, hueco)
        and (not piezas.recursos_id or hueco.recurso_id in piezas.recursos_id)
        and not (piezas.recurso_desconocido or piezas.servicio_desconocido)
        and not (piezas.desplaza_minutos or piezas.desplaza_dias or piezas.personas)
    )


def agrees_servicios(piezas: Deseo, hueco: Hueco) -> bool:
    """Tell whether the servicios that were said are those of `hueco`, or one of them beside nothing new."""
    said = set(piezas.servicios_id)
    if piezas.quita:
        return not said & set(hueco.servicios_id)
    return said <= set(hueco.servicios_id) and not (
        said and not piezas.agrega and len(said) < len(set(hueco.servicios_id))
    )


def fits_reference(cita: Cita, referencia: Referencia, zona: ZoneInfo) -> bool:
    """Tell whether `cita` may be the one that is meant."""
    day, minute = local_day_minute(zona, cita.start)
    return (
        (not referencia.dias or any(covers_day(dias, day) for dias in referencia.dias))
        and (not referencia.horas or any(covers_minute(horas, minute) for horas in referencia.horas))
        and (not referencia.servicios_id or bool(set(referencia.servicios_id) & set(cita.servicios_id)))
        and (not referencia.recursos_id or cita.recurso_id in referencia.recursos_id)
        and not is_spared(cita, referencia, day)
    )


def is_spared(cita: Cita, referencia: Referencia, day: date) -> bool:
    """Tell whether `cita` was left out: "todas menos la del viernes"."""
    by_day = any(covers_day(dias, day) for dias in referencia.salvo_dias)
    return by_day or bool(set(referencia.salvo_servicios_id) & set(cita.servicios_id))


def as_reference(deseo: Deseo) -> Referencia:
    """Return the pieces of an answer to "which cita?" as what they name."""
    if not deseo.referencia.vacia:
        return deseo.referencia
    return Referencia(
        dias=deseo.dias,
        horas=deseo.horas,
        servicios_id=deseo.servicios_id,
        recursos_id=deseo.recursos_id,
    )
