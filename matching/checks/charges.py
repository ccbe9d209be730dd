"""Charges that nobody ordered: freight, surcharges, packaging (docs/matching.md, "Units, prices and charges")."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from matching.book import OrderBook
from matching.desk import Desk
from matching.findings import Place, figures
from matching.paper import Paper
from matching.settled import Corrections
from matching.signs import direction, is_credit
from matching.tolerances import MONEY
from orders.deviations import DeviationCode
from orders.document import Document
from orders.likeness import worth
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, plus


class Charged(NamedTuple):
    """One charge; `row` is its line, None if it stands in the head."""

    row: int | None
    amount: Decimal
    name: str


def check_charges(desk: Desk, papers: list[Paper], corrections: Corrections) -> None:
    """The charges of each bill, less those that were credited, against what is left of those that its orders agreed to,
    oldest bill first.

    A percentage allows so much of the ordered charges or, where none were ordered, of the goods on the bill.
    """
    left = {book.id: book.charges for book in desk.books}
    for paper in papers:
        books = desk.books_of(paper)
        if not books or is_credit(paper.document):
            continue  # without an order there is nothing that was or was not ordered
        charged = [*_charged(desk, paper)]
        if charged and corrections.of(paper):
            charged = [] if corrections.settle(paper) else [*_left(charged, _credited(desk, corrections.of(paper)))]
        if charged:
            _check(desk, paper, charged, _agreed(left, books, charged))


def _charged(desk: Desk, paper: Paper) -> Iterator[Charged]:
    """The charges of the head, and the lines that are charges."""
    document = paper.document
    for charge in document.charges:
        if charge.amount > 0:
            yield Charged(None, charge.amount, charge.text or charge.code or "")
    for row in desk.charge_lines.get(paper.rank, ()):
        line = document.lines[row]
        if line.line_amount is not None and line.line_amount > 0:
            yield Charged(row, line.line_amount, line.name or line.description or "")


def _credited(desk: Desk, papers: Sequence[Paper]) -> Decimal:
    """What credits take off the charges of the bill that they correct; less what was credited by mistake."""
    total = ZERO
    for paper in papers:
        lines = (paper.document.lines[row].line_amount for row in desk.charge_lines.get(paper.rank, ()))
        amounts = [*(charge.amount for charge in paper.document.charges), *(one for one in lines if one is not None)]
        stated = 1 if (worth(paper.document) or ZERO) > 0 else -1  # the sign of what is no discount
        if not is_credit(paper.document):
            stated = -1  # what an invoice adds is a charge of its own
        total -= direction(paper, desk.register) * sum((one for one in amounts if one * stated > 0), ZERO)
    return max(total, ZERO)


def _left(charged: list[Charged], credited: Decimal) -> Iterator[Charged]:
    """What of each charge was not credited."""
    for one in charged:
        taken = min(one.amount, credited)
        credited -= taken
        if one.amount > taken:
            yield one._replace(amount=one.amount - taken)


def _agreed(left: dict[str, Quantity], books: list[OrderBook], charged: list[Charged]) -> Quantity:
    """What the orders had agreed to, taken from what is left of it."""
    agreed: Quantity = ZERO
    wanted: Quantity = sum((one.amount for one in charged), ZERO)
    for book in books:
        taken = min(left[book.id], wanted)
        left[book.id], wanted = minus(left[book.id], taken), minus(wanted, taken)
        agreed = plus(agreed, taken)
    return agreed


def _check(desk: Desk, paper: Paper, charged: list[Charged], agreed: Quantity) -> None:
    """Each charge, or the part of it, that goes beyond what was agreed, if all together do so beyond tolerance."""
    limit = desk.limits_of(paper).of("freight")
    total = sum((one.amount for one in charged), ZERO)
    more = minus(total, agreed)
    allowed = limit.allowance(agreed or _goods(paper.document), MONEY)
    if more <= 0 or more <= allowed:
        return
    for one in charged:
        covered = min(agreed, one.amount)
        agreed = minus(agreed, covered)
        if one.amount > covered:
            desk.findings.add(
                DeviationCode.CHARGE_NOT_ORDERED,
                Place(desk.only_order(paper), None, paper, one.row),
                amount=minus(one.amount, covered),
                figures=figures(covered, one.amount, tolerance=allowed, rule=limit.rule),
                args={"charge": one.name},
            )


def _goods(document: Document) -> Decimal:
    if document.totals.lines is not None:
        return document.totals.lines
    return sum((line.line_amount for line in document.lines if line.line_amount is not None), ZERO)
