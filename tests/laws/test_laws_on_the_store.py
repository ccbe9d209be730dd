"""Laws 1 and 3 on a real store with the real matching: any order of arrival, runs in between or not; incremental equals
full. And the cases that the store forms say what cases formed by hand say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import assess
from ordertrail.rebuild import check, rebuild
from tests.cases.build import POLICY
from tests.cases.gather import cases
from tests.cases.outcome import filed, outcome
from tests.laws.shelves import derivations, derived, orders, put, say, shelf
from tests.laws.told import Told, stories

pytestmark = pytest.mark.slow

FEW = settings(max_examples=30)
"""Each example opens two databases."""


@FEW
@given(stories(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_with_or_without_runs_between_gives_the_same(told: Told, chance) -> None:
    with shelf() as at_once, shelf() as bit_by_bit:
        put(at_once, enumerate(told.documents))
        say(at_once, told.decisions)
        derived(at_once)
        waiting = list(enumerate(told.documents))
        chance.shuffle(waiting)
        while waiting:
            put(bit_by_bit, [waiting.pop() for _ in range(min(len(waiting), chance.choice((1, 1, 2, 5))))])
            if chance.randrange(2):
                derived(bit_by_bit)
        for decision in told.decisions:
            say(bit_by_bit, [decision])
            if chance.randrange(2):
                derived(bit_by_bit)
        derived(bit_by_bit)
        assert derivations(bit_by_bit) == derivations(at_once)


@FEW
@given(stories(), st.integers(0, 20))
def test_a_rebuild_after_any_run_changes_nothing(told: Told, first: int) -> None:
    with shelf() as store:
        put(store, list(enumerate(told.documents))[:first])
        derived(store)
        put(store, list(enumerate(told.documents))[first:])
        say(store, told.decisions)
        derived(store)
        assert list(check(store, POLICY, assess)) == []
        before = derivations(store)
        rebuild(store, POLICY, assess)
        assert derivations(store) == before
        assert derived(store) == 0


@FEW
@given(stories())
def test_the_store_forms_the_cases_that_the_rules_ask_for(told: Told) -> None:
    with shelf() as store:
        put(store, enumerate(told.documents))
        kept = say(store, told.decisions)
        derived(store)
        by_hand = outcome(cases(filed(told.documents), kept))
        assert orders(store) == sorted(by_hand.orders, key=lambda one: one.id)
