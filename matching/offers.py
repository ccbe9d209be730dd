"""What a response's lines about one order line offer, taken together (docs/statuses.md, "Answers")."""

from datetime import date
from typing import NamedTuple

from matching.book import OrderBook, OrderLine, Terms
from matching.changes import Offer
from matching.ladder import Ask, Match
from matching.ladder.items import contradict, item_of
from matching.measures import ONE
from matching.paper import Paper
from matching.prices import unit_price
from orders.assessment import By
from orders.document import Line, LineResponse, Response
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, over, plus, size, times
from orders.references import item_keys

_PLAIN = frozenset({None, LineResponse.ACCEPTED, LineResponse.CHANGED})


class Row(NamedTuple):
    """A response's line about an order line. `scale`: how many of the order line's units one of its own is."""

    ask: Ask
    line: Line
    match: Match
    scale: Quantity


class Mention(NamedTuple):
    """What one response says of an order line; no rows where its head answers for all lines."""

    book: OrderBook
    line: OrderLine
    paper: Paper
    rows: tuple[Row, ...]


def offer_of(mention: Mention, terms: Terms) -> Offer:
    """What a response offers for an order line as it was ordered then. Several lines for it add up."""
    paper, rows = mention.paper, mention.rows
    document = paper.document
    if len(rows) == 1 and _is_plain(rows[0]):
        return _plain_offer(rows[0])
    if not rows:
        if document.response == Response.REJECTED:
            return Offer(paper, None, ZERO, terms.measure)
        return Offer(paper, None, terms.measure, ZERO, None, document.delivery_date, document.delivery_date)
    accepted = [row for row in rows if not is_refused(row)]
    quantity: Quantity = ZERO
    for row in rows:
        quantity = plus(quantity, confirmed(row, mention, terms))
    days = [day for row in accepted if (day := _day(row)) is not None]
    return Offer(
        paper,
        (accepted or rows)[0].ask.row,
        quantity,
        _rejected(mention, terms, quantity),
        _price(accepted, mention.line),
        min(days, default=None),
        max(days, default=None),
        _substitute(mention),
    )


def _is_plain(row: Row) -> bool:
    """Whether a line, the only one for its order line, just says what will come: the ordinary case."""
    line = row.line
    return (
        line.quantity is not None
        and line.substitute is None
        and line.response in _PLAIN
        and row.scale is ONE
        and row.ask.paper.document.response != Response.REJECTED
        and row.match.shares[0].line.by is By.QUANTITY
        and not contradict(line, row.match.shares[0].line, row.match.shares[0].book)
    )


def _plain_offer(row: Row) -> Offer:
    line, day = row.line, _day(row)
    return Offer(row.ask.paper, row.ask.row, line.quantity or ZERO, ZERO, unit_price(line), day, day)


def is_refused(row: Row) -> bool:
    """Whether the line refuses: by its own code or, where it has none, by that of the head."""
    code = row.line.response
    if code is None:
        return row.ask.paper.document.response == Response.REJECTED
    return code == LineResponse.REJECTED


def confirmed(row: Row, mention: Mention, terms: Terms) -> Quantity:
    """What a response's line confirms: what it says; where it gives no quantity, what was ordered."""
    line = row.line
    if is_refused(row):
        alone = len(mention.rows) == 1 and line.substitute is not None
        return _stated(row, mention, terms) if alone else ZERO
    return _stated(row, mention, terms)


def _stated(row: Row, mention: Mention, terms: Terms) -> Quantity:
    line = row.line
    if mention.line.by is By.AMOUNT:
        return terms.measure if line.line_amount is None else line.line_amount
    if line.quantity is None or line.response == LineResponse.ALREADY_DELIVERED:
        others = [one for one in mention.rows if one is not row and one.line.quantity is not None]
        left = terms.measure
        for one in others:
            left = minus(left, _scaled(one))
        return left if left > 0 else ZERO
    return _scaled(row)


def _scaled(row: Row) -> Quantity:
    quantity = row.line.quantity or ZERO
    return quantity if row.scale == ONE else times(quantity, row.scale)


def _rejected(mention: Mention, terms: Terms, confirmed: Quantity) -> Quantity:
    """What is refused for good: of a line that is refused and replaced nothing, of one that is refused in part that
    part.
    """
    refused = [row for row in mention.rows if is_refused(row)]
    if not refused or _substitute(mention) is not None:
        return ZERO
    if len(refused) == len(mention.rows):
        return terms.measure
    left = minus(terms.measure, confirmed)
    said: Quantity = ZERO
    for row in refused:
        said = plus(said, _scaled(row))
    return max(min(said, left) if said else left, ZERO)


def _substitute(mention: Mention) -> str | None:
    """The item that comes instead of the ordered one: a line that names one, or that replaces a refused one."""
    refused = [row for row in mention.rows if is_refused(row)]
    for row in mention.rows:
        if row.line.substitute is not None:
            named = row.line.substitute
            return named.supplier_item or named.gtin or named.name or ""
        if row not in refused and contradict(row.line, mention.line, mention.book):
            return item_of(row.line)
    accepted = [row for row in mention.rows if row not in refused]
    if refused and accepted and _replaces(accepted, refused, mention):
        return item_of(accepted[0].line)
    return None


def _replaces(accepted: list[Row], refused: list[Row], mention: Mention) -> bool:
    """Whether refused and accepted lines cannot both be parts of what was ordered."""
    if any(row.line.response == LineResponse.ADDED for row in accepted):
        return True
    total: Quantity = ZERO
    for row in (*accepted, *refused):
        total = plus(total, _scaled(row))
    return all(row.line.quantity for row in refused) and total > mention.line.ordered


def _price(accepted: list[Row], line: OrderLine) -> Quantity | None:
    """The net price of one unit of the order line; of several that which is farthest from the ordered one."""
    stated = []
    for row in accepted:
        price = unit_price(row.line)
        if price is not None:
            stated.append(price if row.scale == ONE else over(price, row.scale))
    expected = line.price
    if not stated or expected is None:
        return stated[0] if stated else None
    return max(stated, key=lambda price: (size(minus(price, expected)), price))


def _day(row: Row) -> date | None:
    line = row.line
    return line.promised_date or line.delivery_date or row.ask.paper.document.delivery_date


def last_day(mention: Mention) -> date | None:
    """The last day that a response promises for an order line, where it names one."""
    document = mention.paper.document
    rows = mention.rows
    if len(rows) == 1:
        return None if is_refused(rows[0]) else _day(rows[0])
    if not rows:
        return None if document.response == Response.REJECTED else document.delivery_date
    return max((day for row in rows if not is_refused(row) and (day := _day(row))), default=None)


def backorder_of(rows: tuple[Row, ...]) -> Quantity | None:
    """How much more the supplier will deliver at most, where it says so."""
    stated = [(row.line.backorder_quantity, row.scale) for row in rows if row.line.backorder_quantity is not None]
    if not stated:
        return None
    total: Quantity = ZERO
    for quantity, scale in stated:
        total = plus(total, times(quantity, scale))
    return total


def named_items(row: Row) -> list[tuple[str, str]]:
    """The items that come instead: the substitute, or those of the replacing line itself."""
    named = row.line.substitute
    if named is None:
        return item_keys(row.line)
    return item_keys(Line(supplier_item=named.supplier_item, gtin=named.gtin))
