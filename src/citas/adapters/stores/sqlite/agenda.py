"""What occupies the agenda, read from the covering index alone."""

from operator import itemgetter

from citas.adapters.stores.sqlite.reader import Reader
from citas.adapters.stores.units import LONGEST_SECONDS
from citas.domain.citas import Instant, Ocupacion, TipoOcupacion

_TIPOS: dict[str, TipoOcupacion] = {"confirmada": "cita", "bloqueada": "hold", "bloqueo": "bloqueo"}

_OF_A_HOLD = "CASE estado WHEN 'bloqueada' THEN {0} END"
_SPAN = "WHERE tenant_id = ?1 AND start > ?2 AND start < ?3 AND claimed_end > ?4"
_OF_CITAS = (
    'SELECT recurso_id, start, "end", claimed_end, estado, id, '
    f"{_OF_A_HOLD.format('expira')}, {_OF_A_HOLD.format('mueve')}, otros "
    f"FROM cita INDEXED BY cita_agenda {_SPAN} AND estado <> 'cancelada'"
)
_OF_BLOQUEOS = (
    "SELECT recurso_id, start, \"end\", claimed_end, 'bloqueo', id, NULL, NULL, otros "
    f"FROM bloqueo INDEXED BY bloqueo_start {_SPAN}"
)
_BY_START = itemgetter(1, 5)


def ocupaciones_in(reader: Reader, tenant_id: str, desde: Instant, hasta: Instant) -> tuple[Ocupacion, ...]:
    """See `Door.ocupaciones`."""
    span = (tenant_id, desde - LONGEST_SECONDS, hasta, desde)
    rows = [*reader.rows(_OF_CITAS, span), *reader.rows(_OF_BLOQUEOS, span)]
    # Each comes by start from its index: sorting what is nearly sorted costs less than a sort in SQLite.
    rows.sort(key=_BY_START)
    return tuple(
        Ocupacion(recurso, start, end, until, _TIPOS[estado], owner_id, expira, mueve)
        for recurso_id, start, end, until, estado, owner_id, expira, mueve, otros in rows
        for recurso in ((recurso_id, *otros.split("\n")) if otros else (recurso_id,))
    )
