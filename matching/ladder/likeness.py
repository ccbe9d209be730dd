"""How well a document line fits an order line that it does not name: points for what agrees, out of those for what can
be compared (docs/matching.md).

What a document leaves out neither adds nor takes away; but without a description and without an item that agrees, price
and quantity alone prove little, so the description's points are then missed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from rapidfuzz.distance import OSA

from matching.book import OrderBook, OrderLine
from matching.changes import worth
from matching.ladder.ask import Ask
from matching.ladder.fitting import price_agrees
from matching.ladder.items import agree, contradict
from matching.ladder.texts import Text, Told, compared, told
from matching.measures import ONE, factor
from matching.prices import unit_price
from matching.shelf import Place
from orders.assessment import By
from orders.document import Line
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, plus, size, times
from orders.references import item_keys
from orders.units import same_unit

POINTS: Mapping[str, tuple[int, int]] = {
    "item.same": (30, 30),
    "item.spelling": (8, 10),
    "item.other": (0, 10),
    Text.SAME: (35, 35),
    Text.MORE: (33, 35),
    Text.SPELLING: (32, 35),
    Text.LESS: (27, 35),
    Text.NUMBERS: (29, 35),
    Text.PARTLY: (15, 35),
    Text.SIZE: (0, 35),
    Text.OTHER: (0, 35),
    "text.none": (0, 35),
    "price.same": (25, 25),
    "price.near": (15, 25),
    "price.other": (0, 25),
    "quantity.same": (25, 25),
    "quantity.part": (22, 25),
    "quantity.over": (0, 25),
    "unit.same": (5, 5),
    "unit.converted": (5, 5),
    "date.same": (10, 10),
    "date.near": (5, 5),
    "date.other": (0, 0),
}
"""Level → points reached, and points that could have been reached. Another date is told and proves nothing: goods come
late."""

WHOLE = 1000
"""A score is kept in thousandths, so that scores can be added up exactly."""

_NEAR_PRICE = Decimal("0.05")
_NEAR_DAYS = 7
_AGREES = Decimal("0.5")
"""From this share of its points on a level is told as agreement."""


class Likeness(NamedTuple):
    """How well one document line fits one order line. `score` in thousandths; `levels` what was compared, in the order
    in which it is told.
    """

    place: Place
    score: int
    levels: tuple[str, ...]

    @property
    def agrees(self) -> str:
        """The levels that speak for it, as an argument of a message."""
        return " ".join(level for level in self.levels if _speaks_for(level))

    @property
    def differs(self) -> str:
        """The levels that speak against it."""
        return " ".join(level for level in self.levels if not _speaks_for(level))


def _speaks_for(level: str) -> bool:
    reached, possible = POINTS[level]
    return possible > 0 and reached >= possible * _AGREES


def likeness(ask: Ask, place: Place, room: Quantity) -> Likeness | None:
    """How well a line fits, with `room` left on the order line in its unit; None if its unit cannot be converted."""
    book, line = place
    scale = factor(ask.line, line.line, book.policy) if line.by is By.QUANTITY else ONE
    if scale is None:
        return None
    levels = tuple(_levels(ask, book, line, scale, room))
    reached = sum(POINTS[level][0] for level in levels)
    possible = sum(POINTS[level][1] for level in levels)
    return Likeness(place, reached * WHOLE // possible, levels)


def _levels(ask: Ask, book: OrderBook, line: OrderLine, scale: Quantity, room: Quantity) -> Iterator[str]:
    item = _item(ask.line, line, book)
    if item is not None:
        yield item
    text = _text(ask.line, line.line)
    if text is not None:
        yield text
    elif item != "item.same":
        yield "text.none"
    price = _price(ask.line, line, book, scale)
    if price is not None:
        yield price
    quantity = _quantity(ask, line, book, scale, room)
    if quantity is not None:
        yield quantity
    if line.by is By.QUANTITY and ask.line.unit is not None and line.unit is not None:
        yield "unit.same" if same_unit(ask.line.unit, line.unit) else "unit.converted"
    day = _day(ask, line)
    if day is not None:
        yield day


def _item(line: Line, ordered: OrderLine, book: OrderBook) -> str | None:
    if agree(line, ordered, book):
        return "item.same"
    if not contradict(line, ordered, book):
        return None
    ours, theirs = dict(item_keys(line)), dict(item_keys(ordered.line))
    for scheme, key in ours.items():
        other = theirs.get(scheme)
        if other is not None and min(len(key), len(other)) > 4 and OSA.distance(key, other, score_cutoff=1) <= 1:
            return "item.spelling"
    return "item.other"


def _text(line: Line, ordered: Line) -> str | None:
    """The best that any description of the one has in common with any of the other."""
    ours, theirs = descriptions(line), descriptions(ordered)
    if not ours or not theirs:
        return None
    return max((compared(one, other) for one in ours for other in theirs), key=lambda text: POINTS[text])


def descriptions(line: Line) -> list[Told]:
    """What a line says of its goods, in its name and its description."""
    texts = [told(text) for text in (line.name, line.description) if text]
    return [text for text in texts if text.words or text.numbers]


def _price(line: Line, ordered: OrderLine, book: OrderBook, scale: Quantity) -> str | None:
    price = unit_price(line)
    if price is None or ordered.price is None:
        return None
    if price_agrees(line, ordered, book, scale):
        return "price.same"
    expected = times(ordered.price, scale)
    return "price.near" if size(minus(size(price), expected)) <= times(expected, _NEAR_PRICE) else "price.other"


def _quantity(ask: Ask, line: OrderLine, book: OrderBook, scale: Quantity, room: Quantity) -> str | None:
    wanted = measure(ask, line, scale)
    if wanted is None:
        return None
    if wanted == room:
        return "quantity.same"
    allowed = ZERO if ask.takes_back else book.limits.of("quantity_over", line.line).allowance(line.wanted, worth(line))
    return "quantity.part" if wanted <= plus(room, allowed) else "quantity.over"


def measure(ask: Ask, line: OrderLine, scale: Quantity) -> Quantity | None:
    """How much of an order line the document line is about, in the order line's measure, without a sign."""
    if line.by is By.AMOUNT:
        return None if ask.amount is None else size(ask.amount)
    return None if ask.quantity is None else size(times(ask.quantity, scale))


def _day(ask: Ask, line: OrderLine) -> str | None:
    wanted = {line.due, None if line.answer is None else line.answer.day} - {None}
    document = ask.paper.document
    named = {ask.line.requested_date, ask.line.promised_date, ask.line.delivery_date or document.delivery_date} - {None}
    gaps = [_days(one, other) for one in named for other in wanted if one is not None and other is not None]
    if not gaps:
        return None
    nearest = min(gaps)
    return "date.same" if not nearest else "date.near" if nearest <= _NEAR_DAYS else "date.other"


def _days(one: date, other: date) -> int:
    return abs((one - other).days)
