"""What a whole table settles: its types, its columns for each of them, and how its numbers and dates are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ingest.flat.cells import Cell, Row
from ingest.flat.settled import Settled, Written, ways_of_writing
from ingest.formats.tables.columns import assign
from ingest.formats.tables.constants import constants_of, constants_of_headings
from ingest.formats.tables.enough import check_enough
from ingest.formats.tables.look import Look
from ingest.formats.tables.table import Table
from orders.document import DocumentType
from orders.errors import Reject


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a table before its rows are read; `kinds` by the cells that tell the type of a row."""

    look: Look
    kinds: Mapping[tuple[Cell, ...], DocumentType]
    settled: Mapping[DocumentType, Settled]
    written: Written


def survey(look: Look, tables: Sequence[Table] = ()) -> Survey:
    """Go through the table once or twice and settle what it is; questions about numbers and dates stay open.

    Raises:
        Reject: `TABLE_TYPE_UNCLEAR`, `TABLE_AMBIGUOUS_COLUMNS`, `TABLE_TOO_LITTLE_KNOWN`, `LAYOUT_MISFIT`.
    """
    kinds = _kinds(look)
    settled = {kind: _settled(look, kind, tables) for kind in dict.fromkeys(kinds.values())}
    rows = (row for _, row in data_rows(look))
    written = ways_of_writing(list(settled.values()), look.layout, rows, look.circumstances)
    return Survey(look, kinds, settled, written)


def data_rows(look: Look) -> Iterator[tuple[int, Row]]:
    """The rows below the headings with their numbers (from 0)."""
    first = look.head.last + 1 if look.head else 0
    return enumerate(islice(look.table.rows(), first, None), first)


def type_cells(look: Look, row: Row) -> tuple[Cell, ...]:
    """The cells of a row that tell its type; the row may be short."""
    return tuple(row[column] if column < len(row) else "" for column in look.switch.columns)


def _kinds(look: Look) -> dict[tuple[Cell, ...], DocumentType]:
    """The types in a table; rows whose cells do not tell are asked about when they are read."""
    cells = {type_cells(look, row) for _, row in data_rows(look)} if look.switch.columns else {()}
    found = {one: kind for one in cells if (kind := look.switch.type_of(one))}
    if not found:
        raise _type_unclear(look)
    return found


def _type_unclear(look: Look) -> Reject:
    choice = (
        " or ".join(look.decision.candidates) or "order, order_response, despatch_advice, receipt_advice, invoice …"
    )
    return Reject(
        "TABLE_TYPE_UNCLEAR",
        f"What kind of document is this table: {choice}? It does not tell ({look.decision.reason}); "
        "its subfolder, or `type` in a [[layouts]] entry, does.",
        where=look.table.name or None,
        hint='Put it into a subfolder of that name (inbox/invoices), or say so: [[layouts]] type = "invoice".',
    )


def _settled(look: Look, kind: DocumentType, tables: Sequence[Table]) -> Settled:
    constants = constants_of(look, kind, tables)
    assigned = look.placed.columns if look.placed else tuple(assign(look.columns, kind))
    known = {one.field for one in assigned if one.field} | {one.field for one in constants}
    constants += constants_of_headings(look, assigned, known)
    first = {one.field: one for one in reversed(constants)}
    check_enough(look, kind, known)
    return Settled(kind, tuple(assigned), tuple(first.values()))
