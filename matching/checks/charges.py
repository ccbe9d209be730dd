"""Charges that nobody ordered: freight, surcharges, packaging (SPEC section 5, charges)."""

from decimal import Decimal

from matching.book import OrderBook
from matching.desk import Desk
from matching.findings import Place, figures
from matching.listing import charges
from matching.paper import Paper
from matching.signs import is_credit
from orders.deviations import DeviationCode
from orders.document import Document
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, plus


def check_charges(desk: Desk, papers: list[Paper]) -> None:
    """The charges of each bill against what is left of those that its orders agreed to, oldest bill first.

    A percentage allows so much of the ordered charges or, where none were ordered, of the goods on the bill.
    """
    left = {book.id: book.charges for book in desk.books}
    for paper in papers:
        if is_credit(paper.document):
            continue
        charged = sum((one.amount for one in charges(desk, paper) if one.amount > 0), ZERO)
        if charged:
            books = desk.books_of(paper)
            agreed = _take(left, books, charged)
            _check(desk, paper, charged, agreed)


def _take(left: dict[str, Quantity], books: list[OrderBook], charged: Decimal) -> Quantity:
    """What the orders had agreed to, taken from what is left of it."""
    agreed: Quantity = ZERO
    open_charge: Quantity = charged
    for book in books:
        agreed = plus(agreed, left[book.id])
        taken = min(left[book.id], open_charge)
        left[book.id] = minus(left[book.id], taken)
        open_charge = minus(open_charge, taken)
    return agreed


def _check(desk: Desk, paper: Paper, charged: Decimal, agreed: Quantity) -> None:
    limit = desk.limits_of(paper).of("freight")
    more = minus(charged, agreed)
    allowed = limit.allowance(agreed or _goods(paper.document))
    if more > 0 and more > allowed:
        named = ", ".join(dict.fromkeys(one.text for one in charges(desk, paper) if one.text and one.amount > 0))
        desk.findings.add(
            DeviationCode.CHARGE_NOT_ORDERED,
            Place(desk.only_order(paper), None, paper),
            amount=more,
            figures=figures(agreed, charged, tolerance=allowed, rule=limit.rule),
            args={"charges": named},
        )


def _goods(document: Document) -> Decimal:
    if document.totals.lines is not None:
        return document.totals.lines
    return sum((line.line_amount for line in document.lines if line.line_amount is not None), ZERO)
