"""Single cells of a sheet that is laid out by hand: every refusal of XlsxWriter is an error, no text a formula."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from reports.cell_text import cell_text
from reports.workbook import palette
from reports.workbook.formats import Formats


class Refused(RuntimeError):
    """XlsxWriter did not take a cell; it says so by a number only, and would leave the cell empty."""


class Canvas:
    """A sheet, its formats, and what every cell of it has in common."""

    def __init__(self, sheet: Worksheet, formats: Formats, cut_note: str) -> None:
        self.sheet = sheet
        self.formats = formats
        self._cut_note = cut_note
        self._name = str(sheet.name)

    def text(self, row: int, column: int, text: str, *, to: int | None = None, **look: Any) -> None:
        """A text, over the cells up to column `to`."""
        look = {"valign": "vcenter", "font_color": palette.INK, **look}
        cell_format = self.formats.get(**look)
        shown = _no_markup(cell_text(text, self._cut_note))
        self._span(row, column, to, cell_format)
        self._check(self.sheet.write_string(row, column, shown, cell_format))

    def number(self, row: int, column: int, number: float, shape: str, *, to: int | None = None, **look: Any) -> None:
        """A number in the number format `shape`, over the cells up to column `to`."""
        # A number that is too wide would be shown as ####.
        look = {"valign": "vcenter", "font_color": palette.INK, "shrink": True, **look}
        cell_format = self.formats.get(num_format=shape, **look)
        self._span(row, column, to, cell_format)
        self._check(self.sheet.write_number(row, column, number, cell_format))

    def link(self, row: int, column: int, sheet_name: str, *, to: int | None = None, **look: Any) -> None:
        """The name of a sheet, leading to it."""
        look = {"valign": "vcenter", "font_color": palette.LINK, "underline": 1, **look}
        cell_format = self.formats.get(**look)
        self._span(row, column, to, cell_format)
        target = f"internal:'{sheet_name}'!A1"
        self._check(self.sheet.write_url(row, column, target, cell_format, string=sheet_name))

    def fill(self, row: int, first: int, last: int, **look: Any) -> None:
        """Empty cells of one look."""
        for column in range(first, last + 1):
            self._check(self.sheet.write_blank(row, column, None, self.formats.get(**look)))

    def _span(self, row: int, column: int, to: int | None, cell_format: Any) -> None:
        if to is not None and to > column:
            self._check(self.sheet.merge_range(row, column, row, to, "", cell_format))

    def _check(self, code: Any) -> None:
        if code:
            raise Refused(f"XlsxWriter refused a cell of {self._name}: {code}")


def _no_markup(text: str) -> str:
    # XlsxWriter takes a text that begins with <r> and ends with </r> for markup of its own and writes it unescaped.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
