"""A case larger than it need be says the same: orders that nothing couples do not see each other."""

from hypothesis import given

from orders.assessment import DEVIATION, ORDER_ASSESSMENT, Assessment
from orders.case import Case
from orders.deviations import DeviationCode
from tests.cases.outcome import Outcome, outcome
from tests.laws.told import Told, stories


@given(stories())
def test_together_or_apart_orders_stand_the_same(told: Told) -> None:
    apart = [case for case in told.cases() if case.keys]
    assert _said(outcome(apart)) == _said(outcome([_together(apart)] if apart else []))


COMPARED = {DeviationCode.POSSIBLE_DUPLICATE, DeviationCode.BANK_ACCOUNT_CHANGED}
"""What is found by comparing the documents of a supplier: those that a case does not hold are not compared."""


def _together(cases: list[Case]) -> Case:
    documents = {one.id: one for case in cases for one in case.documents}
    return Case(
        keys=frozenset().union(*(case.keys for case in cases)),
        documents=tuple(documents[identity] for identity in sorted(documents)),
        decisions=cases[0].decisions,
        seekers=frozenset().union(*(case.seekers for case in cases)),
    )


def _said(found: Outcome) -> tuple[list[bytes], list[bytes], list[str]]:
    answers: list[Assessment] = [answer for _, answer in found.answers]
    orders = sorted(ORDER_ASSESSMENT.to_json(one) for answer in answers for one in answer.orders)
    deviations = sorted(
        DEVIATION.to_json(one) for answer in answers for one in answer.deviations if one.code not in COMPARED
    )
    return orders, deviations, sorted(repr(one) for answer in answers for one in answer.unmatched)
