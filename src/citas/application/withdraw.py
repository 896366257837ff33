"""Take back what a chat was told or offered, because somebody else speaks now."""

from collections.abc import Iterable
from dataclasses import replace

from citas.application.ports import Door, Remove, Replace, Write
from citas.domain.citas import Cita
from citas.domain.conversacion import Conversacion
from citas.domain.mensajes import Salida


def withdrawn(salidas: Iterable[Salida]) -> tuple[Write, ...]:
    """Withdraw the `pendiente` salidas but those that tell a change of the agenda."""
    return tuple(
        Replace(replace(salida, version=salida.version + 1, estado="retirada"))
        for salida in salidas
        if not salida.cambia_agenda
    )


async def replaced_by_newer(door: Door, chat: Conversacion) -> tuple[Write, ...]:
    """Withdraw what the chat was not told yet."""
    known = [await door.salida(salida_id) for salida_id in chat.salidas_id]
    return withdrawn(salida for salida in known if salida and salida.estado == "pendiente")


async def hold_of(door: Door, chat: Conversacion) -> Cita | None:
    """Return the hold of the chat's offer, if it is still stored."""
    hold_id = chat.oferta.hold_id if chat.oferta else None
    hold = await door.cita(hold_id) if hold_id else None
    return hold if hold is not None and hold.estado == "bloqueada" else None


async def freed_hold(door: Door, chat: Conversacion) -> tuple[Remove, ...]:
    """Free the slots that the chat's offer holds."""
    hold = await hold_of(door, chat)
    return (Remove(hold),) if hold else ()
