"""Which orders a document may belong to that names none, by facts alone.

An order of the same supplier with an item in common that was issued up to `SOUGHT_WITHIN` before the document, which is
called a seeker. Whether one of the orders is really meant, matching says; here it only follows which must be assessed
together.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Protocol

from orders.case import SOUGHT_WITHIN
from orders.document import Party
from ordertrail.store.library import Entry, Items
from ordertrail.store.terms import ordered_term, sought_term

MOST_ORDERS = 100
"""Orders that seekers may tie to one case, by chains of items that they share. What would tie more, ties nothing."""

MOST_SEEKERS = 500
"""Seekers in such a case, likewise."""

MOST_LOOKED_AT = 2_000
"""Documents of one item that are looked at."""

Same = Callable[[Party | None, Party | None], bool]
"""Whether two suppliers are one."""


class Stock(Protocol):
    """Where items are looked up."""

    def seeks(self) -> bool:
        """Whether there is any seeker at all."""

    def items(self, documents: Collection[int]) -> Mapping[int, Items]:
        """The items of those documents that are orders or seekers."""

    def any_of(self, terms: Collection[str]) -> Collection[str]:
        """The item terms that find something."""

    def dated(self, term: str, first: str, last: str, most: int) -> list[int]:
        """The documents that an item term finds, issued from one day to another; the oldest `most`."""


class Chances:
    """Seekers and orders, as far as somebody asked."""

    def __init__(self, stock: Stock, entries: Callable[[Collection[int]], Mapping[int, Entry]], same: Same) -> None:
        self._stock = stock
        self._entries = entries
        self._same = same
        self._items: dict[int, Items] = {}
        self._asked: set[int] = set()
        self._orders: dict[int, frozenset[str]] = {}
        self._around: dict[int, set[int]] = {}  # of seekers: the orders of their items; of orders: seekers

    def look(self, documents: Iterable[int]) -> dict[int, frozenset[str]]:
        """The seekers among documents, and those that documents among them are orders for: each with the keys of the
        orders that it may belong to. What was asked before is left out.
        """
        new = set(documents) - self._asked
        self._asked |= new
        if not new or not self._stock.seeks():
            return {}
        items = self._stock.items(new)
        self._items.update(items)
        seekers = {one for one, of_one in items.items() if of_one.seeks}
        orders = items.keys() - seekers
        terms = {sought_term(item) for one in orders for item in items[one].items}
        sought = set(self._stock.any_of(terms)) if terms else set()
        for one in orders if sought else ():
            self._around[one] = self._seekers_of(items[one], sought)
            seekers |= self._around[one]
        return {one: self._orders_of(one) for one in seekers}

    def near(self, document: int) -> set[int]:
        """What a document that came, or changed, may tie or have tied: the seekers of an order, and all orders that
        they share an item with; likewise those of a seeker. To be asked after `look`.
        """
        found = self._around.get(document, set())
        return found.union(*(self._around.get(one, ()) for one in found))

    def _orders_of(self, seeker: int) -> frozenset[str]:
        keys = self._orders.get(seeker)
        if keys is None:
            keys = self._orders[seeker] = self._plausible(seeker)
        return keys

    def _plausible(self, seeker: int) -> frozenset[str]:
        if seeker not in self._items:
            self._items.update(self._stock.items((seeker,)))
        own = self._items[seeker]
        first, last = _moved(own.day, -SOUGHT_WITHIN), own.day
        told: set[int] = set()
        found: set[int] = set()
        for item in own.items:
            some = self._stock.dated(ordered_term(item), first, last, MOST_LOOKED_AT)
            found.update(some)
            if len(some) <= MOST_ORDERS:  # an item that everybody orders all the time tells nothing
                told.update(some)
        entries = self._entries({seeker, *found})
        supplier = entries[seeker].supplier
        ours = {one for one in found if self._same(supplier, entries[one].supplier)}
        self._around[seeker] = ours
        return frozenset(key for one in ours & told for key in entries[one].order_keys)

    def _seekers_of(self, order: Items, sought: set[str]) -> set[int]:
        last = _moved(order.day, SOUGHT_WITHIN)
        found: set[int] = set()
        for item in order.items:
            if (term := sought_term(item)) in sought:
                found.update(self._stock.dated(term, order.day, last, MOST_LOOKED_AT))
        return found


def _moved(day: str, by: timedelta) -> str:
    try:
        return (date.fromisoformat(day) + by).isoformat()
    except OverflowError:  # beyond the calendar
        return (date.min if by < timedelta() else date.max).isoformat()
