"""Rejected orders and lines that were delivered or invoiced all the same (docs/statuses.md, "The headline").

A rejection is overtaken only by later facts. Where the whole order was rejected, all its lines are wanted again.
"""

from datetime import date

from matching.book import Entry, OrderBook, OrderLine
from matching.changes import value
from matching.desk import Desk
from matching.findings import Place
from matching.paper import Paper
from orders.deviations import DeviationCode
from orders.numbers import Quantity
from orders.quantity import ZERO, plus


def note_overtaken(desk: Desk, book: OrderBook) -> None:
    """Gives rejected lines their ordered target again where they came or were billed after the rejection."""
    rejected = [line for line in book.lines if line.answer is not None and line.answer.rejects and not line.deleted]
    if not rejected:
        return
    facts = [(line, entry) for line in rejected for entry in _later(line)]
    if all(line in rejected for line in book.lines if line.counts and not line.deleted):
        _note_whole(desk, book, rejected, facts)
        return
    for line, entry in facts:
        if not line.overtaken:
            line.overtaken = True
            place = Place(book, line, entry.paper, entry.row)
            desk.findings.add(DeviationCode.ORDER_REJECTED, place, amount=_worth(line, entry))


def _note_whole(desk: Desk, book: OrderBook, rejected: list[OrderLine], facts: list[tuple[OrderLine, Entry]]) -> None:
    worth: dict[Paper, Quantity] = {}
    for line, entry in facts:
        worth[entry.paper] = plus(worth.get(entry.paper, ZERO), _worth(line, entry))
    for entry in book.whole:
        if _is_later(entry, rejected[0]) and _adds(entry):
            worth[entry.paper] = plus(worth.get(entry.paper, ZERO), entry.allocation.amount or ZERO)
    for paper, amount in worth.items():
        desk.findings.add(DeviationCode.ORDER_REJECTED, Place(book, None, paper), amount=amount)
    for line in rejected:
        line.overtaken = bool(worth)


def _later(line: OrderLine) -> list[Entry]:
    entries = (*line.deliveries, *line.receipts, *line.bills)
    return [entry for entry in entries if _is_later(entry, line) and _adds(entry)]


def _adds(entry: Entry) -> bool:
    booked = entry.allocation
    return ((booked.amount if booked.quantity is None else booked.quantity) or ZERO) > 0


def _is_later(entry: Entry, line: OrderLine) -> bool:
    """Whether a document is dated on or after the rejection; one without a date is asked about."""
    issued = entry.paper.document.issue_date
    rejected = None if line.answer is None else line.answer.paper.document.issue_date
    return issued is None or issued >= (rejected or date.min)


def _worth(line: OrderLine, entry: Entry) -> Quantity:
    booked = entry.allocation
    if booked.amount is not None:
        return booked.amount
    return value(line, booked.quantity or ZERO) or ZERO
