"""The exceptions sheet of a report, filled in by a person: with openpyxl, and saved anew by LibreOffice."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ordertrail.questions.workbooks import refused_answers
from ordertrail.store.engine import open_store

SOFFICE = shutil.which("soffice")

needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not there, and this machine does not let `make test` install it"
)

Sheet = Any
"""openpyxl's annotations do not know what a file may hold."""


def report(here: Path) -> Path:
    """The newest report of a folder."""
    return here / "reports" / "out" / "ordertrail.xlsx"


def rows(sheet: Sheet) -> list[dict[str, Any]]:
    """The rows of the exceptions sheet by their headings, each with its number."""
    heading, *body = sheet.iter_rows()
    names = [str(cell.value) for cell in heading]
    return [
        {name: cell.value for name, cell in zip(names, row, strict=True)} | {"row": row[0].row}
        for row in body
        if row[names.index("ordertrail-key")].value
    ]


class Filled:
    """A report that a person has open."""

    def __init__(self, path: Path, name: str = "Exceptions") -> None:
        self.book: Any = load_workbook(path)
        self.sheet: Sheet = self.book[name]

    def column(self, heading: str) -> int:
        (found,) = (cell.column for cell in self.sheet[1] if cell.value == heading)
        return int(found)

    def find(self, **about: str) -> int:
        """The row whose cells say this, by their headings: `find(Order="4500108", Exception="Date changed")`."""
        found = [row["row"] for row in rows(self.sheet) if all(row[name] == value for name, value in about.items())]
        assert len(found) == 1, (about, found)
        return int(found[0])

    def write(self, row: int, decision: str = "", why: str = "", to: str = "", quantity: object = None) -> None:
        for heading, value in (
            ("Decision", decision),
            ("Why", why),
            ("Order / line", to),
            ("Quantity to assign", quantity),
        ):
            self.sheet.cell(row, self.column(heading)).value = value or None

    def save(self, path: Path, by: str | None = "Anna Berg") -> Path:
        self.book.properties.lastModifiedBy = by
        path.parent.mkdir(parents=True, exist_ok=True)
        self.book.save(path)
        return path


_FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods:calc8"}


def through_libreoffice(path: Path, scratch: Path, kind: str = "xlsx") -> Path:
    """The workbook as LibreOffice writes it after opening it, as the `kind` of file that it is asked for."""
    out = scratch / "saved"
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", _FILTERS[kind], "--outdir"]
    subprocess.run([*command, str(out), str(path)], check=True, capture_output=True, timeout=120)
    return out / f"{path.stem}.{kind}"


def rearranged(sheet: Sheet, order: Sequence[int], rearrange: Callable[[list[list[Any]]], list[list[Any]]]) -> None:
    """Puts columns into another order and rows through `rearrange`; the heading stays on top."""
    heading, *body = [[cell.value for cell in row] for row in sheet.iter_rows()]
    moved = [[row[place] for place in order] for row in [heading, *rearrange(body)]]
    for row in sheet.iter_rows():
        for cell in row:
            cell.value = None
    for number, values in enumerate(moved, 1):
        for column, value in enumerate(values, 1):
            sheet.cell(number, column).value = value


def refusals(here: Path) -> list[str]:
    """The codes of what was refused."""
    url = f"sqlite:///{here / 'ordertrail.db'}"
    with closing(open_store(url, create=False, archive_in_use=True)) as store, store.reading() as connection:
        return [one.code for one in refused_answers(connection)]
