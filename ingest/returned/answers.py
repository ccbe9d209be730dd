"""Reads what was written into the exceptions sheet, however rows and columns were moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ingest.flat.cells import Row, shown
from ingest.format import Content
from ingest.formats.tables.xlsx_cells import xlsx_tables
from ingest.formats.tables.xlsx_package import Package, is_opendocument, open_opendocument, open_package
from ingest.returned.opendocument import CONTENT, sheets
from orders.answer import KEY_HEADING, Answer, Answers, read_key
from orders.errors import Reject
from orders.wording import LANGUAGES, label

MADE_BY: Final = "Ordertrail"
"""What a workbook says that nobody saved since it was written."""

HEADING_ROWS: Final = 1_000
"""The heading is looked for so far down: people write above a table."""

LONGEST: Final = 2_000
"""Characters of what a person writes into a cell; of keys as many as a cell holds."""

FIELDS: Final = {"decision": "decision", "target": "assign_to", "quantity": "assign_quantity", "why": "why"}
"""Field of an answer → the column that it stands in, by its heading in any language."""

_MARK = KEY_HEADING.encode()
_SHARED = "xl/sharedStrings.xml"
_SHEETS = "xl/worksheets/"


def is_returned(content: Content) -> bool:
    """Whether a file is a report of ours. Never raises; looks at the shared texts, and where each sheet begins."""
    if content.kind != "zip":
        return False
    try:
        if is_opendocument(content.data):
            return _finds(open_opendocument(content.data).blocks(CONTENT))
        return _has_mark(open_package(content.data))
    except (Reject, KeyError):
        return False


def read_answers(content: Content) -> Answers:
    """What a workbook says, row by row; rows in which nobody wrote anything are left out.

    Raises:
        Reject: whatever is wrong with the file, as for every workbook. A sheet beyond the limits is passed over.
    """
    if is_opendocument(content.data):
        package = open_opendocument(content.data)
        found = [answer for rows in sheets(package) for answer in _answers(rows)]
        return Answers(by=_saved_by(package, "meta.xml", "{*}creator"), rows=tuple(found))
    tables = xlsx_tables(content.data, pass_over_large=True)
    found = [answer for table in tables for answer in _answers(table.rows())]
    by = _saved_by(open_package(content.data), "docProps/core.xml", "{*}lastModifiedBy")
    return Answers(by=by, rows=tuple(found))


def _has_mark(package: Package) -> bool:
    if _SHARED in package.names and _finds(package.blocks(_SHARED)):
        return True
    sheets = sorted(name for name in package.names if name.startswith(_SHEETS) and name.endswith(".xml"))
    return any(_MARK in next(package.blocks(name), b"") for name in sheets)


def _finds(blocks: Iterator[bytes]) -> bool:
    before = b""
    for block in blocks:
        if _MARK in before + block:
            return True
        before = block[-len(_MARK) :]
    return False


def _answers(rows: Iterable[Row]) -> Iterator[Answer]:
    columns: Mapping[str, int] = {}
    for number, row in enumerate(rows):
        if columns:
            yield from _answer(number, row, columns)
        elif number >= HEADING_ROWS:
            return
        elif any(shown(cell) == KEY_HEADING for cell in row):
            columns = _columns(row)


def _columns(heading: Row) -> dict[str, int]:
    """The place of the key, and of each field that has a column; the first of two with one heading."""
    texts = [shown(cell).casefold() for cell in heading]
    places = {"key": texts.index(KEY_HEADING)}
    for field, column in FIELDS.items():
        names = {label(f"column.{column}", language).casefold() for language in LANGUAGES}
        found = [place for place, text in enumerate(texts) if text in names]
        if found:
            places[field] = found[0]
    return places


def _answer(number: int, row: Row, columns: Mapping[str, int]) -> Iterator[Answer]:
    said = {field: _text(row, columns.get(field)) for field in FIELDS}
    if said["decision"] or said["target"]:
        key = columns["key"]
        yield Answer(row=number + 1, key=read_key(shown(row[key])) if key < len(row) else None, **said)


def _text(row: Sequence[object], place: int | None) -> str:
    if place is None or place >= len(row):
        return ""
    return shown(row[place])[:LONGEST]  # type: ignore[arg-type]  # a row is of cells


def _saved_by(package: Package, part: str, tag: str) -> str | None:
    """Who saved the workbook last, as it says itself."""
    if part not in package.names:
        return None
    named = (element.text or "" for element in package.root(part).iter(tag))
    name = next(named, "").strip()[:LONGEST]
    return name if name and name != MADE_BY else None
