"""A look at every part of a workbook before it is read: nothing that explodes may reach the reader.

The reader lays a sheet out as a full rectangle, so two cells far apart are enough to exhaust any memory; and it takes
whatever it finds as a cell's reference. Both are therefore settled here, block by block. What number formats hide, and
cells without a value, are found on the same way.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from ingest.formats.tables.table import Merged, column_letters, column_number
from ingest.formats.tables.xlsx_formats import NumberFormat
from ingest.formats.tables.xlsx_package import Package
from orders.errors import Reject

MAX_ROWS: Final = 250_000
MAX_COLUMNS: Final = 500
MAX_CELLS: Final = 5_000_000
MAX_MERGED: Final = 100_000

NO_VALUE = "an error instead of a value"
NOT_CALCULATED = "a formula that was never calculated"

_SHEET_COLUMNS, _SHEET_ROWS = 16_384, 1_048_576
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")

# How all programs that we know write a cell: its reference first, in double quotes. Whatever else begins like a cell is
# counted, and one that is not written so makes the slow way be taken, which leaves nothing to chance.
_ANY_CELL = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?c[\s/>]")
_USUAL_CELL = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"[^<>]*?(/?)>')
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ERROR_CELL = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"[^<>]*? t="e"')
_UNCALCULATED_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"[^<>]*>\s*<f[^<>]*(?:/>|>[^<>]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3}[1-9][0-9]{0,6}):([A-Z]{1,3}[1-9][0-9]{0,6})"')
_TAIL = 4_096
"""Bytes of a block that are looked at again with the next one, so that no cell is torn apart."""

_LONGEST_WITHOUT_CELL = 4_000_000

Place = tuple[int, int]


@dataclass(slots=True)
class SheetScan:
    """What a look at one sheet found; rows and columns from 0."""

    name: str
    columns: set[int] = field(default_factory=set)
    formats: dict[Place, NumberFormat] = field(default_factory=dict)
    lost: dict[Place, str] = field(default_factory=dict)
    currencies: dict[int, set[str]] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    first_row: int = _SHEET_ROWS
    last_row: int = -1

    def holds(self, column: int, row: int) -> None:
        """Take note of a cell with content.

        Raises:
            Reject: `SHEET_BAD_CELL` if there is no such cell, `SHEET_TOO_LARGE` if it is beyond the limits.
        """
        if column >= _SHEET_COLUMNS or row >= _SHEET_ROWS:
            raise _bad_cell(self.name, f"{column_letters(column)}{row + 1}")
        self.columns.add(column)
        self.first_row, self.last_row = min(self.first_row, row), max(self.last_row, row)

    def check(self) -> None:
        """The limits of the rectangle that all cells with content span.

        Raises:
            Reject: `SHEET_TOO_LARGE` if it exceeds them.
        """
        if not self.columns:
            return
        last = max(self.columns) + 1
        width, height = last - min(self.columns), self.last_row - self.first_row + 1
        if self.last_row >= MAX_ROWS or last > MAX_COLUMNS or width * height > MAX_CELLS:
            raise Reject(
                "SHEET_TOO_LARGE",
                f"The sheet reaches to {column_letters(last - 1)}{self.last_row + 1}; the limits are {MAX_ROWS:,} "
                f"rows, {MAX_COLUMNS} columns and {MAX_CELLS:,} cells.",
                where=self.name,
                hint="Delete what stands far outside, or split the sheet.",
            )


def check_markup(package: Package, names: Collection[str]) -> None:
    """Nothing, if no XML part has a DOCTYPE, and all are UTF-8.

    Raises:
        Reject: `XML_DTD_FORBIDDEN` or `SHEET_DAMAGED` otherwise.
    """
    for name in sorted(names):
        before = b""
        for block in package.blocks(name):
            if not before and block.startswith(_MARKS):
                raise Reject("SHEET_DAMAGED", f"The part {name} is not UTF-8.", where=name)
            if _DOCTYPE.search(before + block):
                raise Reject(
                    "XML_DTD_FORBIDDEN",
                    f"The part {name} has a DOCTYPE. Workbooks have none.",
                    where=name,
                    hint="Ask the sender what made this file.",
                )
            before = block[-16:]


def scan_sheet(package: Package, part: str, name: str, formats: Mapping[int, NumberFormat]) -> SheetScan:
    """What is in one sheet, checked.

    Raises:
        Reject: `SHEET_TOO_LARGE`, `SHEET_BAD_CELL` or `SHEET_DAMAGED`.
    """
    scan = SheetScan(name)
    if not _usual(package, part, scan, formats):
        scan = SheetScan(name)
        _exact(package, part, scan, formats)
    scan.check()
    return scan


def _usual(package: Package, part: str, scan: SheetScan, formats: Mapping[int, NumberFormat]) -> bool:
    """Look with patterns only; False if some cell is not written as usual."""
    styled = _styled_cell(formats)
    for text in _whole_cells(package.blocks(part)):
        found = _USUAL_CELL.findall(text)
        if len(found) != len(_ANY_CELL.findall(text)):
            return False
        filled = [(letters, row) for letters, row, closed in found if not closed]
        if filled:
            numbers = {int(row) - 1 for _, row in filled}
            for letters in {letters for letters, _ in filled}:
                scan.holds(column_number(letters.decode()), min(numbers))
            scan.holds(min(scan.columns), max(numbers))
        _note(text, scan, styled, formats)
    return True


def _note(text: bytes, scan: SheetScan, styled: re.Pattern[bytes] | None, formats: Mapping[int, NumberFormat]) -> None:
    """Cells whose format matters, and cells without a value."""
    for letters, row, style in styled.findall(text) if styled else ():
        _note_format(scan, (int(row) - 1, column_number(letters.decode())), formats[int(style)])
    if b't="e"' in text:
        for letters, row in _ERROR_CELL.findall(text):
            scan.lost[int(row) - 1, column_number(letters.decode())] = NO_VALUE
    for first, last in _MERGED.findall(text):
        _note_merged(scan, first.decode(), last.decode())
    if b"<f" in text:
        for letters, row in _UNCALCULATED_CELL.findall(text):
            scan.lost[int(row) - 1, column_number(letters.decode())] = NOT_CALCULATED


def _note_format(scan: SheetScan, place: Place, one: NumberFormat) -> None:
    if one.currency:
        scan.currencies.setdefault(place[1], set()).add(one.currency)
    else:
        scan.formats[place] = one


def _note_merged(scan: SheetScan, first: str, last: str) -> None:
    if len(scan.merged) >= MAX_MERGED:
        raise Reject("SHEET_TOO_LARGE", f"The sheet has more than {MAX_MERGED:,} merged cells.", where=scan.name)
    one, other = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if one and other:
        scan.merged.append(Merged(int(one[2]) - 1, column_number(one[1]), int(other[2]) - 1, column_number(other[1])))


def _styled_cell(formats: Mapping[int, NumberFormat]) -> re.Pattern[bytes] | None:
    """A cell with content in one of these styles."""
    if not formats:
        return None
    styles = b"|".join(str(style).encode() for style in formats)
    return re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})" s="(' + styles + rb')"(?: t="n")?>')


def _whole_cells(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes of a part, cut only before a cell."""
    rest = b""
    for block in blocks:
        text = rest + block
        cut = text.rfind(b"<c ", 0, max(0, len(text) - _TAIL))
        if cut < 0 and len(text) < _LONGEST_WITHOUT_CELL:
            rest = text
        elif cut < 0:
            rest = text[-_TAIL:]
            yield text
        else:
            rest = text[cut:]
            yield text[:cut]
    yield rest


def _exact(package: Package, part: str, scan: SheetScan, formats: Mapping[int, NumberFormat]) -> None:
    """Look with a parser; many times slower, and never wrong about what is a cell."""
    parser = etree.XMLParser(
        target=_CellTarget(scan, formats), resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )  # type: ignore[call-overload]  # the stubs know no target of one's own
    try:
        for block in package.blocks(part):
            parser.feed(block)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise Reject("SHEET_DAMAGED", f"The sheet is no well-formed XML: {error.msg}.", where=scan.name) from None


class _CellTarget:
    """Takes the events of a parser and notes the cells; one without a reference stands behind the one before it."""

    def __init__(self, scan: SheetScan, formats: Mapping[int, NumberFormat]) -> None:
        self.scan = scan
        self.formats = formats
        self.row = -1
        self.column = -1
        self.formula = self.value = False
        self.handlers: dict[str, Callable[[Mapping[str, str]], None]] = {
            "row": self._row,
            "c": self._cell,
            "f": self._formula,
            "v": self._value,
            "is": self._value,
            "mergeCell": self._merge,
        }

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        handler = self.handlers.get(tag.rpartition("}")[2])
        if handler:
            handler(attributes)

    def end(self, tag: str) -> None:
        if tag.rpartition("}")[2] == "c" and self.formula and not self.value:
            self.scan.lost[self.row, self.column] = NOT_CALCULATED

    def close(self) -> None:
        """The parser asks for it at the end."""

    def _row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self.row = int(number) - 1 if number.isdecimal() and len(number) < 8 else self.row + 1
        self.column = -1

    def _cell(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self.column += 1
        else:
            match = _REFERENCE.fullmatch(reference)
            if match is None:
                raise _bad_cell(self.scan.name, reference)
            self.column, self.row = column_number(match[1]), int(match[2]) - 1
        self.formula = self.value = False
        self.scan.holds(self.column, self.row)
        style, kind = attributes.get("s", ""), attributes.get("t", "n")
        if kind == "e":
            self.scan.lost[self.row, self.column] = NO_VALUE
        if kind == "n" and style.isdecimal() and int(style) in self.formats:
            _note_format(self.scan, (self.row, self.column), self.formats[int(style)])

    def _merge(self, attributes: Mapping[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        _note_merged(self.scan, first, last)

    def _formula(self, _: Mapping[str, str]) -> None:
        self.formula = True

    def _value(self, _: Mapping[str, str]) -> None:
        self.value = True


def _bad_cell(sheet: str, reference: str) -> Reject:
    return Reject("SHEET_BAD_CELL", f'The sheet holds a cell "{reference[:40]}", which no sheet has.', where=sheet)
