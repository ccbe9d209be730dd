"""What the cells of a column are like, where a heading alone leaves two meanings."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.flat.cells import Cell, Shown, shown
from ingest.values.local_numbers import readings, split_affix

_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)
_ROUNDED = Decimal("0.01")
_INTEGER = re.compile(r"\d{1,6}", re.ASCII)


def filled(cells: Sequence[Cell]) -> list[Cell]:
    """The cells that hold something."""
    return [cell for cell in cells if cell != "" and shown(cell)]


def is_running(cells: Sequence[Cell]) -> bool:
    """Whether they count on (1, 2, 3 or 10, 20, 30), beginning anew where they like."""
    texts = [shown(cell) for cell in filled(cells)]
    if not texts or not all(map(_INTEGER.fullmatch, texts)):
        return False
    numbers = [int(text) for text in texts]
    first = min(numbers)
    steps = {after - before for before, after in pairwise(numbers) if after > before}
    return first in (1, 10, 100, 1000) and all(step % first == 0 and step <= 1000 for step in steps)


def mostly_numbers(cells: Sequence[Cell]) -> bool:
    """Whether more than half of them are bare numbers."""
    found = filled(cells)
    return sum(map(_is_number, found)) * 2 > len(found)


def mostly_amounts(cells: Sequence[Cell]) -> bool:
    """Whether more than half of them are numbers with decimals, as amounts of money are and counts seldom."""
    found = filled(cells)
    return sum(_is_number(cell) and not _WHOLE.fullmatch(shown(cell)) for cell in found) * 2 > len(found)


def some_numbers(cells: Sequence[Cell]) -> bool:
    """Whether any of them is a number, be it with a unit or currency."""
    found = filled(cells)
    affixed = [one.number for cell in found if isinstance(cell, str) and (one := split_affix(cell))]
    return any(map(_is_number, [*found, *affixed]))


def mostly_phrases(cells: Sequence[Cell]) -> bool:
    """Whether more than half of them are words with blanks between, as names are and ids are not."""
    found = filled(cells)
    return sum(isinstance(cell, str) and " " in cell.strip() for cell in found) * 2 > len(found)


def all_rates(cells: Sequence[Cell]) -> bool:
    """Whether they can be tax rates: few different numbers, none above 30 (BT-119)."""
    texts = {shown(cell).rstrip("% ").replace(",", ".") for cell in filled(cells)}
    if not texts or len(texts) > 4:
        return False
    return all((number := readings(text).point) is not None and 0 <= number <= 30 for text in texts)


def is_share(cells: Sequence[Cell], wholes: Sequence[Cell]) -> bool:
    """Whether the numbers, not all the same, are one and the same share of those beside them, to half a cent."""
    pairs = [(part, whole) for part, whole in zip(map(_value, cells), map(_value, wholes), strict=False) if whole]
    parts = [part for part, _ in pairs if part]
    if len(set(parts)) < 2 or len(parts) < len(pairs):
        return False
    largest, whole = max(((part, whole) for part, whole in pairs if part), key=lambda pair: abs(pair[1]))
    return all(part is not None and abs(part - largest / whole * of) <= _ROUNDED for part, of in pairs)


def _value(cell: Cell) -> Decimal | None:
    """The number of a cell that has one, whichever its decimal sign."""
    found = readings(shown(cell))
    return found.point if found.point is not None else found.comma


def _is_number(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return isinstance(cell, float | Shown) and not isinstance(cell, bool)
    found = readings(cell)
    return found.point is not None or found.comma is not None
