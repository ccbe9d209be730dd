"""The cells of an OpenDocument spreadsheet, as far as a report of ours needs them: texts and numbers, row by row.

Read from `content.xml` (OASIS ODF 1.3, part 3, chapter 9) without building its tree. Rows and cells that repeat stand
there once, with their number; two copied rows beside each other are one that repeats.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from ingest.flat.cells import Cell, Row
from ingest.formats.tables.xlsx_package import Package
from orders.errors import Reject

CONTENT: Final = "content.xml"
MAX_ROWS: Final = 250_000
MAX_COLUMNS: Final = 1_000

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS: Final = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_NUMBERS: Final = frozenset({"float", "currency", "percentage"})
_SPACES: Final = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def sheets(package: Package) -> Iterator[Iterator[Row]]:
    """The rows of each sheet, from its first on. A sheet must be gone through before the next one is asked for.

    Raises:
        Reject: `SHEET_DAMAGED`, `XML_DTD_FORBIDDEN`, `TABLE_TOO_MANY_ROWS`, and what unpacking says.
    """
    events = _events(package)
    for event, element in events:
        if event == "start" and element.tag == f"{_TABLE}table":
            yield _rows(events)


def _rows(events: Iterator[tuple[str, etree._Element]]) -> Iterator[Row]:
    number = 0
    for event, element in events:
        if event == "end" and element.tag == f"{_TABLE}table":
            return
        if event != "end" or element.tag != f"{_TABLE}table-row":
            continue
        row = _cells(element)
        times = _repeated(element, "number-rows-repeated")
        element.clear()
        number += times
        if number > MAX_ROWS and not row:
            number, times = number - times, 0  # the empty rest of the sheet
        if number > MAX_ROWS:
            raise Reject("TABLE_TOO_MANY_ROWS", f"The file has more than {MAX_ROWS:,} rows.")
        for _ in range(times):
            yield row


def _cells(row: etree._Element) -> list[Cell]:
    """The cells of a row up to the last column that is looked at, without the empty ones at its end."""
    found: list[Cell] = []
    empty = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        value, times = _value(cell), _repeated(cell, "number-columns-repeated")
        if value == "":
            empty += times
            continue
        room = MAX_COLUMNS - len(found) - empty
        if room <= 0:
            break
        found += [*[""] * empty, *[value] * min(times, room)]
        empty = 0
    return found


def _value(cell: etree._Element) -> Cell:
    """What a person sees in a cell; of a number the number itself, which its format may round."""
    number = cell.get(f"{_OFFICE}value")
    if number is not None and cell.get(f"{_OFFICE}value-type") in _NUMBERS:
        return number
    return "\n".join(_text(part) for part in cell if part.tag == f"{_TEXT}p")


def _text(part: etree._Element) -> str:
    pieces = [part.text or ""]
    for child in part:
        if (space := _SPACES.get(str(child.tag))) is not None:
            count = child.get(f"{_TEXT}c", "1")
            pieces.append(space * (min(int(count), MAX_COLUMNS) if count.isdecimal() and len(count) < 9 else 1))
        else:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _repeated(element: etree._Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return int(text) if text.isdecimal() and 0 < len(text) < 9 else 1


def _events(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """The begins and ends of sheets and rows. Nothing outside is fetched, no entity unfolds."""
    tags = [f"{_TABLE}table", f"{_TABLE}table-row"]
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=tags,
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    head = b""
    try:
        for block in package.blocks(CONTENT):
            if len(head) < 1024:
                head += block[:1024]
                if b"<!DOCTYPE" in head:
                    raise Reject("XML_DTD_FORBIDDEN", f"The part {CONTENT} has a DOCTYPE. Workbooks have none.")
            parser.feed(block)
            yield from parser.read_events()
        parser.close()
        yield from parser.read_events()
    except etree.XMLSyntaxError as error:
        raise _damaged(str(error.msg)) from None
    except KeyError:
        raise _damaged("it is missing") from None


def _damaged(why: str) -> Reject:
    message = f"The part {CONTENT} of the workbook is missing or damaged. {why}"
    return Reject("SHEET_DAMAGED", message, where=CONTENT, hint="Ask the sender to save it anew.")
