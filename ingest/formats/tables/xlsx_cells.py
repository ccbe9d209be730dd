"""The sheets of a workbook as tables: everything is checked first, then python-calamine reads the cells."""

import io
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ingest.flat.cells import Cell, Row
from ingest.formats.tables.table import Table
from ingest.formats.tables.xlsx_formats import NumberFormat, number_formats
from ingest.formats.tables.xlsx_package import Package, open_package
from ingest.formats.tables.xlsx_scan import SheetScan, check_markup, scan_sheet
from orders.errors import Reject

MAX_SHEETS: Final = 50
_WORKBOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_MARKUP = (".xml", ".rels", ".vml")


def xlsx_tables(data: bytes, *, pass_over_large: bool = False) -> list[Table]:
    """The sheets of a workbook, in their order; with `pass_over_large`, those beyond the limits are empty.

    Raises:
        Reject: whatever is wrong with the file, before anything large is read (see `open_package`, `scan_sheet`);
            `TOO_MANY_SHEETS`, `SHEET_DAMAGED`.
    """
    package = open_package(data)
    parts = _sheet_parts(package)
    check_markup(package, {name for name in package.names if name.endswith(_MARKUP)} | set(parts.values()))
    formats = number_formats(package.root(_STYLES)) if _STYLES in package.names else {}
    scans = {}
    for name, part in parts.items():
        try:
            scans[name] = scan_sheet(package, part, name, formats)
        except Reject as fault:
            if not pass_over_large or fault.code != "SHEET_TOO_LARGE":
                raise
    workbook = _Workbook(data, _opened(data))
    return [workbook.table(index, scans) for index in range(len(workbook.opened.sheets_metadata))]


def _sheet_parts(package: Package) -> dict[str, str]:
    """The name of each sheet, and the part that holds it."""
    targets = {}
    for relation in package.root(_RELATIONS).iter("{*}Relationship"):
        target = str(relation.get("Target"))
        targets[relation.get("Id")] = target[1:] if target.startswith("/") else posixpath.join("xl", target)
    sheets = list(package.root(_WORKBOOK).iter("{*}sheet"))
    if len(sheets) > MAX_SHEETS:
        raise Reject("TOO_MANY_SHEETS", f"The workbook has {len(sheets)} sheets; the limit is {MAX_SHEETS}.")
    found: dict[str, str] = {}
    names = {name.casefold(): name for name in package.names}
    for sheet in sheets:
        name = str(sheet.get("name"))
        part = names.get(targets.get(sheet.get(_ID) or sheet.get(_STRICT_ID), "").casefold())
        if part is None or name in found:
            raise _damaged(f'its sheet "{name[:40]}" has no part of its own')
        found[name] = part
    return found


def _opened(data: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (CalamineError, ValueError, OSError) as error:
        raise _damaged(str(error)) from None


@dataclass(slots=True)
class _Workbook:
    """An opened workbook that keeps the sheet in mind that was read last."""

    data: bytes = field(repr=False)
    opened: CalamineWorkbook
    _index: int = -1
    _sheet: CalamineSheet | None = None

    def table(self, index: int, scans: Mapping[str, SheetScan]) -> Table:
        """One sheet as a table."""
        about = self.opened.sheets_metadata[index]
        scan = scans.get(about.name)
        if scan is None or about.typ != SheetTypeEnum.WorkSheet:
            return Table(rows=lambda: iter(()), name=about.name, hidden=True)
        formats = _by_row(scan.formats)
        return Table(
            rows=lambda: _rows(self.sheet(index), formats),
            name=about.name,
            hidden=about.visible != SheetVisibleEnum.Visible,
            merged=tuple(scan.merged),
            lost=scan.lost,
            currencies={column: frozenset(codes) for column, codes in scan.currencies.items()},
        )

    def sheet(self, index: int) -> CalamineSheet:
        """A sheet's cells."""
        if self._sheet is None or self._index != index:
            try:
                self._sheet, self._index = self.opened.get_sheet_by_index(index), index
            except (CalamineError, ValueError, OSError) as error:
                raise _damaged(str(error)) from None
        return self._sheet


Formats = Mapping[int, list[tuple[int, NumberFormat]]]
"""Row → its columns whose number format matters."""


def _by_row(formats: Mapping[tuple[int, int], NumberFormat]) -> Formats:
    by_row: dict[int, list[tuple[int, NumberFormat]]] = {}
    for (row, column), one in formats.items():
        by_row.setdefault(row, []).append((column, one))
    return by_row


def _rows(sheet: CalamineSheet, formats: Formats) -> Iterator[Row]:
    """The rows of a sheet from the first one on, whole from column A."""
    if sheet.start is None:
        return
    left: list[Cell] = list(repeat("", sheet.start[1]))
    for number, cells in enumerate(sheet.iter_rows()):
        whole: list[Cell] = left + cells  # type: ignore[operator]  # a list of less is a list of cells
        for column, one in formats.get(number, ()):
            if column < len(whole):
                whole[column] = _shown(one, whole[column])
        yield whole


def _shown(one: NumberFormat, cell: Cell) -> Cell:
    return _number_shown(one, cell) if isinstance(cell, float | int) and not isinstance(cell, bool) else cell


@lru_cache(maxsize=16_384)
def _number_shown(one: NumberFormat, number: float) -> Cell:
    return one.show(number)


def _damaged(what: str) -> Reject:
    return Reject("SHEET_DAMAGED", f"The workbook cannot be read: {what}.", hint="Ask the sender to save it anew.")
