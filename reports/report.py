"""The report: every entry goes by once, and fills every table of every output."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from typing import Any, Protocol

from reports.entries import ArrivedFile, AssessedCase, DecidedThing, LearnedThing
from reports.figures import Figures
from reports.sorting import SortedRows
from reports.table import Table, Value
from reports.tables import TABLES
from reports.tables.overview import OVERVIEW

Entry = AssessedCase | DecidedThing | LearnedThing | ArrivedFile


class Rows(Protocol):
    """Where the rows of one table go."""

    def append(self, row: Sequence[Value], /) -> None:
        """One more row."""


class Output(Protocol):
    """One form of the report: a workbook, or a folder of files."""

    def rows_of(self, table: Table[Any, Any], /) -> Rows:
        """Where the rows of `table` go; asked for once a table, before any row."""

    def finish(self, figures: Figures, /) -> None:
        """All rows were given: makes it complete on disk."""

    def close(self) -> None:
        """Gives back whatever is still held, finished or not."""


class _Filling:
    """One table on its way into every output."""

    def __init__(
        self, table: Table[Any, Any], outputs: Sequence[Output], stack: ExitStack, scratch: str | None
    ) -> None:
        self.table = table
        self._rows = [output.rows_of(table) for output in outputs]
        self._sorted = stack.enter_context(SortedRows(scratch)) if table.rank else None

    def add(self, entry: object) -> None:
        """The rows that an entry gives, if the table is fed with its kind."""
        table = self.table
        if not isinstance(entry, table.feed):
            return
        for subject in table.subjects(entry):
            if self._sorted is not None and table.rank is not None:
                self._sorted.add(table.rank(subject), table.row(subject))
            else:
                self._give(table.row(subject))

    def finish(self) -> None:
        """The rows that had to wait for their turn."""
        for row in self._sorted or ():
            self._give(row)

    def _give(self, row: tuple[Value, ...]) -> None:
        for rows in self._rows:
            rows.append(row)


def write_report(
    entries: Iterable[Entry],
    outputs: Sequence[Output],
    *,
    scratch: str | None = None,
    tables: Sequence[Table[Any, Any]] = TABLES,
) -> Figures:
    """Writes every table to every output, in one pass over `entries`; gives the key figures.

    `scratch` is a folder for what is kept on disk meanwhile; None: the system's.

    Raises:
        OSError: where a file cannot be written. The outputs are closed, and none of them is complete.
    """
    figures = Figures()
    with ExitStack() as stack:
        for output in outputs:
            stack.callback(output.close)
        overview = _Filling(OVERVIEW, outputs, stack, scratch)
        fillings = [_Filling(table, outputs, stack, scratch) for table in tables]
        for entry in entries:
            figures.add(entry)
            for filling in fillings:
                filling.add(entry)
        overview.add(figures)
        for filling in fillings:
            filling.finish()
        for output in outputs:
            output.finish(figures)
    return figures
