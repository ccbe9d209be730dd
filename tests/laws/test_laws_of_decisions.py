"""Verdicts as the program takes them, on a real store: they hold, and taking them back leaves no trace (law 3)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from matching import assess
from orders.assessment import DEVIATION, Deviation
from orders.case import Decision, DecisionKind
from orders.fingerprint import fingerprint
from ordertrail.deciding.judging import Author, verdict
from ordertrail.deciding.taking import take
from ordertrail.rebuild import check
from ordertrail.store.decisions import revoke
from ordertrail.store.engine import Store
from ordertrail.store.tables import DEVIATIONS
from tests.cases.build import POLICY
from tests.laws.shelves import derivations, derived, put, shelf
from tests.laws.told import Told, stories

pytestmark = pytest.mark.slow

FEW = settings(max_examples=30)
ANNA = Author("anna", datetime(2026, 6, 1, 9, tzinfo=UTC), "as agreed")


def open_deviations(store: Store) -> list[Deviation]:
    with store.reading() as connection:
        bodies = connection.execute(select(DEVIATIONS.c.body).where(DEVIATIONS.c.state == "open")).scalars().all()
    return [DEVIATION.from_json(body) for body in bodies]


def judged(store: Store, chance: Random) -> Iterator[Decision]:
    for one in open_deviations(store):
        yield verdict(ANNA, chance.choice((DecisionKind.ACCEPT, DecisionKind.REJECT)), one)


@FEW
@given(stories(decided=False), st.randoms(use_true_random=False))
def test_a_verdict_on_anything_that_is_open_holds_and_taking_it_back_leaves_no_trace(
    told: Told, chance: Random
) -> None:
    with shelf() as store:
        put(store, enumerate(told.documents))
        derived(store)
        before, seen = derivations(store), {fingerprint(one) for one in open_deviations(store)}
        with store.writing() as connection:
            kept = take(connection, list(judged(store, chance)))
        derived(store)
        assert {fingerprint(one) for one in open_deviations(store)} & seen == set()
        assert list(check(store, POLICY, assess)) == []
        with store.writing() as connection:
            for one in kept:
                revoke(connection, one.id, taken_at=ANNA.at, taken_by=ANNA.by)
        derived(store)
        assert derivations(store) == before
