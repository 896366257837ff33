"""What is offered and what was done: each cita with its weekday, date, hour, servicio and recurso."""

from citas.domain.citas import Cita
from citas.domain.desenlaces import Desenlace, Matiz
from citas.domain.deseos import Intencion
from citas.language.wording.palabras import Palabras, lineas

_NOON, _EVENING = 12, 7


def tocadas(desenlace: Desenlace) -> tuple[Cita, ...]:
    """Return the citas that the answer is about, as they are now."""
    return desenlace.citas or ((desenlace.cita,) if desenlace.cita else ())


def propuesta(desenlace: Desenlace, palabras: Palabras) -> str:
    """Offer something concrete, and say that it is not done and what to answer."""
    if desenlace.intencion is Intencion.CANCELAR:
        return _propuesta_cancelar(tocadas(desenlace), palabras)
    if desenlace.intencion is Intencion.CAMBIAR and desenlace.cita:
        return _propuesta_cambiar(desenlace, desenlace.cita, palabras)
    pending = palabras.pick(
        "Aún no queda reservada: responde sí para confirmarla.",
        "Todavía no está reservada: si la quieres, responde sí.",
    )
    offered = _offered(desenlace, palabras)
    return lineas(_why_this_one(desenlace, palabras), offered, _other_half(desenlace, palabras), pending)


def confirmada(desenlace: Desenlace, palabras: Palabras) -> str:
    """Say what was booked, and where to somebody new."""
    where = lugar(palabras) if desenlace.matiz is not Matiz.YA_VINO else ""
    return lineas(_done(tocadas(desenlace), palabras, "confirmada"), where)


def reprogramada(desenlace: Desenlace, palabras: Palabras) -> str:
    """Say what the cita is now, and apart from it what it was."""
    citas = tocadas(desenlace)
    if len(citas) > 1:
        return f"Listo, las citas quedan así:\n{palabras.lineas_de(citas)}"
    before = f"Antes: {palabras.linea(desenlace.antes)}" if desenlace.antes else ""
    return lineas(f"Listo, la cita queda así: {palabras.linea(citas[0])}", before)


def cancelada(desenlace: Desenlace, palabras: Palabras) -> str:
    """Say what was cancelled."""
    return lineas(
        _done(tocadas(desenlace), palabras, "cancelada"), "Si luego quieres otra, escríbenos por aquí."
    )


def lugar(palabras: Palabras) -> str:
    """Say where, in a sentence whose street may be called after a date."""
    where = palabras.tenant.direccion
    return f"La dirección es {where}, por si no la tienes." if where else ""


def _done(citas: tuple[Cita, ...], palabras: Palabras, participio: str) -> str:
    if len(citas) > 1:
        return f"Listo, citas {participio}s:\n{palabras.lineas_de(citas)}"
    return f"Listo, cita {participio}: {palabras.linea(citas[0])}"


def _offered(desenlace: Desenlace, palabras: Palabras) -> str:
    hueco = desenlace.alternativas[0]
    return f"{palabras.pick('Hay lugar', 'Está libre')} {palabras.cuando(hueco.start)} para {palabras.que(hueco)}."


def _why_this_one(desenlace: Desenlace, palabras: Palabras) -> str:
    if desenlace.matiz is Matiz.DE_NUEVO:
        return "La propuesta anterior ya había vencido, pero la hora sigue libre."
    if desenlace.matiz is Matiz.OTRO_RECURSO:
        return _otro_recurso(desenlace, palabras)
    return ""


def _otro_recurso(desenlace: Desenlace, palabras: Palabras) -> str:
    wanted = desenlace.pedido.recurso_id or (desenlace.cita.recurso_id if desenlace.cita else None)
    recurso = palabras.tenant.recurso(wanted) if wanted else None
    nombre = recurso.nombre if recurso else "Quien pediste"
    return f"{nombre} no está libre a esa hora, pero hay otra opción."


def _other_half(desenlace: Desenlace, palabras: Palabras) -> str:
    """The half of the day was only the likelier one."""
    if desenlace.matiz is not Matiz.CONVENCION:
        return ""
    hour = palabras.local(desenlace.alternativas[0].start).hour
    if hour >= _NOON:
        return "Si es por la mañana, dímelo."
    return f"Si es por la {'noche' if hour >= _EVENING else 'tarde'}, dímelo."


def _propuesta_cancelar(citas: tuple[Cita, ...], palabras: Palabras) -> str:
    if len(citas) > 1:
        pending = "Aún no están canceladas: responde sí para cancelarlas todas."
        return f"¿Cancelamos estas {len(citas)} citas?\n{palabras.lineas_de(citas)}\n{pending}"
    pending = palabras.pick(
        "Aún no está cancelada: responde sí para cancelarla.",
        "Sigue sin cancelar: responde sí y se cancela.",
    )
    return f"¿Cancelamos la cita de {palabras.linea(citas[0])}?\n{pending}"


def _propuesta_cambiar(desenlace: Desenlace, cita: Cita, palabras: Palabras) -> str:
    pending = palabras.pick("responde sí para cambiarla.", "si la quieres cambiar, responde sí.")
    stands = palabras.cuando(cita.start)
    if cita.start == desenlace.alternativas[0].start:
        stands = f"como {palabras.que(cita)}"
    return lineas(
        _why_this_one(desenlace, palabras),
        _offered(desenlace, palabras),
        _other_half(desenlace, palabras),
        f"La cita aún no se ha cambiado (sigue {stands}): {pending}",
    )
