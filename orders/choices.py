"""What a person can decide about an exception, by its code (docs/statuses.md, "What people decide")."""

from enum import StrEnum

from orders.deviations import DeviationCode


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
    ASSIGN = "assign"  # to an order line that the person names


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


def placing(proposals: int, *, line: bool) -> tuple[Choice, ...]:
    """What can be decided about a document line that belongs nowhere; a document as a whole cannot be assigned."""
    if not line:
        return VERDICTS
    return (*PLACING[: min(proposals, 2)], Choice.ASSIGN, *VERDICTS)
