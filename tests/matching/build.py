"""Small words for cases: an order, what came for it, and what was decided."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from matching import assess
from orders.assessment import Assessment, Deviation, LineAssessment, OrderAssessment
from orders.case import Case, Decision, DecisionKind, Filed
from orders.document import Document, DocumentType, Line, OrderReference, Party
from orders.policy import Policy
from orders.references import document_order_keys, order_id

BUYER = Party(name="Muster AG")
SUPPLIER = Party(name="ACME GmbH")
PO = "4500017"
ORDER = order_id(PO, BUYER)
POLICY = Policy()


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def number(value: str | int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


_NUMBERS = {
    "quantity",
    "unit_price",
    "line_amount",
    "rejected_quantity",
    "short_quantity",
    "outstanding_quantity",
    "backorder_quantity",
    "tax_rate",
}


def line(id: str | None = "10", **fields: Any) -> Line:  # noqa: A002 - the field's own name
    values: dict[str, Any] = {name: number(value) if name in _NUMBERS else value for name, value in fields.items()}
    return Line(id=id, **values)


def document(kind: str, name: str | None, lines: Iterable[Line] = (), **fields: Any) -> Document:
    values: dict[str, Any] = {"format": "test", "currency": "EUR", "supplier": SUPPLIER, "buyer": BUYER, **fields}
    if kind != "order" and "order_references" not in values:
        values["order_references"] = (OrderReference(number=PO),)
    if isinstance(values.get("issue_date"), str):
        values["issue_date"] = day(values["issue_date"])
    return Document(type=DocumentType(kind), number=name, lines=tuple(lines), **values)


def order(*lines: Line, name: str = PO, **fields: Any) -> Document:
    return document("order", name, lines, **{"issue_date": "03-01", **fields})


def change(*lines: Line, name: str = "C1", **fields: Any) -> Document:
    return document("order_change", name, lines, **{"issue_date": "03-10", **fields})


def cancellation(*lines: Line, name: str = "X1", **fields: Any) -> Document:
    return document("order_cancellation", name, lines, **{"issue_date": "03-10", **fields})


def response(*lines: Line, name: str = "AB1", **fields: Any) -> Document:
    return document("order_response", name, lines, **{"issue_date": "03-03", **fields})


def despatch(*lines: Line, name: str = "LS1", **fields: Any) -> Document:
    return document("despatch_advice", name, lines, **{"issue_date": "03-20", **fields})


def receipt(*lines: Line, name: str = "WE1", **fields: Any) -> Document:
    return document("receipt_advice", name, lines, **{"issue_date": "03-22", **fields})


def invoice(*lines: Line, name: str = "RE1", **fields: Any) -> Document:
    return document("invoice", name, lines, **{"issue_date": "03-25", **fields})


def credit(*lines: Line, name: str = "GU1", **fields: Any) -> Document:
    return document("credit_note", name, lines, **{"issue_date": "03-28", **fields})


def for_line(of: str = "10", /, quantity: str | int | None = None, id: str | None = "1", **fields: Any) -> Line:  # noqa: A002 - the field is called id
    """A document's line that names an order line."""
    return line(id, order_line=of, quantity=quantity, **fields)


def filed(documents: Sequence[Document]) -> tuple[Filed, ...]:
    """Each under an id that follows from its content, as a hash would."""
    return tuple(Filed(f"{hash_of(one)}/0", one) for one in documents)


def hash_of(one: Document) -> str:
    return sha256(repr(one).encode()).hexdigest()


def case(
    *documents: Document, keys: Iterable[str] | None = None, decisions: Sequence[Decision] = (), **rest: Any
) -> Case:
    if keys is None:
        keys = {key for one in documents for key in document_order_keys(one)}
    sorted_by_id = tuple(sorted(filed(documents), key=lambda one: one.id))
    return Case(keys=frozenset(keys), documents=sorted_by_id, decisions=tuple(decisions), **rest)


def assessed(*documents: Document, policy: Policy = POLICY, **rest: Any) -> Assessment:
    return assess(case(*documents, **rest), policy)


def the_order(assessment: Assessment) -> OrderAssessment:
    (only,) = assessment.orders
    return only


def the_line(assessment: Assessment, name: str = "10") -> LineAssessment:
    return next(one for one in the_order(assessment).lines if one.line == name)


def codes(assessment: Assessment) -> list[str]:
    return sorted(one.code.value for one in assessment.deviations)


def deviation(assessment: Assessment, code: str) -> Deviation:
    (only,) = [one for one in assessment.deviations if one.code == code]
    return only


def decide(kind: DecisionKind | str, id: int = 1, **fields: Any) -> Decision:  # noqa: A002 - the field's own name
    values = {"taken_at": datetime(2026, 6, 1, tzinfo=UTC), "taken_by": "anna", "order": ORDER, **fields}
    return Decision(id=id, kind=DecisionKind(kind), **values)
