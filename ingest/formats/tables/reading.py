"""From a file's tables to its documents."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from ingest.flat.documents import document_of
from ingest.format import Content
from ingest.formats.tables.look import Look, look_at
from ingest.formats.tables.plans import plans_of
from ingest.formats.tables.rows import RowReading
from ingest.formats.tables.survey import survey
from ingest.formats.tables.table import Table
from ingest.layout import Layout, the_only
from orders.document import Document, Issue
from orders.errors import Reject

NO_HEADINGS = "TABLE_NOT_RECOGNIZED"
_TOLD = 20
"""Rows that were left out and are told one by one."""

_LEFT_OUT = frozenset((NO_HEADINGS, "TABLE_TOO_LITTLE_KNOWN", "TABLE_TYPE_UNCLEAR"))
"""Why a sheet beside others may be left out: nobody could tell that it holds documents."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The tables of a file: those that are looked at, each in the ways it could be cut into columns."""

    format: str
    choices: tuple[tuple[Table, ...], ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Each table in its first way."""
        return tuple(ways[0] for ways in self.choices)


Open = Callable[[bytes, Layout | None], Sheets]


def layout_for(content: Content) -> Layout | None:
    """The one table layout that claims a file; None if none does.

    Raises:
        Reject: `LAYOUT_RIVALS` if two do.
    """
    return the_only([one for one in content.layouts if not one.is_of_xml and one.claims(content.name, content.folder)])


def read_tables(content: Content, opened: Open) -> list[Document]:
    """The documents of a file.

    Raises:
        Reject: if no document can be made of it, or if it leaves a question open.
    """
    layout = layout_for(content)
    sheets = opened(content.data, layout)
    documents: list[Document] = []
    left_out: list[tuple[Table, Reject]] = []
    for ways in chosen(sheets, layout):
        try:
            documents += _documents(ways, sheets, content.folder, layout)
        except Reject as reason:
            if reason.code not in _LEFT_OUT:
                raise
            left_out.append((ways[0], reason))
    if not documents:
        raise _most_telling([reason for _, reason in left_out]) or nothing_known(sheets)
    return _with_issues(documents, left_out)


def _most_telling(reasons: Sequence[Reject]) -> Reject | None:
    """Of several reasons the one of the sheet that was understood best."""
    return max(reasons, key=lambda reason: reason.code != NO_HEADINGS, default=None)


def chosen(sheets: Sheets, layout: Layout | None) -> list[tuple[Table, ...]]:
    """The tables to read: the one that the layout names, otherwise all that can be seen."""
    if layout is None or layout.sheet is None:
        return [ways for ways in sheets.choices if not ways[0].hidden]
    wanted = layout.sheet
    for number, ways in enumerate(sheets.choices, 1):
        if number == wanted or (isinstance(wanted, str) and ways[0].name.casefold() == wanted.casefold()):
            return [ways]
    names = ", ".join(f'"{table.name}"' for table in sheets.tables)
    raise Reject("LAYOUT_MISFIT", f'The layout "{layout.name}" reads the sheet "{wanted}"; there are {names}.')


def best_look(ways: Sequence[Table], folder: str, layout: Layout | None) -> Look:
    """The way of cutting a table in which most headings are known.

    Raises:
        Reject: `LAYOUT_MISFIT`, or what is wrong with the rows, if no way can be looked at.
    """
    looks: list[Look] = []
    faults: list[Reject] = []
    for table in ways:
        try:
            looks.append(look_at(table, folder, layout))
        except Reject as fault:
            faults.append(fault)
    if not looks:
        raise faults[0]
    best = max(looks, key=lambda look: look.known)
    if not best.known and faults:
        raise faults[0]
    return best


def _documents(ways: Sequence[Table], sheets: Sheets, folder: str, layout: Layout | None) -> list[Document]:
    look = best_look(ways, folder, layout)
    if look.head is None:
        raise no_headings(look.table)
    reading = RowReading(look, plans_of(survey(look, sheets.tables)))
    found = reading.read()
    groups = [group for group in found if group.says_something()]
    if not groups:
        raise Reject(
            NO_HEADINGS, "The table has headings, but no rows that say anything.", where=look.table.name or None
        )
    empty = [group.row for group in found if not group.says_something()]
    remarks = [_left_out(look.table, row) for row in sorted(reading.remarks + empty)[:_TOLD]]
    supplier = layout.party if layout else None
    documents = [document_of(groups[0], look.table, sheets.format, supplier, remarks)]
    return documents + [document_of(group, look.table, sheets.format, supplier) for group in groups[1:]]


def no_headings(table: Table) -> Reject:
    """What to say of a table whose headings nobody knows."""
    first = next((row for row in table.rows() if any(row)), ())
    cells = ", ".join(f'"{str(cell)[:30]}"' for cell in first[:8] if cell != "")
    return Reject(
        NO_HEADINGS,
        f"No row of the table holds two headings that are known. Its first row: {cells or 'nothing'}.",
        where=table.name or None,
        hint="Say with a [[layouts]] entry which column is which field, if this is a document at all.",
    )


def nothing_known(sheets: Sheets) -> Reject:
    """What to say of a file without any table."""
    hidden = any(table.hidden for table in sheets.tables)
    return Reject(NO_HEADINGS, "All sheets of the file are hidden." if hidden else "The file has no rows.")


def _left_out(table: Table, row: int) -> Issue:
    message = "The row holds neither a line nor the number of a document; it is left out."
    return Issue(code="ROW_LEFT_OUT", message=message, where=table.row_place(row))


def _with_issues(documents: list[Document], left_out: Sequence[tuple[Table, Reject]]) -> list[Document]:
    """The documents; the first one tells which sheets hold nothing that could be read."""
    issues = tuple(
        Issue(
            code="SHEET_LEFT_OUT", message=f'The sheet "{table.name}" was not read. {reason.message}', where=table.name
        )
        for table, reason in left_out
        if any(any(row) for row in table.rows())
    )
    return [replace(documents[0], issues=(*documents[0].issues, *issues)), *documents[1:]] if issues else documents
