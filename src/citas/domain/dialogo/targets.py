"""Which of the days, hours and servicios that were said are the cita's own, and which are where it goes."""

from dataclasses import replace

from citas.domain.citas import Cita
from citas.domain.deseos import Deseo, Dias, Horas, Intencion, Referencia
from citas.domain.dialogo.merging import covers_day, fits_reference
from citas.domain.dialogo.situation import Situation
from citas.domain.dialogo.wall import local_day_minute

WEEKDAYS = (
    "lunes",
    "martes",
    "miércoles",
    "miercoles",
    "jueves",
    "viernes",
    "sábado",
    "sabado",
    "domingo",
)


def exact_reference(situation: Situation, cita: Cita) -> Referencia:
    """Return the words that name this very cita: its day and its hour."""
    day, minute = local_day_minute(situation.tenant.zona, cita.start)
    return Referencia(dias=(Dias(day, day, ""),), horas=(Horas(minute, minute, ""),))


def located(situation: Situation, deseo: Deseo) -> tuple[Deseo, bool]:
    """Read "la del martes" as the only cita on a Tuesday where there is none on the next one.

    Returns the wish, and whether it took that guess: then it is only offered.
    """
    ref, zona = deseo.referencia, situation.tenant.zona
    if situation.by_name or not is_weekday(ref.dias) or any(fitting(situation, ref)):
        return deseo, False
    first = ref.dias[0].desde
    others = fitting(situation, replace(ref, dias=()))
    same = [c for c in others if first and local_day_minute(zona, c.start)[0].weekday() == first.weekday()]
    if len(same) != 1:
        return deseo, False
    return replace(deseo, referencia=exact_reference(situation, same[0])), True


def fitting(situation: Situation, ref: Referencia) -> tuple[Cita, ...]:
    """Return the citas to come that may be meant."""
    return tuple(cita for cita in situation.future if fits_reference(cita, ref, situation.tenant.zona))


def is_weekday(dias: tuple[Dias, ...]) -> bool:
    """Tell whether just one day was said, by the name of its weekday alone."""
    if len(dias) != 1 or dias[0].desde is None or dias[0].desde != dias[0].hasta:
        return False
    words = dias[0].texto.casefold()
    return any(name in words for name in WEEKDAYS) and not any(char.isdigit() for char in words)


def is_another_week(situation: Situation, deseo: Deseo, cita: Cita) -> bool:
    """Tell whether the weekday that was said is the cita's own, in another week: it may name either."""
    if not is_weekday(deseo.dias) or not deseo.dias[0].desde:
        return False
    day, said = local_day_minute(situation.tenant.zona, cita.start)[0], deseo.dias[0].desde
    return day != said and day.weekday() == said.weekday()


def split_target(situation: Situation, deseo: Deseo) -> Deseo:
    """Tell the cita's own day and servicios from what it is to be changed to, where the words left it open."""
    return day_of_target(situation, servicios_of_target(situation, deseo))


def servicios_of_target(situation: Situation, deseo: Deseo) -> Deseo:
    """A reference that fits but for its servicios names what the cita is to become ("no corte sino barba")."""
    ref = deseo.referencia
    if deseo.servicios_id or not ref.servicios_id or any(fitting(situation, ref)):
        return deseo
    bare = replace(ref, servicios_id=())
    if len(fitting(situation, bare)) != 1 or bare.vacia:
        return deseo
    return replace(deseo, referencia=bare, servicios_id=ref.servicios_id)


def day_of_target(situation: Situation, deseo: Deseo) -> Deseo:
    """Tell the cita's own day from the day to move to.

    A reference that fits none of the citas, with no target beside it, is the target ("cámbiala al viernes"); a
    target day that is the cita's, with nothing else that changes but a recurso, is the reference.
    """
    ref = deseo.referencia
    zona = situation.tenant.zona
    if ref.dias and not deseo.dias and not any(fits_reference(c, ref, zona) for c in situation.citas):
        bare = replace(ref, dias=(), horas=())
        moved = replace(deseo, referencia=bare, dias=ref.dias, horas=deseo.horas or ref.horas)
        return moved if any(fits_reference(c, bare, zona) for c in situation.citas) else deseo
    if deseo.dias and not ref.dias and not deseo.horas and (deseo.recursos_id or deseo.misma_hora):
        own = [c for c in situation.citas if covers_day(deseo.dias[0], local_day_minute(zona, c.start)[0])]
        if len(own) == 1:
            return replace(deseo, referencia=replace(ref, dias=deseo.dias), dias=())
    return deseo


def names_each(ref: Referencia, fitting: tuple[Cita, ...]) -> bool:
    """Tell whether as many days, hours or servicios were said as there are citas: "la del jueves y la del viernes"."""
    return len(fitting) in {len(ref.dias), len(ref.horas), len(ref.servicios_id)}


def part_of(ref: Referencia, which: tuple[Cita, ...]) -> Deseo | None:
    """Cancelling one servicio of a cita that has more is taking it away: return that wish."""
    if len(which) != 1 or not ref.servicios_id or not set(ref.servicios_id) < set(which[0].servicios_id):
        return None
    return Deseo(Intencion.CAMBIAR, servicios_id=ref.servicios_id, quita=True, referencia=ref)
