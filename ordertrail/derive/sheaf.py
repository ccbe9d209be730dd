"""Several cases to be assessed in one go, as plain values that may cross to another process; and what comes of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from orders.assessment import (
    DEVIATION,
    DOCUMENT_ASSESSMENT,
    ORDER_ASSESSMENT,
    UNMATCHED_LINE,
    Assessment,
    Deviation,
    DocumentAssessment,
    OrderAssessment,
    UnmatchedLine,
)
from orders.case import DECISION, KNOWN_ACCOUNT, Case, Filed
from orders.document import DOCUMENT
from orders.learned import Learned
from orders.parties import name_key
from orders.policy import Policy
from orders.references import reference_key, sort_key
from ordertrail.store.rows import CaseRows, NewRow, in_order
from ordertrail.store.terms import bounded
from ordertrail.store.values import storable

Assess = Callable[[Case, Policy], Assessment]
"""`matching.assess`."""


@dataclass(frozen=True, slots=True)
class Task:
    """One case: documents by their `Filed.id`, ascending; decisions as JSON, in the order they were taken;
    accounts as JSON, ascending; the ids of what was learned, ascending; `alone` as in `Case`."""

    name: str
    members: tuple[str, ...]
    keys: frozenset[str]
    documents: tuple[str, ...]
    seekers: frozenset[str]
    decisions: tuple[str, ...]
    accounts: tuple[str, ...] = ()
    learned: tuple[int, ...] = ()
    alone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Cases with the bodies (JSON) and the store's numbers of all their documents, by `Filed.id`; and with what was
    learned about their suppliers, by its id."""

    tasks: tuple[Task, ...]
    bodies: Mapping[str, str]
    numbers: Mapping[str, int]
    as_of: date | None = None
    learned: Mapping[int, Learned] = field(default_factory=dict)


def assess_sheaf(sheaf: Sheaf, policy: Policy, assess: Assess) -> list[CaseRows]:
    """The rows of every case of a sheaf, in its order."""
    return [case_rows(task, assessment, sheaf.numbers) for task, assessment in assessments(sheaf, policy, assess)]


def assessments(sheaf: Sheaf, policy: Policy, assess: Assess) -> Iterator[tuple[Task, Assessment]]:
    """Every case of a sheaf with its assessment."""
    return ((task, assess(case, policy)) for task, case in cases(sheaf))


def cases(sheaf: Sheaf) -> Iterator[tuple[Task, Case]]:
    """Every case of a sheaf. A document is read once, however many cases look at it."""
    filed = {id_: Filed(id_, DOCUMENT.from_json(body)) for id_, body in sheaf.bodies.items()}
    for task in sheaf.tasks:
        case = Case(
            keys=task.keys,
            documents=tuple(filed[id_] for id_ in task.documents),
            decisions=tuple(DECISION.from_json(decision) for decision in task.decisions),
            as_of=sheaf.as_of,
            accounts=tuple(KNOWN_ACCOUNT.from_json(account) for account in task.accounts),
            alone=task.alone,
            learned=tuple(sheaf.learned[id_] for id_ in task.learned),
            seekers=task.seekers,
        )
        yield task, case


def case_rows(task: Task, assessment: Assessment, numbers: Mapping[str, int]) -> CaseRows:
    """What is stored of an assessment."""
    return CaseRows(
        name=task.name,
        members=task.members,
        orders=in_order(_order_row(order) for order in assessment.orders),
        documents=in_order(_document_row(numbers[one.document], one) for one in assessment.documents),
        deviations=tuple(_deviation_row(position, one) for position, one in enumerate(assessment.deviations)),
        unmatched=tuple(_unmatched_row(position, one) for position, one in enumerate(assessment.unmatched)),
    )


def _order_row(order: OrderAssessment) -> NewRow:
    body = ORDER_ASSESSMENT.to_json(order)
    return (
        bounded(storable(order.id) or ""),
        storable(order.number),
        bounded(reference_key(order.number)),
        bounded(storable(sort_key(order.number)) or ""),
        storable(order.supplier),
        order.supplier_key,
        bounded(name_key(order.supplier)) if order.supplier else None,
        storable(order.buyer),
        order.currency,
        order.issue_date.isoformat() if order.issue_date else None,
        order.status.value,
        blake2b(body, digest_size=16).hexdigest(),
        body.decode(),
    )


def _document_row(number: int, document: DocumentAssessment) -> NewRow:
    reason = document.reason.value if document.reason else None
    return (
        number,
        int(document.counted),
        reason,
        DOCUMENT_ASSESSMENT.to_json(document).decode(),
    )


def _deviation_row(position: int, deviation: Deviation) -> NewRow:
    body = DEVIATION.to_json(deviation).decode()
    order = bounded(storable(deviation.order) or "") or None
    return position, deviation.code.value, deviation.state, order, body


def _unmatched_row(position: int, line: UnmatchedLine) -> NewRow:
    return position, line.code.value, UNMATCHED_LINE.to_json(line).decode()
