"""Deviations of documents that are, or look like, another one."""

from collections import defaultdict
from collections.abc import Iterable

from matching.desk import Desk
from matching.findings import Place
from matching.paper import Paper
from orders.assessment import NotCounted
from orders.deviations import DeviationCode
from orders.document import Document, Line
from orders.likeness import are_near, item_told, worth
from orders.references import document_order_keys, reference_key

MOST_COMPARED = 20
"""Of bills with one total so many are compared, the newest first: a flood of them must stay cheap."""

_CODES = {NotCounted.DUPLICATE: DeviationCode.DUPLICATE, NotCounted.CONFLICTING: DeviationCode.CONFLICTING_DOCUMENT}


def check_doubles(desk: Desk) -> None:
    """Documents that do not count because another one has their number."""
    for rank, exclusion in desk.excluded.items():
        paper = desk.register.papers[rank]
        if exclusion.other is None or exclusion.reason not in _CODES or not desk.register.owns(paper):
            continue
        other = exclusion.other
        desk.findings.add(
            _CODES[exclusion.reason],
            Place(desk.only_order(paper), None, paper),
            amount=worth(paper.document),
            args={"other_type": other.type.value, "other_number": other.number, "other_date": _day(other.document)},
        )


def check_possible_doubles(desk: Desk, bills: Iterable[Paper]) -> None:
    """Bills of one supplier with the same total and lines, and another number, within days. They count.

    `bills` are all that lie on the desk, oldest first; those of other cases lie there to be compared with.
    """
    by_total: defaultdict[object, list[Paper]] = defaultdict(list)
    for paper in bills:
        alike = by_total[paper.type, paper.document.currency, worth(paper.document)]
        if desk.register.owns(paper):
            _compare(desk, paper, alike[: -MOST_COMPARED - 1 : -1])
        alike.append(paper)


def _compare(desk: Desk, paper: Paper, others: Iterable[Paper]) -> None:
    other = next((one for one in others if _looks_like(desk, paper, one)), None)
    if other is not None:
        desk.findings.add(
            DeviationCode.POSSIBLE_DUPLICATE,
            Place(desk.only_order(paper), None, paper),
            amount=worth(paper.document),
            args={"other_number": other.number, "other_date": _day(other.document)},
        )


def _looks_like(desk: Desk, paper: Paper, other: Paper) -> bool:
    ours, theirs = paper.document, other.document
    if ours.issue_date is None or theirs.issue_date is None:
        return False
    return (
        reference_key(paper.number) != reference_key(other.number)
        and are_near(ours.issue_date, theirs.issue_date)
        and [_told(line) for line in ours.lines] == [_told(line) for line in theirs.lines]
        and desk.register.suppliers.same(ours.supplier, theirs.supplier, ours.buyer)
        and not _differ(set(document_order_keys(ours)), set(document_order_keys(theirs)))
        and not _differ(_deliveries(ours), _deliveries(theirs))
    )


def _differ(ours: set[str], theirs: set[str]) -> bool:
    """Whether both bills say what they are for (orders, deliveries), and nothing of it in common."""
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _deliveries(document: Document) -> set[str]:
    texts = [*document.despatch_references, *document.receipt_references]
    texts += [text for line in document.lines for text in (line.despatch_number, line.receipt_number) if text]
    return {key for text in texts if (key := reference_key(text))}


def _told(line: Line) -> object:
    return (line.order_line, item_told(line), line.quantity, line.unit_price, line.line_amount)


def _day(document: Document) -> str:
    return document.issue_date.isoformat() if document.issue_date else ""
