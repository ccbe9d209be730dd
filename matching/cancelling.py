"""Cancellations, and what they find already shipped, received or invoiced.

The rules: docs/statuses.md, "Amendments and cancellations".

Dates of documents decide, never arrival. What happened on or before the day of a cancellation keeps it from taking
effect until a person decides; what is dated after it leaves the order cancelled, and is itself the deviation.
"""

from collections.abc import Iterator
from datetime import date

from matching.book import Entry, OrderBook, OrderLine
from matching.desk import Desk
from matching.findings import Place
from matching.paper import Paper
from orders.assessment import By
from orders.deviations import DeviationCode
from orders.document import DocumentType, Line
from orders.numbers import Quantity
from orders.quantity import ZERO, plus, times


def cancel(desk: Desk, book: OrderBook) -> None:
    """Applies the cancellations of an order; a revision that was issued on a later day brings the order back."""
    for paper in book.cancellations:
        book.papers.add(paper.rank)
        if _revived(book, paper):
            continue
        if paper.document.lines and paper.type is DocumentType.ORDER_CANCELLATION:
            for line, cancelled in _lines(book, paper):
                if _takes_effect(desk, Place(book, line, paper), [line]):
                    line.cancelled = plus(line.cancelled, cancelled)
        elif _takes_effect(desk, Place(book, None, paper), book.lines):
            book.cancelled_by = paper
    if book.cancelled_by is not None:
        _note_later(desk, book, book.cancelled_by)


def _revived(book: OrderBook, paper: Paper) -> bool:
    issued, cancelled = book.revisions[-1].paper.document.issue_date, paper.document.issue_date
    return issued is not None and cancelled is not None and issued > cancelled


def _lines(book: OrderBook, paper: Paper) -> Iterator[tuple[OrderLine, Quantity]]:
    """The order lines that a cancellation names, and how much of each it cancels: all, if it gives no quantity."""
    for stated in paper.document.lines:
        reference = stated.order_line or stated.id
        for line in book.with_id(reference)[:1] if reference else ():
            yield line, _cancelled(stated, line)


def _cancelled(stated: Line, line: OrderLine) -> Quantity:
    if line.by is By.QUANTITY and stated.quantity:
        return min(stated.quantity, line.ordered)
    return line.ordered


def _takes_effect(desk: Desk, place: Place, lines: list[OrderLine]) -> bool:
    book, _, paper, _ = place
    if book is None or paper is None:
        return False
    earlier = list(_progress(book if place.line is None else None, lines, until=paper.document.issue_date or date.max))
    done = _sums(earlier)
    if not any(done.values()):
        return True
    first = min(earlier, key=lambda entry: (entry.paper.rank, entry.row)).paper
    note = desk.findings.add(
        DeviationCode.ORDER_CANCELLED,
        place,
        amount=_at_stake(earlier, lines),
        says="order_cancelled.too_late",
        args={"other_type": first.type.value, "other_number": first.number},
    )
    return note.state == "accepted"


def _progress(book: OrderBook | None, lines: list[OrderLine], *, until: date) -> Iterator[Entry]:
    """What was booked on deliveries, receipts and invoicing up to and including a day; undated documents count as
    earlier, so that a person is asked.
    """
    for line in lines:
        for entries in (line.deliveries, line.receipts, line.bills):
            for entry in entries:
                if (entry.paper.document.issue_date or date.min) <= until:
                    yield entry
    if book is not None:
        for entry in book.whole:
            if (entry.paper.document.issue_date or date.min) <= until:
                yield entry


def _sums(entries: list[Entry]) -> dict[tuple[str, str], Quantity]:
    """What is left of it after returns and credits, by order line and track."""
    sums: dict[tuple[str, str], Quantity] = {}
    for entry in entries:
        booked = entry.allocation
        key = (booked.order_line, booked.track.value)
        measure = booked.amount if booked.quantity is None else booked.quantity
        sums[key] = plus(sums.get(key, ZERO), measure or ZERO)
    return sums


def _at_stake(entries: list[Entry], lines: list[OrderLine]) -> Quantity:
    """What was done, at ordered prices: of each line the track that got farthest."""
    prices = {line.id: line.price for line in lines}
    worth: dict[str, Quantity] = {}
    for (line, _), measure in _sums(entries).items():
        price = prices.get(line)
        amount = measure if price is None else times(measure, price)
        worth[line] = max(worth.get(line, ZERO), amount)
    total: Quantity = ZERO
    for amount in worth.values():
        total = plus(total, amount)
    return total


def _note_later(desk: Desk, book: OrderBook, cancellation: Paper) -> None:
    """Each document that delivers or bills a cancelled order after its cancellation."""
    until = cancellation.document.issue_date or date.max
    later: dict[Paper, list[Entry]] = {}
    for entry in _progress(book, book.lines, until=date.max):
        if (entry.paper.document.issue_date or date.min) > until:
            later.setdefault(entry.paper, []).append(entry)
    for paper, entries in later.items():
        desk.findings.add(
            DeviationCode.ORDER_CANCELLED,
            Place(book, None, paper),
            amount=_at_stake(entries, book.lines),
            args={"other_type": cancellation.type.value, "other_number": cancellation.number},
        )
