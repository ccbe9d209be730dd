"""The one status that stands for an order or a line: the furthest track with anything in it.

The rules: docs/statuses.md, "The headline".
"""

from collections.abc import Iterable

from matching.book import OrderBook, OrderLine
from orders.status import TRACK_NONE, TRACK_OFF, Status

_SILENT = frozenset({TRACK_NONE, TRACK_OFF})


def headline(precedence: tuple[Status, ...], codes: Iterable[str], *, cancelled: bool, overtaken: bool) -> Status:
    """The first status, in order of precedence, that holds. `codes` are the values of the four tracks; a rejection that
    was overtaken by a delivery or an invoice holds no longer.
    """
    holding = {Status(code) for code in codes if code not in _SILENT}
    if overtaken:
        holding.discard(Status.REJECTED)
    if cancelled:
        holding.add(Status.CANCELLED)
    return next((status for status in precedence if status in holding), Status.PENDING)


def line_is_cancelled(book: OrderBook, line: OrderLine) -> bool:
    """Whether the buyer wants nothing of a line any more and nothing of it came: cancelled, deleted or closed."""
    if book.cancelled_by is not None:
        return True
    if line.target > 0 or not line.counts or not (line.deleted or line.cancelled or line.closed):
        return False
    return not (line.shipped or line.received or line.invoiced)


def order_is_cancelled(book: OrderBook) -> bool:
    """Whether the order was cancelled as a whole, or line by line."""
    if book.cancelled_by is not None:
        return True
    counting = [line for line in book.lines if line.counts]
    return bool(counting) and not book.whole and all(line_is_cancelled(book, line) for line in counting)
