"""Documents found by type and number, and the order keys that a document has through others.

The rules: docs/matching.md, "Duplicates".
"""

from collections import defaultdict
from collections.abc import Iterator

from matching.decided import Decided
from matching.paper import Paper
from matching.suppliers import Suppliers
from orders.case import Case
from orders.document import Document, DocumentType, Line
from orders.references import document_order_keys, reference_key

_FOLLOWED = 3  # a credit note → its invoice → the receipt → the despatch advice


class Register:
    """All documents of a case by number, and what the case answers for."""

    def __init__(self, case: Case, papers: list[Paper], suppliers: Suppliers, decided: Decided) -> None:
        self.keys = case.keys
        self.seekers = case.seekers
        self._alone = case.alone
        self._assigned = decided.assigned_keys
        self.papers = papers
        self.suppliers = suppliers
        self._numbered: defaultdict[tuple[str, str], list[Paper]] = defaultdict(list)
        self._keys: dict[int, tuple[str, ...]] = {}
        self._by_type: defaultdict[DocumentType, list[Paper]] = defaultdict(list)
        self._ours: dict[int, bool] = {}
        for paper in papers:
            self._by_type[paper.type].append(paper)
            key = reference_key(paper.number)
            if key:
                self._numbered[paper.type, key].append(paper)

    def of(self, *kinds: DocumentType) -> list[Paper]:
        """The documents of some types, oldest first."""
        if len(kinds) == 1:
            return self._by_type.get(kinds[0], [])
        found = [paper for kind in kinds for paper in self._by_type.get(kind, ())]
        return sorted(found, key=lambda paper: paper.rank)

    def groups(self) -> Iterator[list[Paper]]:
        """The documents that share a type and a normalized number, where there are several, oldest first."""
        return (group for group in self._numbered.values() if len(group) > 1)

    def named(self, kind: DocumentType, number: str | None, by: Paper) -> list[Paper]:
        """The documents of one type that `by` may mean with a number, the exact form first, oldest first."""
        if number is None:
            return []
        found = [
            paper
            for paper in self._numbered.get((kind, reference_key(number)), ())
            if paper is not by and self.suppliers.same(paper.document.supplier, by.document.supplier)
        ]
        exact = [paper for paper in found if paper.number == number]
        return exact or found

    def keys_of(self, paper: Paper) -> tuple[str, ...]:
        """The order keys of a document, ascending: those it names, otherwise those of documents that it names."""
        keys = self._keys.get(paper.rank)
        if keys is None:
            keys = self._keys[paper.rank] = self._follow(paper, _FOLLOWED)
        return keys

    def owns(self, paper: Paper) -> bool:
        """Whether this case answers for the document as a whole."""
        keys = self.keys_of(paper)
        return keys[0] in self.keys if keys else self._stands_alone(paper)

    def concerns(self, paper: Paper) -> bool:
        """Whether the document is this case's business at all, rather than context."""
        ours = self._ours.get(paper.rank)
        if ours is None:
            ours = self._ours[paper.rank] = self._concerns(paper)
        return ours

    def _concerns(self, paper: Paper) -> bool:
        keys = self.keys_of(paper)
        if self._assigned and not self.keys.isdisjoint(self._assigned.get(paper.id, ())):
            return True
        return not self.keys.isdisjoint(keys) if keys else self._stands_alone(paper)

    def _stands_alone(self, paper: Paper) -> bool:
        """Whether a document that names no order is what the case is about, or may belong to one of its orders."""
        return paper.id in self.seekers or (not self.keys and (not self._alone or paper.id in self._alone))

    def line_keys(self, paper: Paper, line: Line) -> tuple[str, ...]:
        """The order keys that a line which names no order has through the documents that it refers to."""
        keys: set[str] = set()
        for other in self.referred(paper, line):
            keys.update(self.keys_of(other))
        return tuple(sorted(keys)) or self.keys_of(paper)

    def referred(self, paper: Paper, line: Line) -> list[Paper]:
        """The despatch advices and receipts that a line refers to, itself or by the document's head."""
        document = paper.document
        found: list[Paper] = []
        for kind, own, head in (
            (DocumentType.DESPATCH_ADVICE, line.despatch_number, document.despatch_references),
            (DocumentType.RECEIPT_ADVICE, line.receipt_number, document.receipt_references),
        ):
            for number in (own,) if own is not None else head:
                found.extend(self.named(kind, number, paper))
        return found

    def _follow(self, paper: Paper, steps: int) -> tuple[str, ...]:
        keys = document_order_keys(paper.document)
        if keys or not steps:
            return keys
        found: set[str] = set()
        for kind, number in _references(paper.document):
            for other in self.named(kind, number, paper):
                found.update(self._follow(other, steps - 1))
        if self._assigned:
            found.update(self._assigned.get(paper.id, ()))
        return tuple(sorted(found))


def _references(document: Document) -> Iterator[tuple[DocumentType, str]]:
    """Every document that a document refers to, as type and number."""
    for number in document.despatch_references:
        yield DocumentType.DESPATCH_ADVICE, number
    for number in document.receipt_references:
        yield DocumentType.RECEIPT_ADVICE, number
    for number in document.invoice_references:
        yield DocumentType.INVOICE, number
        yield DocumentType.CREDIT_NOTE, number
    for number in (*document.cancels, *document.replaces):
        yield document.type, number
    for line in document.lines:
        if line.despatch_number is not None:
            yield DocumentType.DESPATCH_ADVICE, line.despatch_number
        if line.receipt_number is not None:
            yield DocumentType.RECEIPT_ADVICE, line.receipt_number
        if line.invoice_number is not None:
            yield DocumentType.INVOICE, line.invoice_number
