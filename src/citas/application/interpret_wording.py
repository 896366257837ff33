"""The words of a reply from a model, where every fact in them is the house's; otherwise the template."""

from datetime import date

from citas.application.interpret import mode_of
from citas.application.interpret_permit import Leave, Llamadas
from citas.application.ports import World
from citas.domain.catalogo import Tenant
from citas.domain.desenlaces import Desenlace
from citas.domain.errors import InterpreterError
from citas.language.candado.situaciones import filled, sentence_of


async def reword(
    world: World, tenant: Tenant, desenlace: Desenlace, hoy: date, texto: str, llamadas: Llamadas
) -> str:
    """Return a reply in a model's words, or `texto` itself. Never raises; only in mode `llm` is it asked.

    `hoy`: the mensaje's day, from which "hoy" and "mañana" count.
    """
    interpreter = world.interpreter
    if interpreter is None or mode_of(world, tenant) != "llm":
        return texto
    frase = sentence_of(desenlace, tenant, hoy, texto)
    if frase is None:
        return texto
    leave = Leave(world, interpreter, tenant, llamadas)
    try:
        redaccion = await interpreter.reword(frase.encargo, leave)
    except InterpreterError as error:
        leave.complain(error)
        _note(world, tenant, leave, error.codigo)
        return texto
    worded = filled(frase, redaccion)
    _note(world, tenant, leave, "" if worded else "palabras")
    return worded or texto


def _note(world: World, tenant: Tenant, leave: Leave, fallo: str) -> None:
    world.telemetry.note(
        "redaccion_de_modelo", tenant.id, fallo=fallo, peticiones=leave.asked, nanos_usd=leave.spent
    )
