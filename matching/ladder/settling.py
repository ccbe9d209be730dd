"""From what document lines are like to matches and proposals, by one optimal assignment over all of them."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from matching.book import OrderLine
from matching.desk import Desk
from matching.ladder.ask import Ask, Doubt, Match, Room, Share, entries_of, evidence
from matching.ladder.likeness import WHOLE, Likeness, measure
from matching.ladder.pairing import Pair, assignment
from matching.measures import ONE, factor
from matching.shelf import Place
from orders.assessment import By, Proposal
from orders.deviations import DeviationCode
from orders.message import Message
from orders.numbers import Quantity
from orders.quantity import ZERO, over, plus, times
from orders.references import item_keys
from orders.status import Track

PROPOSED = 2
"""So many order lines are proposed for a line that is not matched by itself."""

_LOOSE = frozenset({"item", "despatch", "receipt"})
"""Rules that share a quantity out over lines of one article without knowing which was meant."""

LEAST = 500
"""A likeness below this, in thousandths, is not worth a look."""


class Candidate(NamedTuple):
    """What a document line may belong to: an order line, or several that differ in nothing but date and quantity and
    that it fills exactly. Where it is not `sure`, it is proposed at most.
    """

    places: tuple[Place, ...]
    like: Likeness
    sure: bool = True


def in_turn(one: Candidate) -> tuple[object, ...]:
    """The most alike first."""
    book, line = one.places[0]
    return (-one.like.score, -len(one.places), book.id, line.position)


def settle(
    asks: Sequence[Ask], offers: Sequence[list[Candidate]], desk: Desk, room: Room, rule: str
) -> list[Match | Doubt | None]:
    """What becomes of each line: a match where its pair in the best assignment reaches `accept` and the best assignment
    without that pair is `margin` behind; otherwise its two best as proposals; None without any.
    """
    policy = desk.policy.matching
    accept, margin = policy.accept * WHOLE, policy.margin * WHOLE
    chosen: dict[int, Candidate] = {}
    for pair, candidate in _assigned(asks, offers, room):
        if candidate.sure and candidate.like.score >= accept and pair.margin is not None and pair.margin >= margin:
            chosen[pair.row] = candidate
    for row in _overfilling(asks, chosen, room) | _shaken(asks, chosen):
        del chosen[row]
    return [
        _match(ask, chosen[row], room, rule) if row in chosen else _doubt(ask, offers[row])
        for row, ask in enumerate(asks)
    ]


def _assigned(asks: Sequence[Ask], offers: Sequence[list[Candidate]], room: Room) -> list[tuple[Pair, Candidate]]:
    columns: dict[tuple[OrderLine, ...], int] = {}
    found: dict[tuple[int, int], Candidate] = {}
    wishes: defaultdict[int, list[int]] = defaultdict(list)
    for row, candidates in enumerate(offers):
        for one in candidates:
            column = columns.setdefault(tuple(line for _, line in one.places), len(columns))
            found[row, column] = one
            wishes[column].append(row)
    gains = {pair: one.like.score - LEAST + 1 for pair, one in found.items()}
    seats = {column: _seats([(asks[row], found[row, column]) for row in rows], room) for column, rows in wishes.items()}
    return [(pair, found[pair.row, pair.column]) for pair in assignment(gains, seats)]


def _seats(wishes: list[tuple[Ask, Candidate]], room: Room) -> int:
    """How many of the document lines that are like an order line it has room for at a time: at least one."""
    if len(wishes) == 1 or len(wishes[0][1].places) > 1:
        return 1
    wanted = sorted(_measure(ask, one.places[0]) for ask, one in wishes)
    left = max(room(ask, one.places[0][1]) for ask, one in wishes)
    taken: Quantity = ZERO
    seats = 0
    for one in wanted:
        taken = plus(taken, one)
        if taken > left:
            break
        seats += 1
    return max(seats, 1)


def _measure(ask: Ask, place: Place) -> Quantity:
    """How much of an order line a document line takes; what states no quantity is about all of it."""
    book, line = place
    scale = factor(ask.line, line.line, book.policy) if line.by is By.QUANTITY else ONE
    wanted = None if scale is None else measure(ask, line, scale)
    return line.wanted if wanted is None else wanted


def _overfilling(asks: Sequence[Ask], chosen: dict[int, Candidate], room: Room) -> set[int]:
    """The document lines that together are more than an order line has room for: which of them is too much, nobody can
    tell.
    """
    on: defaultdict[OrderLine, list[int]] = defaultdict(list)
    for row, one in chosen.items():
        for _, line in one.places:
            on[line].append(row)
    too_many: set[int] = set()
    for line, rows in on.items():
        if len(rows) < 2:
            continue
        taken: Quantity = ZERO
        for row in rows:
            merged = len(chosen[row].places) > 1
            taken = plus(taken, room(asks[row], line) if merged else _measure(asks[row], chosen[row].places[0]))
        if taken > max(room(asks[row], line) for row in rows):
            too_many.update(rows)
    return too_many


def _shaken(asks: Sequence[Ask], chosen: dict[int, Candidate]) -> set[int]:
    """The document lines whose article stands on several lines of the order and that are not just what is open of one,
    or where by its item alone something was booked on one of them: then what is left of each is itself not certain.
    """
    goods: dict[str, defaultdict[object, list[OrderLine]]] = {}
    found = set()
    for row, one in chosen.items():
        book, line = one.places[0]
        if book.id not in goods:
            by_goods = goods[book.id] = defaultdict(list)
            for other in book.lines:
                by_goods[_goods(other)].append(other)
        twins = goods[book.id][_goods(line)]
        if len(twins) > len(one.places) and (
            "quantity.same" not in one.like.levels or any(_by_item(twin, asks[row].track) for twin in twins)
        ):
            found.add(row)
    return found


def _goods(line: OrderLine) -> object:
    stated = line.line
    return tuple(item_keys(stated)) or (stated.name, stated.description)


def _by_item(line: OrderLine, track: Track) -> bool:
    return any(entry.allocation.rule in _LOOSE for entry in entries_of(line, track))


def _match(ask: Ask, one: Candidate, room: Room, rule: str) -> Match:
    if len(one.places) == 1:
        (book, line), quantity = one.places[0], ask.quantity
        return Match(rule, (Share(book, line, quantity),), _evidence(f"evidence.{rule}", ask, one))
    sign = -ONE if ask.takes_back else ONE
    shares = [Share(book, line, times(_in_its_unit(ask, (book, line), room), sign)) for book, line in one.places]
    return Match(rule, tuple(shares), _evidence(f"evidence.{rule}_split", ask, one, count=str(len(shares))))


def _in_its_unit(ask: Ask, place: Place, room: Room) -> Quantity:
    """What is left of an order line, in the document line's unit."""
    book, line = place
    return over(room(ask, line), factor(ask.line, line.line, book.policy) or ONE)


def _doubt(ask: Ask, candidates: list[Candidate]) -> Doubt | None:
    if not candidates:
        return None
    return Doubt(
        DeviationCode.LINE_UNMATCHED,
        tuple(
            Proposal(
                order=one.places[0][0].id,
                order_line=one.places[0][1].id,
                score=Decimal(one.like.score) / WHOLE,
                evidence=_evidence("evidence.proposed", ask, one),
            )
            for one in candidates[:PROPOSED]
        ),
    )


def _evidence(code: str, ask: Ask, one: Candidate, **args: str) -> Message:
    score = str(one.like.score // 10)
    return evidence(code, ask, one.places[0], score=score, agrees=one.like.agrees, differs=one.like.differs, **args)
