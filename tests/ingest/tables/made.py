"""Tables made for one test, and what is read from them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ingest.format import Content
from ingest.layout import LAYOUT, Layout
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject


def content(data: str | bytes, folder: str = "", name: str = "table.csv", **layout: Any) -> Content:
    """A file; `layout` are the keys of a [[layouts]] entry that claims it."""
    layouts: tuple[Layout, ...] = ()
    if layout:
        layouts = (LAYOUT.validate_python({"name": "made", "files": "*", **layout}),)
    return Content(data.encode() if isinstance(data, str) else data, name, folder, layouts)


def documents(data: str | bytes, folder: str = "", **layout: Any) -> tuple[Document, ...]:
    return read(content(data, folder, **layout))


def document(data: str | bytes, folder: str = "", **layout: Any) -> Document:
    (one,) = documents(data, folder, **layout)
    return one


def rejection(data: str | bytes, folder: str = "", **layout: Any) -> Reject:
    with pytest.raises(Reject) as caught:
        documents(data, folder, **layout)
    return caught.value


def csv(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def workbook(*sheets: Callable[[Worksheet], object], names: tuple[str, ...] = ()) -> bytes:
    """A workbook as openpyxl writes it; each function fills one sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, fill in enumerate(sheets):
        fill(book.create_sheet(names[number] if number < len(names) else None))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows(*cells: list[Any]) -> Callable[[Worksheet], None]:
    """Fills a sheet from A1 on."""

    def fill(sheet: Worksheet) -> None:
        for row in cells:
            sheet.append(row)

    return fill


_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet_xml(data: str) -> str:
    return f'<?xml version="1.0"?><worksheet xmlns="{_SPREADSHEET}"><sheetData>{data}</sheetData></worksheet>'


def parts(sheet: str) -> dict[str, str]:
    """The fewest parts that a workbook of one sheet needs."""

    def relations(kind: str, target: str) -> str:
        one = f'<Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{_RELATIONS}">{one}</Relationships>'

    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET}"/></Types>',
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_SPREADSHEET}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet,
    }


def package(entries: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return stream.getvalue()


def text_cells(row: int, *texts: str) -> str:
    cells = "".join(
        f'<c r="{chr(65 + column)}{row}" t="inlineStr"><is><t>{text}</t></is></c>' for column, text in enumerate(texts)
    )
    return f'<row r="{row}">{cells}</row>'


HEADINGS = ("PO Number", "Line", "Item", "Ordered Qty", "Unit Price")
"""Headings of an order, for tests that are about something else."""
