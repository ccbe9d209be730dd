"""Any order of arrival gives the same derivations, and what was derived bit by bit is what a rebuild makes.

On documents and decisions that hang together in every way there is, with an assessment that repeats what it was shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from random import Random
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from orders.case import Decision, DecisionKind
from orders.document import Document
from orders.errors import Refuse
from orders.policy import Policy
from ordertrail.cases import bounds, search
from ordertrail.derive import gather, plan
from ordertrail.derive.session import derive
from ordertrail.rebuild import check, rebuild
from ordertrail.store.decisions import keep, revoke
from ordertrail.store.engine import Store
from ordertrail.store.record import record
from ordertrail.store.tables import ARRIVALS, DERIVATIONS, DOCUMENTS
from tests.databases import empty_sqlite
from tests.derive.world import arrival, assess, documents, put, seekers_and_orders

POLICY = Policy()
MORNING = datetime(2026, 11, 20, 8, tzinfo=UTC)


@contextmanager
def small_portions(chance: Random) -> Iterator[None]:
    """Few documents then take as many rounds as many do otherwise, few bills that look alike are a habit, and few
    orders are too many for one case.
    """
    with (
        patch.object(plan, "MARKS", chance.choice((1, 2, 5))),
        patch.object(gather, "SHEAF_CASES", 1),
        patch.object(search, "MOST_ALIKE", 2),
        patch.multiple(
            bounds,
            MOST_ORDERS=chance.choice((1, 2, 5, 50)),
            MOST_SEEKERS=chance.choice((1, 2, 5, 250)),
            COMMON_ORDERS=chance.choice((1, 2, 4, 50)),
            COMMON_SEEKERS=chance.choice((1, 2, 4, 100)),
        ),
    ):
        yield


def derivations(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything derived, with documents by the name that does not depend on arrival."""
    with store.reading() as connection:
        query = select(DOCUMENTS.c.id, ARRIVALS.c.sha256, DOCUMENTS.c.place).join_from(DOCUMENTS, ARRIVALS)
        names = {number: f"{sha256}/{place}" for number, sha256, place in connection.execute(query)}
        found: dict[str, list[tuple[object, ...]]] = {}
        for table in DERIVATIONS:
            columns = table.columns.keys()
            rows = (zip(columns, row, strict=True) for row in connection.execute(select(table)))
            told = (tuple(names[value] if name == "document_id" else value for name, value in row) for row in rows)
            found[table.name] = sorted(told, key=repr)
    return found


def decide(chance: Random, store: Store, made: list[Document]) -> int | None:
    """Assigns a line of some document to some order, or accepts something about it."""
    decision = Decision(
        id=0,
        kind=chance.choice((DecisionKind.ASSIGN, DecisionKind.ASSIGN, DecisionKind.ACCEPT, DecisionKind.DUPLICATE)),
        taken_at=MORNING,
        taken_by="buyer",
        order=f"{chance.choice(('A1', 'B2', 'C3', 'D4', 'NA'))}@hansenmaschinenbau",
        document=f"{arrival(chance.choice(made)).sha256}/0",
        code=chance.choice((None, "bank_account_changed")),
    )
    try:
        with store.writing() as connection:
            return keep(connection, decision).id
    except Refuse:
        return None


def take_back(store: Store, decision: int) -> None:
    with store.writing() as connection:
        revoke(connection, decision, taken_at=MORNING, taken_by="buyer")


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.integers(1, 14))
def test_any_order_of_arrival_with_runs_between_gives_the_same_derivations(chance: Random, count: int) -> None:
    made = documents(chance, count)
    with small_portions(chance), empty_sqlite() as at_once, empty_sqlite() as bit_by_bit:
        with at_once.writing() as connection:
            record(connection, [arrival(one, number=place) for place, one in enumerate(made)])
        derive(at_once, POLICY, assess)
        shuffled = list(enumerate(made))
        chance.shuffle(shuffled)
        while shuffled:
            some = [shuffled.pop() for _ in range(min(len(shuffled), chance.choice((1, 1, 2, 5))))]
            with bit_by_bit.writing() as connection:
                record(connection, [arrival(one, number=place) for place, one in some])
            if chance.randrange(2):
                derive(bit_by_bit, POLICY, assess)
        derive(bit_by_bit, POLICY, assess)
        assert derivations(bit_by_bit) == derivations(at_once)
        assert list(check(bit_by_bit, POLICY, assess)) == []


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.integers(2, 10))
def test_what_decisions_join_and_their_revocation_divides_is_what_a_rebuild_makes(chance: Random, count: int) -> None:
    made = documents(chance, count)
    with small_portions(chance), empty_sqlite() as store:
        with store.writing() as connection:
            record(connection, [arrival(one, number=place) for place, one in enumerate(made)])
        taken: list[int] = []
        for _ in range(chance.randrange(1, 6)):
            if taken and chance.randrange(2):
                take_back(store, taken.pop(chance.randrange(len(taken))))
            elif decision := decide(chance, store, made):
                taken.append(decision)
            if chance.randrange(3):
                derive(store, POLICY, assess)
        derive(store, POLICY, assess)
        assert list(check(store, POLICY, assess)) == []
        before = derivations(store)
        rebuild(store, POLICY, assess)
        assert derivations(store) == before


@settings(max_examples=80)
@given(st.randoms(use_true_random=False), st.integers(2, 16))
def test_what_names_no_order_is_tied_by_facts_alone_in_whatever_order_they_come(chance: Random, count: int) -> None:
    made = seekers_and_orders(chance, count)
    with small_portions(chance), empty_sqlite() as at_once, empty_sqlite() as bit_by_bit:
        put(at_once, *made)
        derive(at_once, POLICY, assess)
        shuffled = list(enumerate(made))
        chance.shuffle(shuffled)
        for place, one in shuffled:
            put(bit_by_bit, one, start=place)
            if chance.randrange(3):
                derive(bit_by_bit, POLICY, assess)
        derive(bit_by_bit, POLICY, assess)
        assert derivations(bit_by_bit) == derivations(at_once)
        assert list(check(bit_by_bit, POLICY, assess)) == []
