"""Answers to questions: own citas, free times, the catalogue, and who it is that answers."""

from collections.abc import Callable

from citas.domain.catalogo import Servicio
from citas.domain.desenlaces import Desenlace, Estado, Matiz, Motivo
from citas.domain.deseos import Consulta, Intencion
from citas.language.wording.agenda import lugar, tocadas
from citas.language.wording.alternativas import ofrecidas, pedido_dicho
from citas.language.wording.horas import horario_del_dia, horario_semanal
from citas.language.wording.palabras import Palabras, duracion, frase, lineas, lista


def informada(desenlace: Desenlace, palabras: Palabras) -> str:
    """Answer a question, or say what was let be."""
    if desenlace.motivo is Motivo.SIN_CITAS:
        return lineas(consultas(desenlace, palabras), _sin_citas(desenlace, palabras))
    if desenlace.motivo is Motivo.HUMANO:
        return lineas(consultas(desenlace, palabras), _humano(desenlace, palabras))
    by_matiz = _MATICES.get(desenlace.matiz)
    if by_matiz:
        return lineas(_beside(desenlace, palabras), by_matiz(desenlace, palabras))
    return consultas(desenlace, palabras) or _listo(desenlace, palabras)


def consultas(desenlace: Desenlace, palabras: Palabras, without: frozenset[Consulta] = frozenset()) -> str:
    """Answer every question of the mensaje but those `without`, each once and in the order asked."""
    asked = dict.fromkeys(one for one in desenlace.consultas if one not in without)
    if Consulta.PRECIO in asked and Consulta.DURACION in asked:
        del asked[Consulta.DURACION]
    return lineas(*(_CONSULTAS[one](desenlace, palabras) for one in asked))


def _beside(desenlace: Desenlace, palabras: Palabras) -> str:
    """Answer the questions that the matiz does not answer itself."""
    own = {Matiz.ROBOT: Consulta.IDENTIDAD, Matiz.CITAS: Consulta.CITAS}.get(desenlace.matiz, Consulta.HUECOS)
    return consultas(desenlace, palabras, without=frozenset({own}))


def _asked_about(desenlace: Desenlace, palabras: Palabras) -> tuple[Servicio, ...]:
    """Return the servicios that were asked about; all where none was named."""
    every = palabras.tenant.servicios
    named = [palabras.tenant.servicio(one) for one in dict.fromkeys(desenlace.servicios_consultados)]
    return tuple(one for one in named if one) or every


def _precio(desenlace: Desenlace, palabras: Palabras) -> str:
    with_length = Consulta.DURACION in desenlace.consultas
    return lineas(*(_priced(one, with_length=with_length) for one in _asked_about(desenlace, palabras)))


def _priced(servicio: Servicio, *, with_length: bool) -> str:
    price = servicio.precio or "el precio te lo confirma el negocio"
    length = f" ({duracion(servicio.minutos)})" if with_length else ""
    return f"{frase(servicio.nombre)}: {price}{length}"


def _duracion(desenlace: Desenlace, palabras: Palabras) -> str:
    servicios = _asked_about(desenlace, palabras)
    return lineas(*(f"{frase(one.nombre)}: {duracion(one.minutos)}" for one in servicios))


def _horario(desenlace: Desenlace, palabras: Palabras) -> str:
    days = dict.fromkeys(desenlace.dias_consultados)
    return lineas(*(horario_del_dia(palabras, fecha) for fecha in days)) or horario_semanal(palabras)


def _direccion(desenlace: Desenlace, palabras: Palabras) -> str:
    where = palabras.tenant.direccion
    if where and desenlace.estado is Estado.INFORMADA:
        return f"Estamos en {where}"
    return lugar(palabras) or _no_answer(palabras)


def _servicios(_desenlace: Desenlace, palabras: Palabras) -> str:
    return f"Hacemos {lista(servicio.nombre for servicio in palabras.tenant.servicios)}."


def _recursos(desenlace: Desenlace, palabras: Palabras) -> str:
    wanted = desenlace.servicios_consultados
    does = [one.nombre for one in palabras.tenant.recursos if one.does(wanted)]
    names = lista(does or [one.nombre for one in palabras.tenant.recursos])
    if wanted and does:
        return f"{frase(palabras.servicios(wanted))}: {names}."
    return f"{'Atienden' if len(palabras.tenant.recursos) > 1 else 'Atiende'} {names}."


def _contacto(_desenlace: Desenlace, palabras: Palabras) -> str:
    contacto = palabras.tenant.contacto
    ways = (contacto.telefono, contacto.email, contacto.whatsapp, *contacto.redes_sociales)
    named = [way for way in ways if way]
    return f"Contacto: {', '.join(named)}" if named else _no_answer(palabras)


def _no_answer(palabras: Palabras) -> str:
    return palabras.pick("Ese dato no lo tengo a mano.", "No tengo ese dato.")


def _otra(_desenlace: Desenlace, _palabras: Palabras) -> str:
    return "Lo otro que preguntas no lo sé: le aviso al negocio para que te responda."


def _robot(_desenlace: Desenlace, palabras: Palabras) -> str:
    nombre = palabras.tenant.nombre
    return palabras.pick(
        f"Te responde un sistema automático de {nombre}: gestión de notificaciones para agenda, independiente de WhatsApp y de Meta.",
        f"Son respuestas automáticas de {nombre}, de un sistema independiente de WhatsApp y de Meta.",
    )


def _citas(desenlace: Desenlace, palabras: Palabras) -> str:
    citas = tocadas(desenlace)
    if not citas:
        return "No encuentro citas por venir."
    if len(citas) == 1:
        return palabras.pick(
            f"Tu cita es {palabras.linea(citas[0])}", f"Tienes esta cita: {palabras.linea(citas[0])}"
        )
    return f"Tienes {len(citas)} citas:\n{palabras.lineas_de(citas)}"


def _huecos(desenlace: Desenlace, palabras: Palabras) -> str:
    return ofrecidas(desenlace.alternativas, desenlace.pedido, palabras)


def _sin_huecos(desenlace: Desenlace, palabras: Palabras) -> str:
    when = pedido_dicho(desenlace.pedido, palabras)
    return lineas(f"{frase(when)} ya no hay nada libre.", _huecos(desenlace, palabras))


def _sin_citas(desenlace: Desenlace, palabras: Palabras) -> str:
    what = {Intencion.CANCELAR: " para cancelar", Intencion.CAMBIAR: " para cambiar"}.get(
        desenlace.intencion, ""
    )
    return palabras.pick(
        f"No encuentro ninguna cita por venir{what}. Si quieres una, dime el servicio, el día y la hora.",
        f"No hay ninguna cita por venir{what}. Si quieres pedir una, dime qué servicio y para cuándo.",
    )


def _humano(desenlace: Desenlace, palabras: Palabras) -> str:
    tells = f"le aviso a una persona de {palabras.tenant.nombre} para que te responda por aquí."
    if desenlace.matiz is Matiz.SIN_RESPUESTA_EN_CATALOGO:
        # Said of a question and of what is only told: "llego diez minutos tarde".
        return palabras.pick(f"Eso lo ve el negocio: {tells}", f"Eso no lo respondo yo; {tells}")
    if desenlace.matiz is Matiz.DATOS:
        return f"Recibí la solicitud sobre tus datos personales: {tells}"
    if desenlace.matiz is Matiz.NO_ENTENDIDO:
        return f"No logro entender el mensaje, así que {tells}"
    return palabras.pick(frase(tells), f"Está bien, {tells}")


def _olvidado(_desenlace: Desenlace, palabras: Palabras) -> str:
    return palabras.pick(
        "De acuerdo, no se reservó nada. Cuando quieras, escríbenos.",
        "Está bien, no hay nada reservado. Aquí estamos cuando quieras.",
    )


def _se_queda(desenlace: Desenlace, palabras: Palabras) -> str:
    citas = tocadas(desenlace)
    stays = palabras.pick("De acuerdo, no se cambió nada.", "Está bien, todo sigue igual.")
    return lineas(stays, *(f"La cita sigue: {palabras.linea(cita)}" for cita in citas))


def _gracias(_desenlace: Desenlace, palabras: Palabras) -> str:
    return f"{palabras.pick('Con gusto.', 'Con mucho gusto.')} {_pendiente(palabras)}"


def _pospuesta(_desenlace: Desenlace, palabras: Palabras) -> str:
    return f"{palabras.pick('De acuerdo.', 'Está bien.')} {_pendiente(palabras)}"


def _pendiente(palabras: Palabras) -> str:
    return palabras.pick(
        "Sigue pendiente la propuesta: responde sí o no.", "A la propuesta responde sí o no."
    )


def _insiste(desenlace: Desenlace, palabras: Palabras) -> str:
    citas = tocadas(desenlace)
    nothing = palabras.pick("No hay nada pendiente por confirmar.", "No hace falta confirmar nada más.")
    return lineas(nothing, *(f"La cita sigue: {palabras.linea(cita)}" for cita in citas))


def _sin_respuesta(_desenlace: Desenlace, palabras: Palabras) -> str:
    return _no_answer(palabras)


def _listo(_desenlace: Desenlace, palabras: Palabras) -> str:
    return palabras.pick("De acuerdo.", "Está bien.")


_Answer = Callable[[Desenlace, Palabras], str]

_CONSULTAS: dict[Consulta, _Answer] = {
    Consulta.CITAS: _citas,
    Consulta.HUECOS: _huecos,
    Consulta.PRECIO: _precio,
    Consulta.DURACION: _duracion,
    Consulta.HORARIO: _horario,
    Consulta.DIRECCION: _direccion,
    Consulta.SERVICIOS: _servicios,
    Consulta.RECURSOS: _recursos,
    Consulta.CONTACTO: _contacto,
    Consulta.IDENTIDAD: _robot,
    Consulta.OTRA: _otra,
}

_MATICES: dict[Matiz, _Answer] = {
    Matiz.OLVIDADO: _olvidado,
    Matiz.SE_QUEDA: _se_queda,
    Matiz.GRACIAS: _gracias,
    Matiz.POSPUESTA: _pospuesta,
    Matiz.INSISTE: _insiste,
    Matiz.ROBOT: _robot,
    Matiz.SIN_RESPUESTA_EN_CATALOGO: _sin_respuesta,
    Matiz.HUECOS: _huecos,
    Matiz.SIN_HUECOS: _sin_huecos,
    Matiz.CITAS: _citas,
}
