"""Which documents count, and why the others do not.

The rules: docs/statuses.md, "Credits, prepayments, bills without lines"; docs/matching.md, "Duplicates".

Everything here follows from what documents say and from what people decided, never from the order of arrival: documents
are looked at from the newest back where one takes another away, and from the oldest on where one stands for another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from matching.contents import same_content, same_worth
from matching.decided import Decided
from matching.paper import Paper, clock
from matching.register import Register
from orders.assessment import NotCounted
from orders.case import DecisionKind
from orders.document import Document, DocumentType, Standing
from orders.policy import Options
from orders.references import document_order_keys

BILLS = frozenset({DocumentType.INVOICE, DocumentType.CREDIT_NOTE})
_BUYERS_OWN = frozenset({DocumentType.ORDER, DocumentType.ORDER_CHANGE, DocumentType.ORDER_CANCELLATION})
_REVISED = frozenset({*_BUYERS_OWN, DocumentType.ORDER_RESPONSE})
_CORRECTED_INVOICE = "384"  # UNTDID 1001


class Exclusion(NamedTuple):
    """Why a document does not count. `other` is the document that stands in its place."""

    reason: NotCounted
    other: Paper | None = None


Exclusions = Mapping[int, Exclusion]
"""The documents that do not count, by their rank."""


class Numbers:
    """How suppliers number their documents."""

    def __init__(self, register: Register, options: Options) -> None:
        self.register = register
        self._options = options

    def year(self, document: Document) -> int:
        """The year that a number belongs to: suppliers start again at 1 every January, unless `options.numbers_yearly`
        says otherwise. 0 if it belongs to every year, or if the document has no date.
        """
        supplier = self.register.suppliers.policy(document.supplier)
        options = self._options if supplier is None else supplier.options
        return document.issue_date.year if document.issue_date and options.numbers_yearly else 0


def exclusions(register: Register, decided: Decided, options: Options) -> dict[int, Exclusion]:
    """The documents that do not count whatever order they belong to."""
    found: dict[int, Exclusion] = {}
    numbers = Numbers(register, options)
    for paper in reversed(register.papers):
        document = paper.document
        if decided.documents and decided.kind_for(paper.id) is DecisionKind.DUPLICATE:
            found[paper.rank] = Exclusion(NotCounted.DUPLICATE)
        elif document.standing is not None and _stands_aside(document.standing, options):
            found[paper.rank] = Exclusion(NotCounted.DRAFT)
        elif paper.type is DocumentType.ORDER:
            continue  # an order that withdraws or replaces one is a cancellation of it: `matching.revisions`
        elif document.cancels:
            _withdraw(paper, numbers, found)
        elif document.replaces or document.type_code == _CORRECTED_INVOICE:
            _replace(paper, numbers, found)
    for group in register.groups():
        for alike in _alike(group, numbers):
            _choose(alike, found, decided)
    for rank in [rank for rank, one in found.items() if _counts_all_the_same(register.papers[rank], one, decided)]:
        del found[rank]
    return found


def _stands_aside(standing: Standing, options: Options) -> bool:
    """Drafts, pro-forma and test documents never count; test documents can be switched on."""
    if standing == Standing.TEST:
        return not options.test_documents
    return standing != Standing.PREPAYMENT


def _withdraw(paper: Paper, numbers: Numbers, found: dict[int, Exclusion]) -> None:
    """A document that cancels others counts for nothing itself, and is without effect where it was cancelled."""
    if paper.rank in found:
        return
    found[paper.rank] = Exclusion(NotCounted.CANCELLED)
    for number in paper.document.cancels:
        for target in _meant(paper, number, numbers):
            found.setdefault(target.rank, Exclusion(NotCounted.CANCELLED, paper))


def _replace(paper: Paper, numbers: Numbers, found: dict[int, Exclusion]) -> None:
    """What was replaced stays replaced when its successor is replaced in turn, but not when that is cancelled."""
    before = found.get(paper.rank)
    if before is not None and before.reason is not NotCounted.REPLACED:
        return
    document = paper.document
    for number in document.replaces or document.invoice_references:
        for target in _meant(paper, number, numbers):
            found.setdefault(target.rank, Exclusion(NotCounted.REPLACED, paper))


def _meant(paper: Paper, number: str, numbers: Numbers) -> list[Paper]:
    """The documents that `paper` takes away with a number: of several years those of the last year up to its own."""
    named = numbers.register.named(paper.type, number, paper)
    earlier = [other for other in named if other.rank < paper.rank] or named
    years = {year for other in earlier if (year := numbers.year(other.document))}
    return [other for other in earlier if numbers.year(other.document) in (0, max(years, default=0))]


def _alike(group: list[Paper], numbers: Numbers) -> Iterable[list[Paper]]:
    """Those of one type and number that could be one document: of one supplier, year and, where there are such, buyer
    and revision.
    """
    sets: list[list[Paper]] = []
    by_mark: defaultdict[object, list[int]] = defaultdict(list)  # the sets by the marks of their first documents
    for paper in group:
        marks = _marks(paper, numbers)
        # In turn: of several sets the first is meant.
        likely = sorted({at for mark in (*marks, None) for at in by_mark[mark]}) if marks else range(len(sets))
        for alike in (sets[at] for at in likely):
            # Undated documents come first: the last one has the set's year, if it has any.
            if _could_be_one(alike[0], paper, numbers) and _could_be_one(alike[-1], paper, numbers):
                alike.append(paper)
                break
        else:
            for mark in marks or (None,):
                by_mark[mark].append(len(sets))
            sets.append([paper])
    return (alike for alike in sets if len(alike) > 1)


def _marks(paper: Paper, numbers: Numbers) -> frozenset[object]:
    """What a document has in common with all that it could be one with, unless one of them has no mark at all. Ids may
    turn out to be the buyer's: of a party without a name they say nothing.
    """
    party = paper.document.buyer if paper.type is DocumentType.ORDER else paper.document.supplier
    return numbers.register.suppliers.marks(party) if party and party.name else frozenset()


def _could_be_one(one: Paper, other: Paper, numbers: Numbers) -> bool:
    ours, theirs, register = one.document, other.document, numbers.register
    if one.type is not DocumentType.ORDER and 0 != numbers.year(ours) != numbers.year(theirs) != 0:
        return False
    if one.type in _BUYERS_OWN and one.number != other.number:
        return False
    if one.type in _REVISED and _edition(ours) != _edition(theirs):
        return False
    if one.type in _BUYERS_OWN and not register.suppliers.same(ours.buyer, theirs.buyer):
        return False
    # A buyer's order number is one order, whomever it was sent to.
    return one.type is DocumentType.ORDER or register.suppliers.same(ours.supplier, theirs.supplier, ours.buyer)


def _edition(document: Document) -> object:
    """What tells the editions of one number apart. A supplier's system sends a confirmation anew under its old number:
    that is a newer answer, as its date says, and no conflict. What has no sequence is told by its date: an order
    change, and an order that says that it replaces the one of its own number.
    """
    sent_again = document.number in document.replaces
    if document.revision is not None or (document.type is DocumentType.ORDER and not sent_again):
        return (document.revision or "").strip()
    return (document.issue_date, None if document.issue_time is None else clock(document.issue_time))


def _choose(alike: list[Paper], found: dict[int, Exclusion], decided: Decided) -> None:
    """Which of several documents of one number counts."""
    left = [paper for paper in alike if paper.rank not in found]
    if decided.documents:
        left = _replaced_by_decision(left, found, decided)
    left = _without_stand_ins(left, found)
    if len(left) < 2:
        return
    first, *others = left
    same = [first, *(paper for paper in others if same_content(first.document, paper.document))]
    best = max(same, key=_knows)
    for paper in left:
        if paper is not best:
            reason = NotCounted.DUPLICATE if paper in same else NotCounted.CONFLICTING
            found[paper.rank] = Exclusion(reason, best)


def _knows(paper: Paper) -> tuple[bool, bool, bool, int]:
    """Of duplicates the one counts that can be placed best; among equals the original, then the oldest."""
    document = paper.document
    return (bool(document_order_keys(document)), bool(document.lines), not document.copy, -paper.rank)


def _replaced_by_decision(left: list[Paper], found: dict[int, Exclusion], decided: Decided) -> list[Paper]:
    chosen = [paper for paper in left if decided.kind_for(paper.id) is DecisionKind.REPLACEMENT]
    if not chosen:
        return left
    newest = max(chosen, key=lambda paper: decided.documents[paper.id].id)
    for paper in left:
        if paper is not newest:
            found[paper.rank] = Exclusion(NotCounted.REPLACED, newest)
    return [newest]


def _without_stand_ins(left: list[Paper], found: dict[int, Exclusion]) -> list[Paper]:
    """An invoice with lines stands in for one without that has its number and total, whichever came first."""
    if not left or left[0].type not in BILLS:
        return left
    lined = [paper for paper in left if paper.document.lines]
    kept = []
    for paper in left:
        fuller = None
        if not paper.document.lines:
            fuller = next((one for one in lined if same_worth(one.document, paper.document)), None)
        if fuller is None:
            kept.append(paper)
        else:
            found[paper.rank] = Exclusion(NotCounted.REPLACED, fuller)
    return kept


def _counts_all_the_same(paper: Paper, exclusion: Exclusion, decided: Decided) -> bool:
    """A person decides that a document counts although its number or content speaks against it."""
    if exclusion.reason is NotCounted.CONFLICTING and decided.accepts("conflicting_document", paper.id):
        return True
    if not decided.documents or decided.kind_for(paper.id) is not DecisionKind.COUNT:
        return False
    return exclusion.reason in (NotCounted.DUPLICATE, NotCounted.CONFLICTING, NotCounted.REPLACED)
