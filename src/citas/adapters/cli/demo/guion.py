"""The fixed conversation: two people, one chair too few, a change of mind."""

from rich.console import Console

from citas.adapters.cli.demo.chat import bubble
from citas.adapters.cli.demo.sesion import Sesion
from citas.adapters.cli.demo.tablero import read_dia, table

_PAUSE_SECONDS = 0.9
_BETWEEN_SECONDS = 40

GUION = (
    ("Juan Pérez", "Hola, me regala una cita para corte mañana a las 5 de la tarde"),
    ("Juan Pérez", "sí, gracias"),
    ("Ana Ruiz", "buenas, tienen campo mañana a las 5 pm pa la barba?"),
    ("Ana Ruiz", "la segunda"),
    ("Ana Ruiz", "dale"),
    ("Juan Pérez", "uy, cámbieme la cita para el viernes a la misma hora"),
    ("Juan Pérez", "sí"),
    ("Juan Pérez", "¿a qué hora es que quedó mi cita?"),
    ("Ana Ruiz", "qué pena, me toca cancelar lo de mañana"),
    ("Ana Ruiz", "sí, cancélela por favor"),
)


async def play(sesion: Sesion, console: Console) -> None:
    """Play it, with pauses only for somebody who watches; the agenda is shown wherever it changed."""
    console.rule(f"{sesion.tenant.nombre} · gestión de notificaciones para agenda")
    shown = None
    for quien, texto in GUION:
        sesion.quien = quien
        answer = await sesion.write(texto)
        for globo in sesion.globos[-2:]:
            console.print(bubble(globo))
            if console.is_terminal:
                await sesion.world.clock.sleep(_PAUSE_SECONDS)
        dia = await read_dia(sesion.world, sesion.tenant, sesion.dia)
        if answer.estado in {"confirmada", "reprogramada", "cancelada"} and dia != shown:
            console.print(table(dia))
            console.print()
            shown = dia
        sesion.advance(_BETWEEN_SECONDS)
    console.rule("Ahora usted: citas demo")
