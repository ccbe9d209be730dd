"""Rung 2: the line names its order and an item of it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from matching.desk import Desk
from matching.ladder.ask import (
    Ask,
    Doubt,
    Match,
    Place,
    Share,
    booked,
    evidence,
    open_quantity,
    proposals,
    whole,
)
from matching.ladder.fitting import date_agrees, price_agrees
from matching.ladder.items import item_of, lines_with_item
from matching.measures import ONE, factor
from orders.deviations import DeviationCode
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, over, plus, times

RULE = "item"
_EVEN = Decimal("0.5")


def by_item(ask: Ask, desk: Desk) -> Match | Doubt | None:
    """The order line of the item. Of several: those whose price and date agree, then the earliest due; the quantity is
    split over them as needed, and what is left over stays with the last.

    Over several orders only if one line, or all together, take the quantity exactly; otherwise they are proposed.
    """
    places = [(book, line) for book in ask.books for line in lines_with_item(ask.line, book)]
    if not places:
        return None
    if len(places) == 1:
        return whole(ask, RULE, places[0], evidence("evidence.item", ask, places[0], item=item_of(ask.line)))
    places.sort(key=_preference(ask, places))
    if ask.quantity is None:
        return whole(ask, RULE, places[0], evidence("evidence.item", ask, places[0], item=item_of(ask.line)))
    return _spread(ask, places)


def _spread(ask: Ask, places: list[Place]) -> Match | Doubt:
    several_orders = len({book.id for book, _ in places}) > 1
    if several_orders and not ask.takes_back:
        places = _agreeing(ask, places)
        exact = [place for place in places if _room(ask, place) == ask.quantity]
        places = exact if len(exact) == 1 else places
        several_orders = len({book.id for book, _ in places}) > 1
    shares, left = _fill(ask, places)
    if left and several_orders:
        return Doubt(DeviationCode.LINE_UNMATCHED, proposals(places, ask, _EVEN))
    if several_orders and not ask.takes_back and not _exactly(ask, places):
        return Doubt(DeviationCode.LINE_UNMATCHED, proposals(places, ask, _EVEN))
    if left or not shares:
        shares = _with_rest(shares, left, places)
    first = (shares[0].book, shares[0].line)
    code = "evidence.item" if len(shares) == 1 else "evidence.item_split"
    return Match(RULE, tuple(shares), evidence(code, ask, first, item=item_of(ask.line), count=str(len(shares))))


def _agreeing(ask: Ask, places: list[Place]) -> list[Place]:
    """Of lines in several orders those whose price agrees, where some do, and of these those whose date does."""
    for agrees in (_price_agrees, _date_agrees):
        kept = [place for place in places if agrees(ask, place)]
        places = kept or places
    return places


def _price_agrees(ask: Ask, place: Place) -> bool:
    book, line = place
    scale = factor(ask.line, line.unit, book.policy)
    return scale is not None and price_agrees(ask.line, line, book, scale)


def _date_agrees(ask: Ask, place: Place) -> bool:
    return date_agrees(ask.line, ask.paper.document, place[1])


def _exactly(ask: Ask, places: list[Place]) -> bool:
    room: Quantity = ZERO
    for place in places:
        room = plus(room, _room(ask, place))
    return room == ask.quantity


def _room(ask: Ask, place: Place) -> Quantity:
    """How much of the document line an order line takes, in the document's unit: what is open or, for a return or
    credit, what was booked.
    """
    book, line = place
    scale = factor(ask.line, line.unit, book.policy)
    if scale is None:
        return ZERO
    room = max(booked(line, ask.track), ZERO) if ask.takes_back else open_quantity(line, ask.track)
    return room if scale == ONE else over(room, scale)


def _fill(ask: Ask, places: list[Place]) -> tuple[list[Share], Quantity]:
    """The document line's quantity spread over order lines, and what they have no room for."""
    quantity = ask.quantity or ZERO
    sign = -ONE if quantity < 0 else ONE
    left: Quantity = abs(quantity)
    shares = []
    for book, line in places:
        taken = min(left, _room(ask, (book, line)))
        if taken > 0:
            shares.append(Share(book, line, times(taken, sign)))
            left = minus(left, taken)
        if not left:
            break
    return shares, times(left, sign)


def _with_rest(shares: list[Share], left: Quantity, places: list[Place]) -> list[Share]:
    """What no line has room for stays with the line that was filled last, or with the first that fits."""
    if not shares:
        return [Share(places[0][0], places[0][1], left)]
    *before, last = shares
    return [*before, Share(last.book, last.line, plus(last.quantity or ZERO, left))]


def _preference(ask: Ask, places: list[Place]) -> Callable[[Place], tuple[object, ...]]:
    """Price agreement first, then date agreement, then the earliest due.

    Where the document has as many lines of the item as the order, one quantity each, they are the same lines: then
    equal quantities come before the due date.
    """
    mirrored = _mirrors(ask, places)

    def key(place: Place) -> tuple[object, ...]:
        book, line = place
        return (
            not _price_agrees(ask, place),
            not _date_agrees(ask, place),
            mirrored and _room(ask, place) != ask.quantity,
            line.due or date.max,
            book.number,
            line.position,
        )

    return key


def _mirrors(ask: Ask, places: list[Place]) -> bool:
    item = item_of(ask.line)
    same = [line.quantity for line in ask.paper.document.lines if item_of(line) == item and line.quantity]
    return len(same) == len(places) and sorted(same) == sorted(line.line.quantity or ZERO for _, line in places)
