"""What people decided: kept for good, taken back by another row. What hangs on a decision is marked to be derived."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from orders.case import DECISION, Decision, DecisionKind
from orders.deviations import DeviationCode
from orders.errors import Refuse
from orders.references import order_keys
from ordertrail.store.accounts import mark_supplier
from ordertrail.store.bulk import chunks, insert_rows, reserve_numbers
from ordertrail.store.dirty import mark
from ordertrail.store.filed import filed_numbers
from ordertrail.store.tables import ARRIVALS, DECISIONS, DOCUMENT_TERMS, REVOCATIONS
from ordertrail.store.terms import order_term
from ordertrail.store.values import instant, storable

_ASSIGNS = (
    (DECISIONS.c.kind == DecisionKind.ASSIGN.value)
    & DECISIONS.c.document_id.is_not(None)
    & DECISIONS.c.order_term.is_not(None)
)


_VERDICTS = (DecisionKind.ACCEPT.value, DecisionKind.REJECT.value)


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision with what it is about, as the store finds it."""

    decision: Decision
    order_term: str | None
    document: int | None


def keep(connection: Connection, decision: Decision, *, arrival_id: str | None = None) -> Decision:
    """Keeps a decision (its `id` is given here) and marks what hangs on it. `arrival_id`: the workbook it came in.

    Raises:
        Refuse: if there is no such document, or no document of such an order.
    """
    kept = replace(decision, id=reserve_numbers(connection, "decision", 1))
    term = _term_of(kept.order)
    document = _document(connection, kept.document)
    concerned = _concerned(connection, term, document)
    if not concerned:
        raise Refuse("ORDER_UNKNOWN", "There is no document of the order that was decided on.")
    mark(connection, concerned)
    _mark_supplier(connection, kept.code, document)
    arrival = connection.execute(select(ARRIVALS.c.id).where(ARRIVALS.c.arrival_id == arrival_id)).scalar()
    body = storable(DECISION.to_json(kept).decode())
    row = (kept.id, kept.kind.value, instant(kept.taken_at), term, document, arrival, body)
    insert_rows(connection, DECISIONS, [row])
    return kept


def revoke(connection: Connection, decision: int, *, taken_at: datetime, taken_by: str, why: str = "") -> None:
    """Takes a decision back.

    Raises:
        Refuse: if there is no such decision, or it was taken back before.
    """
    query = select(DECISIONS.c.order_term, DECISIONS.c.document_id, DECISIONS.c.body)
    query = query.where(_standing(None), DECISIONS.c.id == decision)
    found = connection.execute(query).one_or_none()
    if found is None:
        raise Refuse("DECISION_UNKNOWN", f"There is no decision {decision} that could be revoked.")
    row = (decision, instant(taken_at), storable(taken_by), storable(why))
    insert_rows(connection, REVOCATIONS, [row])
    term, document, body = found
    mark(connection, _concerned(connection, term, document))
    _mark_supplier(connection, DECISION.from_json(body).code, document)


def standing_decisions(
    connection: Connection, terms: Iterable[str], documents: Iterable[int], until: str | None = None
) -> Iterator[Kept]:
    """The decisions on these orders (their terms) or documents that hold, or held at the moment `until`."""
    for column, values in ((DECISIONS.c.order_term, terms), (DECISIONS.c.document_id, documents)):
        for some in chunks(values):
            query = select(DECISIONS.c.body, DECISIONS.c.order_term, DECISIONS.c.document_id)
            for body, term, document in connection.execute(query.where(_standing(until), column.in_(some))):
                yield Kept(DECISION.from_json(body), term, document)


def standing_verdicts(connection: Connection, code: DeviationCode, until: str | None = None) -> dict[int, DecisionKind]:
    """What was said last about the deviation of a code on each document."""
    query = select(DECISIONS.c.document_id, DECISIONS.c.kind).where(
        _standing(until), DECISIONS.c.kind.in_(_VERDICTS), DECISIONS.c.document_id.is_not(None), _is_about(code)
    )
    return {number: DecisionKind(kind) for number, kind in connection.execute(query.order_by(DECISIONS.c.id))}


def is_anything_decided(connection: Connection) -> bool:
    """Whether there is any decision at all: most questions about decisions need not be asked."""
    return connection.execute(select(func.max(DECISIONS.c.id))).scalar() is not None


def assigned_keys(connection: Connection, documents: Iterable[int], until: str | None) -> dict[int, tuple[str, ...]]:
    """The keys of the orders that lines of these documents are assigned to."""
    found: dict[int, tuple[str, ...]] = {}
    for some in chunks(documents):
        query = _assignments(until).where(DECISIONS.c.document_id.in_(some))
        for body, _, document in connection.execute(query):
            if key := _key_of(DECISION.from_json(body).order):
                found[document] = (*found.get(document, ()), key)
    return found


def ever_assigned(connection: Connection, documents: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The terms of the orders that lines of these documents are, or once were, assigned to."""
    found: dict[int, tuple[str, ...]] = {}
    query = select(DECISIONS.c.document_id, DECISIONS.c.order_term).where(_ASSIGNS)
    for some in chunks(documents):
        for document, term in connection.execute(query.where(DECISIONS.c.document_id.in_(some))):
            found[document] = (*found.get(document, ()), term)
    return found


def assigned_documents(connection: Connection, terms: Iterable[str], until: str | None) -> Iterator[tuple[str, int]]:
    """The documents of which lines were assigned to these orders, each with the order's term."""
    for some in chunks(terms):
        query = _assignments(until).where(DECISIONS.c.order_term.in_(some))
        yield from ((term, document) for _, term, document in connection.execute(query))


def _assignments(until: str | None) -> Select[str, str, int]:
    query = select(DECISIONS.c.body, DECISIONS.c.order_term, DECISIONS.c.document_id)
    return query.where(_standing(until), _ASSIGNS)


def _standing(until: str | None) -> ColumnElement[bool]:
    revoked = select(REVOCATIONS.c.decision_id).where(REVOCATIONS.c.decision_id == DECISIONS.c.id)
    if until is None:
        return ~exists(revoked)
    return ~exists(revoked.where(REVOCATIONS.c.taken_at <= until)) & (DECISIONS.c.taken_at <= until)


def _is_about(code: DeviationCode) -> ColumnElement[bool]:
    return DECISIONS.c.body.contains(f'"code":"{code.value}"', autoescape=True)


def _key_of(order: str | None) -> str | None:
    """The key of an order by its id (`orders.references.order_id`); None if its number says nothing."""
    keys = order_keys(order.rpartition("@")[0]) if order else ()
    return keys[0] if keys else None


def _term_of(order: str | None) -> str | None:
    key = _key_of(order)
    return order_term(key) if key else None


def _document(connection: Connection, name: str | None) -> int | None:
    if name is None:
        return None
    number = filed_numbers(connection, [name]).get(name)
    if number is None:
        raise Refuse("DOCUMENT_UNKNOWN", f"There is no document {name}.")
    return number


def _mark_supplier(connection: Connection, code: str | None, document: int | None) -> None:
    """What is said of an account on one invoice is said of it on every other."""
    if code == DeviationCode.BANK_ACCOUNT_CHANGED and document is not None:
        mark_supplier(connection, document)


def _concerned(connection: Connection, term: str | None, document: int | None) -> list[int]:
    """Documents of the cases that a decision is about: one of a case is enough to have all of it derived anew."""
    query = select(func.min(DOCUMENT_TERMS.c.document_id)).where(DOCUMENT_TERMS.c.term == term)
    found = {number for number in (connection.execute(query).scalar(), document) if number is not None}
    found.update(number for _, number in assigned_documents(connection, [term] if term else [], None))
    return sorted(found)
