"""What a person can decide about an exception, by its code (docs/statuses.md, "What people decide")."""

from enum import StrEnum

from orders.deviations import DeviationCode
from orders.document import DocumentType


class Choice(StrEnum):
    """One thing that can be decided; `choice.<value>` is what it is called."""

    ACCEPT = "accept"
    REJECT = "reject"
    CLOSE = "close"  # the order line, short
    CLOSE_INVOICING = "close_invoicing"
    REPLACEMENT = "replacement"  # the document replaces the one that it conflicts with
    DUPLICATE = "duplicate"
    COUNT = "count"  # the document counts although it seemed not to
    FIRST = "first"  # assign to the first proposal
    SECOND = "second"
    ASSIGN = "assign"  # to an order line, or a document without lines to an order, that the person names
    CHARGE = "charge"  # the document line is freight, a surcharge, packaging: of no order line


VERDICTS = (Choice.ACCEPT, Choice.REJECT)

PLACING = (Choice.FIRST, Choice.SECOND, Choice.ASSIGN)
"""Choices that put a document line on an order line."""

_MORE: dict[DeviationCode, tuple[Choice, ...]] = {
    DeviationCode.CONFLICTING_DOCUMENT: (Choice.REPLACEMENT, Choice.DUPLICATE),
    DeviationCode.DUPLICATE: (Choice.COUNT,),
    DeviationCode.POSSIBLE_DUPLICATE: (Choice.DUPLICATE,),
    DeviationCode.SHORT_SHIPPED: (Choice.CLOSE,),
    DeviationCode.LATE_SHIPMENT: (Choice.CLOSE,),
    DeviationCode.LATE_RECEIPT: (Choice.CLOSE,),
    DeviationCode.QUANTITY_CHANGED: (Choice.CLOSE,),
    DeviationCode.LINE_REJECTED: (Choice.CLOSE,),
    DeviationCode.GOODS_REJECTED: (Choice.CLOSE,),
    DeviationCode.RECEIVED_NOT_INVOICED: (Choice.CLOSE_INVOICING,),
}


def choices(code: DeviationCode, *, order_line: bool) -> tuple[Choice, ...]:
    """What can be decided about a deviation; closing only where it is about an order line."""
    more = _MORE.get(code, ())
    closing = (Choice.CLOSE, Choice.CLOSE_INVOICING)
    return (*VERDICTS, *(one for one in more if order_line or one not in closing))


ASSIGNED_WHOLE = frozenset({DocumentType.ORDER_RESPONSE, DocumentType.INVOICE, DocumentType.CREDIT_NOTE})
"""Documents that say something of an order without naming a line: they may be assigned to it as a whole."""


def placing(proposals: int) -> tuple[Choice, ...]:
    """What can be decided about a document line that belongs nowhere."""
    return (*PLACING[: min(proposals, 2)], Choice.ASSIGN, Choice.CHARGE, *VERDICTS)


def placing_whole(kind: DocumentType) -> tuple[Choice, ...]:
    """What can be decided about a document without lines that belongs nowhere."""
    return (Choice.ASSIGN, *VERDICTS) if kind in ASSIGNED_WHOLE else VERDICTS
