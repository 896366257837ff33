"""Why what was asked cannot be had, and all that can be had instead, in order."""

from collections.abc import Callable
from datetime import date
from itertools import groupby

from citas.domain.apertura import recurso_tramos, tenant_tramos
from citas.domain.citas import Hueco
from citas.domain.desenlaces import Desenlace, Motivo, Pedido
from citas.domain.horarios import Tramo
from citas.domain.intervals import local_start
from citas.language.wording.horas import cerrado, rangos
from citas.language.wording.palabras import PARTES, Palabras, duracion, frase, las, lineas, opciones, punto

_NOON, _EVENING = 12 * 60, 19 * 60


def alternativas(desenlace: Desenlace, palabras: Palabras) -> str:
    """Say why not, then every alternative by start with its own hour, grouped by day."""
    return lineas(
        frase(_reason(desenlace, palabras)), ofrecidas(desenlace.alternativas, desenlace.pedido, palabras)
    )


def pedido_dicho(pedido: Pedido, palabras: Palabras) -> str:
    """Say the day and hour that were asked for, as far as they were."""
    at = f"a {las(pedido.minutos)}" if pedido.minutos is not None else PARTES.get(pedido.parte or "", "")
    if pedido.dia is None:
        return at or "a esa hora"
    if pedido.hasta not in {None, pedido.dia}:
        return f"en esos días {at}".rstrip()
    return f"{palabras.el(pedido.dia)} {at}".rstrip()


def ofrecidas(huecos: tuple[Hueco, ...], pedido: Pedido, palabras: Palabras) -> str:
    """Offer free starts to choose from."""
    if not huecos:
        return palabras.pick(
            "No hay nada libre en días cercanos. ¿Qué otro día te sirve?",
            "En días cercanos no hay nada libre. Dime qué otro día te sirve.",
        )
    said = dichos(huecos, pedido, palabras)
    if len(huecos) == 1:
        return palabras.pick(f"Lo más cercano: {said}\n¿Te sirve?", f"Solo hay libre {said}\n¿Te sirve?")
    return palabras.pick(f"Hay libre: {said}\n¿Cuál prefieres?", f"Quedan libres: {said}\n¿Cuál te sirve?")


def dichos(huecos: tuple[Hueco, ...], pedido: Pedido, palabras: Palabras) -> str:
    """Say every start: `el martes 25 de agosto a las 3:45 p. m. o 4:00 p. m.; el miércoles 26 de agosto…`."""
    by_day = groupby(huecos, key=lambda hueco: palabras.local(hueco.start).date())
    with_whom = _differ(huecos, pedido)
    return "; ".join(_of_a_day(fecha, tuple(same), palabras, with_whom=with_whom) for fecha, same in by_day)


def _of_a_day(fecha: date, huecos: tuple[Hueco, ...], palabras: Palabras, *, with_whom: bool) -> str:
    """Say whose each hour is only where they differ; else once for the day."""
    whose = [palabras.con(hueco.recurso_id) if with_whom else "" for hueco in huecos]
    shared = whose[0] if len(set(whose)) == 1 else ""
    moments = [palabras.local(hueco.start) for hueco in huecos]
    hours = [las(moment.hour * 60 + moment.minute) for moment in moments]
    said = [hours[0], *(_bare(hour) for hour in hours[1:])]
    each = said if shared else [f"{hour}{who}" for hour, who in zip(said, whose, strict=True)]
    return f"{palabras.el(fecha)} a {opciones(each)}{shared}"


def _bare(said: str) -> str:
    return said.removeprefix("las ").removeprefix("la ")


def _differ(huecos: tuple[Hueco, ...], pedido: Pedido) -> bool:
    """Who it is with matters where somebody was asked for and another is offered."""
    return pedido.recurso_id is not None and any(h.recurso_id != pedido.recurso_id for h in huecos)


def _reason(desenlace: Desenlace, palabras: Palabras) -> str:
    return _REASONS[desenlace.motivo](desenlace, palabras) if desenlace.motivo in _REASONS else ""


def _who(pedido: Pedido, palabras: Palabras) -> str | None:
    recurso = palabras.tenant.recurso(pedido.recurso_id) if pedido.recurso_id else None
    return recurso.nombre if recurso else None


def _ocupado(desenlace: Desenlace, palabras: Palabras) -> str:
    pedido = desenlace.pedido
    moment, who = pedido_dicho(pedido, palabras), _who(pedido, palabras)
    if pedido.minutos is None:
        return _none_left(desenlace, palabras, moment)
    return f"{moment} {who} ya no está libre." if who else f"{moment} ya está ocupado."


def _none_left(desenlace: Desenlace, palabras: Palabras, moment: str) -> str:
    pedido, who = desenlace.pedido, _who(desenlace.pedido, palabras)
    if any(_inside(hueco, pedido, palabras) for hueco in desenlace.alternativas):
        return f"{moment} ya queda poco{f' con {who}' if who else ''}."
    return f"{moment} ya no hay nada libre{f' con {who}' if who else ''}."


def _inside(hueco: Hueco, pedido: Pedido, palabras: Palabras) -> bool:
    moment = palabras.local(hueco.start)
    last = pedido.hasta or pedido.dia
    if pedido.dia and last and not pedido.dia <= moment.date() <= last:
        return False
    return pedido.parte in {None, _parte(moment.hour * 60 + moment.minute)}


def _parte(minutos: int) -> str:
    if minutos < _NOON:
        return "mañana"
    return "tarde" if minutos < _EVENING else "noche"


def _cerrado(desenlace: Desenlace, palabras: Palabras) -> str:
    pedido = desenlace.pedido
    if pedido.dia is None or tenant_tramos(palabras.tenant, pedido.dia):
        return "ese día no abrimos."
    return f"{cerrado(palabras, pedido.dia)}."


def _fuera_de_horario(desenlace: Desenlace, palabras: Palabras) -> str:
    pedido = desenlace.pedido
    tramos = tenant_tramos(palabras.tenant, pedido.dia) if pedido.dia else ()
    at = pedido_dicho(Pedido(minutos=pedido.minutos, parte=pedido.parte), palabras)
    if not tramos or pedido.dia is None:
        return f"{at} no atendemos."
    return punto(
        f"{at} {_no_room(pedido, palabras, tramos)}: {palabras.el(pedido.dia)} abrimos {rangos(tramos)}"
    )


def _no_room(pedido: Pedido, palabras: Palabras, tramos: tuple[Tramo, ...]) -> str:
    """Inside the hours, either the clock skips that time or closing comes too soon."""
    if pedido.dia is None or pedido.minutos is None:
        return "no se puede"
    if local_start(palabras.tenant.zona, pedido.dia, pedido.minutos) is None:
        return "no se puede, por el cambio de hora"
    inside = any(tramo.desde <= pedido.minutos < tramo.hasta for tramo in tramos)
    return "no alcanza el tiempo antes de cerrar" if inside else "no se puede"


def _hora_no_alineada(desenlace: Desenlace, palabras: Palabras) -> str:
    every = palabras.tenant.politicas.slot_minutos
    at = pedido_dicho(Pedido(minutos=desenlace.pedido.minutos), palabras)
    return f"{at} no se puede: las citas empiezan cada {every} minutos."


def _recurso_no_disponible(desenlace: Desenlace, palabras: Palabras) -> str:
    pedido = desenlace.pedido
    recurso = palabras.tenant.recurso(pedido.recurso_id) if pedido.recurso_id else None
    if recurso is None:
        return _nobody(desenlace, palabras)
    servicios_id = desenlace.deseo.servicios_id if desenlace.deseo else ()
    if not recurso.does(servicios_id):
        return f"{recurso.nombre} no hace {palabras.servicios(servicios_id)}."
    if pedido.dia is None:
        return f"{recurso.nombre} no atiende a esa hora."
    tramos = recurso_tramos(recurso, tenant_tramos(palabras.tenant, pedido.dia), pedido.dia)
    if not tramos or pedido.minutos is None:
        return f"{recurso.nombre} no atiende {palabras.el(pedido.dia)}."
    hours = f"su horario ese día es {rangos(tramos)}"
    return punto(f"{recurso.nombre} no atiende {pedido_dicho(pedido, palabras)}: {hours}")


def _nobody(desenlace: Desenlace, palabras: Palabras) -> str:
    if desenlace.pedido.recurso_desconocido:
        return "no encuentro a esa persona en el equipo."
    moment = pedido_dicho(desenlace.pedido, palabras)
    servicios_id = desenlace.deseo.servicios_id if desenlace.deseo else ()
    what = f"quien hace {palabras.servicios(servicios_id)}" if servicios_id else "nadie"
    return f"{moment} no atiende {what}."


def _anticipacion(desenlace: Desenlace, palabras: Palabras) -> str:
    least = duracion(palabras.tenant.politicas.anticipacion_min_minutos)
    return f"{pedido_dicho(desenlace.pedido, palabras)} ya no alcanza: se reserva con al menos {least} de anticipación."


def _en_el_pasado(desenlace: Desenlace, palabras: Palabras) -> str:
    return f"{pedido_dicho(desenlace.pedido, palabras)} ya pasó."


_REASONS: dict[Motivo | None, Callable[[Desenlace, Palabras], str]] = {
    Motivo.OCUPADO: _ocupado,
    Motivo.CERRADO: _cerrado,
    Motivo.FERIADO: _cerrado,
    Motivo.FUERA_DE_HORARIO: _fuera_de_horario,
    Motivo.HORA_NO_ALINEADA: _hora_no_alineada,
    Motivo.RECURSO_NO_DISPONIBLE: _recurso_no_disponible,
    Motivo.ANTICIPACION: _anticipacion,
    Motivo.EN_EL_PASADO: _en_el_pasado,
}
