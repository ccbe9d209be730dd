"""What the tables are fed with: one assessed case after the other, and one file after the other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from orders.assessment import Assessment, Deviation, DocumentAssessment, LineAssessment
from orders.document import DocumentType
from orders.message import Message
from orders.numbers import Quantity
from reports.action import telling
from reports.table import Link

OPEN = "open"
"""The state of a deviation that nobody has decided yet."""

REJECTED = "rejected"
"""The state of a deviation that a person rejected: the supplier has to put it right."""


class Origin(NamedTuple):
    """Where a document comes from: its archived file, as `Link.target`, and the day of its issue."""

    original: str | None
    issued: date | None


@dataclass(frozen=True)
class AssessedCase:
    """One assessment, the day on which lateness is judged, and the origin of each document by its `Filed.id`.

    A document may be another case's: then it is among the origins, but not among the assessment's documents. `remarks`
    are what became of earlier decisions, by `orders.answer.RowKey.place`.
    """

    assessment: Assessment
    as_of: date
    origins: Mapping[str, Origin]
    remarks: Mapping[str, tuple[Message, ...]] = field(default_factory=dict)

    @cached_property
    def open_deviations(self) -> Mapping[str | None, Sequence[Deviation]]:
        """The open deviations of each order, by the order's id; None: those of no known order."""
        by_order = defaultdict(list)
        for deviation in self.assessment.deviations:
            if deviation.state == OPEN:
                by_order[deviation.order].append(deviation)
        return by_order

    def concerning(self, order: str, line: str) -> tuple[Deviation, ...]:
        """The open deviations of an order line, and those of its order as a whole that make a difference to it."""
        return self._of_line(OPEN, order, line)

    def rejected(self, order: str, line: str) -> tuple[Deviation, ...]:
        """The same of those that the buyer rejected."""
        return self._of_line(REJECTED, order, line)

    def _of_line(self, state: str, order: str, line: str) -> tuple[Deviation, ...]:
        return (*self._by_line.get((state, order, line), ()), *self._of_whole.get((state, order), ()))

    @cached_property
    def _of_whole(self) -> Mapping[tuple[str, str | None], tuple[Deviation, ...]]:
        return {(state, order): telling(found) for (state, order, line), found in self._by_line.items() if line is None}

    @cached_property
    def _by_line(self) -> Mapping[tuple[str, str | None, str | None], Sequence[Deviation]]:
        by_line: dict[tuple[str, str | None, str | None], list[Deviation]] = defaultdict(list)
        for one in self.assessment.deviations:
            if one.order is not None:
                by_line[one.state, one.order, one.order_line].append(one)
        return by_line

    @cached_property
    def lines(self) -> Mapping[tuple[str, str], LineAssessment]:
        """The order lines of the case by order id and line id."""
        return {(order.id, line.line): line for order in self.assessment.orders for line in order.lines}

    @cached_property
    def documents(self) -> Mapping[str, DocumentAssessment]:
        """The documents of the case by their id."""
        return {document.document: document for document in self.assessment.documents}

    def link(self, document: str | None, text: str | None) -> Link | None:
        """`text` leading to the original of `document`; None where there is neither."""
        if text is None:
            return None
        return Link(text, self.original(document))

    def original(self, document: str | None) -> str | None:
        """Where the file of a document is; None if that is not known."""
        origin = self.origins.get(document or "")
        return origin.original if origin else None

    def issued(self, document: str) -> date | None:
        """When a document was issued; None if that is not known."""
        origin = self.origins.get(document)
        return origin.issued if origin else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedThing:
    """A decision, or one that was refused (then without a number). `state` is stands, revoked or refused; `reason` says
    who took it back, or why it was refused; `file` is the workbook that it came in; `at` is aware.
    """

    number: int | None
    at: datetime
    by: str
    state: str
    said: Message
    order: str | None
    line: str | None
    document_type: DocumentType | None
    document_number: str | None
    why: str
    reason: str | None
    file: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedThing:
    """Something that was learned about a supplier. `kind` is that of `orders.learned.LearnedKind`, `standing` holds,
    replaced, configured or revoked; `decision` is the number of the one that taught it; `at` is aware.
    """

    number: int
    supplier: str
    kind: str
    source: str
    target: str
    factor: Quantity | None
    item: str | None
    standing: str
    at: datetime
    by: str
    decision: int | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivedFile:
    """A file that came in. `state` is accepted, duplicate, rejected or waiting; `received_at` is aware."""

    id: str
    name: str
    sha256: str
    size: int
    state: str
    code: str | None = None
    message: str | None = None
    received_at: datetime
    documents: tuple[tuple[str, str], ...] = ()  # what was in it: type and number
    original: str | None = None  # where it is now, as `Link.target`
