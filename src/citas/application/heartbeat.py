"""A device says that it lives, and how it is."""

from dataclasses import dataclass

from citas.application.persist import decide
from citas.application.ports import Caller, Insert, Replace, Seal, World, unsealed
from citas.domain.mensajes import Latido


@dataclass(frozen=True, slots=True)
class Beat:
    """What the app says of itself; `cola`: mensajes that it has not posted yet."""

    permiso: bool
    escuchando: bool
    bateria_sin_limite: bool
    cola: int
    version_app: str


async def beat(world: World, caller: Caller, beat: Beat, seal: Seal[None] = unsealed) -> None:
    """Record the heartbeat; a device that was reported silent may be reported again after it."""
    await decide(lambda: _beat(world, caller, beat, seal))


async def _beat(world: World, caller: Caller, beat: Beat, seal: Seal[None]) -> None:
    door, now = world.stores.of(caller.tenant_id), world.clock.now()
    # An app that still uses the tenant's key is a device without a name.
    stored = await door.latido(caller.clave_id)
    latido = Latido(
        id=caller.clave_id,
        version=stored.version + 1 if stored else 1,
        nombre=caller.dispositivo or "",
        cuando=now,
        permiso=beat.permiso,
        escuchando=beat.escuchando,
        bateria_sin_limite=beat.bateria_sin_limite,
        cola=beat.cola,
        version_app=beat.version_app,
    )
    await door.commit((Replace(latido) if stored else Insert(latido), *seal(None)), now)
