"""Several orders that a document line may belong to, searched as one."""

from collections import defaultdict

from matching.book import OrderBook, OrderLine, line_key
from orders.references import ItemKey, item_keys

Place = tuple[OrderBook, OrderLine]
"""An order line, and the order that it is of."""


class Shelf:
    """The lines of some orders by id and by item: a line costs the same whether there is one order or a hundred."""

    def __init__(self, books: tuple[OrderBook, ...]) -> None:
        self.books = books
        self._ids: tuple[dict[str, list[Place]], dict[str, list[Place]]] | None = None
        self._by_item: dict[ItemKey, list[Place]] | None = None
        self._listed: dict[ItemKey, tuple[list[OrderLine], list[Place]]] = {}  # of a single order: lines, places

    def with_id(self, reference: str) -> list[Place]:
        """The lines that a reference to a line may mean: the exact id first, then without case and leading zeros."""
        if len(self.books) == 1:
            (book,) = self.books
            return [(book, line) for line in book.with_id(reference)]
        by_id, by_key = self._ids or self._index_ids()
        return by_id.get(reference) or by_key.get(line_key(reference), [])

    def _index_ids(self) -> tuple[dict[str, list[Place]], dict[str, list[Place]]]:
        by_id: defaultdict[str, list[Place]] = defaultdict(list)
        by_key: defaultdict[str, list[Place]] = defaultdict(list)
        for book in self.books:
            for name, lines in book.by_id.items():
                by_id[name] += [(book, line) for line in lines]
                by_key[line_key(name)] += [(book, line) for line in lines]
        self._ids = (by_id, by_key)
        return self._ids

    def with_supplier_line(self, reference: str) -> list[Place]:
        """The lines that the supplier calls so."""
        return [(book, line) for book in self.books for line in book.with_supplier_line(reference)]

    def with_item(self, key: ItemKey) -> list[Place]:
        """The lines that order an item, those of an order together, the earliest due first. The list is not to be
        changed.
        """
        if len(self.books) == 1:
            (book,) = self.books
            return self._with_item_of(book, key)
        if self._by_item is None:
            self._by_item = defaultdict(list)
            for book in self.books:
                keys = {key for line in book.lines for key in (*item_keys(line.line), *line.other_items)}
                for one in keys:
                    self._by_item[one] += [(book, line) for line in book.with_item(one)]
        return self._by_item.get(key, [])

    def _with_item_of(self, book: OrderBook, key: ItemKey) -> list[Place]:
        """The same list for all rows of an item, until the order learns of other items of a line."""
        lines = book.with_item(key)
        listed = self._listed.get(key)
        if listed is None or listed[0] is not lines:
            listed = self._listed[key] = (lines, [(book, line) for line in lines])
        return listed[1]
