"""What occupies the agenda, read from the covering index alone."""

from operator import itemgetter
from zoneinfo import ZoneInfo

from citas.adapters.stores.sqlite.reader import Reader
from citas.adapters.stores.units import LONGEST_SECONDS
from citas.domain.citas import Instant, Ocupacion, TipoOcupacion
from citas.domain.intervals import day_bounds, local_date

_TIPOS: dict[str, TipoOcupacion] = {"confirmada": "cita", "bloqueada": "hold", "bloqueo": "bloqueo"}

_OF_A_HOLD = "CASE estado WHEN 'bloqueada' THEN {0} END"
_CITA = (
    'SELECT recurso_id, start, "end", claimed_end, estado, id, '
    f"{_OF_A_HOLD.format('expira')}, {_OF_A_HOLD.format('mueve')}, otros FROM cita INDEXED BY "
)
_BLOQUEO = "SELECT recurso_id, start, \"end\", claimed_end, 'bloqueo', id, NULL, NULL, otros FROM bloqueo INDEXED BY "
_IN_THE_DAYS = " WHERE tenant_id = ?1 AND start >= ?2 AND start < ?3 AND claimed_end > ?4"
_FROM_BEFORE = " WHERE tenant_id = ?1 AND start > ?5 AND start < ?2 AND claimed_end > ?4 AND cruza = 1"
_OCUPACIONES = " UNION ALL ".join(
    (
        f"{_CITA}cita_agenda{_IN_THE_DAYS} AND estado <> 'cancelada'",
        f"{_CITA}cita_cruza{_FROM_BEFORE} AND estado <> 'cancelada'",
        f"{_BLOQUEO}bloqueo_start{_IN_THE_DAYS}",
        f"{_BLOQUEO}bloqueo_cruza{_FROM_BEFORE}",
    )
)
_BY_START = itemgetter(1, 5)


def ocupaciones_in(
    reader: Reader, tenant_id: str, zona: ZoneInfo | None, desde: Instant, hasta: Instant
) -> tuple[Ocupacion, ...]:
    """See `Door.ocupaciones`.

    What starts before the local day of `desde` reaches it only if its claim passes a midnight, which is
    rare and has an index of its own: so the days before are not read. `zona` None: they are.
    """
    earliest = desde - LONGEST_SECONDS
    first = day_bounds(zona, local_date(zona, desde))[0] if zona else earliest
    rows = reader.rows(_OCUPACIONES, (tenant_id, first, hasta, desde, earliest))
    # Each comes by start from its index: sorting what is nearly sorted costs less than a sort in SQLite.
    rows.sort(key=_BY_START)
    return tuple(
        [
            Ocupacion(recurso, start, end, until, _TIPOS[estado], owner_id, expira, mueve)
            for recurso_id, start, end, until, estado, owner_id, expira, mueve, otros in rows
            for recurso in ((recurso_id, *otros.split("\n")) if otros else (recurso_id,))
        ]
    )
