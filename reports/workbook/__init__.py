"""The report as an Excel workbook: the overview, then a sheet a table."""

from datetime import UTC
from pathlib import Path
from typing import Any

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook

from reports.decidable import menus
from reports.edition import Edition
from reports.figures import Figures
from reports.report import Rows
from reports.table import Table
from reports.tables.overview import OVERVIEW
from reports.workbook.formats import Formats
from reports.workbook.overview import Overview
from reports.workbook.sheet import TableSheet

_PROGRAM = "Ordertrail"


class WorkbookOutput:
    """Writes the workbook to `path`; its rows are kept in `scratch` until then. Same entries, same bytes."""

    def __init__(self, path: Path, edition: Edition, scratch: Path) -> None:
        # So that no text is taken for a formula or a link, whichever of XlsxWriter's writers gets it.
        options = {"tmpdir": str(scratch), "strings_to_formulas": False, "strings_to_urls": False}
        self._workbook = Workbook(str(path), options)
        self._edition = edition
        self._formats = Formats(self._workbook, edition.language)
        self._overview = Overview(self._workbook, edition, self._formats)
        self._scratch = str(scratch)
        self._sheets: list[TableSheet] = []
        self._set_properties()

    def rows_of(self, table: Table[Any, Any], /) -> Rows:
        """The sheet of `table`; the overview is drawn from the figures instead."""
        if table is OVERVIEW:
            return _Nowhere()
        sheet = TableSheet(self._workbook, table, self._edition, self._formats, self._scratch)
        self._sheets.append(sheet)
        return sheet

    def finish(self, figures: Figures, /) -> None:
        """Draws the overview, finishes the sheets, writes the file.

        Raises:
            OSError: where it cannot be written.
        """
        for sheet in self._sheets:
            sheet.finish()
        self._list_choices()
        self._overview.draw(figures, {sheet.table.name: sheet.rows for sheet in self._sheets})
        try:
            self._workbook.close()
        except FileCreateError as error:  # XlsxWriter wraps the system's own
            (cause,) = error.args
            raise cause from error

    def _list_choices(self) -> None:
        """The lists that cells offer, on a sheet that nobody sees, each under the name that its rows call it by."""
        name = self._edition.text("sheet.choices")
        sheet = self._workbook.add_worksheet(name)
        sheet.hide()
        for column, (menu, some) in enumerate(menus().items()):
            labels = [self._edition.text(f"choice.{choice}") for choice in some]
            for row, text in enumerate(labels):
                sheet.write_string(row, column, text)
            first, last = (xl_rowcol_to_cell(row, column, True, True) for row in (0, len(labels) - 1))
            self._workbook.define_name(menu, f"='{name}'!{first}:{last}")

    def close(self) -> None:
        """Gives back the disk space."""
        for sheet in self._sheets:
            sheet.close()

    def _set_properties(self) -> None:
        as_of = self._edition.text("report.as_of", date=self._edition.as_of.isoformat())
        self._workbook.set_properties(
            {
                "title": self._edition.text("report.title"),
                "subject": as_of,
                "author": _PROGRAM,
                "created": self._edition.made_at.astimezone(UTC).replace(tzinfo=None),
            }
        )


class _Nowhere:
    """Takes rows and does nothing with them."""

    def append(self, row: object, /) -> None:
        """Nothing."""
