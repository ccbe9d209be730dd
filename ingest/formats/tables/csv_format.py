"""CSV and its like: text files with a table in them."""

import re
from collections.abc import Sequence

from ingest.format import Content, Format
from ingest.formats.tables.csv_cells import SEPARATORS, csv_tables
from ingest.formats.tables.reading import Sheets, layout_for, read_tables
from ingest.layout import Layout
from orders.document import Document
from orders.errors import Reject

NAME = "csv"
_HEAD = 20_000

# Texts that are something else: EDIFACT, X12, IDoc, JSON, PostScript, RTF, mail, PEM.
_OTHERS = re.compile(
    rb"UNA.{6}\s*UN|UN[ABGH][+:\x1d\x1f]|ISA[^0-9A-Za-z]|(?:GS|ST)[*|~^]|EDI_DC|[{\[]|%!|\{\\rtf|-----BEGIN|"
    rb"(?:From|Received|Return-Path|MIME-Version|Date|Subject): ",
    re.DOTALL,
)
_NO_TEXT = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def claims_csv(content: Content) -> bool:
    """Whether a file is text with something that separates columns, and no other known kind of text."""
    if content.kind != "text":
        return False
    head = content.data[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    plain = head.replace(b"\0", b"")
    if _OTHERS.match(plain) or len(_NO_TEXT.findall(plain)) > len(plain) // 100:
        return False
    return any(one.encode() in plain for one in SEPARATORS) or _by_layout(content)


def _by_layout(content: Content) -> bool:
    try:
        return layout_for(content) is not None
    except Reject:
        return True  # reading says which layouts are rivals


def open_csv(data: bytes, layout: Layout | None) -> Sheets:
    """A CSV file, once for each separator that it may have."""
    separator, encoding = (layout.separator, layout.encoding) if layout else (None, None)
    return Sheets(NAME, (tuple(csv_tables(data, encoding=encoding, separator=separator)),))


def read_csv(content: Content) -> Sequence[Document]:
    """The documents of a CSV file.

    Raises:
        Reject: if no document can be made of it, or if it leaves a question open.
    """
    return read_tables(content, open_csv)


CSV = Format(NAME, claims_csv, read_csv, kinds=frozenset({"text"}))
