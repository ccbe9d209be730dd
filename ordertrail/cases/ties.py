"""What ties a document that names no order to the orders that it may mean, by facts alone.

Such a document is called a seeker. A tie is an item that both have, of the same supplier, where the order was issued up
to `SOUGHT_WITHIN` before the seeker. An item that too many orders or seekers of one half-year have ties nothing there:
counting by half-years makes a tie the same from both of its ends, and lets one question to the store tell that an
item is too common.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Protocol

from orders.case import SOUGHT_WITHIN
from orders.document import Party
from ordertrail.cases import bounds
from ordertrail.store.library import Entry, Items
from ordertrail.store.terms import ordered_term, sought_term

Same = Callable[[Party | None, Party | None], bool]
"""Whether two suppliers are one."""

Entries = Callable[[Collection[int]], Mapping[int, Entry]]
"""The entries of documents by their numbers."""


class Stock(Protocol):
    """Where items are looked up."""

    def seeks(self) -> bool:
        """Whether there is any seeker at all."""

    def items(self, documents: Collection[int]) -> Mapping[int, Items]:
        """The items of those documents that are orders or seekers."""

    def any_of(self, terms: Collection[str]) -> Collection[str]:
        """The item terms that find something."""

    def dated(self, term: str, first: str, last: str, before: int | None = None) -> list[int]:
        """The documents that an item term finds, issued from one day to another, with a number below `before`."""

    def count_dated(self, term: str, first: str, last: str, most: int, before: int | None = None) -> int:
        """How many that are, up to `most`."""


class Ties:
    """Ties as far as somebody asked. With `before`, those between documents with a number below it, as if there were
    no others.
    """

    def __init__(
        self,
        stock: Stock,
        entries: Callable[[Collection[int]], Mapping[int, Entry]],
        same: Same,
        before: int | None = None,
    ) -> None:
        self._stock = stock
        self._entries = entries
        self.same = same
        self.before = before
        self._items: dict[int, Items | None] = {}
        self._unsought: set[str] = set()
        self._around: dict[int, frozenset[int]] = {}
        self._common: dict[tuple[str, int], bool] = {}

    def prepare(self, documents: Collection[int]) -> None:
        """Makes the items of documents known, and which of them nobody seeks."""
        new = [one for one in documents if one not in self._items]
        found = self._stock.items(new)
        self._items.update({one: found.get(one) for one in new})
        terms = {sought_term(item) for of_one in found.values() if not of_one.seeks for item in of_one.items}
        if terms:
            self._unsought |= terms.difference(self._stock.any_of(terms))

    def items(self, document: int) -> Items | None:
        """Day and items of an order or a seeker; None for what is neither."""
        if document not in self._items:
            self.prepare((document,))
        return self._items[document]

    def around(self, document: int) -> frozenset[int]:
        """The orders that a seeker is tied to, the seekers that an order is."""
        for _ in self.each(document):
            pass
        return self._around[document]

    def each(self, document: int) -> Iterator[int]:
        """The same one by one, for who may have seen enough after some."""
        if (known := self._around.get(document)) is not None:
            yield from known
            return
        met: set[int] = set()
        found: list[int] = []
        for sharing in self._sharing(document):
            some = [one for one in sharing if one not in met]
            met.update(some)
            ours = self._of_one_supplier(document, some)
            found.extend(ours)
            yield from ours
        self._around[document] = frozenset(found)

    def ceased(self, document: int, then: "Ties") -> set[int]:
        """What an item tied `then`, or may have, that is too common now; for the items of one document."""
        if (own := self.items(document)) is None:
            return set()
        half = _half(own.day)
        gone = (item for item in self._telling(own) if self.is_common(item, half) and not then.is_common(item, half))
        return set().union(*(then.ends(item, half) for item in gone))

    def ends(self, item: str, half: int) -> set[int]:
        """The seekers and orders that an item could tie in, into and from a half-year."""
        found: set[int] = set()
        for term, halves in ((ordered_term(item), (half - 1, half)), (sought_term(item), (half, half + 1))):
            for one in halves:
                if not self.is_common(item, one):
                    found.update(self._stock.dated(term, _first(one), _last(one), self.before))
        return found

    def is_common(self, item: str, half: int) -> bool:
        """Whether an item tells nothing in a half-year."""
        found = self._common.get((item, half))
        if found is None:
            limits = {ordered_term: bounds.COMMON_ORDERS, sought_term: bounds.COMMON_SEEKERS}
            first, last = _first(half), _last(half)
            found = self._common[item, half] = any(
                self._stock.count_dated(term(item), first, last, most + 1, self.before) > most
                for term, most in limits.items()
            )
        return found

    def _sharing(self, document: int) -> Iterator[list[int]]:
        """The documents that share an item with this one, for each that tells something; of whichever supplier."""
        if (own := self.items(document)) is not None:
            half = _half(own.day)
            some = (item for item in self._telling(own) if not self.is_common(item, half))
            yield from (self._ordered(item, own.day) if own.seeks else self._sought(item, own.day) for item in some)

    def _ordered(self, item: str, day: str) -> list[int]:
        half, first = _half(day), _moved(day, -SOUGHT_WITHIN)
        if first < _first(half) and self.is_common(item, half - 1):
            first = _first(half)
        return self._stock.dated(ordered_term(item), first, day, self.before)

    def _sought(self, item: str, day: str) -> list[int]:
        half, last = _half(day), _moved(day, SOUGHT_WITHIN)
        if last > _last(half) and self.is_common(item, half + 1):
            last = _last(half)
        return self._stock.dated(sought_term(item), day, last, self.before)

    def _telling(self, own: Items) -> Iterable[str]:
        """The items of a document, without those of an order that nobody seeks."""
        return own.items if own.seeks else (item for item in own.items if sought_term(item) not in self._unsought)

    def _of_one_supplier(self, document: int, others: Collection[int]) -> list[int]:
        if not others:
            return []
        entries = self._entries({document, *others})
        supplier = entries[document].supplier
        return [one for one in others if self.same(supplier, entries[one].supplier)]


class Reach:
    """How far ties lead from one document to the next. With `before`, only over documents with a number below it."""

    def __init__(self, ties: Ties, before: int | None = None) -> None:
        self._ties = ties
        self._before = before
        self._wide: set[int] = set()
        self._narrow: set[int] = set()

    def around(self, document: int) -> Collection[int]:
        """What an order or a seeker is tied to; nothing where ties lead too far."""
        return () if self.is_wide(document) else self._ties.around(document)

    def is_wide(self, start: int) -> bool:
        """Whether ties lead from an order or a seeker to more than may be one case. Stops as soon as it knows."""
        if start not in self._wide and start not in self._narrow:
            orders: set[int] = set()
            seekers: set[int] = set()
            walk = self._walk(start, orders, seekers)
            known = any(met in self._wide or _is_too_much(orders, seekers) for met in walk)
            (self._wide if known else self._narrow).update(orders, seekers)
        return start in self._wide

    def _walk(self, start: int, orders: set[int], seekers: set[int]) -> Iterator[int]:
        """What ties lead to from an order or a seeker, put into `orders` and `seekers`. The orders of a seeker come
        before other seekers: they are many, and cost little.
        """
        own = self._ties.items(start)
        ahead: list[Iterable[int]] = [(start,)]
        if not (own and own.seeks):
            orders.add(start)
            ahead = [self._ties.each(start)]
        while ahead:
            for seeker in self._known(ahead.pop(), seekers):
                yield seeker
                for order in self._known(self._ties.each(seeker), orders):
                    ahead.append(self._ties.each(order))
                    yield order

    def _known(self, documents: Iterable[int], met: set[int]) -> Iterator[int]:
        """Those that were not met yet; from now on they were."""
        for one in documents:
            if one not in met and (self._before is None or one < self._before):
                met.add(one)
                yield one


def _is_too_much(orders: set[int], seekers: set[int]) -> bool:
    return len(orders) > bounds.MOST_ORDERS or len(seekers) > bounds.MOST_SEEKERS


def _half(day: str) -> int:
    """The number of a day's half-year."""
    return int(day[:4]) * 2 + (day[5:7] > "06")


def _first(half: int) -> str:
    return f"{half // 2:04d}-{'07' if half % 2 else '01'}-01"


def _last(half: int) -> str:
    return f"{half // 2:04d}-{'12-31' if half % 2 else '06-30'}"


def _moved(day: str, by: timedelta) -> str:
    try:
        return (date.fromisoformat(day) + by).isoformat()
    except OverflowError:  # beyond the calendar
        return (date.min if by < timedelta() else date.max).isoformat()
