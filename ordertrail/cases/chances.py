"""Which orders a document may belong to that names none, and where that leads too far to be told.

Whether one of the orders is really meant, matching says; here it only follows which must be assessed together.
"""

from collections.abc import Collection, Iterable, Iterator

from ordertrail.cases.ties import Entries, Reach, Same, Stock, Ties, half_year
from ordertrail.store.library import Items


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
        always = Reach(self._ties, first)
        self._reach = Reach(self._ties, part=always)
        now, reach = self._ties, self._reach
        if later is not None:
            now = self._ties.until(later)
            reach = Reach(now, part=always)
        return Changes(self._ties.until(first), now, reach, always)

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

    def __init__(self, then: Ties, now: Ties, reach: Reach, always: Reach) -> None:
        self._now = now
        self._then = then
        self._reach = reach
        self._reach_then = Reach(then, part=always)
        self._always = always

    def prepare(self, documents: Iterable[int]) -> None:
        """Looks up at once what `near` will ask of new documents among these."""
        self._now.prepare([one for one in documents if not self._always.holds(one)], wholly=True)

    def near(self, documents: Iterable[int]) -> set[int]:
        """What new documents among these may tie or have tied: the seekers of an order, the orders of a seeker that
        others seek too, and what an item tied that is too common now.
        """
        new = [one for one in documents if not self._always.holds(one)]
        told = {one: own for one in new if (own := self._now.items(one)) is not None}
        found = {other for one, own in told.items() for other in self._around(one, own)}
        pairs = {(item, half_year(own.day)) for own in told.values() for item in own.items}
        common = self._now.common(pairs)
        ended = {end for pair in common - self._then.common(common) for end in self._then.ends(*pair)}
        return found | {one for one in ended if self._reach.around(one) or self._reach_then.around(one)}

    def _around(self, document: int, own: Items) -> Iterator[int]:
        around = (one for one in self._now.around(document) if not self._was_wide(one))
        return (one for one in around if not own.seeks or len(self._now.around(one)) > 1)

    def _was_wide(self, document: int) -> bool:
        return self._always.holds(document) and self._always.is_wide(document)
