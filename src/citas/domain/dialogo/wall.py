"""The wall clock of a zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from citas.domain.citas import Instant


def local_day_minute(zona: ZoneInfo, instant: Instant) -> tuple[date, int]:
    """Return the local day of an instant and its minutes since midnight."""
    moment = datetime.fromtimestamp(instant, zona)
    return moment.date(), moment.hour * 60 + moment.minute
