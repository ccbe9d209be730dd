"""Rung 5: the line names no order. It is sought among what the supplier has open, by item and price."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from matching.book import OrderBook
from matching.desk import Desk
from matching.ladder.ask import Ask, Doubt, Match, Room
from matching.ladder.items import keys_of_item
from matching.ladder.likeness import Likeness, likeness
from matching.ladder.settling import LEAST, Candidate, in_turn, settle
from matching.ladder.similar import is_comparable
from matching.paper import Paper
from matching.shelf import Place
from orders.assessment import By
from orders.case import SOUGHT_WITHIN
from orders.numbers import Quantity
from orders.parties import same_party
from orders.quantity import ZERO, plus
from orders.status import Track

RULE = "open_items"


def by_open_items(asks: Sequence[Ask], desk: Desk, room: Room) -> list[Match | Doubt | None]:
    """What becomes of lines that name no order: the open line of that item, of the document's supplier and buyer and of
    an order that is not younger than the document nor much older, if it is the only one that fits; all open lines of
    the item, if it is exactly their sum; otherwise the best two are proposed.
    """
    shelves: dict[int, tuple[OrderBook, ...]] = {}
    offers: list[list[Candidate]] = []
    for ask in asks:
        if not _is_sought(ask, desk):
            offers.append([])
            continue
        books = shelves.get(ask.paper.rank)
        if books is None:
            books = shelves[ask.paper.rank] = _books(ask.paper, desk)
        offers.append(_compared(ask, books, desk, room))
    return settle(asks, offers, desk, room, RULE)


def _is_sought(ask: Ask, desk: Desk) -> bool:
    if ask.books or ask.keys or ask.takes_back or ask.paper.id not in desk.register.seekers:
        return False
    return is_comparable(ask)


def _books(paper: Paper, desk: Desk) -> tuple[OrderBook, ...]:
    """The orders that a document may be about, by who it is from and for, and when it was written."""
    document = paper.document
    return tuple(
        book
        for book in sorted(desk.books, key=lambda book: book.id)
        if same_party(document.buyer, book.buyer)
        and (document.currency == book.currency or document.currency is None or book.currency is None)
        and desk.suppliers.same(document.supplier, book.supplier, book.buyer)
        and _is_older(book, paper)
    )


def _is_older(book: OrderBook, paper: Paper) -> bool:
    ordered, written = book.revisions[0].paper.document.issue_date, paper.document.issue_date
    return ordered is not None and written is not None and timedelta() <= written - ordered <= SOUGHT_WITHIN


def _compared(ask: Ask, books: tuple[OrderBook, ...], desk: Desk, room: Room) -> list[Candidate]:
    places: dict[Place, None] = {}
    for book in books:
        for key in keys_of_item(ask.line, book.policy):
            places |= dict.fromkeys((book, line) for line in book.with_item(key) if line.counts and not line.deleted)
    likes = []
    for place in places if desk.affords(len(places)) else ():
        left = room(ask, place[1])
        like = likeness(ask, place, left) if left > 0 else None
        if like is not None and "item.same" in like.levels:
            likes.append(like)
    # Of several open lines of the item any may be meant, together or in part.
    found = [Candidate((like.place,), like, len(likes) == 1 or "quantity.same" in like.levels) for like in likes]
    found.extend(_everything(ask, likes, room))
    return sorted((one for one in found if one.like.score >= LEAST), key=in_turn)


def _everything(ask: Ask, likes: Sequence[Likeness], room: Room) -> Iterator[Candidate]:
    """All open lines of the item at once, the earliest due first, where the document line is exactly their sum: then
    there is nothing to choose. Not if something came of one of them: a rest that happens to fit proves little.
    """
    places = [like.place for like in likes]
    if len(places) < 2 or ask.track is Track.RESPONSE or any("price.same" not in like.levels for like in likes):
        return
    lines = [line for _, line in places]
    if any(line.by is not By.QUANTITY or line.unit != lines[0].unit for line in lines):
        return
    if any(room(ask, line) != line.wanted for line in lines):
        return
    places.sort(key=lambda place: (place[1].due is None, place[1].due or date.max, place[0].id, place[1].position))
    whole: Quantity = ZERO
    for line in lines:
        whole = plus(whole, room(ask, line))
    like = likeness(ask, places[0], whole)
    if like is not None and "quantity.same" in like.levels:
        yield Candidate(tuple(places), like)
