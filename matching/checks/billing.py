"""Deviations of price and amount on the lines of bills, and credits that nothing was invoiced for."""

from matching.book import Entry, OrderBook, OrderLine
from matching.changes import value
from matching.desk import Desk
from matching.findings import Place, figures
from matching.measures import ONE, factor
from matching.paper import Paper
from matching.posting import WHOLE
from matching.prices import half_unit, mismatch, rounding, unit_price
from matching.returns import measure
from matching.settled import Net, Nets
from matching.tolerances import MONEY
from orders.assessment import By
from orders.deviations import DeviationCode
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, over, plus, size, times


def check_prices(desk: Desk, book: OrderBook) -> None:
    """Every bill of an order against its prices."""
    for line in book.lines:
        price = line.price if line.agreed_price is None else line.agreed_price
        if price is None or line.by is not By.QUANTITY:
            continue
        nets = Nets(desk.register, line)
        for entry in line.bills:
            booked = entry.allocation
            stated = entry.row != WHOLE  # a bill without lines states no price
            if stated and booked.quantity is not None and booked.quantity > 0 and booked.amount is not None:
                _price(desk, book, line, entry, price, nets)


def _price(desk: Desk, book: OrderBook, line: OrderLine, entry: Entry, price: Quantity, nets: Nets) -> None:
    """The net price of one unit of the order, by amount ÷ quantity where that disagrees with the stated price."""
    stated = entry.paper.document.lines[entry.row]
    if stated.unit_price == price and stated.unit == line.unit and mismatch(stated) is None and not stated.charges:
        return
    currency = entry.paper.document.currency
    slack = book.limits.of("line_amount", line.line).allowance(stated.line_amount or ZERO, MONEY)
    billed = unit_price(stated, max(slack, rounding(stated, currency)))
    if billed is None:
        return
    scale = factor(stated, line.line, book.policy) or ONE
    billed = size(billed) if scale == ONE else over(size(billed), scale)
    quantity = entry.allocation.quantity or ZERO
    off = minus(billed, price)
    if not off or size(times(off, quantity)) <= half_unit(currency):
        return
    limit = book.limits.of("price_over" if off > 0 else "price_under", line.line)
    allowed = limit.allowance(price, quantity)
    if size(off) > allowed and not _is_settled(book, line, entry.paper, price, nets.of(entry.paper)):
        desk.findings.add(
            DeviationCode.PRICE_OVER if off > 0 else DeviationCode.PRICE_UNDER,
            Place(book, line, entry.paper, entry.row),
            amount=times(off, quantity),
            figures=figures(price, billed, tolerance=allowed, rule=limit.rule, unit=line.unit),
        )


def _is_settled(book: OrderBook, line: OrderLine, bill: Paper, price: Quantity, left: Net) -> bool:
    """Whether credits have taken the bill back, or have brought its price to what was ordered."""
    if not left.credited:
        return False
    off = minus(left.amount, times(left.quantity, price))
    if size(off) <= half_unit(bill.document.currency):
        return True
    if left.quantity <= 0:
        return False
    limit = book.limits.of("price_over" if off > 0 else "price_under", line.line)
    return size(over(off, left.quantity)) <= limit.allowance(price, left.quantity)


def check_credits(desk: Desk, book: OrderBook) -> None:
    """Credits of more than was invoiced, by quantity or by value."""
    for line in book.lines:
        if line.counts and (line.invoiced < 0 or line.invoiced_amount < 0):
            _credit(desk, book, line)


def _credit(desk: Desk, book: OrderBook, line: OrderLine) -> None:
    by_value = line.invoiced >= 0
    billed: Quantity = ZERO
    credited: Quantity = ZERO
    last: Entry | None = None
    for entry in line.bills:
        booked = (entry.allocation.amount or ZERO) if by_value else measure(line, entry)
        if booked > 0:
            billed = plus(billed, booked)
        elif booked < 0:
            credited, last = minus(credited, booked), entry
    if last is None:
        return
    more = minus(credited, billed)
    desk.findings.add(
        DeviationCode.CREDIT_EXCEEDS_INVOICED if billed else DeviationCode.CREDIT_WITHOUT_INVOICE,
        Place(book, line, last.paper, last.row),
        amount=more if by_value else value(line, more),
        figures=figures(billed, credited, unit=book.currency if by_value else line.unit),
        says="credit_exceeds_invoiced.value" if by_value and billed else None,
    )


def check_line_amounts(desk: Desk, paper: Paper) -> None:
    """Lines of a bill whose amount is not quantity × price with the line's own charges, beyond tolerance."""
    for row, line in enumerate(paper.document.lines):
        found = mismatch(line)
        if found is None:
            continue
        expected, off = found
        if size(off) <= rounding(line, paper.document.currency):
            continue
        limit = desk.limits_of(paper).of("line_amount")
        allowed = limit.allowance(expected, MONEY)
        if size(off) > allowed:
            desk.findings.add(
                DeviationCode.LINE_AMOUNT_MISMATCH,
                Place(desk.only_order(paper), None, paper, row),
                amount=off,
                figures=figures(expected, line.line_amount, tolerance=allowed, rule=limit.rule),
            )
