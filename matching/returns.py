"""What goes back: whether other goods are expected for it, or money only (docs/statuses.md, "Returns").

A receipt's or credit's line may say so (`Remedy`). Where none does, `options.returns_refunded` decides: off, what went
back is open again. What is refunded is neither to be delivered nor to be billed any more, as if it were closed short;
goods that come all the same are accepted and count.
"""

from datetime import date

from matching.book import Entry, OrderBook, OrderLine
from matching.paper import Paper
from orders.assessment import By
from orders.document import Remedy
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, plus


def measure(line: OrderLine, entry: Entry) -> Quantity:
    """What a booking adds to the ledger of an order line."""
    booked = entry.allocation
    return (booked.amount if line.by is By.AMOUNT else booked.quantity) or ZERO


def accepted(book: OrderBook, line: OrderLine, entries: list[Entry]) -> Quantity:
    """What some receipts and returns leave of goods that satisfy the order."""
    received: Quantity = ZERO
    refused: Quantity = ZERO
    returned: Quantity = ZERO
    for entry in entries:
        quantity = measure(line, entry)
        received = plus(received, quantity)
        refused = plus(refused, entry.refused)
        if quantity < 0:
            returned = minus(returned, quantity)
    if not book.options.rejected_goods_fill and refused > returned:
        received = minus(received, minus(refused, returned))
    return received if received > 0 else ZERO


def received_well(book: OrderBook, line: OrderLine) -> Quantity:
    """What came in and is to be paid for."""
    good = line.received
    if line.refused and not book.options.rejected_goods_fill:
        good = minus(good, line.rejected)
    return max(good, ZERO)


def credit_due(book: OrderBook, line: OrderLine) -> Quantity:
    """How much went back, or was refused, and is invoiced all the same: a credit note is due for it."""
    gap = minus(line.invoiced, received_well(book, line))
    back = plus(line.returned, ZERO if book.options.rejected_goods_fill else line.rejected)
    return max(min(gap, back), ZERO)


def not_replaced(book: OrderBook, line: OrderLine, wanted: Quantity, since: date) -> Quantity:
    """How much of what is wanted went back for money, after the day on which a person opened the line again."""
    back = max(_of_receipts(book, line, since), _of_credits(book, line, since))
    if not back:
        return ZERO
    left = minus(wanted, accepted(book, line, line.receipts))  # goods that came all the same count
    return max(min(back, left), ZERO) if line.receipts else min(back, wanted)


def _of_receipts(book: OrderBook, line: OrderLine, since: date) -> Quantity:
    """What the receipts say. A return takes back what was refused first, and then has the last word on it."""
    if not (line.returned or line.refused):
        return ZERO
    refused: dict[bool, Quantity] = {True: ZERO, False: ZERO}  # refused and not yet returned, by whether it is refunded
    refunded: Quantity = ZERO
    for entry in line.receipts:
        if _day(entry.paper) <= since:
            continue
        if entry.refused and not book.options.rejected_goods_fill:
            how = _is_refund(book, entry, unsaid=book.options.returns_refunded)
            refused[how] = plus(refused[how], entry.refused)
        left = minus(ZERO, measure(line, entry))
        if left <= 0:
            continue
        for how in (True, False):
            taken = min(left, refused[how])
            refused[how], left = minus(refused[how], taken), minus(left, taken)
            if _is_refund(book, entry, unsaid=how):
                refunded = plus(refunded, taken)
        if _is_refund(book, entry, unsaid=book.options.returns_refunded):
            refunded = plus(refunded, left)
    return plus(refunded, refused[True])


def _of_credits(book: OrderBook, line: OrderLine, since: date) -> Quantity:
    """What credits say that take back a quantity; never more than the receipts know to have gone back, if there are
    receipts.
    """
    credited: Quantity = ZERO
    for entry in line.bills:
        quantity = measure(line, entry)
        if quantity < 0 and _day(entry.paper) > since and _is_refund(book, entry, unsaid=False):
            credited = minus(credited, quantity)
    return min(credited, max(line.returned, line.refused)) if line.receipts else credited


def _is_refund(book: OrderBook, entry: Entry, *, unsaid: bool) -> bool:
    document = entry.paper.document
    said = document.lines[entry.row].remedy if 0 <= entry.row < len(document.lines) else None
    return unsaid if said is None else said == Remedy.REFUND


def _day(paper: Paper) -> date:
    return paper.document.issue_date or date.max
