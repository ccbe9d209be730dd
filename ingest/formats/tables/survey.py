"""What a whole table settles: its types, its columns for each of them, and how its numbers and dates are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ingest.formats.tables.cells import Cell, Row, Table
from ingest.formats.tables.columns import Assigned, assign
from ingest.formats.tables.constants import Constant, constants_of, constants_of_headings
from ingest.formats.tables.dialect import (
    DateEvidence,
    Dialect,
    Evidence,
    Key,
    NumberEvidence,
    Question,
    date_orders,
    decimal_signs,
    gather,
)
from ingest.formats.tables.fields import field_named
from ingest.formats.tables.look import Look
from ingest.values.local_dates import YMD
from ingest.values.local_numbers import POINT
from orders.document import DocumentType
from orders.errors import Reject

_REFERENCES = frozenset(
    ("document_number", "order_number", "despatch_number", "supplier_order_number", "receipt_number")
)
_SAYS_LITTLE = frozenset(
    ("currency", "unit", "issue_date", "supplier", "supplier_id", "buyer", "buyer_id", "document_type", "tax_rate")
)


@dataclass(frozen=True, slots=True)
class Settled:
    """The columns and constants of one type in a table."""

    kind: DocumentType
    assigned: tuple[Assigned, ...]
    constants: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a table before its rows are read; `kinds` by the cells that tell the type of a row."""

    look: Look
    kinds: Mapping[tuple[Cell, ...], DocumentType]
    settled: Mapping[DocumentType, Settled]
    written: Mapping[Key, Dialect | Question]


def survey(look: Look, tables: Sequence[Table] = ()) -> Survey:
    """Go through the table once or twice and settle what it is; questions about numbers and dates stay open.

    Raises:
        Reject: `TABLE_TYPE_UNCLEAR`, `TABLE_AMBIGUOUS_COLUMNS`, `TABLE_TOO_LITTLE_KNOWN`, `LAYOUT_MISFIT`.
    """
    kinds = _kinds(look)
    settled = {kind: _settled(look, kind, tables) for kind in dict.fromkeys(kinds.values())}
    return Survey(look, kinds, settled, _written(look, list(settled.values())))


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
    _check_enough(look, kind, known)
    return Settled(kind, tuple(assigned), tuple(first.values()))


def _check_enough(look: Look, kind: DocumentType, known: set[str]) -> None:
    """A document needs a reference and something that it says."""
    says = known - _REFERENCES - _SAYS_LITTLE
    if kind in (DocumentType.ORDER_CANCELLATION, DocumentType.ORDER_RESPONSE):
        says |= known & {"document_number", "order_number"}
    if known & _REFERENCES and says:
        return
    missing = "quantities, items, prices or amounts" if known & _REFERENCES else "the number of a document or order"
    headings = ", ".join(f'"{column.heading}"' for column in look.columns[:12])
    raise Reject(
        "TABLE_TOO_LITTLE_KNOWN",
        f"The table could be of type {kind}, but no column is known to hold {missing}. Its headings: {headings}.",
        where=look.table.name or None,
        hint="Say with a [[layouts]] entry which column is which field, if this is a document at all.",
    )


def _written(look: Look, settled: Sequence[Settled]) -> dict[Key, Dialect | Question]:
    """How each column, and each constant above the table, is written."""
    numbers: dict[Key, NumberEvidence] = {}
    dates: dict[Key, DateEvidence] = {}
    said: dict[Key, Dialect | Question] = {}
    for key, name, fixed in _typed(settled):
        kind = "date" if (known := field_named(name)) and known.kind == "date" else "number"
        by_layout = Dialect(YMD if kind == "date" else POINT, "") if fixed else _by_layout(look, name, kind)
        if by_layout:
            said[key] = by_layout
        elif kind == "date":
            dates.setdefault(key, DateEvidence())
        else:
            numbers.setdefault(key, NumberEvidence())
    evidence: dict[Key, Evidence] = {**numbers, **dates}
    for constant in (constant for one in settled for constant in one.constants):
        if constant.key in evidence:
            evidence[constant.key].add(constant.cell)
    gather((row for _, row in data_rows(look)), {key: one for key, one in evidence.items() if isinstance(key, int)})
    found = {one.sign for one in numbers.values() if one.sign}
    return {
        **decimal_signs(numbers, look.circumstances),
        **date_orders(dates, look.circumstances, found),
        **said,
    }


def _typed(settled: Sequence[Settled]) -> Iterator[tuple[Key, str, bool]]:
    """Everything that is a number or a date: its key, its field, and whether it is written our way."""
    for one in settled:
        for column in one.assigned:
            if _is_typed(column.field):
                yield column.index, column.field, False
        for constant in one.constants:
            if _is_typed(constant.field):
                yield constant.key, constant.field, constant.fixed


def _is_typed(name: str) -> bool:
    known = field_named(name)
    return known is not None and known.kind in ("number", "percent", "date")


def _by_layout(look: Look, name: str, kind: str) -> Dialect | None:
    if look.layout is None:
        return None
    written = look.layout.formats.get(name) or (look.layout.dates if kind == "date" else look.layout.decimal)
    return Dialect(written, f'by the layout "{look.layout.name}"') if written else None
