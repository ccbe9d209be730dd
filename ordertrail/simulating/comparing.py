"""The same cases assessed by two policies, and what differs. Pure; runs where the sheaves are assessed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from orders.assessment import Assessment, Deviation, DocumentAssessment, OrderAssessment
from orders.parties import name_key
from orders.policy import Policy
from orders.quantity import exactly
from orders.status import Status
from ordertrail.derive.sheaf import Assess, Sheaf, cases
from ordertrail.questions.unmatched import unsaid
from ordertrail.simulating.tally import Group, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whose deviations are compared: of a supplier (the key of a configured one, or part of the name), of documents
    issued from one day to another. A deviation of no document counts by its order's day.
    """

    supplier: str | None = None
    first: date | None = None
    last: date | None = None

    def is_of(self, supplier: str | None, key: str | None) -> bool:
        """Whether a supplier is the one that is asked for."""
        if self.supplier is None or (key is not None and key == self.supplier):
            return True
        return supplier is not None and name_key(self.supplier) in name_key(supplier)

    def covers(self, days: Iterable[date | None]) -> bool:
        """Whether any of some days is among those asked for; all are, where none is asked for."""
        if self.first is None and self.last is None:
            return True
        first, last = self.first or date.min, self.last or date.max
        return any(day is not None and first <= day <= last for day in days)


class Turn(StrEnum):
    """What would become of a deviation."""

    VANISHED = "vanished"
    APPEARED = "appeared"


class Turned(NamedTuple):
    """A deviation that would vanish, or appear."""

    turn: Turn
    deviation: Deviation
    supplier: str
    issued: date | None


class Moved(NamedTuple):
    """An order whose status, or that of a line of it, would be another; `lines` are (line, before, after)."""

    order: str  # its number
    supplier: str
    before: Status
    after: Status
    lines: tuple[tuple[str, Status, Status], ...]


@dataclass(slots=True)
class Differences:
    """What differs over some cases. `turned` and `moved` are filled only where they are asked for."""

    orders: int = 0
    tallies: dict[Group, Tally] = field(default_factory=lambda: defaultdict(Tally))
    statuses: Counter[tuple[Status, Status]] = field(default_factory=Counter)
    line_statuses: Counter[tuple[Status, Status]] = field(default_factory=Counter)
    turned: list[Turned] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)

    def add(self, other: "Differences") -> None:
        """Takes in the figures of other cases, without their details."""
        self.orders += other.orders
        for group, tally in other.tallies.items():
            self.tallies[group].add(tally)
        self.statuses.update(other.statuses)
        self.line_statuses.update(other.line_statuses)


class _Found(NamedTuple):
    deviation: Deviation
    supplier: str
    issued: date | None


def compare_sheaf(
    sheaf: Sheaf, policy: Policy, other: Policy, assess: Assess, scope: Scope, details: bool
) -> Differences:
    """What the cases of a sheaf would be by another policy."""
    found = Differences()
    for _, case in cases(sheaf):
        before, after = assess(case, policy), assess(case, other)
        with exactly():
            compare(before, after, scope, found, details=details)
    return found


def compare(before: Assessment, after: Assessment, scope: Scope, found: Differences, *, details: bool = True) -> None:
    """Adds what differs between two assessments of one case."""
    ours, theirs = list(_deviations(before, scope)), list(_deviations(after, scope))
    for one in ours:
        _count(found, 0, one)
    for turn, some in ((Turn.VANISHED, _without(ours, theirs)), (Turn.APPEARED, _without(theirs, ours))):
        for one in some:
            _count(found, 1 if turn is Turn.VANISHED else 2, one)
            if details:
                found.turned.append(Turned(turn, *one))
    _compare_orders(before, after, scope, found, details=details)


def _without(some: Sequence[_Found], others: Sequence[_Found]) -> Iterator[_Found]:
    """Those that are not among the others. What is at stake is part of what a deviation is, its tolerance is not."""
    left = Counter(_identity(one.deviation) for one in others)
    for one in some:
        identity = _identity(one.deviation)
        if left[identity]:
            left[identity] -= 1
        else:
            yield one


def _identity(one: Deviation) -> tuple[object, ...]:
    place = (one.code, one.order, one.order_line, one.document, one.document_line)
    return *place, one.amount, one.currency


def _count(found: Differences, place: int, one: _Found) -> None:
    currency = one.deviation.currency or ""
    group = Group(one.deviation.code.value, one.supplier, currency)
    found.tallies[group].count(place, currency, one.deviation.amount)


def _deviations(assessment: Assessment, scope: Scope) -> Iterator[_Found]:
    orders = {order.id: order for order in assessment.orders}
    documents = {document.document: document for document in assessment.documents}
    for one in (*assessment.deviations, *unsaid(assessment.deviations, assessment.unmatched)):
        order = orders.get(one.order or "")
        document = documents.get(one.document or "")
        supplier, key = _supplier(order, document)
        issued = _issued(order, document)
        if scope.is_of(supplier, key) and scope.covers((issued,)):
            yield _Found(one, supplier or "", issued)


def _supplier(order: OrderAssessment | None, document: DocumentAssessment | None) -> tuple[str | None, str | None]:
    if order is not None and (order.supplier or order.supplier_key):
        return order.supplier or order.supplier_key, order.supplier_key
    return (None, None) if document is None else (document.supplier, None)


def _issued(order: OrderAssessment | None, document: DocumentAssessment | None) -> date | None:
    if document is not None:
        return document.issue_date
    return None if order is None else order.issue_date


def _compare_orders(before: Assessment, after: Assessment, scope: Scope, found: Differences, *, details: bool) -> None:
    days = {document.document: document.issue_date for document in before.documents}
    others = {order.id: order for order in after.orders}
    for ours in before.orders:
        theirs = others.get(ours.id)
        if theirs is None or not scope.is_of(ours.supplier, ours.supplier_key):
            continue
        if not scope.covers((ours.issue_date, *(days.get(one) for one in ours.documents))):
            continue
        found.orders += 1
        _compare_statuses(ours, theirs, found, details=details)


def _compare_statuses(ours: OrderAssessment, theirs: OrderAssessment, found: Differences, *, details: bool) -> None:
    lines = {line.line: line.status for line in theirs.lines}
    moved = tuple(
        (line.line, line.status, lines[line.line])
        for line in ours.lines
        if line.line in lines and lines[line.line] is not line.status
    )
    if ours.status is not theirs.status:
        found.statuses[ours.status, theirs.status] += 1
    found.line_statuses.update((one, other) for _, one, other in moved)
    if details and (moved or ours.status is not theirs.status):
        found.moved.append(Moved(ours.number, ours.supplier or "", ours.status, theirs.status, moved))
