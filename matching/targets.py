"""What of each order line is still to come: the target (docs/statuses.md, "What is still to come").

T = ordered − rejected by the supplier − cancelled − closed short. Delivery and invoicing close separately: closing a
delivery leaves what was received invoiceable, and what comes after a closing all the same is accepted and reopens what
it must.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from matching.book import Entry, OrderBook, OrderLine
from matching.desk import Desk
from matching.measures import ONE, factor
from matching.paper import Paper
from matching.posting import WHOLE
from matching.returns import accepted, measure, not_replaced
from orders.case import Decision, DecisionKind
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, plus, times


class Closing(NamedTuple):
    """A supplier's statement of how much of a line will come in all."""

    paper: Paper
    row: int
    total: Quantity


def set_targets(desk: Desk, book: OrderBook) -> None:
    """Sets the delivery target, the invoicing target and what is closed short of every line."""
    for line in book.lines:
        if line.counts and book.cancelled_by is None:
            line.target = _delivery(desk, book, line)
            line.invoice_target = _invoicing(desk, book, line)
            line.closed_short = _short(line)


def _short(line: OrderLine) -> Quantity:
    """What was ordered and neither cancelled nor rejected, and will not come all the same."""
    if line.deleted or line.target >= line.ordered:
        return ZERO
    left = minus(minus(line.ordered, line.cancelled), line.target)
    if line.answer is not None and not line.overtaken:
        left = minus(left, line.answer.rejected)
    return left if left > 0 else ZERO


def _delivery(desk: Desk, book: OrderBook, line: OrderLine) -> Quantity:
    wanted = line.wanted
    decision = _last(desk.decided.closings(book.id, line.id, "delivery"))
    stated = supplier_closing(book, line)
    if line.receipts or line.bills:
        line.refunded = not_replaced(book, line, wanted, _reopened(decision))
        wanted = minus(wanted, line.refunded)
    if stated is None and decision is None:
        return wanted
    if stated is not None and decision is not None and decision.kind is DecisionKind.REOPEN:
        stated = stated if _day(stated.paper) > decision.taken_at.date() else None
    target = wanted
    if stated is not None and stated.total < wanted:
        target = max(stated.total, min(wanted, max(line.shipped, accepted(book, line, line.receipts))))
    if decision is not None and decision.kind is DecisionKind.CLOSE:
        line.closed = True
        held = _progress(book, line, decision.taken_at.date())
        target = min(target, max(held, min(wanted, _progress(book, line, date.max))))
    return target


def _reopened(decision: Decision | None) -> date:
    """Since when what was refunded counts: a person who opens a line again wants it after all."""
    return decision.taken_at.date() if decision is not None and decision.kind is DecisionKind.REOPEN else date.min


def _invoicing(desk: Desk, book: OrderBook, line: OrderLine) -> Quantity:
    decision = _last(desk.decided.closings(book.id, line.id, "invoicing"))
    if decision is None or decision.kind is not DecisionKind.CLOSE:
        return line.target
    held = _sum(line, line.bills, decision.taken_at.date())
    return min(line.target, max(held, line.invoiced, ZERO))


def _last(decisions: list[Decision]) -> Decision | None:
    return decisions[-1] if decisions else None


def _day(paper: Paper) -> date:
    return paper.document.issue_date or date.min


def _progress(book: OrderBook, line: OrderLine, until: date) -> Quantity:
    """How far a line had come by a day, on the last track of its delivery that exists."""
    if book.options.receipt:
        return accepted(book, line, [entry for entry in line.receipts if _day(entry.paper) <= until])
    if book.options.shipping:
        return max(_sum(line, line.deliveries, until), ZERO)
    return max(_sum(line, line.bills, until), ZERO)


def _sum(line: OrderLine, entries: Iterable[Entry], until: date) -> Quantity:
    total: Quantity = ZERO
    for entry in entries:
        if _day(entry.paper) <= until:
            total = plus(total, measure(line, entry))
    return total


def supplier_closing(book: OrderBook, line: OrderLine) -> Closing | None:
    """The newest statement of the supplier on what will come in all: a despatch advice with an outstanding quantity, or
    an answer with a maximum backorder quantity.
    """
    found = _by_despatch(book, line) if line.rest_is_stated else None
    answer = line.answer
    if answer is not None and answer.backorder is not None and (found is None or found.paper.rank < answer.paper.rank):
        return Closing(answer.paper, WHOLE, plus(answer.quantity, answer.backorder))
    return found


def _by_despatch(book: OrderBook, line: OrderLine) -> Closing | None:
    """What was shipped up to the newest despatch advice that gives an outstanding quantity, and that."""
    found = None
    shipped: Quantity = ZERO
    outstanding: Quantity | None = None
    for place, entry in enumerate(line.deliveries):
        shipped = plus(shipped, measure(line, entry))
        stated = entry.paper.document.lines[entry.row]
        if stated.outstanding_quantity is not None:
            scale = factor(stated, line.line, book.policy) or ONE
            outstanding = times(stated.outstanding_quantity, scale)
        last = place + 1 == len(line.deliveries) or line.deliveries[place + 1].paper is not entry.paper
        if last and outstanding is not None:
            found, outstanding = Closing(entry.paper, entry.row, plus(shipped, outstanding)), None
    return found
