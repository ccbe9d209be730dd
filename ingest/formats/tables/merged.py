"""Merged cells: the value of the first stands for all, in the columns where that is meant."""

from collections.abc import Collection, Iterator, Sequence

from ingest.flat.cells import Cell, Row
from ingest.formats.tables.table import Merged


def filled_rows(
    rows: Iterator[tuple[int, Row]], merged: Sequence[Merged], columns: Collection[int]
) -> Iterator[tuple[int, Row]]:
    """The rows with their numbers; in `columns` a merged block's value stands in each of its rows."""
    spans = {column: below for column in columns if (below := _spans(merged, column))}
    if not spans:
        yield from rows
        return
    width = 1 + max(spans)
    held: dict[int, tuple[int, Cell]] = {}  # column → last row of the block, its value
    for number, row in rows:
        full = [*row, *[""] * (width - len(row))]
        for column, starts in spans.items():
            if number in starts:
                held[column] = starts[number], full[column]
                continue
            last, value = held.get(column, (-1, ""))
            if number <= last and full[column] == "":
                full[column] = value
        yield number, full


def _spans(merged: Sequence[Merged], column: int) -> dict[int, int]:
    """First row → last row of the blocks that begin in a column."""
    return {block.top: block.bottom for block in merged if block.left == column and block.bottom > block.top}
