"""Whether a document line's price, quantity and date fit an order line."""

from matching.book import OrderBook, OrderLine
from matching.changes import worth
from matching.ladder.ask import Ask, open_quantity
from matching.measures import factor
from matching.prices import HALF_CENT, unit_price
from orders.document import Document, Line
from orders.numbers import Quantity
from orders.quantity import minus, over, plus, size, times


def fits(ask: Ask, book: OrderBook, line: OrderLine) -> bool:
    """Whether price and quantity fit, within tolerance. What the document leaves out fits."""
    scale = factor(ask.line, line.line, book.policy)
    if scale is None:
        return False
    return price_agrees(ask.line, line, book, scale) and _quantity_fits(ask, book, line, scale)


def price_agrees(line: Line, ordered: OrderLine, book: OrderBook, scale: Quantity) -> bool:
    """Whether the price of one unit of the order is what was ordered, within tolerance; one that is not stated agrees.
    `scale`: how many of the order's units one of the document's is.
    """
    price = unit_price(line)
    if price is None or ordered.price is None:
        return True
    off = minus(size(price) if scale == 1 else over(size(price), scale), ordered.price)
    if not off:
        return True
    limit = book.limits.of("price_over" if off > 0 else "price_under", ordered.line)
    quantity = None if line.quantity is None else times(line.quantity, scale)
    if size(off) <= limit.allowance(ordered.price, quantity):
        return True
    return quantity is not None and size(times(off, quantity)) <= HALF_CENT


def _quantity_fits(ask: Ask, book: OrderBook, line: OrderLine, scale: Quantity) -> bool:
    if ask.quantity is None or ask.takes_back:
        return True
    more = book.limits.of("quantity_over", line.line).allowance(line.wanted, worth(line))
    return times(ask.quantity, scale) <= plus(open_quantity(line, ask.track), more)


def date_agrees(line: Line, document: Document, ordered: OrderLine) -> bool:
    """Whether the document line names the day that the order line is requested or confirmed for."""
    named = {line.requested_date, line.promised_date, line.delivery_date or document.delivery_date} - {None}
    confirmed = None if ordered.answer is None else ordered.answer.day
    return not named.isdisjoint({ordered.due, confirmed} - {None})
