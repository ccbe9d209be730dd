"""Decisions are kept for good, taken back by another row, and mark what hangs on them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from orders.case import Decision, DecisionKind
from orders.document import Document, DocumentType
from orders.errors import Refuse
from ordertrail.store.decisions import keep, revoke, standing_decisions
from ordertrail.store.dirty import next_marks, wipe
from ordertrail.store.engine import Store
from ordertrail.store.terms import order_term
from ordertrail.store.values import instant
from tests.derive.world import arrival, put

ORDER = Document(type=DocumentType.ORDER, number="A1", format="test")
INVOICE = Document(type=DocumentType.INVOICE, number="R1", format="test")
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)
FILED = f"{arrival(INVOICE).sha256}/0"
CLOSE = Decision(
    id=0, kind=DecisionKind.CLOSE, taken_at=NOON, taken_by="büro", why="'; --", order="A1@hansen", order_line="10"
)
ASSIGN = Decision(
    id=0,
    kind=DecisionKind.ASSIGN,
    taken_at=NOON,
    taken_by="buyer",
    order="A1@hansen",
    order_line="10",
    document=FILED,
    document_line="1",
    quantity=Decimal("2.50"),
)


@pytest.fixture
def stocked(store: Store) -> Store:
    """An order and an invoice, derived."""
    put(store, ORDER, INVOICE)
    assert marks(store) == [1, 2]
    return store


def marks(store: Store) -> list[int]:
    """The documents that are marked; the marks are wiped off."""
    with store.writing() as connection:
        found = next_marks(connection, 10, up_to=10**9)
        wipe(connection, found)
    return [document for document, _ in found]


def kept(store: Store, decision: Decision) -> Decision:
    with store.writing() as connection:
        return keep(connection, decision)


def standing(store: Store, documents: Sequence[int] = (), until: datetime | None = None) -> list[Decision]:
    with store.reading() as connection:
        moment = instant(until) if until else None
        return [one.decision for one in standing_decisions(connection, [order_term("a1")], documents, moment)]


def test_a_decision_comes_back_as_it_was_taken(stocked: Store) -> None:
    first, second = kept(stocked, CLOSE), kept(stocked, ASSIGN)
    assert (first, second) == (replace(CLOSE, id=1), replace(ASSIGN, id=2))
    assert standing(stocked) == [first, second]


def test_a_decision_is_found_by_its_document_too(stocked: Store) -> None:
    duplicate = kept(stocked, Decision(id=0, kind=DecisionKind.DUPLICATE, taken_at=NOON, taken_by="b", document=FILED))
    assert standing(stocked) == []
    assert standing(stocked, [2]) == [duplicate]


def test_a_decision_marks_the_order_and_the_document_that_it_is_about(stocked: Store) -> None:
    kept(stocked, CLOSE)
    assert marks(stocked) == [1]
    assigned = kept(stocked, ASSIGN)
    assert marks(stocked) == [1, 2]
    with stocked.writing() as connection:
        revoke(connection, assigned.id, taken_at=NOON, taken_by="buyer")
    assert marks(stocked) == [1, 2]


def test_a_revoked_decision_no_longer_stands_but_stood(stocked: Store) -> None:
    taken = kept(stocked, CLOSE)
    with stocked.writing() as connection:
        revoke(connection, taken.id, taken_at=NOON + timedelta(days=1), taken_by="buyer", why="wrong line")
    assert standing(stocked) == []
    assert standing(stocked, until=NOON + timedelta(hours=1)) == [taken]
    assert standing(stocked, until=NOON - timedelta(hours=1)) == []


def test_a_decision_is_revoked_once(stocked: Store) -> None:
    taken = kept(stocked, CLOSE)

    def take_back() -> None:
        with stocked.writing() as connection:
            revoke(connection, taken.id, taken_at=NOON, taken_by="buyer")

    take_back()
    with pytest.raises(Refuse) as refused:
        take_back()
    assert refused.value.code == "DECISION_UNKNOWN"


def test_a_decision_about_an_order_that_nothing_speaks_of_any_more_can_be_revoked(stocked: Store) -> None:
    assigned = kept(stocked, replace(ASSIGN, order="D4@hansen"))
    closed = kept(stocked, replace(CLOSE, order="D4@hansen"))
    for decision in (assigned, closed):
        with stocked.writing() as connection:
            revoke(connection, decision.id, taken_at=NOON, taken_by="buyer")
    assert marks(stocked) == [2]


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (replace(CLOSE, order="B2@hansen"), "ORDER_UNKNOWN"),
        (replace(CLOSE, order="NA@hansen"), "ORDER_UNKNOWN"),
        (replace(ASSIGN, document="0" * 64 + "/0"), "DOCUMENT_UNKNOWN"),
        (replace(ASSIGN, document=FILED.replace("/0", "/1")), "DOCUMENT_UNKNOWN"),
    ],
)
def test_a_decision_about_nothing_that_came_is_refused_and_leaves_nothing(
    stocked: Store, decision: Decision, code: str
) -> None:
    with pytest.raises(Refuse) as refused:
        kept(stocked, decision)
    assert refused.value.code == code
    assert marks(stocked) == []
    assert kept(stocked, CLOSE).id == 1
