"""Which known name somebody probably meant."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_CLEARLY_MEANT = 0.6


def nearest(name: str, known: Sequence[str]) -> str:
    """A suggestion for an unknown `name`: the nearest known one, and all of them where none is near."""
    if not known:
        return "there is none to choose from"
    ranked = sorted(known, key=lambda one: (-_likeness(name, one), one))
    if _likeness(name, ranked[0]) >= _CLEARLY_MEANT:
        return f'did you mean "{ranked[0]}"?'
    return f'the nearest is "{ranked[0]}", known are: {", ".join(sorted(known))}'


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
