"""What makes two bills look like one that was sent twice (docs/matching.md, duplicates)."""

from datetime import date, timedelta
from decimal import Decimal

from orders.document import Document, DocumentType, Line
from orders.numbers import plain

DAYS_BETWEEN_DOUBLES = 10
"""Two equal bills with different numbers look like one that was sent twice if they are at most so many days apart."""

_BILLS = (DocumentType.INVOICE, DocumentType.CREDIT_NOTE)


def worth(document: Document) -> Decimal | None:
    """What a document comes to: its gross total, otherwise what is to be paid, the net total or its lines."""
    totals = document.totals
    for total in (totals.gross, totals.payable, totals.net, totals.lines):
        if total is not None:
            return total
    amounts = [line.line_amount for line in document.lines if line.line_amount is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def net_worth(document: Document) -> Decimal | None:
    """What the totals of a document come to without taxes, as far as they tell them apart."""
    totals = document.totals
    if totals.net is not None or totals.lines is not None:
        return totals.net if totals.net is not None else totals.lines
    if totals.gross is not None and totals.tax is not None:
        return totals.gross - totals.tax
    return totals.gross if totals.gross is not None else totals.payable


def item_told(line: Line) -> str | None:
    """The item as the line names it first."""
    return line.buyer_item or line.supplier_item or line.gtin or line.name


def likeness(document: Document) -> str | None:
    """A text that is equal for bills that could be doubles of each other, coarser than what doubles have in common;
    None for what is no bill, or states no date or sum.
    """
    if document.type not in _BILLS or document.issue_date is None:
        return None
    total = worth(document)
    if total is None:
        return None
    lines = document.lines
    item = (item_told(lines[-1]) or "") if lines else ""
    return f"{document.type}:{document.currency or ''}:{plain(total)}:{len(lines)}:{item}"


def period(day: date) -> int:
    """The stretch of days that a day lies in: doubles lie in the same one or in neighbouring ones."""
    return day.toordinal() // (DAYS_BETWEEN_DOUBLES + 1)


def are_near(one: date, other: date) -> bool:
    """Whether two days are near enough for doubles."""
    return abs(one - other) <= timedelta(days=DAYS_BETWEEN_DOUBLES)
