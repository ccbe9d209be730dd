"""One optimal assignment: document lines to order lines so that the points of all pairs together are the most.

Never greedy, and exact: points are whole numbers. An order line has a seat for each document line that may sit there at
a time. Beside the best assignment stands, for each pair in it, what the whole would lose without that pair: the
runner-up of a line, given that all others may move too. A loss of 0 is a tie.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

Gains = Mapping[tuple[int, int], int]
"""(document line, order line), by any numbers of theirs → the points that the pair is worth, above 0."""

MOST_COMPETING = 150
"""So many document lines, or seats, may compete for each other; where more do, nothing of them is assigned."""


class Pair(NamedTuple):
    """One pair of the best assignment. `margin`: the points that the best assignment without it is behind; None where
    too many compete to tell.
    """

    row: int
    column: int
    margin: int | None


def assignment(gains: Gains, seats: Mapping[int, int]) -> list[Pair]:
    """The best assignment, ascending. `seats` are those of each order line that may take several document lines."""
    return sorted(pair for part in _parts(gains) for pair in _assigned(part, seats))


def _parts(gains: Gains) -> Iterator[dict[tuple[int, int], int]]:
    """The pairs in parts that do not compete with each other."""
    by_row: defaultdict[int, list[int]] = defaultdict(list)
    by_column: defaultdict[int, list[int]] = defaultdict(list)
    for row, column in gains:
        by_row[row].append(column)
        by_column[column].append(row)
    seen: set[int] = set()
    for first in sorted(by_row):
        if first in seen:
            continue
        seen.add(first)
        rows = [first]
        for row in rows:
            near = {other for column in by_row[row] for other in by_column[column]} - seen
            seen |= near
            rows.extend(sorted(near))
        yield {(row, column): gains[row, column] for row in rows for column in by_row[row]}


def _assigned(part: dict[tuple[int, int], int], seats: Mapping[int, int]) -> list[Pair]:
    rows = sorted({row for row, _ in part})
    columns = [column for column in sorted({column for _, column in part}) for _ in range(seats.get(column, 1))]
    if len(rows) > MOST_COMPETING or len(columns) > MOST_COMPETING:
        return [Pair(row, max(_of(part, row), key=lambda column: (part[row, column], -column)), None) for row in rows]
    if len(rows) == 1:
        return [_chosen(part, rows[0])]
    best = _solved(part, rows, columns)
    whole = sum(part[pair] for pair in best)
    return [Pair(*pair, whole - _without(part, pair, rows, columns)) for pair in best]


def _of(part: Gains, row: int) -> list[int]:
    return [column for one, column in part if one == row]


def _chosen(part: Gains, row: int) -> Pair:
    """A line without rivals takes the best order line."""
    ranked = sorted(_of(part, row), key=lambda column: (-part[row, column], column))
    second = part[row, ranked[1]] if len(ranked) > 1 else 0
    return Pair(row, ranked[0], part[row, ranked[0]] - second)


def _without(part: Gains, pair: tuple[int, int], rows: list[int], columns: list[int]) -> int:
    """What the best assignment is worth in which a pair does not stand."""
    rest = {one: gain for one, gain in part.items() if one != pair}
    return sum(rest[one] for one in _solved(rest, rows, columns))


def _solved(part: Gains, rows: list[int], columns: list[int]) -> list[tuple[int, int]]:
    from lap import lapjv  # noqa: PLC0415 - 11 MB with NumPy, and most processes have no lines that compete
    from numpy import array  # noqa: PLC0415 - said above

    cost = array([[-part.get((row, column), 0) for column in columns] for row in rows], dtype=float)
    _, theirs, _ = lapjv(cost, extend_cost=True)
    found = ((row, columns[place]) for row, place in zip(rows, theirs.tolist(), strict=True) if place >= 0)
    return [pair for pair in found if pair in part]
