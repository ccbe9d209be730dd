"""What terms find, by what the suppliers of documents have in common: a number that a thousand suppliers use costs none
of them a thousand comparisons."""

from collections.abc import Callable, Collection, Mapping
from itertools import chain

from orders.document import Party
from ordertrail.store.library import Entry

_FEW = 8
"""Documents of one term that are compared without such a look."""


class Likely:
    """The documents that terms found so far, and their entries, as a search knows them.

    `marks`: as `ordertrail.cases.ties.Sameness.marks`.
    """

    def __init__(
        self,
        found: Mapping[str, Collection[int]],
        entries: Mapping[int, Entry],
        marks: Callable[[Party], frozenset[object]],
    ) -> None:
        self._found = found
        self._entries = entries
        self._marks = marks
        self._by_mark: dict[str, dict[object, list[int]]] = {}  # under None what has no marks

    def near(self, document: int, term: str) -> Collection[int]:
        """What a term finds; where that is much, without what cannot be of the document's supplier."""
        found = self._found[term]
        if len(found) <= _FEW:
            return found
        marks, by_mark = self._marks_of(document), self._marked(term)
        return set(chain.from_iterable(by_mark.get(mark, ()) for mark in ((*marks, None) if marks else by_mark)))

    def _marked(self, term: str) -> dict[object, list[int]]:
        by_mark = self._by_mark.get(term)
        if by_mark is None:
            by_mark = self._by_mark[term] = {}
            for document in self._found[term]:
                for mark in self._marks_of(document) or (None,):
                    by_mark.setdefault(mark, []).append(document)
        return by_mark

    def _marks_of(self, document: int) -> frozenset[object]:
        supplier = self._entries[document].supplier
        return self._marks(supplier) if supplier else frozenset()
