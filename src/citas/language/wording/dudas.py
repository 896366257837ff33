"""What is said when a mensaje was unclear, or came at the wrong moment: why, and one question."""

from collections.abc import Callable

from citas.domain.desenlaces import Desenlace, Matiz
from citas.language.wording.agenda import tocadas
from citas.language.wording.alternativas import dichos
from citas.language.wording.palabras import Palabras, dia, frase, lineas
from citas.language.wording.preguntas import ask_cita, ask_intencion, missing


def aclaracion(desenlace: Desenlace, palabras: Palabras) -> str:
    """Ask for the first thing that is missing, or say what was not clear and ask for it."""
    by_matiz = _MATICES.get(desenlace.matiz)
    return by_matiz(desenlace, palabras) if by_matiz else missing(desenlace, palabras)


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
    return f"{palabras.pick('No entendí bien.', 'Sigo sin entender.')} {ask_intencion(desenlace, palabras)}"


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
    return lineas(not_found, ask_cita(desenlace, palabras))


def _identifica(_desenlace: Desenlace, palabras: Palabras) -> str:
    return palabras.pick(
        "Para cuidar la agenda de cada quien, dime el día o la hora de la cita y la reviso.",
        "Necesito el día o la hora de la cita para saber que es la tuya.",
    )


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


def _una_a_la_vez(desenlace: Desenlace, palabras: Palabras) -> str:
    if desenlace.alternativas:
        first = f"Vamos de a una cita. La primera: {palabras.linea(desenlace.alternativas[0])}"
        return lineas(first, "Aún no queda reservada: responde sí para confirmarla y luego vemos la otra.")
    return palabras.pick(
        "Vamos de a una cita. Dime el servicio, el día y la hora de la primera.",
        "Solo puedo ver una cita a la vez. ¿Con cuál empezamos?",
    )


_Doubt = Callable[[Desenlace, Palabras], str]

_MATICES: dict[Matiz, _Doubt] = {
    Matiz.SALUDO: _saludo,
    Matiz.MEDIO: _medio,
    Matiz.NO_ENTENDIDO: _no_entendido,
    Matiz.FECHA_IMPOSIBLE: _fecha_imposible,
    Matiz.FECHA_INCOHERENTE: _fecha_incoherente,
    Matiz.FECHA_PASADA: _fecha_pasada,
    Matiz.FECHA_DUDOSA: _fecha_dudosa,
    Matiz.ELIGE: _elige,
    Matiz.CUAL_CITA: ask_cita,
    Matiz.CITA_NO_ENCONTRADA: _cita_no_encontrada,
    Matiz.IDENTIFICA: _identifica,
    Matiz.OFERTA_CADUCADA: _oferta_caducada,
    Matiz.OFERTA_CAMBIADA: _oferta_cambiada,
    Matiz.OFERTA_EN_PIE: _oferta_en_pie,
    Matiz.UNA_A_LA_VEZ: _una_a_la_vez,
}
