"""The business's explicit opt-in to notification access: recorded, shown, withdrawn."""

from dataclasses import replace

from citas.application.persist import decide
from citas.application.ports import Caller, Insert, Replace, Seal, World, unsealed
from citas.domain.errors import InputError
from citas.domain.mensajes import Consentimiento


async def read_consent(world: World, caller: Caller) -> Consentimiento | None:
    """Return the current record, accepted or withdrawn."""
    return (await world.stores.of(caller.tenant_id).configured()).consentimiento


async def record_consent(
    world: World,
    caller: Caller,
    acepta: bool,  # noqa: FBT001 — the first word of the record, as the contract orders it
    version: str | None,
    nombre: str | None,
    seal: Seal[Consentimiento] = unsealed,
) -> Consentimiento:
    """Record who accepted which text, when and on which device; or who withdrew it.

    Raises InputError: accepted without a name or a version.
    """
    if acepta and not (version and version.strip()):
        raise InputError("version", "Diga qué versión del texto se aceptó.")
    if acepta and not (nombre and nombre.strip()):
        raise InputError("nombre", "Diga quién acepta.")
    record = Consentimiento(
        version=1,
        acepta=acepta,
        texto_version=version.strip() if version else None,
        nombre=nombre.strip() if nombre else None,
        cuando=world.clock.now(),
        dispositivo=caller.dispositivo,
        origen="http",
    )
    return await decide(lambda: _record(world, caller, record, seal))


async def _record(
    world: World, caller: Caller, record: Consentimiento, seal: Seal[Consentimiento]
) -> Consentimiento:
    door = world.stores.of(caller.tenant_id)
    stored = (await door.configured()).consentimiento
    if stored is not None:
        # A withdrawal that names no text is of the text that was accepted: an older file must not undo it.
        version = record.texto_version or stored.texto_version
        record = replace(record, version=stored.version + 1, texto_version=version)
    await door.commit((Replace(record) if stored else Insert(record), *seal(record)), record.cuando)
    return record
