"""Rows as plain values. Nothing here knows a database, so that a process which only assesses loads none."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

NewRow = tuple[object, ...]
"""One row in the order of the table's columns, as values the database driver takes as they are."""


@dataclass(frozen=True, slots=True)
class CaseRows:
    """Everything that is derived of a case: rows without the case's name, each table's in the order of its keys."""

    name: str
    members: tuple[str, ...]
    orders: tuple[NewRow, ...]
    documents: tuple[NewRow, ...]
    deviations: tuple[NewRow, ...]
    unmatched: tuple[NewRow, ...]


def in_order(rows: Iterable[NewRow]) -> tuple[NewRow, ...]:
    """Rows of one table and case by their key, which comes first; databases have orders of their own for texts."""
    return tuple(sorted(rows, key=_first))


def _first(row: NewRow) -> Any:
    return row[0]
