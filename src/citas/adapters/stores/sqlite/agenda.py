"""What occupies the agenda, read from the covering index alone."""

from functools import lru_cache

from citas.adapters.stores.sqlite.reader import Reader
from citas.adapters.stores.units import LONGEST_SECONDS
from citas.domain.citas import Instant, Ocupacion, TipoOcupacion

_TIPOS: dict[str, TipoOcupacion] = {"confirmada": "cita", "bloqueada": "hold", "bloqueo": "bloqueo"}

# The same agenda is read for every mensaje: what stands in it need not be made anew each time.
_ocupacion = lru_cache(maxsize=8192)(Ocupacion)

_OF_A_HOLD = "CASE estado WHEN 'bloqueada' THEN {0} END"
_SPAN = "FROM {0} WHERE tenant_id = ?1 AND start > ?2 AND start < ?3 AND claimed_end > ?4"
_OCUPACIONES = (
    'SELECT recurso_id, start, "end", claimed_end, estado, id, '
    f"{_OF_A_HOLD.format('expira')}, {_OF_A_HOLD.format('mueve')}, otros "
    f"{_SPAN.format('cita INDEXED BY cita_agenda')} AND estado <> 'cancelada' "
    "UNION ALL SELECT recurso_id, start, \"end\", claimed_end, 'bloqueo', id, NULL, NULL, otros "
    f"{_SPAN.format('bloqueo')} ORDER BY 2, 6"
)


def ocupaciones_in(reader: Reader, tenant_id: str, desde: Instant, hasta: Instant) -> tuple[Ocupacion, ...]:
    """See `Door.ocupaciones`."""
    rows = reader.rows(_OCUPACIONES, (tenant_id, desde - LONGEST_SECONDS, hasta, desde))
    found = [
        _ocupacion(recurso, start, end, until, _TIPOS[estado], owner_id, expira, mueve)
        for recurso_id, start, end, until, estado, owner_id, expira, mueve, otros in rows
        for recurso in ((recurso_id, *otros.split("\n")) if otros else (recurso_id,))
    ]
    return tuple(found)
