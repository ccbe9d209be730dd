"""Rung 3: the line refers to a despatch advice or a receipt that is itself matched.

In the same way a credit refers to the invoice that it corrects; that rung stands before the items.
"""

from decimal import Decimal

from matching.book import line_key
from matching.charges import is_charge
from matching.desk import Booked, Desk
from matching.ladder.ask import Ask, Doubt, Match, Share, evidence
from matching.ladder.items import agree, contradict
from matching.measures import ONE, factor
from matching.paper import Paper, line_id
from orders.document import DocumentType, Line
from orders.message import Message
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, over, plus, size, times

_RULES = {
    DocumentType.DESPATCH_ADVICE: "despatch",
    DocumentType.RECEIPT_ADVICE: "receipt",
    DocumentType.INVOICE: "credited_invoice",
}


def by_despatch_or_receipt(ask: Ask, desk: Desk) -> Match | Doubt | None:
    """The order lines that the line of a despatch advice or receipt was matched to: the one that is named, otherwise
    those of the same item, otherwise its only one.
    """
    if is_charge(ask.line):
        return None
    return _through(ask, desk, desk.register.referred(ask.paper, ask.line))


def by_credited_invoice(ask: Ask, desk: Desk) -> Match | Doubt | None:
    """The order lines that the credited line of an invoice was matched to."""
    if not ask.takes_back or is_charge(ask.line):
        return None
    own = ask.line.invoice_number
    invoices = [
        paper
        for number in ((own,) if own is not None else ask.paper.document.invoice_references)
        for paper in desk.register.named(DocumentType.INVOICE, number, ask.paper)
    ]
    return _through(ask, desk, invoices)


def _through(ask: Ask, desk: Desk, papers: list[Paper]) -> Match | None:
    for paper in papers:
        found = _meant(ask, paper, desk.bookings(paper))
        if found:
            return Match(_RULES[paper.type], _shares(ask, found), _evidence(ask, paper, found[0]))
    return None


def _meant(ask: Ask, paper: Paper, bookings: list[Booked]) -> list[Booked]:
    line = ask.line
    named = _named_line(line, paper.type)
    if named is not None:
        key = line_key(named)
        bookings = [one for one in bookings if line_key(line_id(paper, one.row)) == key]
        return [one for one in bookings if not contradict(line, one.line, one.book)]
    same = [one for one in bookings if agree(line, one.line, one.book)]
    if same:
        return same
    return bookings if len({one.line for one in bookings}) == 1 and not _contradicts(ask, bookings) else []


def _named_line(line: Line, kind: DocumentType) -> str | None:
    if kind is DocumentType.DESPATCH_ADVICE:
        return line.despatch_line
    return line.receipt_line if kind is DocumentType.RECEIPT_ADVICE else line.invoice_line


def _contradicts(ask: Ask, bookings: list[Booked]) -> bool:
    return any(contradict(ask.line, one.line, one.book) for one in bookings)


def _shares(ask: Ask, found: list[Booked]) -> tuple[Share, ...]:
    """The quantity spread as the despatch advice or receipt was; what it has no room for stays with the last."""
    quantity = ask.quantity
    if quantity is None or len(found) == 1:
        return (Share(found[0].book, found[0].line, quantity),)
    sign = -ONE if quantity < 0 else ONE
    left: Quantity = size(quantity)
    shares: list[Share] = []
    for one in found:
        taken = min(left, _room(ask, one))
        if taken > 0:
            shares.append(Share(one.book, one.line, times(taken, sign)))
            left = minus(left, taken)
    if left and shares:
        last = shares.pop()
        shares.append(Share(last.book, last.line, plus(last.quantity or ZERO, times(left, sign))))
    return tuple(shares) or (Share(found[0].book, found[0].line, quantity),)


def _room(ask: Ask, one: Booked) -> Quantity:
    scale = factor(ask.line, one.line.unit, one.book.policy)
    booked = size(one.allocation.quantity or Decimal(0))
    return ZERO if scale is None else booked if scale == ONE else over(booked, scale)


def _evidence(ask: Ask, paper: Paper, one: Booked) -> Message:
    return evidence(
        "evidence.despatch",
        ask,
        (one.book, one.line),
        other_type=paper.type.value,
        other_number=paper.number,
        other_line=line_id(paper, one.row),
    )
