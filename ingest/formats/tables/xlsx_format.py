"""XLSX: Excel workbooks without macros."""

from collections.abc import Sequence

from ingest.format import Content, Format
from ingest.formats.tables.reading import Sheets, read_tables
from ingest.formats.tables.xlsx_cells import xlsx_tables
from ingest.layout import Layout
from orders.document import Document

NAME = "xlsx"
_MARKS = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis.opendocument")
_DIRECTORY_END = b"PK\x05\x06"


def claims_xlsx(content: Content) -> bool:
    """Whether a file is an Office package, or what only its reader can say something sensible about.

    That is: the old Office formats and encrypted workbooks (OLE), OpenDocument, and archives that are cut off.
    """
    if content.kind == "ole":
        return True
    return content.kind == "zip" and (
        any(mark in content.data for mark in _MARKS) or _DIRECTORY_END not in content.data[-65_600:]
    )


def open_xlsx(data: bytes, layout: Layout | None) -> Sheets:
    """A workbook, sheet by sheet; the layout matters for text files only."""
    return Sheets(NAME, tuple((table,) for table in xlsx_tables(data)))


def read_xlsx(content: Content) -> Sequence[Document]:
    """The documents of a workbook.

    Raises:
        Reject: if no document can be made of it, or if it leaves a question open.
    """
    return read_tables(content, open_xlsx)


XLSX = Format(NAME, claims_xlsx, read_xlsx, kinds=frozenset({"zip", "ole"}))
