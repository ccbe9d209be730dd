"""All cases of the store, each once, in pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matching.suppliers import Suppliers
from orders.document import Party
from orders.policy import Policy
from ordertrail.cases.search import Outline, Search
from ordertrail.cases.ties import Sameness
from ordertrail.derive.gather import gather, portions
from ordertrail.derive.lore import Lore
from ordertrail.derive.sheaf import Sheaf
from ordertrail.store.engine import Store
from ordertrail.store.library import Library

PAGE = 250
"""Documents whose cases are looked for at a time."""


@dataclass(frozen=True, slots=True)
class _Single:
    """An outline that need not stay together with others."""

    outlines: tuple[Outline]


def whole_store(
    store: Store,
    policy: Policy,
    as_of: date | None = None,
    *,
    besides: Policy | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> Iterator[Sheaf]:
    """Every case, each once: from its oldest document. `as_of` as in `ordertrail.store.library.Library`.

    `besides` is another policy that the cases have to be large enough for; `progress` is told how many documents were
    looked at.
    """
    suppliers = [Suppliers(one.suppliers) for one in (policy, besides) if one is not None]
    sameness = suppliers[0] if len(suppliers) == 1 else _ByAny(suppliers)
    lore = Lore(*suppliers)
    last, seen, looked_at = 0, _Seen(), 0
    while True:
        with store.reading() as connection:
            library = Library(connection, as_of)
            page = library.page(last, PAGE)
            if not page:
                return
            outlines = _first_met(library, sameness, last, [document for document in page if document not in seen])
            last = page[-1]
            for outline in outlines:
                seen.add(outline.whole)
        yield from _sheaves(store, outlines, lore, as_of)
        looked_at += len(page)
        progress(looked_at)


class _ByAny:
    """Which parties are one supplier by any of some configurations."""

    def __init__(self, suppliers: Sequence[Suppliers]) -> None:
        self._suppliers = suppliers

    def same(self, one: Party | None, other: Party | None) -> bool:
        """Whether two parties are one."""
        return any(known.same(one, other) for known in self._suppliers)

    def marks(self, party: Party) -> frozenset[object]:
        """What two parties have in common if they are one, unless one of them has no mark at all."""
        return frozenset().union(*(known.marks(party) for known in self._suppliers))


def cases_of_terms(store: Store, policy: Policy, terms: list[str], as_of: date | None = None) -> Iterator[Sheaf]:
    """The cases of the orders that these terms stand for."""
    suppliers = Suppliers(policy.suppliers)
    with store.reading() as connection:
        library = Library(connection, as_of)
        search = Search(library, suppliers)
        search.walk({document for found in library.documents(terms).values() for document in found})
        outlines = [outline for outline in search.outlines() if not set(terms).isdisjoint(outline.members)]
    yield from _sheaves(store, outlines, Lore(suppliers), as_of)


def _first_met(library: Library, suppliers: Sameness, last: int, documents: list[int]) -> list[Outline]:
    """The cases of documents, but for those that an earlier page had: their oldest document is not after `last`."""
    search = Search(library, suppliers)
    search.walk(documents)
    return [outline for outline in search.outlines() if min(outline.own) > last]


def _sheaves(store: Store, outlines: list[Outline], lore: Lore, as_of: date | None) -> Iterator[Sheaf]:
    for portion in portions(_Single((outline,)) for outline in outlines):
        with store.reading() as connection:
            sheaf = gather(Library(connection, as_of), [one.outlines[0] for one in portion], lore)
        yield sheaf


class _Seen:
    """Document numbers, a bit each: they are given out one after the other."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def __contains__(self, number: int) -> bool:
        byte = number >> 3
        return byte < len(self._bits) and bool(self._bits[byte] >> (number & 7) & 1)

    def add(self, numbers: frozenset[int]) -> None:
        """Takes numbers in."""
        for number in numbers:
            byte = number >> 3
            if byte >= len(self._bits):
                self._bits.extend(bytes(byte + 4096 - len(self._bits)))
            self._bits[byte] |= 1 << (number & 7)
