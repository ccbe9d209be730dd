"""What an answer offers, and how that differs from what was ordered (docs/statuses.md, "Answers").

"Changed" means that quantity, net unit price, delivery date or item differ from the order beyond tolerance, whatever
the answer's code says. A change that the buyer accepted is none any more: the confirmed figure is then what is wanted.
"""

from datetime import date
from typing import NamedTuple

from matching.book import OrderBook, OrderLine, Terms
from matching.days import shifted
from matching.findings import Findings, Place, figures
from matching.paper import Paper
from matching.prices import HALF_CENT, unit_price
from matching.tolerances import MONEY
from orders.assessment import By, Deviation, Figures
from orders.deviations import DeviationCode
from orders.numbers import Quantity
from orders.quantity import minus, size, times


class Offer(NamedTuple):
    """What an answer offers for an order line, in its unit.

    `price` and the days are None where they are as ordered; `row` is the document's line, None where its head answers;
    `substitute` is the item that comes instead, "" if it is not named, None if it is the ordered one.
    """

    paper: Paper
    row: int | None
    quantity: Quantity
    rejected: Quantity
    price: Quantity | None = None
    first_day: date | None = None
    last_day: date | None = None
    substitute: str | None = None


def adopted(offer: Offer, line: OrderLine, answered: Terms) -> bool:
    """Whether an order change made exactly what an earlier answer offered the order."""
    now = line.terms[-1]
    price = unit_price(answered.line) if offer.price is None else offer.price
    return (
        not offer.rejected
        and offer.quantity == now.measure
        and price == unit_price(now.line)
        and (offer.last_day or answered.due) == now.due
    )


def note_changes(findings: Findings, book: OrderBook, line: OrderLine, offer: Offer) -> tuple[str, ...]:
    """Notes how an offer differs from the order; the states of what the buyer has not accepted, empty if nothing is."""
    if offer.substitute is None and not offer.rejected and offer.quantity == line.ordered and _as_ordered(line, offer):
        return ()
    place = Place(book, line, offer.paper, offer.row)
    notes = [
        _rejected(findings, place, line, offer),
        _substituted(findings, place, line, offer),
        _quantity(findings, place, book, line, offer),
        _price(findings, place, book, line, offer),
        _date(findings, place, book, line, offer),
    ]
    return tuple(note.state for note in notes if note is not None and note.state != "accepted")


def _as_ordered(line: OrderLine, offer: Offer) -> bool:
    """Whether price and date are what was ordered, to the digit and the day: the ordinary case."""
    price, first, last = offer.price, offer.first_day, offer.last_day
    return (price is None or price == line.price) and (last is None or line.due is None or first == last == line.due)


def _rejected(findings: Findings, place: Place, line: OrderLine, offer: Offer) -> Deviation | None:
    if not offer.rejected:
        return None
    shown = figures(line.ordered, offer.rejected, unit=line.unit)
    return findings.add(DeviationCode.LINE_REJECTED, place, amount=value(line, offer.rejected), figures=shown)


def _substituted(findings: Findings, place: Place, line: OrderLine, offer: Offer) -> Deviation | None:
    if offer.substitute is None:
        return None
    ordered = line.line
    return findings.add(
        DeviationCode.ITEM_SUBSTITUTED,
        place,
        amount=value(line, offer.quantity),
        args={
            "item": offer.substitute,
            "ordered_item": ordered.buyer_item or ordered.supplier_item or ordered.gtin or ordered.name or "",
        },
    )


def _quantity(findings: Findings, place: Place, book: OrderBook, line: OrderLine, offer: Offer) -> Deviation | None:
    if offer.rejected and not offer.quantity:
        return None
    expected = minus(line.ordered, offer.rejected)
    off = minus(offer.quantity, expected)
    if not off:
        return None
    limit = book.limits.of("quantity_over" if off > 0 else "quantity_under", line.line)
    allowed = limit.allowance(expected, worth(line))
    if size(off) <= allowed:
        return None
    shown = figures(expected, offer.quantity, tolerance=allowed, rule=limit.rule, unit=line.unit)
    note = findings.add(DeviationCode.QUANTITY_CHANGED, place, amount=value(line, off), figures=shown)
    if note.state == "accepted":
        line.agreed = offer.quantity
    return note


def _price(findings: Findings, place: Place, book: OrderBook, line: OrderLine, offer: Offer) -> Deviation | None:
    if offer.price is None or line.price is None or line.by is not By.QUANTITY:
        return None
    off = minus(offer.price, line.price)
    if not off or size(times(off, offer.quantity)) <= HALF_CENT:
        return None
    limit = book.limits.of("price_over" if off > 0 else "price_under", line.line)
    allowed = limit.allowance(line.price, offer.quantity)
    if size(off) <= allowed:
        return None
    shown = figures(line.price, offer.price, tolerance=allowed, rule=limit.rule, unit=line.unit)
    note = findings.add(DeviationCode.PRICE_CHANGED, place, amount=times(off, offer.quantity), figures=shown)
    if note.state == "accepted":
        line.agreed_price = offer.price
    return note


def _date(findings: Findings, place: Place, book: OrderBook, line: OrderLine, offer: Offer) -> Deviation | None:
    if line.due is None or offer.last_day is None or offer.first_day is None:
        return None
    days, rule = book.limits.days(line.line)
    earliest = line.line.requested_from or line.due
    if shifted(earliest, -days) <= offer.first_day and offer.last_day <= shifted(line.due, days):
        return None
    day = offer.last_day if offer.last_day > line.due else offer.first_day
    shown = Figures(
        ordered=line.due.isoformat(),
        found=day.isoformat(),
        difference=str((day - line.due).days),
        tolerance=str(days),
        rule=rule,
        unit="DAY",
    )
    note = findings.add(DeviationCode.DATE_CHANGED, place, amount=value(line, offer.quantity), figures=shown)
    if note.state == "accepted":
        line.due = offer.last_day
    return note


def worth(line: OrderLine) -> Quantity | None:
    """The money that one unit of an order line's measure stands for, at the ordered price."""
    return line.price if line.by is By.QUANTITY else MONEY


def value(line: OrderLine, quantity: Quantity) -> Quantity | None:
    """What a quantity of an order line is worth at the ordered price."""
    if line.by is not By.QUANTITY:
        return quantity
    return None if line.price is None else times(quantity, line.price)
