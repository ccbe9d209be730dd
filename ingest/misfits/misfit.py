"""Why a layout does not fit a file: one sentence each, with the key of the entry to change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

_LISTED = 10


@dataclass(frozen=True, slots=True)
class Misfit:
    """What of a layout does not fit a file. `key` is that of the entry ("columns.quantity"), `where` a place of the
    file."""

    layout: str
    key: str
    message: str
    where: str | None = None


def nearest(wanted: str, present: Iterable[str]) -> str:
    """What stands there instead of something that is missing: the most alike, or else all."""
    there = list(dict.fromkeys(one for one in present if one))
    near = get_close_matches(wanted, there, n=2, cutoff=0.5) or _containing(wanted, there)
    if near:
        return f"nearest: {_quoted(near)}"
    return f"there are: {_quoted(there[:_LISTED])}" if there else "there is nothing"


def _containing(wanted: str, there: Sequence[str]) -> list[str]:
    key = wanted.casefold()
    return [one for one in there if one.casefold() in key or key in one.casefold()][:2]


def _quoted(texts: Sequence[str]) -> str:
    return ", ".join(f'"{text[:60]}"' for text in texts)
