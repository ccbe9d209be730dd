"""Choosing among segments that say by a qualifier what they are."""

from collections.abc import Iterable, Sequence
from typing import Any

from ingest.record import Record


def first_of(segments: Iterable[Record], qualifiers: Sequence[str], key: str) -> Any:
    """What the first of these qualifiers has under `key`; None if none of them has it."""
    segments = list(segments)
    for qualifier in qualifiers:
        for one in segments:
            if one.get("qualifier") == qualifier and key in one:
                return one[key]
    return None


def all_of(segments: Iterable[Record], qualifiers: Iterable[str], key: str) -> list[Any]:
    """What any of these qualifiers has under `key`, each once, in the order of the file."""
    wanted = frozenset(qualifiers)
    return list(dict.fromkeys(one[key] for one in segments if one.get("qualifier") in wanted and key in one))
