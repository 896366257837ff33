"""What is asked when something is missing or unclear: one question at a time."""

from collections.abc import Callable
from datetime import date

from citas.domain.apertura import tenant_tramos
from citas.domain.desenlaces import Desenlace, Falta, Matiz
from citas.domain.deseos import Horas, Intencion
from citas.language.wording.agenda import tocadas
from citas.language.wording.alternativas import dichos
from citas.language.wording.horas import horario_del_dia, rangos
from citas.language.wording.palabras import Palabras, dia, frase, hora, lineas, lista, opciones, punto

# More names than these are no help to choose from.
_MAX_NAMES = 6
_HALF_DAY = 720


def aclaracion(desenlace: Desenlace, palabras: Palabras) -> str:
    """Ask for the first thing that is missing, or say what was not clear and ask for it."""
    by_matiz = _MATICES.get(desenlace.matiz)
    return by_matiz(desenlace, palabras) if by_matiz else _missing(desenlace, palabras)


def _missing(desenlace: Desenlace, palabras: Palabras) -> str:
    first = desenlace.faltan[0] if desenlace.faltan else Falta.INTENCION
    if {Falta.FECHA, Falta.HORA} <= set(desenlace.faltan) and first in {Falta.FECHA, Falta.HORA}:
        return _cuando(desenlace, palabras)
    return _FALTAS[first](desenlace, palabras)


def _intencion(_desenlace: Desenlace, palabras: Palabras) -> str:
    return palabras.pick(
        "¿Quieres pedir una cita, cambiarla o cancelarla?",
        "Dime qué necesitas: pedir una cita, cambiarla o cancelarla.",
    )


def _servicio(desenlace: Desenlace, palabras: Palabras) -> str:
    tenant, doubtful = palabras.tenant, desenlace.deseo.servicios_dudosos if desenlace.deseo else ()
    named = [s.nombre for s in tenant.servicios if s.id in doubtful] or [s.nombre for s in tenant.servicios]
    if len(named) > _MAX_NAMES:
        return palabras.pick("¿Qué servicio quieres?", "Dime el nombre del servicio que quieres.")
    return palabras.pick(
        f"¿Qué servicio quieres: {opciones(named)}?", f"Dime cuál de estos servicios quieres: {lista(named)}."
    )


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
    return lineas(_about(desenlace, palabras, question), _for_example(desenlace, palabras))


def _cuando(desenlace: Desenlace, palabras: Palabras) -> str:
    if _moving(desenlace):
        question = palabras.pick("¿a qué día y hora la pasamos?", "¿para qué día y a qué hora la quieres?")
    else:
        question = palabras.pick("¿para qué día y a qué hora?", "¿qué día y a qué hora te sirve?")
    return _about(desenlace, palabras, question)


def _hora(desenlace: Desenlace, palabras: Palabras) -> str:
    fecha = _one_day(desenlace)
    either = _either_half(desenlace, palabras, fecha)
    if either:
        return _about(desenlace, palabras, either)
    if desenlace.alternativas:
        question = palabras.pick("¿a qué hora?", "¿qué hora te sirve?")
        return lineas(_about(desenlace, palabras, question), _for_example(desenlace, palabras))
    on = f" {palabras.el(fecha)}" if fecha else ""
    question = palabras.pick(f"¿a qué hora{on}?", f"¿qué hora te sirve{on}?")
    return f"{_about(desenlace, palabras, question)}{_open_then(fecha, palabras)}"


def _for_example(desenlace: Desenlace, palabras: Palabras) -> str:
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


def _one_day(desenlace: Desenlace) -> date | None:
    pedido = desenlace.pedido
    return pedido.dia if pedido.hasta in {None, pedido.dia} else None


def _moving(desenlace: Desenlace) -> bool:
    return desenlace.intencion is Intencion.CAMBIAR


def _cita(desenlace: Desenlace, palabras: Palabras) -> str:
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


def _saludo(_desenlace: Desenlace, palabras: Palabras) -> str:
    nombre = palabras.tenant.nombre
    return palabras.pick(
        f"Hola, esta es la agenda de {nombre}. Dime qué servicio quieres y para cuándo, o si es para cambiar o cancelar una cita.",
        "Hola de nuevo. ¿Quieres pedir una cita, cambiarla o cancelarla?",
    )


def _medio(_desenlace: Desenlace, palabras: Palabras) -> str:
    return palabras.pick(
        "Por aquí solo se puede leer texto. Escríbeme qué necesitas: pedir una cita, cambiarla o cancelarla.",
        "Eso no se puede ver ni oír por aquí. ¿Me lo escribes?",
    )


def _no_entendido(desenlace: Desenlace, palabras: Palabras) -> str:
    return f"{palabras.pick('No entendí bien.', 'Sigo sin entender.')} {_intencion(desenlace, palabras)}"


def _which_day(palabras: Palabras) -> str:
    return palabras.pick("¿Para qué día la quieres?", "¿Qué día te sirve?")


def _fecha_imposible(_desenlace: Desenlace, palabras: Palabras) -> str:
    return f"Esa fecha no existe. {_which_day(palabras)}"


def _fecha_incoherente(desenlace: Desenlace, palabras: Palabras) -> str:
    meant = desenlace.pedido.dia
    if meant is None:
        return f"El día de la semana y la fecha no coinciden. {_which_day(palabras)}"
    weekday, _, number = dia(meant).partition(" ")
    return f"El {number} cae en {weekday}, y no es el día que escribiste. {_which_day(palabras)}"


def _fecha_pasada(desenlace: Desenlace, palabras: Palabras) -> str:
    meant = desenlace.pedido.dia
    return f"{frase(palabras.el(meant)) if meant else 'Esa fecha'} ya pasó. {_which_day(palabras)}"


def _fecha_dudosa(desenlace: Desenlace, palabras: Palabras) -> str:
    meant = desenlace.pedido.dia
    example = f", por ejemplo «{dia(meant).partition(' ')[2]}»" if meant else ""
    ask = palabras.pick("Escríbela con el mes en letras", "Dime el día y el mes con letras")
    return f"Esa fecha puede leerse de dos maneras. {ask}{example}."


def _elige(desenlace: Desenlace, palabras: Palabras) -> str:
    ask = palabras.pick("Dime cuál de esas horas prefieres.", "¿Cuál de esas horas te sirve?")
    if not desenlace.alternativas:
        return ask
    return f"Hay libre: {dichos(desenlace.alternativas, desenlace.pedido, palabras)}\n{ask}"


def _cita_no_encontrada(desenlace: Desenlace, palabras: Palabras) -> str:
    not_found = palabras.pick("No encuentro una cita así.", "Ninguna cita coincide con eso.")
    return lineas(not_found, _cita(desenlace, palabras))


def _identifica(_desenlace: Desenlace, palabras: Palabras) -> str:
    return palabras.pick(
        "Para cuidar la agenda de cada quien, dime el día o la hora de la cita y la reviso.",
        "Necesito el día o la hora de la cita para saber que es la tuya.",
    )


def _hora_sin_abrir(desenlace: Desenlace, palabras: Palabras) -> str:
    fecha = _one_day(desenlace)
    opens = horario_del_dia(palabras, fecha) if fecha else ""
    ask = palabras.pick("¿Qué otra hora te sirve?", "Dime qué otra hora te sirve.")
    return lineas("A esa hora no abrimos.", opens, _for_example(desenlace, palabras), ask)


def _oferta_caducada(_desenlace: Desenlace, palabras: Palabras) -> str:
    return palabras.pick(
        "Esa propuesta ya venció y no se reservó nada. ¿Qué día y a qué hora quieres la cita?",
        "No quedó nada reservado: la propuesta venció. Dime de nuevo el día y la hora.",
    )


def _oferta_cambiada(desenlace: Desenlace, palabras: Palabras) -> str:
    citas = tocadas(desenlace)
    now_is = f"Está así: {palabras.linea(citas[0])}" if citas else ""
    ask = palabras.pick("¿Qué quieres hacer con ella?", "Dime qué quieres hacer con ella.")
    return lineas("La cita cambió después de la propuesta y no hice nada.", now_is, ask)


def _oferta_en_pie(desenlace: Desenlace, palabras: Palabras) -> str:
    huecos = desenlace.alternativas
    offer = f"La propuesta es {palabras.linea(huecos[0])}" if huecos else ""
    pending = palabras.pick(
        "Sigue pendiente y aún no hay nada hecho: responde sí o no a la última propuesta.",
        "Aún no hay nada hecho: a la última propuesta responde sí o no.",
    )
    return lineas(offer, pending)


def _una_a_la_vez(_desenlace: Desenlace, palabras: Palabras) -> str:
    return palabras.pick(
        "Vamos de a una cita. Dime el servicio, el día y la hora de la primera.",
        "Solo puedo ver una cita a la vez. ¿Con cuál empezamos?",
    )


_Question = Callable[[Desenlace, Palabras], str]

_FALTAS: dict[Falta, _Question] = {
    Falta.INTENCION: _intencion,
    Falta.SERVICIO: _servicio,
    Falta.FECHA: _fecha,
    Falta.HORA: _hora,
    Falta.CITA: _cita,
}

_MATICES: dict[Matiz, _Question] = {
    Matiz.SALUDO: _saludo,
    Matiz.MEDIO: _medio,
    Matiz.NO_ENTENDIDO: _no_entendido,
    Matiz.FECHA_IMPOSIBLE: _fecha_imposible,
    Matiz.FECHA_INCOHERENTE: _fecha_incoherente,
    Matiz.FECHA_PASADA: _fecha_pasada,
    Matiz.FECHA_DUDOSA: _fecha_dudosa,
    Matiz.ELIGE: _elige,
    Matiz.CUAL_CITA: _cita,
    Matiz.CITA_NO_ENCONTRADA: _cita_no_encontrada,
    Matiz.IDENTIFICA: _identifica,
    Matiz.HORA_SIN_ABRIR: _hora_sin_abrir,
    Matiz.OFERTA_CADUCADA: _oferta_caducada,
    Matiz.OFERTA_CAMBIADA: _oferta_cambiada,
    Matiz.OFERTA_EN_PIE: _oferta_en_pie,
    Matiz.UNA_A_LA_VEZ: _una_a_la_vez,
}
