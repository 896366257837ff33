"""How many examples a property is tried with: all of them, or few in the quick run."""

from hypothesis import settings

QUICK = "rapido"
_SHARE = 8


def examples(many: int) -> int:
    """Return how many to try of `many`."""
    return max(2, many // _SHARE) if settings.get_current_profile_name() == QUICK else many
