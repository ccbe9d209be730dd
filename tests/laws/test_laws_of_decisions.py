"""Decisions as the program takes them, on a real store: they hold, they can be taken back, and when documents come
plays no part (laws 1 and 3)."""

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
from tests.laws.shelves import derivations, derived, put, say, shelf
from tests.laws.told import Told, stories

pytestmark = pytest.mark.slow

FEW = settings(max_examples=30)
ANNA = Author("anna", datetime(2026, 6, 1, 9, tzinfo=UTC), "as agreed")


def open_deviations(store: Store) -> list[Deviation]:
    with store.reading() as connection:
        bodies = connection.execute(select(DEVIATIONS.c.body).where(DEVIATIONS.c.state == "open")).scalars().all()
    return [DEVIATION.validate_json(body) for body in bodies]


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


@settings(max_examples=15)
@given(stories(), st.integers(0, 1_000_000))
def test_decisions_between_the_documents_end_as_decisions_after_them(told: Told, seed: int) -> None:
    # The story is drawn by hypothesis; the order of events as well would be too much to shrink.
    chance = Random(seed)  # noqa: S311 - a test's dice
    with shelf() as after, shelf() as between:
        put(after, enumerate(told.documents))
        derived(after)
        decisions = [*told.decisions, *judged(after, chance)]
        chance.shuffle(decisions)
        wanted = say(after, decisions)
        derived(after)
        waiting = list(enumerate(told.documents))
        chance.shuffle(waiting)
        taken: list[Decision] = []
        while waiting or len(taken) < len(wanted):
            if waiting and chance.randrange(2):
                put(between, [waiting.pop()])
            elif len(taken) < len(wanted):
                taken += say(between, [wanted[len(taken)]])
            if not chance.randrange(4):
                derived(between)
        derived(between)
        assert taken == wanted
        assert derivations(between) == derivations(after)
