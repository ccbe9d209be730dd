"""The tables as files of a folder, one a table: `orders.csv`, `open_lines.json`."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from reports.edition import Edition
from reports.figures import Figures
from reports.report import Rows
from reports.table import SHEET_ONLY, Table, Value


class TableFile(Rows, Protocol):
    """A file that takes the rows of one table."""

    def close(self) -> None:
        """Ends the file."""


class _Picked:
    """Hands on some values of each row."""

    def __init__(self, rows: Rows, kept: Sequence[int]) -> None:
        self._rows = rows
        self._kept = kept

    def append(self, row: Sequence[Value], /) -> None:
        """One more row."""
        self._rows.append([row[number] for number in self._kept])


class TableFolder:
    """Writes each table to a file of its own; `make` is the class that writes one."""

    def __init__(
        self, folder: Path, suffix: str, make: Callable[[Path, Table[Any, Any], Edition], TableFile], edition: Edition
    ) -> None:
        self._folder = folder
        self._suffix = suffix
        self._make = make
        self._edition = edition
        self._files: list[TableFile] = []
        folder.mkdir(parents=True, exist_ok=True)

    def rows_of(self, table: Table[Any, Any], /) -> Rows:
        """The file of `table`."""
        kept = [number for number, column in enumerate(table.columns) if column.kind not in SHEET_ONLY]
        slim = replace(table, columns=tuple(table.columns[number] for number in kept))
        file = self._make(self._folder / f"{table.name}{self._suffix}", slim, self._edition)
        self._files.append(file)
        return file if slim.columns == table.columns else _Picked(file, kept)

    def finish(self, figures: Figures, /) -> None:
        """Ends the files."""
        self.close()

    def close(self) -> None:
        """Ends the files; a second time does nothing."""
        with ExitStack() as stack:  # all of them, even if one cannot write its last rows
            while self._files:
                stack.callback(self._files.pop().close)
