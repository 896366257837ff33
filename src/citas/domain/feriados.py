"""Public holidays of a country: the default set of the `holidays` library, observed days included."""

from datetime import date
from functools import cache

import holidays


def is_feriado(pais: str, fecha: date) -> bool:
    """Tell whether the day is a public holiday of `pais` (ISO 3166 alpha-2); an unknown country has none."""
    return fecha in feriados(pais, fecha.year)


@cache
def feriados(pais: str, year: int) -> frozenset[date]:
    """Return the public holidays of one year."""
    try:
        return frozenset(holidays.country_holidays(pais.upper(), years=year))
    except NotImplementedError:
        return frozenset()
