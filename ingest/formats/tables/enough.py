"""Whether enough of a table is known to make documents of it: what is not understood must not be what matters."""

from collections.abc import Iterable

from ingest.flat.fields import field_named
from ingest.formats.tables import contents
from ingest.formats.tables.columns import Column
from ingest.formats.tables.look import Look
from orders.document import DocumentType
from orders.errors import Reject

_REFERENCES = frozenset(
    ("document_number", "order_number", "despatch_number", "supplier_order_number", "receipt_number")
)
_SAYS_LITTLE = frozenset(
    ("currency", "unit", "issue_date", "supplier", "supplier_id", "buyer", "buyer_id", "document_type", "tax_rate")
)
_OF_THE_WHOLE = frozenset((DocumentType.ORDER_CANCELLATION, DocumentType.ORDER_RESPONSE))
"""What may say something of an order by its number alone."""

_QUANTITIES = frozenset(("quantity", "accepted_quantity", "returned_quantity"))
_AMOUNTS = frozenset(("line_amount", "unit_price", "charge"))
_MONEY = _AMOUNTS | {"net", "gross", "payable", "lines_total"}
_GOODS = frozenset((DocumentType.ORDER, DocumentType.DESPATCH_ADVICE, DocumentType.RECEIPT_ADVICE))
_BILLS = frozenset((DocumentType.INVOICE, DocumentType.CREDIT_NOTE))


def check_enough(look: Look, kind: DocumentType, known: set[str]) -> None:
    """A document needs a reference and something that it says; lines of goods need quantities, unless a layout knows
    better.

    `known` are the fields that columns or cells above the table hold.

    Raises:
        Reject: `TABLE_TOO_LITTLE_KNOWN`.
    """
    says = known - _REFERENCES - _SAYS_LITTLE
    if kind in _OF_THE_WHOLE:
        says |= known & {"document_number", "order_number"}
    if not known & _REFERENCES:
        raise _too_little(look, f'The table could be of type "{kind}", but no number of a document or order is known.')
    if not says:
        raise _too_little(look, f'The table could be of type "{kind}", but no quantities, items or amounts are known.')
    if not look.placed and not known & _QUANTITIES and _needs_quantities(kind, known, look.columns):
        raise _too_little(look, f'The table could be of type "{kind}", but no quantities are known.')
    if not look.placed and kind in _BILLS and not known & _MONEY and any(map(_may_hold_amounts, look.columns)):
        raise _too_little(look, f'The table could be of type "{kind}", but no prices or amounts are known.')


def _needs_quantities(kind: DocumentType, known: set[str], columns: Iterable[Column]) -> bool:
    of_lines = any((field := field_named(name)) and field.makes_line for name in known)
    if kind in _GOODS and of_lines:
        return True
    if kind in _BILLS and of_lines:
        return not known & _AMOUNTS
    # an answer without quantities accepts all of them: not where a column that nobody knows may state others
    return kind in _OF_THE_WHOLE and "response" not in known and any(map(_may_hold_quantities, columns))


def _may_hold_quantities(column: Column) -> bool:
    return _is_unknown(column) and contents.mostly_numbers(column.cells)


def _may_hold_amounts(column: Column) -> bool:
    return _is_unknown(column) and contents.mostly_amounts(column.cells)


def _is_unknown(column: Column) -> bool:
    return column.phrase is None and not column.canonical and bool(contents.filled(column.cells))


def _too_little(look: Look, message: str) -> Reject:
    headings = ", ".join(f'"{column.heading}"' for column in look.columns[:12])
    return Reject(
        "TABLE_TOO_LITTLE_KNOWN",
        message,
        where=look.table.name or None,
        hint=f"Its headings: {headings}. Say with a [[layouts]] entry which column is which field, if this is a "
        "document at all.",
    )
