"""Which known name somebody probably meant."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_CLEARLY_MEANT = 0.6


def nearest(name: str, known: Sequence[str]) -> str:
    """A suggestion for an unknown `name`: the nearest known one, and all of them where none is near."""
    if not known:
        return "there is none to choose from"
    near = meant(name, known)
    if near is not None:
        return f'did you mean "{near}"?'
    return f'the nearest is "{_ranked(name, known)[0]}", known are: {", ".join(sorted(known))}'


def meant(name: str, known: Sequence[str]) -> str | None:
    """The known one that was clearly meant by an unknown `name`; None if none is near."""
    first = next(iter(_ranked(name, known)), None)
    return first if first is not None and _likeness(name, first) >= _CLEARLY_MEANT else None


def _ranked(name: str, known: Sequence[str]) -> list[str]:
    return sorted(known, key=lambda one: (-_likeness(name, one), one))


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
