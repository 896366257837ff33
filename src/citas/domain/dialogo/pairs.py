"""Days that were said each with hours of its own: "el sábado en la mañana o el domingo tipo 4"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from citas.domain.deseos import Deseo

_SEVERAL = 2


def owners(dias: Sequence[int], horas: Sequence[int]) -> tuple[int, ...] | None:
    """Return which day each hour belongs to, by where they stand; None where every hour is of every day.

    >>> owners([0, 4], [1, 5])
    (0, 1)
    """
    if len(dias) < _SEVERAL or len(horas) < _SEVERAL:
        return None
    shift = 0 if min(horas) < min(dias) else 1
    found = tuple(bisect_left(dias, at + shift) - shift for at in horas)
    return found if set(found) == set(range(len(dias))) else None


def apart(deseo: Deseo) -> tuple[Deseo, ...]:
    """Return a wish for each day with its own hours; the wish itself where they are not paired."""
    order = sorted(deseo.dias, key=lambda dias: dias.span)
    found = owners([dias.span[0] for dias in order], [horas.span[0] for horas in deseo.horas])
    if found is None:
        return (deseo,)
    own = [
        tuple(horas for horas, owner in zip(deseo.horas, found, strict=True) if owner == index)
        for index in range(len(order))
    ]
    return tuple(replace(deseo, dias=(dias,), horas=horas) for dias, horas in zip(order, own, strict=True))
