"""Law 1: any order of arrival, same result."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from matching import assess
from orders.assessment import ASSESSMENT
from tests.cases.build import POLICY
from tests.laws.told import Told, stories


@given(stories(), st.randoms(use_true_random=False))
def test_every_permutation_of_a_case_gives_the_identical_assessment(told: Told, chance) -> None:
    for case in told.cases():
        shuffled, decisions = list(case.documents), list(case.decisions)
        chance.shuffle(shuffled)
        chance.shuffle(decisions)
        arrived = replace(case, documents=tuple(shuffled), decisions=tuple(decisions))
        expected, found = assess(case, POLICY), assess(arrived, POLICY)
        assert found == expected
        assert ASSESSMENT.to_json(found) == ASSESSMENT.to_json(expected)


@given(stories())
def test_the_same_case_twice_gives_the_same(told: Told) -> None:
    for case in told.cases():
        assert assess(case, POLICY) == assess(case, POLICY)


@given(stories())
def test_an_assessment_survives_json_whole(told: Told) -> None:
    for case in told.cases():
        made = assess(case, POLICY)
        assert ASSESSMENT.from_json(ASSESSMENT.to_json(made)) == made
