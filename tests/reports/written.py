"""Reports written in a test, and read again with other programs than those that wrote them."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from reports.csv_table import CsvTable
from reports.edition import Edition
from reports.figures import Figures
from reports.folder import TableFolder
from reports.json_table import JsonTable
from reports.report import Entry, write_report
from reports.workbook import WorkbookOutput
from tests.reports.trade import edition


def write_workbook(folder: Path, entries: Iterable[Entry], **changes: Any) -> Path:
    """The workbook of these entries; `changes` are the edition's."""
    path = folder / "report.xlsx"
    scratch = folder / "scratch"
    scratch.mkdir(parents=True, exist_ok=True)
    write_report(entries, [WorkbookOutput(path, edition(**changes), scratch)], scratch=str(scratch))
    return path


def read_workbook(folder: Path, entries: Iterable[Entry], **changes: Any) -> Any:
    """The same, read by openpyxl (whose annotations do not know what a file may hold)."""
    return load_workbook(write_workbook(folder, entries, **changes))


def shown(workbook: Any) -> list[Any]:
    """The sheets that a person sees."""
    return [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]


def links(sheet: Any) -> list[Any]:
    """The hyperlinks of a sheet."""
    return [cell.hyperlink for row in sheet for cell in row if getattr(cell, "hyperlink", None)]


def sheet_rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows of the table of a sheet by its headings, without the total."""
    (table,) = sheet.tables.values()
    heading, *rows = sheet[table.ref]
    rows = rows[:-1] if table.totalsRowCount else rows
    return [{str(head.value): cell.value for head, cell in zip(heading, row, strict=True)} for row in rows]


def write_folder(folder: Path, entries: Iterable[Entry], made: Edition) -> Figures:
    """The tables as CSV and JSON, side by side."""
    outputs = [TableFolder(folder, ".csv", CsvTable, made), TableFolder(folder, ".json", JsonTable, made)]
    return write_report(entries, outputs)


def csv_rows(path: Path, delimiter: str = ";") -> list[dict[str, str]]:
    """The rows of a CSV file by its headings."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def json_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON table."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows
