"""A worksheet whose rows go to disk as they come, and that can hold an Excel table all the same.

XlsxWriter offers either: its constant-memory mode refuses tables, and `add_table` notes every single cell of its range
in memory. So this class (XlsxWriter has a door for it: `add_worksheet(name, worksheet_class)`) takes finished rows,
lets XlsxWriter write everything around them, and declares the table for a range of any size.
What it leans on inside XlsxWriter is all in this module, and the version is held fast in `pyproject.toml`.
"""

from array import array
from collections.abc import Mapping, Sequence
from tempfile import TemporaryFile
from typing import IO, Any
from urllib.parse import quote

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_576
"""What a sheet of Excel holds, the heading included."""

MAX_LINKS = 65_530
"""What a sheet of Excel holds."""

_CHUNK = 1 << 16
_IN_A_TARGET = "/:-._~!$&'()*+,;=@"


class StreamedSheet(Worksheet):
    """A worksheet of one table: a heading, rows that are given as XML, and what XlsxWriter writes around them."""

    def __init__(self) -> None:
        super().__init__()
        self.body_rows = 0
        self._body: IO[str] | None = None
        self._links = array("L")
        self._targets: dict[str, int] = {}

    def open_body(self, folder: str | None) -> None:
        """Starts the rows; they are kept in a nameless file in `folder` until the workbook is closed."""
        self._body = TemporaryFile("w+", encoding="utf-8", newline="", dir=folder)  # noqa: SIM115 - closed with the sheet

    def append(self, cells: str) -> None:
        """The next row, as the XML of its cells."""
        self.body_rows += 1
        self._rows.write(f'<row r="{self.body_rows + 1}">{cells}</row>')

    def add_link(self, column: int, target: str) -> bool:
        """Makes a cell of the next row lead to a file: a path relative to the workbook, or a URI.

        False if the sheet can hold no more links.
        """
        if len(self._links) >= 3 * MAX_LINKS:
            return False
        number = self._targets.setdefault(quote(target, safe=_IN_A_TARGET), len(self._targets))
        self._links.extend((self.body_rows + 1, column, number))
        return True

    def declare_table(self, columns: Sequence[Mapping[str, Any]], *, name: str, style: str, total: bool) -> None:
        """Makes heading and rows an Excel table with filters; `columns` as for XlsxWriter's `add_table`."""
        last_data = max(1, self.body_rows)
        last, last_column = last_data + total, len(columns) - 1
        options = {"name": name, "style": style, "columns": list(columns), "total_row": total}
        # Declared over the smallest possible range, then stretched: see above.
        if self.add_table(0, 0, 1 + total, last_column, options):
            raise ValueError(f"table {name} was refused")
        table = self.tables[-1]
        table["range"] = xl_range(0, 0, last, last_column)
        table["a_range"] = table["autofilter"] = xl_range(0, 0, last_data, last_column)
        if total and last > 2:
            self.table[last] = self.table.pop(2)
        self._check_dimensions(last, last_column)

    def close_body(self) -> None:
        """Gives back what the rows took on disk."""
        if self._body is not None:
            self._body.close()

    def style_of(self, cell_format: Format) -> int:
        """The number by which a cell names its format."""
        return int(cell_format._get_xf_index())  # type: ignore[no-untyped-call]  # XlsxWriter's own, not annotated

    @property
    def _rows(self) -> IO[str]:
        if self._body is None:
            raise ValueError("the rows were never opened")
        return self._body

    def _write_sheet_data(self) -> None:
        """Replaces XlsxWriter's: the heading from its cells, the rows from disk, then what stands below."""
        inner: Any = self  # XlsxWriter's attributes are annotated by their first value, None
        below = inner.dim_rowmax
        self._xml_start_tag("sheetData")
        inner.dim_rowmin = inner.dim_rowmax = 0
        self._write_rows()
        self._rows.seek(0)
        while chunk := self._rows.read(_CHUNK):
            inner.fh.write(chunk)
        inner.dim_rowmin, inner.dim_rowmax = self.body_rows + 1, below
        self._write_rows()
        self._xml_end_tag("sheetData")

    def _write_hyperlinks(self) -> None:
        """Replaces XlsxWriter's, which keeps an object a link and writes paths with backslashes, for Windows alone."""
        if not self._links:
            return
        targets = tuple(self._targets)
        self._xml_start_tag("hyperlinks")
        numbers = iter(self._links)
        for row, column, number in zip(numbers, numbers, numbers, strict=True):
            self.rel_count += 1
            self.external_hyper_links.append(("/hyperlink", targets[number], "External"))
            self._xml_empty_tag(
                "hyperlink", [("ref", xl_rowcol_to_cell(row, column)), ("r:id", f"rId{self.rel_count}")]
            )
        self._xml_end_tag("hyperlinks")
