"""Rung 4: the order is known and its line is not. What is left is assigned by likeness, all at once."""

from collections import defaultdict
from collections.abc import Sequence

from matching.book import OrderLine
from matching.desk import Desk
from matching.ladder.ask import Ask, Doubt, Match, Room, booked, open_quantity
from matching.ladder.blocking import Blocks
from matching.ladder.likeness import likeness
from matching.ladder.settling import LEAST, Candidate, in_turn, settle
from matching.shelf import Place, Shelf
from orders.assessment import By
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, plus
from orders.status import Track

RULE = "similar"


def by_likeness(asks: Sequence[Ask], desk: Desk, room: Room) -> list[Match | Doubt | None]:
    """What becomes of lines that name their order and that no other rung placed: one optimal assignment over all of
    them and all order lines that are open. What is uncertain is proposed, never guessed.
    """
    return settle(asks, _candidates(asks, desk, room), desk, room, RULE)


def left_open(ask: Ask, line: OrderLine) -> Quantity:
    """What nothing is booked for yet; of what is taken back, what was booked."""
    if ask.takes_back:
        held = booked(line, ask.track)
    elif line.by is By.AMOUNT:
        held = minus(line.wanted, booked(line, ask.track))
    else:
        return open_quantity(line, ask.track)
    return held if held > 0 else ZERO


def is_comparable(ask: Ask) -> bool:
    """Whether a line is about goods or work: texts and charges belong to no order line by their likeness. Only an
    answer may be about goods without saying how many.
    """
    return not ask.is_charge and (bool(ask.quantity) or bool(ask.amount) or ask.track is Track.RESPONSE)


def _candidates(asks: Sequence[Ask], desk: Desk, room: Room) -> list[list[Candidate]]:
    blocks: dict[Shelf, Blocks] = {}  # shared by all documents that mean the same orders
    found = []
    for ask in asks:
        near: list[Place] = []
        if ask.books and is_comparable(ask):
            shelf = desk.shelf(ask.books)
            known = blocks.get(shelf)
            if known is None:
                known = blocks[shelf] = Blocks(_open_places(ask, room))
            near = known.near(ask.line, desk) or []
        found.append(_compared(ask, near, room))
    return found


def _open_places(ask: Ask, room: Room) -> list[Place]:
    return [
        (book, line)
        for book in sorted(ask.books, key=lambda book: book.id)
        for line in book.lines
        if line.counts and not line.deleted and room(ask, line) > 0
    ]


def _compared(ask: Ask, places: list[Place], room: Room) -> list[Candidate]:
    """The order lines that are worth a look, the most alike first."""
    found = []
    for place in places:
        like = likeness(ask, place, room(ask, place[1]))
        if like is not None and like.score >= LEAST:
            found.append(Candidate((place,), like))
    found.extend(_together(ask, found, room))
    return sorted(found, key=in_turn)


def _together(ask: Ask, found: list[Candidate], room: Room) -> list[Candidate]:
    """Order lines that differ in nothing but date and quantity, where a document line is all of them at once."""
    alike: defaultdict[object, list[Place]] = defaultdict(list)
    for one in found:
        book, line = one.places[0]
        if room(ask, line) != line.wanted:
            continue  # something came of it: a rest that happens to fit proves little
        stated = line.line
        goods = (stated.buyer_item, stated.supplier_item, stated.gtin, stated.name, stated.description)
        alike[(book.id, goods, line.unit, line.price)].append((book, line))
    merged = []
    for places in alike.values():
        if len(places) > 1 and places[0][1].by is By.QUANTITY and ask.track is not Track.RESPONSE:
            whole: Quantity = ZERO
            for _, line in places:
                whole = plus(whole, room(ask, line))
            like = likeness(ask, places[0], whole)
            if like is not None and "quantity.same" in like.levels:
                places.sort(key=lambda place: (place[1].due is None, place[1].due, place[1].position))
                merged.append(Candidate(tuple(places), like))
    return merged
