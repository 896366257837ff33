"""What a policy forbids, with its figure, and what can be done instead."""

from collections.abc import Callable

from citas.domain.desenlaces import Desenlace, Motivo
from citas.domain.deseos import Intencion
from citas.domain.politicas import furthest_day
from citas.language.wording.agenda import tocadas
from citas.language.wording.alternativas import pedido_dicho
from citas.language.wording.palabras import Palabras, lineas, lista

# More names than these are no help to choose from.
_MAX_NAMES = 8


def rechazada(desenlace: Desenlace, palabras: Palabras) -> str:
    """Say which policy forbids it, and what can be done instead."""
    return _REASONS.get(desenlace.motivo, _sin_motivo)(desenlace, palabras)


def en_espera(desenlace: Desenlace, palabras: Palabras) -> str:
    """Say that they wait to be told, for which day, and that nothing is booked."""
    wish = f": {pedido_dicho(desenlace.pedido, palabras)}" if desenlace.pedido.dia else ""
    return lineas(
        palabras.pick(f"Tomé nota en la lista de espera{wish}", f"Ya hay nota en la lista de espera{wish}"),
        "Si se desocupa algo, el negocio te avisa. Aún no hay nada reservado.",
    )


def _cancelacion_tardia(desenlace: Desenlace, palabras: Palabras) -> str:
    horas = palabras.tenant.politicas.cancelacion_min_horas
    least = "1 hora" if horas == 1 else f"{horas} horas"
    verb = "cambiar" if desenlace.intencion is Intencion.CAMBIAR else "cancelar"
    citas = tocadas(desenlace)
    cita = f"Es la cita de {palabras.linea(citas[0])}" if citas else ""
    why = f"Ya no se puede {verb} por aquí: hay que pedirlo con al menos {least} de anticipación."
    return lineas(why, cita, "Le aviso al negocio, por si pueden ayudarte.")


def _en_el_pasado(desenlace: Desenlace, palabras: Palabras) -> str:
    citas = tocadas(desenlace)
    if not citas:
        return "Eso ya pasó, así que no se puede cambiar ni cancelar."
    return lineas(f"Esa cita ya pasó: {palabras.linea(citas[0])}", "Ya no se puede cambiar ni cancelar.")


def _fuera_de_plazo(_desenlace: Desenlace, palabras: Palabras) -> str:
    days = palabras.tenant.politicas.max_adelanto_dias
    ahead = "1 día" if days == 1 else f"{days} días"
    rule = f"Todavía no se puede: las citas se dan con {ahead} de adelanto como máximo"
    if palabras.hoy is None:
        return f"{rule}. ¿Qué otro día te sirve?"
    last = palabras.el(furthest_day(palabras.tenant.politicas, palabras.hoy))
    return f"{rule}, hasta {last}. ¿Qué otro día te sirve?"


def _servicio_desconocido(_desenlace: Desenlace, palabras: Palabras) -> str:
    names = [servicio.nombre for servicio in palabras.tenant.servicios]
    if len(names) > _MAX_NAMES:
        return "Ese servicio no lo hacemos. ¿Qué otro quieres?"
    return f"Ese servicio no lo hacemos. Hacemos {lista(names)}. ¿Cuál quieres?"


def _demasiadas_citas(_desenlace: Desenlace, palabras: Palabras) -> str:
    most = palabras.tenant.politicas.max_citas_por_cliente
    limit = "1 cita" if most == 1 else f"{most} citas"
    return f"No se puede reservar otra: el máximo por persona es {limit} por venir. Para pedir otra, cancela o cambia una."


def _sin_motivo(_desenlace: Desenlace, _palabras: Palabras) -> str:
    return "Eso no se puede hacer por aquí."


_REASONS: dict[Motivo | None, Callable[[Desenlace, Palabras], str]] = {
    Motivo.CANCELACION_TARDIA: _cancelacion_tardia,
    Motivo.EN_EL_PASADO: _en_el_pasado,
    Motivo.FUERA_DE_PLAZO: _fuera_de_plazo,
    Motivo.SERVICIO_DESCONOCIDO: _servicio_desconocido,
    Motivo.DEMASIADAS_CITAS: _demasiadas_citas,
}
