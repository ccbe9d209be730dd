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


class Sameness(Protocol):
    """Which parties are one supplier: `matching.suppliers.Suppliers`, or several of them."""

    def same(self, one: Party | None, other: Party | None) -> bool:
        """Whether two parties are one."""

    def marks(self, party: Party) -> frozenset[object]:
        """What two parties have in common if they are one, unless one of them has no mark at all."""


"""Whether two suppliers are one."""

Entries = Callable[[Collection[int]], Mapping[int, Entry]]
"""The entries of documents by their numbers."""


_FIRST = 4
"""Items of a document that are looked up together with those of others; the rest if that was not enough."""

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
        self._looked_at: dict[int, int] = {}  # how many of a document's items were looked up
        self._shared: dict[int, list[str]] = {}  # those of them that others have too
        self._tied: dict[tuple[int, str], list[int]] = {}
        self._around: dict[int, frozenset[int]] = {}
        self._common: dict[tuple[str, int], bool] = {}

    def until(self, before: int) -> "Ties":
        """Those between documents with a number below `before`. What is known of all is not asked again for these."""
        earlier = Ties(self._stock, self._entries, self._same, before)
        earlier._whole, earlier._items = self, self._items
        earlier._looked_at, earlier._shared = self._looked_at, self._shared
        return earlier

    def prepare(self, documents: Collection[int], *, wholly: bool = False) -> None:
        """Looks up many documents at once, where `each` would do it one by one: a few of their items, which is enough
        for who only wants to know where ties lead too far; or all, also of those that these few tie to nothing.
        """
        new = [one for one in documents if one not in self._items]
        self._items.update(dict.fromkeys(new))
        found = self._stock.items(new)
        self._items.update(found)
        self._looked_at.update(dict.fromkeys(found, 0))
        self._shared.update({one: [] for one in found})
        known = {one: own for one in documents if (own := self._items[one]) is not None}
        if not wholly:
            self._look_up(dict.fromkeys(known, _FIRST))
        self._look_up({one: len(own.items) for one, own in known.items() if wholly or not self._tells(one, own)})

    def _tells(self, document: int, own: Items) -> bool:
        """Whether an item that was looked up may tie a document."""
        half = half_year(own.day)
        return any(not self._is_common(item, half) for item in self._shared[document])

    def _look_up(self, wanted: Mapping[int, int]) -> None:
        """Finds out which of the first so many items of documents others have too, and whether these are common."""
        asked: dict[int, list[tuple[str, Stretch]]] = {}
        for one, count in wanted.items():
            own, done = self.items(one), self._looked_at[one]
            if own is not None and done < min(count, len(own.items)):
                asked[one] = [(item, _stretch(item, own)) for item in own.items[done:count]]
                self._looked_at[one] = count
        met = self._stock.fuller({stretch for some in asked.values() for _, stretch in some}, 0)
        pairs: list[tuple[str, int]] = []
        for one, some in asked.items():
            shared = [item for item, stretch in some if stretch in met]
            self._shared[one] += shared
            pairs += self._halves(one, shared)
        self.common(pairs)

    def items(self, document: int) -> Items | None:
        """Day and items of an order or a seeker; None for what is neither."""
        if document not in self._items:
            self.prepare((document,))
        return self._items[document]

    def around(self, document: int) -> frozenset[int]:
        """The orders that a seeker is tied to, the seekers that an order is."""
        if document not in self._around:
            self._around[document] = frozenset(self.each(document))
        return self._around[document]

    def each(self, document: int) -> Iterator[int]:
        """The same one by one, for who may have seen enough after some."""
        if (known := self._around.get(document)) is not None:
            yield from known
            return
        met: set[int] = set()
        for item in self._shared_items(document):
            for one in self._tied_by(item, document):
                if one not in met:
                    met.add(one)
                    yield one

    def _shared_items(self, document: int) -> Iterator[str]:
        """The items that others have too. More and more are looked up at a time: few are enough for most who ask."""
        own = self.items(document)
        if own is None:
            return
        given, shared = 0, self._shared[document]
        while True:
            while given < len(shared):
                yield shared[given]
                given += 1
            looked_at = self._looked_at[document]
            if looked_at >= len(own.items):
                return
            self._look_up({document: 2 * looked_at or _FIRST})

    def _tied_by(self, item: str, document: int) -> list[int]:
        """What an item ties to a document."""
        known = self._tied.get((document, item))
        if known is None:
            known = self._tied[document, item] = self._find_tied(item, document)
        return known

    def _find_tied(self, item: str, document: int) -> list[int]:
        own, whole, before = self.items(document), self._whole, self.before
        if own is None:
            return []
        if whole is not None and before is not None and not whole.common(self._halves(document, (item,))):
            return [one for one in whole._tied_by(item, document) if one < before]
        if self._is_common(item, half_year(own.day)):
            return []
        return self._of_one_supplier(document, self._stock.found(self._told(item, own), before))

    def common(self, told: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
        """Those pairs of item and half-year where the item is too common to tell anything."""
        pairs = set(told)
        new = pairs.difference(self._common)
        if new:
            self._common.update(dict.fromkeys(new, False))
            self._common.update(dict.fromkeys(self._full(new), True))
        return {pair for pair in pairs if self._common[pair]}

    def _full(self, told: set[tuple[str, int]]) -> Iterator[tuple[str, int]]:
        left = told
        if self._whole is not None:  # what is not too common with all documents is not with some of them
            left = self._whole.common(told)
        for term, most in ((ordered_term, bounds.COMMON_ORDERS), (sought_term, bounds.COMMON_SEEKERS)):
            stretches = {_within(term(item), half): (item, half) for item, half in left}
            full = {stretches[one] for one in self._stock.fuller(stretches, most, self.before)}
            left = left - full
            yield from full

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

    def _halves(self, document: int, items: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Items of a document, each with the half-years of the document and of what it may be tied to."""
        if (own := self._items[document]) is not None:
            half = half_year(own.day)
            other = half - 1 if own.seeks else half + 1
            yield from ((item, one) for item in items for one in (half, other))

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
