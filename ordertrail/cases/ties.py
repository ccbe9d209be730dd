"""What ties a document that names no order to the orders that it may mean, by facts alone.

Such a document is called a seeker. A tie is an item that both have, of the same supplier, where the order was issued up
to `SOUGHT_WITHIN` before the seeker. An item that too many orders or seekers of one half-year have ties nothing there:
counting by half-years makes a tie the same from both of its ends, and lets one question to the store tell that an
item is too common.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
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


Stretch = tuple[str, str, str]
"""An item term, with the first and the last day (ISO 8601) that documents found by it may be issued on."""


class Stock(Protocol):
    """Where items are looked up. With `before`, only documents with a number below it are there."""

    def seeks(self) -> bool:
        """Whether there is any seeker at all."""

    def items(self, documents: Collection[int]) -> Mapping[int, Items]:
        """The items of those documents that are orders or seekers."""

    def fuller(self, stretches: Collection[Stretch], than: int, before: int | None = None) -> Collection[Stretch]:
        """The stretches in which more documents are found than so many."""

    def found(self, stretch: Stretch, before: int | None = None) -> list[int]:
        """The documents that are found in a stretch."""


class Ties:
    """Ties as far as somebody asked. With `before`, those between documents with a number below it, as if there were
    no others.
    """

    def __init__(self, stock: Stock, entries: Entries, same: Same, before: int | None = None) -> None:
        self._stock = stock
        self._entries = entries
        self._same = same
        self.before = before
        self._whole: Ties | None = None
        self._items: dict[int, Items | None] = {}
        self._shared: dict[int, list[str]] = {}
        self._around: dict[int, frozenset[int]] = {}
        self._common: dict[tuple[str, int], bool] = {}

    def until(self, before: int) -> "Ties":
        """Those between documents with a number below `before`. What is known of all is not asked again for these."""
        earlier = Ties(self._stock, self._entries, self._same, before)
        earlier._whole, earlier._items, earlier._shared = self, self._items, self._shared
        return earlier

    def prepare(self, documents: Iterable[int]) -> None:
        """Looks up many documents at once, where `items` would do it one by one."""
        new = [one for one in documents if one not in self._items]
        found = self._stock.items(new)
        self._items.update({one: found.get(one) for one in new})
        stretches = {one: [_stretch(item, own) for item in own.items] for one, own in found.items()}
        met = self._stock.fuller({one for some in stretches.values() for one in some}, 0)
        for one, own in found.items():
            pairs = zip(own.items, stretches[one], strict=True)
            self._shared[one] = [item for item, stretch in pairs if stretch in met]
        self.common(pair for one, own in found.items() for pair in self._around_pairs(one, own))

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
        found: list[int] = []
        for one in self._each(document):
            found.append(one)
            yield one
        self._around[document] = frozenset(found)

    def common(self, told: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
        """Those pairs of item and half-year where the item is too common to tell anything."""
        pairs = set(told)
        new = pairs.difference(self._common)
        if new:
            self._common.update(dict.fromkeys(new, False))
            self._common.update(dict.fromkeys(self._full(new), True))
        return {pair for pair in pairs if self._common[pair]}

    def _full(self, told: set[tuple[str, int]]) -> Iterator[tuple[str, int]]:
        if self._whole is not None:  # what is not too common with all documents is not with some of them
            told = self._whole.common(told)
        for term, most in ((ordered_term, bounds.COMMON_ORDERS), (sought_term, bounds.COMMON_SEEKERS)):
            stretches = {_within(term(item), half): (item, half) for item, half in told}
            yield from (stretches[one] for one in self._stock.fuller(stretches, most, self.before))

    def ends(self, item: str, half: int) -> set[int]:
        """The seekers and orders that an item could tie in, into and from a half-year."""
        found: set[int] = set()
        for term, halves in ((ordered_term(item), (half - 1, half)), (sought_term(item), (half, half + 1))):
            for one in halves:
                if not self._is_common(item, one):
                    found.update(self._stock.found(_within(term, one), self.before))
        return found

    def _is_common(self, item: str, half: int) -> bool:
        known = self._common.get((item, half))
        return bool(self.common(((item, half),))) if known is None else known

    def _each(self, document: int) -> Iterator[int]:
        own = self.items(document)
        if own is None:
            return
        whole, before = self._whole, self.before
        if whole is not None and before is not None and not whole.common(self._around_pairs(document, own)):
            yield from (one for one in whole.each(document) if one < before)
            return
        self.common(self._around_pairs(document, own))
        met: set[int] = set()
        half = half_year(own.day)
        for item in self._shared[document]:
            if not self._is_common(item, half):
                found = self._stock.found(self._told(item, own), self.before)
                some = [one for one in found if one not in met]
                met.update(some)
                yield from self._of_one_supplier(document, some)

    def _around_pairs(self, document: int, own: Items) -> Iterator[tuple[str, int]]:
        """The items that a document shares, each with the half-years of the document and of what it shares it with."""
        half = half_year(own.day)
        other = half - 1 if own.seeks else half + 1
        return ((item, one) for item in self._shared[document] for one in (half, other))

    def _told(self, item: str, own: Items) -> Stretch:
        """Where what an item may tie to a document is found: not in a half-year in which the item tells nothing."""
        half = half_year(own.day)
        term, first, last = _stretch(item, own)
        if first < _first(half) and self._is_common(item, half - 1):
            first = _first(half)
        if last > _last(half) and self._is_common(item, half + 1):
            last = _last(half)
        return term, first, last

    def _of_one_supplier(self, document: int, others: Collection[int]) -> list[int]:
        if not others:
            return []
        entries = self._entries({document, *others})
        supplier = entries[document].supplier
        return [one for one in others if self._same(supplier, entries[one].supplier)]


class Reach:
    """How far ties lead from one document to the next. With `before`, only over documents with a number below it.

    What leads too far by `part` does so here: all that ties there, ties here.
    """

    def __init__(self, ties: Ties, before: int | None = None, part: "Reach | None" = None) -> None:
        self._ties = ties
        self._before = before
        self._part = part
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
            walk = (start,) if self._is_in_part(start) else self._walk(start, orders, seekers)
            known = any(self._is_known(met) or _is_too_much(orders, seekers) for met in walk)
            (self._wide if known else self._narrow).update(orders, seekers, (start,))
        return start in self._wide

    def _is_in_part(self, document: int) -> bool:
        part = self._part
        return part is not None and part.holds(document) and part.is_wide(document)

    def _is_known(self, document: int) -> bool:
        return document in self._wide or (self._part is not None and document in self._part._wide)

    def holds(self, document: int) -> bool:
        """Whether a document is one of those that are looked at."""
        return self._before is None or document < self._before

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
            if one not in met and self.holds(one):
                met.add(one)
                yield one


def _is_too_much(orders: set[int], seekers: set[int]) -> bool:
    return len(orders) > bounds.MOST_ORDERS or len(seekers) > bounds.MOST_SEEKERS


def _stretch(item: str, own: Items) -> Stretch:
    """Where what shares an item with a document is found: the orders before a seeker, the seekers after an order."""
    if own.seeks:
        return ordered_term(item), _moved(own.day, -SOUGHT_WITHIN), own.day
    return sought_term(item), own.day, _moved(own.day, SOUGHT_WITHIN)


def _within(term: str, half: int) -> Stretch:
    return term, _first(half), _last(half)


def half_year(day: str) -> int:
    """The number of a day's half-year (ISO 8601)."""
    return int(day[:4]) * 2 + (day[5:7] > "06")


@lru_cache(maxsize=1_024)
def _first(half: int) -> str:
    return f"{half // 2:04d}-{'07' if half % 2 else '01'}-01"


@lru_cache(maxsize=1_024)
def _last(half: int) -> str:
    return f"{half // 2:04d}-{'12-31' if half % 2 else '06-30'}"


@lru_cache(maxsize=4_096)
def _moved(day: str, by: timedelta) -> str:
    try:
        return (date.fromisoformat(day) + by).isoformat()
    except OverflowError:  # beyond the calendar
        return (date.min if by < timedelta() else date.max).isoformat()
