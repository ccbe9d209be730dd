"""Rung 2: the line names its order and an item of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from matching.desk import Desk
from matching.ladder.ask import (
    Ask,
    Doubt,
    Match,
    Share,
    booked,
    evidence,
    open_quantity,
    proposals,
    whole,
)
from matching.ladder.fitting import date_agrees, price_agrees
from matching.ladder.items import item_of, keys_of_item
from matching.measures import ONE, factor
from matching.prices import unit_price
from matching.shelf import Place
from orders.deviations import DeviationCode
from orders.message import Message
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, over, plus, size, times

RULE = "item"
MOST_PROPOSED = 10
MOST_NAMED = 10
MOST_MIRRORED = 50
_EVEN = Decimal("0.5")


def by_item(ask: Ask, desk: Desk) -> Match | Doubt | None:
    """The order line of the item. Of several: those whose price and date agree, then the earliest due; the quantity is
    split over them as needed, and what is left over stays with the last.

    Over several orders only if one line, or all together, take the quantity exactly; otherwise they are proposed.
    """
    places = _with_item(ask, desk)
    if not places:
        return None
    if len(places) == 1:
        return _only(ask, places[0])
    over_orders = places[0][0] is not places[-1][0] and not ask.takes_back
    if not desk.affords(1 if not over_orders and _is_ranked(ask, desk) else len(places)):
        return _undecided(ask, places)
    if over_orders:
        return _over_orders(ask, sorted(places, key=_preference(ask)))
    best, ranked = _ranked(ask, desk, places)
    if ask.quantity is None:
        return _chosen(ask, whole(ask, RULE, best, _evidence(ask, best)), places)
    return _chosen(ask, _filled(ask, *_fill(ask, ranked), best), places)


def _with_item(ask: Ask, desk: Desk) -> list[Place]:
    """The order lines of the document line's item: by the buyer's number, otherwise the supplier's, the GTIN, or what
    was learned.
    """
    shelf = desk.shelf(ask.books)
    for policy in desk.policies() if len(ask.books) > 1 else [book.policy for book in ask.books]:
        for key in keys_of_item(ask.line, policy):
            if found := shelf.with_item(key):
                return found
    return []


def _only(ask: Ask, place: Place) -> Match:
    return whole(ask, RULE, place, _evidence(ask, place))


def _evidence(ask: Ask, place: Place) -> Message:
    return evidence("evidence.item", ask, place, item=item_of(ask.line))


def _chosen(ask: Ask, match: Match, places: list[Place]) -> Match:
    """The same match, saying why this order line and not another with the item. Of very many lines nobody reads why."""
    if len(match.shares) != 1 or len(places) > MOST_NAMED:
        return match
    share = match.shares[0]
    taken = (share.book, share.line)
    others = [place for place in places if place != taken]
    found = evidence(
        "evidence.item_chosen",
        ask,
        taken,
        item=item_of(ask.line),
        others=", ".join(line.id for _, line in others),
        why=_reason(ask, taken, others),
    )
    return replace(match, evidence=found)


def _reason(ask: Ask, taken: Place, others: list[Place]) -> str:
    """What told one order line from the others with its item: the first criterion that did."""
    for reason, agrees in (("price", _price_agrees), ("date", _date_agrees)):
        if agrees(ask, taken) and not any(agrees(ask, other) for other in others):
            return reason
    if ask.quantity is not None:
        if _room(ask, taken) == ask.quantity and all(_room(ask, other) != ask.quantity for other in others):
            return "quantity"
        if not any(_room(ask, other) for other in others):
            return "room"
    return "due"


def _undecided(ask: Ask, places: list[Place]) -> Doubt:
    return Doubt(DeviationCode.LINE_UNMATCHED, proposals(places[:MOST_PROPOSED], ask, _EVEN))


def _over_orders(ask: Ask, places: list[Place]) -> Match | Doubt:
    """Over several orders a quantity is shared out only where there is no doubt."""
    for agrees in (_price_agrees, _date_agrees):
        places = [place for place in places if agrees(ask, place)] or places
    if ask.quantity is None:
        return _only(ask, places[0]) if len(places) == 1 else _undecided(ask, places)
    exact = [place for place in places if _room(ask, place) == ask.quantity]
    if len(exact) == 1:
        return _only(ask, exact[0])
    shares, left = _fill(ask, places)
    if len({book.id for book, _ in places}) > 1 and (left or not _all_taken(ask, places)):
        return _undecided(ask, places)
    return _filled(ask, shares, left, places[0])


def _filled(ask: Ask, shares: list[Share], left: Quantity, first: Place) -> Match:
    """What no line has room for stays with the line that was filled last or, if all are full, with the first."""
    if not shares:
        shares = [Share(*first, left)]
    elif left:
        last = shares.pop()
        shares.append(Share(last.book, last.line, plus(last.quantity or ZERO, left)))
    place = (shares[0].book, shares[0].line)
    code = "evidence.item" if len(shares) == 1 else "evidence.item_split"
    return Match(RULE, tuple(shares), evidence(code, ask, place, item=item_of(ask.line), count=str(len(shares))))


def _fill(ask: Ask, places: Iterable[Place]) -> tuple[list[Share], Quantity]:
    """The document line's quantity spread over order lines, and what they have no room for."""
    quantity = ask.quantity or ZERO
    sign = -ONE if quantity < 0 else ONE
    left: Quantity = size(quantity)
    shares = []
    for book, line in places:
        taken = min(left, _room(ask, (book, line)))
        if taken > 0:
            shares.append(Share(book, line, times(taken, sign)))
            left = minus(left, taken)
        if not left:
            break
    return shares, times(left, sign)


def _room(ask: Ask, place: Place) -> Quantity:
    """How much of the document line an order line takes, in the document's unit: what is open or, for a return or
    credit, what was booked.
    """
    book, line = place
    scale = factor(ask.line, line.line, book.policy)
    if scale is None:
        return ZERO
    room = max(booked(line, ask.track), ZERO) if ask.takes_back else open_quantity(line, ask.track)
    return room if scale is ONE else over(room, scale)


def _all_taken(ask: Ask, places: list[Place]) -> bool:
    room: Quantity = ZERO
    for place in places:
        room = plus(room, _room(ask, place))
    return room == ask.quantity


def _ranked(ask: Ask, desk: Desk, places: list[Place]) -> tuple[Place, Iterable[Place]]:
    """The line that fits best, and the lines to fill, in order of preference.

    Document lines that look alike share one ranking, from which full lines drop out at the front, so that a thousand
    rows for a thousand lines of one item stay cheap.
    """
    alike = _look(ask)
    ranking = desk.rankings.get(alike)
    if ranking is None:
        places = sorted(places, key=_preference(ask), reverse=True)
        ranking = desk.rankings[alike] = (places[-1], places)
    best, left = ranking
    if not ask.takes_back:
        while left and not _room(ask, left[-1]):
            left.pop()
    if len(left) <= MOST_MIRRORED and _mirrors(ask, desk, left):
        in_turn = left[::-1]
        return best, sorted(in_turn, key=lambda place: _room(ask, place) != ask.quantity)
    return best, reversed(left)


def _is_ranked(ask: Ask, desk: Desk) -> bool:
    """Whether a line that looks alike was ranked before. What is taken back looks at all lines, ranked or not."""
    return not ask.takes_back and _look(ask) in desk.rankings


def _look(ask: Ask) -> object:
    """What of a document line its ranking depends on."""
    line, delivered = ask.line, ask.line.delivery_date or ask.paper.document.delivery_date
    return (
        ask.track,
        ask.takes_back,
        tuple(book.id for book in ask.books),
        (line.buyer_item, line.supplier_item, line.gtin),
        (line.unit, line.unit_text, unit_price(line)),
        (line.requested_date, line.promised_date, delivered),
    )


def _price_agrees(ask: Ask, place: Place) -> bool:
    book, line = place
    scale = factor(ask.line, line.line, book.policy)
    return scale is not None and price_agrees(ask.line, line, book, scale)


def _date_agrees(ask: Ask, place: Place) -> bool:
    return date_agrees(ask.line, ask.paper.document, place[1])


def _preference(ask: Ask) -> Callable[[Place], tuple[object, ...]]:
    """Price agreement first, then date agreement, then the earliest due."""

    def key(place: Place) -> tuple[object, ...]:
        book, line = place
        due = line.due or date.max
        return (not _price_agrees(ask, place), not _date_agrees(ask, place), due, book.number, line.position)

    return key


def _mirrors(ask: Ask, desk: Desk, places: list[Place]) -> bool:
    """Whether the document has the order's lines of the item, with the same quantities: then they are the same lines,
    and an equal quantity comes before the due date.
    """
    quantities = desk.item_quantities.get(ask.paper.rank)
    if quantities is None:
        quantities = desk.item_quantities[ask.paper.rank] = defaultdict(list)
        for line in ask.paper.document.lines:
            if line.quantity:
                quantities[item_of(line)].append(line.quantity)
    same = quantities[item_of(ask.line)]
    return len(same) == len(places) > 1 and sorted(same) == sorted(line.ordered for _, line in places)
