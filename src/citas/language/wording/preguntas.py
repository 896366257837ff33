"""What is asked when a piece is missing: one question at a time."""

from collections.abc import Callable
from datetime import date

from citas.domain.apertura import tenant_tramos
from citas.domain.desenlaces import Desenlace, Falta
from citas.domain.deseos import Horas, Intencion
from citas.language.wording.agenda import tocadas
from citas.language.wording.alternativas import dichos
from citas.language.wording.horas import cerrado, rangos
from citas.language.wording.palabras import PARTES, Palabras, frase, hora, las, lineas, opciones, punto

_HALF_DAY = 720


def missing(desenlace: Desenlace, palabras: Palabras) -> str:
    """Ask for the first thing that is missing."""
    first = desenlace.faltan[0] if desenlace.faltan else Falta.INTENCION
    if {Falta.FECHA, Falta.HORA} <= set(desenlace.faltan) and first in {Falta.FECHA, Falta.HORA}:
        return _cuando(desenlace, palabras)
    return _FALTAS[first](desenlace, palabras)


def ask_intencion(_desenlace: Desenlace, palabras: Palabras) -> str:
    """Ask what is wanted at all."""
    return palabras.pick(
        "¿Quieres pedir una cita, cambiarla o cancelarla?",
        "Dime qué necesitas: pedir una cita, cambiarla o cancelarla.",
    )


def _servicio(desenlace: Desenlace, palabras: Palabras) -> str:
    day = _day_of(desenlace)
    if day is not None and not tenant_tramos(palabras.tenant, day):
        # Another day is needed, whatever the servicio.
        return lineas(f"{frase(cerrado(palabras, day))}.", _which_servicio(desenlace, palabras, ""))
    when = f"Para {palabras.el(day)}{_at(desenlace)}, " if day else ""
    return _which_servicio(desenlace, palabras, when)


def _which_servicio(desenlace: Desenlace, palabras: Palabras, when: str) -> str:
    dudosos = desenlace.deseo.servicios_dudosos if desenlace.deseo else ()
    named = [servicio.nombre for servicio in palabras.tenant.servicios_to_choose(dudosos)]
    if named:
        which = f": {opciones(named)}"
        return frase(
            palabras.pick(f"{when}¿qué servicio quieres{which}?", f"{when}dime qué servicio quieres{which}.")
        )
    return frase(
        palabras.pick(f"{when}¿qué servicio quieres?", f"{when}dime el nombre del servicio que quieres.")
    )


def _day_of(desenlace: Desenlace) -> date | None:
    """Return the one day that is wished, where it is sure which."""
    dias = desenlace.deseo.dias if desenlace.deseo else ()
    sure = len(dias) == 1 and dias[0].desde == dias[0].hasta and not (dias[0].problema or dias[0].hoy_si_hora)
    return dias[0].desde if sure else None


def _at(desenlace: Desenlace) -> str:
    """Say the hour or the part of the day that is wished, where it has one reading."""
    horas = desenlace.deseo.horas if desenlace.deseo else ()
    if len(horas) != 1 or horas[0].dudosa or horas[0].extremo:
        return ""
    if horas[0].es_punto and horas[0].desde is not None:
        return f" a {las(horas[0].desde)}"
    only_part = horas[0].desde is None and horas[0].hasta is None
    return f" {PARTES[horas[0].parte]}" if horas[0].parte and only_part else ""


def _subject(desenlace: Desenlace, palabras: Palabras) -> str:
    """Say what the question is about: their cita, or the servicios that they named."""
    citas = tocadas(desenlace)
    if len(citas) == 1:
        return f"la cita de {palabras.linea(citas[0])}"
    servicios_id = desenlace.deseo.servicios_id if desenlace.deseo else ()
    return palabras.servicios(servicios_id) if servicios_id else ""


def _about(desenlace: Desenlace, palabras: Palabras, question: str) -> str:
    subject = _subject(desenlace, palabras)
    return f"{frase(subject)}: {question}" if subject else frase(question)


def _fecha(desenlace: Desenlace, palabras: Palabras) -> str:
    if _moving(desenlace):
        question = palabras.pick("¿a qué día la pasamos?", "¿para qué día la quieres?")
    else:
        question = palabras.pick("¿para qué día?", "¿qué día te sirve?")
    return lineas(_about(desenlace, palabras, question), for_example(desenlace, palabras))


def _cuando(desenlace: Desenlace, palabras: Palabras) -> str:
    if _moving(desenlace):
        question = palabras.pick("¿a qué día y hora la pasamos?", "¿para qué día y a qué hora la quieres?")
    else:
        question = palabras.pick("¿para qué día y a qué hora?", "¿qué día y a qué hora te sirve?")
    return _about(desenlace, palabras, question)


def _hora(desenlace: Desenlace, palabras: Palabras) -> str:
    fecha = one_day(desenlace)
    either = _either_half(desenlace, palabras, fecha)
    if either:
        return _about(desenlace, palabras, either)
    if desenlace.alternativas:
        question = palabras.pick("¿a qué hora?", "¿qué hora te sirve?")
        return lineas(_about(desenlace, palabras, question), for_example(desenlace, palabras))
    on = f" {palabras.el(fecha)}" if fecha else ""
    question = palabras.pick(f"¿a qué hora{on}?", f"¿qué hora te sirve{on}?")
    return f"{_about(desenlace, palabras, question)}{_open_then(fecha, palabras)}"


def for_example(desenlace: Desenlace, palabras: Palabras) -> str:
    """Name the free starts that there are to choose from."""
    if not desenlace.alternativas:
        return ""
    return f"Hay libre, por ejemplo: {dichos(desenlace.alternativas, desenlace.pedido, palabras)}"


def _open_then(fecha: date | None, palabras: Palabras) -> str:
    tramos = tenant_tramos(palabras.tenant, fecha) if fecha else ()
    return punto(f" Abrimos {rangos(tramos)}") if tramos else ""


def _either_half(desenlace: Desenlace, palabras: Palabras, fecha: date | None) -> str:
    """Both halves of the day fit what was said: ask which."""
    said = _one_hour(desenlace)
    if said is None or said.desde is None or fecha is None:
        return ""
    halves = (said.desde % _HALF_DAY, said.desde % _HALF_DAY + _HALF_DAY)
    tramos = tenant_tramos(palabras.tenant, fecha)
    if not all(any(tramo.desde <= half < tramo.hasta for tramo in tramos) for half in halves):
        return ""
    return f"{palabras.el(fecha)}, ¿{hora(halves[0])} o {hora(halves[1])}?"


def _one_hour(desenlace: Desenlace) -> Horas | None:
    horas = desenlace.deseo.horas if desenlace.deseo else ()
    return horas[0] if len(horas) == 1 and horas[0].dudosa and horas[0].es_punto else None


def one_day(desenlace: Desenlace) -> date | None:
    """Return the day that was asked for, if it is one."""
    pedido = desenlace.pedido
    return pedido.dia if pedido.hasta in {None, pedido.dia} else None


def _moving(desenlace: Desenlace) -> bool:
    return desenlace.intencion is Intencion.CAMBIAR


def ask_cita(desenlace: Desenlace, palabras: Palabras) -> str:
    """Ask which cita is meant, and list those that it may be."""
    citas = tocadas(desenlace)
    if not citas:
        return palabras.pick(
            "¿De qué cita se trata? Dime el día o la hora.", "Dime el día o la hora de esa cita."
        )
    verb = {Intencion.CAMBIAR: " cambiar", Intencion.CANCELAR: " cancelar"}.get(desenlace.intencion, "")
    if len(citas) == 1:
        ask = palabras.pick(f"¿Es la que quieres{verb}?", f"Dime si es la que quieres{verb}.")
        return f"Tienes esta cita:\n{palabras.lineas_de(citas)}\n{ask}"
    ask = palabras.pick(f"¿Cuál quieres{verb}?", f"Dime cuál quieres{verb}.")
    return f"Tienes {len(citas)} citas:\n{palabras.lineas_de(citas)}\n{ask}"


_Question = Callable[[Desenlace, Palabras], str]

_FALTAS: dict[Falta, _Question] = {
    Falta.INTENCION: ask_intencion,
    Falta.SERVICIO: _servicio,
    Falta.FECHA: _fecha,
    Falta.HORA: _hora,
    Falta.CITA: ask_cita,
}
