"""Rung 3: the line refers to a despatch advice or a receipt that is itself matched.

In the same way a credit refers to the invoice that it corrects; that rung stands before the items.
"""

from matching.bookings import Booked
from matching.desk import Desk
from matching.ladder.ask import Ask, Doubt, Match, Share, evidence, open_quantity
from matching.ladder.items import contradict, keys_of_item
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
    if ask.is_charge:
        return None
    return _through(ask, desk, desk.register.referred(ask.paper, ask.line))


def by_credited_invoice(ask: Ask, desk: Desk) -> Match | Doubt | None:
    """The order lines that the credited line of an invoice was matched to."""
    if not ask.takes_back or ask.is_charge:
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
        found = _meant(ask, desk, paper)
        if found and desk.affords(len(found)):
            return Match(_RULES[paper.type], _shares(ask, found), _evidence(ask, paper, found[0]))
    return None


def _meant(ask: Ask, desk: Desk, paper: Paper) -> list[Booked]:
    line, bookings = ask.line, desk.bookings(paper)
    if bookings is None:
        return []
    named = _named_line(line, paper.type)
    if named is not None:
        found = bookings.of_line(named)
    else:
        keys = [key for policy in desk.policies() for key in keys_of_item(line, policy)]
        found = bookings.of_items(dict.fromkeys(keys)) or bookings.only()
    return [one for one in found if not contradict(line, one.line, one.book)]


def _named_line(line: Line, kind: DocumentType) -> str | None:
    if kind is DocumentType.DESPATCH_ADVICE:
        return line.despatch_line
    return line.receipt_line if kind is DocumentType.RECEIPT_ADVICE else line.invoice_line


def _shares(ask: Ask, found: list[Booked]) -> tuple[Share, ...]:
    """The quantity spread as the other document was, as far as it is still open; the rest stays with the last."""
    quantity = ask.quantity
    if quantity is None or len(found) == 1:
        return (Share(found[0].book, found[0].line, quantity),)
    sign = -ONE if quantity < 0 else ONE
    left = size(quantity)
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
    scale = factor(ask.line, one.line.line, one.book.policy)
    if scale is None:
        return ZERO
    room = one.quantity if ask.takes_back else min(one.quantity, open_quantity(one.line, ask.track))
    return room if scale is ONE else over(room, scale)


def _evidence(ask: Ask, paper: Paper, one: Booked) -> Message:
    return evidence(
        "evidence.despatch",
        ask,
        (one.book, one.line),
        other_type=paper.code,
        other_number=paper.number,
        other_line=line_id(paper, one.row),
    )
