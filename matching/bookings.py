"""What the lines of one document were booked on, for the documents that refer to it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from matching.book import OrderBook, OrderLine, line_key
from matching.paper import Paper, line_id
from orders.assessment import Allocation
from orders.numbers import Quantity
from orders.quantity import ZERO, plus, size
from orders.references import ItemKey, item_keys


class Booked(NamedTuple):
    """What a document booked on one order line, over all its own lines. `row` is the first of them."""

    row: int
    book: OrderBook
    line: OrderLine
    quantity: Quantity


class Bookings:
    """The bookings of one document, by its lines, by item, and all."""

    def __init__(self) -> None:
        self._by_line: defaultdict[str, dict[OrderLine, Booked]] = defaultdict(dict)
        self._by_item: defaultdict[ItemKey, dict[OrderLine, Booked]] | None = None
        self._all: dict[OrderLine, Booked] = {}

    def add(self, paper: Paper, row: int, book: OrderBook, line: OrderLine, allocation: Allocation) -> None:
        """Notes a booking."""
        one = Booked(row, book, line, size(allocation.quantity or ZERO))
        _gather(self._by_line[line_key(line_id(paper, row))], one)
        _gather(self._all, one)

    def of_line(self, named: str) -> list[Booked]:
        """Of the document's line that is called so."""
        return list(self._by_line.get(line_key(named), {}).values())

    def of_items(self, keys: Iterable[ItemKey]) -> list[Booked]:
        """On order lines of an item: by the first numbering that finds some."""
        if self._by_item is None:
            self._by_item = defaultdict(dict)
            for one in self._all.values():
                for key in (*item_keys(one.line.line), *one.line.other_items):
                    self._by_item[key][one.line] = one
        for key in keys:
            if found := self._by_item.get(key):
                return list(found.values())
        return []

    def only(self) -> list[Booked]:
        """Of a document that was booked on one order line, that."""
        return list(self._all.values()) if len(self._all) == 1 else []


def _gather(held: dict[OrderLine, Booked], one: Booked) -> None:
    before = held.get(one.line)
    held[one.line] = one if before is None else before._replace(quantity=plus(before.quantity, one.quantity))
