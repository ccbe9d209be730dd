"""Which order lines are worth a comparison: cheap keys that a document line and an order line must share."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from matching.desk import Desk
from matching.ladder.likeness import descriptions
from matching.prices import unit_price
from matching.shelf import Place
from orders.document import Line
from orders.numbers import Quantity
from orders.references import ItemKey, item_keys

MOST = 40
"""Order lines that one document line is compared with, those that share the most keys first."""

COMMON = 400
"""A key that more order lines have tells nothing, where the document line has rarer ones."""

_BEGINNING = 4
"""Letters of a word that misspellings, abbreviations and endings mostly leave alone."""

_Key = tuple[str, object]


class Blocks:
    """Order lines by what is quickly found of them."""

    def __init__(self, places: list[Place]) -> None:
        self._places = places
        self._by_key: defaultdict[_Key, list[int]] = defaultdict(list)
        for number, (_, line) in enumerate(places):
            for key in set(_keys(line.line, line.price)):
                self._by_key[key].append(number)

    def near(self, line: Line, desk: Desk) -> list[Place] | None:
        """The order lines to compare a document line with, the most promising first; None if there are too many to
        tell: more than are compared share as much with it as the best.
        """
        known = [found for key in set(_keys(line, unit_price(line))) if (found := self._by_key.get(key))]
        rare = [found for found in known if len(found) <= COMMON]
        if not desk.affords(sum(len(found) for found in rare or known)):
            return None
        shared = Counter(number for found in rare or known for number in found)
        ranked = sorted(shared, key=lambda number: (-shared[number], number))
        if len(ranked) > MOST and shared[ranked[MOST]] == shared[ranked[0]]:
            return None
        return [self._places[number] for number in ranked[:MOST]]


def _keys(line: Line, price: Quantity | None) -> Iterator[_Key]:
    for text in descriptions(line):
        for number in text.numbers:
            yield ("number", number)
        for word in text.words:
            yield ("word", word[:_BEGINNING])
    if price:
        yield ("price", price)
    for scheme, key in item_keys(line):
        yield from (("item", part) for part in _halves((scheme, key)))


def _halves(item: ItemKey) -> Iterator[tuple[str, str]]:
    """Of two item numbers that differ in one place, one half is the same."""
    scheme, key = item
    if len(key) > _BEGINNING:
        middle = len(key) // 2
        yield scheme, f"{key[:middle]}…"
        yield scheme, f"…{key[middle:]}"
