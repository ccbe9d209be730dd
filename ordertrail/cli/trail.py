"""What happened to an order, in the order in which it happened: documents by their own dates, then decisions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from orders.assessment import Allocation, DocumentAssessment, OrderAssessment
from orders.document import DocumentType
from orders.message import Message
from orders.numbers import plain
from orders.saying import decision_message
from orders.wording import Language, written
from ordertrail.questions.decisions import Taken

OF_THE_BUYER = frozenset(
    {
        DocumentType.ORDER,
        DocumentType.ORDER_CHANGE,
        DocumentType.ORDER_CANCELLATION,
        DocumentType.RECEIPT_ADVICE,
    }
)
"""Documents that the buyer writes, the warehouse included."""


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One event. `who` is the party, or the person who decided."""

    day: date | None
    what: Message
    who: str | None


def trail(
    order: OrderAssessment,
    documents: Iterable[DocumentAssessment],
    decisions: Iterable[Taken],
    language: Language,
) -> Sequence[TrailEntry]:
    """Everything that made the order what it is, oldest first; what has no date comes last."""
    entries = [
        *(_of_document(order, one, _counted_for(order, one.document, language)) for one in documents),
        *(entry for one in decisions for entry in _of_decision(one)),
    ]
    return sorted(entries, key=lambda entry: (entry.day is None, entry.day or date.min))


def _of_document(order: OrderAssessment, document: DocumentAssessment, lines: Sequence[str]) -> TrailEntry:
    args = {
        "type": document.type.value,
        "number": document.number or "",
        "lines": ", ".join(lines),
        "reason": document.reason.value if document.reason else "",
    }
    counted = "cli.trail_counted" if lines else "cli.trail_document"
    code = counted if document.counted else "cli.trail_not_counted"
    who = order.buyer if document.type in OF_THE_BUYER else document.supplier
    return TrailEntry(document.issue_date, Message(code, args), who)


def _of_decision(taken: Taken) -> Iterator[TrailEntry]:
    """The decision, and its revocation if there was one."""
    decision = taken.decision
    by = decision.taken_by if taken.file is None else f"{decision.taken_by} ({taken.file})"
    yield TrailEntry(decision.taken_at.date(), decision_message(decision, taken.type, taken.number), by)
    if taken.revoked is not None:
        said = Message("decided.revoked", {"id": str(decision.id), "why": taken.revoked.said})
        yield TrailEntry(taken.revoked.at.date(), said, taken.revoked.by)


def _counted_for(order: OrderAssessment, document: str, language: Language) -> Sequence[str]:
    """What of a document counts for which line: "10: 6 pcs"."""
    return [
        _share(allocation, line.line, line.unit, language)
        for line in order.lines
        for allocation in line.allocations
        if allocation.document == document
    ]


def _share(allocation: Allocation, line: str, unit: str | None, language: Language) -> str:
    if allocation.quantity is None:
        return line
    quantity = written(plain(allocation.quantity), "number", language)
    return f"{line}: {quantity} {written(unit, 'unit', language) if unit else ''}".rstrip()
