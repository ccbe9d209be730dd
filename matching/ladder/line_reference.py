"""Rung 1: the line names its order and the order line."""

from collections.abc import Callable

from matching.charges import is_charge
from matching.desk import Desk
from matching.findings import Place as Where
from matching.findings import figures
from matching.ladder.ask import Ask, Doubt, Match, Share, evidence, proposals, whole
from matching.ladder.fitting import fits, price_agrees
from matching.ladder.items import agree, contradict, item_of
from matching.measures import factor
from matching.shelf import Place
from orders.deviations import DeviationCode
from orders.document import LineResponse, Response
from orders.message import Message
from orders.quantity import ZERO
from orders.references import says_something
from orders.status import Track

RULE = "line_reference"
_How = Callable[[Ask, Place], Message]


def by_line_reference(ask: Ask, desk: Desk) -> Match | Doubt | None:
    """The order line that is named; the buyer's id of it first, then the supplier's own as an answer told it.

    If the item ids contradict, the line stays where it refers to if price and quantity fit there; otherwise it becomes
    a proposal. It is never moved by its item alone.
    """
    plain = _plainly(ask)
    if plain is not None:
        return plain
    places, how = _places(ask, desk)
    if len(places) > 1:
        places = _of_one_item(ask, places) if desk.affords(len(places)) else []
    if len(places) != 1:
        return None
    (place,) = places
    book, line = place
    if contradict(ask.line, line, book):
        return _conflict(ask, desk, place, how)
    if _is_misplaced_charge(ask, place):
        return None
    return whole(ask, RULE, place, how(ask, place))


def _plainly(ask: Ask) -> Match | None:
    """The ordinary case, told without a detour: one order, its line exactly, and the same item by one number."""
    line, books = ask.line, ask.books
    if len(books) != 1 or line.order_line is None:
        return None
    found = books[0].by_id.get(line.order_line)
    if found is None or len(found) != 1:
        return None
    ordered = found[0]
    stated = ordered.line
    if (line.buyer_item is None or line.buyer_item != stated.buyer_item) and (
        line.supplier_item is None or line.supplier_item != stated.supplier_item
    ):
        return None
    place = (books[0], ordered)
    return Match(RULE, (Share(books[0], ordered, ask.quantity),), evidence("evidence.line_reference", ask, place))


def _places(ask: Ask, desk: Desk) -> tuple[list[Place], _How]:
    line, shelf = ask.line, desk.shelf(ask.books)
    if line.order_line is not None:
        found = shelf.with_id(line.order_line)
        if found:
            return found, _by_line
    if line.supplier_order_line is not None:
        found = shelf.with_supplier_line(line.supplier_order_line)
        if found:
            return found, _by_supplier_line
    if ask.track is Track.RESPONSE and line.id is not None and not says_something(line.order_line):
        found = [(book, one) for book, one in shelf.with_id(line.id) if not contradict(line, one, book)]
        return found, _by_own_id
    return [], _by_line


def _of_one_item(ask: Ask, places: list[Place]) -> list[Place]:
    """Of several lines of that id, in several orders or in one that uses it twice, those of the same item."""
    same = [(book, line) for book, line in places if agree(ask.line, line, book)]
    return same or [(book, line) for book, line in places if not contradict(ask.line, line, book)]


def _conflict(ask: Ask, desk: Desk, place: Place, how: _How) -> Match | Doubt:
    book, line = place
    stays = fits(ask, book, line)
    if stays and _offers_another_item(ask):
        return whole(ask, RULE, place, how(ask, place))
    desk.findings.add(
        DeviationCode.REFERENCE_CONFLICT,
        Where(book, line, ask.paper, ask.row),
        amount=ask.amount,
        figures=figures(None, ask.quantity, unit=ask.line.unit),
        says="reference_conflict.stays" if stays else "reference_conflict",
        args={"item": item_of(ask.line), "ordered_item": item_of(line.line)},
    )
    if stays:
        return whole(ask, RULE, place, how(ask, place))
    return Doubt(DeviationCode.REFERENCE_CONFLICT, proposals([place], ask, ZERO))


def _offers_another_item(ask: Ask) -> bool:
    """Whether the line is an answer that confirms: another item than the ordered one is then the supplier's substitute.

    The response track says so (`item_substituted`); a conflict of references beside it would say it twice.
    """
    if ask.track is not Track.RESPONSE:
        return False
    return (ask.line.response or ask.paper.document.response) not in (LineResponse.REJECTED, Response.REJECTED)


def _is_misplaced_charge(ask: Ask, place: Place) -> bool:
    """A freight line that names a goods line, because its sender's system had to name one: nothing else of it fits."""
    if ask.track is Track.RESPONSE or not ask.is_charge:
        return False
    book, line = place
    if agree(ask.line, line, book) or is_charge(line.line):
        return False
    scale = factor(ask.line, line.line, book.policy)
    return scale is None or not price_agrees(ask.line, line, book, scale)


def _by_line(ask: Ask, place: Place) -> Message:
    return evidence("evidence.line_reference", ask, place)


def _by_supplier_line(ask: Ask, place: Place) -> Message:
    return evidence("evidence.supplier_line", ask, place, supplier_line=ask.line.supplier_order_line or "")


def _by_own_id(ask: Ask, place: Place) -> Message:
    return evidence("evidence.own_id", ask, place)
