"""What a table is, whatever file it came in: rows of cells that can be gone through again and again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ingest.flat.cells import Row

MAX_TEXT = 131_072
"""Characters of one cell."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A block of cells that shows the value of its first one; rows and columns from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One CSV file or one sheet. `rows` begins anew with each call, and gives what lies above the used area too.

    `lost` are cells that have no value to read: (row, column) from 0 → why. `currencies` are those that the number
    formats of a column show. `name` is the sheet's, "" for CSV.
    """

    rows: Callable[[], Iterator[Row]]
    name: str = ""
    separator: str = ""
    encoding: str = ""
    hidden: bool = False
    merged: tuple[Merged, ...] = ()
    lost: Mapping[tuple[int, int], str] = field(default_factory=dict)
    currencies: Mapping[int, frozenset[str]] = field(default_factory=dict)

    @property
    def source(self) -> str:
        """What a field is read from."""
        return "Column"

    def row_place(self, row: int) -> str:
        """How a person finds a row (from 0) again: "row 5", "Sheet1!row 5"."""
        return f"{self.name}!row {row + 1}" if self.name else f"row {row + 1}"

    def cell_place(self, row: int, column: int) -> str:
        """How a person finds a cell again: "B5", "Sheet1!B5"."""
        cell = f"{column_letters(column)}{row + 1}"
        return f"{self.name}!{cell}" if self.name else cell


def column_letters(column: int) -> str:
    """The letters that a spreadsheet gives a column (from 0): A, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column (from 0) that a spreadsheet calls `letters`."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
