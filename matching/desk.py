"""Everything that is at hand while a case is worked on."""

from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from matching.book import OrderBook, OrderLine
from matching.bookings import Bookings
from matching.counting import Exclusion
from matching.decided import Decided, keys_of_order
from matching.findings import Findings
from matching.findings import Place as Where
from matching.lore import Lore
from matching.paper import Paper
from matching.register import Register
from matching.shelf import Place, Shelf
from matching.suppliers import Suppliers
from matching.tolerances import Limits
from orders.assessment import NotCounted, UnmatchedLine
from orders.case import Decision, DecisionKind
from orders.deviations import DeviationCode
from orders.document import DocumentType
from orders.parties import same_party
from orders.policy import Policy, SupplierPolicy
from orders.references import ItemKey, is_agreement, order_keys, reference_key, split_references


class Named(NamedTuple):
    """The orders that a reference means. `keys`: what it names, known or not; `refused`: it names an order of another
    supplier.
    """

    keys: tuple[str, ...]
    books: tuple[OrderBook, ...]
    refused: bool = False


MOST_COMPARED = 200_000
"""So many pairs of document line and order line a case may compare where no line is named. What a flood of equal items
leaves over stays unmatched, visibly; no real document comes near."""


class Desk:
    """The case at work: its orders, its documents, what was decided, and what was found."""

    def __init__(self, policy: Policy, register: Register, decided: Decided, suppliers: Suppliers, lore: Lore) -> None:
        self.policy = policy
        self.register = register
        self.decided = decided
        self.suppliers = suppliers
        self.lore = lore
        self.findings = Findings(decided)
        self.books: list[OrderBook] = []
        self.excluded: dict[int, Exclusion] = {}
        self.unmatched: list[tuple[int, int, UnmatchedLine]] = []
        self.charge_lines: defaultdict[int, list[int]] = defaultdict(list)  # by rank of the document
        self.headless: list[tuple[Paper, tuple[OrderBook, ...]]] = []  # bills without lines, and their orders
        self.foreign: set[tuple[int, str]] = set()  # bills, and orders, of different currencies
        self._books_of: defaultdict[int, list[OrderBook]] = defaultdict(list)
        self._bookings: defaultdict[int, Bookings] | None = None
        self._compared = 0
        self._policies: list[SupplierPolicy | None] | None = None  # not worked out yet
        self._shelves: dict[tuple[int, ...], Shelf] = {}  # by the identities of their orders
        self._shelves_of: dict[int, tuple[tuple[OrderBook, ...], Shelf]] = {}  # by the identity of the tuple of orders
        self.item_quantities: dict[int, defaultdict[str, list[Decimal]]] = {}  # of documents, by rank
        self.rankings: dict[object, tuple[Place, list[Place]]] = {}  # of the item rung
        self._exact: defaultdict[str, list[OrderBook]] = defaultdict(list)
        self._by_key: defaultdict[str, list[OrderBook]] = defaultdict(list)
        self._accepted: dict[tuple[int, str], bool] = {}

    def open(self, book: OrderBook) -> None:
        """Takes an order to the desk."""
        self._policies = None
        self.books.append(book)
        self._exact[book.number.strip()].append(book)
        self._by_key[reference_key(book.number)].append(book)

    def counts(self, paper: Paper) -> bool:
        """Whether a document counts as such; its supplier may still be another than an order's."""
        return paper.rank not in self.excluded

    def head(self, paper: Paper) -> Named:
        """The orders that a document's head means; those that a person assigned it to, whatever it names."""
        decisions = self.decided.wholes.get(paper.id) if self.decided.wholes else None
        if decisions and not paper.document.lines:
            return self._decided(paper, decisions)
        references = paper.document.order_references
        if len(references) == 1:
            return self.named(paper, references[0].number)
        found = [self.named(paper, reference.number) for reference in references]
        books = dict.fromkeys(book for named in found for book in named.books)
        keys = dict.fromkeys(key for named in found for key in named.keys)
        return Named(tuple(keys), tuple(books), any(named.refused for named in found))

    def _decided(self, paper: Paper, decisions: tuple[Decision, ...]) -> Named:
        keys = tuple(dict.fromkeys(key for one in decisions for key in keys_of_order(one.order)))
        meant = {one.order for one in decisions}
        found = [book for key in keys for book in self._by_key.get(key, ()) if book.id in meant]
        own = tuple(book for book in dict.fromkeys(found) if self.accepts(paper, book))
        for book in found:
            book.papers.add(paper.rank)
        return Named(keys, own, refused=bool(found) and not own)

    def named(self, paper: Paper, text: str) -> Named:
        """The orders that one reference of a document means."""
        found = self._find(text, paper)
        if not found:
            return Named(order_keys(text), ())
        for book in found:
            book.papers.add(paper.rank)
        own = tuple(book for book in found if self.accepts(paper, book))
        return Named(order_keys(text), own, refused=not own)

    def books_of_keys(self, paper: Paper, keys: tuple[str, ...]) -> tuple[OrderBook, ...]:
        """The orders of some keys, for a line whose own orders are known only through other documents."""
        found = dict.fromkeys(book for key in keys for book in _meant(self._by_key.get(key, ()), paper))
        return tuple(book for book in found if self.accepts(paper, book))

    def _find(self, text: str, paper: Paper) -> list[OrderBook]:
        whole, *parts = split_references(text) or ("",)
        for known in (self._exact.get(whole), self._by_key.get(reference_key(whole)) if whole else None):
            if known:
                return _meant(known, paper)
        found: dict[OrderBook, None] = {}
        for part in parts:
            found |= dict.fromkeys(_meant(self._exact.get(part) or self._by_key.get(reference_key(part)) or (), paper))
        return list(found)

    def accepts(self, paper: Paper, book: OrderBook) -> bool:
        """Whether a document is of the order's supplier, or a person decided that it counts all the same."""
        key = (paper.rank, book.id)
        known = self._accepted.get(key)
        if known is None:
            known = self._accepted[key] = self._check_supplier(paper, book)
        return known

    def _check_supplier(self, paper: Paper, book: OrderBook) -> bool:
        if self.suppliers.same(paper.document.supplier, book.supplier, book.buyer):
            return True
        if not self.counts(paper):
            return False
        theirs, ours = paper.document.supplier, book.supplier
        deviation = self.findings.add(
            DeviationCode.SUPPLIER_MISMATCH,
            Where(book, None, paper),
            amount=paper.document.totals.payable,
            args={"supplier": (theirs and theirs.name) or "", "expected": (ours and ours.name) or ""},
        )
        return deviation.state == "accepted" or self.decided.kind_for(paper.id) is DecisionKind.COUNT

    def forget_bookings(self) -> None:
        """More was booked since `bookings` was asked."""
        self._bookings = None

    def bookings(self, paper: Paper) -> Bookings | None:
        """What the lines of a document were booked on so far."""
        if self._bookings is None:
            self._bookings = defaultdict(Bookings)
            for book in self.books:
                for line in book.lines:
                    for entries in (line.deliveries, line.receipts, line.bills):
                        for entry in entries:
                            one = self._bookings[entry.paper.rank]
                            one.add(entry.paper, entry.row, book, line, entry.allocation)
        return self._bookings.get(paper.rank)

    def shelf(self, books: tuple[OrderBook, ...]) -> Shelf:
        """Some orders, searched as one; `books` is the same tuple for all lines of a document that mean the same."""
        known = self._shelves_of.get(id(books))
        if known is None:
            same = tuple(map(id, books))  # other documents name the same orders
            shelf = self._shelves.get(same) or self._shelves.setdefault(same, Shelf(books))
            known = self._shelves_of[id(books)] = (books, shelf)  # which keeps the tuple, and so its identity, alive
        return known[1]

    def learn_items(self, book: OrderBook, line: OrderLine, items: tuple[ItemKey, ...]) -> None:
        """Items that the supplier delivers in place of the ordered one: what was known of places of items is past."""
        book.learn_items(line, items)
        self._shelves.clear()
        self._shelves_of.clear()

    def policies(self) -> list[SupplierPolicy | None]:
        """What is configured for the suppliers of the orders, each once."""
        if self._policies is None:
            self._policies = list({id(book.policy): book.policy for book in self.books}.values())
        return self._policies

    def affords(self, comparisons: int) -> bool:
        """Whether a rung may compare that many more pairs of lines."""
        self._compared += comparisons
        return self._compared <= MOST_COMPARED

    def settle(self) -> None:
        """Once everything is booked: which orders each document speaks of, those that do not count included."""
        for rank in self.excluded:
            paper = self.register.papers[rank]
            if self.register.concerns(paper):
                self.head(paper)
                if paper.type is DocumentType.ORDER or is_agreement(paper.document):
                    self.named(paper, paper.number)  # it speaks of the order that another document opened
                for text in {line.order_number for line in paper.document.lines if line.order_number}:
                    self.named(paper, text)
        for book in sorted(self.books, key=lambda book: book.id):
            for rank in book.papers:
                self._books_of[rank].append(book)

    def books_of(self, paper: Paper) -> list[OrderBook]:
        """The orders that a document speaks of."""
        return self._books_of.get(paper.rank, [])

    def only_order(self, paper: Paper) -> OrderBook | None:
        """The order of a document that speaks of one only."""
        books = self.books_of(paper)
        return books[0] if len(books) == 1 and len(self.register.keys_of(paper)) == 1 else None

    def limits_of(self, paper: Paper) -> Limits:
        """The tolerances that hold for a document as a whole: those of its supplier."""
        books = self.books_of(paper)
        if books:
            return books[0].limits
        return Limits(self.policy, self.suppliers.policy(paper.document.supplier))

    def exclude(self, paper: Paper, reason: NotCounted, other: Paper | None = None) -> None:
        """Takes a document out of everything that counts."""
        self.excluded.setdefault(paper.rank, Exclusion(reason, other))


def _meant(books: list[OrderBook] | tuple[OrderBook, ...], paper: Paper) -> list[OrderBook]:
    """Of several orders of one number those of the document's buyer, and of these those of its supplier."""
    found = list(books)
    for one in ("buyer", "supplier"):
        party = getattr(paper.document, one)
        if len(found) > 1 and party is not None:
            found = [book for book in found if same_party(getattr(book, one), party)] or found
    return found
