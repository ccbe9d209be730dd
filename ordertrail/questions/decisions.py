"""What people decided, and what became of it: standing or revoked, by whom, from which workbook."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from orders.assessment import OrderAssessment
from orders.case import DECISION, Decision, DecisionKind
from orders.document import DocumentType
from orders.message import as_sentence
from orders.numbers import plain
from orders.references import order_keys
from ordertrail.store.bulk import chunks
from ordertrail.store.filed import filed_numbers
from ordertrail.store.tables import ARRIVALS, DECISIONS, DOCUMENTS, REVOCATIONS
from ordertrail.store.terms import order_term

MOST = 500
"""Decisions that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Revoked:
    """Who took a decision back, when and why."""

    at: datetime
    by: str
    why: str

    @property
    def said(self) -> str:
        """The reason as a sentence among others."""
        return as_sentence(self.why)


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision; `type` and `number` are those of the document that it is about, `file` the workbook it came in."""

    decision: Decision
    type: DocumentType | None = None
    number: str | None = None
    file: str | None = None
    revoked: Revoked | None = None

    @property
    def stands(self) -> bool:
        """Whether nobody took it back."""
        return self.revoked is None

    @property
    def order_number(self) -> str | None:
        """The order's number alone."""
        return self.decision.order.rpartition("@")[0] if self.decision.order else None

    def as_json(self) -> dict[str, Any]:
        """The object that `decide` prints."""
        one = self.decision
        return {
            "id": one.id,
            "kind": one.kind.value,
            "order": self.order_number,
            "line": one.order_line,
            "code": one.code,
            "document": f"{self.type} {self.number or ''}".rstrip() if self.type else None,
            "document_line": one.document_line,
            "quantity": None if one.quantity is None else plain(one.quantity),
            "amount": None if one.amount is None else plain(one.amount),
            "status": one.status,
            "track": (one.track or "delivery") if one.kind in (DecisionKind.CLOSE, DecisionKind.REOPEN) else None,
            "by": one.taken_by,
            "at": _moment(one.taken_at),
            "why": one.why,
            "file": self.file,
            "revoked": self.revoked
            and {"by": self.revoked.by, "at": _moment(self.revoked.at), "why": self.revoked.why},
        }


_QUERY = (
    select(
        DECISIONS.c.body,
        DOCUMENTS.c.type,
        DOCUMENTS.c.number,
        ARRIVALS.c.folder,
        ARRIVALS.c.name,
        REVOCATIONS.c.taken_at,
        REVOCATIONS.c.taken_by,
        REVOCATIONS.c.why,
    )
    .select_from(DECISIONS)
    .outerjoin(DOCUMENTS, DOCUMENTS.c.id == DECISIONS.c.document_id)
    .outerjoin(ARRIVALS, ARRIVALS.c.id == DECISIONS.c.arrival)
    .outerjoin(REVOCATIONS, REVOCATIONS.c.decision_id == DECISIONS.c.id)
    .order_by(DECISIONS.c.id)
)


def taken(connection: Connection, ids: Iterable[int]) -> Iterator[Taken]:
    """The decisions of these numbers, ascending."""
    for some in chunks(sorted(set(ids))):
        yield from _found(connection, DECISIONS.c.id.in_(some))


def all_decisions(connection: Connection) -> Iterator[Taken]:
    """Every decision, in the order in which they were taken."""
    last = 0
    while page := list(_found(connection, DECISIONS.c.id > last, MOST)):
        yield from page
        last = page[-1].decision.id


def until(decisions: Iterable[Taken], moment: datetime) -> Iterator[Taken]:
    """Decisions as they stood at a moment: those taken later are not there, and revocations of later neither."""
    for one in decisions:
        if one.decision.taken_at <= moment:
            later = one.revoked is not None and one.revoked.at > moment
            yield replace(one, revoked=None) if later else one


def decisions_of(connection: Connection, order: OrderAssessment) -> list[Taken]:
    """The decisions on an order, on its lines, and on documents that speak of it; in the order they were taken."""
    terms = [order_term(key) for key in order_keys(order.number)]
    numbers = set(filed_numbers(connection, order.documents).values())
    found = {one.decision.id: one for one in _found(connection, DECISIONS.c.order_term.in_(terms))}
    for some in chunks(sorted(numbers)):
        found |= {one.decision.id: one for one in _found(connection, DECISIONS.c.document_id.in_(some))}
    return [found[id_] for id_ in sorted(found) if _concerns(found[id_].decision, order)]


def _concerns(decision: Decision, order: OrderAssessment) -> bool:
    """Whether it is about the order, or about a document of it whatever order that counts for."""
    if decision.order == order.id:
        return True
    return decision.document in order.documents and decision.order is None


def _found(connection: Connection, about: ColumnElement[bool], most: int | None = None) -> Iterator[Taken]:
    for row in connection.execute(_QUERY.where(about).limit(most)):
        body, kind, number, folder, name, revoked_at, revoked_by, revoked_why = row
        revoked = None
        if revoked_at is not None:
            revoked = Revoked(datetime.fromisoformat(revoked_at), revoked_by or "", revoked_why or "")
        file = None if name is None else f"{folder}/{name}" if folder else name
        yield Taken(DECISION.from_json(body), DocumentType(kind) if kind else None, number, file, revoked)


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
