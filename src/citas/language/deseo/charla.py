"""What is said and asks for nothing: talk of other things, of what was done, and mere questions."""

from citas.domain.deseos import Consulta, Deseo, Intencion
from citas.language.deseo.intencion import Disparo
from citas.language.lectura.lectura import Lectura
from citas.language.lexico.alfabeto import ALFABETO, DESCONOCIDA

_OF_BUSINESS = "SERV/DUDA/OFIC/sesion/RECU/DESPL/cita/turno/cupo/reserva/agenda/disponible"
_LIFE = "trabajo/salir/reunion/fiesta/futbol/casa/suministro/vehiculo/hizo/familiar/pariente/llego/llevar/medica/cosa/aprender/cena/desayuno/almuerzo"
_UNKNOWN = frozenset(ALFABETO.charset(f"{DESCONOCIDA}/hizo/estuvo/negocio"))
_SERVED = ALFABETO.symbols("<serv>")
_STRANGE = 2  # words
_CURIOUS = "interesad"  # "estoy interesada en el peinado, ¿qué precio tiene?"
_PAST = ("aron", "ieron", "aste", "aban")
_OF_COST = frozenset((Consulta.PRECIO, Consulta.DURACION))


def is_talk(lectura: Lectura) -> bool:
    """Tell a day or hour among words that are none of an agenda's: "¿va a llover mañana?"."""
    if lectura.has("cuento", "talvez"):
        return True
    if lectura.has_any("<serv>") and _is_past(lectura):
        return True
    unknown = sum(simbolo in _UNKNOWN for simbolo in lectura.simbolos)
    if lectura.has_any(_OF_BUSINESS) or lectura.has("si", "no", "correccion", "a_nombre"):
        return unknown > (2 * _STRANGE if lectura.has_any("DIA/HORA/si/no") else _STRANGE)
    return (
        unknown >= _STRANGE
        or _of_life(lectura)
        or (unknown > 0 and lectura.has_any("pregunta/tengo/cambiada"))
    )


def _is_past(lectura: Lectura) -> bool:
    """Tell what was done or paid: "me cortaron mucho", "ya pagué la consulta"."""
    if lectura.has("resultado", "hecho", "suceso") or lectura.has_any("pago"):
        return True
    return any(nodo.simbolo in _SERVED and nodo.forma.endswith(_PAST) for nodo in lectura.nodos)


def _of_life(lectura: Lectura) -> bool:
    """Tell what goes on elsewhere: "hoy salgo a las 6", "mañana almorzamos donde mi mamá"."""
    if lectura.has("para_otro"):
        return lectura.has_any("casa/llego/hizo")
    return lectura.has_any(_LIFE)


def asks_nothing(lectura: Lectura, trigger: Disparo, deseo: Deseo, consultas: tuple[Consulta, ...]) -> bool:
    """Tell a mere question from a wish: "¿hay cupo?" with no day, "¿hacen cejas?", "¿cuánto vale…?"."""
    if deseo.intencion is not Intencion.AGENDAR:
        return False
    asked = lectura.has_any("pregunta") and not deseo.tiene_cuando
    if asked and (lectura.has("estado") or not trigger.firme) and _about_oneself(lectura, trigger, consultas):
        return True
    if asked and lectura.has("habilidad"):
        return True
    if not trigger.firme:
        return not (
            deseo.tiene_cuando or deseo.servicios_id or deseo.servicios_dudosos or deseo.servicio_desconocido
        )
    ordered = lectura.is_at(trigger.span[0], "agendar")
    asks = lectura.has("consejo") or (Consulta.SERVICIOS in consultas and not ordered)
    priced = Consulta.PRECIO in consultas and lectura.is_at(trigger.span[0], "hacer")
    priced = priced and not lectura.is_at(trigger.span[0] - 1, "<puedo>/quiero/me/le")
    priced = priced or (
        Consulta.PRECIO in consultas and lectura.nodos[trigger.span[0]].forma.startswith(_CURIOUS)
    )
    return (asks or priced) and not deseo.tiene_cuando


def _about_oneself(lectura: Lectura, trigger: Disparo, consultas: tuple[Consulta, ...]) -> bool:
    """Tell "¿puedo hacerme masajes?" of who is ill, and "¿en cuánto tiempo me lo puedo lavar?"."""
    if not _OF_COST.isdisjoint(consultas):
        return True
    start, end = trigger.span
    return lectura.has("estado") and any(
        nodo.forma == "puedo" for nodo in lectura.nodos[max(start - 1, 0) : end]
    )
