"""Something that the owner should be told, as a document to store."""

from datetime import date

from citas.application.ports import World
from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco, Instant
from citas.domain.mensajes import Aviso
from citas.language.escritos.avisos import TipoAviso, aviso_text

DAY_SECONDS = 86_400


def new_aviso(
    world: World,
    tenant: Tenant,
    tipo: TipoAviso,
    now: Instant,
    *,
    quien: str | None = None,
    cita: Cita | Hueco | None = None,
    plazo: date | None = None,
    cliente_id: str | None = None,
    detalle: str | None = None,
) -> Aviso:
    """Word an aviso; it is kept as long as a mensaje."""
    return Aviso(
        id=world.ids.new_id(),
        version=1,
        tipo=tipo.value,
        texto=aviso_text(tipo, tenant, quien=quien, cita=cita, detalle=detalle, plazo=plazo),
        creado=now,
        cita_id=cita.id if isinstance(cita, Cita) else None,
        cliente_id=cliente_id,
        borrar_en=world.clock.real() + tenant.politicas.retencion_dias * DAY_SECONDS,
    )
