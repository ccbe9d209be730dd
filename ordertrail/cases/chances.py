"""Which orders a document may belong to that names none, and where that leads too far to be told.

Whether one of the orders is really meant, matching says; here it only follows which must be assessed together.
"""

from collections.abc import Collection, Iterable

from ordertrail.cases.ties import Entries, Reach, Same, Stock, Ties


class Chances:
    """Seekers and orders, as far as somebody asked."""

    def __init__(self, stock: Stock, entries: Entries, same: Same) -> None:
        self._stock = stock
        self._entries = entries
        self._ties = Ties(stock, entries, same)
        self._reach = Reach(self._ties)
        self._asked: set[int] = set()

    def look(self, documents: Iterable[int]) -> dict[int, frozenset[str]]:
        """The seekers among documents, and those that documents among them are orders for: each with the keys of the
        orders that it may belong to. What was asked before is left out, and what belongs to none unless asked for.
        """
        new = set(documents) - self._asked
        self._asked |= new
        if not new or not self._stock.seeks():
            return {}
        self._ties.prepare(new)
        found: dict[int, frozenset[str]] = {}
        for one in new:
            if (own := self._ties.items(one)) is not None:
                seekers = (one,) if own.seeks else self._around(one)
                orders = {seeker: frozenset(self._keys(self._around(seeker))) for seeker in seekers}
                found.update({seeker: keys for seeker, keys in orders.items() if keys or seeker == one})
        return found

    def could_tie(self, document: int) -> bool:
        """Whether a document is a seeker, or an order that there could be seekers of."""
        return self._stock.seeks() and self._ties.items(document) is not None

    def changes(self, first: int, later: int | None) -> "Changes":
        """What documents with numbers from `first` up to `later` change; those from `later` on come another time."""
        then = Ties(self._stock, self._entries, self._ties.same, first)
        if later is None:
            return Changes(then, self._ties, self._reach)
        ties = Ties(self._stock, self._entries, self._ties.same, later)
        return Changes(then, ties, Reach(ties))

    def _keys(self, orders: Collection[int]) -> Iterable[str]:
        entries = self._entries(orders)
        return (key for one in orders for key in entries[one].order_keys)

    def _around(self, document: int) -> Collection[int]:
        return self._reach.around(document)


class Changes:
    """What may be tied, or have been tied, because of documents that were not there `then`.

    Nearly all of what a document could tie is tied too far already, and ties nothing before and after. To find that
    out, ties are enough that are there both times.
    """

    def __init__(self, then: Ties, now: Ties, reach: Reach) -> None:
        self._now = now
        self._then = then
        self._reach = reach
        self._reach_then = Reach(then)
        self._always = Reach(now, then.before)

    def near(self, document: int) -> set[int]:
        """The seekers of a new order, the orders of a new seeker that others seek too, and what either made an item too
        common for.
        """
        own = self._now.items(document)
        if own is None or not self._is_new(document):
            return set()
        around = [one for one in self._now.around(document) if self._is_new(one) or not self._always.is_wide(one)]
        if own.seeks:
            around = [one for one in around if len(self._now.around(one)) > 1]
        ceased = self._now.ceased(document, self._then)
        return {*around, *(one for one in ceased if self._reach.around(one) or self._reach_then.around(one))}

    def _is_new(self, document: int) -> bool:
        return self._then.before is not None and document >= self._then.before
